// Compare at a glance: the numbers come first, all of them in one view, as a table for eyes and ears.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { readAid, table } from "../support/figures.mjs";
import { spilled } from "../support/layout.mjs";
import { fixtures, showFixture } from "../support/states.mjs";
import { sideways, until, Widget } from "../support/widget.mjs";

const here = world();
const spaces = (text) => text.replace(/\s+/g, " ").trim();

async function glance(path, viewport) {
  const widget = await new Widget(await here.open(path, { viewport })).ready();
  await widget.go("Compare");
  await widget.root.locator(".wu-matrix").waitFor();
  return widget;
}

/** Where the first number ends and the table begins and ends, from the top of the widget. */
const places = (widget) => widget.root.evaluate((host) => {
  const top = host.getBoundingClientRect().top;
  const at = (selector) => host.shadowRoot.querySelector(selector).getBoundingClientRect();
  return { first: Math.round(at(".wu-matrix__value").bottom - top), top: Math.round(at(".wu-matrix").top - top), bottom: Math.round(at(".wu-matrix").bottom - top) };
});

// [width, height of the screen, most of it before the first number has been read, most for a row of three options]
const screens = [[390, 700, 690, 300], [768, 1024, 760, 190], [1024, 768, 760, 150], [1366, 768, 760, 125], [1920, 1080, 760, 125]];

for (const [width, height, before, row] of screens) {
  test(`prostate cancer at ${width} px: the first number is on the first screen, and the table is short`, async () => {
    const widget = await glance("prostate-localised/", { width, height });
    const { first, top, bottom } = await places(widget);
    assert.ok(first <= before, `the first number ends at ${first} px of ${before}`);
    const rows = readAid("prostate-localised").outcome.length;
    assert.ok(bottom - top <= rows * row + 150, `${rows} outcomes in ${bottom - top} px of ${rows * row + 150}`);
    assert.deepEqual(await sideways(widget.page), []);
  });
}

test("in every state of Compare at a glance no word is cut in two and none stands over an edge, at any width", async () => {
  const page = await here.person();
  const states = fixtures().filter(({ name }) => /(^|-)compare(-open|-two|-ordered|-percent|-asks)?$/.test(name));
  assert.ok(states.length >= 6, `${states.map(({ name }) => name)}`);
  const wrong = [];
  for (const fixture of states) {
    await showFixture(page, here.site.url, fixture);
    assert.ok(await page.locator(".wu-matrix").count() === 1, `${fixture.name} has the table`);
    for (const [width, height] of screens) {
      await page.setViewportSize({ width, height });
      const found = (await spilled(page)).filter((each) => each.includes("wu-matrix"));
      wrong.push(...found.map((each) => `${fixture.name}, ${width} px: ${each}`));
    }
  }
  assert.deepEqual(wrong, []);
});

for (const id of ["hrt", "contraception", "knee-osteoarthritis"]) {
  test(`${id}: a row for every outcome, and nothing scrolls sideways at any width`, async () => {
    const widget = await glance(`${id}/`, { width: 390, height: 700 });
    const aid = readAid(id);
    for (const width of [390, 768, 1024, 1366, 1920]) {
      await widget.page.setViewportSize({ width, height: 768 });
      assert.deepEqual(await sideways(widget.page), [], `${width} px`);
      const rows = await widget.root.locator(".wu-matrix__row").count();
      assert.ok(rows > 0 && rows <= aid.outcome.length, `${rows} of ${aid.outcome.length}`);
      const cells = await widget.root.locator(".wu-matrix__row").evaluateAll((all) => all.map((each) => each.querySelectorAll("td").length));
      assert.deepEqual([...new Set(cells)], [aid.option.length]);
    }
  });
}

test("every number of the table is that of the aid file, and is heard with what it is of", async () => {
  const widget = await glance("prostate-localised/", { width: 1366, height: 768 });
  const rows = table(readAid("prostate-localised")).filter((each) => each.first);
  for (const row of rows) {
    const line = widget.root.getByRole("row").filter({ has: widget.page.getByRole("button", { name: `${row.name} Meaning and sources` }) });
    const cells = await line.getByRole("cell").evaluateAll((all) => all.map((cell) => cell.textContent));
    assert.equal(cells.length, row.cells.length, row.name);
    for (const [at, cell] of row.cells.entries()) {
      const said = spaces(cells[at]);
      assert.ok(said.includes(`${cell.said} of every ${cell.n} men`), `${row.name}, ${cell.name}: ${said}`);
      if (cell.range) assert.ok(said.includes(`Range: ${cell.range.said}.`), `${row.name}, ${cell.name}: ${said}`);
    }
  }
});

test("it is a table for those who hear it: heads of columns, heads of rows, and the options in one order", async () => {
  const widget = await glance("prostate-localised/", { width: 390, height: 700 });
  const options = readAid("prostate-localised").option.map((option) => option.name);
  for (const width of [390, 1366]) {
    await widget.page.setViewportSize({ width, height: 768 });
    const found = widget.root.getByRole("table");
    const heads = (await found.getByRole("columnheader").allTextContents()).map(spaces);
    assert.deepEqual(heads, ["Of every 100 men", ...options], `${width} px`);
    assert.equal(await found.getByRole("rowheader").count() >= 9, true);
  }
});

test("a row opens to its pictures, how sure it is and its sources, by keyboard, and closes again", async () => {
  const widget = await glance("prostate-localised/", { width: 1366, height: 768 });
  const called = { name: "Wearing pads for leaking urine Meaning and sources" };
  const name = widget.root.getByRole("button", called);
  await name.focus();
  await widget.page.keyboard.press("Enter");
  const opened = widget.root.locator(".wu-matrix__open");
  await opened.waitFor();
  const text = spaces(await opened.innerText());
  assert.match(text, /24 of every 100 men/);
  assert.match(text, /We are fairly sure of this\./);
  assert.match(text, /Where these numbers come from/);
  assert.equal(await opened.locator("svg[role=img]").count(), 3);
  // Another point in time is chosen there, and the row above says it.
  await opened.getByRole("radio", { name: "6 months" }).check();
  const row = widget.root.getByRole("row").filter({ has: widget.page.getByRole("button", called) });
  await until(async () => /46/.test(await row.innerText()) && /6 months/.test(await row.innerText()), "the row at 6 months");
  await name.focus();
  await widget.page.keyboard.press("Enter");
  await until(async () => (await opened.count()) === 0, "the row to be closed");
  assert.equal(await name.getAttribute("aria-expanded"), "false");
});

test("more than a hundred people are drawn larger, and 10,000 only where the row is opened", async () => {
  const widget = await glance("contraception/", { width: 1366, height: 768 });
  const rows = await widget.root.locator(".wu-matrix__row").evaluateAll((all) => all.map((row) => ({
    notes: row.querySelector("th").textContent,
    strips: [...row.querySelectorAll(".wu-strip")].map((strip) => Math.round(strip.getBoundingClientRect().height)),
  })));
  const height = (n) => rows.filter((row) => row.notes.includes(`Of every ${n} women`)).flatMap((row) => row.strips);
  assert.ok(Math.min(...height("1,000")) > Math.max(...height("100")), `${height("1,000")} and ${height("100")}`);
  assert.deepEqual(height("10,000"), []);
});
