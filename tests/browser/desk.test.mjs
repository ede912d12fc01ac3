// The page on which an aid is written: by keyboard alone from nothing to an aid that is weighed, problems beside their fields, undo in words, figures
// that are pasted, translations side by side, and no fault of accessibility in any state.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { accessible, headings, inOrder } from "../support/axe.mjs";
import { desking, file, filesOf } from "../support/desk.mjs";
import { seen } from "../support/keys.mjs";
import { sideways, until } from "../support/widget.mjs";

const here = desking();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The page of the desk. What stands in the frame is the aid, which has tests of its own: there it is looked at in a page, and not in half of one. */
async function faultless(page, where) {
  if (!page.hasAxe) await page.evaluate(axe);
  page.hasAxe = true;
  await accessible(page, where, { off: [] });
  inOrder(await headings(page), where);
}

const GROUPS = ["About the aid", "The choice", "Options", "Outcomes and times", "Figures", "Sources", "Groups and scores", "Questions and prompts", "Guidance, words and help", "Who made it", "Changes of one organisation", "Translations", "Sign-off", "The files as text"];

/** What a spreadsheet leaves when cells are copied. */
const copied = (page, text) => page.evaluate((text) => navigator.clipboard.writeText(text), text);
const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };

test("an aid is written by keyboard alone, from nothing and a pasted table, until it can be built and is weighed", async () => {
  const author = await here.desk(clipboard);
  const { page } = author;
  const { keyboard } = page;
  const type = async (label, words) => {
    await author.tab(page.getByLabel(label, { exact: true }));
    await keyboard.type(words);
    await seen(page, label);
  };
  const press = async (name) => {
    await author.tab(author.button(name).first());
    await keyboard.press("Enter");
  };
  await type("Condition", "Made-up itch");
  // What is missing is said, and the focus is where it is missing.
  await press("Begin");
  await until(async () => (await author.focused()) === "dk-decision", "the focus is where something is missing");
  await keyboard.type("Should I take the tablet, or wait?");
  await type("What is it called to do nothing for now?", "Wait");
  await type("Other options", "Tablet");
  await type("Outcomes that most people want less of", "Itching");
  await press("Begin");
  await page.locator(".dk-head").waitFor();
  assert.equal(await author.focused(), "dk-heading");
  assert.match(await author.state.innerText(), /^Not saved/);

  await copied(page, "60 / 200\t20 / 200\n");
  await author.tab(page.locator(".dk-list").getByRole("button", { name: "Figures" }), { back: true });
  await keyboard.press("Enter");
  await page.locator(".dk-grid input").first().waitFor();
  await author.tab(page.locator(".dk-grid input").first());
  await keyboard.press("Control+v");
  await page.locator("#dk-paste").waitFor();
  assert.equal(await author.focused(), "dk-paste");
  const rows = page.locator("#dk-paste-said tbody tr");
  assert.deepEqual(await rows.evaluateAll((all) => all.map((row) => row.lastElementChild.innerText)), ["60 / 200", "20 / 200"]);
  await press("Put it in");
  await page.locator(".dk-paste").waitFor({ state: "detached" });
  assert.deepEqual(await page.locator(".dk-grid input").evaluateAll((all) => all.map(({ value }) => value)), ["60 / 200", "20 / 200"]);
  await seen(page, "after the paste");
  // A count says how far off it may be; beside the cell stands what is missing, and how to have it.
  for (const left of [1, 0]) {
    await author.tab(page.locator(".dk-grid").getByRole("button", { name: /^Work out its range/ }).first());
    await keyboard.press("Enter");
    await until(async () => (await page.locator(".dk-grid").getByRole("button", { name: /^Work out its range/ }).count()) === left, "a range is there");
  }
  assert.match(await author.problems.locator("summary").innerText(), /^No errors/);

  await author.tab(page.locator("#dk-step"));
  for (let down = 0; down < 5; down += 1) await keyboard.press("ArrowDown");
  const frame = await author.frame();
  await frame.locator(".wu-h1", { hasText: "Weigh up what matters" }).waitFor();
  await until(async () => /[Ii]tching/.test(await frame.locator("weighup-aid .wu-body").first().innerText()), "the outcome is weighed");
  const { "aid.toml": bytes } = await author.save();
  assert.match(bytes.toString("utf8"), /events = 60, people = 200, interval = "wilson95"/);
  assert.deepEqual(page.log.errors, []);
});

test("a problem stands beside its field, and in a list that leads to it", async () => {
  const author = await here.desk();
  const { page } = author;
  await author.open(filesOf("sore-throat"));
  await author.go("Options");
  const entry = page.locator("#at-aid-option-0-");
  await entry.locator("summary").first().click();
  await author.write("option[0].summary", "Simply choose this: only 10% itch.");
  await page.locator("#at-aid-option-0--summary-said").waitFor();
  assert.match(await page.locator("#at-aid-option-0--summary-said").innerText(), /10%/);
  assert.match(await author.at("option[0].summary").getAttribute("aria-describedby"), /at-aid-option-0--summary-said/);
  // From another section the list leads there, and opens what it is folded in.
  await author.go("Sources");
  await author.problems.locator("summary").click();
  await author.problems.getByRole("button", { name: /10%/ }).first().click();
  await until(async () => (await author.focused()) === "at-aid-option-0--summary", "the focus is in the field");
  await seen(page, "the field with a problem");
  assert.equal(await page.locator("#dk-heading").innerText(), "Options");
  // What the file cannot hold stays in its box.
  await author.go("Who made it");
  const published = author.at("about.published");
  await published.fill("next week");
  await published.blur();
  const beside = page.locator("#at-aid-about-published-said");
  await beside.waitFor();
  assert.equal(await published.inputValue(), "next week");
});

test("undo and redo say what they do, and the focus stays where it was", async () => {
  const author = await here.desk();
  const { page } = author;
  await author.open(filesOf("otitis-media"));
  const title = await author.at("short_title").inputValue();
  // A pause in one stay in a field is no step of its own.
  await author.at("short_title").fill("Ears");
  await author.state.getByText("Not saved: aid.toml").waitFor();
  await author.at("short_title").fill("Ears and throats");
  await author.at("short_title").blur();
  const undo = page.getByRole("button", { name: /^Undo/ });
  await until(async () => /^Undo: ./.test((await undo.innerText()).trim()), "undo says what it is about");
  await undo.click();
  await author.said.getByText(/^Undone: /).waitFor();
  assert.equal(await author.at("short_title").inputValue(), title);
  assert.match(await author.focused(), /^Undo/);
  await author.state.getByText(/^Nothing to save/).waitFor();
  await page.getByRole("button", { name: /^Redo/ }).click();
  assert.equal(await author.at("short_title").inputValue(), "Ears and throats");
  await undo.click();
  // Entries: moved, removed, brought back, added; the focus goes along.
  await author.go("Questions and prompts");
  const first = page.locator("#at-aid-prompt-0-");
  const name = await first.locator("summary").innerText();
  await first.locator("summary").first().click();
  await page.locator("#at-aid-prompt-0--down").click();
  await until(async () => (await author.focused()) === "at-aid-prompt-1--down", "the button goes along with the entry");
  assert.equal(await page.locator("#at-aid-prompt-1- > summary").innerText(), name);
  await page.locator("#at-aid-prompt-1--remove").click();
  await author.said.getByText(/Removed: /).waitFor();
  await until(() => page.evaluate(() => document.activeElement?.matches("summary, button")), "the focus is on the next entry");
  await undo.click();
  assert.equal(await page.locator("#at-aid-prompt-1- > summary").innerText(), name);
  await undo.click();
  assert.equal(await page.locator("#at-aid-prompt-0- > summary").innerText(), name);
  await page.locator("#at-aid-prompt-add").click();
  await until(async () => /^at-aid-prompt-\d+--text$/.test(await author.focused()), "the focus is in the new entry");
  await undo.click();
  await author.state.getByText(/^Nothing to save/).waitFor();
});

test("a paste is all or nothing, and what cannot be taken is named with its row and column", async () => {
  const author = await here.desk(clipboard);
  const { page } = author;
  await author.open(filesOf("sore-throat"));
  await author.go("Figures");
  const cells = page.locator(".dk-figures").first().locator(".dk-grid input");
  const before = await cells.evaluateAll((all) => all.map(({ value }) => value));
  await page.locator(".dk-figures").first().getByRole("button", { name: /^Paste/ }).click();
  const box = page.locator("#dk-paste");
  const said = page.locator("#dk-paste-said");
  await box.fill("12 / 100\t12%\t9 / 100");
  await said.getByText(/[Rr]ow 1, column 2/).waitFor();
  assert.match(await said.innerText(), /Not taken/);
  await author.button("Put it in").click({ force: true });
  assert.equal(await page.locator(".dk-paste").count(), 1, "nothing is taken of it");
  await author.button("Cancel").click();
  assert.match(await author.focused(), /figures-paste$/);
  assert.deepEqual(await cells.evaluateAll((all) => all.map(({ value }) => value)), before);
  await author.state.getByText(/^Nothing to save/).waitFor();
  // More than a table can be is said at once.
  await copied(page, Array.from({ length: 100_000 }, () => "1 / 2").join("\n"));
  await cells.first().focus();
  await page.keyboard.press("Control+v");
  await said.getByText(/Not taken.*1,?000/).waitFor();
  await author.button("Cancel").click();
  await author.state.getByText(/^Nothing to save/).waitFor();
  // Up and down go from row to row; one cell is typed as it is anywhere.
  await cells.first().focus();
  await page.keyboard.press("ArrowDown");
  assert.notEqual(await author.focused(), await cells.first().getAttribute("id"));
});

test("a translation stands beside its original, and numbers have to be in both", async () => {
  const author = await here.desk();
  const { page } = author;
  await author.open(filesOf("otitis-media"));
  await author.go("Translations");
  const pair = page.locator(".dk-pair").filter({ has: page.locator(".dk-pair__locked") }).first();
  const area = pair.locator("textarea");
  const was = await area.inputValue();
  await area.fill("No numbers here.");
  await area.blur();
  await pair.getByText(/Not taken/).waitFor();
  assert.equal(await area.inputValue(), "No numbers here.");
  await author.state.getByText(/^Nothing to save/).waitFor();
  await area.fill(was);
  await area.blur();
  await until(async () => (await pair.getByText(/Not taken/).count()) === 0, "the numbers are back");
  assert.equal(await area.getAttribute("lang"), "cy");
  // Right to left where it is read so.
  await page.locator("#dk-language").selectOption("ur");
  const urdu = page.locator(".dk-pair textarea").first();
  await until(async () => (await urdu.getAttribute("lang")) === "ur", "the other language");
  assert.equal(await urdu.evaluate((element) => getComputedStyle(element).direction), "rtl");
});

test("a text that was changed is told beside its translation, until it is translated anew or said to be right", async () => {
  const author = await here.desk();
  const { page } = author;
  await author.open(filesOf("otitis-media"));
  await author.go("Translations");
  const told = page.getByText(/^Missing: 0\. Changed since: \d+/);
  assert.match(await told.innerText(), /Changed since: 0\./);
  await author.go("Who made it");
  await author.write("about.funding", "A charity paid for this aid.");
  await author.go("Translations");
  await page.getByText(/Changed since: 1\./).waitFor();
  const pair = page.locator(".dk-pair").first();
  assert.match(await pair.locator(".dk-pair__name").innerText(), /^About, Funding \(the original was changed since\)/);
  await pair.getByRole("button", { name: /^It is right as it is/ }).click();
  await page.getByText(/Changed since: 0\./).waitFor();
  assert.match(await author.focused(), /about-funding$/);
  const { "cy.toml": cy, "ur.toml": ur } = await author.save();
  assert.match(cy.toString("utf8"), /\[made_from\]\n"about\.funding" = "[0-9a-f]{8}"\n$/);
  assert.match(ur.toString("utf8"), /"about\.funding" = "[0-9a-f]{8}"/);
  assert.notEqual(cy.toString("utf8").slice(-10), ur.toString("utf8").slice(-10), "each says which text it was made from");
});

test("the preview is the aid, in each form, and stays at the last that could be built", async () => {
  const author = await here.desk();
  const { page } = author;
  await author.open(filesOf("otitis-media"));
  const frame = await author.frame();
  await author.write("short_title", "Ears in a new light");
  await frame.getByText("Ears in a new light").first().waitFor();
  const forms = await page.locator("#dk-seen option").allInnerTexts();
  assert.ok(forms.some((name) => /Easy Read/.test(name)) && forms.some((name) => /Welsh/.test(name)), forms.join());
  await page.locator("#dk-seen").selectOption({ label: forms.find((name) => /Urdu/.test(name)) });
  await until(() => frame.evaluate(() => document.documentElement.dir === "rtl"), "the preview is right to left");
  await page.locator("#dk-seen").selectOption({ index: 0 });
  await page.locator("#dk-step").selectOption("compare");
  await frame.locator(".wu-h1", { hasText: "Compare what may happen" }).waitFor();
  // Whoever goes on in the preview has chosen there.
  await author.write("title", "");
  await page.locator(".dk-preview__said").getByText(/as it was before/).waitFor();
  assert.equal(await frame.locator(".wu-h1").innerText(), "Compare what may happen");
});

test("the preview leaves the focus and the place of whoever is in the form, and leads whoever is in the preview", async () => {
  const author = await here.desk();
  const { page } = author;
  await author.open(filesOf("otitis-media"));
  const frame = await author.frame();
  const heading = frame.locator(".wu-h1");
  await page.locator("#dk-step").focus();
  await page.locator("#dk-step").selectOption("compare");
  await heading.getByText("Compare what may happen").waitFor();
  assert.equal(await author.focused(), "dk-step");
  // Far down in the form, too, where a step that comes into view would take the form along.
  const field = author.at("short_title");
  await field.focus();
  await page.keyboard.press("End");
  await page.keyboard.type(" anew");
  assert.ok(await page.evaluate(() => scrollY > 0), "the field is further down than the screen is high");
  await frame.getByText(/ anew/).first().waitFor();
  await page.locator("#dk-step").selectOption("about");
  await heading.getByText("Compare what may happen").waitFor({ state: "detached" });
  await page.keyboard.type(" still");
  assert.match(await field.inputValue(), / anew still$/);
  const { top, bottom } = await field.evaluate((element) => element.getBoundingClientRect().toJSON());
  assert.ok(top > 0 && bottom < 900, `the field stays on the screen: ${top} to ${bottom}`);
  const before = await heading.innerText();
  await frame.getByRole("button", { name: /^(Next|Continue|Start)/ }).first().click();
  await until(async () => (await heading.innerText()) !== before, "the next step");
  await until(() => heading.evaluate((element) => element === element.getRootNode().activeElement), "its heading has the focus");
});

test("no state has a fault of accessibility", async () => {
  const author = await here.desk();
  const { page } = author;
  const look = (where) => faultless(page, where);
  await look("the first screen");
  await page.locator("#dk-choose").setInputFiles(file("notes.txt", "x"));
  await author.wrong.waitFor();
  await look("nothing to open");
  await author.open(filesOf("otitis-media"));
  await author.frame();
  for (const name of GROUPS) {
    await author.go(name);
    await page.evaluate(() => { for (const details of document.querySelectorAll("main details")) details.open = true; });
    await look(name);
  }
  await author.go("Figures");
  await page.getByRole("button", { name: /^Paste/ }).first().click();
  await page.locator("#dk-paste").fill("12%");
  await page.locator("#dk-paste-said").getByText(/Not taken/).waitFor();
  await look("a table that is not taken");
  await author.button("Cancel").click();
  await author.go("About the aid");
  await author.write("title", "");
  await look("a field with an error");
  await author.button("Close").click();
  await look("leaving");
});

for (const [name, how] of [["a phone", { viewport: { width: 390, height: 844 } }], ["a tablet", { viewport: { width: 768, height: 1024 } }], ["letters of twice the size", { viewport: { width: 683, height: 450 } }]]) {
  test(`on ${name} there are three views, and nothing runs over the side`, async () => {
    const author = await here.desk(how);
    const { page } = author;
    assert.deepEqual(await sideways(page), []);
    await author.open(filesOf("otitis-media"));
    for (const view of ["Sections", "Form", "Preview"]) {
      await page.locator(".dk-views").getByRole("button", { name: view }).click();
      assert.deepEqual(await sideways(page), [], view);
      await faultless(page, `${name}, ${view}`);
    }
    await page.locator(".dk-views").getByRole("button", { name: "Sections" }).click();
    await author.go("Figures");
    assert.deepEqual(await sideways(page), [], "figures");
    assert.ok(await page.locator(".dk-grid").first().isVisible());
  });
}
