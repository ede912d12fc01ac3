// A plain Vite project that installs the tarball, is built, and is loaded in a browser under a strict policy.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, person } from "../support/chromium.mjs";
import { project, tool } from "../support/consumer.mjs";
import { events, listen, shown } from "../support/page.mjs";
import { until } from "../support/widget.mjs";
import { serve } from "../support/serve.mjs";

let consumer, browser, site;
before(async () => {
  consumer = await project({
    files: {
      "vite.config.js": "export default { build: { target: 'es2022', assetsInlineLimit: 0 }, logLevel: 'error' };",
      "index.html": `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Consumer</title>
        <link rel="icon" href="data:,"><script type="module" src="/main.js"></script>
        <weighup-aid id="aid"><p>Fallback</p></weighup-aid></html>`,
      "main.js": `
        import "weighup";
        import aid from "weighup/aids/prostate-localised.json?url";
        import { figures } from "weighup/api";
        document.getElementById("aid").src = aid;
        figures(await (await fetch(aid)).text()).then(({ figures }) => { window.figures = figures.length; });`,
    },
  });
  await consumer.node(tool("vite/bin/vite.js"), "build");
  site = await serve({ folder: consumer.path("dist") });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await site?.close();
  await consumer?.remove();
});

test("the element and the functions work in the built page", async () => {
  const page = await person(browser, site.url);
  await listen(page);
  await page.goto(site.url);
  assert.match(await shown(page), /prostate/i);
  await page.waitForFunction(() => window.figures > 0);
  assert.deepEqual((await events(page)).filter(([name]) => name === "weighup-error"), []);
  assert.deepEqual([...page.log.errors, ...page.log.console, ...page.log.outside], []);
  const wasm = () => page.log.requests.filter((url) => url.endsWith(".wasm"));
  await until(() => wasm().length === 4, "the widget, its rest, its engine and the functions");
});
