// The report reads lines that the page writes, with a reader of its own. Every closed list of that reader is the one that the page's schema has:
// the same words, in the same order, and none is left out on either side.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../support/serve.mjs";

// The list of the report, by the name that the schema has for it. `GivenFormat` is the name of the format, and no list.
const lists = {
  NEEDS: "Need", USES: "Mode", WHO: "Company", STAGES: "DecisionStage", PROMPTS: "ReadinessPrompt", MARKS: "OutcomeMark", METHODS: "Method",
  DECISIONS: "DecisionStatus", LEANINGS: "GivenLeaning", FITS: "ChoiceFits", GAPS: "GapBand", STEPS: "Step",
};

const source = readFileSync(join(root, "report/src/row/lists.rs"), "utf8");
const ours = new Map([...source.matchAll(/pub const ([A-Z]+): \[&str; \d+\] = \[([^\]]*)\]/g)]
  .map(([, name, words]) => [name, [...words.matchAll(/"([^"]*)"/g)].map(([, word]) => word)]));
const { $defs } = JSON.parse(readFileSync(join(root, "docs/schema/given.schema.json"), "utf8"));
const theirs = new Map(Object.entries($defs).filter(([, each]) => each.oneOf?.every((one) => "const" in one))
  .map(([name, each]) => [name, each.oneOf.map((one) => one.const)]));

test("every closed list of a line is known to the report, and the report knows no other", () => {
  assert.deepEqual([...ours.keys()].sort(), Object.keys(lists).sort());
  assert.deepEqual([...theirs.keys()].filter((name) => name !== "GivenFormat").sort(), Object.values(lists).sort());
});

for (const [name, theirName] of Object.entries(lists)) {
  test(`the report has the words of ${theirName}, in their order`, () => {
    assert.deepEqual(ours.get(name), theirs.get(theirName));
  });
}
