// Writes docs/embedding-matrix.md from the rows and from what the tests of this machine came to (`tests/.results/ran.json`, which every run adds
// to): a row says that it works only where its test has passed here. Run by `node tests/embedding/report.mjs`, after `cargo xtask test --slow`.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { areas, before } from "./rows.mjs";

const tests = fileURLToPath(new URL("..", import.meta.url));
export const place = join(tests, "../docs/embedding-matrix.md");

/** Every row that a test shows. */
export const shown = () => Object.values(areas).flat().filter(([, , how]) => how.file);

/** A title without the number of a criterion at its end. */
export const plain = (title) => title.replace(/ *\((?:\d\.\d\.\d+(?:, )?)+\)/, "");

/** Whether the test of a row is among those that passed. */
export const passed = ({ file, title }, ran) => ran[file]?.some((one) => plain(one) === title) ?? false;

/** A row as a line of the table, whose test has passed or was not run. */
export function line([scenario, was, how], works) {
  const link = how.file && `[${how.title.replaceAll("|", "\\|")}](../tests/${how.file})`;
  const now = how.not ? `**not run here**: ${how.not}` : works ? `works: ${link}` : `**not run for this page**: ${link}`;
  return `| ${scenario} | ${before[was]} | ${now} |`;
}

/** The page, from what passed. */
export function report(ran) {
  const all = Object.values(areas).flat();
  const works = all.filter(([, , how]) => how.file && passed(how, ran));
  const count = (trial) => works.filter(([, was]) => was === trial).length;
  const tables = Object.entries(areas).map(([area, rows]) => (
    `## ${area}\n\n| scenario | at first | now |\n|---|---|---|\n${rows.map((row) => line(row, row[2].file && passed(row[2], ran))).join("\n")}\n`));
  return `# Where the package was put, and what came of it

Written by \`node tests/embedding/report.mjs\` from what tests came to on one machine: a row says that it works only where its test passed there. A test
of the suite holds the rows to the tests there are. *At first* is what a trial found that tried the package as web teams and programs would, before
any of it was mended.

Of ${all.length} scenarios ${works.length} were run and work: ${count("yes")} worked at first, ${count("no")} failed, ${count("none")} had not been tried. For ${shown().length - works.length} there is a test that was not run for this page. ${all.length - shown().length}
have none here, and say why.

${tables.join("\n")}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const results = join(tests, ".results/ran.json");
  const ran = existsSync(results) ? JSON.parse(readFileSync(results, "utf8")) : {};
  for (const [scenario, , how] of shown()) {
    if (!passed(how, ran)) console.error(`${scenario}: “${how.title}” has not passed here; run \`cargo xtask test ${how.file.split("/")[1].replace(".test.mjs", "")}\``);
  }
  writeFileSync(place, report(ran));
}
