// Every range, ratio, difference and sentence with a number, of every aid, worked out again from `aid.toml` by an implementation
// that shares nothing with the product, and held against what the product says: Compare in every way of showing it, Weigh up, the
// summary, in counts and in percent; the page, the list of evidence and the functions of the package.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "smol-toml";
import { Judge, unseen } from "./judge.mjs";
import { Opinion } from "./opinion.mjs";
import { judgeEvidence, judgeFunctions, judgePage } from "./page.mjs";
import { evidence, figures, made, page, real, source, views } from "./product.mjs";

const aids = new Map([...real, ...made].map((folder) => [folder, parse(source(folder))]));
const [states, lines] = await Promise.all([views(...aids.keys()), evidence(...aids.keys())]);

test("every aid is looked at", () => {
  assert.deepEqual([...states.keys()].sort(), [...aids.values()].map(({ id }) => id).sort());
  assert.ok(real.length >= 24, real.join(", "));
});

for (const [folder, aid] of aids) {
  test(`${aid.id}: what the product says is what a second hand works out`, async () => {
    const judge = new Judge(new Opinion(aid));
    const seen = new Set(states.get(aid.id).flatMap((state) => judge.state(state)));
    judge.found.push(...unseen(judge.opinion, seen));
    judgeEvidence(judge, lines.filter((line) => line.aid === aid.id));
    // Of the made-up ones nothing is published.
    if (real.includes(folder)) {
      judgePage(judge, await page(aid.id));
      judgeFunctions(judge, await figures(aid.id));
    }
    assert.deepEqual([...new Set(judge.found)], []);
    assert.ok(judge.numbers > 500, `${judge.numbers} comparisons`);
  });
}
