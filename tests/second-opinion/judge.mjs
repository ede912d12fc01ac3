// Holds what the product says against the second opinion, and names every disagreement: aid, outcome, option, time.
import { seenBy } from "./figures.mjs";
import { isDeepStrictEqual } from "node:util";
import { Saying, capital, join, number } from "./sentences.mjs";

/** Fields that are names of things for programs, addresses, and what the author wrote about sources. */
const NOT_SAID = new Set(["id", "href", "toggle", "less", "more", "up", "down", "what", "stamp", "citation", "read", "short", "at", "group_id", "hidden", "way", "refused", "order"]);

/** A cell of a table as a whole and in its two parts: a count and its range, or a sentence that has neither. */
function inParts(text) {
  if (text.endsWith(".")) return { text, figure: null };
  const [, count, range = null] = /^(.*?)(?: (\(.*\)))?$/.exec(text);
  return { text, figure: { count, range } };
}

/** What an aid says, held against what it should say. */
export class Judge {
  constructor(opinion) {
    this.opinion = opinion;
    this.found = [];
    this.known = new Set();
    this.numbers = 0;
    this.authored = [false, true].map((percent) => this.#authored(new Saying(percent)));
  }

  say(where, what, wanted, said) {
    const place = Object.entries(where).map(([key, value]) => `${key} ${value}`).join(", ");
    this.found.push(`${this.opinion.aid.id}: ${place}: ${what}: worked out ${JSON.stringify(wanted)}, said ${JSON.stringify(said)}`);
  }

  /** Every text of the file, with its figures written out, in one way of saying chances. */
  #authored(chances) {
    const texts = new Set();
    const walk = (node) => {
      if (typeof node === "string") texts.add(this.opinion.written(chances, node));
      else if (node && typeof node === "object" && !(node instanceof Date)) Object.values(node).forEach(walk);
    };
    walk(this.opinion.aid);
    return texts;
  }

  same(where, what, wanted, said) {
    const keep = (value) => {
      if (typeof value === "string") this.known.add(value);
      else if (value && typeof value === "object") Object.values(value).forEach(keep);
    };
    keep(wanted);
    this.numbers += 1;
    if (!isDeepStrictEqual(wanted, said)) this.say(where, what, wanted, said);
  }

  /** Each field that was worked out. */
  fields(where, wanted, said) {
    for (const [field, value] of Object.entries(wanted)) {
      if (!["cells", "changes", "studies"].includes(field)) this.same(where, field, value, said?.[field]);
    }
  }

  /** One state of `weighup views`. Returns the rows it shows, so that what is never shown is seen. */
  state(state) {
    const { opinion } = this;
    const percent = state.chances === "percent";
    const chances = new Saying(percent);
    const shown = opinion.aid.option.map(({ id }) => id).filter((id) => !state.hidden.includes(id));
    const seen = [];
    for (const card of state.compare.outcomes) {
      const at = card.horizons.find((each) => each.selected)?.id;
      const [row, ...others] = opinion.card_rows(card.id, at, state.groups);
      const where = { outcome: card.id, time: at, chances: state.chances, group: state.groups.join("+") || "none" };
      if (!row) {
        this.say(where, "a card", "one row of figures", "none or several");
        continue;
      }
      seen.push(row, ...others);
      this.#card(where, opinion.card(chances, row, shown, state.way, others), card, state.way);
    }
    this.#frame(state, percent, chances, shown);
    this.#strings(state, percent);
    return seen;
  }

  #card(where, wanted, card, way) {
    this.fields(where, wanted, card);
    const said = new Map();
    for (const cell of card.cells) {
      const [kind, value] = Object.entries(cell)[0];
      const { option, ...rest } = value;
      said.set(option.id, kind === "known" ? rest : { text: rest.text, why: rest.why });
    }
    for (const { option, ...rest } of card.measured?.rows ?? []) said.set(option.id, rest);
    for (const [option, cell] of Object.entries(wanted.cells)) this.fields({ ...where, option }, cell, said.get(option));
    this.#studies(where, wanted.studies, card.studies);
    for (const option of said.keys()) if (!wanted.cells[option]) this.say({ ...where, option }, "a cell", "none", said.get(option));
    if (way !== "difference" || wanted.changes === null) return this.same(where, "changes", null, card.changes);
    if (!card.changes) return this.say(where, "changes", wanted.changes, null);
    const [known] = Object.values(card.changes.against);
    this.same(where, "changes against", wanted.changes.against, known.option.id);
    for (const cell of card.changes.cells) {
      const { option, ...rest } = Object.values(cell)[0];
      this.fields({ ...where, option: option.id, against: wanted.changes.against }, wanted.changes.cells[option.id] ?? {}, rest);
    }
    return undefined;
  }

  /** The other studies of a card, each with its own figures. */
  #studies(where, wanted, said) {
    if (!wanted || !said) {
      if (wanted !== said && (wanted !== undefined || said)) this.same(where, "studies", wanted ?? null, said ?? null);
      return;
    }
    this.same(where, "studies", [wanted.name, wanted.said, wanted.others.map(({ name }) => name)], [said.name, said.said, said.others.map(({ name }) => name)]);
    for (const [at, study] of wanted.others.entries()) {
      const { name, group, analysis, differences, note, cells } = study;
      this.fields({ ...where, study: name }, { name, group, analysis, differences, note }, said.others[at]);
      for (const cell of said.others[at]?.cells ?? []) {
        const [kind, { option, ...rest }] = Object.entries(cell)[0];
        const { range_brief: _, ...fields } = cells[option.id] ?? {};
        this.fields({ ...where, study: name, option: option.id }, fields, kind === "known" ? rest : { text: rest.text, why: rest.why });
        if (kind === "known") this.same({ ...where, study: name, option: option.id }, "range_brief", rest.range ? this.opinion.brief(cells[option.id], study) : "", rest.range_brief);
      }
      for (const { option, ...rest } of said.others[at]?.measured?.rows ?? []) this.fields({ ...where, study: name, option: option.id }, cells[option.id] ?? {}, rest);
    }
  }

  /** The table, what is weighed, the summary: what stands around the cards. */
  #frame(state, percent, chances, shown) {
    const { opinion } = this;
    const where = { chances: state.chances, group: state.groups.join("+") || "none" };
    const drawn = state.way === "pictures" || state.way === "difference";
    const around = opinion.around(percent);
    this.same(where, "note", opinion.note(percent, drawn), state.compare.denominator_note);
    this.same(where, "no one can know", around.no_one_can_know, state.compare.no_one_can_know);
    this.same(where, "other chances", around.other, state.compare.other_chances[0]);
    if (state.table) {
      // While a question is open the table has the rows of all its groups.
      const rows = seenBy(opinion.aid, opinion.rows, state.groups, true);
      this.#table({ ...where, step: "table" }, chances, rows, shown, state.table);
    }
    if (state.weigh) this.#weigh({ ...where, step: "weigh" }, chances, state);
    if (state.marks) this.#marks({ ...where, step: "marks" }, chances, state);
    if (state.summary) {
      const rows = state.compare.outcomes.flatMap((card) => opinion.card_rows(card.id, card.horizons.find((each) => each.selected)?.id, state.groups));
      this.#table({ ...where, step: "summary" }, chances, rows, opinion.aid.option.map(({ id }) => id), state.summary.figures);
      this.same({ ...where, step: "summary" }, "not_known", opinion.notKnown(rows), state.summary.not_known);
      this.same({ ...where, step: "summary" }, "test", opinion.tested(), state.summary.test);
    }
  }

  #table(where, chances, rows, shown, said) {
    const wanted = this.opinion.table(chances, rows, shown);
    this.same(where, "rows", wanted.length, said.rows.length);
    if (rows.length) this.same(where, "caption", this.opinion.caption(chances.percent, rows), said.caption);
    for (const [at, line] of wanted.entries()) {
      const here = { ...where, outcome: line.row.outcome.id, time: line.row.at };
      this.same(here, "line", [line.outcome, line.horizon], [said.rows[at]?.outcome, said.rows[at]?.horizon]);
      for (const [j, option] of shown.entries()) this.same({ ...here, option }, "cell", inParts(line.cells[j]), said.rows[at]?.cells[j]);
    }
  }

  #weigh(where, chances, state) {
    const { items, untold, left } = this.opinion.weighed(chances, state.groups);
    this.same(where, "weighed", items.map(({ outcome }) => outcome.name), state.weigh.items.map(({ name }) => name));
    this.same(where, "left out", left, state.weigh.left_out);
    this.same(where, "not told apart", untold.map(({ outcome }) => outcome.name), state.weigh.untold.map(({ name }) => name));
    const listed = [...items.map((item, at) => [item, state.weigh.items[at]]), ...untold.map((item, at) => [item, state.weigh.untold[at]])];
    for (const [item, said] of listed) {
      const here = { ...where, outcome: item.outcome.id, time: item.row.at };
      this.same(here, "swing", item.swing, said?.swing);
      this.same(here, "limit", item.limit, state.weigh.limits.find((limit) => limit.outcome === item.outcome.id)?.sentence);
    }
  }

  /** Every outcome can be marked, with both ends of the figures that Compare shows. */
  #marks(where, chances, state) {
    this.same(where, "outcomes", this.opinion.aid.outcome.map(({ id }) => id), state.marks.items.map(({ mark }) => mark.outcome));
    for (const { mark, ends } of state.marks.items) {
      const card = state.compare.outcomes.find(({ id }) => id === mark.outcome);
      const [row] = card ? this.opinion.card_rows(card.id, card.horizons.find((each) => each.selected)?.id, state.groups) : [];
      const wanted = row ? this.opinion.marked(chances, row) : ["Its figures are not the same for everyone. Choose your group in Compare first."];
      this.same({ ...where, outcome: mark.outcome }, "ends", wanted, ends);
    }
  }

  /** Every text with a number in it was worked out, or is the author's. */
  #strings(state, percent) {
    const { baseline, guideline } = this.opinion.aid;
    const allowed = (text) => this.known.has(text) || this.authored[percent ? 1 : 0].has(text);
    const asked = [...(baseline?.group ?? []), ...(baseline?.also?.group ?? [])].map((group) => group.in_sentence);
    const also = new Set(asked.flatMap((group) => [`The figures are for ${group}.`, ...asked.map((other) => `The figures are for these groups: ${group}; ${other}.`)]));
    // The name of a way of weighing: its points are no figures of the aid.
    also.add("Share 100 points");
    for (const end of this.opinion.axes()) also.add(end);
    for (const points of this.opinion.points()) also.add(points);
    // What a test finds is told on The choice part by part.
    for (const line of this.opinion.tested()) {
      for (const part of [line, ...line.split(/(?<=\.) /), ...(line.match(/\d[\d,]*/g) ?? [])]) also.add(part);
    }
    for (const id of this.opinion.horizon.keys()) also.add(label(this.opinion.horizon.get(id)));
    const walk = (node, path) => {
      if (Array.isArray(node)) {
        // A paragraph in runs is one text.
        if (node.length && node.every((run) => run && typeof run === "object" && ("words" in run || "figure" in run) && Object.keys(run).length === 1)) {
          return walk(node.map((run) => run.words ?? run.figure).join(""), path);
        }
        return node.forEach((each, at) => walk(each, [...path, at]));
      }
      if (node && typeof node === "object") {
        for (const [key, value] of Object.entries(node)) if (!NOT_SAID.has(key)) walk(value, [...path, key]);
        return undefined;
      }
      if (typeof node !== "string" || !/\d/.test(node) || allowed(node) || also.has(node)) return undefined;
      if (path.includes("guidelines") && this.#guideline(node, guideline ?? [])) return undefined;
      if (this.#pieces(node, percent)) return undefined;
      this.found.push(`${this.opinion.aid.id}: ${path.join(".")}: nobody worked this out: ${JSON.stringify(node)}`);
      return undefined;
    };
    const { groups: _groups, chances: _chances, at: _at, ...views } = state;
    walk(views, []);
  }

  /** What a guideline says has its own number, day and words, and no others. */
  #guideline(text, guidelines) {
    return guidelines.some((each) => {
      const day = String(each.date);
      const own = join(each.number, each.body, each.for_whom, day.replaceAll("-", " "), ...each.says.map((says) => says.words));
      const numbers = new Set((own.match(/\d+/g) ?? []).map(Number));
      return (text.match(/\d+/g) ?? []).every((found) => numbers.has(Number(found)));
    });
  }

  /** Whether it is made of whole texts of the author's and of sentences worked out, one after the other. */
  #pieces(text, percent) {
    return !/\d/.test(without(text, [...this.authored[percent ? 1 : 0], ...this.known]));
  }
}

/** Pieces with a number, the longest first; what is as short as a name or a number takes nothing away. */
const longest = (pieces) => [...pieces].filter((piece) => piece.length >= 12 && /\d/.test(piece)).sort((a, b) => b.length - a.length);

/** A text without the longer texts it is made of. */
export function without(text, pieces) {
  return longest(pieces).reduce((rest, piece) => (/\d/.test(rest) ? rest.replaceAll(piece, " ").replaceAll(capital(piece), " ") : rest), text);
}

/** A point in time on a control. */
export function label(horizon) {
  if (horizon.whole) return "from start to end";
  const unit = ["days", "weeks", "months", "years"].find((each) => horizon[each] !== undefined);
  const length = horizon[unit] === 1 ? `1 ${unit.slice(0, -1)}` : `${number(horizon[unit])} ${unit}`;
  return horizon.median ? `about ${length}` : horizon.within ? `within ${length}` : length;
}

/** The rows of an aid that no state has shown. */
export function unseen(opinion, seen) {
  return opinion.rows.filter((row) => !seen.has(row)).map((row) =>
    `${opinion.aid.id}: outcome ${row.outcome.id}, time ${row.at}, group ${row.group}: these figures are nowhere said`);
}
