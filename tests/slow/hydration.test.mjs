// A page that was drawn on a server and comes to life in the browser: React 18 and 19, which say in their development build whatever differs
// from what the server drew, and an app of Next with a server component. The element is there before React, or comes after it.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { launch, person } from "../support/chromium.mjs";
import { pack } from "../support/consumer.mjs";
import { events, listen, shown } from "../support/page.mjs";
import { dist, serve } from "../support/serve.mjs";
import { app } from "./react/app.mjs";

const run = promisify(execFile);
const here = fileURLToPath(new URL("react/", import.meta.url));
const AID = "prostate-localised.json";
const REACTS = { 18: "18", 19: "next" };
// What Next would tell its makers stays here.
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CI: "1" };

/** The folder with the packages of its lock file. */
async function installed(name) {
  const folder = join(here, name);
  const done = join(folder, "node_modules/.installed");
  if (!existsSync(done)) {
    await run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: folder });
    await writeFile(done, "");
  }
  return folder;
}

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

/** A page as React draws it on a server, and the script that brings it to life. */
async function drawn(name, props) {
  const folder = await installed(name);
  const require = createRequire(join(folder, "x.js"));
  const React = require("react");
  const drawnOnServer = require("react-dom/server").renderToString(React.createElement(app(React), props));
  const { outputFiles: [script] } = await build({
    entryPoints: [join(here, "browser.mjs")], nodePaths: [join(folder, "node_modules")], bundle: true, write: false, format: "iife", logLevel: "error",
    define: { "process.env.NODE_ENV": '"development"' },
  });
  return { main: drawnOnServer, script: script.text, version: React.version };
}

const page = (main, first) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Drawn on a server</title><link rel="icon" href="data:,">
  ${first ? '<script type="module" src="/weighup/index.js"></script>' : ""}<script src="/react.js" defer></script><main>${main}</main></html>`;

/** Waits until the element of that name shows its first step. */
const begun = async (visitor, id) => assert.match(await shown(visitor, `#${id}`), /prostate/i);

/** All that React and the element said, in words. */
async function said(visitor) {
  const wrong = (await events(visitor)).filter(([event]) => event === "weighup-error");
  return { wrong, recovered: await visitor.evaluate(() => globalThis.recovered ?? []), errors: visitor.log.errors, console: visitor.log.console, outside: visitor.log.outside };
}
const NOTHING = { wrong: [], recovered: [], errors: [], console: [], outside: [] };

for (const [react, folder] of Object.entries(REACTS)) {
  for (const [order, first] of [["before", true], ["after", false]]) {
    test(`React ${react} brings to life what a server drew, with the element there ${order} it`, async (t) => {
      const aid = JSON.parse(await readFile(join(dist, "aids", AID), "utf8"));
      const { main, script, version } = await drawn(folder, { aid });
      assert.equal(version.split(".")[0], react);
      assert.match(main, /<weighup-aid [^>]*src="\/aids\/prostate-localised.json"[^>]*><p>Call us.<\/p><\/weighup-aid>/, "the tag with its content is plain HTML");
      const site = await serve({ answer: (path) => ({ "/drawn.html": { body: page(main, first), type: "text/html; charset=utf-8" }, "/react.js": { body: script, type: "text/javascript" } })[path] });
      const visitor = await person(browser, site.url);
      t.after(async () => { await visitor.context().close(); await site.close(); });
      await listen(visitor);
      await visitor.goto(new URL("/drawn.html", site.url).href);
      if (first) await begun(visitor, "named");
      const before = await visitor.evaluateHandle(() => document.querySelector("#named"));
      await visitor.evaluate((aid) => globalThis.hydrate({ aid }), aid);
      if (!first) await visitor.addScriptTag({ type: "module", url: "/weighup/index.js" });
      await begun(visitor, "named");
      await begun(visitor, "handed");
      assert.deepEqual(await said(visitor), NOTHING);
      // React draws again around it: it is the same element, where it was, with its own content.
      const words = await shown(visitor, "#named");
      await visitor.click("#again");
      await visitor.waitForFunction(() => document.querySelector("#again").textContent === "1");
      assert.ok(await before.evaluate((one) => one.isConnected && one === document.querySelector("#named")));
      assert.equal(await shown(visitor, "#named"), words);
      assert.equal(await before.evaluate((one) => one.textContent), "Call us.");
      await visitor.evaluate(() => globalThis.root.unmount());
      assert.equal(await visitor.evaluate(() => document.querySelectorAll("weighup-aid").length), 0);
      assert.deepEqual(await said(visitor), NOTHING);
    });
  }

  test(`React ${react} says where a page differs from what a server drew, so that silence means something`, async (t) => {
    const { main, script } = await drawn(folder, {});
    const site = await serve({ answer: (path) => ({ "/drawn.html": { body: page(main, true), type: "text/html; charset=utf-8" }, "/react.js": { body: script, type: "text/javascript" } })[path] });
    const visitor = await person(browser, site.url);
    t.after(async () => { await visitor.context().close(); await site.close(); });
    await visitor.goto(new URL("/drawn.html", site.url).href);
    await visitor.evaluate(() => globalThis.hydrate({ differs: true }));
    await visitor.waitForFunction(() => document.querySelector("h1").textContent === "Of the browser");
    assert.ok([...visitor.log.console, ...(await visitor.evaluate(() => globalThis.recovered))].some((line) => /hydrat/i.test(line)));
  });
}

/** A server of Next's, once it answers. */
async function next(t, folder, ...words) {
  const server = spawn("node", [join(folder, "node_modules/next/dist/bin/next"), ...words, "--hostname", "127.0.0.1", "--port", "0"], { cwd: folder, env });
  t.after(() => server.kill());
  let told = "";
  const url = await new Promise((ready, failed) => {
    const read = (part) => {
      told += part;
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(told) ?? [];
      if (found && /Ready in/.test(told)) ready(found);
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.on("exit", (code) => failed(new Error(`next ${words[0]} ended with ${code}: ${told}`)));
  });
  return { url, told: () => told };
}

/** The app in a folder of its own, with the package as it is published. */
async function made(t) {
  const folder = await installed("next");
  const { tarball } = await pack(await mkdtemp(join(tmpdir(), "weighup-next-")));
  const to = join(folder, "node_modules/weighup");
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  await run("tar", ["xzf", tarball, "-C", to, "--strip-components=1"]);
  await rm(join(tarball, ".."), { recursive: true });
  await rm(join(folder, ".next"), { recursive: true, force: true });
  await mkdir(join(folder, "public"), { recursive: true });
  await cp(join(dist, "aids", AID), join(folder, "public", AID));
  t.after(() => rm(join(folder, ".next"), { recursive: true, force: true }));
  return folder;
}

/** Both pages of the app come to life, and nothing is said. */
async function visited(t, { url, told }) {
  for (const path of ["/", "/handed"]) {
    const visitor = await person(browser, url);
    t.after(() => visitor.context().close());
    await listen(visitor);
    const answer = await visitor.goto(new URL(path, url).href);
    const html = await answer.text();
    assert.match(html, /<weighup-aid[^>]*><p>Call us\.<\/p><\/weighup-aid>/, "the tag with its content is plain HTML");
    if (path === "/") assert.match(html, /<p id="figure">[^<]*\d[^<]*<\/p>/, "a figure of the aid is in the page");
    assert.match(await shown(visitor), /prostate/i);
    await visitor.click("#again");
    await visitor.waitForFunction(() => document.querySelector("#again").textContent === "1");
    assert.match(await shown(visitor), /prostate/i);
    assert.deepEqual({ path, ...(await said(visitor)), told: told().match(/^.*(⨯|Error|Warning).*$/gim) ?? [] }, { path, ...NOTHING, told: [] });
  }
}

test("an app of Next with a server component is built, served and comes to life", { timeout: 600_000 }, async (t) => {
  const folder = await made(t);
  await run("node", [join(folder, "node_modules/next/dist/bin/next"), "build"], { cwd: folder, env, maxBuffer: 1 << 26 });
  await visited(t, await next(t, folder, "start"));
});

test("the development server of Next says nothing of what came to life", { timeout: 600_000 }, async (t) => {
  await visited(t, await next(t, await made(t), "dev"));
});
