// What every fixture is read in: direction, order, names, the frame around each step; and the gallery that shows them (H06, H11).
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, wcag22aa } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { going, narrow, wide } from "../support/every.mjs";
import { fixtures, showFixture } from "../support/states.mjs";
import { sideways, until } from "../support/widget.mjs";

const here = world();
const every = going(here);
const states = fixtures();

test("every fixture reads from right to left without a scroll (1.4.10)", () => every({ viewport: narrow }, states, async (page, fixture, note) => {
  await showFixture(page, here.site.url, fixture);
  await page.evaluate(() => { document.documentElement.dir = "rtl"; document.querySelector(".weighup").dir = "rtl"; });
  await note(async () => assert.deepEqual(await sideways(page), [], `${fixture.name}, right to left`));
}));

test("the interface's words are in its own language where the aid's are in another (3.1.2)", () => {
  const arabic = states.filter(({ name }) => name.startsWith("ar-"));
  assert.ok(arabic.length >= 3, `${arabic.length} states in Arabic of an aid in English`);
  return every({ viewport: wide }, arabic, async (page, fixture, note) => {
    await showFixture(page, here.site.url, fixture);
    const found = await page.evaluate(() => {
      const texts = [];
      const walker = document.createTreeWalker(document.querySelector(".weighup"), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) texts.push(walker.currentNode);
      const ours = texts.filter((node) => /\p{Script=Arabic}/u.test(node.data));
      const marked = ours.filter((node) => !node.parentElement.closest("[lang]").lang.startsWith("ar") || getComputedStyle(node.parentElement).direction !== "rtl");
      return { ours: ours.length, marked: marked.map((node) => node.data) };
    });
    await note(async () => assert.deepEqual(found.marked, [], `${fixture.name}: marked as the aid's language`));
    await note(async () => assert.ok(found.ours > 15, `${fixture.name}: ${found.ours} texts in Arabic`));
  });
});

test("an arrow points where its control leads, open or closed, in both directions", async () => {
  const kinds = {
    "what a link opens": [".wu-details:not(.wu-fold) > details > summary", "::before", { ltr: "right", rtl: "left" }, "down"],
    "what a heading opens": [".wu-fold > details > summary", "::before", { ltr: "down", rtl: "down" }, "up"],
    "meaning and sources": [".wu-opener", "::before", { ltr: "right", rtl: "left" }, "down"],
    "the list of steps": [".wu-steps__toggle", "::after", { ltr: "down", rtl: "down" }, "up"],
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

test("what is read first stands first (1.3.2, 2.4.3)", () => every({ viewport: narrow }, states, async (page, fixture, note) => {
  await showFixture(page, here.site.url, fixture);
  // In one column, the next passage or control never stands above the one before it.
  const back = await page.evaluate(() => {
    const out = [];
    let before = null;
    for (const each of document.querySelectorAll(".weighup :is(h1, h2, h3, p, li, dt, dd, legend, button, textarea, summary)")) {
      if (!each.checkVisibility() || each.closest(".wu-hidden")) continue;
      const box = each.getBoundingClientRect();
      // Side by side on one line is in order from the start of the line.
      if (before && box.bottom <= before.box.top + 1) out.push(`“${each.textContent.slice(0, 40)}” stands above “${before.each.textContent.slice(0, 40)}”`);
      before = { each, box };
    }
    return out;
  });
  await note(async () => assert.deepEqual(back, [], fixture.name));
}));

test("no picture holds text, and what stands on a control is in its name (1.4.5, 2.5.3)", () => every({ viewport: wide }, states, async (page, fixture, note) => {
  await showFixture(page, here.site.url, fixture);
  const found = await page.evaluate(() => [
    ...[...document.querySelectorAll(".weighup :is(img, canvas, picture, svg text)")].map((each) => `a picture that may hold text: ${each.outerHTML.slice(0, 80)}`),
    ...[...document.querySelectorAll(".weighup :is(button, a, summary)[aria-label]")].flatMap((each) => {
      const seen = [...each.childNodes].filter((node) => node.nodeType === 3 || !node.matches?.("[aria-hidden=true], .wu-hidden")).map((node) => node.textContent.trim()).join(" ");
      return each.getAttribute("aria-label").includes(seen) ? [] : [`“${seen}” is not in the name “${each.getAttribute("aria-label")}”`];
    }),
  ]);
  await note(async () => assert.deepEqual(found, [], fixture.name));
}));

test("the list of steps, undo and redo are the same on every step (3.2.3, 3.2.4)", async () => {
  const seen = new Map();
  await every({ viewport: wide }, states.filter(({ kind }) => kind !== "part"), async (page, fixture) => {
    await showFixture(page, here.site.url, fixture);
    const frame = await page.evaluate(() => [...document.querySelectorAll(".wu-steps__link > span:first-child, .wu-top__history button")].map((each) => each.textContent).join(", "));
    seen.set(frame, [...(seen.get(frame) ?? []), fixture.name]);
  });
  // Once in each language.
  const language = (name) => /^(easy|ur|ar)-/.exec(name)?.[1] ?? "en";
  const each = [...seen.values()].map((names) => [...new Set(names.map(language))].join(" and "));
  assert.deepEqual(each.sort(), ["ar", "easy", "en", "ur"], JSON.stringify([...seen], null, 1));
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
