// The element in WebKit (WebKitGTK's MiniBrowser), over WebDriver.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { test } from "node:test";
import { Builder, Capabilities } from "selenium-webdriver";
import { drive, walk } from "../support/drive.mjs";
import { serve } from "../support/serve.mjs";
import { until } from "../support/widget.mjs";
import { expected } from "./expected.mjs";

const freePort = () => new Promise((found) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => found(port));
  });
});

/** Debian keeps MiniBrowser in a folder named by its WebKitGTK version. */
function miniBrowser() {
  const folders = ["/usr/lib", ...readdirSync("/usr/lib").map((name) => `/usr/lib/${name}`)];
  const found = folders.flatMap((folder) => ["4.1", "6.0", "4.0"].map((v) =>
    `${folder}/webkit${v === "6.0" ? "gtk" : "2gtk"}-${v}/MiniBrowser`)).find(existsSync);
  if (!found) throw new Error("MiniBrowser was not found; install webkit2gtk-driver, or name it in WEIGHUP_MINIBROWSER");
  return found;
}

test("WebKit goes from About to How they fit", async (t) => {
  const site = await serve();
  t.after(() => site.close());
  const port = await freePort();
  // MiniBrowser needs a screen; xvfb-run makes one that nobody looks at.
  const driver = spawn("xvfb-run", ["-a", process.env.WEIGHUP_WEBKIT_DRIVER ?? "WebKitWebDriver", `--port=${port}`], {
    stdio: "ignore", detached: true,
    env: { ...process.env, WEBKIT_DISABLE_COMPOSITING_MODE: "1", WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", LIBGL_ALWAYS_SOFTWARE: "1" },
  });
  let browser;
  t.after(async () => {
    await browser?.quit().catch(() => {});
    try { process.kill(-driver.pid); } catch { /* it has ended */ }
  });
  const server = `http://127.0.0.1:${port}`;
  await until(async () => (await fetch(`${server}/status`)).ok, "WebKitWebDriver", 30_000);
  browser = await new Builder().usingServer(server).withCapabilities(new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": {
      binary: process.env.WEIGHUP_MINIBROWSER ?? miniBrowser(),
      args: ["--automation"],
    },
  })).build();
  await browser.get(`${site.url}prostate-localised/`);
  await browser.executeScript(`return (${drive})()`);
  const words = await walk((source) => browser.executeScript(`return ${source}`), until, expected());
  assert.match(words, /not advice/i);
});
