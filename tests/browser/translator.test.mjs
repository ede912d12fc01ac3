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

/** Compare in pictures, and the card of an outcome with what its numbers mean. */
async function opened(outcome) {
  const widget = await new Widget(await here.open()).ready();
  await widget.pictures();
  const card = widget.root.getByRole("region", { name: new RegExp(outcome, "i") });
  await card.getByRole("button", { name: /^Meaning and sources/ }).click();
  await card.locator(".wu-outcome__panels").waitFor();
  return { widget, card };
}

/** The counts, once those of the row are among them. */
async function arrived(widget, row) {
  let shown = [];
  await until(async () => {
    shown = await counts(widget, row);
    return numbers(row).every((k) => shown.includes(k));
  }, `the numbers of ${row.name}`);
  return shown;
}

const chosen = (card) => card.getByRole("radio", { name: /6 months/i }).check();
/** All that a card says, whatever the letters. */
const said = async (card) => (await card.innerText()).replace(/\s+/g, " ").toLowerCase();

test("another horizon shows the new numbers and none of the old", async () => {
  const [before, after] = ["12y", "6m"].map((at) => rows.find((row) => row.outcome === "pads" && row.at === at));
  assert.ok(numbers(before).every((k) => !numbers(after).includes(k)), "the two horizons share no number");
  const { widget, card } = await opened(before.name);
  assert.ok((await translate(widget)) > 50);
  await chosen(card);
  const shown = await arrived(widget, after);
  for (const old of numbers(before)) assert.ok(!shown.includes(old), `the old number ${old} is gone: ${shown}`);
  assert.deepEqual(widget.page.log.errors, []);
  // A new number among the words of the old one would be as wrong: all of it is what a page says that nobody translated.
  const plain = await opened(before.name);
  await chosen(plain.card);
  await arrived(plain.widget, after);
  assert.equal(await said(card), await said(plain.card));
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
