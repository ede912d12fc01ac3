// Every state and part of the fixtures: axe, headings, targets, reflow, text size and focus, in every theme (H06, H11). A
// covering set runs here: each fixture at both widths, and each theme on each step; `tests/slow/themes.test.mjs` has the whole table.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, headings, inOrder, wcag22aa } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { long, small, tiny } from "../support/layout.mjs";
import { dress, fixtures, showFixture, themes } from "../support/states.mjs";
import { sideways, until } from "../support/widget.mjs";

const here = world();
const narrow = { width: 320, height: 640 };
const wide = { width: 1280, height: 900 };
const states = fixtures();

/** Runs `check(page, fixture, note)` on every fixture of a page; all that is wrong is told at the end. */
async function every(how, list, check) {
  const page = await here.person(how);
  const problems = [];
  const note = async (part) => { try { await part(); } catch (error) { problems.push(error.message); } };
  for (const fixture of list) await check(page, fixture, note);
  assert.deepEqual([page.log.errors, page.log.outside], [[], []]);
  assert.equal(problems.length, 0, problems.join("\n\n"));
}

/** A part has no page around it whose headings could be in order. */
const rules = ({ kind }) => (kind === "part" ? { tags: wcag22aa } : {});

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

test("every fixture reads from right to left without a scroll (1.4.10)", () => every({ viewport: narrow }, states, async (page, fixture, note) => {
  await showFixture(page, here.site.url, fixture);
  await page.evaluate(() => { document.documentElement.dir = "rtl"; document.querySelector(".weighup").dir = "rtl"; });
  await note(async () => assert.deepEqual(await sideways(page), [], `${fixture.name}, right to left`));
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
  assert.equal(seen.size, 1, JSON.stringify([...seen], null, 1));
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
