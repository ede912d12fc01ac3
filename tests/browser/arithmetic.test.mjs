// The second hand itself, held to published numbers before it judges the product.
import assert from "node:assert/strict";
import { test } from "node:test";
import { crowds, denominator, exact, figure, fit, readAid, rounded, wilson } from "../support/figures.mjs";

const aid = (...shares) => ({
  outcome: [{ figures: [{ cells: Object.fromEntries(shares.map(([count, per], i) => [i, { count, per }])) }] }],
});
const close = (found, expected, within) => found.forEach((x, i) =>
  assert.ok(Math.abs(x - expected[i]) < within, `${found} is not ${expected}`));

test("a rare outcome leaves the others at 100", () => {
  const contraception = readAid("contraception");
  const of = Object.fromEntries(contraception.outcome.filter((each) => each.event).map((each) => [each.id, denominator(contraception, each)]));
  assert.deepEqual([of.clot, of["still-using"], of.fallout], [10000, 100, 100]);
  assert.deepEqual(crowds(contraception), [100, 1000, 10000]);
});

test("one denominator an outcome: half a person moves its card up, nine tenths does not", () => {
  const one = (...shares) => denominator(aid(...shares), aid(...shares).outcome[0]);
  assert.equal(one([5, 1000], [15, 1000], [980, 1000]), 1000);
  assert.equal(one([9, 1000], [24, 100]), 100);
  assert.equal(one([6, 1000]), 100);
  assert.equal(one([5, 10000]), 10000);
  assert.equal(one([0, 100], [3, 100]), 100);
  assert.equal(one([995, 1000]), 1000);
  assert.equal(denominator({ denominator: 1000, outcome: [] }, aid([3, 100]).outcome[0]), 1000);
});

test("rounding goes to the nearest person, halves up", () => {
  assert.equal(rounded([17, 545], 100), 3);
  assert.equal(rounded([5, 1000], 100), 1);
  assert.equal(rounded([262, 1000], 100), 26);
  assert.equal(rounded([245, 1000], 100), 25);
});

test("Wilson's interval matches Newcombe's worked examples", () => {
  // Newcombe 1998, Stat Med 17:857-72, table I: method 3 (score, without continuity correction).
  close(wilson(81, 263), [0.2553, 0.3662], 5e-5);
  close(wilson(15, 148), [0.0624, 0.1605], 5e-5);
  close(wilson(0, 20), [0, 0.1611], 5e-5);
  close(wilson(1, 29), [0.0061, 0.1718], 5e-5);
});

test("the exact interval matches Newcombe's worked examples", () => {
  close(exact(81, 263), [0.2527, 0.3676], 5e-5);
  close(exact(15, 148), [0.0578, 0.1617], 5e-5);
  close(exact(0, 20), [0, 0.1684], 5e-5);
  close(exact(1, 29), [0.0009, 0.1776], 5e-5);
});

test("both frames come from one count and the picture adds up", () => {
  const found = figure({ events: 17, people: 545, interval: "wilson95" }, 100);
  assert.deepEqual([found.count, found.others], [3, 97]);
  assert.equal(found.range.said, "2 to 5");
  assert.deepEqual(found.icons, { certain: 2, band: 3, rest: 95 });
});

test("weights sum to 1 and contributions to the total", () => {
  const found = fit([{ points: 100, values: [1, 0, 0.5] }, { points: 50, values: [0, 1, 1] }]);
  close(found.weights, [2 / 3, 1 / 3], 1e-12);
  close(found.totals, [2 / 3, 1 / 3, 2 / 3], 1e-12);
});
