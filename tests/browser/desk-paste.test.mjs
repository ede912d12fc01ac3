// What is pasted is told with its row before it is put in, two columns are one figure only where that is certain or said, and every cell that
// cannot be taken is named. What the check says leads to where it is: a damaged file to its line, a new option to its cells.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { desking, file, filesOf } from "../support/desk.mjs";
import { sideways, until } from "../support/widget.mjs";

const here = desking();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

test("two columns are asked about where they may be two figures, by keyboard too, and told with their rows", async () => {
  const author = await here.desk();
  const { page } = author;
  await author.open(filesOf("otitis-media"));
  await author.go("Figures");
  const outcome = page.locator(".dk-figures").first();
  const heads = await outcome.locator("tbody th").allInnerTexts();
  const cells = outcome.locator(".dk-grid input");
  const before = await cells.evaluateAll((all) => all.map(({ value }) => value));
  await outcome.getByRole("button", { name: /^Paste/ }).click();
  const said = page.locator("#dk-paste-said");
  await page.locator("#dk-paste").fill("12\t100\n13\t100\n");
  await said.getByText(/two ways/).waitFor();
  const put = author.button("Put it in");
  assert.equal(await put.getAttribute("aria-disabled"), "true");
  const pairs = page.getByRole("radio", { name: /^Two columns are one figure/ });
  const each = page.getByRole("radio", { name: /^Each column/ });
  assert.deepEqual([await pairs.isChecked(), await each.isChecked()], [false, false], "nothing is chosen for the author");
  await page.evaluate(axe);
  await accessible(page, "the question of a paste", { off: [] });
  assert.deepEqual(await sideways(page), []);
  await author.tab(pairs);
  await page.keyboard.press("Space");
  await said.getByText("To be put in: 2").waitFor();
  const rows = said.locator("tbody tr");
  const lines = await rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.innerText)));
  assert.deepEqual(lines.map(([, , then]) => then), ["12 / 100", "13 / 100"]);
  lines.forEach(([place], at) => assert.ok(place.includes(heads[at]), `${place} names the row as the table heads it: ${heads[at]}`));
  assert.notEqual(lines[0][0], lines[1][0]);
  await put.click();
  await page.locator(".dk-paste").waitFor({ state: "detached" });
  const after = await cells.evaluateAll((all) => all.map(({ value }) => value));
  const changed = after.flatMap((value, at) => (value === before[at] ? [] : [value]));
  assert.deepEqual(changed, ["12 / 100", "13 / 100"], "no other figure is another one");
  await page.getByRole("button", { name: /^Undo/ }).click();
  await author.state.getByText(/^Nothing to save/).waitFor();
});

test("headings say what the columns are, and every cell that cannot be taken is named", async () => {
  const author = await here.desk();
  const { page } = author;
  await author.open(filesOf("otitis-media"));
  await author.go("Figures");
  await page.locator(".dk-figures").first().getByRole("button", { name: /^Paste/ }).click();
  const said = page.locator("#dk-paste-said");
  await page.locator("#dk-paste").fill("events\ttotal\n12\t100\n13\t100\n");
  await said.getByText(/Two columns are read as one figure: those with it, then all people/).waitFor();
  await said.getByText("To be put in: 2").waitFor();
  await page.locator("#dk-paste").fill("40%\t1 / 2\t?\n9 / 8\t1 / 2\t1 / 2\n");
  await until(async () => (await said.locator("li").count()) === 3, "three cells are named");
  const named = await said.locator("li").allInnerTexts();
  assert.match(named[0], /^Row 1, column 1 .*“40%” \(.+\): a percentage/);
  assert.match(named[1], /^Row 1, column 3/);
  assert.match(named[2], /^Row 2, column 1 .*9 of 8 people cannot be/);
});

test("what went with an old figure is said where it was written over, and undo brings it back", async () => {
  const author = await here.desk();
  const { page } = author;
  await author.open(filesOf("otitis-media"));
  await author.go("Figures");
  const cell = page.locator("#at-aid-outcome-0--figures-0--cells-now");
  const was = await cell.inputValue();
  assert.match(was, / per 1000$/);
  await cell.fill("7 per 1000");
  await cell.blur();
  await author.said.getByText(/Taken out with the old figure.*range \d+ to \d+/).waitFor();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await author.state.getByText(/^Nothing to save/).waitFor();
  assert.equal(await cell.inputValue(), was);
});

test("a damaged file is opened at its line, which stands beside what is wrong", async () => {
  const author = await here.desk();
  const { page } = author;
  const files = filesOf("otitis-media");
  const text = files.find(({ name }) => name === "aid.toml").buffer.toString("utf8");
  const damaged = text.replace('funding = "', "funding = ");
  await author.open([...files.filter(({ name }) => name !== "aid.toml"), file("aid.toml", damaged)]);
  const line = damaged.split("\n").find((one) => one.startsWith("funding = "));
  await author.problems.locator("summary").click();
  await author.problems.locator("code", { hasText: line.slice(0, 40) }).waitFor();
  await author.problems.getByRole("button").first().click();
  await until(async () => (await author.focused()) === "at-aid-text", "the file is open");
  const chosen = await page.evaluate(() => {
    const area = document.activeElement;
    const { top, bottom } = area.getBoundingClientRect();
    return { words: area.value.slice(area.selectionStart, area.selectionEnd), scrolled: area.scrollTop > 0, seen: bottom > top };
  });
  assert.deepEqual(chosen, { words: line, scrolled: true, seen: true });
});

test("a new option says once that its figures are missing, and leads to the first", async () => {
  const author = await here.desk();
  const { page } = author;
  await author.open(filesOf("otitis-media"));
  await author.go("Options");
  await page.locator("#at-aid-option-add").click();
  await until(async () => (await author.problems.getByText(/has no figure yet in/).count()) === 1, "it is said once");
  await author.problems.locator("summary").click();
  const words = await author.problems.innerText();
  assert.doesNotMatch(words, /\[\d+\]|`(?!weighup )|\w_\w/, "no word of the file");
  await author.problems.getByRole("button", { name: /has no figure yet in/ }).click();
  await until(async () => /^at-aid-outcome-0--figures-0--cells-/.test(await author.focused()), "the focus is in the first cell");
  assert.equal(await page.locator("#dk-heading").innerText(), "Figures");
});
