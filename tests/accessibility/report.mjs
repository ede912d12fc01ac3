// Writes docs/accessibility.md from what is claimed (`criteria.mjs`) and from the tests that show it: those whose titles name a
// criterion, as in `test("no trap (2.1.2)", …)`. Run by `cargo xtask accessibility`, or `node tests/accessibility/report.mjs`.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { criteria, people, verdicts } from "./criteria.mjs";

const tests = fileURLToPath(new URL("..", import.meta.url));
export const place = join(tests, "../docs/accessibility.md");
const folders = ["browser", "element", "slow"];

/** `{file, title}` of every test, by the criteria in its title. */
function shown() {
  const found = new Map();
  for (const folder of folders) {
    for (const name of readdirSync(join(tests, folder)).filter((each) => each.endsWith(".test.mjs")).sort()) {
      const text = readFileSync(join(tests, folder, name), "utf8");
      for (const [, , title] of text.matchAll(/\btest\((["`])((?:(?!\1).)+)\1/g)) {
        const numbers = /\(((?:\d\.\d\.\d+(?:, )?)+)\)/.exec(title)?.[1].split(", ") ?? [];
        const words = title.replace(/ *\([\d., ]+\)/, "").replace(/: \$\{[^}]*\}| at \$\{[^}]*\}/, "");
        for (const number of numbers) found.set(number, [...(found.get(number) ?? []), { file: `tests/${folder}/${name}`, title: words }]);
      }
    }
  }
  return found;
}

/** The rules of axe that belong to a criterion, by its number: axe names them in its tags, as `wcag1412`. */
function rules() {
  const { getRules } = createRequire(import.meta.url)("axe-core");
  const found = new Map();
  for (const { ruleId, tags } of getRules(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])) {
    for (const tag of tags) {
      const [, a, b, c] = /^wcag(\d)(\d)(\d+)$/.exec(tag) ?? [];
      if (a) found.set(`${a}.${b}.${c}`, [...(found.get(`${a}.${b}.${c}`) ?? []), ruleId]);
    }
  }
  return found;
}

/** The report as text; throws on a claim that no test shows, and on a test that names no criterion of the list. */
export function report() {
  const tested = shown();
  const byAxe = rules();
  const known = new Set(criteria.map(([number]) => number));
  for (const [number, [{ file, title }]] of tested) {
    if (!known.has(number)) throw new Error(`${file}: “${title}” names ${number}, which is no criterion of level A or AA`);
  }
  const rows = criteria.map(([number, level, name, verdict, remark]) => {
    const evidence = tested.get(number) ?? [];
    if (!(verdict in verdicts)) throw new Error(`${number} has no verdict \`${verdict}\`; there are ${Object.keys(verdicts).join(", ")}`);
    if (verdict === "supports" && evidence.length === 0) throw new Error(`${number} ${name}: \`supports\` is claimed and no test names it in its title`);
    const axe = byAxe.get(number);
    const cells = [...evidence.map(({ file, title }) => `[${title}](../${file})`), ...(axe && verdict !== "none" ? [`axe: ${axe.map((rule) => `\`${rule}\``).join(", ")}`] : [])];
    return { verdict, line: `| ${number} ${name} | ${level} | ${verdicts[verdict]} | ${remark} | ${cells.join("; ") || "–"} |` };
  });
  const count = (verdict) => rows.filter((row) => row.verdict === verdict).length;
  return `# Accessibility conformance

Written by \`cargo xtask accessibility\` from the tests; a test fails when it is out of date. It is about the widget
\`<weighup-aid>\` and the plain page of an aid, held against WCAG 2.2, levels A and AA, in the way of a VPAT. It is what
machines can show. **No person with a disability has tried this version, and no auditor has looked at it**: the last section says
what that leaves open.

Of ${criteria.length} criteria, tests show ${count("supports")} whole and ${count("partly")} in part; ${count("person")} only people can judge; ${count("none")} have nothing to apply to.

How it is checked: every state of the widget in \`web/src/fixtures\` is rendered and goes through axe, at 320 and 1280 pixels, in
three palettes, light and dark, and in forced colours, with no violation allowed; other tests walk the live widget with a
keyboard. "axe" in the last column names the rules of axe that look at a criterion.

| criterion | level | verdict | remark | shown by |
|---|---|---|---|---|
${rows.map(({ line }) => line).join("\n")}

## What only people can judge

${people.map((line) => `- ${line}`).join("\n")}

A page that embeds the widget is part of what a person meets: what it adds around the element is for its owner to test. Tell us
what does not work for you by opening an issue in the repository.
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(place, report());
  console.log(`wrote ${place}`);
}
