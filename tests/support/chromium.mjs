// The system's Chromium, on a page that can reach this machine and nothing else.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { existsSync } from "node:fs";
import { after, before } from "node:test";
import { serve } from "./serve.mjs";

// Chromium without windows and without an interface of its own around the page: a third of the processor's work. Otherwise with them.
const places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** No name and no address but this machine's leads anywhere: what asks for one is told, and gets nothing. */
const NOWHERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1";

function how(args = []) {
  const executablePath = process.env.WEIGHUP_CHROMIUM ?? places.find(existsSync);
  if (!executablePath) throw new Error("Chromium was not found; install it, or name it in WEIGHUP_CHROMIUM");
  return { executablePath, args: ["--no-sandbox", "--disable-gpu", NOWHERE, ...args] };
}

/** A browser that every file of a run shares: each connects to it and has contexts of its own. */
export const server = () => chromium.launchServer({ ...how(), host: "127.0.0.1" });

/**
 * The browser of the run; one of its own for a file that is run by itself, and where it is to be started with `args`. Closing it
 * closes what was opened through it.
 */
export function launch(args = []) {
  const shared = process.env.WEIGHUP_BROWSER;
  return shared && args.length === 0 ? chromium.connect(shared) : chromium.launch(how(args));
}

/**
 * A fresh person: no storage, no cache, no way to the network. What the page asked for, printed to the console
 * or threw is in `page.log`.
 */
export async function person(browser, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 }, locale: "en-GB", reducedMotion: "reduce", ...options,
  });
  // Long enough for a machine that builds something else at the same time.
  context.setDefaultTimeout(30_000);
  const log = { requests: [], outside: [], errors: [], console: [] };
  context.on("request", (request) => {
    log.requests.push(request.url());
    if (!/^(http:\/\/127\.0\.0\.1[:/]|data:|blob:)/.test(request.url())) log.outside.push(request.url());
  });
  context.on("weberror", (error) => log.errors.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() === "error") log.console.push(message.text());
  });
  // A question before leaving is answered with yes, so that a test goes where it says; no other one is expected.
  context.on("dialog", (dialog) => (dialog.type() === "beforeunload" ? dialog.accept() : dialog.dismiss()).catch(() => {}));
  const page = await context.newPage();
  page.log = log;
  return page;
}

/** What a download holds. Over a connection, as to the browser that all files of a run share, a download has no path. */
export async function downloaded(download) {
  const parts = [];
  for await (const part of await download.createReadStream()) parts.push(part);
  return Buffer.concat(parts);
}

/**
 * One browser and one served site for a test file: `args` are what the browser is started with, `serve` what the site is served
 * with. `world.open(path)` gives a fresh person on a page.
 */
export function world({ args, serve: served, ...unknown } = {}) {
  assert.deepEqual(unknown, {}, "a world is told its `args` and what it serves, nothing else");
  const here = {};
  const pages = [];
  before(async () => {
    here.site = await serve(served);
    here.browser = await launch(args);
  });
  after(async () => {
    await Promise.all(pages.map((page) => page.context().close().catch(() => {})));
    await here.browser?.close();
    await here.site?.close();
  });
  here.person = async (how) => {
    const page = await person(here.browser, how);
    pages.push(page);
    return page;
  };
  here.open = async (path = "prostate-localised/", how) => {
    const page = await here.person(how);
    await page.goto(new URL(path, here.site.url).href);
    return page;
  };
  return here;
}
