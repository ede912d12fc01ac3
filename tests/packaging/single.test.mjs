// `weighup build --single --widget`: one file that a person opens from a USB stick, in every language that the aid has, with the widget and without
// it, and where a browser has switched off what the widget stands on.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { launch, person } from "../support/chromium.mjs";
import { shown } from "../support/page.mjs";
import { dist, root } from "../support/serve.mjs";
import { until } from "../support/widget.mjs";

const command = process.env.WEIGHUP_COMMAND ?? join(root, "target/debug/weighup");
let folder, file, browser;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "weighup-single-"));
  await promisify(execFile)(command, ["build", "--single", "--widget", join(dist, "weighup"), "--out", folder, "decision-aids/prostate-localised"], { cwd: root });
  file = pathToFileURL(join(folder, "prostate-localised.html")).href;
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const words = (page) => page.evaluate(() => document.querySelector("weighup-aid").shadowRoot.querySelector(".wu-mount:not([hidden]) textarea")?.value);
const speaks = (page) => page.evaluate(() => document.querySelector("weighup-aid").shadowRoot?.querySelector(".wu-mount:not([hidden]) .weighup")?.lang);

async function open(options, more = "") {
  const page = await person(browser, options);
  await page.goto(file + more);
  return page;
}

test("opened from a disk the widget is there, and a link of a language takes the answers along", async () => {
  const page = await open();
  await shown(page);
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => { document.querySelector("weighup-aid").step = "what-matters"; });
  await page.locator("weighup-aid").getByRole("textbox").first().fill("my garden");
  await page.getByRole("link", { name: "Cymraeg" }).click();
  await until(async () => (await speaks(page)) === "cy", "the aid in Welsh");
  assert.equal(await words(page), "my garden");
  await page.getByRole("link", { name: /^English/ }).click();
  await until(async () => /^en/.test(await speaks(page)), "English again");
  assert.equal(await words(page), "my garden");
  assert.deepEqual(page.log.requests.filter((url) => !/^(data|blob):/.test(url) && url.split("#")[0] !== file), [], "nothing but the file is asked for");
  assert.deepEqual([page.log.errors, page.log.console], [[], []]);
  await page.context().close();
});

test("an address that names a language opens in it", async () => {
  const page = await open({}, "#in-ur");
  await until(async () => (await speaks(page)) === "ur", "the aid in Urdu");
  await page.context().close();
});

test("without scripts each language is whole, one at a time, and its contents lead into it", async () => {
  const page = await open({ javaScriptEnabled: false });
  const seen = () => page.locator("main:visible").evaluateAll((all) => all.map((main) => main.closest("[id]").id));
  assert.deepEqual(await seen(), ["in-own"]);
  for (const [name, place] of [["Cymraeg", "in-cy"], ["Easy Read", "in-easy"]]) {
    await page.getByRole("link", { name }).first().click();
    assert.deepEqual(await seen(), [place]);
    await page.locator("main:visible nav a").last().click();
    assert.deepEqual(await seen(), [place], "a place in it is in the same language");
  }
  const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length, "every id is there once");
  await page.context().close();
});

test("where the browser runs no WebAssembly the whole page stands there, under a sentence that is true, in its language", async () => {
  const strict = await launch(["--js-flags=--jitless"]);
  try {
    for (const [place, said, outcome] of [["", /Everything that the decision aid says stands below/, /of every 100 men/], ["#in-cy", /Mae popeth y mae’r cymorth penderfynu yn ei ddweud isod/, /o bob 100/]]) {
      const page = await person(strict);
      await page.goto(file + place);
      assert.equal(await page.evaluate(() => typeof WebAssembly), "undefined");
      await page.locator("weighup-aid").getByText(said).waitFor();
      assert.match(await page.locator("main:visible").innerText(), outcome);
      assert.ok(page.log.console.some((line) => line.includes("[no-wasm]")), page.log.console.join("\n"));
      await page.context().close();
    }
  } finally {
    await strict.close();
  }
});
