// Every fixture in every theme, light and dark, at 320 or 1280 px, in turn: each fixture and each theme is seen at both.
// `tests/browser` has a covering set. A theme changes colours and nothing else: axe is asked of those.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { colours } from "../support/every.mjs";
import { dress, fixtures, showFixture, themes } from "../support/states.mjs";

const here = world();
const states = fixtures();

for (const kind of new Set(states.map((each) => each.kind))) {
  test(`every fixture in every theme: ${kind}`, async () => {
    const page = await here.person();
    const problems = [];
    for (const [at, fixture] of states.entries()) {
      if (fixture.kind !== kind) continue;
      await showFixture(page, here.site.url, fixture);
      await page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
      for (const width of [320, 1280]) {
        // As high as the page, so that what stays at the edge of a screen (the word after a change) covers nothing that a scroll would show.
        await page.setViewportSize({ width, height: 900 });
        await page.setViewportSize({ width, height: Math.max(900, await page.evaluate(() => document.documentElement.scrollHeight)) });
        for (const theme of themes.filter((_, n) => (at + n) % 2 === [320, 1280].indexOf(width))) {
          await dress(page, theme);
          await accessible(page, `${fixture.name}, ${theme}, ${width} px`, colours).catch((error) => problems.push(error.message));
        }
      }
    }
    assert.equal(problems.length, 0, problems.join("\n\n"));
  });
}
