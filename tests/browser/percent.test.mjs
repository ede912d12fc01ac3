// Chances in percent, worked out again from the aid file: in the table, in sentences, on Options and Weigh, in the summary.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { readAid, table } from "../support/figures.mjs";
import { focus, tabTo } from "../support/keys.mjs";
import { openAll } from "../support/states.mjs";
import { sideways, until, Widget } from "../support/widget.mjs";

const here = world();
const spaces = (text) => text.replace(/\s+/g, " ").trim();

/** The exact percentage of a count, in the decimals of its denominator, or of the bound that is said in its place. */
function percent(said, n) {
  const exact = (count) => `${((count * 100) / n).toFixed(Math.log10(n) - 2)}%`;
  const number = Number(said.replace(/[^\d]/g, ""));
  if (said.startsWith("fewer than")) return `less than ${exact(number)}`;
  return `${said.startsWith("more than") ? "more than " : ""}${exact(number)}`;
}

const cell = (found) => {
  if (found.unknown !== undefined) return found.applies ? "We do not know." : "This does not apply.";
  if (!found.range) return percent(found.said, found.n);
  const ends = found.range.ends.map((end) => percent(end, found.n));
  return `${percent(found.said, found.n)} (${ends[0] === ends[1] ? `give or take less than ${percent("1", found.n)}` : `${ends.join(" to ")}${found.range.across}`})`;
};

async function inPercent(path, how) {
  const widget = await new Widget(await here.open(path, how)).ready();
  await widget.pictures();
  await widget.percent();
  return widget;
}

for (const id of ["prostate-localised", "breast-screening"]) {
  test(`${id}: the table and every sentence in percent`, async () => {
    const rows = table(readAid(id));
    const widget = await inPercent(`${id}/`);
    await openAll(widget);
    for (const row of rows.filter((each) => each.first)) {
      const card = widget.card(row.name);
      if (!(await card.isVisible())) continue;
      const text = spaces(await card.innerText());
      for (const found of row.cells.filter((each) => each.unknown === undefined)) {
        assert.ok(text.includes(`${percent(found.said, found.n)} of ${row.people}`), `${row.name}, ${found.name}: ${text}`);
        const others = found.said.startsWith("fewer") ? percent(`more than ${found.n - 1}`, found.n) : percent(String(found.others), found.n);
        assert.ok(text.toLowerCase().includes(`${others} `), `${row.name}, ${found.name}, the others ${others}: ${text}`);
      }
    }
    await widget.show("Table");
    const shown = await widget.root.getByRole("table").first().getByRole("row").evaluateAll((all) =>
      all.slice(1).map((row) => [...row.querySelectorAll("td .wu-table__number")].map((each) => each.textContent.trim())));
    const wanted = rows.map((row) => row.cells.map(cell));
    for (const row of wanted) {
      assert.ok(shown.some((each) => JSON.stringify(each) === JSON.stringify(row)), `${JSON.stringify(row)} among ${JSON.stringify(shown)}`);
    }
    assert.equal(shown.length, wanted.length);
  });
}

test("one choice for Weigh and the summary; counts are one press away", async () => {
  const rows = table(readAid("prostate-localised"));
  const widget = await inPercent("prostate-localised/");
  for (const [step, row, at] of [["Weigh up", "pads", "12y"], ["Summary", "pads", "12y"]]) {
    await widget.go(step);
    await openAll(widget);
    const { cells } = rows.find((each) => each.outcome === row && each.at === at);
    const words = spaces(await widget.words());
    const surgery = cells.find((each) => each.option === "surgery");
    assert.ok(words.includes(percent(surgery.said, surgery.n)), `${step} says ${percent(surgery.said, surgery.n)}`);
    assert.doesNotMatch(words, /\d of every 100 men/, step);
  }
  await widget.pictures();
  await widget.button("Choose what is shown").click();
  await widget.button("Say chances as people in every 100").click();
  await until(async () => /24 of every 100 men/.test(spaces(await widget.words())), "counts again");
});

test("by keyboard the focus stays on the control and the change is said; nothing is wider than 320 px", async () => {
  const widget = await new Widget(await here.open("prostate-localised/", { viewport: { width: 320, height: 640 } })).ready();
  await widget.pictures();
  await widget.button("Choose what is shown").click();
  await tabTo(widget.page, "Say chances as percentages (%)");
  await widget.page.keyboard.press("Enter");
  await until(async () => (await focus(widget.page))?.name === "Say chances as people in every 100", "the focus on the control");
  await until(async () => /All chances on this page are percentages/.test(await widget.root.locator("[role=status].wu-hidden").innerText()), "said aloud");
  await openAll(widget);
  await accessible(widget.page, "Compare in percent");
  assert.deepEqual(await sideways(widget.page), []);
});
