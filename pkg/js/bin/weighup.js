#!/usr/bin/env node
// `npx weighup`: checks and builds aids as their authors write them. The same reader as the command `weighup` that is built with Rust,
// which can do more; what both can do they do alike, with the same words and the same exit codes.
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { build, check } from "../author.js";

const USAGE = `Check and build decision aids.

Usage: weighup check [--rules NAMES] [--format plain|json] [--deny-warnings] [--today DAY] [PATHS]
       weighup build --out FOLDER [--stylesheet ADDRESS] [--scores on|off] [--deny-warnings] [--today DAY] [PATHS]
       weighup --version

PATHS are aid.toml files, their folders, or folders of such folders [default: decision-aids].
--rules takes ipdas-4.0, nice-ecd8 and risk, with commas between; DAY is written 2026-03-31 [default: today].

Exit codes:
  0  nothing wrong; there may be warnings
  1  the input has errors; all of them are printed
  2  the command could not run: no such file, or it cannot be read or written
`;
const DEFAULT = "decision-aids";
const OPTIONS = {
  check: { rules: { type: "string" }, format: { type: "string", default: "plain" } },
  build: { out: { type: "string" }, stylesheet: { type: "string" }, scores: { type: "string", default: "on" } },
};

/** The words of the person who called are wrong: told with where the usage stands. */
class Misused extends Error {}

const [verb, ...words] = process.argv.slice(2);
try {
  process.exitCode = await run();
} catch (error) {
  const usage = error instanceof Misused || /^ERR_PARSE_ARGS/.test(error.code);
  process.stderr.write(`weighup: ${error.message}${usage ? "; `weighup --help` says what there is" : ""}\n`);
  process.exitCode = 2;
}

async function run() {
  if (verb === "--version" || verb === "-V") return said(`weighup ${JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version}\n`);
  if (verb === undefined || verb === "help" || verb === "--help" || verb === "-h") return said(USAGE);
  if (!Object.hasOwn(OPTIONS, verb)) throw new Misused(`there is no \`${verb}\``);
  const common = { "deny-warnings": { type: "boolean" }, today: { type: "string" }, help: { type: "boolean", short: "h" } };
  const { values, positionals } = parseArgs({ args: words, options: { ...OPTIONS[verb], ...common }, allowPositionals: true });
  if (values.help) return said(USAGE);
  const day = values.today ?? new Date().toISOString().slice(0, 10);
  return verb === "check" ? checked(values, positionals, day) : built(values, positionals, day);
}

async function checked({ rules, format, "deny-warnings": strict }, paths, day) {
  one("format", format, ["plain", "json"]);
  const judged = rules ? rules.split(",") : [];
  if (judged.length > 0 && format !== "json") throw new Misused("verdicts of rule sets come as JSON here: add `--format json`");
  const found = [];
  for (const files of folders(paths)) found.push(await check(files, { day, rules: judged }));
  const [errors, warnings] = [sum(found, "errors"), sum(found, "warnings")];
  const problems = found.flatMap((each) => each.problems);
  if (format === "json") {
    const reports = found.flatMap(({ report }) => report ?? []);
    const whole = { aids: found.length, errors, warnings, problems: problems.map(({ text, ...problem }) => problem), ...(reports.length > 0 ? { reports } : {}) };
    said(`${JSON.stringify(whole, null, 2)}\n`);
  } else {
    said(`${problems.map(({ text }) => `${text}\n`).join("")}${summary(errors, warnings, found.length)}\n`);
  }
  return errors > 0 || (strict && warnings > 0) ? 1 : 0;
}

async function built({ out, stylesheet, scores, "deny-warnings": strict }, paths, day) {
  if (!out) throw new Misused("say where to write: `--out FOLDER`");
  one("scores", scores, ["on", "off"]);
  const all = folders(paths);
  const { errors, warnings, problems, files } = await build(all, { day, stylesheet, scores: scores === "on" });
  for (const { code, severity, text } of problems) {
    if (strict || severity === "error" || code === "expired") process.stderr.write(`${text}\n`);
  }
  if (errors > 0 || (strict && warnings > 0)) {
    process.stderr.write(`nothing built: ${summary(errors, warnings, all.length)}\n`);
    return 1;
  }
  const folder = joined(out, "aids");
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) written(joined(folder, name), text);
  return said(`${summary(errors, warnings, all.length)} in ${folder}\n`);
}

/** An unchanged file keeps its time, so that watchers and caches leave it alone. */
function written(path, text) {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() && readFileSync(path, "utf8") === text) return;
  writeFileSync(path, text);
}

/** The files of every aid at the paths, by the names they have there. */
function folders(paths) {
  if (paths.length === 0 && !statSync(DEFAULT, { throwIfNoEntry: false })) {
    throw new Error(`there is no folder \`${DEFAULT}\` here; name an aid's folder, or go to the folder that holds \`${DEFAULT}\``);
  }
  return (paths.length === 0 ? [DEFAULT] : paths).flatMap(aids).map((aid) => {
    const cut = Math.max(aid.lastIndexOf("/"), aid.lastIndexOf("\\")) + 1;
    const [folder, own] = [aid.slice(0, cut), aid.slice(cut)];
    const beside = readdirSync(folder || ".", { withFileTypes: true }).map(({ name }) => name);
    const toml = beside.filter((name) => name.endsWith(".toml") && name !== own && isFile(folder + name)).sort();
    return Object.fromEntries([own, ...toml].map((name) => [folder + name, readFileSync(folder + name)]));
  });
}

function aids(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Error(`cannot read \`${path}\`: there is no such file or folder; check the path`);
  if (found.isFile()) {
    if (!/(^|[/\\])aid\.toml$/.test(path)) throw new Error(`\`${path}\` is not called \`aid.toml\`; name an aid's file or its folder`);
    return [path];
  }
  if (isFile(joined(path, "aid.toml"))) return [joined(path, "aid.toml")];
  const inside = readdirSync(path).sort().map((name) => joined(joined(path, name), "aid.toml")).filter(isFile);
  if (inside.length > 0) return inside;
  throw new Error(`there is no aid in \`${path}\`; name a folder with an \`aid.toml\`, or a folder of such folders`);
}

function isFile(path) {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function joined(folder, name) {
  return /[/\\]$/.test(folder) ? folder + name : `${folder}/${name}`;
}

function one(option, value, known) {
  if (!known.includes(value)) throw new Misused(`\`--${option} ${value}\` is not known; use ${known.join(" or ")}`);
}

function sum(each, what) {
  return each.reduce((all, one) => all + one[what], 0);
}

/** "2 errors and 1 warning in 3 aids". */
function summary(errors, warnings, aids) {
  const many = (n, what) => `${n} ${what}${n === 1 ? "" : "s"}`;
  return `${many(errors, "error")} and ${many(warnings, "warning")} in ${many(aids, "aid")}`;
}

function said(text) {
  process.stdout.write(text);
  return 0;
}
