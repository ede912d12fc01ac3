// The second opinion can fail: a figure changed on one side, of every kind there is, is seen and named; so is a number that nobody
// worked out, and a figure that is nowhere said.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { parse, stringify } from "smol-toml";
import { Judge, unseen } from "./judge.mjs";
import { Opinion } from "./opinion.mjs";
import { judgeEvidence, judgePage } from "./page.mjs";
import { evidence, made, page, real, source, views } from "./product.mjs";

const scratch = mkdtempSync(join(tmpdir(), "second-opinion-"));
after(() => rmSync(scratch, { recursive: true }));

/** An aid as a copy of its file has it after a change. */
function copy(folder, change) {
  const aid = parse(source(folder));
  change(aid);
  const path = join(scratch, `${aid.id}.toml`);
  writeFileSync(path, stringify(aid));
  return parse(readFileSync(path, "utf8"));
}

function judged(aid, says) {
  const judge = new Judge(new Opinion(aid));
  const seen = new Set(says.flatMap((state) => judge.state(state)));
  judge.found.push(...unseen(judge.opinion, seen));
  return judge.found;
}

/** Cells of every aid, each with where it stands. */
function* cells() {
  for (const folder of [...real, ...made]) {
    const aid = parse(source(folder));
    for (const outcome of aid.outcome) {
      for (const [at, row] of outcome.figures.entries()) {
        for (const [option, cell] of Object.entries(row.cells)) yield { folder, id: aid.id, outcome, row, at, option, cell };
      }
    }
  }
}

/** What can be wrong with a cell: whether it can be with this one, and how. */
const CHANGES = {
  "people counted": [(cell) => cell.events > 3, (cell) => { cell.events -= Math.ceil(cell.events / 3); }],
  "people in all": [(cell) => cell.events > 3, (cell) => { cell.people += Math.ceil(cell.people / 2); }],
  "a published count": [(cell) => cell.count > 3, (cell) => { cell.count -= Math.ceil(cell.count / 3); }],
  "the end of a range": [(cell) => cell.range?.[1] > 10, (cell) => { cell.range[1] += Math.ceil(cell.range[1] / 2); }],
  "an interval worked out in another way": [
    (cell) => cell.interval === "wilson95" && cell.people < 100, (cell) => { cell.interval = "exact95"; },
  ],
  "what a range is": [(cell) => cell.range_kind === "interval95", (cell) => { cell.range_kind = "between-studies"; }],
  "a ratio": [(cell) => Number(cell.ratio) > 0.2, (cell) => { cell.ratio = (Number(cell.ratio) * 0.8).toFixed(2); }],
  "the end of a ratio’s range": [(cell) => cell.ratio !== undefined && cell.high !== undefined, (cell) => { cell.high = (Number(cell.high) * 1.6).toFixed(2); }],
  "an amount": [(cell) => Number(cell.value) > 1, (cell) => { cell.value = (Number(cell.value) * 0.8).toFixed(1); }],
  "the end of an amount’s range": [(cell) => cell.value !== undefined && cell.low !== undefined, (cell) => { cell.low = (Number(cell.low) * 0.7).toFixed(2); }],
  "a standard deviation": [(cell) => cell.sd !== undefined, (cell) => { cell.sd = (Number(cell.sd) * 2).toFixed(1); }],
  "why there is no figure": [(cell) => cell.not_read !== undefined, (cell) => {
    cell.no_study = cell.not_read;
    cell.searched = "PubMed, 1 March 2026";
    delete cell.not_read;
  }],
  "a figure for a gap": [(cell) => cell.does_not_apply !== undefined, (cell) => {
    delete cell.does_not_apply;
    delete cell.counts_as;
    Object.assign(cell, { not_read: "Nobody has read it." });
  }],
};

const all = [...cells()];
const chosen = Object.entries(CHANGES).map(([kind, [fits, change]]) => ({ kind, change, found: all.find(({ cell }) => fits(cell)) }));
const GALLSTONES = "decision-aids/gallstones";
const states = await views(...new Set([GALLSTONES, ...chosen.flatMap(({ found }) => found?.folder ?? [])]));

for (const { kind, change, found } of chosen) {
  test(`${kind}: changed in a copy of the file, it is seen with aid, outcome, option and time`, () => {
    assert.ok(found, "an aid has such a cell");
    const { folder, id, outcome, at, option, row } = found;
    const other = copy(folder, (aid) => change(aid.outcome.find((each) => each.id === outcome.id).figures[at].cells[option]));
    const says = states.get(id).filter((state) => state.chances === "counts" && state.way === "difference");
    const said = judged(other, says);
    const named = said.filter((line) => line.startsWith(`${id}: `) && line.includes(`outcome ${outcome.id}`) && line.includes(`option ${option}`) && line.includes(`time ${row.at}`));
    assert.ok(named.length > 0, `${id}, ${outcome.id}, ${option}, ${row.at}: ${said.slice(0, 5).join("\n")}`);
  });
}

/** The texts of a value with a digit, each with how to put another in its place. */
function* texts(node, path = []) {
  for (const [key, value] of Object.entries(node ?? {})) {
    if (typeof value === "string" && /\d/.test(value)) yield { node, key, value, path: [...path, key].join(".") };
    else if (value && typeof value === "object") yield* texts(value, [...path, key]);
  }
}

test("a digit changed in anything that a card says is seen", () => {
  const aid = parse(source(GALLSTONES));
  const state = states.get(aid.id).find((each) => each.way === "difference" && each.at === null && each.hidden.length === 0);
  assert.deepEqual(judged(aid, [state]).filter((line) => !line.includes("nowhere said")), []);
  let changed = 0;
  for (const card of state.compare.outcomes) {
    for (const part of [card.cells, card.differences, card.changes, card.measured]) {
      for (const { node, key, value, path } of texts(part)) {
        // Sources are told with what was read of them.
        if (/\b(id|href|short|citation|read)$/.test(path)) continue;
        node[key] = value.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
        const found = judged(aid, [state]).filter((line) => !line.includes("nowhere said"));
        node[key] = value;
        assert.ok(found.length > 0, `${card.id}: ${path}: ${value}`);
        changed += 1;
      }
    }
  }
  assert.ok(changed > 60, `${changed} texts`);
});

test("a sentence with a number of nobody’s is seen", () => {
  const says = structuredClone(states.get("gallstones"));
  says[0].options[0].benefits.push([{ words: "About 37 of every 100 feel better at once." }]);
  assert.ok(judged(parse(source(GALLSTONES)), says).some((line) => line.includes("nobody worked this out") && line.includes("About 37 of every 100")));
});

test("a figure that no state shows is seen", () => {
  const says = structuredClone(states.get("gallstones"));
  for (const state of says) state.compare.outcomes = state.compare.outcomes.filter((card) => card.id !== "serious");
  assert.ok(judged(parse(source(GALLSTONES)), says).some((line) => line.includes("outcome serious") && line.includes("nowhere said")));
});

test("a line of the evidence and a cell of the page that differ are seen", async () => {
  const aid = copy(GALLSTONES, ({ outcome }) => {
    const { cells: row } = outcome.find(({ id }) => id === "serious").figures[0];
    row.watch.events += 9;
  });
  const judge = new Judge(new Opinion(aid));
  judgeEvidence(judge, await evidence(GALLSTONES));
  assert.ok(judge.found.some((line) => line.includes("evidence csv, outcome serious") && line.includes("option watch")), judge.found.join("\n"));
  const other = new Judge(new Opinion(aid));
  judgePage(other, await page("gallstones"));
  assert.ok(other.found.some((line) => line.includes("page table, outcome serious") && line.includes("option watch")), other.found.slice(0, 3).join("\n"));
  assert.ok(other.found.some((line) => line.includes("page: nobody worked this out")), "the sentences of the page");
});
