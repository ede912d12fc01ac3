// What a cell of the figures takes is a list in the guide. Every line of it is typed into a cell, and so is all that the guide says is not taken.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { desking, filesOf } from "../support/desk.mjs";
import { root } from "../support/serve.mjs";
import { until } from "../support/widget.mjs";

const here = desking();
const guide = readFileSync(join(root, "docs/desk.md"), "utf8").split("### What a cell takes")[1].split(/^#/m)[0];
const code = (words) => [...words.matchAll(/`([^`]+)`/g)].map(([, each]) => each);
const LINES = guide.split("\n").filter((line) => line.startsWith("| `")).map((line) => {
  const [written, of, says] = line.split("|").slice(1).map((each) => each.trim());
  return { written: code(written)[0], of, says: code(says)[0] };
});
const REFUSED = code(guide.split("Not taken")[1].split("\n\n")[0]);

/** The kinds of outcome, by the words of the list, in the order in which the aid below has them. */
const KINDS = ["people", "an amount", "levels"];

/** An aid with one outcome of each kind, begun on the desk itself: the two that it cannot begin with are written as text. */
async function begun() {
  const author = await here.desk();
  const { page } = author;
  await page.locator("#dk-condition").fill("Made-up itch");
  await page.locator("#dk-decision").fill("Should I have surgery, or wait?");
  await page.locator("#dk-nothing").fill("Wait");
  await page.locator("#dk-options").fill("Surgery");
  await page.locator("#dk-less").fill("Itching\nDays of itching\nHow bad it is");
  await author.button("Begin").click();
  await page.locator(".dk-head").waitFor();
  await author.go("The files as text");
  const text = author.at("text");
  const outcomes = (await text.inputValue()).split("\n[[outcome]]\n");
  assert.equal(outcomes.length, 4, "three outcomes");
  outcomes[2] = `amount = { unit = "days", unit_one = "day", phrase = "itch for", average = "mean", low = 0, high = 90, decimals = 1 }\n${outcomes[2]}`;
  outcomes[3] = `level = [{ id = "mild", name = "Mild" }, { id = "bad", name = "Bad" }]\n${outcomes[3]}`;
  await text.fill(outcomes.join("\n[[outcome]]\n"));
  await text.blur();
  await author.go("Figures");
  assert.equal(await page.locator(".dk-figures").count(), 3);
  return author;
}

/** The cell of surgery in the outcome of that kind. */
const cell = (author, kind) => author.page.locator(".dk-figures").nth(KINDS.indexOf(kind)).locator("tbody tr").first().locator("input").nth(1);

test("every line of the guide's list of what a cell takes is taken, and the cell says what the list says", async () => {
  assert.ok(LINES.length >= 15, `${LINES.length} lines`);
  assert.deepEqual([...new Set(LINES.map(({ of }) => of))].sort(), [...KINDS, "any"].sort());
  const author = await begun();
  for (const { written, of, says } of LINES) {
    for (const kind of of === "any" ? KINDS : [of]) {
      const box = cell(author, kind);
      await box.fill(written);
      await box.blur();
      await until(async () => (await box.inputValue()) === says, `“${written}” in ${kind} says “${says}”`);
      assert.equal(await author.page.locator(".dk-grid").getByText("Not taken").count(), 0, written);
    }
  }
  // What the list does not name is no kind of figure that the file knows: those of the schema are all in it.
  const kinds = ["/", " per ", " of ", "same as", "does not apply", "no study", "not read"];
  assert.deepEqual(kinds.filter((kind) => !LINES.some(({ says }) => says.includes(kind))), []);
  assert.deepEqual(author.page.log.errors, []);
});

test("what the guide says is not taken is not taken, and each says what to write", async () => {
  assert.ok(REFUSED.length >= 9, REFUSED.join());
  const author = await begun();
  const box = cell(author, "people");
  const was = await box.inputValue();
  for (const written of REFUSED) {
    await box.fill(written);
    await box.blur();
    const said = author.page.locator(`[id="${await box.getAttribute("id")}-said"] li`).filter({ hasText: "Not taken" });
    await said.waitFor();
    assert.match(await said.innerText(), /writ|say|there is no|cannot be/i, written);
    assert.equal(await box.inputValue(), written);
    // What was refused is the last step, and no other.
    await author.page.getByRole("button", { name: /^Undo/ }).click();
    await until(async () => (await box.inputValue()) === was, `“${written}” is out of its box`);
  }
  assert.deepEqual(author.page.log.errors, []);
});

test("a new option is one problem, and all its cells are gone through by keyboard from the first", async () => {
  const author = await here.desk();
  const { page } = author;
  await author.open(filesOf("sore-throat"));
  await author.go("Figures");
  const rows = await page.locator(".dk-grid tbody tr").count();
  const before = await page.locator(".dk-grid thead").first().locator("th").count();
  await author.go("Options");
  await page.locator("#at-aid-option-add").click();
  const lines = author.problems.getByRole("button");
  await author.problems.locator("summary").click();
  const group = lines.filter({ hasText: /no figure/i });
  await group.first().waitFor();
  assert.equal(await group.count(), 1, "one problem, however many cells");
  assert.match(await group.innerText(), new RegExp(`\\b${rows}\\b`));
  await group.click();
  const focused = () => page.evaluate(() => document.activeElement.closest("td")?.cellIndex ?? null);
  await until(async () => (await focused()) === before, "the focus is in the first cell of the new option");
  const been = new Set();
  for (let at = 0; at < rows; at += 1) {
    been.add(await author.focused());
    assert.equal(await focused(), before, `cell ${at} is of the new option`);
    // Every one says why it is marked, and takes what is typed on the way.
    await page.keyboard.type("not read: made up for this test");
    await page.keyboard.press("Enter");
  }
  assert.equal(been.size, rows, "every cell was gone through, each once");
  await until(async () => (await group.count()) === 0, "none of its cells waits for a figure");
  // And back up, over the border of an outcome.
  for (let at = 1; at < rows; at += 1) await page.keyboard.press("ArrowUp");
  assert.equal(await author.focused(), [...been][0]);
  assert.deepEqual(page.log.errors, []);
});
