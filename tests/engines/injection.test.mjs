// Words that look like code stay words, in Chromium, Firefox and WebKit, with a strict policy and with none: in every sentence of an aid, in
// every box that a person writes in, and in the attributes of the element. Every step is looked at. What stands behind it is tried in
// `core/tests/record.rs` (what leaves), `tests/element/early.test.mjs` (a first step from a file) and `tests/fuzz` (files).
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, person } from "../support/chromium.mjs";
import { firefox, webkit } from "../support/engines.mjs";
import { dist, serve } from "../support/serve.mjs";
import { until } from "../support/widget.mjs";

// Without digits: a number that is typed into an aid is refused.
const CODE = `"'><img src=x onerror=hit()><svg onload=hit()><script>hit()</script><a href="javascript:hit()">`;
const BOXES = ["matters", "worries", "hopes", "would-not-accept", "reservations", "teach-back", "companion", "professional"];
const STEPS = ["about", "what-matters", "choice", "options", "compare", "weigh", "fit", "ready", "decide", "summary"];
const ID = "prostate-localised";

/** Every sentence with code behind it: a text of one word may be a name that others refer to. */
function infected(node) {
  if (typeof node === "string") return node.includes(" ") ? `${node} ${CODE}` : node;
  if (Array.isArray(node)) return node.map(infected);
  if (node && typeof node === "object") return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, infected(value)]));
  return node;
}

const plain = JSON.parse(await readFile(join(dist, "aids", `${ID}.json`), "utf8"));
const { about, choice, option, outcome } = plain;
// What a person reads; the rest is what files are made of.
const aid = { ...plain, about: { ...infected(about), title: `${about.title ?? ""} ${CODE}`.trim() }, ...(choice && { choice: infected(choice) }) };
if (about.title === undefined) delete aid.about.title;
aid.option = option.map((each) => ({ ...each, ...Object.fromEntries(["summary", "involves", "practicalities", "recovery", "benefits", "risks", "alternatives"].filter((key) => each[key]).map((key) => [key, infected(each[key])])) }));
aid.outcome = outcome.map((each) => (each.description ? { ...each, description: infected(each.description) } : each));
const text = JSON.stringify(aid);

const { consultation } = await import(pathToFileURL(join(dist, "weighup/headless.node.js")).href);
const talk = await consultation(text, { day: "2026-11-30" });
talk.act(
  ...BOXES.map((box) => ({ words: { "set-words": [box, `mine ${CODE}`] } })),
  { words: { "set-questions": `mine ${CODE}` } },
  { own: { "add-concern": `mine ${CODE}` } },
  { own: { "say-about": [outcome[0].id, `mine ${CODE}`] } },
  { talk: { "add-note": ["agenda", "me", `mine ${CODE}`, `mine ${CODE}`] } },
  { talk: { "add-note": ["actions", "me", `mine ${CODE}`, `mine ${CODE}`] } },
);
const saved = talk.saved();

const type = "text/javascript; charset=utf-8";
const pages = {
  "/hostile.json": { type: "application/json", body: text },
  "/hostile.html": { type: "text/html; charset=utf-8", body: '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Hostile</title><link rel="icon" href="data:,"><script type="module" src="/hostile.js"></script></html>' },
  "/hostile.js": {
    type,
    body: `window.hits = 0;
window.hit = () => { window.hits += 1; };
localStorage.setItem("weighup-answers-${ID}", ${JSON.stringify(saved)});
await import("/weighup/index.js");
const aid = document.createElement("weighup-aid");
const code = ${JSON.stringify(CODE)};
for (const name of ["theme", "mode", "step", "results", "scores", "ehr", "ehr-handle", "title"]) aid.setAttribute(name, code);
aid.setAttribute("keep", "");
aid.src = "/hostile.json";
const errors = [];
aid.addEventListener("weighup-error", ({ detail }) => errors.push(detail.code));
document.body.append(aid);
const passed = (check) => new Promise((resolve) => { const look = () => (check() ? resolve() : setTimeout(look, 20)); look(); });
await passed(() => errors.length > 0 || aid.shadowRoot?.querySelector(".wu-mount:not(.wu-first) .weighup h1"));
const seen = {};
for (const step of errors.length > 0 ? [] : ${JSON.stringify(STEPS)}) {
  aid.step = step;
  await passed(() => errors.length > 0 || (aid.step === step && !aid.shadowRoot.querySelector(".wu-step--begun, [data-working]")));
  const root = aid.shadowRoot;
  seen[step] = {
    code: root.querySelectorAll("img, script, [onerror], [onload], a[href^='javascript:']").length,
    words: root.textContent.includes("onerror=hit()") || [...root.querySelectorAll("textarea")].some(({ value }) => value.includes("onerror=hit()")),
  };
}
await new Promise((resolve) => setTimeout(resolve, 200));
window.found = JSON.stringify({ hits: window.hits, errors, seen });`,
  },
};

for (const [engine, start] of Object.entries({
  Chromium: async (t) => {
    const browser = await launch();
    t.after(() => browser.close());
    const page = await person(browser);
    return { open: (address) => page.goto(address), run: (source) => page.evaluate(source) };
  },
  Firefox: firefox,
  WebKit: webkit,
})) {
  test(`${engine} runs nothing of what an aid, a person or a page wrote, with a strict policy and with none`, { timeout: 600_000 }, async (t) => {
    const browser = await start(t);
    for (const policy of [undefined, null]) {
      const site = await serve({ answer: (path) => pages[path], ...(policy === null ? { policy } : {}) });
      t.after(() => site.close());
      await browser.open(`${site.url}hostile.html`);
      const { hits, errors, seen } = JSON.parse(await until(() => browser.run("window.found ?? null"), "every step was seen", 120_000));
      assert.deepEqual(errors, []);
      assert.equal(hits, 0);
      assert.deepEqual(Object.keys(seen), STEPS);
      for (const [step, { code }] of Object.entries(seen)) assert.equal(code, 0, step);
      assert.ok(Object.values(seen).filter(({ words }) => words).length >= 8, `the words are on the steps: ${JSON.stringify(seen)}`);
    }
  });
}
