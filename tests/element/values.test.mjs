// What pages write into attributes: as programs, templates, systems of content and people write it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { shown } from "../support/page.mjs";
import { root } from "../support/serve.mjs";
import { until } from "../support/widget.mjs";

const head = '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><script type="module" src="/weighup/index.js"></script>';
const page = (id, more = "") => `${head}<weighup-aid src="/aids/${id}.json" ${more}><p>Fallback</p></weighup-aid></html>`;
const pages = { "/prostate.html": page("prostate-localised"), "/score.html": page("atrial-fibrillation"), "/hash.html": page("prostate-localised", "hash") };
const SCORE = "Work out your score: CHA2DS2-VASc";
const here = world({ serve: { answer: (path) => pages[path] && { type: "text/html; charset=utf-8", body: pages[path] } } });

async function open(path) {
  const page = await here.person();
  await page.goto(new URL(path, here.site.url).href);
  await shown(page);
  await page.waitForLoadState("networkidle");
  return page;
}
const aid = (page) => page.locator("weighup-aid");
const set = (page, name, value) => aid(page).evaluate((aid, [name, value]) => aid.setAttribute(name, value), [name, value]);
const step = (page) => aid(page).evaluate((aid) => aid.step);
const said = (page) => aid(page).evaluate((aid) => aid.shadowRoot.querySelector(".wu-mount:not([hidden])").innerText);

const OFF = ["false", "FALSE", " False ", "no", "off", "0", "null", "undefined"];
const ON = ["", "true", "keep", "yes", "1", "on"];

test("an attribute that stands for itself is off in every spelling of off, and where there was nothing to say", async () => {
  const page = await open("/prostate.html");
  const read = (value, way) => aid(page).evaluate((aid, [value, way]) => {
    for (const name of ["keep", "hash", "warn", "readAloud"]) {
      if (way === "attribute") aid.setAttribute(name === "readAloud" ? "read-aloud" : name, value);
      else aid[name] = value;
    }
    return [aid.keep, aid.hash, aid.warn, aid.readAloud];
  }, [value, way]);
  for (const value of OFF) assert.deepEqual(await read(value, "attribute"), Array(4).fill(false), `"${value}"`);
  for (const value of [...OFF, false, null, undefined, 0]) assert.deepEqual(await read(value, "property"), Array(4).fill(false), `${value}`);
  for (const way of ["attribute", "property"]) for (const value of ON) assert.deepEqual(await read(value, way), Array(4).fill(true), `"${value}"`);
});

test("`results` is `facts` in every spelling of it, and nothing else is", async () => {
  const page = await open("/prostate.html");
  await set(page, "step", "fit");
  await until(async () => (await step(page)) === "fit", "the fit");
  const whole = await said(page);
  for (const [value, facts] of [["facts", true], ["FACTS", true], [" Facts\n", true], ["fact", false], ["", false], ["null", false], ["undefined", false]]) {
    await set(page, "results", "facts");
    await until(async () => (await said(page)) !== whole, "only the facts");
    await set(page, "results", value);
    if (facts) assert.notEqual(await said(page), whole, `"${value}"`);
    else await until(async () => (await said(page)) === whole, `the fit with "${value}"`);
  }
});

test("`scores` is off in every spelling of off", async () => {
  const page = await open("/score.html");
  await set(page, "step", "compare");
  const score = aid(page).getByText(SCORE);
  await score.waitFor();
  for (const value of ["off", "OFF", " Off ", "false", "no", "0"]) {
    await set(page, "scores", value);
    await until(async () => (await score.count()) === 0, `no score with "${value}"`);
    await aid(page).evaluate((aid) => aid.removeAttribute("scores"));
    await until(async () => (await score.count()) > 0, "the score again");
  }
  for (const value of ["on", "", "null", "undefined", "yes"]) {
    await set(page, "scores", value);
    assert.ok((await score.count()) > 0, `"${value}"`);
  }
});

test("a step and a use are found in any letters, and what is none changes nothing", async () => {
  const page = await open("/prostate.html");
  for (const [value, to] of [["COMPARE", "compare"], [" Weigh ", "weigh"], ["nonsense", "weigh"], ["constructor", "weigh"], ["", "weigh"], ["null", "weigh"], ["ready?", "weigh"]]) {
    await set(page, "step", value);
    await until(async () => (await step(page)) === to, `${to} with "${value}"`);
  }
  for (const nothing of [null, undefined]) {
    const left = await aid(page).evaluate((aid, nothing) => {
      aid.step = "options";
      aid.step = nothing;
      return aid.getAttribute("step");
    }, nothing);
    assert.equal(left, null);
  }
  await set(page, "mode", "visit");
  assert.equal(await page.locator("weighup-aid .wu-panel").count(), 0);
  await set(page, "mode", " Together");
  await page.locator("weighup-aid .wu-panel").waitFor();
});

test("a language is found as systems write it, and is told to screen readers as a tag", async () => {
  const page = await open("/prostate.html");
  const speaks = () => page.locator("weighup-aid .wu-mount:not([hidden]) .weighup").getAttribute("lang");
  for (const [value, tag] of [["cy_GB", "cy-GB"], [" en-GB\n", "en-GB"], ["CY", "CY"], ["toString", "en-GB"], ["cy-GB-u-nu-latn", "cy-GB-u-nu-latn"], ["*", "en-GB"], ["en_x_easy", "en-x-easy"], ["en-simple", "en-simple"]]) {
    await set(page, "lang", value);
    await until(async () => (await speaks()) === tag, `${tag} with "${value}"`);
    const lines = await page.locator("weighup-aid .wu-mount:not([hidden]) .wu-line").count();
    assert.equal(lines > 0, ["en-x-easy", "en-simple"].includes(tag), `a line for each sentence in ${tag}`);
  }
});

test("an address of the same file is the same aid", async () => {
  const page = await open("/prostate.html");
  await set(page, "step", "what-matters");
  await until(async () => (await step(page)) === "what-matters", "the second step");
  await aid(page).getByRole("textbox").first().fill("my garden");
  for (const src of ["/aids/../aids/prostate-localised.json", "aids/prostate-localised.json#top", " /aids/prostate-localised.json ", "//" + new URL(here.site.url).host + "/aids/prostate-localised.json"]) {
    await set(page, "src", src);
    await page.waitForLoadState("networkidle");
    assert.equal(await aid(page).getByRole("textbox").first().inputValue(), "my garden", src);
  }
});

test("an address that names no step is one without a step", async () => {
  for (const hash of ["#weighup-nonsense", "#weighup-", "#weighup-constructor", "#weighup-compare/2", "#top"]) {
    const page = await open(`/hash.html${hash}`);
    assert.equal(await step(page), "about", hash);
    await aid(page).evaluate((aid) => { aid.step = "weigh"; });
    await until(async () => (await step(page)) === "weigh", "weighing");
    assert.equal(new URL(page.url()).hash, "#weighup-weigh");
    await page.goBack();
    await until(async () => (await step(page)) === "about", `back from ${hash}`);
  }
  const page = await open("/hash.html#weighup-Compare");
  assert.equal(await step(page), "compare");
});

test("the steps that an address may name are the steps there are", async () => {
  const [script, types] = await Promise.all(["pkg/js/lib/address.js", "pkg/js/index.d.ts"].map((path) => readFile(join(root, path), "utf8")));
  const names = (text) => [...text.matchAll(/"([a-z-]+)"/g)].map(([, name]) => name);
  assert.deepEqual(names(/STEPS = \[([^\]]*)\]/.exec(script)[1]), names(/type Step =([^;]*);/.exec(types)[1]));
});
