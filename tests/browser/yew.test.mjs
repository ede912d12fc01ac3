// Two bugs of Yew 0.23.0, on the real fields and switches where they showed:
// 1. an input lost its focus and its value when a list or an optional node beside it changed its length;
// 2. a part that rendered nothing between two opposing conditions stopped the whole widget.
// `markup!` keeps every child in its place, so that neither can be written; this is what would notice.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { steps, until, Widget } from "../support/widget.mjs";

const here = world();
const [ELSE, LIMITS] = ["Something else that matters to you?", "Is there anything you would not accept?"];

test("Yew bug 1, focus and value lost: typing keeps the focus, the caret and every letter while things beside the field come and go", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Weigh up");
  await widget.unfold(ELSE);
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

test("Yew bug 1, focus and value lost: half a concern stays in its field while the list above it grows and shrinks", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Weigh up");
  await widget.unfold(ELSE);
  const field = widget.root.getByRole("textbox", { name: "What else matters to you" });
  await field.fill("My garden");
  await widget.button("Add this").click();
  const away = widget.button("Take away: My garden");
  await away.waitFor();
  await field.fill("Half a");
  await away.press("Enter");
  await until(async () => (await away.count()) === 0, "the concern to be gone");
  assert.equal(await field.inputValue(), "Half a");
  await widget.button("Undo").press("Enter");
  await away.waitFor();
  assert.equal(await field.inputValue(), "Half a");
});

test("Yew bug 2, panic between ifs: things that come and go between others never stop the widget", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Weigh up");
  for (let round = 0; round < 3; round += 1) {
    await widget.unfold(LIMITS);
    await widget.unfold(ELSE);
    const rule = widget.root.getByRole("checkbox", { name: /I would not choose Surgery/i });
    await rule.check();
    await rule.uncheck();
    await widget.root.getByRole("textbox", { name: "What else matters to you" }).fill(`Thing ${round}`);
    await widget.button("Add this").click();
    await widget.button(`Take away: Thing ${round}`).click();
    await journey.weigh(widget, { first: journey.first, points: {} });
    await widget.go("How they fit");
    await widget.pictures();
    await widget.show("Table");
    await widget.show("Pictures");
    await widget.go("Weigh up");
  }
  assert.deepEqual(widget.page.log.errors, []);
});

test("Yew bug 2, panic between ifs: limits, their sentences and their steppers come and go in every order", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Weigh up");
  await widget.unfold(LIMITS);
  const set = () => widget.root.getByRole("button", { name: /^Set a limit/ });
  const away = () => widget.root.getByRole("button", { name: /^Take this limit away/ });
  const all = await set().count();
  assert.ok(all > 2);
  for (const at of [all - 1, 0, 0]) {
    const before = await away().count();
    await set().nth(Math.min(at, (await set().count()) - 1)).click();
    await until(async () => (await away().count()) === before + 1, "one limit more");
  }
  for (const at of [1, 0, 0]) {
    const before = await away().count();
    await away().nth(at).click();
    await until(async () => (await away().count()) === before - 1, "one limit less");
  }
  assert.equal(await set().count(), all);
  assert.deepEqual(widget.page.log.errors, []);
});

test("the same words in every box stand in every place, and stop nothing", async () => {
  const same = "To see my family";
  const widget = await new Widget(await here.open()).ready();
  await widget.go("What matters");
  for (const box of await widget.root.getByRole("textbox").all()) await box.fill(same);
  await widget.go("Weigh up");
  await widget.unfold(ELSE);
  for (let round = 0; round < 2; round += 1) {
    await widget.root.getByRole("textbox", { name: "What else matters to you" }).fill(same);
    await widget.button("Add this").click();
    await until(async () => (await widget.button(`Take away: ${same}`).count()) === round + 1, "one concern more");
  }
  for (const [at, step] of ["Ready?", "Decide"].entries()) {
    await widget.go(step);
    for (const box of await widget.root.locator("textarea, input[type=text]").all()) if (await box.isVisible()) await box.fill(same);
    const add = widget.root.getByRole("button", { name: /^Add/ });
    for (const button of await add.all()) if (await button.isVisible()) await button.click();
    assert.deepEqual(widget.page.log.errors, [], `after ${at + 1} steps of boxes`);
  }
  for (const [step] of steps) await widget.go(step);
  // Each of the four boxes of What matters stands on the summary, whichever step was seen before.
  const words = widget.root.locator(".wu-summary__words dd");
  for (const step of ["Compare", "What matters"]) {
    await widget.go("Summary");
    assert.deepEqual(await words.allInnerTexts(), [same, same, same, same]);
    await widget.go(step);
  }
  await widget.root.getByRole("textbox", { name: "What worries you?" }).fill("Another");
  await widget.go("Summary");
  assert.deepEqual(await words.allInnerTexts(), [same, "Another", same, same]);
  assert.deepEqual(widget.page.log.errors, []);
});

test("presses in one task: each control does what it was drawn with, though the first press moves the others", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Weigh up");
  await widget.unfold(ELSE);
  const field = widget.root.getByRole("textbox", { name: "What else matters to you" });
  const concerns = ["My garden", "The dog"];
  for (const concern of concerns) {
    await field.fill(concern);
    await widget.button("Add this").click();
    await widget.button(`Take away: ${concern}`).waitFor();
  }
  await widget.button("Take away: My garden").evaluate((first) => {
    const buttons = [...first.getRootNode().querySelectorAll("button")];
    const second = buttons.find((button) => button.textContent === "Take away: The dog");
    first.click();
    second.click();
  });
  const away = widget.root.getByRole("button", { name: "Take away:" });
  await until(async () => (await away.count()) === 0, "both concerns to be gone");
  await widget.button("Undo").click();
  await widget.button("Take away: The dog").waitFor();
  assert.equal(await away.count(), 1, "one press, one step to undo");
});
