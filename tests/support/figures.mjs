// The arithmetic of an aid, worked out again from `aid.toml` by the published formulae. It shares nothing with
// the product but the file, so that a number on screen is checked by a second hand.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { root } from "./serve.mjs";

export const denominators = [100, 1000, 10000];

/** The aid as its author wrote it. */
export function readAid(id) {
  return parse(readFileSync(join(root, "decision-aids", id, "aid.toml"), "utf8"));
}

/** Exact share of a cell as a fraction, so that halves are halves. */
export function fraction(cell) {
  return cell.events === undefined ? [cell.count, cell.per] : [cell.events, cell.people];
}

/** Nearest whole number of `n` for `of/whole`, halves up, in whole numbers throughout. */
export function rounded([of, whole], n) {
  return Number((2n * BigInt(of) * BigInt(n) + BigInt(whole)) / (2n * BigInt(whole)));
}

function cells(outcome) {
  return outcome.figures.flatMap((row) => Object.values(row.cells)).filter((cell) => !missing(cell) && fraction(cell)[1]);
}

/** Why a cell has no figure of its own, or nothing. */
const missing = (cell) => cell.unknown ?? cell.does_not_apply ?? cell.no_study ?? cell.not_read ?? cell.same_as;

/**
 * For one outcome, at every time and for every group: smallest of 100, 1,000 and 10,000 at which every estimate but nobody,
 * and everybody else but nobody, comes to more than half a person.
 */
export function denominator(aid, outcome) {
  const half = (of, whole, n) => of === 0 || 2 * of * n > whole;
  const fits = (n) => cells(outcome).map(fraction).every(([of, whole]) => half(of, whole, n) && half(whole - of, whole, n));
  // An author may ask for a larger one, never for a smaller.
  const least = Math.max(aid.denominator ?? 100, outcome.denominator ?? 100);
  return denominators.find((n) => n >= least && fits(n)) ?? 10000;
}

/** Every denominator there is on a screen of the aid, smallest first. */
export const crowds = (aid) => denominators.filter((n) => aid.outcome.some((outcome) => outcome.event && denominator(aid, outcome) === n));

/** Wilson's score interval with z = 1.959964 (Wilson 1927). */
export function wilson(events, people) {
  const z = 1.959963984540054;
  const p = events / people;
  const middle = (p + (z * z) / (2 * people)) / (1 + (z * z) / people);
  const half = (z / (1 + (z * z) / people)) * Math.sqrt((p * (1 - p)) / people + (z * z) / (4 * people * people));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** Clopper and Pearson's exact interval, by bisecting the binomial tail in logarithms. */
export function exact(events, people) {
  const logFactorial = [0];
  for (let i = 1; i <= people; i += 1) logFactorial.push(logFactorial[i - 1] + Math.log(i));
  const atMost = (k, p) => {
    let sum = 0;
    for (let i = 0; i <= k; i += 1) {
      sum += Math.exp(logFactorial[people] - logFactorial[i] - logFactorial[people - i]
        + i * Math.log(p) + (people - i) * Math.log1p(-p));
    }
    return sum;
  };
  const solve = (above) => {
    let [low, high] = [0, 1];
    for (let i = 0; i < 100; i += 1) {
      const middle = (low + high) / 2;
      if (above(middle)) low = middle; else high = middle;
    }
    return (low + high) / 2;
  };
  return [
    events === 0 ? 0 : solve((p) => 1 - atMost(events - 1, p) < 0.025),
    events === people ? 1 : solve((p) => atMost(events, p) > 0.025),
  ];
}

const said = (k, share, n) => {
  if (k === 0 && share > 0) return "fewer than 1";
  if (k === n && share < 1) return `more than ${(n - 1).toLocaleString("en-GB")}`;
  return k.toLocaleString("en-GB");
};

/** Everything a screen may say about a cell, as numbers and as the words for them. */
export function figure(cell, n) {
  if (missing(cell) !== undefined) return { unknown: missing(cell), applies: cell.does_not_apply === undefined };
  const [of, whole] = fraction(cell);
  const share = of / whole;
  const count = rounded([of, whole], n);
  let range;
  if (cell.range) range = cell.range.map((end) => [rounded([end, whole], n), end / whole]);
  if (cell.interval) {
    const ends = { wilson95: wilson, exact95: exact }[cell.interval](of, whole);
    range = ends.map((end) => [Math.floor(end * n + 0.5), end]);
  }
  const ends = range?.map(([k, end]) => said(k, end, n));
  const [low, high] = range ? range.map(([k]) => k) : [count, count];
  // Only an interval is drawn as people of whom one cannot be sure; what runs between published figures is said in words.
  const doubt = cell.interval || cell.range_kind === "interval95";
  const across = { "over-time": " over time", "between-studies": " in different studies" }[cell.range_kind] ?? "";
  const [certain, uncertain] = doubt ? [low, high - low] : [count, 0];
  return {
    n, share, count, others: n - count, said: said(count, share, n),
    range: ends && { low, high, said: ends[0] === ends[1] ? "give or take less than 1" : `${ends[0]} to ${ends[1]}${across}`, ends, across },
    icons: { certain, band: uncertain, rest: n - certain - uncertain },
    basis: (cell.events === undefined ? [of, "of every", whole] : [of, "of", whole]).map((part) => part.toLocaleString("en-GB")).join(" "),
  };
}

const unit = (horizon) => {
  const [name] = ["days", "weeks", "months", "years"].filter((u) => horizon[u] !== undefined);
  const amount = horizon[name];
  return `${horizon.median ? "about " : ""}${amount} ${amount === 1 ? name.slice(0, -1) : name}`;
};

/** Every figure of an aid: outcome, horizon, then a figure an option in the aid's order. */
export function table(aid) {
  const length = new Map(aid.horizon.map((horizon) => [horizon.id, unit(horizon)]));
  const people = new Map(aid.reference_class.map((group) => [group.id, group.people]));
  return aid.outcome.flatMap((outcome) => outcome.figures.map((row) => ({
    n: denominator(aid, outcome), study: row.study, outcome: outcome.id, name: outcome.name, at: row.at, label: length.get(row.at), people: people.get(row.group),
    first: row.at === outcome.weigh_at,
    cells: aid.option.map((option) => ({
      option: option.id, name: option.name, in_sentence: option.in_sentence, ...figure(row.cells[option.id], denominator(aid, outcome)),
    })),
  })));
}

/** Outcomes that can be weighed, with both ends of the swing and the value of each option, 0 to 1. */
export function swings(aid) {
  return aid.outcome.filter((outcome) => outcome.weighed !== false).flatMap((outcome) => {
    const n = denominator(aid, outcome);
    const row = outcome.figures.find((each) => each.at === outcome.weigh_at);
    const found = aid.option.map((option) => figure(row.cells[option.id], n));
    if (found.some((each) => each.unknown !== undefined)) return [];
    const shares = found.map((each) => each.share);
    const [low, high] = [Math.min(...shares), Math.max(...shares)];
    const counts = found.map((each) => each.count);
    if (Math.min(...counts) === Math.max(...counts)) return [];
    const up = outcome.better === "higher";
    const value = (share) => (up ? share - low : high - share) / (high - low);
    const count = (share) => found[shares.indexOf(share)].said;
    return [{
      id: outcome.id, name: outcome.name, n, worst: count(up ? low : high), best: count(up ? high : low),
      values: shares.map(value),
    }];
  });
}

/** Weights that sum to 1 from points, and each option's contributions and total: w v. */
export function fit(items) {
  const sum = items.reduce((total, item) => total + item.points, 0);
  const weights = items.map((item) => item.points / sum);
  const options = items[0].values.map((_, at) => items.map((item, j) => weights[j] * item.values[at]));
  return { weights, parts: options, totals: options.map((row) => row.reduce((a, b) => a + b, 0)) };
}
