// The styles that only later steps need come in the file of their code: a first step looks the same with them and without them, in every
// language, on a screen and on paper, and once they are there all of them stand in the order of the whole stylesheet.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { events, listen } from "../support/page.mjs";
import { dist, strict } from "../support/serve.mjs";
import { until, Widget } from "../support/widget.mjs";

const host = (lang) => `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Host</title>
  <link rel="icon" href="data:,"><script type="module" src="/weighup/index.js"></script>
  <weighup-aid src="/aids/otitis-media.json" read-aloud><p>Plain words</p></weighup-aid></html>`;
const LANGUAGES = ["en-GB", "en-x-easy", "ur"];
// One page stands in a frame of another.
const headers = { "content-security-policy": `${strict}; frame-src 'self'` };
const here = world({
  serve: { answer: (path) => (path.startsWith("/in-") ? { body: host(path.slice(4)), type: "text/html; charset=utf-8", headers } : undefined) },
});
const file = (name) => (url) => url.pathname.endsWith(`/weighup_${name}.wasm`);

/** A page whose later code waits for `arrive()`; `change` makes another file of it. The engine never comes, so that it changes nothing. */
async function open(lang, change = (wasm) => wasm) {
  const page = await here.person();
  await listen(page);
  let arrive;
  const late = new Promise((resolve) => { arrive = resolve; });
  await page.route(file("fit_bg"), () => {});
  await page.route(file("rest"), async (route) => {
    const found = await route.fetch();
    await late;
    await route.fulfill({ response: found, body: change(await found.body()) });
  });
  await page.goto(`${here.site.url}in-${lang}`);
  await page.locator("weighup-aid .wu-mount:not(.wu-first) .wu-h1").waitFor();
  return { page, arrive };
}

/** How many rules there are in the sheet of an element, and how each of its elements looks. */
const rules = (page) => page.evaluate(() => document.querySelector("weighup-aid").shadowRoot.adoptedStyleSheets[0].cssRules.length);
const looks = (page) => page.evaluate(() => [...document.querySelector("weighup-aid").shadowRoot.querySelectorAll("*")].flatMap((element) => ["", "::before", "::after"].map((part) => {
  const style = getComputedStyle(element, part || undefined);
  const said = part && style.content === "none" ? "" : [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join("; ");
  return `${element.localName}.${element.getAttribute("class")}${part} ${said}`;
})));

const WAYS = [[1280, "screen"], [390, "screen"], [800, "print"]];

for (const lang of LANGUAGES) {
  test(`a first step in ${lang} looks the same before and after the styles of the later steps are there`, async () => {
    const { page, arrive } = await open(lang);
    const seen = async () => {
      const all = [];
      for (const [width, media] of WAYS) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ media });
        all.push(await looks(page));
      }
      return all;
    };
    const [few, before] = [await rules(page), await seen()];
    assert.ok(before[0].length > 100 * 3, "there is a first step to look at");
    arrive();
    await until(async () => (await rules(page)) > few, "the styles of the later steps");
    const after = await seen();
    for (const [at, [width, media]] of WAYS.entries()) assert.deepEqual(after[at], before[at], `${width} px, ${media}`);
  });
}

test("all styles stand in their order once they are there, also in a document that the element was moved to", async () => {
  const { page, arrive } = await open("en-GB");
  const few = await rules(page);
  await page.evaluate(() => new Promise((resolve) => {
    const frame = Object.assign(document.createElement("iframe"), { src: "/in-none", onload: () => {
      frame.contentDocument.body.replaceChildren(frame.contentDocument.adoptNode(document.querySelector("weighup-aid")));
      resolve();
    } });
    document.body.append(frame);
  }));
  const there = () => page.evaluate(() => [...document.querySelector("iframe").contentDocument.querySelector("weighup-aid").shadowRoot.adoptedStyleSheets[0].cssRules].map((rule) => rule.cssText));
  await until(async () => (await there()).length === few, "the first styles in the other document");
  arrive();
  await until(async () => (await there()).length > few, "the others in the other document");
  const whole = await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return [...sheet.cssRules].map((rule) => rule.cssText);
  }, await readFile(join(dist, "weighup/weighup.css"), "utf8"));
  assert.deepEqual(await there(), whole);
});

test("a file without them is refused by its name, and the page's own content comes back", async () => {
  const NAME = "weighup-styles";
  const { page, arrive } = await open("en-GB", (wasm) => {
    const other = Buffer.from(wasm);
    const at = other.lastIndexOf(NAME);
    assert.ok(at > 0, "the build puts the styles there");
    other.write("weighup-others", at);
    return other;
  });
  arrive();
  await page.waitForFunction(() => window.heard.some(([name]) => name === "weighup-error"));
  assert.deepEqual((await events(page)).filter(([name]) => name === "weighup-error").map(([, { code }]) => code), ["wasm-invalid"]);
  assert.ok(page.log.console.some((line) => line.includes("weighup_rest.wasm") && line.includes(NAME)), page.log.console.join("\n"));
  assert.equal(await page.getByText("Plain words").isVisible(), true);
});

test("Compare stands in its own styles when it is the first step that is seen", async () => {
  const { page, arrive } = await open("en-GB");
  arrive();
  const widget = await new Widget(page).ready();
  await widget.go("Compare");
  const head = widget.root.locator(".wu-matrix__head");
  assert.equal(await head.evaluate((element) => getComputedStyle(element).display), "table-header-group");
});
