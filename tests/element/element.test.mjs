// The element as a part of somebody else's page.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { events, listen, shown, text } from "../support/page.mjs";
import { dist } from "../support/serve.mjs";
import { until } from "../support/widget.mjs";

const page = (body) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title>
  <link rel="icon" href="data:,"><script type="module" src="/weighup/index.js"></script>${body}</html>`;
const aid = (id, attributes = "") =>
  `<weighup-aid id="${id}" src="/aids/prostate-localised.json" ${attributes}><p>Fallback of ${id}</p></weighup-aid>`;
const pages = {
  "/two.html": page(`<div id="here">${aid("one")}</div><div id="there"></div>${aid("two")}`),
  "/one.html": page(aid("one")),
  "/none.html": page('<div id="here"></div>'),
  "/early.html": `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title>
    <link rel="icon" href="data:,"><script type="module" src="/early.js"></script>
    <script type="module" src="/weighup/index.js"></script><weighup-aid id="one"></weighup-aid></html>`,
  "/early.js": `document.getElementById("one").aid = await (await fetch("/aids/prostate-localised.json")).json();`,
  "/twice.html": page(`${aid("one")}<script type="module" src="/weighup/inline.js"></script>`),
};
const here = world({
  serve: {
    answer: (path) => pages[path] && {
      body: pages[path], type: path.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8",
    },
  },
});

async function open(path) {
  const page = await here.person();
  await listen(page);
  await page.goto(new URL(path, here.site.url).href);
  return page;
}

const next = (page, id) => page.locator(`#${id}`).getByRole("button", { name: /^Next: / }).click();
const heading = (page, id) => page.locator(`#${id}`).locator("h1").first().textContent();

/** Goes to the second step and writes something. */
async function write(page, id, words) {
  await shown(page, `#${id}`);
  await next(page, id);
  const field = page.locator(`#${id}`).getByRole("textbox").first();
  await field.fill(words);
  return field;
}

test("it shows the aid, tells the page, and asks for nothing afterwards", async () => {
  const page = await open("/one.html");
  assert.match(await shown(page, "#one"), /prostate/i);
  assert.equal(await page.getByText("Fallback of one").isVisible(), false);
  await page.waitForFunction(() => window.heard.length > 0);
  assert.deepEqual((await events(page))[0], ["weighup-ready", {}, "one"]);
  const before = page.log.requests.length;
  await write(page, "one", "I want to keep cycling");
  await next(page, "one");
  assert.deepEqual(page.log.requests.slice(before), []);
  assert.deepEqual([...page.log.errors, ...page.log.console, ...page.log.outside], []);
  const kept = await page.evaluate(async () => [
    localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length,
  ]);
  assert.deepEqual(kept, [0, 0, "", 0]);
});

test("events name steps and never carry the person's words", async () => {
  const page = await open("/one.html");
  await write(page, "one", "SECRETWORDS");
  await next(page, "one");
  const told = await events(page);
  assert.ok(told.some(([name, detail]) => name === "weighup-step" && detail.step === "what-matters"), JSON.stringify(told));
  assert.doesNotMatch(JSON.stringify(told), /SECRETWORDS/);
});

test("two on one page keep their answers apart and share code and styles", async () => {
  const page = await open("/two.html");
  const field = await write(page, "one", "only mine");
  await shown(page, "#two");
  assert.equal(await field.inputValue(), "only mine");
  assert.notEqual(await heading(page, "one"), await heading(page, "two"));
  const wasm = () => page.log.requests.filter((url) => url.endsWith(".wasm")).map((url) => url.split("/").at(-1)).sort();
  await until(() => wasm().length === 3, "the widget, its rest and its engine");
  assert.deepEqual(wasm(), ["weighup_element_bg.wasm", "weighup_fit_bg.wasm", "weighup_rest.wasm"]);
  const shared = await page.evaluate(() => {
    const [one, two] = ["one", "two"].map((id) => document.getElementById(id).shadowRoot.adoptedStyleSheets);
    return one.length > 0 && one.every((sheet, at) => sheet === two[at]);
  });
  assert.ok(shared, "one copy of the styles");
});

test("moved by a script, it keeps what was written", async () => {
  const page = await open("/two.html");
  const field = await write(page, "one", "still here");
  await page.evaluate(() => document.getElementById("there").append(document.getElementById("one")));
  assert.equal(await field.inputValue(), "still here");
  await page.evaluate(() => {
    const one = document.getElementById("one");
    one.remove();
    document.getElementById("here").prepend(one);
  });
  assert.equal(await field.inputValue(), "still here");
  await next(page, "one");
  assert.deepEqual(page.log.errors, []);
});

test("attributes change its looks and never its answers", async () => {
  const page = await open("/one.html");
  const field = await write(page, "one", "kept");
  for (const [name, value] of [["theme", "dark"], ["lang", "en"], ["dir", "rtl"], ["dir", "ltr"], ["results", "facts"], ["scores", "off"], ["theme", "nonsense"]]) {
    await page.evaluate(([name, value]) => document.getElementById("one").setAttribute(name, value), [name, value]);
    assert.equal(await field.inputValue(), "kept", `${name}=${value}`);
  }
});

test("another aid and back again finds the answers of the first", async () => {
  const page = await open("/one.html");
  const field = await write(page, "one", "first aid");
  const other = JSON.parse(await readFile(join(dist, "aids/index.json"), "utf8")).find(({ id }) => id !== "prostate-localised");
  await page.evaluate((json) => { document.getElementById("one").src = `/aids/${json}`; }, other.json);
  await page.waitForFunction(() => document.getElementById("one").shadowRoot.querySelector(".weighup"));
  await page.waitForFunction(() => window.heard.filter(([name]) => name === "weighup-ready").length === 2);
  assert.equal((await text(page, "#one")).includes("first aid"), false);
  await page.evaluate(() => { document.getElementById("one").src = "/aids/prostate-localised.json"; });
  assert.equal(await field.inputValue(), "first aid");
});

test("reset forgets everything without asking the network", async () => {
  const page = await open("/one.html");
  await write(page, "one", "to forget");
  const before = page.log.requests.length;
  await page.evaluate(() => document.getElementById("one").reset());
  await page.waitForFunction(() => window.heard.filter(([name]) => name === "weighup-ready").length === 2);
  await next(page, "one");
  assert.equal(await page.locator("#one").getByRole("textbox").first().inputValue(), "");
  assert.equal(page.log.requests.length, before);
});

test("an aid can be handed over, also before the element is defined", async () => {
  const early = await open("/early.html");
  assert.match(await shown(early, "#one"), /prostate/i);
  const page = await open("/none.html");
  await page.evaluate(async () => {
    await customElements.whenDefined("weighup-aid");
    const element = document.createElement("weighup-aid");
    element.aid = await (await fetch("/aids/prostate-localised.json")).text();
    document.getElementById("here").append(element);
  });
  assert.match(await shown(page), /prostate/i);
});

test("both builds on one page are one element", async () => {
  const page = await open("/twice.html");
  assert.match(await shown(page, "#one"), /prostate/i);
  assert.deepEqual([...page.log.errors, ...page.log.console], []);
});

test("printing shows the element alone and puts the page back", async () => {
  const page = await open("/two.html");
  await shown(page, "#one");
  const seen = await page.evaluate(async () => {
    const one = document.getElementById("one");
    const marked = () => document.querySelectorAll("[data-weighup-print]").length;
    const found = {};
    window.print = () => { found.during = [marked(), document.adoptedStyleSheets.length]; };
    one.printSummary();
    window.dispatchEvent(new Event("afterprint"));
    found.after = [marked(), document.adoptedStyleSheets.length];
    return found;
  });
  assert.deepEqual(seen, { during: [4, 1], after: [0, 0] });
});
