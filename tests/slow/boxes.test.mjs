// The widget in boxes of other people's pages: as wide as there is room, and never wider than the screen for a long word.
import assert from "node:assert/strict";
import { test } from "node:test";
import { boxes, boxPages, SPARE, widths } from "../support/boxes.mjs";
import { world } from "../support/chromium.mjs";

const inside = '<weighup-aid src="/aids/prostate-localised.json"><p>Plain words</p></weighup-aid>';
const here = world({ serve: { answer: boxPages(boxes, inside, '<script type="module" src="/weighup/index.js"></script>') } });

for (const width of [1280, 375, 320]) {
  test(`in every kind of box the widget is as wide as a paragraph would be (1.4.10): ${width}`, async () => {
    const page = await here.person({ viewport: { width, height: 800 } });
    const wrong = [];
    for (const name of Object.keys(boxes)) {
      await page.goto(`${here.site.url}box/${encodeURIComponent(name)}`);
      await page.locator("weighup-aid").first().locator(".wu-mount:not(.wu-first) .weighup h1").waitFor({ state: "attached" });
      const found = await page.evaluate(widths);
      if (found.width < found.room - SPARE * (name === "a cell beside another" ? 3 : 1)) wrong.push(`${name}: ${found.width} px where a paragraph has ${found.room}`);
      if (found.over > 0) wrong.push(`${name}: the page scrolls ${found.over} px sideways`);
    }
    assert.deepEqual(wrong, []);
  });
}
