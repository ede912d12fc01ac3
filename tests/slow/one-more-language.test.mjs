// A language is added in one folder: a copy of the repository with a made-up language is built whole, and its gallery lists the
// language and its widget speaks it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { launch, person } from "../support/chromium.mjs";
import { shown } from "../support/page.mjs";
import { root, serve } from "../support/serve.mjs";

// What cargo compiles for it stays there for the next time; all else is copied anew. It does not share the repository's folder: published
// files say nothing of where they were made, so that cargo compiles every library anew whenever the place is another.
const copy = join(root, "target", "one-more-language");
// What a build makes, and what it does not need.
const left = new Set([".git", "target", "dist", "node_modules", ".results"]);
// A tag that no language has (ISO 639 leaves it to everybody), and words that no language has.
const TAG = "qaa";
const NAME = "Un arall";
const HEADING = "Zwib flogern dro";

/** Writes one file of the new language anew. */
async function edit(file, changes) {
  const path = join(copy, file);
  let text = await readFile(path, "utf8");
  for (const [old, fresh] of changes) {
    assert.ok(text.includes(old), `${file} has ${old}`);
    text = text.replace(old, fresh);
  }
  await writeFile(path, text);
}

let site;
let browser;
before(async () => {
  await mkdir(copy, { recursive: true });
  for (const name of await readdir(copy)) {
    if (name !== "target") await rm(join(copy, name), { recursive: true });
  }
  for (const name of await readdir(root)) {
    if (!left.has(name)) await cp(join(root, name), join(copy, name), { recursive: true, filter: (from) => !from.includes("node_modules") });
  }
  // The folder of the language: Welsh under another tag, another name and another heading.
  await cp(join(copy, "languages/cy"), join(copy, "languages", TAG), { recursive: true });
  await edit(`languages/${TAG}/language.toml`, [['tag = "cy"', `tag = "${TAG}"`], ['"Cymraeg"', `"${NAME}"`], ['"Welsh"', '"Made Up"']]);
  await edit(`languages/${TAG}/texts.toml`, [["Am y cymorth penderfynu hwn", HEADING]]);
  // An aid in it: the gallery links to a language where there is something to read.
  await cp(join(copy, "decision-aids/carpal-tunnel/cy.toml"), join(copy, `decision-aids/carpal-tunnel/${TAG}.toml`));
  const { CARGO_TARGET_DIR: _, ...env } = process.env;
  const made = promisify(execFile)("cargo", ["xtask", "build", "--offline"], { cwd: copy, env, maxBuffer: 2 ** 26 });
  await made.catch((error) => assert.fail(`the site with one more language was not built:\n${error.stdout}\n${error.stderr}`));
  site = await serve({ folder: join(copy, "dist") });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await site?.close();
});

test("the gallery lists a language that is one folder", async () => {
  const page = await person(browser);
  await page.goto(site.url);
  const link = page.getByRole("link", { name: NAME });
  assert.equal(await link.count(), 1);
  assert.deepEqual(await Promise.all(["lang", "hreflang", "dir"].map((name) => link.getAttribute(name))), [TAG, TAG, "ltr"]);
  await link.click();
  await page.waitForURL(`${site.url}carpal-tunnel.${TAG}/`);
  assert.equal(await page.locator("html").getAttribute("lang"), TAG);
  await shown(page);
  await page.getByRole("heading", { level: 1, name: HEADING }).waitFor();
  assert.deepEqual(page.log.errors, []);
  await page.context().close();
});

test("the widget speaks a language that is one folder", async () => {
  const page = await person(browser);
  await page.goto(new URL("prostate-localised/", site.url).href);
  await shown(page);
  // The interface alone: this aid is not translated.
  await page.evaluate((tag) => document.querySelector("weighup-aid").setAttribute("lang", tag), TAG);
  await page.getByRole("heading", { level: 1, name: HEADING }).waitFor();
  assert.ok(page.log.requests.some((url) => url.includes(`/texts/${TAG}.json`)), "its texts were asked for");
  assert.deepEqual(page.log.errors, []);
  await page.context().close();
});
