// The accessibility report says what the tests show, today.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { criteria } from "../accessibility/criteria.mjs";
import { place, report } from "../accessibility/report.mjs";

test("docs/accessibility.md is what `cargo xtask accessibility` writes", () => {
  assert.equal(readFileSync(place, "utf8"), report(), "run `cargo xtask accessibility` and read what changed");
});

test("it has every criterion of WCAG 2.2 level A and AA, once", () => {
  const count = (level) => new Set(criteria.filter((each) => each[1] === level).map(([number]) => number)).size;
  assert.deepEqual([count("A"), count("AA"), criteria.length], [31, 24, 55]);
});
