// The canonical table in Node, through the npm package; and the JSON Schema against every case of it.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import Ajv from "ajv/dist/2020.js";
import { dist, root } from "../support/serve.mjs";
import { readCases, runAll } from "./run.mjs";

const cases = await readCases();
const published = async (name) => JSON.parse(await readFile(join(root, "docs/schema", name), "utf8"));
const validator = (schema) => new Ajv({ strict: true, strictRequired: false, strictTypes: false, allErrors: true }).compile(schema);
const valid = validator(await published("compute.schema.json"));
const answers = await published("compute-result.schema.json");

test("every case gives its result to the last bit", async () => {
  const { compute } = await import(pathToFileURL(join(dist, "weighup/api.node.js")).href);
  assert.deepEqual(await runAll((problem) => compute(JSON.stringify(problem)), cases), []);
});

// What only arithmetic can tell: a schema cannot.
const beyond = new Set(["contradiction", "missing", "unknown-id", "nothing-to-weigh"]);
/** Two ends the wrong way round: a schema does not compare two numbers. */
const compared = new Set(["error-unknown"]);

test("the schema takes what the engine takes, and nothing else", () => {
  for (const { name, problem, result } of cases) {
    const wanted = result.error === undefined || beyond.has(result.error.code) || compared.has(name);
    assert.equal(valid(problem), wanted, `${name}: ${JSON.stringify(valid.errors)}`);
  }
});

// Every answer and every change of one is held to the schema in `cli/tests/compute.rs`.
test("every answer keeps its schema", () => {
  const answer = validator(answers);
  for (const { name, result } of cases) assert.ok(answer(result), `${name}: ${JSON.stringify(answer.errors)}`);
});

test("the types describe what is answered, and nothing else", async () => {
  const solutions = cases.filter(({ result }) => result.error === undefined);
  const fields = Object.keys(answers.$defs.solution.properties);
  const program = [
    'import type { Solution } from "weighup/api";',
    `export const fields: Record<keyof Solution, true> = {${fields.map((field) => `${field}: true`)}};`,
    // Fields that a literal has and its type has not are errors.
    ...solutions.map(({ result }, i) => `export const solution${i}: Solution = ${JSON.stringify(result)};`),
  ];
  const folder = join(root, "tests/.results/types");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "solutions.ts"), program.join("\n"));
  const config = { extends: "../../types/tsconfig.json", include: ["*.ts"] };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  const compiler = join(root, "tests/node_modules/typescript/bin/tsc");
  await promisify(execFile)(process.execPath, [compiler, "--project", folder]).catch(({ stdout }) => assert.fail(stdout));
});

test("what the schema refuses, the engine refuses", async () => {
  const { compute } = await import(pathToFileURL(join(dist, "weighup/api.node.js")).href);
  const { problem } = cases.find(({ name }) => name === "figures-of-all-kinds");
  const changed = (change) => {
    const copy = structuredClone(problem);
    change(copy);
    return copy;
  };
  const outcome = problem.outcomes[0].id;
  const bad = {
    "a field nobody knows": changed((p) => { p.colour = "red"; }),
    "no weights": changed((p) => { delete p.weights; }),
    "two kinds of weights": changed((p) => { p.weights = { any: true, ranking: [] }; }),
    "any that is not true": changed((p) => { p.weights = { any: false }; }),
    "a band beside a ranking": changed((p) => { p.weights = { ranking: [outcome], band: 0.1 }; }),
    "a band of 1": changed((p) => { p.weights = { swing: { [outcome]: 1 }, band: 1 }; }),
    "no outcomes": changed((p) => { p.outcomes = []; }),
    "an id that is empty": changed((p) => { p.outcomes[0].id = ""; }),
    "an end that is not one": changed((p) => { p.outcomes[0].better = "up"; }),
    "a range of three": changed((p) => { p.outcomes[0].range = [1, 2, 3]; }),
    "a value above 1": changed((p) => { p.outcomes[0].value = { cutoffs: [1], values: [2] }; }),
    "a figure in words": changed((p) => { p.cells[outcome] = { [p.options[0]]: "many" }; }),
    "a beta of 0": changed((p) => { p.cells[outcome] = { [p.options[0]]: { beta: [0, 1] } }; }),
    "half a degree of freedom": changed((p) => { p.cells[outcome] = { [p.options[0]]: { t: [0, 1, 0.5] } }; }),
    "a gamma of three": changed((p) => { p.cells[outcome] = { [p.options[0]]: { gamma: [1, 2, 3] } }; }),
    "a mean time after one event": changed((p) => { p.cells[outcome] = { [p.options[0]]: { inverse_gamma: [1, 2] } }; }),
    "two numbers that are no baseline": changed((p) => { p.cells[outcome] = { [p.options[0]]: [1, 2] }; }),
    "a gamma baseline on log odds": changed((p) => { Object.assign(p.cells.d.relative, { link: "logit", baseline: { gamma: [1, 2] } }); }),
    "a normal baseline in two ways": changed((p) => { p.cells.d.relative.baseline = { normal: [1, 2] }; }),
    "two kinds of figure": changed((p) => { p.cells[outcome] = { [p.options[0]]: { beta: [1, 1], normal: [0, 1] } }; }),
    "no draws": changed((p) => { p.draws = 0; }),
    "too many draws": changed((p) => { p.draws = 1e9; }),
    "half a draw": changed((p) => { p.draws = 0.5; }),
    "a seed below 0": changed((p) => { p.seed = -1; }),
    "a way of working nobody knows": changed((p) => { p.how = "quickly"; }),
    "a statement of the wrong length": changed((p) => { p.weights = { statements: [{ at_least: [outcome] }] }; }),
    "a weight above 1": changed((p) => { p.weights = { statements: [{ weight: [outcome, 0, 2] }] }; }),
    "an option twice": changed((p) => { p.options = [p.options[0], p.options[0]]; }),
  };
  for (const [name, problem] of Object.entries(bad)) {
    assert.equal(valid(problem), false, `the schema takes ${name}`);
    await assert.rejects(async () => compute(JSON.stringify(problem)), `the engine takes ${name}`);
  }
});
