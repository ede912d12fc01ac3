// Every fixture in every theme, light and dark, at 320 and 1280 px: the whole table, of which `tests/browser` has a covering set.
// A theme changes colours and nothing else: axe is asked of those.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { colours } from "../support/every.mjs";
import { dress, fixtures, showFixture, themes } from "../support/states.mjs";

const here = world();

for (const width of [320, 1280]) {
  test(`every fixture in every theme at ${width} px`, async () => {
    const page = await here.person({ viewport: { width, height: 900 } });
    const problems = [];
    for (const fixture of fixtures()) {
      await showFixture(page, here.site.url, fixture);
      await page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
      for (const theme of themes) {
        await dress(page, theme);
        await accessible(page, `${fixture.name}, ${theme}, ${width} px`, colours).catch((error) => problems.push(error.message));
      }
    }
    assert.equal(problems.length, 0, problems.join("\n\n"));
  });
}
