// What is said of how options fit, made anew from what was worked out: the lead, reasons, what speaks for and against, and arithmetic.
import { people } from "./figures.mjs";
import { Scale, capital, list, number } from "./sentences.mjs";

const RATINGS = ["not good", "not very good", "in between", "good", "very good"];
const CLEAR = 0.9;
const EVEN = 0.7;
const TIE = 0.02;
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const thousandths = (share) => Math.round(Math.min(1, Math.max(0, share)) * 1000);
const hundredth = (thousand) => Math.floor((thousand + 5) / 10);

/** A value of an outcome's own scale in a sentence. */
function stand(fit, { outcome, row }, end) {
  if (outcome.level) return `“${outcome.level[end].name}”`;
  if (outcome.amount) return new Scale(outcome.amount).of(end);
  const n = fit.opinion.denominator(outcome);
  const exactly = typeof end === "number" ? { value: end } : end;
  return fit.chances.of(people(exactly, n), fit.opinion.people.get(row.group).people);
}

/** The figure, the rating or what a gap is read as, of an option. */
export function measured(fit, item, at) {
  if (item.ratings) return `your rating, ${RATINGS[item.ratings[at]]}`;
  const cell = item.row.cells[fit.aid.option[at].id];
  if (cell.is !== "gap") return fit.opinion.inline(fit.chances, cell, item.row);
  const [low, high] = item.read[at];
  if (cell.gap === "does-not-apply") return `${stand(fit, item, low)}, as this does not apply`;
  const ends = cell.between ? [low, high] : item.ends;
  return `a figure we do not have, read as the middle from ${stand(fit, item, ends[0])} to ${stand(fit, item, ends[1])}`;
}

/** Whether there is a figure, a rating, or what the author says that a gap counts as; of the rest nobody knows anything. */
const stands = (fit, { row }, at) => {
  const cell = row?.cells[fit.aid.option[at].id];
  return cell === undefined || cell.is !== "gap" || cell.gap === "does-not-apply";
};

/** Why an option is ruled out, in the person's words. */
export function ruledOut(opinion, chances, items, { out = [] }, option) {
  return out.flatMap((given) => {
    if (given.option !== undefined) return given.option === option.id ? [`You said you would not accept ${option.in_sentence}.`] : [];
    const { outcome, row } = items.find((item) => item.outcome.id === given.limit.outcome);
    return past(opinion, outcome, row.cells[option.id], given.limit.count) ? [`You said: “${limitSaid(opinion, chances, outcome, row, given.limit.count)}”`] : [];
  });
}

/** Whether an option is past a limit, by the number on the screen. */
export function past(opinion, outcome, cell, limit) {
  let count;
  if (cell.is === "people") {
    const x = people(cell.share, opinion.denominator(outcome));
    count = { fewer: 0.5, more: x.n - 0.5, exactly: x.k }[x.is];
  } else if (cell.is === "amount") {
    const scale = new Scale(outcome.amount);
    count = Math.max(0, scale.steps(cell.value) - scale.steps(outcome.amount.low));
  } else if (cell.is === "level") count = cell.place;
  else return false;
  return outcome.better === "lower" ? count > limit : count < limit;
}

function limitSaid(opinion, chances, outcome, row, count) {
  const scale = outcome.amount && new Scale(outcome.amount);
  return opinion.limit(chances, row, { count }, { scale, n: opinion.denominator(outcome), who: opinion.people.get(row.group).people, at: opinion.when(row) });
}

export class Sayings {
  constructor(fit, shares = fit) {
    // Shares of readings may be those of the product, once they were held against ours: sentences are then to the letter.
    Object.assign(this, { fit, share: shares.share, first: shares.first });
    this.name = fit.aid.option.map((option) => option.in_sentence);
  }
  names(those) { return list(those.map((at) => this.name[at])); }
  clearly(a, b) { return this.share[a][b] >= CLEAR && this.fit.totals[a] - this.fit.totals[b] >= TIE; }
  leading() { return this.fit.kept.filter((b) => !this.fit.kept.some((a) => this.clearly(a, b))); }
  /** The option in front of all others. */
  front() {
    const leading = this.leading();
    if (leading.length !== 1 || this.fit.kept.length < 2) return undefined;
    const others = this.fit.kept.filter((at) => at !== leading[0]);
    return others.every((other) => this.clearly(leading[0], other)) ? leading[0] : undefined;
  }

  lead() {
    const { kept } = this.fit;
    if (!kept.length) return ["You have ruled out every option here.", "You could look again at what you would not accept, or talk it over with your health team."];
    if (kept.length === 1) return [`${capital(this.name[kept[0]])} is the one option you have not ruled out.`];
    const front = this.front();
    const rest = kept.filter((at) => at !== front);
    if (front !== undefined) return [this.#more([front], rest), ...this.#rests(front, rest)];
    const leading = this.leading();
    const found = [this.#same(leading.length > 1 ? leading : kept)];
    const groups = new Map();
    for (const less of kept) {
      const by = leading.filter((a) => this.clearly(a, less));
      if (by.length) groups.set(by.join(), { by, less: [...(groups.get(by.join())?.less ?? []), less] });
    }
    return [...found, ...[...groups.values()].map(({ by, less }) => this.#more(by, less))];
  }

  #more(by, than) {
    const fewest = Math.min(...by.flatMap((a) => than.map((b) => this.share[a][b])));
    const fits = by.length === 1 ? "fits" : by.length === 2 ? "both fit" : "all fit";
    const ways = fewest >= 1 - 1e-9 ? "in every way" : `in about ${Math.min(99, Math.max(1, Math.round(fewest * 100)))} of every 100 ways`;
    return capital(`${this.names(by)} ${fits} more with what you said than ${this.names(than)}, ${ways} we read your answers and the evidence.`);
  }

  #same(group) {
    const pairs = group.flatMap((a) => group.map((b) => [a, b]));
    const even = pairs.every(([a, b]) => this.share[a][b] <= EVEN) || pairs.every(([a, b]) => Math.abs(this.fit.totals[a] - this.fit.totals[b]) < TIE);
    return even ? capital(`${this.names(group)} fit about the same with what you said: your answers and the evidence do not separate them.`)
      : `Your answers and the evidence do not clearly separate ${this.names(group)}.`;
  }

  /** Where more than half of a lead comes from what no study tells apart. */
  #rests(front, others) {
    const { fit } = this;
    const shaky = fit.items.map((_, at) => at).filter((at) => !fit.apart(fit.items[at], fit.kept));
    const ahead = (at, other) => fit.parts[front][at] - fit.parts[other][at];
    const other = others.find((each) => sum(shaky.map((at) => Math.max(0, ahead(at, each)))) > (fit.totals[front] - fit.totals[each]) / 2);
    if (other === undefined) return [];
    const most = shaky.reduce((a, b) => (ahead(b, other) > ahead(a, other) ? b : a));
    return [`Most of that comes from ${fit.items[most].in_sentence}, where the studies cannot tell the options apart.`];
  }

  sides() {
    const { fit } = this;
    const beside = fit.beside();
    const order = fit.byWeight().filter((at) => fit.apart(fit.items[at], beside));
    const said = (option, best) => order.flatMap((at) => {
      const item = fit.items[at];
      // What nobody knows of an option speaks neither for nor against any.
      if (!stands(fit, item, option)) return [];
      const values = beside.filter((each) => stands(fit, item, each)).map((each) => item.values[each]);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      if (high - low <= 1e-9 || Math.abs(item.values[option] - (best ? high : low)) >= 1e-9) return [];
      const figure = measured(fit, item, option);
      return [item.row ? `${item.name}: ${figure}, ${fit.opinion.when(item.row)}` : `${item.name}: ${figure}`];
    });
    return beside.map((at) => ({ option: fit.aid.option[at].id, speaks_for: said(at, true), against: said(at, false) }));
  }

  notApart() {
    const { fit } = this;
    const those = fit.byWeight().map((at) => fit.items[at]).filter((item) => !fit.apart(item, fit.beside()));
    return those.length ? [`The studies cannot tell the options apart on ${list(those.map((item) => item.in_sentence))}.`] : [];
  }

  why() {
    const { fit } = this;
    const leading = this.leading();
    const pairs = fit.kept.flatMap((a, at) => fit.kept.slice(at + 1).map((b) => [a, b]))
      .filter((pair) => fit.kept.length <= 3 || pair.some((each) => leading.includes(each)));
    // Where two items count the same, either may be named: each sentence is one of several.
    return pairs.map(([a, b]) => {
      const [x, y] = [this.name[a], this.name[b]];
      const towards = this.#most(a, b).map((item) => `Between ${x} and ${y}, what counts most towards ${x} is ${item}.`);
      const back = this.#most(b, a).map((item) => `What counts most towards ${y} is ${item}.`);
      if (!towards.length) towards.push(`Between ${x} and ${y}, nothing you weighed counts more towards ${x}.`);
      if (!back.length) back.push(`Nothing you weighed counts more towards ${y}.`);
      return towards.flatMap((first) => back.map((second) => `${first} ${second}`));
    });
  }

  #most(a, b) {
    const { fit } = this;
    const ahead = fit.items.map((item, at) => ({ item, more: fit.parts[a][at] - fit.parts[b][at] })).filter(({ more }) => more > 1e-9);
    const told = ahead.filter(({ item }) => stands(fit, item, a) && stands(fit, item, b) && fit.apart(item, [a, b]));
    const from = told.length ? told : ahead;
    const most = Math.max(...from.map(({ more }) => more));
    return from.filter(({ more }) => more > most - 1e-9).map(({ item }) => `${item.in_sentence} (${measured(fit, item, a)}, against ${measured(fit, item, b)})`);
  }

  dominance() {
    const { fit } = this;
    const known = fit.kept.filter((at) => !fit.items.some(({ row }) => {
      const cell = row?.cells[fit.aid.option[at].id];
      return cell?.is === "gap" && cell.gap !== "does-not-apply";
    }));
    return known.flatMap((worse) => known.filter((better) => better !== worse
      && fit.items.every(({ values }) => values[better] >= values[worse]) && fit.items.some(({ values }) => values[better] > values[worse])).map((better) =>
      `On everything you weighed, the figures for ${this.name[better]} are as good as those for ${this.name[worse]}, or better. This is a fact about these figures, without their ranges. It says nothing about what is not weighed here.`));
  }

  howSure() {
    if (this.front() === undefined) return [];
    const read = {
      ranking: "everything that keeps to your order", "best-worst": "each comparison up to half as much again or a third less",
    }[this.fit.answers.method] ?? "each answer a fifth more or less";
    return [`We read your answers and the evidence in many ways: ${read}, each figure anywhere its range allows.`];
  }

  /** What each figure that nobody knows, or that does not apply, is read as. */
  notKnown() {
    const { fit } = this;
    return fit.items.filter(({ row }) => row).flatMap((item) => {
      const alike = new Map();
      fit.aid.option.forEach(({ id, in_sentence: option }, at) => {
        const cell = item.row.cells[id];
        if (cell.is !== "gap") return;
        const [low, high] = item.read[at].map((end) => stand(fit, item, end));
        const said = cell.gap === "does-not-apply" ? `this does not apply, so it is weighed as ${low}.`
          : cell.between ? `we have no figure. We read it as anything from ${low} to ${high}. ${cell.between.why}`
            : "we have no figure. We read it as anything from the worst to the best figure of the other options.";
        alike.set(said, [...(alike.get(said) ?? []), option]);
      });
      return [...alike].map(([said, options]) => capital(`${item.in_sentence}, with ${list(options)}: ${said}`));
    });
  }

  leavesOut() {
    const { fit } = this;
    const named = (field) => list(fit.items.filter((item) => item[field]).map((item) => item.in_sentence));
    const [spans, exact] = [named("spans"), named("exact")];
    return [
      ...fit.left_out.map(([name, why]) => `${name} is not counted. ${why}`),
      ...(spans ? [`The published figures for ${spans} differ between studies or over time. That does not say how far off they are, so these figures are read as they stand.`] : []),
      ...(exact ? [`We have no range for ${exact}, so these figures are read as they stand.`] : []),
      "Only the ranges of the figures are counted. Other doubts about the evidence are not, and nor is anything that has no figure.",
    ];
  }

  /** What would bring another option level with the one in front: each weight at which two lines cross, nearest first, with how it may be
   * said where a ratio stands on the border of two ways. */
  wouldChange() {
    const { fit } = this;
    const front = this.front();
    if (front === undefined) return [];
    const found = [];
    for (const [at, item] of fit.items.entries()) {
      const now = fit.weights[at];
      if (1 - now <= 1e-12) continue;
      const rest = (option) => (fit.totals[option] - fit.parts[option][at]) / (1 - now);
      const crossings = fit.kept.filter((other) => other !== front).flatMap((other) => {
        const [here, there] = [item.values[front] - item.values[other], rest(front) - rest(other)];
        const weight = here === there ? NaN : there / (there - here);
        return weight >= -1e-12 && weight <= 1 + 1e-12 ? [{ weight: Math.min(1, Math.max(0, weight)), other }] : [];
      });
      const up = crossings.filter(({ weight }) => weight > now).sort((a, b) => a.weight - b.weight)[0];
      const down = crossings.filter(({ weight }) => weight < now).sort((a, b) => b.weight - a.weight)[0];
      for (const { weight, other } of [up, down].filter(Boolean)) {
        const said = this.#mattered(at, now, weight);
        if (said) found.push({ far: said.far, texts: said.texts.map((text) => `If the change in ${item.in_sentence} ${text}, ${this.name[other]} would fit as well as ${this.name[front]}.`) });
      }
    }
    found.sort((a, b) => a.far - b.far);
    return found.length ? found : [{ far: 0, texts: ["Changing how much any one of these matters to you would not bring another option in front, as the figures stand."] }];
  }

  #mattered(at, now, then) {
    const { fit } = this;
    if (then >= 1 - 1e-9) return undefined;
    const odds = (weight) => weight / (1 - weight);
    if (now > 1e-9) {
      const times = odds(then) / odds(now);
      if (times < 1e-6) return { far: 1e9, texts: ["did not matter to you"] };
      return { far: Math.abs(Math.log(times)), texts: near(times, (each) => `mattered ${ratio(each)} it does to you now`) };
    }
    const first = fit.weights.indexOf(Math.max(...fit.weights));
    if (first === at) return undefined;
    const times = odds(then) / fit.weights[first];
    const about = (each) => (each < 1.2 && 1 / each < 1.2 ? "about as much as" : ratio(each));
    return { far: 1 + times, texts: near(times, (each) => `mattered ${about(each)} the change in ${fit.items[first].in_sentence}`) };
  }

  /** One part of a bar: its length, and the sum that comes to it. */
  part(option, at) {
    const { fit } = this;
    const item = fit.items[at];
    // What is worked out from an order or comparisons is in hundredths; points are of all points given.
    const worked = ["ranking", "best-worst"].includes(fit.answers.method);
    const [points, total] = [fit.counted[at], worked ? 100 : sum(fit.counted)];
    const way = hundredth(thousandths(item.values[option]));
    const part = total ? Math.floor((points * way + Math.floor(total / 2)) / total) : 0;
    const figure = measured(fit, item, option);
    const aside = item.ratings !== undefined || item.row.cells[fit.aid.option[option].id].is === "gap";
    const shown = this.#fromScreen(item, option);
    const before = !aside && shown !== undefined && Math.abs(shown - way) > 1 ? ", worked out before rounding" : "";
    const steps = `${capital(figure)}${aside ? "," : ""} is ${number(way)} of 100 steps from the worst to the best${before}. ${number(points)} ÷ ${number(total)} × ${way} = ${part} of 100.`;
    const begin = {
      ranking: `Its place in your order counts for ${points} of ${total}.`, "best-worst": `Your comparisons come to ${points} of ${total} for it.`,
    }[fit.answers.method] ?? `You gave it ${number(points)} of ${number(total)} points.`;
    return { name: item.name, length: thousandths(fit.parts[option][at]), sum: `${begin} ${steps}` };
  }

  /** The steps as a reader works them out from the rounded numbers. */
  #fromScreen(item, option) {
    if (!item.row || item.outcome.level) return undefined;
    const cell = item.row.cells[this.fit.aid.option[option].id];
    if (cell.is === "gap") return undefined;
    const scale = item.outcome.amount && new Scale(item.outcome.amount);
    const n = this.fit.opinion.denominator(item.outcome);
    const count = (end) => (scale ? scale.steps(end) : people(typeof end === "number" ? { value: end } : end, n).k);
    const [worst, best] = item.shown.map(count);
    const here = count(scale ? cell.value : cell.share);
    return hundredth(thousandths((here - worst) / (best - worst)));
  }
}

const MORE = [
  [1.2, "only a very little more than"], [1.35, "a little more than"], [1.75, "about one and a half times as much as"], [2.25, "about twice as much as"],
  [2.75, "about two and a half times as much as"], [3.5, "about 3 times as much as"], [4.5, "about 4 times as much as"], [5.5, "about 5 times as much as"], [Infinity, "much more than"],
];
const LESS = [
  [1.2, "only a very little less than"], [1.35, "a little less than"], [1.75, "about two thirds as much as"], [2.25, "about half as much as"],
  [2.75, "a little under half as much as"], [3.5, "about a third as much as"], [4.5, "about a quarter as much as"], [5.5, "about a fifth as much as"], [Infinity, "much less than"],
];
/** What is said of a ratio, and of those so near that the last digits of a sum may tell them apart. */
const near = (times, said) => [...new Set([times, times * (1 - 1e-9), times * (1 + 1e-9)].map(said))];
const ratio = (times) => (times >= 1 ? MORE.find(([below]) => times < below)[1] : LESS.find(([below]) => 1 / times < below)[1]);

const BANDS = [
  [0.05, "Almost none"], [0.2, "A small part"], [0.3, "About a quarter"], [0.42, "About a third"], [0.58, "About half"], [0.7, "About two thirds"], [0.85, "About three quarters"], [Infinity, "Nearly all"],
];
/** How much of the doubt comes from figures nobody has: every band that a share so near may be in. */
export const doubt = (share, near) => [...new Set([share - near, share + near].map((each) => BANDS.find(([below]) => each < below)[1]))]
  .map((part) => `${part} of the doubt in this result comes from figures we do not have.`);
