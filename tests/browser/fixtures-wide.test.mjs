// Every state and part of the fixtures on a wide screen: axe, headings, targets, text size, names, languages, the frame around each
// step, contrast in every theme, the focus (H06, H11). Each is loaded once. A narrow screen is in `fixtures-narrow`.
// Of themes a covering set runs here: each theme on each step; `tests/slow/themes.test.mjs` has the whole table.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { colours, step, usual, visits, wide } from "../support/every.mjs";
import { dress, fixtures, themes } from "../support/states.mjs";

const here = world();
const states = fixtures();
const arabic = ({ name }) => name.startsWith("ar-");

/** The fullest state of each step, by name. */
const fullest = new Set([...new Map(states.map((fixture) => [fixture.kind, fixture.name])).values()]);

/** What is wrong with pictures and with the names of controls. */
const names = (page) => page.evaluate(() => [
  ...[...document.querySelectorAll(".weighup :is(img, canvas, picture, svg text)")].map((each) => `a picture that may hold text: ${each.outerHTML.slice(0, 80)}`),
  ...[...document.querySelectorAll(".weighup :is(button, a, summary)[aria-label]")].flatMap((each) => {
    const seen = [...each.childNodes].filter((node) => node.nodeType === 3 || !node.matches?.("[aria-hidden=true], .wu-hidden")).map((node) => node.textContent.trim()).join(" ");
    return each.getAttribute("aria-label").includes(seen) ? [] : [`“${seen}” is not in the name “${each.getAttribute("aria-label")}”`];
  }),
]);

/** How many texts are in Arabic, and which of them are marked as the aid's language. */
const languages = (page) => page.evaluate(() => {
  const texts = [];
  const walker = document.createTreeWalker(document.querySelector(".weighup"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode);
  const ours = texts.filter((node) => /\p{Script=Arabic}/u.test(node.data));
  const marked = ours.filter((node) => !node.parentElement.closest("[lang]").lang.startsWith("ar") || getComputedStyle(node.parentElement).direction !== "rtl");
  return { ours: ours.length, marked: marked.map((node) => node.data) };
});

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

const frames = new Map();
const found = visits(here, { viewport: wide }, states, {
  names: { check: async (page, fixture) => assert.deepEqual(await names(page), [], fixture.name) },
  languages: {
    of: arabic,
    check: async (page, fixture) => {
      const { ours, marked } = await languages(page);
      assert.deepEqual(marked, [], `${fixture.name}: marked as the aid's language`);
      assert.ok(ours > 15, `${fixture.name}: ${ours} texts in Arabic`);
    },
  },
  frame: {
    of: step,
    check: async (page, fixture) => {
      const frame = await page.evaluate(() => [...document.querySelectorAll(".wu-stages__link")].map((each) => each.textContent).join(", "));
      frames.set(frame, [...(frames.get(frame) ?? []), fixture.name]);
    },
  },
  focus: {
    of: ({ name }) => fullest.has(name),
    check: async (page, fixture) => {
      // A key was pressed: the focus is a keyboard's.
      await page.keyboard.press("Tab");
      const missing = [];
      for (const theme of themes) {
        await dress(page, theme);
        missing.push(...await ring(page, theme));
      }
      await dress(page, "");
      assert.deepEqual(missing, [], fixture.name);
    },
  },
  ...usual(wide),
  // What axe says of structure at 320 px, of every state, is not asked again of each: of the fullest of every step, and of every part.
  axe: { ...usual(wide).axe, of: ({ name, kind }) => kind === "part" || fullest.has(name) },
  contrast: {
    check: async (page, fixture) => {
      // One theme per fixture in turn, and every theme on the fullest state of each step.
      const turn = themes[states.indexOf(fixture) % themes.length];
      const problems = [];
      for (const theme of fullest.has(fixture.name) ? themes : [turn]) {
        await dress(page, theme);
        await accessible(page, `${fixture.name}, ${theme}`, colours).catch((error) => problems.push(error.message));
      }
      assert.equal(problems.length, 0, problems.join("\n\n"));
    },
  },
});

test("the fullest state of every step, and every part, is accessible at 1280 px (1.1.1, 1.3.1, 4.1.2)", () => found("axe"));
test("headings of every fixture are in order at 1280 px (1.3.1, 2.4.6)", () => found("headings"));
test("every control of every fixture is large enough at 1280 px (2.5.8)", () => found("targets"));
test("no fixture is wider than 1280 px", () => found("width"));
test("no text of a fixture is too small or too wide at 1280 px", () => found("text"));
test("every step keeps its contrast in every theme, light and dark (1.4.3, 1.4.11)", () => found("contrast"));
test("whatever has the focus shows it, in every theme (2.4.7)", () => found("focus"));
test("no picture holds text, and what stands on a control is in its name (1.4.5, 2.5.3)", () => found("names"));

test("the interface's words are in its own language where the aid's are in another (3.1.2)", async () => {
  assert.ok(states.filter(arabic).length >= 3, "states in Arabic of an aid in English");
  await found("languages");
});

test("the list of stages is the same on every step (3.2.3, 3.2.4)", async () => {
  await found("frame");
  // Plain and Easy Read English share their words.
  const language = (name) => /^(easy|ur|ar)-/.exec(name)?.[1] ?? "en";
  const lists = {};
  for (const [frame, names] of frames) for (const each of new Set(names.map(language))) (lists[each] ??= []).push(frame);
  assert.deepEqual(Object.keys(lists).sort(), ["ar", "easy", "en", "ur"]);
  for (const [each, found] of Object.entries(lists)) assert.equal(found.length, 1, `${each}: ${JSON.stringify(found)}`);
});
