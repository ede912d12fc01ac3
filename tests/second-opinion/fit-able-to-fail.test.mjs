// The second opinion on the fit can fail: a figure, a direction, a weight or a gap changed on one side is seen and named, and so is anything
// that the product might say otherwise.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "smol-toml";
import { answered } from "./fit-answers.mjs";
import { FitJudge } from "./fit-judge.mjs";
import { Opinion } from "./opinion.mjs";
import { fits, source } from "./product.mjs";

const TONSILS = "decision-aids/tonsillectomy-adults";
const GAPS = "core/tests/aids/gaps";
const set = (folder, kind) => answered(new Opinion(parse(source(folder)))).find(({ name }) => name === kind);
const sets = { tonsils: set(TONSILS, "the first alone"), out: set(TONSILS, "ruled out by a limit"), gaps: set(GAPS, "all the same") };
const told = Object.fromEntries((await fits(Object.values(sets), TONSILS, GAPS)).map((each, at) => [Object.keys(sets)[at], each]));

/** What is found when the second hand works from a copy of the aid, of the answers, or when the product says something else. */
function found(folder, key, { aid: change = () => {}, answers = (same) => same, says = () => {} } = {}) {
  const aid = parse(source(folder));
  change(aid);
  const said = structuredClone(told[key]);
  says(said.fit.ready);
  const judge = new FitJudge(new Opinion(aid), { ...sets[key], answers: answers(structuredClone(sets[key].answers)) });
  judge.judge(said);
  return judge.found;
}

const weighed = (aid) => aid.outcome.filter((outcome) => outcome.weighed !== false);
const rowOf = (outcome) => outcome.figures.find((row) => row.at === outcome.weigh_at);

test("as they are, nothing is found", () => {
  for (const [folder, key] of [[TONSILS, "tonsils"], [TONSILS, "out"], [GAPS, "gaps"]]) assert.deepEqual(found(folder, key), []);
});

const changes = {
  "a figure": { aid: (aid) => {
    const cell = weighed(aid).map(rowOf).flatMap((row) => Object.values(row.cells)).find(({ events }) => events > 10);
    cell.events -= Math.ceil(cell.events / 3);
  } },
  "a direction": { aid: (aid) => {
    const [outcome] = weighed(aid).filter(({ level }) => !level);
    outcome.better = outcome.better === "lower" ? "higher" : "lower";
  } },
  "a weight": { answers: (answers) => ({ ...answers, points: answers.points.map((points, at) => (at === 1 ? points + 40 : points)) }) },
  "how sure a figure is": { aid: (aid) => {
    for (const row of weighed(aid).map(rowOf)) for (const cell of Object.values(row.cells)) if (cell.events) Object.assign(cell, { events: cell.events * 400, people: cell.people * 400 });
  } },
};
for (const [what, change] of Object.entries(changes)) {
  test(`${what}: changed on one side, it is seen, with the aid and the answers`, () => {
    const lines = found(TONSILS, "tonsils", change);
    assert.ok(lines.length > 0 && lines.every((line) => line.startsWith("tonsillectomy-adults: answers “the first alone”: ")), lines.slice(0, 3).join("\n"));
  });
}

test("what a gap may be: changed on one side, it is seen", () => {
  const wider = (aid) => {
    const cell = aid.outcome.flatMap(({ figures }) => figures).flatMap(({ cells }) => Object.values(cells)).find(({ between }) => between);
    cell.between.high = Number(cell.between.high) + 5;
  };
  assert.ok(found(GAPS, "gaps", { aid: wider }).some((line) => line.includes("what nobody has")));
});

test("an option that is ruled out on one side alone is seen", () => {
  assert.ok(found(TONSILS, "out", { answers: (answers) => ({ ...answers, out: [] }) }).some((line) => line.includes("ruled out")));
});

const slips = {
  "who is in front": (ready) => { ready.ahead = ready.ahead.length > 1 ? ready.ahead.slice(1) : []; },
  "whether one is": (ready) => { ready.separated = !ready.separated; },
  "the lead": (ready) => { ready.lead[0] = ready.lead[0].replace(/\w+/, "Nothing"); },
  "the length of a bar": (ready) => { ready.bars[0].point += 40; },
  "an end of a bar": (ready) => { ready.bars[0].low += 90; },
  "a sum": (ready) => { ready.bars[0].parts[0].sum = ready.bars[0].parts[0].sum.replace(/= \d+/, "= 77"); },
  "what speaks for an option": (ready) => { ready.sides[0].speaks_for = []; ready.sides[1].speaks_for = []; },
  "what speaks against one": (ready) => { ready.sides[0].against.push("Something: 7 of every 100 people"); },
  "what is not told apart": (ready) => { ready.not_told_apart = ready.not_told_apart.length ? [] : ["The studies cannot tell the options apart on pain."]; },
  "a reason": (ready) => { ready.why[0] = ready.why[0].replace("Between", "Among"); },
  "what is left out": (ready) => { ready.leaves_out.pop(); },
  "a fact about the figures": (ready) => { ready.dominance.push("On everything you weighed, the figures for one are better."); },
  "a change that would change it": (ready) => { ready.would_change.push("If nothing mattered, it would not."); },
};
for (const [what, says] of Object.entries(slips)) {
  test(`${what}, said otherwise, is seen`, () => {
    assert.ok(found(TONSILS, "tonsils", { says }).length > 0);
  });
}
