// Every number on screen, worked out again from the aid file by a second hand (H01).
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { fit, readAid, swings, table } from "../support/figures.mjs";
import { counting } from "../support/pictures.mjs";
import { openAll } from "../support/states.mjs";
import { until, Widget } from "../support/widget.mjs";

const here = world();
const aid = readAid("prostate-localised");
const rows = table(aid);
const spaces = (text) => text.replace(/\s+/g, " ").trim();
const numbersIn = (text) => (text.match(/\d[\d,]*(\.\d+)?/g) ?? []).map((each) => each.replaceAll(",", "").replace(/\.$/, ""));

/** An author's text with its figures written out. */
const written = (text) => text.replace(/\{([a-z-]+)\.([a-z-]+)@(\w+)\}/g, (_, outcome, option, at) => {
  const row = rows.find((each) => each.outcome === outcome && each.at === at);
  return `${row.cells.find((cell) => cell.option === option).said} of every ${row.n.toLocaleString("en-GB")} ${row.people}`;
});

test("figures inside the author's sentences, on The choice and Options", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("The choice");
  await openAll(widget);
  const choice = spaces(await widget.words());
  for (const text of [...aid.choice.condition, ...aid.choice.decision, ...aid.choice.natural_course, aid.choice.urgency]) {
    assert.ok(choice.includes(spaces(written(text))), `The choice says: ${written(text)}`);
  }
  await widget.go("Options");
  await openAll(widget);
  for (const option of aid.option) {
    const card = spaces(await (await widget.under(widget.heading(option.name, 2))).innerText());
    const texts = ["involves", "benefits", "risks", "alternatives", "nothing", "recovery", "practicalities"].flatMap((key) => option[key]);
    for (const text of [option.summary, option.reversible, ...Object.values(option.experience), ...texts]) {
      assert.ok(card.includes(spaces(written(text))), `${option.name} says: ${written(text)}`);
    }
  }
});

/** The card of an outcome: its text, and for each option its text and what its picture counts. */
async function card(widget, name) {
  const found = await widget.under(widget.heading(name, 2));
  return found.evaluate((root, counting) => {
    const around = (heading) => {
      let part = heading;
      for (let up = heading.parentElement; up && up.querySelectorAll("h2, h3").length === 1; up = up.parentElement) part = up;
      return part;
    };
    const picture = (part) => {
      const svg = part.querySelector("svg[role=img]");
      return svg && (0, eval)(counting)(svg);
    };
    return {
      text: root.innerText,
      options: [...root.querySelectorAll("h3")].map((heading) => ({
        name: heading.innerText.trim(), text: around(heading).innerText, picture: picture(around(heading)),
      })),
    };
  }, counting);
}

for (const outcome of aid.outcome) {
  test(`Compare, ${outcome.name}: every number at every point in time`, async () => {
    const widget = await new Widget(await here.open()).ready();
    await widget.pictures();
    await openAll(widget);
    for (const row of rows.filter((each) => each.outcome === outcome.id)) {
      if (outcome.figures.length > 1) {
        await widget.horizon(outcome.name, row.label).check();
      }
      const n = row.n.toLocaleString("en-GB");
      const wanted = row.cells.map((cell) => cell.said);
      await until(async () => {
        const texts = (await card(widget, outcome.name)).options.map((each) => spaces(each.text));
        return wanted.every((count, at) => texts[at].includes(` ${count} of every`));
      }, `the counts ${wanted} for ${outcome.name} at ${row.label}`);
      await openAll(widget);
      const shown = await card(widget, outcome.name);
      const doc = outcome.figures.find((each) => each.at === row.at);
      const told = numbersIn([row.label, doc.note ?? "", doc.certainty_why ?? "", "95"].join(" "));
      for (const cell of row.cells) {
        const where = `${outcome.name} at ${row.label}, ${cell.name}`;
        const part = shown.options.find((each) => each.name === cell.name);
        assert.ok(part, `${where}: there is a cell`);
        const text = spaces(part.text);
        assert.match(text, new RegExp(`(^|[^\\d,])${cell.said} of every ${n}\\b`), `${where}: the count`);
        const others = cell.others.toLocaleString("en-GB");
        assert.match(text, new RegExp(`(^|[^\\d,])${others} of every ${n}\\b`), `${where}: those it does not happen to`);
        for (const end of cell.range?.ends ?? []) assert.match(text, new RegExp(`(^|[^\\d,])${end}\\b`), `${where}: the range`);
        const allowed = new Set([...numbersIn([cell.said, others, n, cell.basis, cell.range?.said ?? ""].join(" ")), ...told]);
        for (const number of numbersIn(text)) assert.ok(allowed.has(number), `${where}: ${number} is not one of ${[...allowed]} in “${text}”`);
        assert.ok(spaces(shown.text).includes(cell.basis), `${where}: worked out from ${cell.basis}`);
        assert.ok(part.picture, `${where}: there is a picture`);
        const { certain, band, rest } = part.picture;
        assert.deepEqual({ certain, band, rest }, cell.icons, `${where}: people in the picture`);
        assert.equal(certain + band + rest, row.n, `${where}: the picture holds ${n} people`);
        for (const number of numbersIn(part.picture.label)) assert.ok(allowed.has(number), `${where}: ${number} in the picture's text`);
      }
      // Differences: from the numbers a person can see.
      const find = (name) => row.cells.find((cell) => cell.in_sentence === name);
      const said = [...spaces(shown.text).matchAll(/[Ww]ith ([a-z ]+), (?:probably )?about (\d+) (more|fewer) of every \d+ [^.]*? than with ([a-z ]+)\./g)];
      for (const [sentence, more, count, direction, less] of said) {
        const [a, b] = [find(more), find(less)];
        assert.ok(a && b, sentence);
        assert.equal(direction === "more" ? a.count - b.count : b.count - a.count, Number(count), sentence);
      }
      const same = [...spaces(shown.text).matchAll(/[Ww]ith ([a-z ]+), (?:probably )?about the same number [^.]*? as with ([a-z ]+)\./g)];
      for (const [sentence, one, other] of same) assert.equal(find(one).count, find(other).count, sentence);
      const pooled = Object.values(doc.cells).every((cell) => cell.pooled);
      if (!pooled) assert.equal(said.length + same.length, 3, `${outcome.name} at ${row.label}: a sentence for every pair`);
    }
  });
}

test("Compare as a table: every outcome, point in time and option", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.pictures();
  await widget.show("Table");
  await widget.root.getByRole("table").first().waitFor();
  await check(await tables(widget), rows, "Compare");
});

const tables = (widget) => widget.root.getByRole("row").evaluateAll((all) => all.map((row) =>
  [...row.querySelectorAll("th, td")].map((cell) => cell.innerText.replace(/\s+/g, " ").trim())));

async function check(found, wanted, where) {
  for (const row of wanted) {
    const cells = row.cells.map((cell) => (cell.range ? `${cell.said} (${cell.range.said})` : cell.said));
    const match = found.some((texts) => texts.join(" ").includes(row.name) && new RegExp(`\\b${row.label}\\b`).test(texts.join(" "))
      && JSON.stringify(texts.slice(-cells.length)) === JSON.stringify(cells));
    assert.ok(match, `${where}: ${row.name} at ${row.label}: ${cells.join(" | ")}\n${found.map((texts) => texts.join(" | ")).join("\n")}`);
  }
}

test("Weigh asks about the real swings, and about nothing else", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Weigh up");
  await journey.anyway(widget, swings(aid).map((swing) => swing.name));
  const text = spaces(await widget.words());
  const asked = await widget.root.getByRole("group", { name: /changes matters most to you/i }).getByRole("radio").evaluateAll((all) =>
      all.map((each) => each.labels[0].innerText.replace(/\s+/g, " ").trim()));
  const wanted = swings(aid);
  assert.equal(asked.length, wanted.length, asked.join("\n"));
  for (const [at, swing] of wanted.entries()) {
    const around = text.slice(text.indexOf(swing.name), text.indexOf(wanted[at + 1]?.name ?? "Choose what matters most"));
    assert.ok(asked[at].startsWith(swing.name), "the aid's order");
    assert.match(around, new RegExp(`from ${swing.worst} (down |up )?to ${swing.best} of every ${swing.n.toLocaleString("en-GB")}\\b`), swing.name);
  }
});

/** Weighs, and returns the items with their points. */
async function weighed(widget, answers) {
  await widget.go("Weigh up");
  await journey.weigh(widget, answers);
  return swings(aid).map((swing) => ({ ...swing, points: swing.name === answers.first ? 100 : answers.points[swing.name] }));
}

for (const [who, answers] of Object.entries({
  "someone who minds leaking most": { first: journey.first, points: journey.points },
  "someone who minds the cancer most": {
    first: "Cancer that spreads",
    points: {
      "Dying from prostate cancer": 90, "Wearing pads for leaking urine": 20, "Erections firm enough for sex": 0,
      "Leaking from the bowel": 20, "Getting up at night to pass urine": 10,
    },
  },
})) {
  test(`How they fit, ${who}: every sum can be checked by hand and adds up`, async () => {
    const widget = await new Widget(await here.open()).ready();
    const items = await weighed(widget, answers);
    const expected = fit(items);
    await widget.go("How they fit");
    await openAll(widget);
    const shares = items.reduce((sum, item) => sum + item.points, 0);
    const bars = spaces(await widget.words());
    for (const [at, option] of aid.option.entries()) {
      const sums = await widget.root.getByRole("table", { name: option.name, exact: true }).getByRole("row").evaluateAll((all) =>
        all.map((row) => [...row.cells].map((cell) => cell.innerText.replace(/\s+/g, " ").trim())));
      let total = 0;
      for (const [j, item] of items.entries()) {
        const [, said] = sums.find(([name]) => name === item.name) ?? [];
        assert.ok(said, `${option.name}: a sum for ${item.name}`);
        const found = /You gave it (\d+) of (\d+) points\. (.*) is (\d+) of 100 steps .*\. (\d+) ÷ (\d+) × (\d+) = (\d+) of 100\./.exec(said);
        assert.ok(found, said);
        const [points, all, way, points2, all2, way2, part] = [1, 2, 4, 5, 6, 7, 8].map((k) => Number(found[k]));
        assert.deepEqual([points, all, points2, all2], [item.points, shares, item.points, shares], said);
        assert.equal(way, way2, said);
        assert.ok(Math.abs(way - 100 * item.values[at]) <= 0.56, `${said}: ${100 * item.values[at]}`);
        assert.ok(Math.abs(part - 100 * expected.parts[at][j]) <= 1, `${said}: ${100 * expected.parts[at][j]}`);
        assert.equal(part, Math.round((points * way) / all), `by hand: ${said}`);
        const row = rows.find((each) => each.outcome === item.id && each.first);
        assert.ok(found[3].startsWith(`${row.cells[at].said} of every ${row.n.toLocaleString("en-GB")} `), said);
        total += part;
      }
      const [, long] = new RegExp(`The dot for ${option.in_sentence} is at (\\d+) of 100`).exec(bars);
      assert.ok(Math.abs(Number(long) - 100 * expected.totals[at]) <= 1, `${option.name}: ${long}, not ${100 * expected.totals[at]}`);
      assert.ok(Math.abs(total - Number(long)) <= items.length / 2, `${option.name}: the parts come to ${total}, the dot to ${long}`);
    }
  });
}

test("Summary repeats the same numbers, and so does the text to copy", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.pictures();
  await widget.go("Summary");
  await openAll(widget);
  const first = rows.filter((row) => row.first);
  await check(await tables(widget), first, "Summary");
  const told = rows.flatMap((row) => row.cells.flatMap((cell) => [cell.said, ...(cell.range?.ends ?? [])]));
  const found = (await tables(widget)).flatMap((texts) => texts.slice(-3)).filter((text) => /^\d/.test(text));
  for (const text of found) for (const number of numbersIn(text)) assert.ok(told.includes(number), `${number} is a figure of the aid`);
});
