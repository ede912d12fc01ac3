// Every state and part of the fixtures: axe, headings, targets, reflow and text size (H06, H11). Colours and focus are in
// `fixtures-colours`, order and direction in `fixtures-order`: files run side by side.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, headings, inOrder } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { going, narrow, rules, wide } from "../support/every.mjs";
import { long, small, tiny } from "../support/layout.mjs";
import { fixtures, showFixture } from "../support/states.mjs";
import { sideways } from "../support/widget.mjs";

const here = world();
const every = going(here);
const states = fixtures();

for (const [look, viewport] of [["320 px", narrow], ["1280 px", wide]]) {
  test(`every fixture is accessible at ${look} (1.1.1, 1.3.1, 1.4.10, 2.4.6, 2.5.8, 4.1.2)`, () => every({ viewport }, states, async (page, fixture, note) => {
    const where = `${fixture.name}, ${look}`;
    await showFixture(page, here.site.url, fixture);
    await page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
    await note(() => accessible(page, where, rules(fixture)));
    if (fixture.kind !== "part") await note(async () => inOrder(await headings(page), where));
    await note(async () => assert.deepEqual(await small(page), [], `${where}: targets too small`));
    await note(async () => assert.deepEqual(await sideways(page), [], `${where}: wider than the screen`));
    await note(async () => assert.deepEqual(await long(page), [], `${where}: lines too long`));
    await note(async () => assert.deepEqual(await tiny(page, 15), [], `${where}: text too small`));
  }));
}
