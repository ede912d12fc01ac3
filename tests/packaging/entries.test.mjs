// Every entry of the package, however a program comes to it: by import and by require, in one file made for Node, and as the guide's example
// has it. Two judges of packages (publint, and Are The Types Wrong) find nothing, with nothing left out.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { pack, project, run, tool } from "../support/consumer.mjs";
import { launch, person } from "../support/chromium.mjs";
import { root, serve, strict } from "../support/serve.mjs";

const problem = '{ outcomes: [{ id: "a" }, { id: "b" }], weights: { swing: { a: 100, b: 50 } } }';
/** A program that uses every entry a server may use, and says what came of each. */
const uses = (load) => `
  ${["api", "headless", "static"].map((entry) => load(entry, `weighup/${entry}`)).join("\n  ")}
  const { readFileSync } = ${load.common ? 'require("node:fs")' : 'await import("node:fs")'};
  const used = async () => {
    const aid = readFileSync(process.argv[2], "utf8");
    const talk = await headless.consultation(aid, { day: "2026-11-30" });
    console.log(JSON.stringify([
      typeof (await api.compute(${problem})).weights, (await api.check(aid)).ok, talk.view("options").length,
      (await statically.page(aid)).startsWith("<!doctype html>"),
    ]));
  };
  used();`;
const imported = (entry, from) => `import * as ${entry === "static" ? "statically" : entry} from ${JSON.stringify(from)};`;
const required = (entry, from) => `const ${entry === "static" ? "statically" : entry} = require(${JSON.stringify(from)});`;
required.common = true;
const RIGHT = ["object", true, 3, true];

let consumer, aid, guide, exports;
before(async () => {
  guide = await readFile(join(root, "docs/package.md"), "utf8");
  consumer = await project({
    files: {
      "node_modules/index.html": "<!doctype html><title>Host</title>",
      "import.mjs": uses(imported),
      "require.cjs": uses(required),
      "element.cjs": `const { WeighupAid } = require("weighup"); const inline = require("weighup/inline");
        console.log(typeof WeighupAid, typeof inline.WeighupAid, typeof globalThis.HTMLElement);`,
      "author.cjs": `const { check } = require("weighup/author");
        check({ "aid.toml": "format = 3" }, { day: null }).then(({ ok, problems }) => console.log(ok, problems.length > 0));`,
      "esbuild.mjs": `
        import { build } from ${JSON.stringify(tool("esbuild/lib/main.js"))};
        for (const [entry, format, outfile] of [["import.mjs", "esm", "alone/esm.mjs"], ["require.cjs", "cjs", "alone/cjs.cjs"]]) {
          await build({ entryPoints: [entry], platform: "node", bundle: true, format, outfile, logLevel: "error", logOverride: { "empty-import-meta": "silent" } });
        }`,
      "webpack.mjs": `
        import webpack from ${JSON.stringify(tool("webpack/lib/index.js"))};
        webpack({
          mode: "production", target: "node20", context: process.cwd(), entry: "./import.mjs", experiments: { outputModule: true },
          output: { path: process.cwd() + "/alone/webpack", filename: "main.mjs", module: true, chunkFormat: "module" },
        }, (error, stats) => {
          if (error || stats.hasErrors()) { console.error(error ?? stats.toString()); process.exit(1); }
        });`,
    },
  });
  aid = consumer.path("node_modules/weighup/aids/prostate-localised.json");
  exports = JSON.parse(await readFile(consumer.path("node_modules/weighup/package.json"), "utf8")).exports;
});
after(() => consumer?.remove());

/** What the two judges say of a tarball. */
async function judged(tarball) {
  const bytes = new Uint8Array(await readFile(tarball));
  const { types, problems } = await checkPackage(createPackageFromTarballData(bytes));
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true });
  return { types: types.kind, wrong: problems.map(({ kind, entrypoint }) => `${entrypoint} ${kind}`), said: messages.map((message) => formatMessage(message, pkg)) };
}

test("publint and Are The Types Wrong find nothing", async () => {
  const { tarball } = await pack(consumer.folder);
  assert.deepEqual(await judged(tarball), { types: "included", wrong: [], said: [] });
});

test("they would find what is not as it says", async () => {
  await run("mkdir", [consumer.path("spoilt")]);
  await consumer.copy("node_modules/weighup", "spoilt/package");
  await run("rm", [consumer.path("spoilt/package/api.d.cts"), consumer.path("spoilt/package/static.js")]);
  await run("tar", ["--create", "--gzip", "--file", "spoilt.tgz", "--directory", "spoilt", "package"], { cwd: consumer.folder });
  const { wrong, said } = await judged(consumer.path("spoilt.tgz"));
  assert.ok(wrong.some((line) => line.startsWith("./api ")), wrong.join("\n"));
  assert.ok(said.some((line) => line.includes("static.js")), said.join("\n"));
});

for (const flag of ["--no-experimental-require-module", "--experimental-require-module"]) {
  test(`Node takes every entry by import and by require (${flag})`, async () => {
    for (const script of ["import.mjs", "require.cjs"]) {
      const { stdout, stderr } = await consumer.node(flag, script, aid);
      assert.deepEqual(JSON.parse(stdout), RIGHT, script);
      assert.doesNotMatch(stderr, /weighup/);
    }
    assert.equal((await consumer.node(flag, "element.cjs")).stdout.trim(), "function function undefined");
    assert.equal((await consumer.node(flag, "author.cjs")).stdout.trim(), "false true");
  });
}

test("one file for Node works by itself, made by esbuild as a module and as CommonJS, and by webpack", async () => {
  await Promise.all([consumer.node("esbuild.mjs"), consumer.node("webpack.mjs")]);
  await run("mv", [consumer.path("alone"), `${consumer.folder}-alone`]);
  try {
    for (const script of ["esm.mjs", "cjs.cjs", "webpack/main.mjs"]) {
      const { stdout } = await run("node", [join(`${consumer.folder}-alone`, script), aid]);
      assert.deepEqual(JSON.parse(stdout), RIGHT, script);
    }
  } finally {
    await run("rm", ["-r", `${consumer.folder}-alone`]);
  }
});

/** The parts of the guide, each with the entries of its heading and its examples. */
function parts() {
  return guide.split(/\n(?=## )/).slice(1).map((text) => ({
    entries: [...text.split("\n")[0].matchAll(/`weighup(\/?[^`]*)`/g)].map(([, name]) => `.${name}`),
    examples: [...text.matchAll(/```(\w+)\n(.*?)```/gs)].map(([, kind, code]) => ({ kind, code })),
  })).filter(({ entries }) => entries.length > 0);
}

test("the guide has a part with an example for every entry, and for nothing else", () => {
  assert.deepEqual(parts().flatMap(({ entries }) => entries).sort(), Object.keys(exports).sort());
  for (const { entries, examples } of parts()) assert.ok(examples.length > 0, `${entries} has no example`);
});

test("every example for programs runs as it stands", async () => {
  const shown = parts().flatMap(({ entries, examples }) => examples.filter(({ kind }) => kind === "js").map(({ code }) => ({ entries, code })));
  assert.ok(shown.length >= 8);
  await consumer.copy("node_modules/weighup/aids/prostate-localised.json", "aid.json");
  await run("cp", [join(root, "tests/fixtures/aids/sound/aid.toml"), consumer.path("aid.toml")]);
  for (const [at, { entries, code }] of shown.entries()) {
    const { stdout } = await consumer.node("--input-type=module", "--eval", code).catch((error) => assert.fail(`${entries}: ${error.stderr}`));
    assert.ok(stdout.trim().length > 0, `example ${at} of ${entries} prints something`);
  }
});

test("every example for the shell runs as it stands", async () => {
  const shown = parts().flatMap(({ examples }) => examples.filter(({ kind }) => kind === "sh").map(({ code }) => code));
  assert.ok(shown.length >= 1);
  for (const code of shown) await run("sh", ["-ec", code], { cwd: consumer.folder });
});

test("every example for a page shows an aid, in a page with a strict policy", async () => {
  const pages = parts().flatMap(({ entries, examples }) => examples.filter(({ kind }) => kind === "html").map(({ code }) => ({ entries, code })));
  assert.ok(pages.length >= 3);
  const site = await serve({
    folder: consumer.path("node_modules"),
    policy: `${strict}; frame-src 'self'`,
    answer: (path) => {
      const at = Number(path.match(/^\/(\d+)\.html$/)?.[1] ?? -1);
      if (pages[at]) return { type: "text/html; charset=utf-8", body: `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">${pages[at].code}</html>` };
      return undefined;
    },
  });
  const browser = await launch();
  try {
    for (const [at, { entries }] of pages.entries()) {
      const visitor = await person(browser, site.url);
      await visitor.goto(new URL(`${at}.html`, site.url).href);
      await visitor.waitForFunction(() => [...document.querySelectorAll("weighup-aid")].some((aid) => aid.shadowRoot?.querySelector("h1"))
        || document.querySelector("iframe")?.getBoundingClientRect().height > 400
        || getComputedStyle(document.querySelector(".wu-card") ?? document.body).borderTopWidth === "1px");
      assert.deepEqual([...visitor.log.errors, ...visitor.log.console, ...visitor.log.outside], [], String(entries));
      await visitor.context().close();
    }
  } finally {
    await browser.close();
    await site.close();
  }
});

test("every example for the types of a framework is compiled by the tests of types", async () => {
  const [checked, react] = await Promise.all(["frameworks.ts", "react.tsx"].map((name) => readFile(join(root, "tests/types", name), "utf8")));
  const shown = parts().flatMap(({ examples }) => examples.filter(({ kind }) => ["ts", "tsx"].includes(kind)).map(({ code }) => code.trim()));
  assert.ok(shown.length >= 2);
  for (const code of shown) assert.ok([checked, react].some((text) => text.includes(code)), code);
});
