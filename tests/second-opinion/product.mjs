// What the product says of an aid, as it says it: the views of `weighup views`, the lines of `weighup evidence`, the page of
// `weighup build`, and the functions of the npm package.
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { dist, root } from "../support/serve.mjs";

/** The aids of this repository, and the made-up ones that have what no real one has: folders by their names. */
const folders = (under) => readdirSync(join(root, under), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => join(under, name)).sort();
export const real = folders("decision-aids");
export const made = folders("core/tests/aids");
/** What is in the file of an aid. */
export const source = (folder) => readFileSync(join(root, folder, "aid.toml"), "utf8");

/** The authors' command, which `cargo xtask test` names. */
async function weighup(...args) {
  const command = process.env.WEIGHUP_COMMAND ?? join(root, "target/debug/weighup");
  const { stdout } = await promisify(execFile)(command, args, { cwd: root, maxBuffer: 2 ** 30 });
  return stdout;
}

/** Every state of aids, by the aid's name; of those of this repository when none is named. */
export async function views(...paths) {
  const lines = (await weighup("views", ...paths)).trim().split("\n");
  return new Map(lines.map((line) => JSON.parse(line)).map(({ aid, states }) => [aid, states]));
}

/** Every line of `weighup evidence`, its fields by their heads. */
export async function evidence(...paths) {
  const [heads, ...lines] = csv(await weighup("evidence", "--format", "csv", ...paths));
  // What a spreadsheet would take for a formula stands behind an apostrophe.
  const plain = (field) => field.replace(/^'(?=[-=+@])/, "");
  return lines.map((fields) => Object.fromEntries(heads.map((head, at) => [head, plain(fields[at])])));
}

/** RFC 4180. */
export function csv(text) {
  const lines = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const line = lines.at(-1);
    if (quoted && text[at] === '"' && text[at + 1] === '"') line[line.length - 1] += text[(at += 1)];
    else if (text[at] === '"') quoted = !quoted;
    else if (!quoted && text[at] === ",") line.push("");
    else if (!quoted && text[at] === "\n") lines.push([""]);
    else if (quoted || text[at] !== "\r") line[line.length - 1] += text[at];
  }
  return lines.filter((line) => line.length > 1);
}

/** What the functions of the package say of the compiled aid. */
export async function figures(id) {
  const api = await import(pathToFileURL(join(dist, "weighup/api.node.js")).href);
  return api.figures(await readFile(join(dist, "aids", `${id}.json`), "utf8"));
}

const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };
const decoded = (text) => text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name) => {
  if (NAMED[name]) return NAMED[name];
  if (name.startsWith("#x")) return String.fromCodePoint(parseInt(name.slice(2), 16));
  return name.startsWith("#") ? String.fromCodePoint(Number(name.slice(1))) : whole;
});
const INLINE = /<\/?(span|strong|a|em|b|i|small|sub|sup|abbr|bdi)(\s[^>]*)?>/g;

/** The text of a piece of a page, a line for each block. */
export const lines = (html) => decoded(html.replace(/<(style|script|svg)[\s\S]*?<\/\1>/g, "").replace(INLINE, "").replace(/<[^>]+>/g, "\n"))
  .split("\n").map((line) => line.replace(/[\s\u00ad\u200b\u2060]+/g, " ").trim()).filter(Boolean);

/** The page of an aid: its lines, and the rows of the table of figures as `[outcome and time, cell, …]`. */
export async function page(id) {
  const html = await readFile(join(dist, "aids", `${id}.html`), "utf8");
  const body = html.slice(html.indexOf("<body"));
  const rows = [...body.matchAll(/<tr role="row" class="wu-table__row">([\s\S]*?)<\/tr>/g)].map(([, row]) => {
    const [head] = /<th[\s\S]*?<\/th>/.exec(row);
    const cells = [...row.matchAll(/<span class="wu-table__number">([\s\S]*?)<\/td>/g)].map(([, cell]) => lines(cell).join(" "));
    return [lines(head).join(" "), ...cells];
  });
  return { lines: lines(body), rows };
}

/** How options fit after answers, by `weighup views --after`: one result for each set, in order. */
export async function fits(sets, ...paths) {
  const folder = await mkdtemp(join(tmpdir(), "second-opinion-answers-"));
  try {
    const file = join(folder, "answers.json");
    await writeFile(file, JSON.stringify(sets.map(({ aid, name, actions }) => ({ aid, name, actions }))));
    return (await weighup("views", "--after", file, ...paths)).trim().split("\n").map((line) => JSON.parse(line));
  } finally {
    await rm(folder, { recursive: true });
  }
}
