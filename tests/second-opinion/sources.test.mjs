// Every source of every aid: authors, title, year, how to look it up, what was read and on which day, each there or the gap said.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "smol-toml";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../support/serve.mjs";
import { real, source } from "./product.mjs";
import { days, missing, unsearched } from "./sources.mjs";

const today = new Date().toISOString().slice(0, 10);
const aids = real.map((folder) => parse(source(folder)));
const reviews = new Map(real.map((folder) => [parse(source(folder)).id, parse(readFileSync(join(root, folder, "review.toml"), "utf8"))]));

for (const aid of aids) {
  test(`${aid.id}: its sources say who, what, when, and what was read`, () => {
    assert.ok(aid.source.length > 1, `${aid.source.length} sources`);
    assert.deepEqual(missing(aid, today), []);
  });

  test(`${aid.id}: what has no figure was looked for, and the day is told`, () => {
    assert.deepEqual(unsearched(aid, reviews.get(aid.id)), []);
  });
}

test("a cell without a figure is said where no search is told of it", () => {
  const aid = (cell) => ({ id: "made-up", outcome: [{ id: "pain", figures: [{ at: "1y", cells: { wait: cell, tablet: { count: 3, per: 100 }, other: { does_not_apply: "None." } } }] }] });
  const said = ["made-up: pain, 1y, wait: no search for it is told, with its day"];
  const bare = aid({ not_read: "We have not read it." });
  const told = (what, found) => ({ check: [{ what, against: "Copies of journals", found }] });
  assert.deepEqual(unsearched(bare, {}), said);
  assert.deepEqual(unsearched(bare, told("sleep", "Searched on 2026-11-30, and not found.")), said);
  assert.deepEqual(unsearched(bare, told("pain", "It was read on 2026-11-30.")), said);
  assert.deepEqual(unsearched(bare, told("pain", "It was looked for, and not found.")), said);
  assert.deepEqual(unsearched(bare, told("pain", "It was looked for on 30 November 2026.")), []);
  assert.deepEqual(unsearched(aid({ no_study: "None found.", searched: "An index" }), {}), said);
  assert.deepEqual(unsearched(aid({ no_study: "None found.", searched: "An index, 30 November 2026" }), {}), []);
});

const GOOD = {
  id: "a", short: "A", citation: "Hamdy FC, Donovan JL, et al. Fifteen-year outcomes after monitoring. New England Journal of Medicine 2023;388:1547-58.",
  doi: "10.1056/NEJMoa2214122", year: 2023, read: "The abstract, on 2026-11-29.",
};
const wrong = {
  "who wrote it": [{ citation: "Fifteen-year outcomes after monitoring for cancer. New England Journal of Medicine 2023;388:1547-58." }, "neither who wrote it"],
  "the year": [{ year: 2021 }, "the year 2021"],
  "how to look it up": [{ doi: undefined, url: "https://example.org/paper" }, "neither DOI nor PMID"],
  "an address": [{ doi: undefined }, "no address"],
  "what was read": [{ read: "2026-11-29" }, "nothing says what was read"],
  "the day": [{ read: "The whole abstract." }, "no day of reading"],
  "a day to come": [{ read: "The abstract, on 3 March 2099." }, "2099-03-03"],
  "a machine’s page": [{ doi: undefined, url: "https://droracle.ai/x", citation: `${GOOD.citation} PMID 36912538` }, "a machine"],
  "a search for who wrote it": [{ citation: "Fifteen-year outcomes after monitoring (the copy does not name the authors). New England Journal of Medicine 2023;388:1547-58." }, "that it was looked for"],
  "a page where anybody posts": [{ doi: undefined, url: "https://forum.example.org/x", citation: `${GOOD.citation} PMID 36912538` }, "anybody posts"],
  "a paper behind a report": [{ citation: `${GOOD.citation} A report of another.` }, "tells of a paper"],
  "a home page": [{ doi: undefined, url: "https://example.org/", citation: `${GOOD.citation} PMID 36912538` }, "a home page"],
};
for (const [what, [change, said]] of Object.entries(wrong)) {
  test(`${what} that is missing or wrong is said`, () => {
    const aid = { id: "made-up", outcome: [{ figures: [{ at: "1y", sources: ["a"] }] }], source: [{ ...GOOD, ...change }] };
    assert.deepEqual(missing({ ...aid, source: [GOOD] }, today), []);
    assert.ok(missing(aid, today).some((line) => line.includes(said)), missing(aid, today).join("\n"));
  });
}

test("days are read in both ways of writing them", () => {
  assert.deepEqual(days("On 2026-11-29, and on 29 and 30 November 2026, and 3 May 2026."), ["2026-11-29", "2026-11-29", "2026-05-03"]);
});
