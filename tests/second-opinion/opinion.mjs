// What every screen must say of an aid, in one state: worked out from the file, and held against what the product says.
import { WHOLE, denominatorOf, people, rowsOf, seenBy, weighedAs, withStudies } from "./figures.mjs";
import * as say from "./sentences.mjs";

const INACTIVE = new Set(["watchful-waiting", "no-change", "no-treatment", "no-test"]);
const ONE_FIGURE = "One figure was published for all the groups together, so it cannot show how they differ.";

/** An aid worked out. */
export class Opinion {
  constructor(aid) {
    this.aid = aid;
    this.rows = rowsOf(aid);
    this.horizon = new Map([...aid.horizon, { id: WHOLE, whole: true }].map((each) => [each.id, each]));
    this.people = new Map(aid.reference_class.map((each) => [each.id, each]));
    this.option = new Map(aid.option.map((each) => [each.id, each]));
  }

  /** What the counts of an outcome are out of. */
  denominator(outcome) { return denominatorOf(this.aid, outcome, this.rows); }
  /** All there are, smallest first. */
  crowds() {
    const all = this.aid.outcome.filter((outcome) => !outcome.amount && !outcome.level).map((outcome) => this.denominator(outcome));
    return all.length ? [...new Set(all)].sort((a, b) => a - b) : [100];
  }

  when(row) { return say.when(this.horizon.get(row.at)); }
  /** A figure with all that its sentences need. */
  context(row, option) {
    return {
      cell: row.cells[option], outcome: row.outcome, option: this.option.get(option).in_sentence, who: this.people.get(row.group).people, when: this.when(row),
      n: this.denominator(row.outcome),
    };
  }

  inline(chances, cell, row) {
    switch (cell.is) {
      case "people": return chances.of(people(cell.share, this.denominator(row.outcome)), this.people.get(row.group).people);
      case "amount": return new say.Scale(row.outcome.amount).of(cell.value);
      case "level": return `“${row.outcome.level[cell.place].name}”`;
      default: return say.gap(cell);
    }
  }

  /** An author's text with its figures written out. */
  written(chances, text) {
    return text.replace(/\{([a-z0-9-]+)\.([a-z0-9-]+)(?:@([a-z0-9-]+))?(?::([a-z0-9-]+))?\}/g, (whole, outcome, option, at = WHOLE, group = undefined) => {
      const all = this.rows.filter((row) => row.outcome.id === outcome && row.at === at && (group === undefined || row.group === group));
      // Of several studies the one that comes first is meant.
      const first = all.filter((row) => row.weighed_because !== undefined);
      const found = first.length ? first : all;
      return found.length === 1 ? this.inline(chances, found[0].cells[option], found[0]) : whole;
    });
  }

  /** The rows of a card, in the groups of a state: its own, and those of other studies. */
  card_rows(id, at, groups) {
    const found = withStudies(this.aid, seenBy(this.aid, this.rows, groups)).filter(([row]) => row.outcome.id === id && row.at === at);
    return found.length === 1 ? found[0] : [];
  }

  same(cell) {
    return cell.same === undefined ? "" : `By design this is the same as with ${this.option.get(cell.same).in_sentence}. ${cell.because}`;
  }

  gap(cell) { return { text: say.gap(cell), why: say.reason(cell) }; }

  /** One card of Compare: every sentence of every option, and how they differ. */
  card(chances, row, shown, way, others = []) {
    const { outcome } = row;
    const counts = !outcome.amount && !outcome.level;
    const ranged = shown.some((id) => row.cells[id].is === "people" && row.cells[id].range);
    const out = {
      horizon: say.capital(this.when(row)), group: say.about(this.people.get(row.group)), analysis: say.analysis(this.people.get(row.group)), note: row.note ?? null,
      denominator: this.denominator(outcome), no_range: null, cells: {}, differences: this.differences(chances, row, shown), changes: null,
      studies: row.study === undefined ? null : this.studies(chances, row, shown, others),
    };
    for (const id of shown) {
      const cell = row.cells[id];
      const figure = this.context(row, id);
      if (counts && cell.is === "people") {
        const all = say.ofPeople(chances, figure);
        if (!ranged) {
          out.no_range = all.range_brief;
          all.range_brief = "";
        }
        out.cells[id] = { ...all, same: this.same(cell) };
      } else if (counts) out.cells[id] = this.gap(cell);
      else out.cells[id] = this.measured(row, cell, figure);
    }
    if (way === "difference" && counts) out.changes = this.changes(chances, row, shown);
    return out;
  }

  /** The studies of a row: whether they agree by the numbers on the screen, and what each other one says. */
  studies(chances, row, shown, others) {
    const number = (cell) => (cell.is === "people" ? people(cell.share, this.denominator(row.outcome)).k
      : cell.is === "amount" ? new say.Scale(row.outcome.amount).steps(cell.value) : cell.is === "level" ? cell.place : undefined);
    const all = [row, ...others].map(({ cells }) => this.aid.option.map(({ id }) => number(cells[id])));
    let alike = true;
    let opposite = false;
    for (const [at, a] of all.entries()) {
      for (const b of all.slice(at + 1)) {
        const both = a.map((x, j) => [x, b[j]]).filter(([x, y]) => x !== undefined && y !== undefined);
        alike &&= both.every(([x, y]) => x === y);
        opposite ||= both.some(([x, y]) => both.some(([v, w]) => Math.sign(x - v) * Math.sign(y - w) < 0));
      }
    }
    const found = opposite ? "These studies point different ways." : alike ? "These studies found about the same." : "These studies found different numbers.";
    const first = row.outcome.weighed === false ? `The figures of ${row.study} come first.` : `The figures of ${row.study} come first, and are those that are weighed.`;
    return {
      name: row.study, said: others.length ? [found, row.outcome.studies_differ, `${first} ${row.weighed_because ?? ""}`].filter(Boolean) : [],
      others: others.map((other) => ({ name: other.study ?? "", ...this.card(chances, other, shown, "pictures") })),
    };
  }

  /** The brief range of a figure of another study, which no sentence of its card says for all. */
  brief(cell, study) { return cell.range_brief === "" ? study.no_range : cell.range_brief; }

  /** What was published of how two options differ. */
  published(row, a, b, ratio) {
    return row.compared.find((each) => (each.ratio !== undefined) === ratio && [`${a} ${b}`, `${b} ${a}`].includes(`${each.from} ${each.to}`));
  }

  /** Whether two options are told apart by what is known of the two together: a published difference or ratio with its interval, or the
   * ratio that one was worked out by; of two worked out from one figure, their ratios. `undefined` where only their ranges can tell. */
  told(row, a, b) {
    const without = (low, none, high) => !(low <= none && none <= high);
    const given = row.compared.find((each) => each.low !== undefined && [`${a} ${b}`, `${b} ${a}`].includes(`${each.from} ${each.to}`));
    if (given) return without(Number(given.low), given.ratio === undefined ? 0 : 1, Number(given.high));
    const [x, y] = [row.ratios[a], row.ratios[b]];
    const between = x?.of === b ? x : y?.of === a ? y : undefined;
    if (between) return without(between.ends[0], 1, between.ends[2]);
    if (!x || !y || x.of !== y.of) return undefined;
    const [less, more] = x.ends[1] <= y.ends[1] ? [x.ends, y.ends] : [y.ends, x.ends];
    return more[1] - less[1] > Math.hypot(less[2] - less[1], more[1] - more[0]);
  }

  /** How one option differs from another: as published where that is known, else from the two numbers on the screen. */
  differs(chances, row, a, b) {
    const given = this.published(row, a.cell.option, b.cell.option, false);
    if (given) return say.contrast(chances, given, a, b, given.to !== a.cell.option);
    return row.outcome.amount ? say.amountDifference(new say.Scale(row.outcome.amount), a, b) : say.difference(chances, a, b, this.told(row, a.cell.option, b.cell.option));
  }

  /** The published ratio of two options, told the way it was published. */
  ratio(chances, row, a, b) {
    const given = row.outcome.amount ? undefined : this.published(row, a.cell.option, b.cell.option, true);
    if (!given) return [];
    const [with_, than] = given.to === a.cell.option ? [a, b] : [b, a];
    return [say.contrast(chances, given, with_, than, false)];
  }

  measured(row, cell, figure) {
    const same = this.same(cell);
    if (cell.is === "amount") {
      const { range, range_short: _, point, picture, ...rest } = say.ofAmount(new say.Scale(row.outcome.amount), figure);
      return { ...rest, point: { ...point, picture }, detail: say.join(range, same) };
    }
    if (cell.is === "level") {
      const level = row.outcome.level[cell.place];
      return {
        value: say.capital(level.name), detail: say.join(level.means, same), point: null, worked_out: "", status: say.status(cell), certainty: say.certainty(cell),
        sentence: `With ${figure.option}, ${row.outcome.in_sentence} is “${level.name}”, ${figure.when}.`,
      };
    }
    return { value: say.gap(cell), detail: say.join(say.reason(cell), same), sentence: "", point: null, certainty: "", worked_out: "", status: "" };
  }

  /** The points of published scores, as their author wrote them, and what a page has beside them. */
  points() {
    const said = (points) => (points === 1 ? "1 point" : `${points} points`);
    return (this.aid.score ?? []).flatMap(({ item }) => item).flatMap(({ name, points, level }) => [
      ...(points === undefined ? [] : [said(points)]), ...(level ?? []).flatMap((each) => [said(each.points), `${name}, ${each.name}`]),
    ]);
  }

  /** The ends of every axis that amounts are drawn on. */
  axes() {
    return this.aid.outcome.filter((outcome) => outcome.amount).flatMap(({ amount }) => {
      const scale = new say.Scale(amount);
      return ["low", "high"].map((end) => (amount[`${end}_means`] ? `${scale.of(amount[end])} (${amount[`${end}_means`]})` : scale.of(amount[end])));
    });
  }

  apart(row, shown) {
    const names = shown.filter((id) => row.cells[id].gap === "does-not-apply").map((id) => this.option.get(id).in_sentence);
    return names.length ? `This does not apply to ${say.list(names)}, so there is nothing to compare.` : undefined;
  }

  differences(chances, row, shown) {
    const { outcome } = row;
    const is = outcome.amount ? "amount" : "people";
    const known = shown.filter((id) => row.cells[id].is === is).map((id) => this.context(row, id));
    const pairs = known.flatMap((than, at) => (at > 0 && shown.length > 3 ? [] : known.slice(at + 1).map((other) => [other, than])));
    const out = pairs.filter(([a, b]) => !(a.cell.pooled && b.cell.pooled))
      .flatMap(([a, b]) => [this.differs(chances, row, a, b), ...this.ratio(chances, row, a, b)]);
    if (!outcome.amount && known.filter((each) => each.cell.pooled).length > 1) out.push(ONE_FIGURE);
    const apart = this.apart(row, shown);
    if (apart) out.push(apart);
    const gaps = shown.filter((id) => row.cells[id].is === "gap" && row.cells[id].gap !== "does-not-apply").map((id) => this.option.get(id).in_sentence);
    if (gaps.length && (outcome.amount || outcome.level)) out.push(`We do not know how ${outcome.in_sentence} compares with ${say.list(gaps)}.`);
    else if (gaps.length) out.push(`There is no figure for ${say.list(gaps)}, so we do not know how ${gaps.length === 1 ? "it compares" : "they compare"}.`);
    return out;
  }

  /** What changes against the option without treatment, or the first with a figure. */
  changes(chances, row, shown) {
    const known = shown.filter((id) => row.cells[id].is === "people");
    const against = known.find((id) => INACTIVE.has(this.option.get(id).kind)) ?? known[0];
    if (against === undefined) return null;
    const b = this.context(row, against);
    const cells = {};
    for (const id of shown.filter((each) => each !== against)) {
      const cell = row.cells[id];
      const a = this.context(row, id);
      if (cell.is !== "people") {
        cells[id] = { why: this.apart(row, [id]) ?? `There is no figure for ${a.option}, so we do not know how it compares.` };
      } else if (cell.pooled && b.cell.pooled) cells[id] = { why: ONE_FIGURE };
      else if ([cell, b.cell].some((each) => each.certainty === "very-low")) {
        cells[id] = { why: "We are too unsure of these numbers to draw the difference between them." };
      } else if ([cell, b.cell].some((each) => people(each.share, a.n).is !== "exactly")) cells[id] = { why: say.difference(chances, a, b, this.told(row, a.cell.option, b.cell.option)) };
      else {
        cells[id] = {
          ...say.changed(a, b), total: a.n, per_row: { 100: 10, 1000: 40 }[a.n] ?? 100, sentence: this.differs(chances, row, a, b),
        };
      }
    }
    return { against, cells };
  }

  /** A cell of the table: "24 (20 to 28)". */
  short(chances, row, id) {
    const cell = row.cells[id];
    if (cell.is === "gap") return say.gap(cell);
    if (cell.is === "level") return say.capital(row.outcome.level[cell.place].name);
    const all = cell.is === "amount" ? say.ofAmount(new say.Scale(row.outcome.amount), this.context(row, id)) : say.ofPeople(chances, this.context(row, id));
    const said = cell.is === "amount" ? all.value : all.count;
    return all.range_short ? `${said} (${all.range_short})` : said;
  }

  /** The lines of a table of these rows. */
  table(chances, rows, shown) {
    const one = rows.every((row) => row.group === rows[0].group);
    const of = (row) => (chances.percent || this.crowds().length < 2 || row.outcome.amount || row.outcome.level ? ""
      : `, of every ${say.number(this.denominator(row.outcome))}`);
    const when = (row) => `${this.when(row)}${row.study === undefined ? "" : `, ${row.study}`}${of(row)}`;
    return withStudies(this.aid, rows).flat().map((row) => ({
      outcome: row.outcome.name, horizon: one ? when(row) : `${when(row)} (${say.described(this.people.get(row.group))})`,
      cells: shown.map((id) => this.short(chances, row, id)), row,
    }));
  }

  caption(percent, rows) {
    const one = rows.every((row) => row.group === rows[0].group);
    const ranged = rows.some((row) => Object.values(row.cells).some((cell) => cell.range));
    return say.join(this.note(percent), one ? say.about(this.people.get(rows[0].group)) : "They are about different groups of people: each line says who.",
      ranged && "The numbers in brackets are the range.");
  }

  note(percent, drawn = false) {
    const crowds = this.crowds();
    const [n] = crowds;
    const counts = crowds.length > 1 ? `The numbers on this page are for groups of ${say.list(crowds.map(say.number))} people. Each outcome says which.`
      : `All numbers on this page are people in every ${say.number(n)}.`;
    return say.join(percent ? `All chances on this page are percentages. ${new say.Saying(true).share(1, n)} is 1 of every ${say.number(n)} people.` : counts,
      this.amounts(),
      drawn && crowds.length > 1 && "Pictures of more people are larger.");
  }

  /** What amounts are: averages, rates, or some of each. */
  amounts() {
    const amounts = this.aid.outcome.flatMap((outcome) => outcome.amount ?? []);
    const rates = amounts.filter((amount) => amount.person_years !== undefined).length;
    if (rates === 0) return amounts.length > 0 && "Where there is a unit, such as days, the number is an average.";
    return rates === amounts.length ? "Where it says “a year”, the number is a rate."
      : "Where there is a unit, such as days, the number is an average; where it says “a year”, a rate.";
  }

  /** What else a screen says with how many people there are. */
  around(percent) {
    const crowds = this.crowds();
    const one = crowds.length === 1 ? say.number(crowds[0]) : undefined;
    return {
      no_one_can_know: one ? `No one can know which of the ${one} people you would be.` : "No one can know which of these people you would be.",
      other: !percent ? "Say chances as percentages (%)" : one ? `Say chances as people in every ${one}` : "Say chances as numbers of people",
    };
  }

  /** What is weighed: the swing from the worst to the best end, or why there is none. */
  weighed(chances, groups) {
    const rows = seenBy(this.aid, this.rows, groups);
    const items = [];
    const untold = [];
    const left = [];
    const options = this.aid.option.map(({ id }) => id);
    for (const outcome of this.aid.outcome) {
      const found = withStudies(this.aid, rows).map(([row]) => row).filter((row) => row.outcome === outcome && row.at === (outcome.weigh_at ?? WHOLE));
      const result = outcome.weighed === false ? { why: outcome.why_not_weighed }
        : found.length === 1 ? this.swing(chances, found[0])
          : { why: "Its figures are not the same for everyone. Choose your group in Compare first." };
      if (result.why !== undefined) left.push([outcome.name, result.why]);
      else (this.separates(found[0], options) ? items : untold).push({ outcome, row: found[0], ...result });
    }
    return { items, untold, left };
  }

  swing(chances, row) {
    const { outcome } = row;
    const named = (is) => this.aid.option.filter(({ id }) => is(row.cells[id])).map((option) => option.in_sentence);
    const unknown = (names) => ({
      why: names.length ? `We do not know the figure for ${say.list(names)}, so the options cannot be weighed on it.` : "We do not know the figures, so it cannot be weighed.",
    });
    const not_said = named((cell) => cell.gap === "not-said");
    if (not_said.length) return unknown(not_said);
    const not_valued = named((cell) => cell.gap === "does-not-apply" && cell.counts_as === undefined);
    if (not_valued.length) return { why: `It does not apply to ${say.list(not_valued)}, and nobody has said what that counts as. So the options cannot be weighed on it.` };
    if (Object.values(row.cells).every((cell) => cell.pooled)) {
      return { why: "One figure was published for all the options together. So the figures cannot tell the options apart." };
    }
    const open = named((cell) => cell.gap === "no-study" || cell.gap === "not-read");
    const ends = this.aid.option.flatMap(({ id }) => weighedAs(row.cells[id], outcome) ?? []);
    if (!ends.length) return unknown(open);
    const { from, to, swing, limit, shown } = this.#between(chances, row, ends);
    if (from.count === to.count && from.is === to.is) {
      if (open.length) return unknown(open);
      const first = this.aid.option.map(({ id }) => row.cells[id]).find((cell) => cell.is !== "gap");
      if (!first) return { why: "The number is about the same for every option." };
      return { why: first.is === "level" ? `It is the same for every option: ${this.inline(chances, first, row)}.` : `The number is about the same for every option: about ${this.inline(chances, first, row)}.` };
    }
    const opens = this.separates(row, this.aid.option.map(({ id }) => id)) ? this.#opening(row, shown, from, to) : this.#most(row, from);
    return { swing, limit: this.limit(chances, row, { count: opens }, limit) };
  }

  /** Whether the studies tell some options apart where they are weighed: of every two figures of their own, by what is known of both together,
   * else by the two ranges; what does not apply counts as an exact number, told from a figure whose range does not reach it. Where a figure
   * is missing or none has a pair, nothing is said. */
  separates(row, options) {
    const cells = options.map((id) => row.cells[id]);
    if (cells.some((cell) => cell.is === "gap" && cell.gap !== "does-not-apply")) return true;
    const own = cells.filter((cell) => cell.is !== "gap" && cell.same === undefined);
    if (own.length < 2) return true;
    if (own.some((a, at) => own.slice(at + 1).some((b) => this.told(row, a.option, b.option) ?? !alike(a, b)))) return true;
    const exact = cells.filter((cell) => cell.is === "gap" && cell.counts_as !== undefined).map((cell) => size(weighedAs(cell, row.outcome)[0]));
    const known = cells.filter((cell) => cell.is !== "gap");
    return exact.some((number) => known.some((cell) => {
      const at = size(weighedAs(cell, row.outcome)[0]);
      const [low, high] = cell.range ? [size(cell.range.low), size(cell.range.high)] : [at, at];
      return number < low || number > high;
    }));
  }

  /** Where a limit opens: at the worst figure that rules another option out, at the worst end where none does. */
  #opening(row, shown, from, to) {
    const { outcome } = row;
    const n = this.denominator(outcome);
    const own = Object.values(row.cells).filter((cell) => cell.is !== "gap").map((cell) => shown(weighedAs(cell, outcome)[0]));
    // Fewer than one is between none and one.
    const number = ({ count, is }) => (is === "fewer" ? 0.5 : is === "more" ? n - 0.5 : count);
    const worse = (a, b) => (outcome.better === "lower" ? a > b : a < b);
    const [low, high] = [Math.min(from.count, to.count), Math.max(from.count, to.count)];
    const open = own.map(({ count }) => count).filter((count) => low <= count && count <= high && own.some((other) => worse(number(other), count)));
    return open.length ? open.reduce((a, b) => (Math.abs(b - from.count) < Math.abs(a - from.count) ? b : a)) : this.#most(row, from);
  }

  /** A limit at the worst end; of people one at least. */
  #most({ outcome }, from) { return outcome.amount || outcome.level ? from.count : Math.max(1, from.count); }

  /** From the worst of some ends to the best, in words. */
  #between(chances, row, ends) {
    const { outcome } = row;
    const size = (end) => (typeof end === "number" ? end : end.value);
    const [low, high] = [ends.reduce((a, b) => (size(b) < size(a) ? b : a)), ends.reduce((a, b) => (size(b) > size(a) ? b : a))];
    // Of levels the first is better where lower is, and their order says so.
    const [worst, best] = outcome.better === "higher" ? [low, high] : [high, low];
    const at = this.when(row);
    const scale = outcome.amount && new say.Scale(outcome.amount);
    const n = this.denominator(outcome);
    const shown = (end) => {
      if (outcome.level) return { text: `“${outcome.level[end].name}”`, count: end };
      // Steps from the low end of the scale: an end outside of it stands at its end.
      if (scale) {
        const low = scale.steps(outcome.amount.low);
        const up = Math.max(0, scale.steps(end) - low);
        return { text: scale.said(low + up), count: up };
      }
      const x = people(end, n);
      return { text: chances.count(x), count: x.k, is: x.is };
    };
    const [from, to] = [shown(worst), shown(best)];
    const way = to.count < from.count ? "down" : "up";
    const who = this.people.get(row.group).people;
    const swing = outcome.level ? `from ${from.text} to ${to.text}, ${at}`
      : scale ? `from ${from.text} ${way} to ${to.text}, ${at}`
        : `from ${from.text} ${way} to ${to.text} ${chances.ofEvery(n, who)}, ${at}`;
    return { from, to, swing, limit: { scale, n, who, at }, shown };
  }

  /** What is said beside an outcome to mark: both ends of its figures alone, and what nobody knows. */
  marked(chances, row) {
    const cells = this.aid.option.map((option) => ({ option, cell: row.cells[option.id] }));
    const known = cells.filter(({ cell }) => cell.is !== "gap");
    if (!known.length) return ["We do not know."];
    const { from, to, swing, limit } = this.#between(chances, row, known.flatMap(({ cell }) => weighedAs(cell, row.outcome) ?? []));
    const same = from.count === to.count && from.is === to.is;
    const figure = () => `about ${this.inline(chances, known[0].cell, row)}${known.length === cells.length ? " with every option" : ""}, ${limit.at}`;
    const unknown = cells.filter(({ cell }) => cell.is === "gap" && cell.gap !== "does-not-apply").map(({ option }) => option.in_sentence);
    return [same ? figure() : swing, ...(unknown.length ? [`We do not know it for ${say.list(unknown)}.`] : [])];
  }

  /** The limit that is asked about first. */
  limit(chances, row, worst, { scale, n, who, at }) {
    const { outcome } = row;
    const begin = "I would not accept an option with which";
    const lower = outcome.better === "lower";
    if (outcome.level) return `${begin} ${outcome.in_sentence} is worse than “${outcome.level[worst.count].name}”, ${at}.`;
    if (scale) {
      const most = scale.said(scale.steps(outcome.amount.low) + worst.count);
      return `${begin} ${who} ${outcome.amount.phrase} ${lower ? "more" : "less"} than ${most}${outcome.amount.person_years ? "" : " on average"}, ${at}.`;
    }
    const { count } = worst;
    if (chances.percent) return `${begin} ${lower ? "more" : "less"} than ${chances.share(count, n)} of ${who} ${outcome.event}, ${at}.`;
    return `${begin} ${lower ? "more" : "fewer"} than ${say.number(count)} of every ${say.number(n)} ${who} ${outcome.event}, ${at}.`;
  }

  /** What the summary says is not known. */
  notKnown(rows) {
    return rows.flatMap((row) => {
      const gaps = this.aid.option.filter(({ id }) => row.cells[id].is === "gap" && row.cells[id].gap !== "does-not-apply").map((option) =>
        `${row.outcome.name}, ${this.when(row)}, with ${option.in_sentence}: ${say.gap(row.cells[option.id])} ${say.reason(row.cells[option.id])}`);
      const figures = Object.values(row.cells).filter((cell) => cell.is === "people");
      if (figures.length > 1 && figures.every((cell) => cell.pooled)) {
        gaps.push(`${row.outcome.name}, ${this.when(row)}: one figure was published for all the options together, so we do not know how they differ.`);
      }
      return gaps;
    });
  }

  /** What the test finds, a line each. */
  tested() {
    const { results, no_results } = this.aid.test ?? {};
    if (this.aid.test === undefined) return [];
    if (!results) return [`We do not know. ${no_results}`];
    const n = say.number;
    const { people: all, true_positive: tp, false_positive: fp, true_negative: tn, false_negative: fn, found_without } = results;
    return [
      `Of ${n(all)} ${say.described(this.people.get(results.group))}, ${say.when(this.horizon.get(results.at))}:`,
      `${n(tp + fn)} have what the test looks for. The test finds ${n(tp)}. The test misses ${n(fn)}.`,
      `${n(fp + tn)} do not have it. The test gives ${n(tn)} the all-clear. The test gives ${n(fp)} a false alarm.`,
      ...(found_without === undefined ? [] : [`Without the test, ${n(found_without)} of the same ${n(all)} would be found.`]),
    ];
  }
}

const size = (end) => (typeof end === "number" ? end : end.value);

/** Whether the interval of the difference has 0 in it: distances to the ends added as squares (Newcombe 1998, method 10). */
function alike(a, b) {
  if (a.pooled && b.pooled) return true;
  if (!a.range?.chance || !b.range?.chance) return false;
  const three = (cell) => [size(cell.range.low), cell.is === "people" ? cell.share.value : Number(cell.value), size(cell.range.high)];
  const [low, high] = [three(a), three(b)].sort((x, y) => x[1] - y[1]);
  return high[1] - low[1] <= Math.hypot(low[2] - low[1], high[1] - high[0]);
}
