// A person's own colours (contrast themes; forced colours), light and dark, under every look of ours: nothing that is drawn, chosen
// or focused is lost in them. `tests/slow/themes.test.mjs` has every state in every look; here each state is in one, and the fullest
// of each step in all.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { faint, none, sum } from "../support/colours.mjs";
import { going, narrow, wide } from "../support/every.mjs";
import { dress, fixtures, showFixture, themes } from "../support/states.mjs";

const here = world();
const every = going(here);
const states = fixtures();
const fullest = new Map(states.map((fixture) => [fixture.kind, fixture]));

for (const [colorScheme, viewport] of [["light", wide], ["dark", narrow]]) {
  test(`in a person's own colours all that is drawn, chosen or focused is seen, in every look (1.4.1, 1.4.11, 2.4.7): ${colorScheme}`, async () => {
    let counted = none;
    await every({ viewport, colorScheme, forcedColors: "active" }, states, async (page, fixture, note) => {
      await showFixture(page, here.site.url, fixture);
      await page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
      const at = states.indexOf(fixture);
      for (const theme of fullest.get(fixture.kind) === fixture ? themes : [themes[at % themes.length]]) {
        await dress(page, theme);
        const found = await page.evaluate(`(${faint})()`);
        counted = sum(counted, found.counted);
        await note(async () => assert.deepEqual(found.faint, [], `${fixture.name}, ${theme}, own colours ${colorScheme}`));
      }
    });
    // None of the kinds has gone unlooked at.
    for (const [kind, least] of Object.entries({ text: 3000, shapes: 1000, drawn: 300, edges: 500, chosen: 100, focus: 1000 })) {
      assert.ok(counted[kind] > least, `${counted[kind]} of ${kind} were looked at`);
    }
  });
}
