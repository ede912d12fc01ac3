// What an aid's figures are, worked out from `aid.toml` alone: counts of people, amounts, levels and gaps of formats 1 to 3, with
// ratios multiplied out. Nothing here is the product's; only the file is shared.
import { denominators, exact, wilson } from "../support/figures.mjs";

/** A share of people, as two whole numbers where it was counted, so that halves are halves. */
export const share = (of, whole) => ({ of: BigInt(of), whole: BigInt(whole), value: Number(of) / Number(whole) });
/** One that was worked out. */
const real = (value) => ({ value });

/** Whether it is more than half a person of `n`. */
const exceeds = (x, n) => (x.whole === undefined ? 2 * x.value * n > 1 : 2n * x.of * BigInt(n) > x.whole);
const complement = (x) => (x.whole === undefined ? real(1 - x.value) : { of: x.whole - x.of, whole: x.whole, value: 1 - x.value });

/** People of `n`: a whole number, or what is said where rounding would make it nobody or everybody. */
export function people(x, n) {
  if (x.value !== 0 && !exceeds(x, n)) return { is: "fewer", n, k: 0 };
  if (x.value !== 1 && !exceeds(complement(x), n)) return { is: "more", n, k: n };
  const k = x.whole === undefined
    ? Math.round(x.value * n)
    : Number((2n * x.of * BigInt(n) + x.whole) / (2n * x.whole));
  return { is: "exactly", n, k };
}

/** The people it does not happen to, from the same rounded count. */
export const others = ({ is, n, k }) => ({ is: { fewer: "more", more: "fewer", exactly: "exactly" }[is], n, k: n - k });

const thousandths = (number) => Math.round(Number(number) * 1000);
/** An amount in steps of the decimals shown; halves go away from 0. */
export function steps(number, decimals) {
  const step = [1000, 100, 10][decimals];
  const exactly = thousandths(number);
  return Math.sign(exactly) * Math.floor((Math.abs(exactly) + step / 2) / step);
}

const INTERVALS = { wilson95: wilson, exact95: exact };
/** Of counts of people an interval is a range of chance; between published figures it is not. */
const CHANCE = new Set(["wilson95", "exact95", "interval95"]);

/** The range of people counted or published: its ends as shares, and what it is. */
function ranged(cell, of, whole) {
  if (cell.range) return { low: share(cell.range[0], whole), high: share(cell.range[1], whole), kind: cell.range_kind, chance: CHANCE.has(cell.range_kind) };
  if (!cell.interval) return undefined;
  const [low, high] = INTERVALS[cell.interval](of, whole);
  return { low: real(low), high: real(high), kind: cell.interval, chance: true };
}

const whole = (number) => {
  const text = String(number);
  const found = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(text);
  if (!found) throw new Error(`${text} is not a ratio`);
  return BigInt(found[1]) * 10000n + BigInt((found[2] ?? "").padEnd(4, "0"));
};

/** A cell given as a ratio on another's: its count, its range, and the arithmetic in a sentence. */
export function multiplied(cell, cells) {
  const base = cells[cell.of];
  const counted = base.count === undefined;
  const [of, from] = counted ? [base.events, base.people] : [base.count, base.per];
  const per = counted ? 1000 : base.per;
  const times = (ratio) => Number((2n * BigInt(of) * BigInt(per) * ratio + BigInt(from) * 10000n) / (2n * BigInt(from) * 10000n));
  const count = times(whole(cell.ratio));
  const say = (n) => n.toLocaleString("en-GB");
  let said = `Worked out: ${say(of)} of ${say(from)} times ${cell.ratio} is ${say(count)} of ${say(per)}`;
  let range;
  if (cell.low !== undefined) {
    range = [times(whole(cell.low)), times(whole(cell.high))];
    said += `; from ${cell.low} to ${cell.high} it is ${say(range[0])} to ${say(range[1])}`;
    // Zou and Donner 2008: on the logarithm the distances of both from their ends are added as squares, each end by itself.
    const own = base.range_kind === "interval95" ? base.range.map((end) => end / from)
      : base.interval ? INTERVALS[base.interval](of, from) : undefined;
    const point = (of / from) * Number(cell.ratio);
    if (own && own[0] > 0 && point > 0 && Number(cell.low) > 0) {
      const away = (a, b) => Math.exp(Math.sqrt(Math.log(a) ** 2 + Math.log(b) ** 2));
      const share = of / from;
      range = [
        Math.round((point / away(own[0] / share, Number(cell.low) / Number(cell.ratio))) * per),
        Math.round(Math.min(1, point * away(own[1] / share, Number(cell.high) / Number(cell.ratio))) * per),
      ];
      said += `; with the range of the first figure as well, ${say(range[0])} to ${say(range[1])}`;
    }
  }
  return { cell: { count, per, ...(range && { range, range_kind: "interval95" }), status: cell.status, sources: cell.sources }, said: `${said}.` };
}

/** What an amount may range over: as published, or from a standard deviation within the scale. */
function spread(cell, scale) {
  if (cell.low !== undefined) return { low: Number(cell.low), high: Number(cell.high), kind: cell.range_kind, chance: cell.range_kind === "interval95" };
  if (cell.sd === undefined) return undefined;
  const half = (1.959963984540054 * Number(cell.sd)) / Math.sqrt(cell.people);
  const near = (number) => Math.round(number * 1000) / 1000;
  return {
    low: Math.max(near(Number(cell.value) - half), Number(scale.low)), high: Math.min(near(Number(cell.value) + half), Number(scale.high)),
    kind: "sd", chance: true,
  };
}

const GAPS = { does_not_apply: "does-not-apply", no_study: "no-study", not_read: "not-read", unknown: "not-said" };

/** A cell as one of: people, amount, level, gap. */
function read(cell, outcome) {
  const gap = Object.keys(GAPS).find((field) => cell[field] !== undefined);
  if (gap) return { is: "gap", gap: GAPS[gap], why: cell[gap], searched: cell.searched, counts_as: cell.counts_as, between: cell.between };
  if (cell.level !== undefined) return { is: "level", level: cell.level, place: outcome.level.findIndex(({ id }) => id === cell.level) };
  if (cell.value !== undefined) return { is: "amount", value: cell.value, sd: cell.sd, people: cell.people, range: spread(cell, outcome.amount) };
  const counted = cell.events !== undefined;
  const [of, from] = counted ? [cell.events, cell.people] : [cell.count, cell.per];
  return { is: "people", counted, of, from, share: share(of, from), range: ranged(cell, of, from), pooled: cell.pooled === true };
}

/** What stands for the time of a duration counted from start to end, which has none. */
export const WHOLE = "from-start-to-end";

/** A row of an outcome with its cells worked out, and what was worked out added to its note as the product adds it. */
export function rowOf(aid, outcome, row) {
  const plain = {};
  const worked = [];
  const ratios = {};
  // In the order of the options' names, as the product reads a table.
  for (const [option, cell] of Object.entries(row.cells).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (cell.ratio === undefined) plain[option] = cell;
    else {
      const done = multiplied(cell, row.cells);
      plain[option] = done.cell;
      worked.push(done.said);
      if (cell.low !== undefined) ratios[option] = { of: cell.of, ends: [cell.low, cell.ratio, cell.high].map(Number) };
    }
  }
  const cells = Object.fromEntries(aid.option.map(({ id }) => {
    const own = plain[id];
    const from = own.same_as === undefined ? own : plain[own.same_as];
    return [id, {
      ...read(from, outcome), status: from.status ?? row.status, same: own.same_as, because: own.because, option: id,
      certainty: row.certainty, certainty_why: row.certainty_why,
    }];
  }));
  return {
    outcome, at: row.at ?? WHOLE, group: row.group, cells, study: row.study, weighed_because: row.weighed_because, compared: row.compared ?? [], ratios, certainty: row.certainty, certainty_why: row.certainty_why, status: row.status,
    note: [row.note, ...worked].filter(Boolean).join(" ") || undefined,
  };
}

/** Every row of every outcome. */
export const rowsOf = (aid) => aid.outcome.flatMap((outcome) => outcome.figures.map((row) => rowOf(aid, outcome, row)));

/** What the counts of an outcome are out of, at every time and for every group: the smallest of 100, 1,000 and 10,000, no smaller than
 * the author asks for, at which none of its figures, nor what is left of one, comes to half a person or less. */
export function denominatorOf(aid, outcome, rows) {
  const cells = rows.filter((row) => row.outcome === outcome).flatMap((row) => Object.values(row.cells));
  const shares = cells.filter((cell) => cell.is === "people").map((cell) => cell.share);
  const fits = (n) => shares.every((x) => [x, complement(x)].every((y) => y.value === 0 || exceeds(y, n)));
  const least = Math.max(aid.denominator ?? 100, outcome.denominator ?? 100);
  return denominators.find((n) => n >= least && fits(n)) ?? 10000;
}

/** The questions that figures depend on, each with its groups. */
export const questionsOf = (aid) => [aid.baseline, aid.baseline?.also].filter(Boolean).map((each) => each.group.map(({ id }) => id));
/** The groups somebody has to be in for the figures of a class to be theirs. */
function groupsOf(aid, id) {
  const { of } = aid.reference_class.find((each) => each.id === id);
  return of?.length ? of : questionsOf(aid).flat().includes(id) ? [id] : [];
}
/** The rows that are seen by someone in these groups; with `open`, also those that a question not answered yet does not rule out. */
export const seenBy = (aid, rows, groups, open = false) => rows.filter((row) => groupsOf(aid, row.group).every((group) => {
  const question = questionsOf(aid).find((each) => each.includes(group));
  return groups.includes(group) || (open && !question.some((each) => groups.includes(each)));
}));

/** Rows of one time, each with those of other studies of it: the one that is weighed comes first, the others in their order. */
export function withStudies(aid, rows) {
  const out = [];
  const together = (a, b) => a.outcome === b.outcome && a.at === b.at && groupsOf(aid, a.group).join() === groupsOf(aid, b.group).join();
  for (const row of rows) {
    const known = out.find(([main]) => together(main, row));
    if (!known) out.push([row]);
    else if (row.weighed_because !== undefined) known.unshift(row);
    else known.push(row);
  }
  return out;
}

/** What an option is weighed as: `[low, high]` on the outcome's own scale; nothing where anything may be; `null` where it cannot be. */
export function weighedAs(cell, outcome) {
  const per = (number, of) => (of === undefined ? Number(number) : Number(number) / of);
  switch (cell.is) {
    case "people": return [cell.share, cell.share];
    case "amount": return [Number(cell.value), Number(cell.value)];
    case "level": return [cell.place, cell.place];
    default:
  }
  if (cell.gap === "not-said") return null;
  if (cell.gap === "does-not-apply") {
    if (cell.counts_as === undefined) return null;
    const stands = outcome.amount ? Number(cell.counts_as)
      : outcome.level ? outcome.level.findIndex(({ id }) => id === cell.counts_as)
        : { nobody: share(0, 1), everybody: share(1, 1) }[cell.counts_as];
    return [stands, stands];
  }
  if (!cell.between) return undefined;
  const { low, high, per: of } = cell.between;
  return outcome.amount ? [Number(low), Number(high)] : [low, high].map((end) => ({ of: BigInt(thousandths(end)), whole: 1000n * BigInt(of), value: per(end, of) }));
}
