// The canonical table in the browser: the same results as native, to the last bit.
import assert from "node:assert/strict";
import { test } from "node:test";
import { firstDifference, readCases } from "../canonical/run.mjs";
import { world } from "../support/chromium.mjs";

const here = world();

test("every case of the canonical table", async () => {
  const page = await here.open();
  const cases = await readCases();
  // Text, not values, crosses to this process: every float survives as its shortest form, and -0 is told apart.
  const results = await page.evaluate(async (problems) => {
    const { compute } = await import(new URL("/weighup/api.js", location.href).href);
    const exact = (key, value) => (Object.is(value, -0) ? "-0" : value);
    return Promise.all(
      problems.map((problem) =>
        compute(problem).then(
          (solution) => JSON.stringify(solution, exact),
          ({ code, place, message, statements }) => JSON.stringify({ error: { code, place, message, statements } }),
        ),
      ),
    );
  }, cases.map(({ problem }) => JSON.stringify(problem)));
  const failures = cases
    .map(({ name, result }, i) => [name, firstDifference(JSON.parse(results[i]), result, "")])
    .filter(([, difference]) => difference !== null);
  assert.deepEqual(failures, []);
});
