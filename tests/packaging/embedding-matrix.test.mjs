// docs/embedding-matrix.md has every row, as its generator writes it, and names tests that are there.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { line, passed, place, plain, report, shown } from "../embedding/report.mjs";
import { areas } from "../embedding/rows.mjs";
import { root } from "../support/serve.mjs";

test("the page has every row, in order, as one that works or that was not run, and no other", async () => {
  const page = await readFile(place, "utf8");
  const there = page.split("\n").filter((row) => row.startsWith("| ") && row !== "| scenario | at first | now |");
  const rows = Object.values(areas).flat();
  assert.equal(there.length, rows.length);
  const works = [];
  for (const [at, row] of rows.entries()) {
    const [yes, no] = [true, false].map((worked) => line(row, worked));
    assert.ok([yes, no].includes(there[at]), `run \`node tests/embedding/report.mjs\`: ${there[at]}`);
    if (row[2].file && there[at] === yes) works.push(row[2]);
  }
  // What stands above the tables is counted from them.
  const ran = {};
  for (const { file, title } of works) (ran[file] ??= []).push(title);
  assert.equal(page, report(ran));
});

/** The titles that a file of tests may give, as patterns: what stands in a template may be anything. */
async function titles(file) {
  const text = await readFile(join(root, "tests", file), "utf8");
  const escaped = (title) => plain(title).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return [...text.matchAll(/\btest\((?:(["`])((?:(?!\1).)+)\1|(\w+))/g)].map(([, , title, named]) => (
    named ? /^.+$/ : new RegExp(`^${title.split(/\$\{[^}]*\}/).map(escaped).join(".*")}$`)));
}

test("every test that the page names is in its file", async () => {
  assert.ok(shown().length > 60);
  for (const [scenario, , { file, title }] of shown()) {
    const found = await titles(file);
    assert.ok(found.some((pattern) => pattern.test(title)), `${scenario}: ${file} has no test “${title}”`);
  }
});

test("a row says that it works where its test has passed, and not otherwise", () => {
  const [row] = shown();
  const [, , how] = row;
  assert.equal(passed(how, {}), false);
  assert.equal(passed(how, { [how.file]: ["another test"] }), false);
  assert.equal(passed(how, { [how.file]: [`${how.title} (1.4.10)`] }), true);
  assert.match(report({}), /0 were run and work/);
  assert.match(report({ [how.file]: [how.title] }), /[1-9]\d* were run and work/);
});
