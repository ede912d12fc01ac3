// The same numbers everywhere, to the last bit: the canonical table, and how the options fit of every aid after answers of several kinds, as
// this machine's own command works them out, in Node, Chromium, Firefox and WebKit.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { parse } from "smol-toml";
import { firstDifference, readCases } from "../canonical/run.mjs";
import { answered } from "../second-opinion/fit-answers.mjs";
import { Opinion } from "../second-opinion/opinion.mjs";
import { fits, real, source } from "../second-opinion/product.mjs";
import { launch, person } from "../support/chromium.mjs";
import { firefox, webkit } from "../support/engines.mjs";
import { dist, serve } from "../support/serve.mjs";
import { until } from "../support/widget.mjs";

/** Ways of answering for each aid: more of them say nothing more of the numbers. */
const WAYS = 4;

const cases = await readCases();
const sets = real.flatMap((folder) => answered(new Opinion(parse(source(folder)))).slice(0, WAYS).map(({ aid, name, actions }) => ({ aid, name, actions })));
const native = (await fits(sets, ...real)).map(({ fit }) => fit);
const aids = Object.fromEntries(await Promise.all([...new Set(sets.map(({ aid }) => aid))].map(async (id) => [id, await readFile(join(dist, "aids", `${id}.json`), "utf8")])));
const work = { problems: cases.map(({ problem }) => JSON.stringify(problem)), sets, aids };

/** What one engine makes of all of it; -0 is told apart. It runs in a page as well as here. */
async function worked({ compute }, { fit }, { problems, sets, aids }) {
  const exact = (key, value) => (Object.is(value, -0) ? "-0" : value);
  const solved = [];
  for (const problem of problems) {
    solved.push(await compute(problem).then(
      (solution) => JSON.stringify(solution, exact),
      ({ code, place, message, statements }) => JSON.stringify({ error: { code, place, message, statements } }),
    ));
  }
  const fitted = [];
  for (const { aid, actions } of sets) fitted.push(JSON.stringify(await fit(aids[aid], actions, { day: "2026-11-30" }), exact));
  return { solved, fitted };
}

const type = "text/javascript; charset=utf-8";
const pages = {
  "/same.html": { type: "text/html; charset=utf-8", body: '<!doctype html><html lang="en-GB"><title>Same</title><link rel="icon" href="data:,"><script type="module" src="/same.js"></script></html>' },
  "/same.js": {
    type,
    body: `import * as api from "/weighup/api.js";
import * as headless from "/weighup/headless.js";
${worked}
const work = await (await fetch("/work.json")).json();
worked(api, headless, work).then((found) => { window.found = JSON.stringify(found); }, (error) => { window.found = JSON.stringify({ error: String(error) }); });`,
  },
  "/work.json": { type: "application/json", body: JSON.stringify(work) },
};

/** Every difference from the table and from this machine's own command. */
function differences({ solved, fitted, error }) {
  assert.equal(error, undefined);
  const parsed = (text) => JSON.parse(text, (key, value) => (value === "-0" ? -0 : value));
  const of = (found, wanted, name) => found.map((text, at) => [name(at), firstDifference(parsed(text), wanted[at], "")]);
  return [
    ...of(solved, cases.map(({ result }) => result), (at) => cases[at].name),
    ...of(fitted, native, (at) => `${sets[at].aid}, ${sets[at].name}`),
  ].filter(([, difference]) => difference !== null);
}

/** A page of an engine that has worked it all out. */
async function inPage(t, browser) {
  const site = await serve({ answer: (path) => pages[path] });
  t.after(() => site.close());
  await browser.open(`${site.url}same.html`);
  return JSON.parse(await until(() => browser.run("window.found ?? null"), "the results", 600_000));
}

test("every aid is among them, and every case of the table", async () => {
  const all = (await readdir(join(dist, "aids"))).filter((name) => /^[a-z0-9-]+\.json$/.test(name) && name !== "index.json");
  assert.equal(Object.keys(aids).length, all.length);
  assert.ok(cases.length >= 40 && sets.length >= all.length, `${cases.length} cases, ${sets.length} sets`);
});

test("Node has the same to the last bit", async () => {
  const entry = (name) => import(pathToFileURL(join(dist, "weighup", name)).href);
  assert.deepEqual(differences(await worked(await entry("api.node.js"), await entry("headless.node.js"), work)), []);
});

test("Chromium has the same to the last bit", { timeout: 900_000 }, async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const page = await person(browser);
  assert.deepEqual(differences(await inPage(t, { open: (address) => page.goto(address), run: (source) => page.evaluate(source) })), []);
});

test("Firefox has the same to the last bit", { timeout: 900_000 }, async (t) => {
  assert.deepEqual(differences(await inPage(t, await firefox(t))), []);
});

test("WebKit has the same to the last bit", { timeout: 900_000 }, async (t) => {
  assert.deepEqual(differences(await inPage(t, await webkit(t))), []);
});
