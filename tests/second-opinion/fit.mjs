// How options fit with answers, worked out again from `aid.toml` by what docs/fit.md says: weights, values, totals, and shares of all
// readings of the answers and the evidence, drawn by means of its own.
import { beta, flat, gamma, generator, normal, walk } from "./chance.mjs";
import { weighedAs } from "./figures.mjs";
import { ruledOut } from "./fit-sentences.mjs";
import { Saying } from "./sentences.mjs";

/** Readings drawn. A share of them is known to about half of one in 100. */
const READINGS = 12000;
const SWING = 0.2;
const TIMES = 1.5;
/** Widths of a 95 % interval in standard deviations. */
const WIDE = 3.92;

const size = (end) => (typeof end === "number" ? end : end.value);
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/** A figure that is people of one's own: how it may be drawn, and what it is in the middle. */
function drawn(cell, [low, high], rate) {
  if (low !== high) return (random) => low + random() * (high - low);
  const at = low;
  if (cell.is === "people") {
    if (cell.counted) return (random) => beta(random, cell.of + 0.5, cell.from - cell.of + 0.5);
    if (!cell.range?.chance) return undefined;
    const [from, to] = [size(cell.range.low), size(cell.range.high)];
    if (from >= to) return undefined;
    const strength = (at * (1 - at)) / ((to - from) / WIDE) ** 2 - 1;
    if (at > 0 && at < 1 && strength > 0) return (random) => beta(random, at * strength, (1 - at) * strength);
    return (random) => from + random() * (to - from);
  }
  if (cell.is !== "amount") return undefined;
  const error = errorOf(cell);
  if (!error) return undefined;
  if (rate && at > 0) return (random) => gamma(random, (at / error) ** 2) * (error * error) / at;
  return (random) => at + error * normal(random);
}

/** How far off an average may be. */
function errorOf({ sd, people, range }) {
  if (sd !== undefined) return Number(sd) / Math.sqrt(people);
  if (range?.kind === "interval95") return (range.high - range.low) / (2 * 1.959963984540054);
  // Of a normal amount the middle half is 1.349 deviations wide, and a median is 1.253 times as far off as a mean.
  if (range?.kind === "middle-half") return (1.253 * (range.high - range.low)) / 1.349 / Math.sqrt(people);
  return 0;
}

/** An outcome as it is weighed: each option's value between the worst figure and the best, and how its figures are drawn. */
function column(aid, { outcome, row }) {
  const cells = aid.option.map(({ id }) => row.cells[id]);
  const known = cells.map((cell) => weighedAs(cell, outcome)?.map(size));
  const ends = known.flatMap((both) => both ?? []);
  const all = cells.flatMap((cell) => weighedAs(cell, outcome) ?? []);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const [worst, best] = outcome.better === "higher" ? [low, high] : [high, low];
  const value = (x) => (x - worst) / (best - worst);
  const read = known.map((both) => both ?? [low, high]);
  const rate = outcome.amount?.person_years !== undefined;
  const own = cells.map((cell, at) => drawn(cell, read[at], rate));
  const from = aid.option.map(({ id }, at) => (cells[at].same === undefined ? at : aid.option.findIndex((each) => each.id === cells[at].same)));
  const middle = read.map(([a, b]) => (a + b) / 2);
  const open = read.map(([a, b], at) => (cells[at].is === "gap" && a !== b ? ((b - a) / (best - worst)) ** 2 / 12 : 0));
  return {
    name: outcome.name, in_sentence: outcome.in_sentence, outcome, row, ends: [worst, best], shown: [worst, best].map((end) => all.find((each) => size(each) === end)), read, values: middle.map(value), open,
    exact: !outcome.level && own.every((draw) => draw === undefined) && !cells.some(spans), spans: cells.some(spans),
    reading: together(aid, row, cells, from, own, value) ?? ((random) => {
      const mine = own.map((draw, at) => (from[at] === at ? draw?.(random) ?? middle[at] : undefined));
      return mine.map((x, at) => value(x ?? mine[from[at]]));
    }),
  };
}

/** Where all figures come from one by ratios with their intervals: that one drawn once, and each ratio on the logarithm. */
function together(aid, row, cells, from, own, value) {
  const first = Object.values(row.ratios)[0]?.of;
  if (first === undefined || (row.cells[first].share.value ?? 0) <= 0) return undefined;
  const base = aid.option.findIndex(({ id }) => id === first);
  const ratios = from.map((at) => (at === base ? null : row.ratios[aid.option[at].id]));
  if (ratios.some((ratio) => ratio === undefined || (ratio && ratio.of !== first))) return undefined;
  return (random) => {
    const p = own[base]?.(random) ?? size(cells[base].share);
    const each = ratios.map((ratio, at) => (from[at] !== at || !ratio ? p
      : p * Math.exp(Math.log(ratio.ends[1]) + ((Math.log(ratio.ends[2]) - Math.log(ratio.ends[0])) / WIDE) * normal(random))));
    return from.map((at) => value(each[at]));
  };
}

/** A range that tells how published figures differ, and no doubt about this one. */
function spans(cell) {
  if (cell.is === "people") return !cell.counted && cell.range !== undefined && !cell.range.chance;
  return cell.is === "amount" && cell.range !== undefined && ["between-studies", "over-time", "span"].includes(cell.range.kind);
}

/** A concern of the person's own, rated 0 to 4. */
function rated(aid, { words, ratings }) {
  const all = aid.option.map(({ id }) => ratings[id]);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  if (low === high) return undefined;
  const values = all.map((rating) => (rating - low) / (high - low));
  const name = `“${words.trim()}”`;
  return { name, in_sentence: name, ratings: all, values, open: all.map(() => 0), reading: () => values };
}

/** Weights that sum to 1, what they are made of in whole numbers, and a walk through all weights in keeping with the answers. */
function weights(answers, random) {
  const { method } = answers;
  const n = answers.points?.length ?? answers.order?.flat().length ?? answers.best_to.length;
  if (method === "swing" || method === "points") {
    const point = answers.points.map((points) => points / sum(answers.points));
    const bounds = [];
    for (const [a, p] of answers.points.entries()) {
      for (const [b, q] of answers.points.entries()) if (a !== b && p > 0 && q > 0) bounds.push([a, b, (p * (1 + SWING)) / (q * (1 - SWING))]);
    }
    return { point, counted: answers.points, all: bounds.length ? walk(random, point, bounds) : still(point) };
  }
  if (method === "ranking") {
    const centroid = Array.from({ length: n }, (_, at) => sum(Array.from({ length: n - at }, (_each, j) => 1 / (at + j + 1))) / n);
    const point = new Array(n).fill(0);
    let place = 0;
    for (const level of answers.order) {
      for (const at of level) point[at] = sum(centroid.slice(place, place + level.length)) / level.length;
      place += level.length;
    }
    return { point, counted: point.map((w) => Math.round(w * 100)), all: ordered(random, n, answers.order) };
  }
  // Comparisons that agree with each other: then the weights are one over how many times the best matters more.
  const { best, worst, best_to, to_worst } = answers;
  const agree = best_to.every((times, at) => at === best || at === worst || times * to_worst[at] === best_to[worst]);
  if (!agree) throw new Error("only comparisons that agree have weights that can be worked out by hand");
  const point = best_to.map((times) => 1 / times / sum(best_to.map((each) => 1 / each)));
  const bounds = [];
  const near = (more, less, times) => bounds.push([more, less, times * TIMES], [less, more, TIMES / times]);
  for (let at = 0; at < n; at += 1) {
    if (at !== best) near(best, at, best_to[at]);
    if (at !== best && at !== worst) near(at, worst, to_worst[at]);
  }
  return { point, counted: point.map((w) => Math.round(w * 100)), all: walk(random, point, bounds) };
}

function* still(point) { for (;;) yield point; }

/** All weights in an order: even mixtures of "the first so many levels share it all". */
function* ordered(random, n, order) {
  const corners = order.map((_, last) => {
    const those = order.slice(0, last + 1).flat();
    return Array.from({ length: n }, (_each, at) => (those.includes(at) ? 1 / those.length : 0));
  });
  for (;;) {
    const mix = flat(random, corners.length);
    yield Array.from({ length: n }, (_, at) => sum(corners.map((corner, j) => mix[j] * corner[at])));
  }
}

/** An aid and answers worked out. */
export class Fit {
  constructor(opinion, answers, { percent = false, readings = READINGS } = {}) {
    const { aid } = opinion;
    Object.assign(this, { opinion, aid, answers, chances: new Saying(percent) });
    const found = opinion.weighed(this.chances, answers.groups);
    const untold = "The studies cannot tell the options apart on this, so it is not weighed unless you ask for it.";
    this.left_out = [...found.left, ...found.untold.map(({ outcome }) => [outcome.name, untold])];
    this.items = found.items.map((item) => column(aid, item));
    if (answers.concern) {
      const own = rated(aid, answers.concern);
      if (own) this.items.push(own);
    }
    const random = generator(20261130);
    const { point, counted, all } = weights(answers, random);
    this.weights = point;
    this.counted = counted;
    const options = aid.option.map((_, at) => at);
    this.parts = options.map((option) => this.items.map((item, at) => point[at] * item.values[option]));
    this.totals = this.parts.map(sum);
    this.out = options.map((option) => ruledOut(opinion, this.chances, found.items, answers, aid.option[option]));
    this.kept = options.filter((option) => !this.out[option].length);
    this.#read(random, all, options, readings);
  }

  #read(random, all, options, readings) {
    const n = options.length;
    const beats = options.map(() => new Array(n).fill(0));
    const first = options.map(() => 0);
    const totals = options.map(() => new Float64Array(readings));
    const squares = new Array(this.items.length).fill(0);
    for (let reading = 0; reading < readings; reading += 1) {
      const w = all.next().value;
      const now = new Array(n).fill(0);
      for (const [at, item] of this.items.entries()) {
        const values = item.reading(random);
        squares[at] += w[at] * w[at];
        for (const option of options) now[option] += w[at] * values[option];
      }
      for (const a of options) {
        totals[a][reading] = now[a];
        for (const b of options) if (now[a] > now[b] + 1e-12) beats[a][b] += 1;
      }
      let most = -Infinity;
      for (const option of this.kept) most = Math.max(most, now[option]);
      for (const option of this.kept) if (now[option] >= most - 1e-12) first[option] += 1;
    }
    const share = (count) => count / readings;
    this.share = beats.map((row) => row.map(share));
    this.first = first.map(share);
    this.spread = totals.map((list) => {
      const sorted = [...list].sort((a, b) => a - b);
      return [sorted[Math.floor(readings * 0.05)], sorted[Math.floor(readings * 0.95)]];
    });
    this.unknown = this.#unknown(totals, squares.map(share));
  }

  /** The part of the doubt about all differences that figures nobody knows leave; nothing where all are known. */
  #unknown(totals, squares) {
    if (!this.items.some(({ open }) => open.some((variance) => variance > 0))) return undefined;
    let [open, all] = [0, 0];
    for (const [a, x] of totals.entries()) {
      for (const [b, y] of totals.entries()) {
        if (b <= a) continue;
        const apart = x.map((each, at) => each - y[at]);
        const mean = sum(apart) / apart.length;
        all += sum(apart.map((each) => (each - mean) ** 2)) / apart.length;
        open += sum(this.items.map((item, at) => squares[at] * (item.open[a] + item.open[b])));
      }
    }
    return all > 0 ? open / all : 0;
  }

  /** Options that are set side by side: those left, or all where fewer than two are. */
  beside() { return this.kept.length > 1 ? this.kept : this.aid.option.map((_, at) => at); }

  /** Whether the studies tell some options apart on an item. What a person rated is theirs, and always does. */
  apart({ row }, options) {
    return !row || this.opinion.separates(row, options.map((at) => this.aid.option[at].id));
  }

  /** Items from what counts most, in the aid's order where they count the same. */
  byWeight() { return this.items.map((_, at) => at).sort((a, b) => this.weights[b] - this.weights[a] || a - b); }
}
