// What is typed into the desk and not taken: a box never shows what nobody can tell from the file, undo takes one thing back at a time, what is not
// taken is counted and found, and every act has a message of its own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { desking, file, filesOf } from "../support/desk.mjs";
import { sideways, until } from "../support/widget.mjs";

const here = desking();

/** Somebody in front of the figures of an aid, or of another section of it. */
async function writing(section = "Figures", id = "sore-throat") {
  const author = await here.desk();
  await author.open(filesOf(id));
  await author.go(section);
  return author;
}

const undo = (author) => author.page.getByRole("button", { name: /^Undo/ });
const redo = (author) => author.page.getByRole("button", { name: /^Redo/ });
const cells = (author) => author.page.locator(".dk-figures").first().locator(".dk-grid input");
const aside = (author) => author.page.locator("#dk-aside");
const kept = (author) => aside(author).locator("textarea").evaluateAll((all) => all.map(({ value }) => value));

/** Types what cannot be taken, and waits until that is said. */
async function refuse(field, text) {
  await field.fill(text);
  await field.blur();
  await until(async () => (await field.getAttribute("aria-invalid")) === "true", `“${text}” is refused`);
}

/** Puts a table in, from its first cell on. */
async function paste(author, text) {
  await author.page.locator(".dk-figures").first().getByRole("button", { name: /^Paste/ }).click();
  await author.page.locator("#dk-paste").fill(text);
  await author.page.locator("#dk-paste-said tbody tr").first().waitFor();
  await author.button("Put it in").click();
  await author.page.locator(".dk-paste").waitFor({ state: "detached" });
}

/** The figure of a cell in the text of the file, as the desk would type it: what is saved is what the box has to show. */
async function saved(author) {
  const { "aid.toml": bytes } = await author.save();
  return bytes.toString("utf8");
}

test("a paste into a box that is not taken shows what the file has, and the text is kept to be copied", async () => {
  const author = await writing();
  const { page } = author;
  const cell = cells(author).first();
  await refuse(cell, "12%");
  assert.equal(await cell.inputValue(), "12%");
  await paste(author, "31 / 217");
  assert.equal(await cell.inputValue(), "31 / 217");
  assert.doesNotMatch(await page.locator(".dk-grid").first().innerText(), /Not taken/);
  assert.deepEqual(await kept(author), ["12%"]);
  assert.match(await aside(author).innerText(), /Not taken before/);
  assert.match(await saved(author), /events = 31, people = 217/);
  // It leads to the box, and goes when it is let go.
  await aside(author).getByRole("button", { name: /^Go there/ }).click();
  await until(async () => (await author.focused()) === (await cell.getAttribute("id")), "the focus is in its box");
  await aside(author).getByRole("button", { name: /^Let it go/ }).click();
  await aside(author).waitFor({ state: "detached" });
});

test("a box that is not taken keeps its text while the file has there what it had", async () => {
  const author = await writing();
  const [first, second] = [cells(author).first(), cells(author).nth(1)];
  await refuse(first, "12%");
  await second.fill("40 / 200");
  await second.blur();
  await until(async () => /^Undo: /.test((await undo(author).innerText()).trim()), "the other cell is a step");
  assert.equal(await first.inputValue(), "12%");
  assert.equal(await first.getAttribute("aria-invalid"), "true");
  // Undo of the other cell leaves it there, too: it is another box.
  await undo(author).click();
  assert.equal(await first.inputValue(), "12%");
  assert.notEqual(await second.inputValue(), "40 / 200");
  assert.equal(await aside(author).count(), 0);
});

test("undo and redo of a value put nothing else into its box", async () => {
  const author = await writing();
  const cell = cells(author).first();
  const was = await cell.inputValue();
  await cell.fill("40 / 200");
  await cell.blur();
  await author.state.getByText("Not saved: aid.toml").waitFor();
  await refuse(cell, "12%");
  // First the text that was refused, and no more than it.
  assert.match(await undo(author).innerText(), /^Undo: what is not taken in /);
  await undo(author).click();
  await author.said.getByText(/^Undone: what was not taken in /).waitFor();
  assert.equal(await cell.inputValue(), "40 / 200");
  assert.match(await author.state.innerText(), /^Not saved: aid\.toml$/);
  // Redo puts it back, and undo takes it out again.
  await redo(author).click();
  assert.equal(await cell.inputValue(), "12%");
  assert.equal(await cell.getAttribute("aria-invalid"), "true");
  await undo(author).click();
  assert.equal(await cell.inputValue(), "40 / 200");
  // Then the figure that was written before.
  await undo(author).click();
  await author.said.getByText(/^Undone: figure /).waitFor();
  assert.equal(await cell.inputValue(), was);
  assert.match(await author.state.innerText(), /^Nothing to save$/);
  assert.equal(await aside(author).count(), 0);
});

test("undo that changes the value under a refused text shows the file, and keeps the text", async () => {
  const author = await writing();
  const [first, second] = [cells(author).first(), cells(author).nth(1)];
  const was = await first.inputValue();
  await paste(author, "31 / 217");
  await refuse(first, "12%");
  await second.fill("40 / 200");
  await second.blur();
  await until(async () => /40|figure/.test(await undo(author).innerText()), "the second cell is the last step");
  await undo(author).click();
  assert.equal(await first.inputValue(), "12%", "one step: the second cell");
  await undo(author).click();
  assert.equal(await first.inputValue(), was, "the paste is undone, and the box shows the file");
  assert.deepEqual(await kept(author), ["12%"]);
});

test("an entry that moves, goes or is called otherwise takes no refused text to another one", async () => {
  const author = await writing("Sources");
  const { page } = author;
  // What comes out of a word processor with a character that nobody sees.
  const spring = "last\u0002 spring";
  const entry = (at) => page.locator(`#at-aid-source-${at}-`);
  const open = (at) => entry(at).evaluate((details) => { for (const each of [details, ...details.querySelectorAll("details")]) each.open = true; });
  await open(0);
  const citation = author.at("source[0].citation");
  await refuse(citation, spring);
  await page.locator("#at-aid-source-0--down").click();
  await author.said.getByText(/is number 2/).waitFor();
  await open(0);
  await open(1);
  for (const at of [0, 1]) assert.notEqual(await author.at(`source[${at}].citation`).inputValue(), spring, `entry ${at}`);
  assert.deepEqual(await kept(author), [spring]);
  await undo(author).click();
  assert.deepEqual(await kept(author), [spring]);
  // A removed entry takes its text out of sight, and not with it.
  await refuse(author.at("source[1].citation"), "never\u0002");
  await page.locator("#at-aid-source-1--remove").click();
  await author.said.getByText(/^Removed: /).waitFor();
  assert.deepEqual(await kept(author), [spring, "never\u0002"]);
});

test("a text of a file written anew shows what the file has in every box", async () => {
  const author = await writing("About the aid");
  const { page } = author;
  await refuse(author.at("about.minutes"), "a quarter of an hour");
  await author.go("The files as text");
  const text = author.at("text");
  const now = await text.inputValue();
  await text.fill(now.replace(/^minutes = .*$/m, "minutes = 9"));
  await text.blur();
  await author.state.getByText("Not saved: aid.toml").waitFor();
  await author.go("About the aid");
  assert.equal(await author.at("about.minutes").inputValue(), "9");
  assert.deepEqual(await kept(author), ["a quarter of an hour"]);
  assert.deepEqual(page.log.errors, []);
});

test("what is not taken is counted at the top and leads to its box, and Close goes there", async () => {
  const author = await writing("About the aid");
  const { page } = author;
  const minutes = author.at("about.minutes");
  await refuse(minutes, "an hour");
  const line = page.locator(".dk-list").getByRole("button", { name: "About the aid" });
  assert.match(await line.innerText(), /\d+\s+problems?/);
  assert.match(await author.state.innerText(), /1 text is not taken/);
  await author.go("Sources");
  const summary = author.problems.locator("summary");
  assert.match(await summary.innerText(), /^1 text is not taken\./);
  await summary.click();
  await author.problems.getByRole("button", { name: /Not taken: “an hour” in Minutes/ }).click();
  await until(async () => (await author.focused()) === "at-aid-about-minutes", "the focus is in the box");
  assert.equal(await minutes.inputValue(), "an hour");
  // Saving says that it is not in the file.
  await author.button("Save").first().click();
  await author.said.getByText(/One text is not taken and is in no file/).waitFor();
  // Closing says where it is, and goes there.
  await author.go("Options");
  await author.button("Close").click();
  const leaving = page.locator("#dk-leaving");
  await leaving.waitFor();
  assert.equal(await author.focused(), "dk-leaving");
  await leaving.getByRole("button", { name: /Not taken: “an hour”/ }).click();
  await until(async () => (await author.focused()) === "at-aid-about-minutes", "the focus is in the box again");
  // Where it is put right, nothing holds up who leaves.
  await leaving.getByRole("button", { name: "Keep it open" }).click();
  await leaving.waitFor({ state: "detached" });
  await undo(author).click();
  await author.button("Close").click();
  await page.locator("#dk-choose").waitFor();
  assert.deepEqual(page.log.errors, []);
});

test("a message belongs to one act, and is heard each time", async () => {
  const author = await writing("About the aid");
  const { page } = author;
  const said = async () => (await author.said.innerText()).trim();
  await author.button("Save").first().click();
  await author.said.getByText("Everything is saved already.").waitFor();
  const node = await author.said.locator("span").elementHandle();
  await author.button("Save").first().click();
  // Another node with the same words, which a screen reader says again.
  await until(() => node.evaluate((element) => !element.isConnected), "it is said anew");
  assert.equal(await said(), "Everything is saved already.");
  // The next act takes it away: another section, typing, a fault.
  await author.go("Options");
  assert.equal(await said(), "");
  await undo(author).click({ force: true });
  await author.said.getByText("There is nothing to undo.").waitFor();
  await author.go("About the aid");
  await undo(author).click({ force: true });
  await author.said.getByText("There is nothing to undo.").waitFor();
  await author.at("short_title").pressSequentially("x");
  await until(async () => (await said()) === "", "typing takes it away");
  await author.at("short_title").blur();
  await author.go("Sign-off");
  await page.locator("#dk-sign-name").fill("");
  await author.button("Sign it").click();
  await author.wrong.waitFor();
  await author.go("Options");
  assert.equal(await author.wrong.count(), 0, "the fault went with the next act");
});

test("what is dropped on an aid that is not saved is not opened, and says so", async () => {
  const author = await writing("About the aid");
  const { page } = author;
  await author.write("short_title", "Mine");
  await author.state.getByText("Not saved: aid.toml").waitFor();
  const drop = (name, text) => page.evaluate(([name, text]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, [name, text]);
  const other = file("aid.toml", filesOf("otitis-media").find(({ name }) => name === "aid.toml").buffer.toString("utf8"));
  await drop(other.name, other.buffer.toString("utf8"));
  await author.wrong.getByText(/was not opened/).waitFor();
  assert.equal(await author.at("short_title").inputValue(), "Mine");
  await author.save();
  await drop(other.name, other.buffer.toString("utf8"));
  await until(async () => (await author.at("short_title").inputValue()) !== "Mine", "once it is saved, the other one is opened");
});

test("the panel of a paste names the outcome, the time, the group and the option of every figure", async () => {
  const author = await writing();
  const { page } = author;
  const table = page.locator(".dk-figures").first();
  const heads = await table.locator("tbody th").allInnerTexts();
  const [name] = await table.locator("h3").allInnerTexts();
  const options = (await table.locator("thead th").allInnerTexts()).slice(1);
  const outcome = await page.locator("#at-aid-outcome-0--figures-title").innerText();
  assert.equal(outcome, name);
  await table.getByRole("button", { name: /^Paste/ }).click();
  await page.locator("#dk-paste").fill("31 / 217\t32 / 217");
  const rows = page.locator("#dk-paste-said tbody tr");
  await rows.first().waitFor();
  const said = await rows.evaluateAll((all) => all.map((row) => row.firstElementChild.innerText));
  assert.deepEqual(said, options.slice(0, 2).map((option) => `${name}, ${heads[0]}, ${option}`));
});

test("on a phone the longest step of undo stays on the screen, and is told whole once it is done", async () => {
  const author = await here.desk({ viewport: { width: 390, height: 844 } });
  const { page } = author;
  await author.open(filesOf("otitis-media"));
  await page.locator(".dk-views").getByRole("button", { name: "Sections" }).click();
  await author.go("Figures");
  await refuse(cells(author).first(), "12%");
  // Only the name is seen, so that the form has room; all of it is heard.
  assert.match(await undo(author).textContent(), /^\s*Undo: what is not taken in Still having ear pain/);
  assert.ok((await page.locator(".dk-head").boundingBox()).height < 250, "the form has most of the screen");
  assert.deepEqual(await sideways(page), []);
  const { left, right } = await undo(author).evaluate((button) => button.getBoundingClientRect().toJSON());
  assert.ok(left >= 0 && right <= 390, `${left} to ${right}`);
  await undo(author).click();
  await author.said.getByText(/^Undone: what was not taken in Still having ear pain, .*, No antibiotics\./).waitFor();
});

test("entries that are called the same are told from each other, in their list and where they are chosen", async () => {
  const author = await writing("Outcomes and times", "otitis-media");
  const { page } = author;
  const names = await page.locator("#at-aid-reference_class .dk-entry__name").allInnerTexts();
  assert.ok(names.length > 1 && names.every((name) => name.startsWith("children")), names.join());
  assert.equal(new Set(names).size, names.length, names.join());
  await author.go("Figures");
  await page.locator(".dk-figures .dk-entry > summary").first().click();
  const groups = await author.at("outcome[0].figures[0].group").locator("option").allInnerTexts();
  assert.equal(new Set(groups).size, groups.length, groups.join());
  // What a choice means is not said by its own name again.
  await author.go("Options");
  await page.locator("#at-aid-option-0- > summary").click();
  const kinds = await author.at("option[0].kind").locator("option").allInnerTexts();
  assert.ok(kinds.includes("No treatment"), kinds.join());
});

test("a translation that was done stays where it is while it is typed, after undo too, and no letter is lost", async () => {
  const author = await here.desk();
  const { page } = author;
  await author.open(filesOf("otitis-media"));
  await author.go("Translations");
  const pairs = page.locator(".dk-pair");
  const done = pairs.filter({ hasText: "(translated)" }).filter({ hasNot: page.locator(".dk-pair__locked") });
  const first = done.nth(0).locator("textarea");
  const other = done.nth(5).locator("textarea");
  const name = await other.getAttribute("id");
  const order = () => pairs.locator("textarea").evaluateAll((all) => all.map(({ id }) => id).join(" "));
  const before = await order();
  // A step that is taken back, whose message goes with the first letter that is typed next.
  await first.press("End");
  await page.keyboard.type("Q");
  await page.keyboard.press("Tab");
  await undo(author).click();
  await author.state.getByText(/^Nothing to save/).waitFor();
  const was = await other.inputValue();
  await other.press("Control+End");
  await page.keyboard.type(" one", { delay: 20 });
  await until(async () => /cy\.toml/.test(await author.state.innerText()), "the words are in the file after a pause");
  await page.keyboard.type(" two", { delay: 20 });
  assert.equal(await author.focused(), name, "the focus stays in the box");
  assert.equal(await other.inputValue(), `${was} one two`);
  assert.equal(await order(), before, "no box has moved");
});

test("one cell of a sheet takes the place of the figure, with the line end that sheets copy, and marked letters are left to the browser", async () => {
  const author = await here.desk({ permissions: ["clipboard-read", "clipboard-write"] });
  const { page } = author;
  await author.open(filesOf("sore-throat"));
  await author.go("Figures");
  const cell = cells(author).first();
  const was = await cell.inputValue();
  assert.notEqual(was, "");
  await page.evaluate(() => navigator.clipboard.writeText("31 / 217\r\n"));
  await cell.click();
  await page.keyboard.press("Control+v");
  assert.equal(await cell.inputValue(), "31 / 217");
  await page.keyboard.press("Tab");
  await until(async () => (await undo(author).isEnabled()) && (await cell.inputValue()) === "31 / 217", "it is taken");
  await undo(author).click();
  await until(async () => (await cell.inputValue()) === was, "the figure of before is back");
  await page.evaluate(() => navigator.clipboard.writeText("9"));
  await cell.evaluate((input) => {
    input.focus();
    input.setSelectionRange(0, 1);
  });
  await page.keyboard.press("Control+v");
  assert.equal(await cell.inputValue(), `9${was.slice(1)}`);
});
