// Runs test files side by side with one browser for all of them, and writes down what passed, what failed and how long each
// file took: `node support/run.mjs RESULT.json CONCURRENCY [--own-browsers] FILE…`. `cargo xtask test` calls it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { server } from "./chromium.mjs";

/** Longer than any test should take on a slow machine that does something else too, so that a hang becomes a failure. */
const LIMIT = Number(process.env.WEIGHUP_LIMIT ?? 20 * 60 * 1000);
/** Of one title alone, where `cargo xtask broken` asks for that. */
const ONLY = process.env.WEIGHUP_ONLY;
/** Nothing more is run after one has failed, where one is enough: what it breaks may keep the others waiting for minutes. */
const FIRST = Boolean(process.env.WEIGHUP_FIRST);

const [result, side, ...rest] = process.argv.slice(2);
const own = rest[0] === "--own-browsers";
// The runner tells of a file by its whole path.
const paths = (own ? rest.slice(1) : rest).map((path) => resolve(path));
const files = new Map(paths.map((path) => [path, { file: relative(".", path).replaceAll("\\", "/"), ms: 0, passed: 0, failed: 0, skipped: 0, titles: [] }]));

// What measures speed or memory starts browsers of its own.
const shared = own ? undefined : await server();
if (shared) process.env.WEIGHUP_BROWSER = shared.wsEndpoint();

const stop = new AbortController();
const stream = run({ files: paths, concurrency: Number(side), timeout: LIMIT, signal: stop.signal, ...(ONLY ? { testNamePatterns: [new RegExp(ONLY, "u")] } : {}) });
const of = ({ file, name }) => files.get(file) ?? files.get(name);
stream.on("test:complete", (data) => {
  if (data.name === data.file) of(data).ms = data.details.duration_ms;
});
stream.on("test:pass", (data) => {
  if (data.details.type === "suite") return;
  const at = of(data);
  // Node passes a file in which there is no test.
  if (data.name === data.file) {
    at.failed += 1;
    console.error(`${at.file} holds no test`);
  } else if (data.skip !== undefined || data.todo !== undefined) at.skipped += 1;
  else {
    at.passed += 1;
    at.titles.push(data.name);
  }
});
stream.on("test:fail", (data) => {
  if (data.details.type === "suite") return;
  of(data).failed += 1;
  if (FIRST) stop.abort();
});
const output = stream.compose(new spec());
output.pipe(process.stdout);
await new Promise((ended) => { output.on("end", ended); });
await shared?.close();
writeFileSync(result, JSON.stringify([...files.values()]));
// What each file came to last, of every run: `tests/embedding/report.mjs` makes a page of it.
const kept = join(dirname(resolve(result)), "ran.json");
const ran = existsSync(kept) ? JSON.parse(readFileSync(kept, "utf8")) : {};
for (const { file, titles } of files.values()) ran[file] = titles;
writeFileSync(kept, JSON.stringify(ran));
// A file may have left something open: what it said is written down.
process.exit([...files.values()].some(({ passed, failed, skipped }) => failed > 0 || passed + skipped === 0) ? 1 : 0);
