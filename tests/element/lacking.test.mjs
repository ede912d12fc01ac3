// What a browser may lack, taken away one at a time: the widget works as with it, or says that it cannot and leaves the page's own
// content. Never neither.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { events, listen, shown } from "../support/page.mjs";

const body = '<!doctype html><html lang="cy"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><script type="module" src="/weighup/index.js"></script><weighup-aid src="/aids/prostate-localised.json" read-aloud keep hash warn><p>Fallback</p></weighup-aid></html>';
const here = world({ serve: { answer: (path) => (path === "/host.html" ? { type: "text/html; charset=utf-8", body } : undefined) } });

const without = (...names) => names.map((name) => {
  const at = name.lastIndexOf(".");
  const [of, last] = at < 0 ? ["globalThis", name] : [name.slice(0, at), name.slice(at + 1)];
  return `delete ${of}[${JSON.stringify(last)}]`;
}).join("; ");

// Whatever stands here is missing from a browser of the years before, a browser inside an app, or one that was hardened.
const LACKING = [
  ["Intl"], ["Intl.PluralRules"], ["Intl.Locale"], ["AbortSignal.timeout"], ["AbortSignal.any"], ["Object.hasOwn"],
  ["Array.prototype.findLast", "Array.prototype.findLastIndex"], ["Array.prototype.at", "String.prototype.at"],
  ["BroadcastChannel"], ["structuredClone"], ["ResizeObserver"], ["IntersectionObserver"], ["requestIdleCallback", "cancelIdleCallback"],
  ["Element.prototype.checkVisibility"], ["scheduler"],
  ["SpeechSynthesisUtterance", "speechSynthesis"], ["Navigator.prototype.clipboard"], ["Navigator.prototype.onLine"], ["print"],
  ["open"], ["DecompressionStream"], ["PerformanceObserver"], ["Element.prototype.attachInternals", "HTMLElement.prototype.attachInternals"],
  ["WebAssembly"], ["Document.prototype.adoptedStyleSheets"],
];
// Without these there is nothing to stand on, and that is said.
const TOLD = { WebAssembly: "no-wasm", "Document.prototype.adoptedStyleSheets": "old-browser" };

for (const names of LACKING) {
  test(`a browser without ${names.join(", ")}`, async () => {
    const page = await here.person();
    await listen(page);
    await page.addInitScript(without(...names));
    await page.goto(new URL("/host.html", here.site.url).href);
    const left = await page.evaluate((names) => names.filter((name) => {
      const parts = name.split(".");
      const last = parts.pop();
      return last in Object(parts.reduce((at, part) => at[part], globalThis));
    }), names);
    assert.deepEqual(left, [], "it was taken away");
    const told = TOLD[names[0]];
    if (told) {
      await page.waitForFunction(() => window.heard.some(([name]) => name === "weighup-error"));
      assert.deepEqual((await events(page)).map(([name, { code }]) => [name, code]), [["weighup-error", told]]);
      assert.equal(await page.getByText("Fallback").isVisible(), true);
    } else {
      await shown(page);
      const aid = page.locator("weighup-aid");
      await aid.locator(".wu-onward__next button").click();
      await aid.getByRole("textbox").first().fill("fy ngardd");
      await aid.evaluate((aid) => { aid.step = "summary"; });
      await aid.getByText("fy ngardd").first().waitFor();
      assert.deepEqual((await events(page)).filter(([name]) => name === "weighup-error"), []);
    }
    assert.deepEqual(page.log.errors, []);
  });
}
