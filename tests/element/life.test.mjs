// What a page may do to the element, as the table of docs/embedding.md promises it: every row has its test here.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { events, listen, shown } from "../support/page.mjs";
import { root } from "../support/serve.mjs";
import { until } from "../support/widget.mjs";

const SRC = "/aids/prostate-localised.json";
const head = '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">';
const script = '<script type="module" src="/weighup/index.js"></script>';
const aid = (attributes) => `<weighup-aid id="one" ${attributes}><p>Ask us for a booklet.</p></weighup-aid>`;
const page = (attributes, more = "") => `${head}${more}${script}<div id="here">${aid(attributes)}</div><div id="there"></div></html>`;
const pages = {
  "/plain.html": page(`src="${SRC}"`),
  "/hash.html": page(`src="${SRC}" hash`),
  "/deep/base.html": page(`src="${SRC}" hash`, '<base href="/weighup/">'),
  "/early.html": `${head}<script type="module" src="/early.js"></script>${script}<weighup-aid id="one"></weighup-aid></html>`,
  "/early.js": `Object.assign(document.getElementById("one"), { src: "${SRC}", theme: "dark", mode: "prepare", step: "options", keep: true, hash: false, readAloud: false, results: "facts" });`,
  "/first.html": page(`src="${SRC}" first="https://%CDN%/x.first.html"`),
  "/narrow.html": page(`src="${SRC}"`, '<link rel="stylesheet" href="/narrow.css">'),
  "/narrow.css": "#here { width: 0 } weighup-aid { display: block }",
  "/two-faults.html": page('src="/aids/none.json"'),
};
pages["/warn.html"] = page(`src="${SRC}" warn`);
for (const value of ["false", "FALSE", "no", "off", "0"]) pages[`/off-${value}.html`] = page(`src="${SRC}" keep="${value}" hash="${value}" warn="${value}" read-aloud="${value}"`);
for (const [at, value] of ["https://%CDN%/x.json", "http://[", "//"].entries()) pages[`/src-${at}.html`] = page(`src="${value}"`);

const here = world({
  serve: {
    answer: (path) => {
      const type = path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "text/html; charset=utf-8";
      return pages[path] && { body: pages[path], type };
    },
  },
});

async function open(path, prepare = () => {}) {
  const page = await here.person();
  await listen(page);
  await prepare(page);
  await page.goto(new URL(path, here.site.url).href);
  return page;
}

const element = (page, work, given) => page.evaluate(([work, given]) => new Function("one", "given", `return (${work})(one, given)`)(
  window.one ?? document.getElementById("one"), given), [String(work), given]);
const step = (page) => element(page, (one) => one.step);
const mount = ".wu-mount:not(.wu-first):not([hidden]) .weighup";
const speaks = (page, lang) => until(() => element(page, (one, [mount, lang]) => one.shadowRoot?.querySelector(mount)?.lang === lang, [mount, lang]), `the widget in ${lang}`);
const failed = (page) => page.waitForFunction(() => window.heard.some(([name]) => name === "weighup-error"));
const codes = async (page) => (await events(page)).filter(([name]) => name === "weighup-error").map(([, { code }]) => code);

/** On to the second step, with words in its first field. */
async function write(page, words) {
  await shown(page, "#one");
  await page.locator("#one").getByRole("button", { name: /^Next: / }).first().click();
  await until(async () => (await step(page)) === "what-matters", "the second step");
  await page.locator("#one").getByRole("textbox").first().fill(words);
}

const words = (page) => until(() => element(page, (one) => one.shadowRoot.querySelector(".wu-mount:not([hidden]) textarea")?.value), "the words");

const rows = {
  async "sets properties before the script has come"() {
    const page = await open("/early.html");
    await shown(page, "#one");
    await until(async () => (await step(page)) === "options", "the step that was set early");
    assert.equal(await element(page, (one) => one.theme), "dark");
    assert.deepEqual(await element(page, (one) => Object.getOwnPropertyNames(one)), []);
    assert.deepEqual(await element(page, (one) => [one.keep, one.hash, one.readAloud, one.results]), [true, false, false, "facts"]);
    await element(page, (one) => { one.theme = "nhs"; one.step = "about"; });
    assert.equal(await element(page, (one) => one.getAttribute("theme")), "nhs");
    await until(async () => (await step(page)) === "about", "the step that was set later");
  },
  async "sets `keep`, `hash`, `warn` or `read-aloud` to `false`, `no`, `off` or `0`"() {
    for (const value of ["false", "FALSE", "no", "off", "0"]) {
      const page = await open(`/off-${value}.html`);
      await shown(page, "#one");
      assert.deepEqual(await element(page, (one) => [one.keep, one.hash, one.warn, one.readAloud]), [false, false, false, false], value);
      await page.locator("#one").getByRole("button", { name: /^Next: / }).first().click();
      await until(async () => (await step(page)) === "what-matters", "the second step");
      assert.equal(new URL(page.url()).hash, "", value);
    }
  },
  async "gives `first` something that is no address"() {
    const warnings = [];
    const page = await open("/first.html", (page) => page.on("console", (message) => warnings.push(message.text())));
    await shown(page, "#one");
    assert.ok(warnings.some((line) => line.includes("%CDN%") && line.includes("no address")), warnings.join("\n"));
    assert.deepEqual(await codes(page), []);
  },
  async "gives `src` something that is no address"() {
    for (const at of [0, 1, 2]) {
      const page = await open(`/src-${at}.html`);
      await failed(page);
      assert.deepEqual(await codes(page), ["src-invalid"]);
      assert.ok(page.log.console.some((line) => line.includes('attribute "src"')), page.log.console.join("\n"));
    }
  },
  async "hands over an `aid` that cannot be written as JSON"() {
    const page = await open("/plain.html");
    await shown(page, "#one");
    for (const made of ["const a = {}; a.a = a; return a", "return { a: 1n }", "return () => {}", "return Symbol('a')", "return ''", "return { toJSON() { throw new Error('no') } }"]) {
      await page.evaluate((made) => {
        window.heard = [];
        document.getElementById("one").aid = new Function(made)();
      }, made);
      await failed(page);
      assert.deepEqual(await codes(page), ["aid-not-json"], made);
    }
  },
  async "moves it in the page"() {
    const page = await open("/plain.html");
    await write(page, "still here");
    await page.evaluate(() => document.getElementById("there").append(document.getElementById("one")));
    assert.equal(await words(page), "still here");
  },
  async "takes it out, and puts it back within ten minutes"() {
    const page = await open("/plain.html", (page) => page.clock.install());
    await write(page, "back again");
    await page.evaluate(() => { window.one = document.getElementById("one"); window.one.remove(); });
    await page.clock.runFor(9 * 60_000);
    assert.equal(await element(page, (one) => one.shadowRoot.querySelector(".weighup")), null);
    await page.evaluate(() => document.getElementById("there").append(window.one));
    assert.equal(await words(page), "back again");
    assert.equal(await step(page), "what-matters");
    await page.evaluate(() => window.one.remove());
    await page.clock.runFor(11 * 60_000);
    await page.evaluate(() => document.getElementById("there").append(window.one));
    await shown(page, "#one");
    assert.equal(await step(page), "about");
  },
  async "takes it out, and leaves the page or calls `reset()`"() {
    for (const end of ["window.dispatchEvent(new PageTransitionEvent('pagehide'))", "window.one.reset()"]) {
      const page = await open("/plain.html");
      await write(page, "gone");
      await page.evaluate(async (end) => {
        window.one = document.getElementById("one");
        window.one.remove();
        await Promise.resolve();
        new Function(end)();
        document.getElementById("there").append(window.one);
      }, end);
      await shown(page, "#one");
      assert.equal(await step(page), "about", end);
    }
  },
  "takes its window apart while the element stands in it, as test runners do": async () => {
    const page = await open("/plain.html");
    await shown(page, "#one");
    await page.evaluate(async () => {
      const one = document.getElementById("one");
      const gone = [
        "addEventListener", "removeEventListener", "dispatchEvent", "matchMedia", "getComputedStyle", "requestAnimationFrame",
        "cancelAnimationFrame", "MutationObserver", "ResizeObserver", "IntersectionObserver", "history", "localStorage",
      ];
      for (const name of gone) Object.defineProperty(window, name, { value: undefined, configurable: true });
      one.remove();
      await new Promise((done) => { setTimeout(done); });
    });
    assert.deepEqual(page.log.errors, []);
    assert.equal(await page.locator("#one").count(), 0);
  },
  async "moves it into another document"() {
    const page = await open("/plain.html");
    await write(page, "in the frame");
    const sheets = await page.evaluate(() => {
      const frame = document.createElement("iframe");
      document.body.append(frame);
      window.one = document.getElementById("one");
      frame.contentDocument.body.append(window.one);
      return window.one.shadowRoot.adoptedStyleSheets.length;
    });
    assert.equal(sheets, 1);
    assert.equal(await words(page), "in the frame");
  },
  async "changes its `lang`"() {
    const page = await open("/plain.html");
    await write(page, "my garden");
    for (const lang of ["cy", "ur", "en-GB"]) {
      await element(page, (one, lang) => { one.lang = lang; }, lang);
      await speaks(page, lang);
      assert.equal(await words(page), "my garden", lang);
      assert.equal(await step(page), "what-matters", lang);
    }
  },
  async "changes the `lang` of what it stands in"() {
    const page = await open("/plain.html");
    await write(page, "my garden");
    await page.evaluate(() => { document.documentElement.lang = "cy"; });
    await speaks(page, "cy");
    assert.equal(await words(page), "my garden");
    await page.evaluate(() => { document.getElementById("here").lang = "en-GB"; });
    await speaks(page, "en-GB");
    assert.equal(await words(page), "my garden");
  },
  async "asks for a language that cannot be loaded"() {
    const page = await open("/plain.html");
    await write(page, "offline");
    await page.route("**/*.json", (route) => route.abort());
    await element(page, (one) => { one.lang = "cy"; });
    await until(() => page.log.console.some((line) => line.includes("stays as it is")), "the console says so");
    assert.equal(await words(page), "offline");
    assert.deepEqual(await codes(page), []);
  },
  async "has `hash`, and the person goes Back to where the page began"() {
    const page = await open("/hash.html");
    await write(page, "kept");
    assert.equal(new URL(page.url()).hash, "#weighup-what-matters");
    await page.goBack();
    await until(async () => (await step(page)) === "about", "the first step");
    assert.equal(new URL(page.url()).hash, "");
    await page.goForward();
    await until(async () => (await step(page)) === "what-matters", "forward again");
    assert.equal(await words(page), "kept");
  },
  async "has `hash` and a `<base>`"() {
    const page = await open("/deep/base.html");
    await write(page, "kept");
    assert.equal(new URL(page.url()).pathname, "/deep/base.html");
    await page.goBack();
    await until(async () => (await step(page)) === "about", "the first step");
    assert.deepEqual(page.log.errors, []);
  },
  async "has `warn`, and the person closes, reloads or leaves the page"() {
    const page = await open("/warn.html");
    await shown(page, "#one");
    const asked = [];
    page.on("dialog", (dialog) => asked.push(dialog.type()));
    // Looking at another step is no answer, and a press is what browsers want to have seen.
    await page.locator("#one").getByRole("button", { name: /^Next: / }).first().click();
    await until(async () => (await step(page)) === "what-matters", "the second step");
    await page.reload();
    await shown(page, "#one");
    assert.deepEqual(asked, [], "nothing was answered");
    await write(page, "The garden");
    await page.reload();
    await shown(page, "#one");
    assert.deepEqual(asked, ["beforeunload"], "there was an answer");
    // Answers that are in a file are not lost.
    await write(page, "The garden");
    await element(page, (one) => { one.step = "summary"; });
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#one").getByRole("button", { name: "Save to a file" }).click()]);
    await file.delete();
    await page.reload();
    await shown(page, "#one");
    assert.deepEqual(asked, ["beforeunload"], "the answers were saved");
    // What stands in a form is no answer yet, and is lost all the same.
    await element(page, (one) => { one.step = "weigh"; });
    await page.locator("#one").locator("summary").filter({ hasText: "Something else that matters to you" }).click();
    await page.locator("#one").getByRole("textbox", { name: "What else matters to you" }).fill("The drive");
    await page.reload();
    await shown(page, "#one");
    assert.deepEqual(asked, ["beforeunload", "beforeunload"], "there were words in a form");
  },
  async "has two things wrong at once"() {
    const page = await open("/two-faults.html", (page) => page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" })));
    await failed(page);
    await until(() => ["wasm-missing", "aid-missing"].every((code) => page.log.console.some((line) => line.includes(`[${code}]`))), "both on the console");
    assert.equal((await codes(page)).length, 1);
  },
  async "shows it where it has no width, for three seconds"() {
    const page = await open("/narrow.html");
    await failed(page);
    assert.deepEqual(await codes(page), ["no-size"]);
    assert.equal(await page.getByText("Ask us for a booklet.").evaluate((words) => words.checkVisibility()), true);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("#here { width: 40em !important }");
      document.adoptedStyleSheets = [sheet];
    });
    await until(() => element(page, (one, mount) => one.shadowRoot.querySelector(mount) !== null, mount), "the widget, with a width");
  },
};

for (const [what, check] of Object.entries(rows)) test(`a page that ${what}`, check);

test("every row of the table in docs/embedding.md has its test", async () => {
  const text = await readFile(join(root, "docs/embedding.md"), "utf8");
  const table = text.split("| a page that … | what happens |")[1]?.split("\n\n")[0] ?? "";
  const promised = table.split("\n").slice(2).map((row) => row.match(/^\| (.*?) \| /)?.[1]).filter(Boolean);
  assert.deepEqual(promised, Object.keys(rows));
});

