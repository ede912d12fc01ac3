// `weighup/inline` needs no other file than its own modules, and says which one did not come.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { translated } from "../support/languages.mjs";
import { events, listen, shown } from "../support/page.mjs";

const page = (lang) => ({
  type: "text/html; charset=utf-8",
  body: `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
    <script type="module" src="/weighup/inline.js"></script><weighup-aid src="/aids/prostate-localised.json"><p>Fallback</p></weighup-aid></html>`,
});
const here = world({ serve: { answer: (path) => { const lang = path.match(/^\/in-(.+)\.html$/)?.[1]; return lang && page(lang); } } });

for (const { tag: lang } of translated) {
  test(`it speaks ${lang} without a file of texts`, async () => {
    const page = await here.open(`in-${lang}.html`);
    await shown(page);
    assert.equal(await page.locator("weighup-aid .weighup").first().getAttribute("lang"), lang);
    assert.deepEqual(page.log.requests.filter((url) => url.endsWith(".wasm") || /texts\/.*json/.test(url)), []);
    assert.deepEqual([...page.log.console, ...page.log.errors], []);
  });
}

for (const [kind, code, answer] of [
  ["is not there", "wasm-missing", (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "" })],
  ["does not arrive", "wasm-unreachable", (route) => route.abort()],
]) {
  test(`a module that ${kind} is ${code}`, async () => {
    const page = await here.person();
    await listen(page);
    await page.route("**/wasm/inlined.js*", answer);
    await page.goto(new URL("in-en-GB.html", here.site.url).href);
    await page.waitForFunction(() => window.heard.some(([name]) => name === "weighup-error"));
    assert.deepEqual((await events(page)).filter(([name]) => name === "weighup-error"), [["weighup-error", { code }, ""]]);
    if (code === "wasm-unreachable") {
      await page.unroute("**/wasm/inlined.js*");
      await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
      await shown(page);
    }
  });
}
