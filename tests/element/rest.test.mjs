// The later code, that of all steps but the first, is in a file of its own, weighup_rest.wasm: what is done before it is there
// waits for it, what needs it first waits, and when it cannot come the page says so.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { events, listen, shown } from "../support/page.mjs";
import { dist } from "../support/serve.mjs";
import { until, Widget } from "../support/widget.mjs";

const host = (body) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title>
  <link rel="icon" href="data:,"><script type="module" src="/weighup/index.js"></script>${body}</html>`;
const aid = (id, attributes = "") => `<weighup-aid id="${id}" src="/aids/prostate-localised.json" ${attributes}><p>Plain words</p></weighup-aid>`;
const pages = { "/later.html": host(aid("one", 'step="weigh"')), "/two.html": host(aid("one") + aid("two")) };
const here = world({ serve: { answer: (path) => pages[path] && { body: pages[path], type: "text/html; charset=utf-8" } } });
const rest = (url) => url.pathname.endsWith("/weighup_rest.wasm");

/** A page whose rest is answered by `answer(route)`. */
async function open(path, answer) {
  const page = await here.person();
  await listen(page);
  await page.route(rest, answer);
  await page.goto(here.site.url + path);
  return page;
}

/** The rest waits for `arrive()`. */
function held() {
  let arrive;
  const late = new Promise((resolve) => { arrive = resolve; });
  return { arrive, answer: (route) => late.then(() => route.continue()) };
}

const mount = (page) => page.locator("weighup-aid .wu-mount:not(.wu-first)");
const failures = async (page) => (await events(page)).filter(([name]) => name === "weighup-error").map(([, { code }]) => code);

test("what is pressed before the rest is there is done when it comes", async () => {
  const { arrive, answer } = held();
  const page = await open("prostate-localised/", answer);
  const widget = await new Widget(page).ready();
  await widget.button(/^Next: /).click();
  assert.equal(await mount(page).getAttribute("aria-busy"), "true");
  await widget.heading("About this decision aid", 1).waitFor();
  // Another look meanwhile is the page's to choose.
  await page.evaluate(() => document.querySelector("weighup-aid").setAttribute("theme", "dark"));
  arrive();
  await widget.heading("What matters to you?", 1).waitFor();
  assert.equal(await mount(page).getAttribute("aria-busy"), null);
  assert.equal(await mount(page).locator("[data-theme=dark]").count(), 1);
  assert.deepEqual([...page.log.errors, ...(await failures(page))], []);
});

test("a page that opens at a later step waits for the rest and shows no other", async () => {
  const { arrive, answer } = held();
  const page = await open("later.html", answer);
  await until(() => page.log.requests.some((url) => url.endsWith("/weighup_fit_bg.wasm")), "the widget is there");
  await page.waitForFunction(() => document.querySelector("weighup-aid").shadowRoot?.querySelector("slot"));
  assert.equal(await mount(page).count(), 0);
  assert.equal(await page.locator("weighup-aid > *").first().isVisible(), true);
  arrive();
  await new Widget(page).heading("Weigh up what matters", 1).waitFor();
  assert.deepEqual([...page.log.errors, ...(await failures(page))], []);
});

test("when the rest cannot be reached the page's own content comes back, and trying again helps", async () => {
  let lost = true;
  const page = await open("prostate-localised/", (route) => (lost ? route.abort() : route.continue()));
  await page.getByRole("alert").getByText("Check your internet connection").waitFor();
  assert.equal(await page.locator("weighup-aid > *").first().isVisible(), true);
  assert.equal(await mount(page).count(), 0);
  assert.deepEqual(await failures(page), ["wasm-unreachable"]);
  lost = false;
  await page.getByRole("button", { name: "Try again" }).click();
  const widget = await new Widget(page).ready();
  await widget.button(/^Next: /).click();
  await widget.heading("What matters to you?", 1).waitFor();
});

test("a rest that was not uploaded is told to the owner, and nothing that cannot work stays", async () => {
  const page = await open("prostate-localised/", (route) => route.fulfill({ status: 404, body: "" }));
  await page.getByRole("alert").waitFor();
  await until(() => page.log.console.some((line) => /weighup_rest\.wasm answered with status 404/.test(line)), "the owner is told");
  assert.equal(await page.getByRole("button", { name: "Try again" }).count(), 0);
  assert.equal(await mount(page).count(), 0);
  assert.deepEqual(await failures(page), ["wasm-missing"]);
});

test("two on one page share it", async () => {
  let asked = 0;
  const page = await open("two.html", (route) => {
    asked += 1;
    return route.continue();
  });
  await shown(page, "#one");
  await shown(page, "#two");
  for (const id of ["one", "two"]) {
    const widget = new Widget(page, page.locator(`#${id}`));
    await widget.button(/^Next: /).click();
    await widget.heading("What matters to you?", 1).waitFor();
  }
  assert.equal(asked, 1);
});

test("the first file calls into the second through exactly one gate", async () => {
  const first = await readFile(join(dist, "weighup/wasm/weighup_element_bg.wasm"));
  // A gate hands its arguments on to a slot of the table of functions that is known when the file is made. Compilers call
  // what they know without a slot, so nothing else has this form: no locals, arguments, the slot, an indirect call, the end.
  const number = "[\\x80-\\xff]*[\\x00-\\x7f]";
  const form = new RegExp(`([\\x06-\\x7f])\\x00(?:\\x20[\\x00-\\x0f])*\\x41${number}\\x11${number}${number}\\x0b`, "gs");
  const gates = [...first.toString("latin1").matchAll(form)].filter(([found, size]) => size.charCodeAt(0) === found.length - 1);
  assert.equal(gates.length, 1);
});
