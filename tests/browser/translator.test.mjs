// A page translator swaps every text node for its own. Numbers on screen must go on telling the truth (H12), and
// fields must keep what is being typed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { readAid, table } from "../support/figures.mjs";
import { until, Widget } from "../support/widget.mjs";

const here = world();
const rows = table(readAid("prostate-localised"));

/** What Google Translate does: every text node goes into two <font> elements, the old node out of the page. */
const translate = (widget) => widget.root.evaluate((host) => {
  const texts = [];
  const walker = document.createTreeWalker(host.shadowRoot, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const kept = walker.currentNode.parentElement?.closest("[translate=no], textarea, script, style");
    if (!kept && walker.currentNode.data.trim()) texts.push(walker.currentNode);
  }
  for (const text of texts) {
    const outer = document.createElement("font");
    const inner = document.createElement("font");
    inner.textContent = text.data.toUpperCase();
    outer.append(inner);
    text.parentNode.replaceChild(outer, text);
  }
  return texts.length;
});

const numbers = (row) => row.cells.map((cell) => Number(cell.said));
/** The big counts under an outcome, in order, whatever language the words are in. */
async function counts(widget, row) {
  const card = await widget.under(widget.root.locator("h2").filter({ hasText: new RegExp(`^${row.name}$`, "i") }));
  const text = (await card.innerText()).replace(/\s+/g, " ");
  return [...text.matchAll(/(\d[\d,]*) of every 100 men/gi)].map(([, k]) => Number(k.replace(",", "")));
}

test("another horizon shows the new numbers and none of the old", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Compare");
  const [before, after] = ["12y", "6m"].map((at) => rows.find((row) => row.outcome === "pads" && row.at === at));
  assert.ok(numbers(before).every((k) => !numbers(after).includes(k)), "the two horizons share no number");
  assert.ok((await translate(widget)) > 50);
  await widget.root.getByRole("region", { name: new RegExp(before.name, "i") }).getByRole("radio", { name: /6 months/i }).check();
  await until(async () => {
    const shown = await counts(widget, after);
    return numbers(after).every((k) => shown.includes(k));
  }, "the new numbers");
  const shown = await counts(widget, after);
  for (const old of numbers(before)) assert.ok(!shown.includes(old), `the old number ${old} is gone: ${shown}`);
  assert.deepEqual(widget.page.log.errors, []);
});

test("points go up after translation and the old ones are gone", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Weigh up");
  await journey.weigh(widget, { first: journey.first, points: { "Cancer that spreads": 30 } });
  await translate(widget);
  await widget.button("More: Cancer that spreads").first().click();
  await until(async () => (await journey.pointsOf(widget, "Cancer that spreads")) === 40, "40 points");
  const item = await widget.button("More: Cancer that spreads").first().evaluate((button) => button.closest("li").innerText);
  assert.doesNotMatch(item.replace(/of every 100.*/i, ""), /\b30\b/, "the old points are gone");
});

test("walking the whole path after each page is translated neither breaks nor keeps an old heading", async () => {
  const widget = await new Widget(await here.open()).ready();
  for (let step = 0; step < 7; step += 1) {
    await translate(widget);
    const before = await widget.root.locator("h1.wu-h1").innerText();
    await widget.root.getByRole("button", { name: /^next: /i }).click();
    await until(async () => (await widget.root.locator("h1.wu-h1").innerText()) !== before, "the next heading");
    assert.equal(await widget.root.locator("h1.wu-h1").count(), 1);
  }
  assert.deepEqual(widget.page.log.errors, []);
  assert.equal(await widget.root.getByRole("alert").count(), 0, "the widget is still there");
});

test("typing keeps the focus, the caret and every letter while things beside the field come and go", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Weigh up");
  const field = widget.root.getByRole("textbox", { name: "What else matters to you" });
  for (const concern of ["My garden", "The dog"]) {
    await field.click();
    await widget.page.keyboard.type(concern);
    assert.equal(await field.inputValue(), concern);
    assert.equal(await field.evaluate((input) => input.getRootNode().activeElement === input), true);
    await widget.page.keyboard.press("Enter");
    await until(async () => (await widget.words()).includes(concern), `the concern “${concern}”`);
    assert.equal(await field.inputValue(), "", "the field is empty for the next one");
  }
  await widget.go("What matters");
  const box = widget.root.getByRole("textbox", { name: "What matters most to you?" });
  await box.click();
  // The strip with their words appears above the field with the first letter.
  await widget.page.keyboard.type("Bowls");
  await widget.page.keyboard.press("Home");
  await widget.page.keyboard.type("My ");
  assert.equal(await box.inputValue(), "My Bowls");
  assert.equal(await box.evaluate((input) => input.selectionStart), 3);
});

test("things that come and go between others never stop the widget", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Weigh up");
  for (let round = 0; round < 3; round += 1) {
    const rule = widget.root.getByRole("checkbox", { name: /I would not choose Surgery/i });
    await rule.check();
    await rule.uncheck();
    await widget.root.getByRole("textbox", { name: "What else matters to you" }).fill(`Thing ${round}`);
    await widget.button("Add this").click();
    await widget.button(`Take away: Thing ${round}`).click();
    await journey.weigh(widget, { first: journey.first, points: {} });
    await widget.go("How they fit");
    await widget.go("Compare");
    await widget.root.getByRole("radio", { name: "Table", exact: true }).check();
    await widget.root.getByRole("radio", { name: "Pictures", exact: true }).check();
    await widget.go("Weigh up");
  }
  assert.deepEqual(widget.page.log.errors, []);
});
