// Going through the fixtures: each is loaded once at a width and everything is asked of it there. What the tests of
// `browser/fixtures-*.test.mjs` have in common.
import assert from "node:assert/strict";
import { accessible, headings, inOrder, wcag22aa } from "./axe.mjs";
import { long, small, tiny } from "./layout.mjs";
import { showFixture } from "./states.mjs";
import { sideways } from "./widget.mjs";

export const narrow = { width: 320, height: 640 };
export const wide = { width: 1280, height: 900 };

/** For a `world()`: runs `check(page, fixture, note)` on every fixture of a page; all that is wrong is told at the end. */
export const going = (here) => async (how, list, check) => {
  const page = await here.person(how);
  const problems = [];
  const note = async (part) => { try { await part(); } catch (error) { problems.push(error.message); } };
  for (const fixture of list) await check(page, fixture, note);
  assert.deepEqual([page.log.errors, page.log.outside], [[], []]);
  assert.equal(problems.length, 0, problems.join("\n\n"));
};

/**
 * For a `world()`: goes through the fixtures once. `checks` is `{name: {of, check}}`: each `check(page, fixture)` is run in turn on
 * every fixture that `of` does not leave out, and may change the page for those after it. Returns `found(name)` for the test that
 * tells of it: it fails with everything that this check has found, and when it was never run.
 */
export function visits(here, how, list, checks) {
  let going;
  const go = async () => {
    const page = await here.person(how);
    const found = Object.fromEntries(Object.keys(checks).map((name) => [name, { times: 0, problems: [] }]));
    for (const fixture of list) {
      await showFixture(page, here.site.url, fixture);
      for (const [name, { of = () => true, check }] of Object.entries(checks)) {
        if (!of(fixture)) continue;
        found[name].times += 1;
        try { await check(page, fixture); } catch (error) { found[name].problems.push(error.message); }
      }
    }
    return { found, log: page.log };
  };
  return async (name) => {
    going ??= go();
    const { found, log } = await going;
    assert.ok(found[name].times > 0, `${name} was asked of no fixture`);
    assert.equal(found[name].problems.length, 0, found[name].problems.join("\n\n"));
    assert.deepEqual([log.errors, log.outside], [[], []]);
  };
}

/** Whether a fixture is a step, and not a part by itself. */
export const step = ({ kind }) => kind !== "part";

/** A part has no page around it whose headings could be in order. */
export const rules = ({ kind }) => (kind === "part" ? { tags: wcag22aa } : {});

/** Colours alone: what axe says of the structure is the same in every theme. */
export const colours = { tags: ["cat.color"], off: ["color-contrast-enhanced"] };

/** Opens whatever is folded. */
export const unfolded = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));

/** What is asked of every fixture on a screen of any width, for `visits`: axe, headings, targets, reflow, text size. */
export function usual({ width }) {
  const where = ({ name }) => `${name}, ${width} px`;
  return {
    axe: {
      check: async (page, fixture) => {
        await unfolded(page);
        await accessible(page, where(fixture), rules(fixture));
      },
    },
    headings: { of: step, check: async (page, fixture) => inOrder(await headings(page), where(fixture)) },
    targets: { check: async (page, fixture) => assert.deepEqual(await small(page), [], `${where(fixture)}: targets too small`) },
    width: { check: async (page, fixture) => assert.deepEqual(await sideways(page), [], `${where(fixture)}: wider than the screen`) },
    text: {
      check: async (page, fixture) => {
        assert.deepEqual(await long(page), [], `${where(fixture)}: lines too long`);
        assert.deepEqual(await tiny(page, 15), [], `${where(fixture)}: text too small`);
      },
    },
  };
}
