// Runs the canonical table through the npm package's `compute`. `node run.mjs MODULE`, where MODULE exports
// `compute(text or object)`; or import `runAll` and hand it the function and the cases.

/** Cases whose result is not the same to the last bit: name and the first difference. */
export async function runAll(compute, cases) {
  const failures = [];
  for (const { name, problem, result } of cases) {
    const difference = firstDifference(await outcome(compute, problem), result, "");
    if (difference !== null) failures.push({ name, difference });
  }
  return failures;
}

async function outcome(compute, problem) {
  try {
    return await compute(problem);
  } catch (error) {
    const report = { code: error.code, place: error.place, message: error.message };
    if (error.statements !== undefined && error.statements.length > 0) report.statements = [...error.statements];
    return { error: report };
  }
}

/** Where two plain values differ, or null. Numbers must be the same float; 0 and -0 are not. */
export function firstDifference(got, want, place) {
  if (typeof got === "number" && typeof want === "number") {
    return Object.is(got, want) ? null : `${place}: ${got}, not ${want}`;
  }
  if (got === null || want === null || typeof got !== "object" || typeof want !== "object") {
    return got === want ? null : `${place}: ${JSON.stringify(got)}, not ${JSON.stringify(want)}`;
  }
  const keys = new Set([...Object.keys(got), ...Object.keys(want)]);
  for (const key of keys) {
    const difference = firstDifference(got[key], want[key], `${place}.${key}`);
    if (difference !== null) return difference;
  }
  return null;
}

/** The table, from disk. */
export async function readCases(folder = new URL(".", import.meta.url)) {
  const { readFile, readdir } = await import("node:fs/promises");
  const names = (await readdir(folder)).filter((f) => f.endsWith(".case.json")).map((f) => f.slice(0, -10)).sort();
  return Promise.all(
    names.map(async (name) => {
      const json = async (kind) => JSON.parse(await readFile(new URL(`${name}.${kind}.json`, folder), "utf8"));
      const [{ problem }, result] = await Promise.all([json("case"), json("result")]);
      return { name, problem, result };
    }),
  );
}

const script = typeof process === "undefined" ? undefined : process.argv[1];
if (script !== undefined && import.meta.url === (await import("node:url")).pathToFileURL(script).href) {
  const { pathToFileURL } = await import("node:url");
  const { resolve } = await import("node:path");
  const target = process.argv[2];
  if (target === undefined) {
    console.error("usage: node run.mjs MODULE (a module that exports compute)");
    process.exit(2);
  }
  const api = await import(pathToFileURL(resolve(target)).href);
  const ready = api.default?.compute === undefined ? api : api.default;
  const cases = await readCases();
  const failures = await runAll((p) => ready.compute(JSON.stringify(p)), cases);
  for (const { name, difference } of failures) console.error(`${name}: ${difference}`);
  console.log(`${cases.length - failures.length} passed, ${failures.length} failed`);
  process.exit(failures.length === 0 ? 0 : 1);
}
