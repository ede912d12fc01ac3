// Pages, extensions and browsers inside other apps put something else in the place of what a browser has, or leave it out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { events, listen, shown } from "../support/page.mjs";
import { until } from "../support/widget.mjs";

const body = '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><script type="module" src="/weighup/index.js"></script><weighup-aid src="/aids/prostate-localised.json" read-aloud keep><p>Fallback</p></weighup-aid></html>';
const here = world({ serve: { answer: (path) => (path === "/host.html" ? { type: "text/html; charset=utf-8", body } : undefined) } });

async function open(patch) {
  const page = await here.person();
  await listen(page);
  await page.addInitScript(patch);
  await page.goto(new URL("/host.html", here.site.url).href);
  return page;
}

const speech = (more) => `Object.defineProperty(window, "speechSynthesis", { value: { addEventListener() {}, removeEventListener() {}, ${more} } })`;
// With each of these the widget works as it does without.
const patches = {
  "`fetch` takes texts and requests, as wrappers of other years do": "const real = fetch; window.fetch = (what, how) => real(typeof what === 'string' ? what : new Request(what.url, what), how)",
  "voices have no language": speech("getVoices: () => [{ localService: true }, { localService: true, lang: null }, { localService: true, lang: '' }], cancel() {}"),
  "asking for voices throws": speech("getVoices() { throw new Error('no') }, cancel() {}"),
  "there are no voices to ask for": speech("getVoices: undefined, cancel: undefined"),
  "lists and texts are written as JSON in another way": "Array.prototype.toJSON = function () { return 'broken' }",
  "every object has more": "Object.prototype.extend = function () { return this }; Array.prototype.extra = function () {}",
  "there is no storage but its name": "Object.defineProperty(window, 'localStorage', { value: null })",
  "storage gives nothing back": "Storage.prototype.getItem = () => undefined",
  "nothing works out a hash": "Object.defineProperty(window, 'crypto', { value: undefined })",
  "clicks go no further than the document": "document.addEventListener('click', (event) => event.stopPropagation())",
  "the listener of `weighup-ready` moves the element": "addEventListener('weighup-ready', ({ target }) => { const { parentNode } = target; target.remove(); parentNode.append(target) }, { once: true })",
};

for (const [what, patch] of Object.entries(patches)) {
  test(`a page where ${what}`, async () => {
    const page = await open(patch);
    await shown(page);
    await page.waitForFunction(() => window.heard.some(([name]) => name === "weighup-ready"));
    const aid = page.locator("weighup-aid");
    await aid.getByRole("button", { name: /^Next: / }).first().click();
    await aid.getByRole("textbox").first().fill("my garden");
    await aid.evaluate((aid) => { aid.step = "summary"; });
    await aid.getByText("my garden").first().waitFor();
    assert.deepEqual((await events(page)).filter(([name]) => name === "weighup-error"), []);
    assert.deepEqual(page.log.errors, []);
  });
}

test("a window that is none to WebAssembly, as those of test runners, shows the page's own content", async () => {
  const page = await open("Object.defineProperty(Window, Symbol.hasInstance, { value: () => false })");
  await page.waitForFunction(() => window.heard.some(([name]) => name === "weighup-error"));
  assert.deepEqual((await events(page)).map(([name, { code }]) => [name, code]), [["weighup-error", "old-browser"]]);
  assert.equal(await page.getByText("Fallback").isVisible(), true);
  assert.deepEqual(page.log.errors, []);
});

test("a browser that refuses to print says so, and leaves the page as it was", async () => {
  const page = await open("window.print = () => { throw new Error('refused') }");
  await shown(page);
  await page.locator("weighup-aid").evaluate((aid) => aid.printSummary());
  await page.locator("weighup-aid").getByText(/this browser cannot print from here/).first().waitFor();
  await until(() => page.evaluate(() => document.querySelectorAll("[data-weighup-print]").length === 0), "no mark is left");
  assert.deepEqual(page.log.errors, []);
});
