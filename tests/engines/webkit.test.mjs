// The element in WebKit (WebKitGTK's MiniBrowser), over WebDriver.
import assert from "node:assert/strict";
import { test } from "node:test";
import { drive, walk } from "../support/drive.mjs";
import { webkit } from "../support/engines.mjs";
import { serve } from "../support/serve.mjs";
import { until } from "../support/widget.mjs";
import { expected } from "./expected.mjs";

test("WebKit goes from About to How they fit", async (t) => {
  const site = await serve();
  t.after(() => site.close());
  const browser = await webkit(t);
  await browser.open(`${site.url}prostate-localised/`);
  await browser.run(`(${drive})()`);
  const words = await walk(browser.run, until, expected());
  assert.match(words, /not advice/i);
});
