// The QR codes of the page, as the browser draws them, read by three decoders that are not ours: zbar (the one of most Linux devices), jsQR, and the
// one that the package keeps. What each reads puts the saved answers together again, byte by byte.
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import jsQR from "jsqr";
import { decodeQR } from "qr/decode.js";
import { Pieces, carriedBy } from "../../pkg/js/lib/carry.js";
import { downloaded, world } from "../support/chromium.mjs";
import { Widget } from "../support/widget.mjs";

const here = world();
const scratch = mkdtempSync(join(tmpdir(), "weighup-codes-"));
after(() => rmSync(scratch, { recursive: true }));
const without = (text) => text.replace(/^\{"saved":"[^"]*",/, "{");

/** Whether this machine has zbar; where it has not, what needs it is named and not run. */
function hasZbar() {
  try {
    execFileSync("zbarimg", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
const noZbar = hasZbar() ? false : "zbarimg is not on this machine: install zbar-tools";

/** Answers of every length: what one code holds, and what needs several; letters of one byte and of four. */
const words = [
  "Bowls.", "ألم في الظهر كل صباح", "Cwrdd â’m hwyrion 👩‍👩‍👧", "To walk to the shop. ".repeat(20),
  Array.from({ length: 90 }, (_, at) => ((at * 7919) % 9973).toString(36)).join(" "),
  Array.from({ length: 400 }, (_, at) => ((at * 104_729) % 1_299_709).toString(36)).join(" "),
];

/** The codes on screen after somebody wrote `text`, each as a picture and as points, and the answers as a saved file has them. */
async function drawn(text) {
  const page = await here.open();
  const widget = await new Widget(page).ready();
  await widget.next();
  await widget.root.getByRole("textbox", { name: "What matters most to you?", exact: true }).fill(text);
  await widget.go("Summary");
  const [download] = await Promise.all([page.waitForEvent("download"), widget.button("Save to a file").click()]);
  await widget.unfold("On another device");
  await widget.button("Make a QR code").click();
  const pictures = widget.root.getByRole("img", { name: "QR code of the link to your answers" });
  await pictures.first().waitFor();
  const codes = [];
  for (const picture of await pictures.all()) {
    const png = await picture.screenshot();
    const points = await page.evaluate(async (png) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const ink = new OffscreenCanvas(image.width, image.height).getContext("2d");
      ink.drawImage(image, 0, 0);
      const { data, width, height } = ink.getImageData(0, 0, image.width, image.height);
      return { data: Array.from(data), width, height };
    }, png.toString("base64"));
    codes.push({ png, ...points, data: Uint8ClampedArray.from(points.data) });
  }
  assert.deepEqual(page.log.outside, []);
  return { codes, saved: without((await downloaded(download)).toString("utf8")) };
}

const made = Promise.resolve().then(() => new Map());
/** The same pictures for every decoder. */
async function pictures(text) {
  const all = await made;
  if (!all.has(text)) all.set(text, drawn(text));
  return all.get(text);
}

async function zbar({ png }, at) {
  const file = join(scratch, `${at}.png`);
  writeFileSync(file, png);
  const { stdout } = await promisify(execFile)("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file]);
  return stdout.trimEnd();
}

const decoders = [
  ["zbar", zbar, noZbar],
  ["jsQR", ({ data, width, height }) => jsQR(data, width, height)?.data, false],
  ["the kept decoder", ({ data, width, height }) => decodeQR({ data, width, height }), false],
];
for (const [name, read, skip] of decoders) {
  test(`${name} reads every code on screen, and the answers come back byte by byte`, { skip }, async () => {
    let split = 0;
    for (const text of words) {
      const { codes, saved } = await pictures(text);
      const pieces = new Pieces();
      let letters = null;
      for (const [at, code] of codes.entries()) letters = pieces.take((await read(code, at)) ?? "") ?? letters;
      assert.ok(letters, `${codes.length} codes of ${text.length} characters`);
      assert.equal(without(await carriedBy(letters).open()), saved);
      if (codes.length > 1) split += 1;
    }
    assert.ok(split > 0 && split < words.length, `${split} needed several codes`);
  });
}
