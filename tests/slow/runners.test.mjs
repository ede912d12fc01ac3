// The package in Jest and Vitest, whose tests pretend to be a browser with jsdom or happy-dom or do not, and in Deno and Bun. In each every function
// works; the element is known, shows the page's own content where it cannot run, and throws nothing.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { project } from "../support/consumer.mjs";

const run = promisify(execFile);
const here = fileURLToPath(new URL("runners/", import.meta.url));
const tools = join(here, "node_modules");

/** The body of a test, with what every entry is bound to. */
const body = (load) => `
  const { compute, check } = ${load("weighup/api")};
  const inline = ${load("weighup/api/inline")};
  const { consultation } = ${load("weighup/headless")};
  const { page } = ${load("weighup/static")};
  const { WeighupAid } = ${load("weighup")};
  const { readFileSync } = ${load("node:fs")};
  const { createRequire } = ${load("node:module")};
  const aid = readFileSync(createRequire(process.cwd() + "/x.js").resolve("weighup/aids/prostate-localised.json"), "utf8");
  const problem = { outcomes: [{ id: "a" }, { id: "b" }], weights: { swing: { a: 100, b: 50 } } };
  const talk = await consultation(aid, { day: "2026-11-30" });
  const found = [
    typeof (await compute(problem)).weights, INLINE ? typeof (await inline.compute(problem)).weights : "object", (await check(aid)).ok, talk.view("options").length,
    (await page(aid)).startsWith("<!doctype html>"), typeof WeighupAid,
  ];
  if (globalThis.document) {
    const made = document.createElement("weighup-aid");
    made.innerHTML = "<p>Fallback</p>";
    const codes = new Set();
    document.addEventListener("weighup-error", ({ detail }) => codes.add(detail.code));
    document.body.append(made);
    made.aid = aid;
    await new Promise((done) => setTimeout(done, 500));
    found.push([...codes].join(), made.textContent);
    made.remove();
  }`;
const RIGHT = ["object", "object", true, 3, true, "function"];
const required = (name) => `require(${JSON.stringify(name)})`;
const imported = (name) => `await import(${JSON.stringify(name)})`;
const PRETENDED = [...RIGHT, "old-browser", "Fallback"];
/** Jest runs no \`import()\` of CommonJS without a flag of Node, so what is inside a module is not asked for there. */
const jest = `const INLINE = false; test("the package", async () => {${body(required)}
  expect(found).toEqual(globalThis.document ? ${JSON.stringify(PRETENDED)} : ${JSON.stringify(RIGHT)}); });`;
const vitest = `import { expect, test } from "vitest"; const INLINE = true; test("the package", async () => {${body(imported)}
  expect(found).toEqual(globalThis.document ? ${JSON.stringify(PRETENDED)} : ${JSON.stringify(RIGHT)}); });`;
const plain = (load, first = "") => `${first}const INLINE = true; (async () => {${body(load)} console.log(JSON.stringify(found)); })();`;

let consumer;
before(async () => {
  if (!existsSync(join(tools, ".installed"))) {
    // `npm ci` wants a package for Windows alone that some registries do not have; this takes the versions of the lock file too.
    await run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: here });
    writeFileSync(join(tools, ".installed"), "");
  }
  consumer = await project({
    files: {
      "all.jest.cjs": jest,
      "jest.config.cjs": 'module.exports = { testMatch: ["**/*.jest.cjs"], rootDir: __dirname };',
      "all.test.mjs": vitest,
      "all.mjs": plain(imported),
      "all.cjs": plain(required),
    },
  });
  for (const name of readdirSync(tools).filter((name) => !name.startsWith("."))) {
    if (!existsSync(consumer.path(`node_modules/${name}`))) await symlink(join(tools, name), consumer.path(`node_modules/${name}`), "dir");
  }
});
after(() => consumer?.remove());

for (const [name, environment] of [["node", "node"], ["jsdom", join(tools, "jest-environment-jsdom")]]) {
  test(`Jest, CommonJS, ${name}`, async () => {
    const { stderr } = await consumer.node(join(tools, "jest/bin/jest.js"), "--config", "jest.config.cjs", "--env", environment, "--silent");
    assert.match(stderr, /Tests: +1 passed, 1 total/);
  });
}

for (const environment of ["node", "jsdom", "happy-dom"]) {
  test(`Vitest, ${environment}`, async () => {
    const { stdout } = await consumer.node(join(tools, "vitest/vitest.mjs"), "run", "--environment", environment, "--silent=true", "all.test.mjs");
    // It writes in colours wherever it runs.
    const said = stdout.replace(/\x1B\[\d+m/g, "");
    assert.match(said, /Tests +1 passed \(1\)/);
    assert.doesNotMatch(said, /Unhandled/);
  });
}

/** A program that a package of npm brings for this machine. */
const brought = (scope, inside) => readdirSync(join(tools, scope)).map((name) => join(tools, scope, name, inside)).find(existsSync);

for (const [name, program, words] of [
  ["Deno", () => brought("@deno", "deno"), ["run", "--allow-read", "--allow-env", "--no-prompt", "--node-modules-dir=manual", "--cached-only"]],
  ["Bun", () => brought("@oven", "bin/bun"), []],
]) {
  for (const script of ["all.mjs", "all.cjs"]) {
    test(`${name}, ${script.endsWith(".cjs") ? "require" : "import"}`, async () => {
      const { stdout } = await run(program(), [...words, script], { cwd: consumer.folder });
      assert.deepEqual(JSON.parse(stdout), RIGHT);
    });
  }
}
