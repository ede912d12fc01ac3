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
  await widget.pictures();
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
