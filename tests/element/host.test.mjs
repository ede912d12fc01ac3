// On a page whose styles have every habit that breaks widgets, the widget looks as it does on an empty page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { shown } from "../support/page.mjs";

const here = world();
const WATCHED = [
  "color", "fontFamily", "fontSize", "fontStyle", "fontVariant", "fontWeight", "letterSpacing", "lineHeight", "listStyleType",
  "marginBlockStart", "paddingInlineStart", "textAlign", "textIndent", "textTransform", "wordSpacing", "boxSizing", "fill",
  "backgroundColor", "borderTopWidth", "borderTopColor", "float",
];

/** The styles that matter of every element of the widget, in document order. */
const styles = (page, selector) =>
  page.evaluate(([selector, watched]) => {
    const all = document.querySelector(selector).shadowRoot.querySelectorAll(".weighup, .weighup *");
    return [...all].map((element) => {
      const style = getComputedStyle(element);
      return [element.localName, ...watched.map((name) => `${name}: ${style[name]}`)].join("; ");
    });
  }, [selector, WATCHED]);

test("a hostile style sheet changes nothing inside", async () => {
  const plain = await here.open("host/minimal.html");
  await shown(plain, "weighup-aid");
  const hostile = await here.open("host/riverside.html");
  await shown(hostile, "#prostate");
  const width = await hostile.evaluate(() => document.querySelector("#prostate").getBoundingClientRect().width);
  await plain.evaluate((width) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`weighup-aid { width: ${width}px }`);
    document.adoptedStyleSheets = [sheet];
  }, width);
  const [expected, found] = [await styles(plain, "weighup-aid"), await styles(hostile, "#prostate")];
  assert.equal(found.length, expected.length);
  const different = found.filter((style, at) => style !== expected[at]).map((style, at) => [style, expected[at]]);
  assert.deepEqual(different.slice(0, 3), []);
});

test("the page's script moves the first aid and neither aid loses its place", async () => {
  const page = await here.open("host/riverside.html");
  await shown(page, "#prostate");
  await shown(page, "#breast");
  await page.locator("#prostate").getByRole("button", { name: /^Next: / }).click();
  const words = page.locator("#prostate").getByRole("textbox").first();
  await words.fill("my garden");
  await page.getByRole("button", { name: /Move the first aid/ }).click();
  assert.equal(await words.inputValue(), "my garden");
  assert.ok(await page.evaluate(() => document.getElementById("second-place").contains(document.getElementById("prostate"))));
  assert.deepEqual([...page.log.errors, ...page.log.console, ...page.log.outside], []);
});

test("it is usable at 320 px without scrolling sideways", async () => {
  const page = await here.open("host/minimal.html", { viewport: { width: 320, height: 640 } });
  await shown(page, "weighup-aid");
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320));
});
