// The element in Firefox, over WebDriver BiDi.
import assert from "node:assert/strict";
import { test } from "node:test";
import puppeteer from "puppeteer-core";
import { drive, walk } from "../support/drive.mjs";
import { serve } from "../support/serve.mjs";
import { until } from "../support/widget.mjs";
import { expected } from "./expected.mjs";

test("Firefox goes from About to How they fit", async (t) => {
  const site = await serve();
  t.after(() => site.close());
  const browser = await puppeteer.launch({
    browser: "firefox", executablePath: process.env.WEIGHUP_FIREFOX ?? "/usr/bin/firefox-esr", headless: true,
  });
  t.after(() => browser.close());
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`${site.url}prostate-localised/`);
  await page.evaluate(drive);
  const words = await walk((source) => page.evaluate(source), until, expected());
  assert.match(words, /not advice/i);
  assert.deepEqual(errors, []);
});
