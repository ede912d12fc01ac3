// The desk over a folder on the disk, as `weighup desk` serves it: it is open already, saves in place, follows what changes outside, and writes over
// nobody's work.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, person } from "../support/chromium.mjs";
import { Author } from "../support/desk.mjs";
import { command } from "../support/review.mjs";
import { dist, root } from "../support/serve.mjs";
import { until } from "../support/widget.mjs";

const folder = mkdtempSync(join(tmpdir(), "weighup-desk-"));
const aid = join(folder, "sore-throat");
const onDisk = () => readFileSync(join(aid, "aid.toml"), "utf8");
let browser, serving, address;

before(async () => {
  cpSync(join(root, "decision-aids/sore-throat"), aid, { recursive: true });
  browser = await launch();
  serving = spawn(command, ["desk", aid, "--port", "0", "--widget", join(dist, "weighup")], { cwd: root });
  address = await new Promise((found, failed) => {
    let said = "";
    const listen = (text) => {
      said += text;
      const [url] = said.match(/http:\/\/(localhost|127\.0\.0\.1):\d+\S*/) ?? [];
      if (url) found(url.replace("localhost", "127.0.0.1"));
    };
    serving.stdout.on("data", listen);
    serving.stderr.on("data", listen);
    serving.on("exit", () => failed(new Error(said)));
  });
});
after(async () => {
  serving?.kill();
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function desk() {
  const page = await person(browser, { viewport: { width: 1366, height: 900 } });
  await page.goto(address);
  await page.waitForSelector("html[data-desk=ready]", { state: "attached" });
  const author = new Author(page);
  await page.locator(".dk-head").waitFor();
  return author;
}

test("the folder is open, Save writes into it, and the token is not left in the address", async () => {
  const author = await desk();
  const { page } = author;
  assert.ok(!page.url().includes("token"), page.url());
  const before = onDisk();
  await author.write("short_title", "A sore throat");
  await author.button("Save").first().click();
  await author.said.getByText(/^Saved in .*aid\.toml/).waitFor();
  const is = onDisk().split("\n");
  assert.deepEqual(is.filter((line, at) => line !== before.split("\n")[at]), ['short_title = "A sore throat"']);
  await author.frame();
  assert.deepEqual(page.log.outside, []);
  assert.deepEqual(page.log.errors, []);
  assert.deepEqual(page.log.console, []);
});

test("what changes outside is followed, and nobody's work is written over", async () => {
  const author = await desk();
  const { page } = author;
  const theirs = onDisk().replace(/^short_title = .*$/m, 'short_title = "Their throat"');
  writeFileSync(join(aid, "aid.toml"), theirs);
  await until(async () => (await author.at("short_title").inputValue()) === "Their throat", "the page follows the disk");
  // Both change.
  await author.write("short_title", "My throat");
  const other = theirs.replace("Their throat", "Another throat");
  writeFileSync(join(aid, "aid.toml"), other);
  await author.button("Save").first().click();
  const clash = page.locator("#dk-clash");
  await clash.waitFor();
  assert.equal(onDisk(), other, "nothing was written");
  assert.equal(await author.at("short_title").inputValue(), "My throat", "nothing is lost");
  await clash.getByRole("button", { name: /^Show what is there/ }).click();
  assert.equal(await author.at("short_title").inputValue(), "Another throat");
  await page.getByRole("button", { name: /^Undo/ }).click();
  assert.equal(await author.at("short_title").inputValue(), "My throat");
  await author.button("Save").first().click();
  await author.said.getByText(/^Saved in /).waitFor();
  assert.match(onDisk(), /My throat/);
});
