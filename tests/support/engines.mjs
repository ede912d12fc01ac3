// Browsers that are not Chromium, as tests ask them: to open an address, and what an expression is there.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import puppeteer from "puppeteer-core";
import { Builder, Capabilities } from "selenium-webdriver";
import { until } from "./widget.mjs";

/** Firefox, over WebDriver BiDi, until the test `t` ends. `errors` are those of the page. */
export async function firefox(t) {
  const browser = await puppeteer.launch({
    browser: "firefox", executablePath: process.env.WEIGHUP_FIREFOX ?? "/usr/bin/firefox-esr", headless: true,
  });
  t.after(() => browser.close());
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  return { errors, open: (address) => page.goto(address), run: (source) => page.evaluate(source) };
}

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

/** WebKit (WebKitGTK's MiniBrowser), over WebDriver, until the test `t` ends. */
export async function webkit(t) {
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
  await until(async () => (await fetch(`${server}/status`)).ok, "WebKitWebDriver", 60_000);
  browser = await new Builder().usingServer(server).withCapabilities(new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": {
      binary: process.env.WEIGHUP_MINIBROWSER ?? miniBrowser(),
      args: ["--automation"],
    },
  })).build();
  return { errors: [], open: (address) => browser.get(address), run: (source) => browser.executeScript(`return ${source}`) };
}
