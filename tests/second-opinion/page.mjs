// The page of an aid, its lines in a file, and the functions of the package, held against the second opinion.
import { people, others } from "./figures.mjs";
import { Saying, capital, when } from "./sentences.mjs";
import { label, without } from "./judge.mjs";

const counts = new Saying(false);
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const day = (iso) => iso.replace(/^(\d{4})-(\d\d)-(\d\d)$/, (_, year, month, date) => `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`);

/** Every text with a number that a page without scripts may have. */
function allowed(judge) {
  const { opinion } = judge;
  const { aid } = opinion;
  const options = aid.option.map(({ id }) => id);
  const texts = new Set(judge.authored[0]);
  const add = (node) => {
    if (typeof node === "string") texts.add(node);
    else if (node && typeof node === "object") Object.values(node).forEach(add);
  };
  for (const row of opinion.rows) {
    add(opinion.card(counts, row, options, "pictures", opinion.rows.filter((other) => other !== row && other.outcome === row.outcome && other.at === row.at)));
    if (row.study) add(row.study);
    for (const id of options) {
      const cell = row.cells[id];
      add(`${opinion.option.get(id).name}${opinion.short(counts, row, id)}`);
      add(opinion.short(counts, row, id));
      if (cell.is !== "people") continue;
      const x = people(cell.share, opinion.denominator(row.outcome));
      const who = opinion.people.get(row.group).people;
      add([counts.of(x, who), capital(counts.of(x, who)), counts.count(x), counts.count(others(x))]);
    }
    add(`Good to know. ${row.note}`);
  }
  for (const line of opinion.table(counts, opinion.rows, options)) add(`${line.outcome} ${line.horizon}`);
  for (const group of [...(aid.baseline?.group ?? []), ...(aid.baseline?.also?.group ?? [])]) add([`${group.name}`, `The figures are for ${group.in_sentence}.`]);
  for (const horizon of aid.horizon) add([label(horizon), capital(when(horizon))]);
  const axes = opinion.axes();
  // Both ends of an axis stand on one line.
  add(axes.filter((_, at) => at % 2 === 0).map((low, at) => `${low}${axes[2 * at + 1]}`));
  add([axes, opinion.points(), opinion.tested(), opinion.tested().flatMap((line) => line.split(/(?<=\.) /)), opinion.caption(false, opinion.rows), opinion.note(false), opinion.note(false, true)]);
  add([opinion.around(false).no_one_can_know, `About ${aid.about.minutes} minutes`]);
  add(["published", "last_reviewed", "next_review"].map((field) => day(String(aid.about[field]))));
  for (const { short, citation, read } of aid.source) add([short, citation, read, `${citation} ${read}`, `${citation} ${read} ${short} (opens in a new tab)`]);
  for (const { name, what, phone } of aid.support ?? []) add(`${name}. ${what} ${phone}`);
  return texts;
}

/** What a page says of its own making, which is no figure. */
const MADE = (aid) => [new RegExp(`^${aid.id} ${aid.version.replaceAll(".", "\\.")}, [0-9a-f]+$`), new RegExp(`^${aid.about.licence}$`), /^[\d +]+$/];

/** Whether the page's table has every figure, and no line of it a number that nobody worked out. */
export function judgePage(judge, { lines, rows }) {
  const { opinion } = judge;
  const { aid } = opinion;
  const options = aid.option.map(({ id }) => id);
  const wanted = opinion.table(counts, opinion.rows, options);
  judge.same({ page: "table" }, "rows", wanted.length, rows.length);
  for (const [at, line] of wanted.entries()) {
    const where = { page: "table", outcome: line.row.outcome.id, time: line.row.at, group: line.row.group };
    judge.same(where, "line", `${line.outcome} ${line.horizon}`, rows[at]?.[0]);
    for (const [j, option] of options.entries()) judge.same({ ...where, option }, "cell", line.cells[j], rows[at]?.[j + 1]);
  }
  const known = allowed(judge);
  const pieces = [...known];
  const whole = new Set(lines);
  for (const row of opinion.rows) {
    for (const option of options.filter((id) => row.cells[id].is === "people")) {
      const { does_not } = opinion.card(counts, row, options, "pictures").cells[option];
      const where = { page: "figures", outcome: row.outcome.id, time: row.at, group: row.group, option };
      if (!whole.has(does_not)) judge.say(where, "those it does not happen to", does_not, "nothing");
    }
  }
  for (const line of whole) {
    if (!/\d/.test(line) || known.has(line) || MADE(aid).some((made) => made.test(line))) continue;
    // Guidelines are told with their own number, day and words.
    const guideline = (aid.guideline ?? []).some((each) => line.includes(each.body) && line.includes(each.number ?? each.body) && line.includes(day(String(each.date))));
    if (guideline) continue;
    if (/\d/.test(without(line, pieces))) judge.found.push(`${aid.id}: page: nobody worked this out: ${JSON.stringify(line)}`);
  }
}

const text = (value) => (value === undefined ? "" : String(value));
const KIND = {
  wilson95: "Wilson", exact95: "exact", interval95: "95 % interval", "between-studies": "between studies", "over-time": "over time", span: "span",
  "middle-half": "middle half", sd: "",
};

/** Whether `weighup evidence` has every figure of the file, and no other. */
export function judgeEvidence(judge, found) {
  const { opinion } = judge;
  // What was published of how two options differ has lines of its own after those of its row.
  const differences = found.filter((line) => line["compared with"]);
  const given = opinion.rows.flatMap((row) => row.compared.map((each) => ({ row, each })));
  judge.same({ evidence: "csv" }, "published differences", given.map(({ row, each }) =>
    [row.outcome.id, row.at, each.from, each.to, text(each.difference), text(each.ratio), text(each.low), text(each.high)]),
  differences.map((line) => [line.outcome, line.at, line["compared with"], line.option, line.difference, line.ratio, line.low, line.high]));
  return figuresOf(judge, found.filter((line) => !line["compared with"]));
}

/** The lines of the figures themselves. */
function figuresOf(judge, found) {
  const { opinion } = judge;
  const wanted = opinion.rows.flatMap((row) => opinion.aid.option.map(({ id }) => ({ row, id, cell: row.cells[id] })));
  judge.same({ evidence: "csv" }, "lines", wanted.length, found.length);
  for (const [at, { row, id, cell }] of wanted.entries()) {
    const where = { evidence: "csv", outcome: row.outcome.id, time: row.at, group: row.group, option: id };
    const line = found[at] ?? {};
    judge.same(where, "line", [row.outcome.id, row.at, row.group, id], [line.outcome, line.at, line.group, line.option]);
    if (cell.same !== undefined) {
      judge.same(where, "unknown", `same as ${cell.same}: ${cell.because}`, line.unknown);
      continue;
    }
    const published = cell.range && cell.is === "people" && (cell.range.kind === "wilson95" || cell.range.kind === "exact95") ? undefined : cell.range;
    const end = (x) => (x === undefined ? "" : text(typeof x === "object" ? x.of : x));
    judge.fields(where, {
      events: cell.is === "people" && cell.counted ? text(cell.of) : "",
      people: cell.is === "people" ? (cell.counted ? text(cell.from) : "") : text(cell.people),
      count: cell.is === "people" && !cell.counted ? text(cell.of) : "", per: cell.is === "people" && !cell.counted ? text(cell.from) : "",
      low: cell.sd === undefined ? end(published?.low) : "", high: cell.sd === undefined ? end(published?.high) : "",
      "range is": cell.range ? KIND[cell.range.kind] : "",
      value: cell.is === "amount" ? text(Number(cell.value)) : "", sd: cell.sd === undefined ? "" : text(Number(cell.sd)), level: text(cell.level),
      status: cell.is === "gap" ? row.status : cell.status,
    }, line);
  }
}

/** What the functions of the package say. */
export function judgeFunctions(judge, { figures }) {
  const { opinion } = judge;
  const wanted = opinion.rows.flatMap((row) => opinion.aid.option.map(({ id }) => ({ row, id, cell: row.cells[id] })));
  judge.same({ functions: "figures" }, "figures", wanted.length, figures.length);
  for (const [at, { row, id, cell }] of wanted.entries()) {
    const where = { functions: "figures", outcome: row.outcome.id, time: row.at, group: row.group, option: id };
    const said = figures[at];
    judge.same(where, "figure", [row.outcome.id, id, row.at], [said?.outcome.id, said?.option.id, said?.horizon.id]);
    if (cell.is === "gap") {
      judge.same(where, "gap", [cell.gap, cell.why], [said.gap, said.why]);
      continue;
    }
    const card = opinion.card(counts, row, [id], "pictures").cells[id];
    if (cell.is === "people") {
      judge.same(where, "denominator", opinion.denominator(row.outcome), said.outcome.denominator ?? said.denominator);
      judge.same(where, "counted", { count: cell.of, of: cell.from }, said.counted);
      judge.fields(where, {
        count: card.count, ofEvery: card.of_every, happens: card.happens, doesNot: card.does_not, whole: card.sentence, picture: card.picture, range: card.range,
        certainty: card.certainty, workedOut: card.worked_out, status: card.status,
      }, said.sentences);
      const near = (a, b) => Math.abs(a - b) < 1e-9;
      const range = cell.range && [cell.range.low.value, cell.range.high.value];
      const agree = range ? said.range && near(range[0], said.range.low) && near(range[1], said.range.high) : said.range === null;
      if (!agree) judge.say(where, "range", range, said.range);
    } else if (cell.is === "amount") {
      judge.same(where, "amount", Number(cell.value), said.amount.value);
      judge.fields(where, { value: card.value, whole: card.sentence, picture: card.point.picture, workedOut: card.worked_out }, said.sentences);
    }
  }
}
