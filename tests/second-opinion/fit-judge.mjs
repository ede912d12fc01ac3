// Holds what the product says of how options fit against the second opinion, and names every disagreement: aid, answers, option, item.
import { isDeepStrictEqual } from "node:util";
import { Fit } from "./fit.mjs";
import { Sayings, doubt } from "./fit-sentences.mjs";

/** How far two shares of readings may be apart: both are drawn, one of 20,000 and one of 12,000. */
export const NEAR = 0.02;
/** How far the lengths of bars may be apart in thousandths: of sums, where a half may be rounded either way, and of drawn ends. */
const ROUNDED = 1;
const END = (low, high) => 4 + 0.1 * (high - low);

export class FitJudge {
  constructor(opinion, set) {
    this.set = set;
    this.fit = new Fit(opinion, set.answers, { percent: set.percent });
    this.found = [];
    this.compared = 0;
  }

  say(what, wanted, said) {
    this.found.push(`${this.set.aid}: answers “${this.set.name}”: ${what}: worked out ${JSON.stringify(wanted)}, said ${JSON.stringify(said)}`);
  }
  same(what, wanted, said) {
    this.compared += 1;
    if (!isDeepStrictEqual(wanted, said)) this.say(what, wanted, said);
  }
  near(what, wanted, said, most) {
    this.compared += 1;
    if (!(Math.abs(wanted - said) <= most)) this.say(what, wanted, said);
  }

  /** What `weighup views --after` wrote of these answers. */
  judge({ refused, fit: told }) {
    this.same("refused", [], refused);
    const said = told?.ready;
    if (!said) return this.say("the fit", "a result", told);
    const { fit } = this;
    this.#bars(said.bars);
    this.#lead(said);
    const sayings = this.sayings(said);
    this.same("what speaks for and against", sayings.sides(), said.sides.map(({ option, speaks_for, against }) => ({ option: option.id, speaks_for, against })));
    this.same("what is not told apart", sayings.notApart(), said.not_told_apart);
    this.#reasons(sayings.why(), said.why);
    this.same("what is better on all", sayings.dominance(), said.dominance);
    this.same("how it was read", sayings.howSure(), said.how_sure);
    this.#changes(sayings.wouldChange(), said.would_change);
    this.same("what is left out", sayings.leavesOut(), said.leaves_out);
    this.same("what is said in place of a picture", fit.kept.length > 1 && !said.separated ? ["Talking through how they differ may help more than a picture of the fit."] : [], said.of_bars);
    this.same("that it is not advice", "This is not advice. It shows your own answers, next to the figures. Talk it over with your health team before you decide.", said.not_advice);
    this.#readings(said);
    this.#notKnown(sayings.notKnown(), said.not_known);
    return undefined;
  }

  /**
   * The sentences as they must be where shares near a border are on the product's side of it. Shares of readings in sentences were held
   * against ours before, in `#lead`.
   */
  sayings(said) {
    const sayings = new Sayings(this.fit);
    const wanted = sayings.leading().map((at) => this.fit.aid.option[at].id);
    if (isDeepStrictEqual(wanted, said.ahead)) return sayings;
    for (const moved of this.#borderline()) {
      const other = new Sayings(this.fit, { share: moved, first: this.fit.first });
      if (isDeepStrictEqual(other.leading().map((at) => this.fit.aid.option[at].id), said.ahead)) return other;
    }
    return sayings;
  }

  /** Our shares, with those so near to a border that two draws may fall on either side of it a little higher, and a little lower. */
  #borderline() {
    const { share } = this.fit;
    const border = [];
    for (const [a, row] of share.entries()) for (const [b, x] of row.entries()) if (a !== b && [0.9, 0.7].some((edge) => Math.abs(x - edge) < NEAR)) border.push([a, b]);
    const out = [share];
    for (const [a, b] of border.slice(0, 6)) {
      for (const table of [...out]) {
        for (const by of [-NEAR, NEAR]) {
          const moved = table.map((each) => [...each]);
          moved[a][b] += by;
          out.push(moved);
        }
      }
    }
    return out;
  }

  #reasons(wanted, said) {
    this.same("reasons, of pairs", wanted.length, said.length);
    for (const [at, any] of wanted.entries()) {
      this.compared += 1;
      if (!any.includes(said[at])) this.say("a reason", any, said[at]);
    }
  }

  /** The nearest four, nearest first; those that are as near as each other in any order. */
  #changes(wanted, said) {
    this.same("what would change it, of how many", Math.min(4, wanted.length), said.length);
    const open = [...wanted];
    let before = -Infinity;
    for (const text of said) {
      this.compared += 1;
      const at = open.findIndex(({ texts }) => texts.includes(text));
      const [found] = at < 0 ? [] : open.splice(at, 1);
      if (!found || found.far < before - 1e-9 || open.some(({ far }) => far < found.far - 1e-9)) this.say("what would change it", wanted.map(({ texts }) => texts[0]), text);
      else before = found.far;
    }
  }

  #lead(said) {
    const tables = this.#borderline();
    const all = tables.map((share) => new Sayings(this.fit, { share, first: this.fit.first }));
    const ids = (sayings) => sayings.leading().map((at) => this.fit.aid.option[at].id);
    this.compared += 2;
    const wanted = all[0];
    const fits = all.filter((sayings) => isDeepStrictEqual(ids(sayings), said.ahead));
    if (!fits.length) return this.say("who is in front", ids(wanted), said.ahead);
    if (!fits.some((sayings) => (sayings.front() !== undefined) === said.separated)) this.say("whether one is in front", wanted.front() !== undefined, said.separated);
    if (!fits.some((sayings) => like(sayings.lead(), said.lead))) this.say("the lead", wanted.lead(), said.lead);
    return undefined;
  }

  #bars(bars) {
    const { fit } = this;
    const sayings = new Sayings(fit);
    this.same("bars", fit.aid.option.map(({ id }) => id), bars.map(({ option }) => option.id));
    for (const [at, bar] of bars.entries()) {
      const name = bar.option.id;
      const parts = fit.items.map((_, item) => sayings.part(at, item));
      this.same(`bar ${name}: parts`, parts.map((part) => part.name).sort(), bar.parts.map((part) => part.name).sort());
      for (const part of parts) {
        const told = bar.parts.find((each) => each.name === part.name);
        if (!told) continue;
        this.near(`bar ${name}: ${part.name}: length`, part.length, told.length, ROUNDED + fit.items.length);
        this.same(`bar ${name}: ${part.name}: sum`, part.sum, told.sum);
      }
      this.near(`bar ${name}: length`, Math.round(fit.totals[at] * 1000), bar.point, ROUNDED + fit.items.length);
      const [low, high] = fit.spread[at].map((end) => Math.round(Math.min(1, Math.max(0, end)) * 1000));
      this.near(`bar ${name}: low end`, Math.min(low, bar.point), bar.low, END(low, high));
      this.near(`bar ${name}: high end`, Math.max(high, bar.point), bar.high, END(low, high));
      const shown = [bar.point, bar.low, bar.high].map((end) => Math.floor((end + 5) / 10));
      const option = fit.aid.option[at].in_sentence;
      this.same(`bar ${name}: words`, shown[1] === shown[2] ? `The dot for ${option} is at ${shown[0]} of 100, however your answers are read.`
        : `The dot for ${option} is at ${shown[0]} of 100. Read in other ways that fit your answers and the evidence, it is mostly between ${shown[1]} and ${shown[2]}.`, bar.words);
      this.same(`bar ${name}: ruled out`, fit.out[at].length ? fit.out[at].join(" ") : null, bar.ruled_out);
    }
  }

  #readings({ readings, separated }) {
    const { fit } = this;
    if (!separated) return this.same("shares in front", [], readings);
    this.same("shares in front, of", fit.kept.map((at) => fit.aid.option[at].id), readings.map(({ option }) => option.id));
    for (const [place, at] of fit.kept.entries()) this.near(`share in front of ${fit.aid.option[at].id}`, fit.first[at], (readings[place]?.count ?? NaN) / 100, NEAR + 0.005);
    return undefined;
  }

  #notKnown(gaps, said) {
    const share = this.fit.unknown !== undefined && this.fit.kept.length > 1 ? doubt(this.fit.unknown, NEAR) : [];
    if (!share.length) return this.same("what nobody has", gaps, said);
    this.compared += 1;
    if (!share.includes(said[0])) this.say("how much of the doubt", share, said[0]);
    return this.same("what nobody has", gaps, said.slice(1));
  }
}

/** The same sentences, with numbers of ways that may be two apart. */
function like(wanted, said) {
  const bare = (lines) => lines.map((line) => line.replace(/in (about \d+ of every 100|every) ways?/, "in ways"));
  if (!isDeepStrictEqual(bare(wanted), bare(said))) return false;
  const ways = (line) => (line.includes("in every way") ? 100 : Number(/in about (\d+) of/.exec(line)?.[1] ?? 0));
  return wanted.every((line, at) => Math.abs(ways(line) - ways(said[at])) <= 100 * NEAR);
}
