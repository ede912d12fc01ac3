// Every table of the report four times over: by itself, by a recount of the lines, by DuckDB, and by a Spark cluster of a master and
// two workers on this machine, which are fetched into `target/` once.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { root } from "../support/serve.mjs";

const run = promisify(execFile);
const proofs = join(root, "report/proofs");
const place = join(root, "target/report-proofs");

/** A Python of its own with what the proofs name. */
async function python() {
  const wanted = readFileSync(join(proofs, "requirements.txt"), "utf8");
  const mark = join(place, "installed-from");
  if (!existsSync(mark) || readFileSync(mark, "utf8") !== wanted) {
    await run("python3", ["-m", "venv", place]);
    await run(join(place, "bin/pip"), ["install", "--quiet", "--requirement", join(proofs, "requirements.txt")], { maxBuffer: 2 ** 26 });
    writeFileSync(mark, wanted);
  }
  return join(place, "bin/python");
}

test("a recount, DuckDB and a Spark cluster of two workers give every table that the report gives", async (t) => {
  const report = process.env.WEIGHUP_REPORT ?? join(root, "target/debug/weighup-report");
  if (!process.env.WEIGHUP_REPORT) await run("cargo", ["build", "--quiet", "--package", "weighup-report"], { cwd: root });
  const { stdout } = await run(await python(), [join(proofs, "engines.py"), "--report", report, "--rows", "6000"], { maxBuffer: 2 ** 26 });
  t.diagnostic(stdout.trim());
  assert.match(stdout, /2 workers, 2 executors/);
  assert.match(stdout, /\n54 passed, 0 failed\n/);
});
