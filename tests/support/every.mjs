// Going through the fixtures one after the other: what `browser/fixtures*.test.mjs` have in common.
import assert from "node:assert/strict";
import { wcag22aa } from "./axe.mjs";

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

/** A part has no page around it whose headings could be in order. */
export const rules = ({ kind }) => (kind === "part" ? { tags: wcag22aa } : {});
