// The arrows of what opens, and the gallery that shows every fixture (H06, H11).
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, wcag22aa } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { going, narrow, wide } from "../support/every.mjs";
import { fixtures, showFixture } from "../support/states.mjs";
import { until } from "../support/widget.mjs";

const here = world();
const every = going(here);
const states = fixtures();

test("an arrow points where its control leads, open or closed, in both directions", async () => {
  const kinds = {
    "what a link opens": [".wu-details:not(.wu-fold) > details > summary", "::before", { ltr: "right", rtl: "left" }, "down"],
    "what a heading opens": [".wu-fold > details > summary", "::before", { ltr: "down", rtl: "down" }, "up"],
    "meaning and sources": [".wu-opener", "::before", { ltr: "right", rtl: "left" }, "down"],
  };
  const seen = new Set();
  await every({ viewport: narrow }, states.filter(({ name }) => ["compare", "fit", "summary"].includes(name)), async (page, fixture, note) => {
    await showFixture(page, here.site.url, fixture);
    for (const dir of ["ltr", "rtl"]) {
      for (const open of [false, true]) {
        for (const [kind, [selector, pseudo, closed, opened]] of Object.entries(kinds)) {
          const found = await page.evaluate(([dir, open, selector, pseudo]) => {
            document.querySelector(".weighup").dir = dir;
            const control = document.querySelector(selector);
            if (!control) return null;
            if (control.tagName === "SUMMARY") control.parentElement.open = open;
            else control.setAttribute("aria-expanded", String(open));
            const style = getComputedStyle(control, pseudo);
            // Two sides of a square, turned: the corner between them is the point. Angles from the right, clockwise.
            const corner = Number.parseFloat(style.borderRightWidth) > 0 ? 45 : 135;
            return ["right", "down", "left", "up"][(((corner + Number.parseFloat(style.rotate)) % 360 + 360) % 360) / 90];
          }, [dir, open, selector, pseudo]);
          if (found === null) continue;
          seen.add(kind);
          await note(async () => assert.equal(found, open ? opened : closed[dir], `${fixture.name}, ${dir}: ${kind}, ${open ? "open" : "closed"}`));
        }
      }
    }
  });
  assert.deepEqual([...seen].sort(), Object.keys(kinds).sort());
});

test("the component gallery shows every fixture, and is accessible", async () => {
  const page = await here.open("components/", { viewport: wide });
  const select = page.getByRole("combobox", { name: "State" });
  await page.locator("#stage > section").first().waitFor();
  assert.equal(await select.locator("option").count(), states.length);
  assert.equal(await page.locator("#stage > section").count(), 3);
  await select.selectOption("weigh");
  await page.getByRole("combobox", { name: "Width" }).selectOption("320");
  await page.getByRole("combobox", { name: "Colours" }).selectOption("nhs");
  await page.getByRole("combobox", { name: "Direction" }).selectOption("rtl");
  await page.getByRole("heading", { name: "Weigh, 320 px" }).waitFor();
  await until(() => page.url().endsWith("#state=weigh&width=320&palette=nhs&scheme=light&dir=rtl"), "the address to keep the choice");
  await accessible(page, "the component gallery", { tags: wcag22aa });
  assert.deepEqual([page.log.errors, page.log.outside, page.log.console], [[], [], []]);
});
