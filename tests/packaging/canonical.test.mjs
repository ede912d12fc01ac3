// The canonical table in Node, through the npm package: the same results as native, to the last bit.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { readCases, runAll } from "../canonical/run.mjs";
import { dist } from "../support/serve.mjs";

test("every case of the canonical table", async () => {
  const { compute } = await import(pathToFileURL(join(dist, "weighup/api.node.js")).href);
  const cases = await readCases();
  assert.ok(cases.length >= 20);
  assert.deepEqual(await runAll((problem) => compute(JSON.stringify(problem)), cases), []);
});
