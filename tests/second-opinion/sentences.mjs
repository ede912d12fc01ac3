// The sentences a number may be said in, made anew from worked-out figures: what each must be, to the letter.
import { others, people, steps } from "./figures.mjs";

export const number = (n) => n.toLocaleString("en-GB");
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
export const list = (items) => (items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`);
export const join = (...parts) => parts.filter(Boolean).map((part) => part.trim()).join(" ");
const trimmed = (text) => text.trim().replace(/\.+$/, "");

const UNITS = ["days", "weeks", "months", "years"];
function length(horizon) {
  const unit = UNITS.find((each) => horizon[each] !== undefined);
  const n = horizon[unit];
  return n === 1 ? `1 ${unit.slice(0, -1)}` : `${number(n)} ${unit}`;
}
/** "at 12 years", "over about 15 years", "within 1 year". */
export const when = (horizon) => (horizon.whole ? "from start to end" : horizon.median ? `over about ${length(horizon)}` : horizon.within ? `within ${length(horizon)}` : `at ${length(horizon)}`);

export const SURE = {
  high: "We are very sure of this.", moderate: "We are fairly sure of this.", low: "We are not very sure of this.", "very-low": "We are very unsure of this.",
};
const UNRATED = "No one has rated how sure this evidence is. The range shows part of the doubt.";
export const certainty = (cell) => join(SURE[cell.certainty] ?? UNRATED, cell.certainty_why);
const STATUS = {
  verified: "Checked against the published source.", "verified-secondary": "Checked against a second publication that quotes the source.",
  derived: "Worked out from figures checked against the published source.",
};
export const status = (cell) => STATUS[cell.status];
const GAP = {
  "does-not-apply": "This does not apply.", "no-study": "We looked and found no study of this.",
  "not-read": "We have not read a study of this. There may be some.", "not-said": "We do not know.",
};
export const gap = (cell) => GAP[cell.gap];
export const reason = (cell) => (cell.gap === "no-study" ? `${cell.why} We looked here: ${cell.searched.replace(/\.+$/, "")}.` : cell.why);

const ORDER = ["very-low", "low", "moderate", "high"];
/** A clause about an option, worded no more surely than the less sure of the two. */
function hedged(a, b, option, clause) {
  const known = [a, b].map((cell) => cell.certainty).filter((each) => each !== undefined);
  const least = known.length ? Math.min(...known.map((each) => ORDER.indexOf(each))) : 3;
  return [
    `We are very unsure, but it may be that with ${option}, ${clause}`, `It may be that with ${option}, ${clause}`,
    `With ${option}, probably ${clause}`, `With ${option}, ${clause}`,
  ][least];
}
const OVERLAP = "The ranges overlap, so there may be no real difference.";
const LEFT_OPEN = "The studies leave it open that there is no real difference.";
const overlaps = (a, b) => Boolean(a.range?.chance && b.range?.chance)
  && Math.max(end(a.range.low), end(b.range.low)) <= Math.min(end(a.range.high), end(b.range.high));
const end = (x) => (typeof x === "number" ? x : x.value);

/** Says the figures of people in one way: counts, or percent. */
export class Saying {
  constructor(percent) { this.percent = percent; }
  share(k, n) {
    const decimals = Math.log10(n) - 2;
    const [whole, part] = ((k * 100) / n).toFixed(decimals).split(".");
    return `${number(Number(whole))}${part ? `.${part}` : ""}%`;
  }
  many(k, n) { return this.percent ? this.share(k, n) : number(k); }
  count({ is, n, k }) {
    if (is === "fewer") return this.percent ? `less than ${this.share(1, n)}` : "fewer than 1";
    return is === "more" ? `more than ${this.many(n - 1, n)}` : this.many(k, n);
  }
  about(x) { return x.is === "exactly" && x.k > 0 && x.k < x.n ? `about ${this.count(x)}` : this.count(x); }
  /** Whether a verb after it is of one person. */
  one({ is, k, n }) { return !this.percent && (is === "fewer" || (is === "exactly" && k === 1) || (is === "more" && n === 2)); }
  happens(outcome, x) { return this.one(x) ? outcome.event_one ?? outcome.event : outcome.event; }
  not(outcome, x) { return this.one(x) ? outcome.no_event_one ?? ONE[outcome.no_event] ?? outcome.no_event : outcome.no_event; }
  /** "24 of every 100 men". */
  of(x, who) { return this.percent ? `${this.count(x)} of ${who}` : `${this.count(x)} of every ${number(x.n)} ${who}`; }
  ofEvery(n, who) { return this.percent ? `of ${who}` : `of every ${number(n)} ${who}`; }
}
const ONE = {
  "do not": "does not", "are not": "is not", "have not": "has not", "did not": "did not", "will not": "will not", "were not": "was not", "cannot": "cannot",
};
const COUNTS = new Saying(false);

/** Everything that is said of a figure of people. */
export function ofPeople(say, { cell, outcome, option, who, when: at, n }) {
  const x = people(cell.share, n);
  const y = others(x);
  const event = say.happens(outcome, x);
  const not = say.not(outcome, y);
  const does_not_brief = `${capital(say.count(y))} ${not}.`;
  const all = number(n);
  const full = `${all} ${who}: ${COUNTS.about(x)} ${COUNTS.happens(outcome, x)}, ${COUNTS.about(y)} ${COUNTS.not(outcome, y)}.`;
  const ends = cell.range && [cell.range.low, cell.range.high].map((each) => say.count(people(each, n)));
  return {
    count: say.count(x),
    of_every: say.ofEvery(n, who),
    happens: `${say.of(x, who)} ${event}`,
    does_not: say.percent ? does_not_brief : `${capital(say.count(y))} of every ${all} ${not}.`,
    does_not_brief,
    sentence: say.percent
      ? `With ${option}, ${say.about(x)} of ${who} ${event} ${at}. ${capital(say.about(y))} ${not}.`
      : `With ${option}, ${say.about(x)} of every ${all} ${who} ${event} ${at}. ${capital(say.about(y))} of every ${all} ${not}.`,
    picture: [...full].length <= 125 ? full : `${all} ${who}: it happens to ${COUNTS.about(x)}, and does not happen to ${COUNTS.about(y)}.`,
    range: rangeSentence(say, cell.range, ends, n),
    range_brief: !ends ? "We have no range." : short(ends, cell.range) ? `Range: ${short(ends, cell.range)}.` : rangeSentence(say, cell.range, ends, n),
    range_short: ends ? short(ends, cell.range) ?? `give or take less than ${say.percent ? say.share(1, n) : "1"}` : null,
    certainty: certainty(cell), certainty_brief: SURE[cell.certainty] ?? UNRATED, status: status(cell),
    worked_out: join(basis(cell, who), cell.pooled && "One figure was published for all the groups together.", rangeFrom(cell.range, cell)),
    icons: icons(cell, n),
  };
}

function short([low, high], range) {
  const across = { "between-studies": " in different studies", "over-time": " over time" }[range.kind] ?? "";
  return low === high ? null : `${low} to ${high}${across}`;
}

function rangeSentence(say, range, ends, n) {
  if (!range) return "We have no range for this number.";
  const [low, high] = ends;
  const of = say.percent ? "" : ` of every ${number(n)}`;
  const same = low === high;
  if (range.chance) {
    if (!same) return `The studies suggest it is between ${low} and ${high}${of}.`;
    return `The studies suggest it is ${low}${of}, give or take less than ${say.percent ? say.share(1, n) : "1"}.`;
  }
  if (same) return `The published figures are all about ${low}${of}.`;
  const begin = { "between-studies": "Different studies found from", "over-time": "Over time it was from" }[range.kind] ?? "The published figures run from";
  return `${begin} ${low} to ${high}${of}.`;
}

function basis(cell, who) {
  const [of, from] = [number(cell.of), number(cell.from)];
  if (cell.counted) return `${of} of ${from} ${who} in the study.`;
  return `${cell.status === "derived" ? "Worked out" : "Published"} as ${of} of every ${from} ${who}.`;
}

const SPANS = {
  "between-studies": "The range runs from the lowest to the highest study.", "over-time": "The range runs from the lowest to the highest point in time.",
  span: "The range runs from the lowest to the highest published figure.",
};
function rangeFrom(range, cell) {
  if (!range) return "";
  return SPANS[range.kind] ?? {
    wilson95: "Range worked out with Wilson's method (95%).", exact95: "Range worked out with the exact binomial method (95%).",
    interval95: cell.status === "derived" ? "The range was worked out from a published one (95%)." : "The range was published with it (95%).",
  }[range.kind];
}

/** People in the picture: at least so many, so many who may or may not, and the rest. */
function icons(cell, n) {
  const x = people(cell.share, n);
  const [low, high] = cell.range?.chance ? [people(cell.range.low, n), people(cell.range.high, n)] : [x, x];
  const certain = low.is === "more" ? n - 1 : low.k;
  const reached = Math.min(n, Math.max(certain, high.is === "fewer" ? 1 : high.k));
  return { certain, band: reached - certain, rest: n - reached, total: n, per_row: { 100: 10, 1000: 40 }[n] ?? 100 };
}

/** How two figures of people differ. */
export function difference(say, a, b, told) {
  const [x, y] = [people(a.cell.share, a.n), people(b.cell.share, b.n)];
  const { outcome, who, when: at, n } = a;
  const both = () => hedged(a.cell, b.cell, a.option, say.percent
    ? `${say.about(x)} of ${who} ${say.happens(outcome, x)} ${at}. With ${b.option}, it is ${say.about(y)}.`
    : `${say.about(x)} of every ${number(n)} ${who} ${say.happens(outcome, x)} ${at}. With ${b.option}, it is ${say.about(y)}.`);
  if (x.is !== "exactly" || y.is !== "exactly") return both();
  const open = told === true ? false : overlaps(a.cell, b.cell) ? OVERLAP : told === false && LEFT_OPEN;
  return join(apart(say, a, b, x.k - y.k), x.k !== y.k && open);
}

/** So many people more, or fewer below 0, with one option than with another. */
function apart(say, a, b, more) {
  const { outcome, who, when: at, n } = a;
  const size = Math.abs(more);
  if (size === 0) return hedged(a.cell, b.cell, a.option, `about the same number of ${who} ${outcome.event} ${at} as with ${b.option}.`);
  if (say.percent) {
    const [x, y] = [people(a.cell.share, n), people(b.cell.share, n)];
    const both = hedged(a.cell, b.cell, a.option, `${say.about(x)} of ${who} ${say.happens(outcome, x)} ${at}. With ${b.option}, it is ${say.about(y)}.`);
    return join(both, `In percentage points, the difference is about ${say.share(size, n).slice(0, -1)}.`);
  }
  return hedged(a.cell, b.cell, a.option, `about ${number(size)} ${more > 0 ? "more" : "fewer"} of every ${number(n)} ${who} ${outcome.event} ${at} than with ${b.option}.`);
}

/** A number of people in every `per`, told of `of`: the nearest whole number, halves away from 0. */
const peopleOf = (value, per, of) => {
  const exactly = Math.round(Number(value) * 1000);
  return Math.sign(exactly) * Math.floor((Math.abs(exactly) * of + (per * 1000) / 2) / (per * 1000));
};
const way = (more, size, measured) => (more === 0 ? "no difference" : `${size} ${more > 0 ? "more" : measured ? "less" : "fewer"}`);

function published(contrast, ends, none, said) {
  return join(contrast.adjusted ? `This is as published, adjusted for ${contrast.adjusted}.` : "This is as published.",
    ends && `The studies suggest it is between ${said(ends[0])} and ${said(ends[1])}.`,
    ends && ends[0] <= none && none <= ends[1] && "So there may be no real difference.");
}

/** How `a` differs from `b` as a source published it: `turned` when it was published the other way round. */
export function contrast(say, given, a, b, turned) {
  const sign = turned ? -1 : 1;
  const ends = given.low === undefined ? undefined : [Number(given.low), Number(given.high)];
  if (given.ratio !== undefined) {
    const of = (value) => number(peopleOf(value, 1, 100));
    const clause = `about ${of(given.ratio)} ${a.who} ${a.outcome.event} ${a.when} for every 100 who do with ${b.option}.`;
    return join(hedged(a.cell, b.cell, a.option, clause), published(given, ends, 1, of));
  }
  const told = ends && (turned ? [-ends[1], -ends[0]] : ends);
  if (a.cell.is === "amount") {
    const scale = new Scale(a.outcome.amount);
    const end = (value) => way(scale.steps(value), scale.said(Math.abs(scale.steps(value))), true);
    return join(averages(scale, a, b, scale.steps(sign * Number(given.difference))), published(given, told, 0, end));
  }
  const size = (value) => peopleOf(value, given.per, a.n);
  const end = (value) => way(size(value), say.percent ? say.share(Math.abs(size(value)), a.n).slice(0, -1) : number(Math.abs(size(value))), false);
  return join(apart(say, a, b, size(sign * Number(given.difference))), published(given, told, 0, end));
}

/** What changes from one option to another, in people. */
export function changed(a, b) {
  const [x, y] = [people(a.cell.share, a.n), people(b.cell.share, b.n)];
  const exactly = (k) => ({ is: "exactly", n: a.n, k });
  const happens = (k) => `${number(k)} ${COUNTS.happens(a.outcome, exactly(k))}`;
  const both = Math.min(x.k, y.k);
  const states = [{ kind: "both", count: both, words: `${happens(both)} in both groups.` }];
  if (x.k !== y.k) {
    const added = x.k > y.k;
    const k = Math.abs(x.k - y.k);
    const [number_of, ...rest] = happens(k).split(" ");
    states.push({ kind: added ? "added" : "taken", count: k, words: `${[number_of, added ? "more" : "fewer", ...rest].join(" ")} with ${a.option} than with ${b.option}.` });
  }
  const neither = a.n - Math.max(x.k, y.k);
  states.push({ kind: "neither", count: neither, words: `${number(neither)} ${COUNTS.not(a.outcome, exactly(neither))}, in both groups.` });
  return { states, picture: join(`${number(a.n)} ${a.who}.`, ...states.map((state) => state.words)) };
}

/** Says amounts on an outcome's scale. */
export class Scale {
  constructor(amount) {
    this.amount = amount;
    this.decimals = amount.decimals ?? 0;
    this.rate = amount.person_years;
  }
  bare(at) {
    const size = Math.abs(at) / 10 ** this.decimals;
    const [whole, part] = size.toFixed(this.decimals).split(".");
    return `${at < 0 ? "minus " : ""}${number(Number(whole))}${part ? `.${part}` : ""}`;
  }
  unit(at) { return at === 10 ** this.decimals ? this.amount.unit_one : this.amount.unit; }
  steps(value) { return steps(value, this.decimals); }
  said(at) { return `${this.bare(at)} ${this.unit(at)}${this.rate ? ` a year in every ${number(this.rate)} people` : ""}`; }
  of(value) { return this.said(this.steps(value)); }
  place(value) { return Math.round(Math.min(1, Math.max(0, (value - Number(this.amount.low)) / (Number(this.amount.high) - Number(this.amount.low)))) * 1000); }
}

const plain = (value) => String(Math.round(Number(value) * 1000) / 1000);
/** Everything that is said of an amount. */
export function ofAmount(scale, { cell, option, who, when: at }) {
  const { amount } = scale;
  const value = scale.of(cell.value);
  const mean = amount.average === "mean";
  const range = cell.range;
  const ends = range && [scale.bare(scale.steps(range.low)), scale.bare(scale.steps(range.high))];
  const line = `on a line from ${scale.of(amount.low)} to ${scale.of(amount.high)}.`;
  const unit = scale.unit(scale.steps(cell.value));
  const begin = {
    "between-studies": "Different studies found from {} to {}.", "over-time": "Over time it was from {} to {}.", span: "The published figures run from {} to {}.",
    "middle-half": "For the middle half of people it is between {} and {}.",
  };
  const fill = (text, ...parts) => parts.reduce((done, part) => done.replace("{}", () => part), text);
  const from = !range ? "" : SPANS[range.kind] ?? {
    interval95: cell.status === "derived" ? "The range was worked out from a published one (95%)." : "The range was published with it (95%).",
    "middle-half": `The range is the middle half of ${number(cell.people ?? 0)} ${who}.`,
    sd: `The standard deviation was ${plain(cell.sd)}, in ${number(cell.people ?? 0)} ${who}. The range was worked out from these (95%).`,
  }[range.kind];
  return {
    value,
    sentence: scale.rate ? `With ${option}, ${who} ${amount.phrase} about ${value}, ${at}. One person can be counted more than once.` : mean ? `With ${option}, ${who} ${amount.phrase} about ${value} on average, ${at}.`
      : `With ${option}, ${who} ${amount.phrase} about ${value}, ${at}. Half have less than this, and half have more.`,
    picture: range?.chance && short(ends, range) ? `About ${value}, range ${short(ends, range)}, ${line}` : `About ${value}, ${line}`,
    range: !range ? "We have no range for this number."
      : fill(begin[range.kind] ?? `The studies suggest the ${scale.rate ? "rate" : "average"} is between {} and {}.`, ends[0], scale.of(range.high)),
    range_short: ends && short(ends, range),
    certainty: certainty(cell), status: status(cell),
    worked_out: join(`${cell.status === "derived" ? "Worked out" : "Published"} as a ${amount.average ?? "rate"} of ${plain(cell.value)} ${unit}${scale.rate ? ` in ${number(scale.rate)} person-years` : ""}.`, from),
    point: range?.chance ? { low: scale.place(range.low), at: scale.place(Number(cell.value)), high: scale.place(range.high) }
      : { low: scale.place(Number(cell.value)), at: scale.place(Number(cell.value)), high: scale.place(Number(cell.value)) },
  };
}

/** How two amounts differ, from the numbers as they are rounded on the screen. */
export function amountDifference(scale, a, b) {
  const more = scale.steps(a.cell.value) - scale.steps(b.cell.value);
  return join(averages(scale, a, b, more), more !== 0 && overlaps(a.cell, b.cell) && OVERLAP);
}

function averages(scale, a, b, more) {
  if (scale.rate) {
    return hedged(a.cell, b.cell, a.option, more === 0 ? `the rate is about the same, ${a.when}, as with ${b.option}.`
      : `the rate is ${more > 0 ? "higher" : "lower"} than with ${b.option}, ${a.when}, by about ${scale.said(Math.abs(more))}.`);
  }
  return hedged(a.cell, b.cell, a.option, more === 0 ? `the average is about the same, ${a.when}, as with ${b.option}.`
    : `the average is about ${scale.said(Math.abs(more))} ${more > 0 ? "more" : "less"}, ${a.when}, than with ${b.option}.`);
}

export const about = (group) => `These numbers are about ${trimmed(group.description)}.`;
const ANALYSIS = {
  "intention-to-treat": "People were counted in the group they were first put in, even if they later changed to something else. This is called intention to treat.",
  "as-treated": "People were counted by what they actually had.",
  observational: "People were not put into groups by chance, so the groups may have differed from the start.",
};
export const analysis = (group) => join(ANALYSIS[group.analysis], group.analysis_note);
export const described = (group) => trimmed(group.description);
