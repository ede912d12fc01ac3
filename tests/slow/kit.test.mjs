// The clinic's kit: the QR code on every slip and poster is read, as a browser draws it, by a decoder that is not ours, and says the
// address that is written under it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import jsQR from "jsqr";
import { world } from "../support/chromium.mjs";
import { root } from "../support/serve.mjs";

const here = world();
const command = process.env.WEIGHUP_COMMAND ?? join(root, "target/debug/weighup");
const scratch = mkdtempSync(join(tmpdir(), "weighup-kit-"));
after(() => rmSync(scratch, { recursive: true }));

/** The points of a picture in the page, as the browser draws it. */
async function points(page) {
  const png = (await page.locator("svg").screenshot()).toString("base64");
  return page.evaluate(async (text) => {
    const image = new Image();
    image.src = `data:image/png;base64,${text}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width, image.height];
    const ink = canvas.getContext("2d");
    ink.drawImage(image, 0, 0);
    const { data, width, height } = ink.getImageData(0, 0, image.width, image.height);
    return { data: Array.from(data), width, height };
  }, png);
}

test("every slip and poster has a QR code that leads where it says, and fits a phone and paper", async () => {
  await promisify(execFile)(command, ["build", "--out", scratch, "--kit", "https://clinic.example/decisions/{id}/"], { cwd: root });
  const pages = readdirSync(join(scratch, "kit")).filter((name) => /\.(slip|poster)\.html$/.test(name));
  assert.ok(pages.length >= 40, `${pages.length} pages`);
  const page = await here.person({ viewport: { width: 390, height: 900 } });
  for (const name of pages) {
    await page.setContent(readFileSync(join(scratch, "kit", name), "utf8"));
    const address = `https://clinic.example/decisions/${name.split(".")[0]}/`;
    assert.equal(await page.locator(".at").innerText(), address);
    const { data, width, height } = await points(page);
    assert.equal(jsQR(Uint8ClampedArray.from(data), width, height)?.data, address, name);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390, `${name} is as wide as the screen`);
    const sheets = ((await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
    assert.equal(sheets, 1, `${name} is one sheet`);
  }
  assert.deepEqual(page.log.outside, []);
});
