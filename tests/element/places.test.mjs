// Where programs put an element, and in which order they do what they do to it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { shown } from "../support/page.mjs";
import { until } from "../support/widget.mjs";

const head = '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><script type="module" src="/weighup/index.js"></script>';
const aid = '<weighup-aid id="one" src="/aids/prostate-localised.json"><p>Fallback</p></weighup-aid>';
const pages = {
  "/plain.html": `${head}<div id="here">${aid}</div><div id="there"></div></html>`,
  "/drawing.html": `${head}<svg lang="cy" width="800" height="3000"><foreignObject width="800" height="3000">${aid}</foreignObject></svg></html>`,
};
const here = world({ serve: { answer: (path) => pages[path] && { type: "text/html; charset=utf-8", body: pages[path] } } });

async function open(path = "/plain.html") {
  const page = await here.person();
  await page.goto(new URL(path, here.site.url).href);
  await shown(page);
  await page.evaluate(() => { window.one = document.querySelector("weighup-aid"); });
  return page;
}

async function write(page) {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => { window.one.step = "what-matters"; });
  await page.locator("weighup-aid").getByRole("textbox").first().fill("my garden");
}

const words = (page) => page.evaluate(() => window.one.shadowRoot.querySelector(".wu-mount:not([hidden]) textarea")?.value);
const speaks = (page) => page.evaluate(() => window.one.shadowRoot.querySelector(".wu-mount:not([hidden]) .weighup")?.lang);

// Each is run in the page, and the element stands in `there` afterwards.
const ways = {
  "a template": "const t = document.createElement('template'); t.content.append(one); await later(); there.append(one)",
  "a document without a window": "document.implementation.createHTMLDocument('').body.append(one); await later(); there.append(one)",
  "a document that was read": "new DOMParser().parseFromString('<p>', 'text/html').body.append(one); await later(); there.append(one)",
  "a fragment": "const f = document.createDocumentFragment(); f.append(one); await later(); there.append(f)",
  "a frame and a second one": "for (let i = 0; i < 2; i += 1) { const f = document.createElement('iframe'); document.body.append(f); f.contentDocument.body.append(one); await later(); } there.append(one)",
  "a frame that is taken away": "const f = document.createElement('iframe'); document.body.append(f); f.contentDocument.body.append(one); await later(); f.remove(); await later(); there.append(one)",
  "a shadow root": "const h = document.createElement('div'); there.append(h); h.attachShadow({ mode: 'closed' }).append(one); await later(); there.append(one)",
  "a place under another language": "here.lang = 'ur'; here.append(one); there.append(one)",
};

for (const [place, way] of Object.entries(ways)) {
  test(`moved through ${place}, it keeps its answers and its styles`, async () => {
    const page = await open();
    await write(page);
    await page.evaluate((way) => new Function(`const later = () => new Promise((done) => setTimeout(done)); return (async () => { ${way} })()`)(), way);
    await until(async () => (await words(page)) === "my garden", "the words");
    assert.equal(await page.evaluate(() => window.one.shadowRoot.adoptedStyleSheets.length), 1);
    assert.deepEqual(page.log.errors, []);
  });
}

test("the language of a drawing around it is its language", async () => {
  const page = await open("/drawing.html");
  assert.equal(await speaks(page), "cy");
  await page.evaluate(() => document.querySelector("svg").setAttribute("lang", "ur"));
  await until(async () => (await speaks(page)) === "ur", "the other language");
});

// In one task, or with the element away in between; what is said last holds. Words stay unless `reset` came after them.
const orders = {
  "a language, taken out, put back": ["one.lang = 'cy'; one.remove(); await later(); there.append(one)", "cy", "my garden"],
  "taken out, a language, put back": ["one.remove(); await later(); one.lang = 'cy'; there.append(one)", "cy", "my garden"],
  "taken out, the page's language, put back": ["one.remove(); await later(); document.documentElement.lang = 'cy'; there.append(one)", "cy", "my garden"],
  "a language, taken out, back to the first one, put back": ["one.lang = 'cy'; await spoken('cy'); one.remove(); await later(); one.lang = 'en-GB'; there.append(one)", "en-GB", "my garden"],
  "another aid, a language, the aid again": ["const { src } = one; one.src = '/aids/appendicitis.json'; await later(); one.lang = 'cy'; one.src = src", "cy", "my garden"],
  "five languages": ["for (const lang of ['cy', 'ur', 'pl', 'en', 'cy']) one.lang = lang", "cy", "my garden"],
  "a language and `reset()`": ["one.lang = 'cy'; one.reset()", "cy", ""],
  "`reset()` and a language": ["one.reset(); one.lang = 'cy'", "cy", ""],
  "`reset()` twice": ["one.reset(); one.reset()", "en-GB", ""],
  "`reset()` and taken out, put back": ["one.reset(); one.remove(); await later(); there.append(one)", "en-GB", ""],
  "taken out, another aid, put back in one task": ["one.remove(); one.src = '/aids/appendicitis.json'; there.append(one)", "en-GB", ""],
  "taken out, another aid and the aid, put back": ["const { src } = one; one.remove(); one.src = '/aids/appendicitis.json'; await later(); one.src = src; there.append(one)", "en-GB", "my garden"],
  "`src` taken away and given back": ["const { src } = one; one.removeAttribute('src'); await later(); one.src = src", "en-GB", "my garden"],
};

for (const [order, [way, lang, left]] of Object.entries(orders)) {
  test(`${order}: the answers are where they belong`, async () => {
    const page = await open();
    await write(page);
    await page.evaluate((way) => {
      const later = () => new Promise((done) => setTimeout(done, 20));
      const spoken = async (lang) => {
        while (window.one.shadowRoot.querySelector(".wu-mount:not([hidden]) .weighup")?.lang !== lang) await later();
      };
      return new Function("later", "spoken", `return (async () => { ${way} })()`)(later, spoken);
    }, way);
    await until(async () => (await speaks(page)) === lang, lang);
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => { window.one.step = "what-matters"; });
    await until(async () => (await words(page)) === left, `"${left}"`);
    assert.equal(await page.evaluate(() => window.one.shadowRoot.querySelectorAll(".weighup").length), 1);
    assert.deepEqual(page.log.errors, []);
  });
}

test("`warn` asks in the window of the document that it is in", async () => {
  const page = await open();
  await page.evaluate(() => { window.one.warn = true; });
  await write(page);
  const asked = await page.evaluate(() => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    frame.contentDocument.body.append(window.one);
    const asks = (view) => !view.dispatchEvent(new Event("beforeunload", { cancelable: true }));
    return [asks(window), asks(frame.contentWindow)];
  });
  assert.deepEqual(asked, [false, true]);
});
