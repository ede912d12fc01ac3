// What docs/paragraphs.md says of the element is so, and its example counts steps and never a word. Every address of llms.txt is a file here.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { dist, root } from "../support/serve.mjs";
import { until, Widget } from "../support/widget.mjs";

const guide = await readFile(join(root, "docs/paragraphs.md"), "utf8");
const page = (attributes) => ({
  type: "text/html; charset=utf-8",
  body: `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
    <script type="module" src="/weighup/index.js"></script><weighup-aid src="/aids/prostate-localised.json" ${attributes}><p>Fallback</p></weighup-aid></html>`,
});
const here = world({ serve: { answer: (path) => ({ "/keep.html": page("keep"), "/plain.html": page("") })[path] } });
const stored = (page) => page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]);

test("nothing is stored before the box is ticked, and then only what the table of cookies names", async () => {
  const visit = await here.open("keep.html");
  const widget = await new Widget(visit).ready();
  await widget.next();
  await widget.root.getByRole("textbox").first().fill("my garden");
  await widget.next();
  assert.deepEqual(await stored(visit), [[], [], ""]);
  await widget.go("Summary");
  const [, name] = guide.match(/\| `([a-z-]+)…` \| local storage/);
  const [, ticked] = guide.match(/If you tick "([^"]+)"/);
  await widget.root.getByRole("checkbox", { name: ticked }).check();
  await until(async () => (await stored(visit))[0].length > 0, "what is kept");
  const [local, session, cookies] = await stored(visit);
  assert.deepEqual([local.filter((key) => !key.startsWith(name)), session, cookies], [[], [], ""]);
});

test("the example that counts tells each step once, and no word that was written", async () => {
  const [, example] = guide.match(/```js\n(.*?)```/s);
  const visit = await here.person();
  await visit.addInitScript(`window.told = []; const count = (name) => window.told.push(name); ${example}`);
  await visit.goto(new URL("plain.html", here.site.url).href);
  const widget = await new Widget(visit).ready();
  await widget.next();
  await widget.root.getByRole("textbox").first().fill("my garden");
  for (const step of ["Compare", "What matters", "Compare", "Summary"]) await widget.go(step);
  const told = await visit.evaluate(() => window.told);
  assert.ok(told.length >= 3 && told.length === new Set(told).size, told.join());
  for (const name of told) assert.match(name, /^decision-aid\/[a-z-]+$/);
  assert.deepEqual(visit.log.outside, []);
});

test("every address of llms.txt is a file of the repository, and every link of the paragraphs", async () => {
  const text = await readFile(join(dist, "llms.txt"), "utf8");
  const named = [...text.matchAll(/\(https:\/\/github\.com\/weighup\/weighup\/blob\/main\/([^)]+)\)/g)].map(([, path]) => path);
  assert.ok(named.length > 10);
  const own = [...text.matchAll(/\((docs\/[^)]+)\)/g)].map(([, path]) => path);
  assert.equal(named.length + own.length, [...text.matchAll(/\]\(/g)].length, "every link is to the repository or to a page here");
  for (const path of own) assert.ok(existsSync(join(dist, path)), path);
  const linked = [...guide.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => join("docs", path));
  for (const path of [...named, ...linked]) assert.ok(existsSync(join(root, path)), path);
});
