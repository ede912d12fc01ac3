// The bundlers people use, each on a project that installed the tarball, loaded under a strict policy.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, person } from "../support/chromium.mjs";
import { project, tool } from "../support/consumer.mjs";
import { events, listen, shown } from "../support/page.mjs";
import { serve } from "../support/serve.mjs";

const page = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Consumer</title>
  <link rel="icon" href="data:,"><script type="module" src="main.js"></script><weighup-aid><p>Fallback</p></weighup-aid></html>`;
const main = (entry) => `
  import ${JSON.stringify(entry)};
  import("./aid.js").then(({ default: aid }) => { document.querySelector("weighup-aid").aid = aid; });`;

const bundlers = [
  {
    name: "esbuild, inline",
    entry: "weighup/inline",
    build: ["../build.mjs"],
    files: {
      "build.mjs": `
        import { build } from ${JSON.stringify(tool("esbuild/lib/main.js"))};
        await build({
          entryPoints: ["main.js"], bundle: true, format: "esm", splitting: true, outdir: "out", logLevel: "error",
        });`,
    },
  },
  {
    name: "Rollup, inline",
    entry: "weighup/inline",
    build: ["rollup/dist/bin/rollup", "main.js", "--format=es", "--dir=out", "--silent", "--plugin=./resolve.js"],
    // Rollup resolves packages through a plugin; this is the least one. It asks for what `import` gets, as the plugins that people use do.
    files: {
      "resolve.js": `
        import { fileURLToPath } from "node:url";
        export default () => ({ name: "resolve", resolveId: (id, from) => from && !/^[./]/.test(id) ? fileURLToPath(import.meta.resolve(id)) : null });`,
    },
  },
  {
    name: "webpack 5",
    entry: "weighup",
    build: ["../build.mjs"],
    files: {
      "build.mjs": `
        import webpack from ${JSON.stringify(tool("webpack/lib/index.js"))};
        webpack({
          mode: "production", context: process.cwd(), entry: "./main.js", experiments: { outputModule: true },
          output: { path: process.cwd() + "/out", filename: "main.js", module: true, publicPath: "auto" },
        }, (error, stats) => {
          if (error || stats.hasErrors()) { console.error(error ?? stats.toString()); process.exit(1); }
        });`,
    },
  },
];

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

for (const { name, entry, build, files = {} } of bundlers) {
  test(name, async () => {
    const consumer = await project({
      files: {
        ...files,
        "out/index.html": page,
        "main.js": main(entry),
        "aid.js": `import aid from "./aid.json.js"; export default aid;`,
      },
    });
    let site, visitor;
    try {
      await consumer.node("--input-type=module", "--eval", `
        import { readFileSync, writeFileSync } from "node:fs";
        const aid = readFileSync("node_modules/weighup/aids/prostate-localised.json", "utf8");
        writeFileSync("aid.json.js", "export default " + JSON.stringify(aid) + ";");`);
      const [script, ...words] = build;
      await consumer.node(script.startsWith("../") ? consumer.path(script.slice(3)) : tool(script), ...words);
      site = await serve({ folder: consumer.path("out") });
      visitor = await person(browser, site.url);
      await listen(visitor);
      await visitor.goto(site.url);
      assert.match(await shown(visitor), /prostate/i);
      assert.deepEqual((await events(visitor)).filter(([event]) => event === "weighup-error"), []);
      assert.deepEqual([...visitor.log.errors, ...visitor.log.console, ...visitor.log.outside], []);
    } finally {
      await visitor?.context().close();
      await site?.close();
      await consumer.remove();
    }
  });
}
