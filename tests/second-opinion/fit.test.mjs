// How the options fit, of every aid that weighs and for answers of every kind, worked out again from `aid.toml` and held against what the
// product says: bars and their sums, who is in front, what speaks for and against, what no study tells apart, and the reasons.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "smol-toml";
import { answered } from "./fit-answers.mjs";
import { FitJudge } from "./fit-judge.mjs";
import { Opinion } from "./opinion.mjs";
import { fits, made, real, source } from "./product.mjs";

const opinions = [...real, ...made].map((folder) => new Opinion(parse(source(folder))));
const sets = opinions.flatMap((opinion) => answered(opinion).map((set) => ({ ...set, opinion })));
const said = await fits(sets, ...real, ...made);

test("every kind of answers is given to every aid that weighs", () => {
  const kinds = new Set(sets.map(({ name }) => name));
  for (const kind of ["all the same", "the first alone", "the last first", "an order", "most and least", "points shared", "a concern of one’s own", "an option ruled out", "ruled out by a limit"]) assert.ok(kinds.has(kind), kind);
  assert.deepEqual(said.map(({ aid, name }) => [aid, name]), sets.map(({ aid, name }) => [aid, name]));
  const all = new Set(sets.map(({ aid }) => aid));
  assert.ok(opinions.filter(({ aid }) => aid.results !== "facts").every(({ aid }) => all.has(aid.id)));
});

for (const { aid } of opinions) {
  test(`${aid.id}: the fit is what a second hand works out`, () => {
    const mine = sets.map((set, at) => [set, said[at]]).filter(([set]) => set.aid === aid.id);
    if (aid.results === "facts") {
      // Facts only: answers are read back, and nothing is worked out from them.
      for (const [, { fit }] of mine) assert.deepEqual(Object.keys(fit), ["facts-only"]);
      return;
    }
    let compared = 0;
    const found = mine.flatMap(([set, told]) => {
      const judge = new FitJudge(set.opinion, set);
      judge.judge(told);
      compared += judge.compared;
      return judge.found;
    });
    assert.deepEqual(found, []);
    assert.ok(compared > 200, `${compared} comparisons`);
  });
}
