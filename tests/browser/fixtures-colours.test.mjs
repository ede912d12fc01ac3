// Every fixture in every theme (H06). A covering set runs here: each theme on each step; `tests/slow/themes.test.mjs` has the whole table.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { going, narrow, rules, wide } from "../support/every.mjs";
import { dress, fixtures, showFixture, themes } from "../support/states.mjs";

const here = world();
const every = going(here);
const states = fixtures();

test("every step keeps its contrast in every theme, light and dark (1.4.3, 1.4.11)", () => {
  // One theme a fixture in turn, and every theme on the fullest state of each step.
  const fullest = new Map(states.map((fixture) => [fixture.kind, fixture]));
  const turns = states.flatMap((fixture, at) => (fullest.get(fixture.kind) === fixture ? themes : [themes[at % themes.length]]).map((theme) => ({ ...fixture, theme })));
  let shown;
  return every({ viewport: wide }, turns, async (page, fixture, note) => {
    if (shown !== fixture.name) await showFixture(page, here.site.url, fixture);
    shown = fixture.name;
    await dress(page, fixture.theme);
    await note(() => accessible(page, `${fixture.name}, ${fixture.theme}`, { tags: ["cat.color"], off: ["color-contrast-enhanced"] }));
  });
});

test("every fixture is accessible in forced colours at 320 px (1.4.1, 1.4.11)", () => every({ viewport: narrow, forcedColors: "active" }, states, async (page, fixture, note) => {
  await showFixture(page, here.site.url, fixture);
  await note(() => accessible(page, `${fixture.name}, forced colours`, rules(fixture)));
}));

/** What changes about an element, and about its label or its neighbour, when it gets the focus. */
const ring = (page, theme) => page.evaluate(async (theme) => {
  const seen = (element) => [element, element.nextElementSibling, ...(element.labels ?? [])].filter(Boolean).map((each) => {
    const style = getComputedStyle(each);
    return [style.outline, style.boxShadow, style.backgroundColor, style.borderColor].join(" ");
  }).join(" | ");
  const missing = [];
  for (const each of document.querySelectorAll(".weighup :is(button, input, textarea, summary, a[href])")) {
    if (!each.checkVisibility() || each.disabled) continue;
    document.activeElement?.blur();
    const before = seen(each);
    each.focus({ focusVisible: true, preventScroll: true });
    if (document.activeElement === each && seen(each) === before) missing.push(`${each.tagName}.${each.className}`);
  }
  return [...new Set(missing)].map((name) => `${name} in ${theme}`);
}, theme);

test("whatever has the focus shows it, in every theme (2.4.7)", () => {
  const last = [...new Map(states.map((fixture) => [fixture.kind, fixture])).values()];
  return every({ viewport: wide }, last, async (page, fixture, note) => {
    await showFixture(page, here.site.url, fixture);
    // A key was pressed: the focus is a keyboard's.
    await page.keyboard.press("Tab");
    for (const theme of themes) {
      await dress(page, theme);
      await note(async () => assert.deepEqual(await ring(page, theme), [], fixture.name));
    }
  });
});
