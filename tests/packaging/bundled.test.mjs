// Programs that are put into one file, which leaves the `.wasm` files and the texts behind: what the guide says works, works.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, person } from "../support/chromium.mjs";
import { project, tool } from "../support/consumer.mjs";
import { shown } from "../support/page.mjs";
import { serve } from "../support/serve.mjs";

const problem = '{ outcomes: [{ id: "a" }, { id: "b" }], weights: { swing: { a: 100, b: 50 } } }';
const page = (script, lang, body = "") => `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>Consumer</title><link rel="icon" href="data:,">
  ${body}<script defer src="${script}"></script></html>`;
const bundles = [
  ["server.mjs", 'platform: "node", format: "esm", outfile: "out/server.mjs"'],
  ["api.js", 'platform: "browser", format: "iife", outfile: "out/api.js"'],
  ["inline.js", 'platform: "browser", format: "iife", outfile: "out/inline.js"'],
];

let consumer, browser, site;
before(async () => {
  consumer = await project({
    files: {
      "server.mjs": `import { compute } from "weighup/api"; console.log(JSON.stringify(await compute(${problem})));`,
      "inline-api.mjs": `import { compute } from "weighup/api/inline"; console.log(JSON.stringify(await compute(${problem})));`,
      "api.js": `import { compute } from "weighup/api"; compute(${problem}).then((found) => { window.found = found; }, (error) => { window.found = error.message; });`,
      "inline.js": 'import "weighup/inline";',
      "out/api.html": page("api.js", "en-GB"),
      "out/inline.html": page("inline.js", "cy", '<weighup-aid src="aid.json"><p>Fallback</p></weighup-aid>'),
      "build.mjs": `
        import { build } from ${JSON.stringify(tool("esbuild/lib/main.js"))};
        import { copyFileSync } from "node:fs";
        for (const [entry, how] of [${bundles.map(([entry, how]) => `["${entry}", { ${how} }]`).join(", ")}]) {
          await build({ entryPoints: [entry], bundle: true, logLevel: "silent", ...how });
        }
        copyFileSync("node_modules/weighup/aids/appendicitis.json", "out/aid.json");
        copyFileSync("out/api.html", "out/index.html");`,
    },
  });
  await consumer.node("build.mjs");
  site = await serve({ folder: consumer.path("out") });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await site?.close();
  await consumer?.remove();
});

test("weighup/api/inline works in Node", async () => {
  const { stdout } = await consumer.node("inline-api.mjs");
  assert.ok(JSON.parse(stdout).weights);
});

test("weighup/api in one file works on a server", async () => {
  const { stdout } = await consumer.node("out/server.mjs");
  assert.ok(JSON.parse(stdout).weights);
});

test("weighup/api in one file works in a page", async () => {
  const visitor = await person(browser, site.url);
  await visitor.goto(new URL("api.html", site.url).href);
  await visitor.waitForFunction(() => window.found);
  assert.equal(typeof await visitor.evaluate(() => window.found), "object");
});

test("weighup/inline in one classic script speaks the language of its page", async () => {
  const visitor = await person(browser, site.url);
  await visitor.goto(new URL("inline.html", site.url).href);
  await shown(visitor);
  assert.equal(await visitor.locator("weighup-aid .weighup").first().getAttribute("lang"), "cy");
});

test("where a page is only pretended, the package is imported and the functions work", async () => {
  const { stdout } = await consumer.node("--input-type=module", "--eval", `
    // As jsdom has it: elements, and neither a decoder nor fetch nor what belongs to it.
    for (const name of ["TextDecoder", "TextEncoder", "fetch", "Response", "Request", "Headers", "FormData"]) delete globalThis[name];
    globalThis.HTMLElement = class {};
    globalThis.customElements = { get: () => undefined, define() {} };
    const { WeighupAid } = await import("weighup");
    const { compute } = await import("weighup/api/inline");
    console.log(typeof WeighupAid, Object.keys(await compute(${problem})).includes("weights"));`);
  assert.equal(stdout.trim(), "function true");
});
