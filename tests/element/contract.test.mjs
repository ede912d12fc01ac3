// What a site, a framework or a browser may do with elements, as the second table of docs/embedding.md promises it: every row has its test here.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import puppeteer from "puppeteer-core";
import { world } from "../support/chromium.mjs";
import { events, listen, shown } from "../support/page.mjs";
import { dist, root } from "../support/serve.mjs";
import { until } from "../support/widget.mjs";

const SRC = "/aids/prostate-localised.json";
const head = '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/host.css">';
const script = '<script type="module" src="/weighup/index.js"></script>';
const aid = (more = "") => `<weighup-aid src="${SRC}" ${more}><p>Ask us for a booklet.</p></weighup-aid>`;
const pages = {
  "/plain.html": `${head}${script}<div id="here">${aid('id="one"')}</div><div id="there"></div></html>`,
  "/ten.html": `${head}${script}${Array.from({ length: 10 }, (_, at) => aid(`id="aid-${at}"`)).join("")}</html>`,
  "/versions.html": `${head}<script type="module" src="/weighup/index.js"></script><script type="module" src="/older/index.js"></script>${aid('id="one"')}</html>`,
  "/wrong.html": `${head}${script}<weighup-aid id="one" src="/aids/none.json"><p>Ask us for a booklet.</p></weighup-aid></html>`,
  "/shell.html": `${head}<script type="module" src="/shell.js"></script>${script}<host-shell></host-shell></html>`,
  "/closed.html": `${head}<script type="module" src="/closed.js"></script>${script}<host-shell></host-shell></html>`,
  "/dialog.html": `${head}${script}<script type="module" src="/dialog.js"></script><button id="opens">Open</button><dialog id="dialog" aria-label="Decision aid">${aid('id="one"')}</dialog></html>`,
  "/below.html": `${head}${script}<div class="tall">Far above</div><div id="below">${aid('id="one"')}</div></html>`,
  "/keys.html": `${head}${script}<script type="module" src="/keys.js"></script>${aid('id="one"')}</html>`,
  "/away.html": `${head}<p>Another page</p></html>`,
};
const scripts = {
  "/host.css": `weighup-aid:state(busy) { outline: 3px solid rgb(1, 1, 1) } weighup-aid:state(ready) { outline: 3px solid rgb(2, 2, 2) } weighup-aid:state(failed) { outline: 3px solid rgb(3, 3, 3) }
    host-shell::part(heading) { color: rgb(4, 5, 6) } .tall { height: 9000px } #below { content-visibility: auto; contain-intrinsic-size: auto 500px }`,
  "/shell.js": `customElements.define("host-shell", class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: "open" }).innerHTML = ${JSON.stringify(aid('id="one" exportparts="heading"'))}; } });`,
  "/closed.js": `customElements.define("host-shell", class extends HTMLElement { connectedCallback() { const root = this.attachShadow({ mode: "closed" }); root.innerHTML = ${JSON.stringify(aid('id="one"'))}; window.one = root.querySelector("weighup-aid"); } });`,
  "/dialog.js": 'document.getElementById("opens").addEventListener("click", () => document.getElementById("dialog").showModal());',
  // As help desks and search boxes of hospitals do it: a letter opens something, unless somebody types.
  "/keys.js": `window.taken = [];
    document.addEventListener("keydown", (event) => {
      const at = event.composedPath()[0];
      if (event.key.length !== 1 || at.closest?.("input, textarea, select, [contenteditable]")) return;
      window.taken.push(event.key);
      event.preventDefault();
    });`,
};
const type = (path) => (path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "text/html; charset=utf-8");
const here = world({
  serve: {
    answer: async (path) => {
      if (path.startsWith("/older/")) return { type: type(path), body: await readFile(join(dist, path.replace("/older/", "weighup/"))) };
      const body = pages[path] ?? scripts[path];
      return body && { body, type: type(path) };
    },
  },
});

async function open(path) {
  const page = await here.person();
  await listen(page);
  await page.goto(new URL(path, here.site.url).href);
  return page;
}

async function write(page, words, selector = "#one") {
  await page.waitForLoadState("networkidle");
  await page.evaluate((selector) => { (window.one ?? document.querySelector(selector)).step = "what-matters"; }, selector);
  await page.locator(selector).getByRole("textbox").first().fill(words);
}

const words = (page, selector = "#one") => page.evaluate((selector) => (window.one ?? document.querySelector(selector)).shadowRoot.querySelector(".wu-mount:not([hidden]) textarea")?.value, selector);
const outline = (page) => page.evaluate(() => getComputedStyle(document.getElementById("one")).outlineColor);
const asked = (page, pattern) => page.log.requests.filter((url) => pattern.test(url));

const rows = {
  async "moves it with `moveBefore`"() {
    const page = await open("/plain.html");
    await shown(page, "#one");
    await write(page, "my garden");
    const before = page.log.requests.length;
    await page.evaluate(() => document.getElementById("there").moveBefore(document.getElementById("one"), null));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    assert.equal(await words(page), "my garden");
    assert.equal(await page.evaluate(() => document.getElementById("one").parentElement.id), "there");
    assert.equal((await events(page)).filter(([name]) => name === "weighup-ready").length, 1);
    assert.equal(page.log.requests.length, before);
    assert.deepEqual(page.log.errors, []);
  },
  async "loads two versions of the package"() {
    const page = await open("/versions.html");
    await shown(page, "#one");
    await write(page, "my garden");
    const folders = ["weighup", "older"].map((folder) => asked(page, new RegExp(`/${folder}/.*\\.wasm`)).length);
    assert.ok(folders.includes(0) && Math.max(...folders) >= 3, `one of the two is used, whole: ${folders}`);
    assert.deepEqual([page.log.errors, page.log.console], [[], []]);
  },
  async "has ten with one aid"() {
    const page = await open("/ten.html");
    for (let at = 0; at < 10; at += 1) await shown(page, `#aid-${at}`);
    await page.waitForLoadState("networkidle");
    assert.equal(asked(page, /\/aids\/prostate-localised\.json$/).length, 1);
    const wasm = asked(page, /\.wasm$/);
    assert.equal(wasm.length, new Set(wasm).size);
    await write(page, "my garden", "#aid-3");
    assert.equal(await words(page, "#aid-3"), "my garden");
    assert.notEqual(await words(page, "#aid-4"), "my garden");
  },
  async "asks for its state in a style sheet"() {
    const page = await here.person();
    await listen(page);
    let go;
    await page.route(`**${SRC}`, (route) => { go = () => route.continue(); });
    await page.goto(new URL("/plain.html", here.site.url).href);
    await until(() => go, "the aid is asked for");
    assert.equal(await outline(page), "rgb(1, 1, 1)");
    go();
    await shown(page, "#one");
    await until(async () => (await outline(page)) === "rgb(2, 2, 2)", "ready");
    await page.evaluate(() => { document.getElementById("one").src = "/aids/none.json"; });
    await until(async () => (await outline(page)) === "rgb(3, 3, 3)", "failed");
    await page.evaluate(([src]) => { document.getElementById("one").src = src; }, [SRC]);
    await until(async () => (await outline(page)) === "rgb(2, 2, 2)", "ready again");
    await page.evaluate(() => { window.away = document.getElementById("one"); window.away.remove(); });
    await page.evaluate(() => new Promise((done) => setTimeout(done)));
    assert.equal(await page.evaluate(() => ["busy", "ready", "failed"].some((name) => window.away.matches(`:state(${name})`))), false);
  },
  async "styles its parts from outside another component"() {
    const page = await open("/shell.html");
    await page.locator("host-shell").getByRole("heading", { level: 1 }).waitFor();
    assert.equal(await page.locator("host-shell").getByRole("heading", { level: 1 }).evaluate((heading) => getComputedStyle(heading).color), "rgb(4, 5, 6)");
  },
  async "has it inside another component, open or closed"() {
    for (const path of ["/shell.html", "/closed.html"]) {
      const page = await open(path);
      await until(async () => (await events(page)).some(([name]) => name === "weighup-ready"), "its event reaches the page");
      await page.evaluate(() => { window.one ??= document.querySelector("host-shell").shadowRoot.querySelector("weighup-aid"); });
      await page.waitForLoadState("networkidle");
      await page.evaluate(() => { window.one.step = "what-matters"; });
      await until(async () => (await words(page)) !== undefined, "the step");
      await page.evaluate(() => window.one.shadowRoot.querySelector(".wu-mount:not([hidden]) textarea").focus());
      await page.keyboard.type("my garden");
      assert.equal(await words(page), "my garden");
      assert.deepEqual(page.log.errors, []);
    }
  },
  async "has it in a dialog"() {
    const page = await open("/dialog.html");
    await page.locator("#opens").click();
    await shown(page, "#one");
    await write(page, "my garden");
    await page.keyboard.press("Escape");
    await until(async () => !(await page.evaluate(() => document.getElementById("dialog").open)), "Escape closes the dialog");
    await page.locator("#opens").click();
    assert.equal(await words(page), "my garden");
    await page.locator("#one").getByRole("textbox").first().focus();
    for (let presses = 0; presses < 40; presses += 1) await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement === document.body || document.getElementById("dialog").contains(document.activeElement)), true, "the focus stays in the dialog");
    assert.deepEqual((await events(page)).filter(([name]) => name === "weighup-error"), []);
  },
  async "gives it `content-visibility`"() {
    const page = await open("/below.html");
    await shown(page, "#one");
    await page.waitForLoadState("networkidle");
    assert.deepEqual((await events(page)).filter(([name]) => name === "weighup-error"), []);
    await page.evaluate(() => document.getElementById("below").scrollIntoView());
    await page.locator("#one").getByRole("button", { name: /^Next: / }).first().click();
    await until(async () => (await page.evaluate(() => document.getElementById("one").step)) === "what-matters", "the next step");
    assert.ok(await page.locator("#one").getByRole("heading", { level: 1 }).evaluate((heading) => {
      const { top, height } = heading.getBoundingClientRect();
      return height > 0 && top >= 0 && top < innerHeight;
    }), "its heading is on screen");
  },
  async "listens to the keyboard"() {
    const page = await open("/keys.html");
    await shown(page, "#one");
    await write(page, "");
    await page.locator("#one").getByRole("textbox").first().pressSequentially("a searchable garden?");
    assert.equal(await words(page), "a searchable garden?");
    assert.deepEqual(await page.evaluate(() => window.taken), []);
    await page.locator("#one").getByRole("heading", { level: 1 }).focus();
    await page.keyboard.press("s");
    assert.deepEqual(await page.evaluate(() => window.taken), ["s"], "outside of fields its shortcut is heard");
  },
  async "is left, and come back to, while the browser keeps it"() {
    // The driver of the other tests turns this cache off; this one leaves it as people have it.
    const browser = await puppeteer.launch({
      executablePath: ["/usr/bin/chromium", "/usr/bin/chromium-headless-shell"].find(existsSync), args: ["--no-sandbox", "--disable-gpu"],
      ignoreDefaultArgs: ["--disable-back-forward-cache"],
    });
    try {
      const page = await browser.newPage();
      await page.evaluateOnNewDocument(() => addEventListener("pageshow", (event) => { window.persisted = event.persisted; }));
      await page.goto(new URL("/plain.html", here.site.url).href, { waitUntil: "networkidle0" });
      await page.evaluate(() => { document.getElementById("one").step = "what-matters"; });
      await page.waitForFunction(() => document.getElementById("one").shadowRoot.querySelector(".wu-mount:not([hidden]) textarea"));
      await page.evaluate(() => document.getElementById("one").shadowRoot.querySelector(".wu-mount:not([hidden]) textarea").focus());
      await page.keyboard.type("my garden");
      await page.goto(new URL("/away.html", here.site.url).href);
      await page.goBack({ waitUntil: "domcontentloaded" }).catch(() => null);
      await page.waitForFunction(() => document.getElementById("one"));
      assert.equal(await page.evaluate(() => window.persisted), true, "the browser kept the page");
      const kept = () => document.getElementById("one").shadowRoot.querySelector(".wu-mount:not([hidden]) textarea").value;
      assert.equal(await page.evaluate(kept), "my garden");
      await page.evaluate(() => { document.getElementById("one").step = "options"; });
      await page.waitForFunction(() => document.getElementById("one").step === "options");
    } finally {
      await browser.close();
    }
  },
};

for (const [what, check] of Object.entries(rows)) test(`a site that ${what}`, check);

test("every row of the second table in docs/embedding.md has its test", async () => {
  const text = await readFile(join(root, "docs/embedding.md"), "utf8");
  const table = text.split("| a site that … | what happens |")[1]?.split("\n\n")[0] ?? "";
  const promised = table.split("\n").slice(2).map((row) => row.match(/^\| (.*?) \| /)?.[1]).filter(Boolean);
  assert.deepEqual(promised, Object.keys(rows));
});
