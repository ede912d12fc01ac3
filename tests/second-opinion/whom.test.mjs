// What helps to find the right aid agrees with what is in it: the condition, when in care it is for, where its figures are from, and of whom.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "smol-toml";
import { real, source } from "./product.mjs";

/** Places as aids name them, each with how else a group of people may name it. */
const PLACES = {
  "the United Kingdom": /\bUK\b|United Kingdom|British|NHS|Scotland|England|Wales/, England: /England|NHS/, Wales: /Wales/, Scotland: /Scotland/, "the United States": /United States|US\b/,
  Denmark: /Denmark|Danish/, Finland: /Finland/, Sweden: /Sweden|Swedish/, Norway: /Norway/, Spain: /Spain/, Italy: /Italy/, Australia: /Australia/,
  "the Netherlands": /Netherlands|Dutch/, "North America": /North America|United States|Canada/, Canada: /Canada/, Europe: /Europe/,
};

/** Everything that does not agree, a line each. */
export function disagreements(aid) {
  const found = [];
  const { about } = aid;
  for (const field of ["condition", "decision", "setting", "country"]) if (!about[field]?.trim()) found.push(`${aid.id}: about.${field} is not said`);
  for (const field of ["who_for", "not_for"]) if (!about[field]?.length) found.push(`${aid.id}: about.${field} is empty`);
  // Sources and notes name places too: a place counts when the aid names it anywhere else.
  const { country = "", ...rest } = about;
  const elsewhere = JSON.stringify({ ...aid, about: rest, support: [] });
  for (const [place, said] of Object.entries(PLACES)) {
    if (country.includes(place) && !said.test(elsewhere)) found.push(`${aid.id}: figures are said to be from ${place}, which the aid names nowhere else`);
  }
  // Where every figure is of women, or of men, the aid says so to whoever asks if it is for them.
  const people = new Set(aid.reference_class.map((group) => group.people));
  for (const sex of ["women", "men"]) {
    if (people.size === 1 && people.has(sex) && !about.who_for.some((line) => line.includes(`“${sex}”`))) found.push(`${aid.id}: all figures are of ${sex}, and who it is for does not say so`);
  }
  // Nobody is told both that it is for them and that it is not.
  for (const line of about.who_for) if (about.not_for.includes(line)) found.push(`${aid.id}: “${line}” is among both`);
  return [...found, ...finding(aid, JSON.stringify({ ...aid, finding: undefined }))];
}

/** Words that a place of care has in the aid's own sentence on when it is for. */
const CARE = {
  "general-practice": /\bGP\b|family doctor/, pharmacy: /pharmac/, clinic: /clinic|surgeon|physiotherapist|team/, hospital: /hospital/i,
  maternity: /midwife|pregnancy/, screening: /screening/, service: /service/, remote: /call|online/,
};

/** What a catalogue would tell of the aid and the aid itself does not. */
function finding({ id, about, finding: said, reference_class }, text) {
  if (!said) return [`${id}: nothing helps to find it`];
  const found = [];
  const whom = [...about.who_for, ...about.not_for].join(" ");
  for (const key of ["from", "to"]) {
    if (said[key] !== undefined && !new RegExp(`\\b${said[key]}\\b`).test(whom)) found.push(`${id}: finding.${key} is ${said[key]}, and who it is for does not say that age`);
  }
  for (const place of said.places) if (!CARE[place]?.test(about.setting)) found.push(`${id}: “${place}” is not in “${about.setting}”`);
  for (const name of said.also ?? []) if (!text.includes(name)) found.push(`${id}: “${name}” stands nowhere in it`);
  if (said.sex !== "anyone" && !reference_class.some(({ people, description }) => people === said.sex || description.includes(said.sex))) found.push(`${id}: no group is of ${said.sex}`);
  const children = /look after a child|\bMy child|your child/i.test(whom);
  if (said.life.includes("children") !== children) found.push(`${id}: children are ${children ? "meant" : "not meant"} by who it is for`);
  return found;
}

const aids = real.map((folder) => parse(source(folder)));
for (const aid of aids) test(`${aid.id}: for whom, when and where agree with what is in it`, () => assert.deepEqual(disagreements(aid), []));

test("what does not agree is said", () => {
  const change = (id, make) => {
    const aid = structuredClone(aids.find((each) => each.id === id));
    make(aid);
    return disagreements(aid).join("\n");
  };
  assert.match(change("statins", ({ about }) => { delete about.setting; }), /about.setting is not said/);
  assert.match(change("prostate-localised", ({ about }) => { about.country = "The trial was in Italy."; }), /from Italy/);
  assert.match(change("prostate-localised", ({ about }) => { about.who_for = about.who_for.filter((line) => !line.includes("“men”")); }), /all figures are of men/);
  assert.match(change("psa-test", (aid) => { aid.finding.from = 40; }), /finding.from is 40/);
  assert.match(change("psa-test", (aid) => { aid.finding.places.push("hospital"); }), /“hospital” is not in/);
  assert.match(change("psa-test", (aid) => { aid.finding.sex = "women"; }), /no group is of women/);
  assert.match(change("psa-test", (aid) => { aid.finding.life.push("children"); }), /children are not meant/);
  assert.match(change("sore-throat", (aid) => { aid.finding.also.push("quince"); }), /“quince” stands nowhere/);
  assert.match(change("psa-test", (aid) => { delete aid.finding; }), /nothing helps to find it/);
  assert.match(change("statins", ({ about }) => { about.not_for.push(about.who_for[0]); }), /among both/);
});
