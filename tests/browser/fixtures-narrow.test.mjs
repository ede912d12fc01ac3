// Every state and part of the fixtures on a narrow screen: axe, headings, targets, reflow, text size, order, forced colours, and
// from right to left (H06, H11). Each is loaded once. A wide screen is in `fixtures-wide`: files run side by side.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { colours, narrow, usual, visits } from "../support/every.mjs";
import { fixtures } from "../support/states.mjs";
import { sideways } from "../support/widget.mjs";

const here = world();

/** In one column, the next passage or control never stands above the one before it. A bar that stays on the screen is put where it ends. */
const back = (page) => page.evaluate(() => {
  const stays = [...document.querySelectorAll(".weighup *")].filter((each) => /^(sticky|fixed)$/.test(getComputedStyle(each).position));
  for (const each of stays) each.style.position = "static";
  const out = [];
  let before = null;
  for (const each of document.querySelectorAll(".weighup :is(h1, h2, h3, p, li, dt, dd, legend, button, textarea, summary)")) {
    if (!each.checkVisibility() || each.closest(".wu-hidden")) continue;
    const box = each.getBoundingClientRect();
    // Side by side on one line is in order from the start of the line.
    if (before && box.bottom <= before.box.top + 1) out.push(`“${each.textContent.slice(0, 40)}” stands above “${before.each.textContent.slice(0, 40)}”`);
    before = { each, box };
  }
  for (const each of stays) each.style.position = "";
  return out;
});

const found = visits(here, { viewport: narrow }, fixtures(), {
  order: { check: async (page, fixture) => assert.deepEqual(await back(page), [], fixture.name) },
  ...usual(narrow),
  forced: {
    check: async (page, fixture) => {
      await page.emulateMedia({ forcedColors: "active" });
      await accessible(page, `${fixture.name}, forced colours`, colours).finally(() => page.emulateMedia({ forcedColors: "none" }));
    },
  },
  rtl: {
    check: async (page, fixture) => {
      await page.evaluate(() => { document.documentElement.dir = "rtl"; document.querySelector(".weighup").dir = "rtl"; });
      assert.deepEqual(await sideways(page), [], `${fixture.name}, right to left`);
    },
  },
});

test("every fixture is accessible at 320 px (1.1.1, 1.3.1, 4.1.2)", () => found("axe"));
test("headings of every fixture are in order at 320 px (1.3.1, 2.4.6)", () => found("headings"));
test("every control of every fixture is large enough at 320 px (2.5.8)", () => found("targets"));
test("no fixture is wider than 320 px (1.4.10)", () => found("width"));
test("no text of a fixture is too small or too wide at 320 px", () => found("text"));
test("what is read first stands first (1.3.2, 2.4.3)", () => found("order"));
test("every fixture keeps its contrast in forced colours at 320 px (1.4.1, 1.4.11)", () => found("forced"));
test("every fixture reads from right to left without a scroll (1.4.10)", () => found("rtl"));
