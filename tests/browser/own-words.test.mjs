// What a person writes: one question at a time or all on one sheet, and what each answer is about.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { sideways, until, Widget } from "../support/widget.mjs";

const here = world();
const pads = "Wearing pads for leaking urine";
const said = "Not leaking at bowls.";

const begin = async (options) => {
  const widget = await new Widget(await here.open("prostate-localised/", options)).ready();
  return widget.go("What matters");
};
const box = (widget, name) => widget.root.getByRole("textbox", { name });
const focused = (widget) => widget.root.evaluate((host) => host.shadowRoot.activeElement?.textContent.trim());

test("one question at a time keeps every answer, says which question it is, and can be left again", async () => {
  for (const width of [390, 1280]) {
    const widget = await begin({ viewport: { width, height: 800 } });
    const { page, root } = widget;
    await box(widget, "What worries you?").fill("That it spreads.");
    await widget.button("One question at a time").click();
    await until(async () => (await focused(widget)) === "Question 1 of 5", "the first question has the focus");
    assert.equal(await root.getByRole("textbox").count(), 1, "one question");
    assert.equal(await widget.button("Question before").count(), 0, "nothing before the first");
    await box(widget, "What matters most to you?").fill(said);
    // By keyboard alone: the box, what it is about, then on.
    await widget.button("Next question").focus();
    await page.keyboard.press("Enter");
    await until(async () => (await focused(widget)) === "Question 2 of 5", "the second question has the focus");
    assert.equal(await box(widget, "What worries you?").inputValue(), "That it spreads.", "what was written on the sheet");
    await page.keyboard.press("Tab");
    assert.equal(await root.evaluate((host) => host.shadowRoot.activeElement.tagName), "TEXTAREA", "the box follows where the question stands");
    await widget.button("Question before").click();
    await until(async () => (await focused(widget)) === "Question 1 of 5", "back to the first");
    assert.equal(await box(widget, "What matters most to you?").inputValue(), said);
    for (let at = 2; at <= 5; at += 1) {
      await widget.button("Next question").click();
      await until(async () => (await focused(widget)) === `Question ${at} of 5`, `question ${at}`);
    }
    await root.getByRole("radio", { name: "I am close to choosing" }).check();
    assert.equal(await widget.button("Next question").count(), 0, "nothing after the last");
    assert.deepEqual(await sideways(page), [], `${width} px`);
    // Another step and back: the same question, the same way of asking.
    await widget.go("The choice");
    await widget.go("What matters");
    await root.getByText("Question 5 of 5").waitFor();
    await widget.button("All questions on one sheet").click();
    await box(widget, "What do you hope for?").waitFor();
    assert.equal(await box(widget, "What matters most to you?").inputValue(), said);
    assert.ok(await root.getByRole("radio", { name: "I am close to choosing" }).isChecked());
    assert.deepEqual(page.log.errors, []);
  }
});

test("the browser's Back leaves the questions for the step before and keeps them", async () => {
  const widget = await begin();
  const { page, root } = widget;
  await widget.button("One question at a time").click();
  await box(widget, "What matters most to you?").fill(said);
  await widget.button("Next question").click();
  await root.getByText("Question 2 of 5").waitFor();
  await page.goBack();
  await widget.at("About");
  await page.goForward();
  await widget.at("What matters");
  await root.getByText("Question 2 of 5").waitFor();
  await widget.button("Question before").click();
  await until(async () => (await box(widget, "What matters most to you?").inputValue()) === said, "what was written");
});

test("what somebody writes stands beside the outcome that it is about, in Compare, Weigh up and the summary", async () => {
  const widget = await begin();
  const { root, page } = widget;
  assert.equal(await root.locator(".wu-matters summary").filter({ hasText: "What is it about?" }).count(), 0, "nothing is written yet");
  await box(widget, "What matters most to you?").fill(said);
  await widget.unfold("What is it about?");
  await root.getByRole("group", { name: "What is it about?" }).getByRole("checkbox", { name: pads }).check();
  await root.locator("summary").filter({ hasText: "This is about wearing pads for leaking urine." }).waitFor();

  await widget.go("Compare");
  const row = root.locator("tr").filter({ hasText: pads }).first();
  await row.getByText(said).waitFor();
  await widget.pictures();
  await widget.card(pads).getByText(said).waitFor();

  await widget.go("Weigh up");
  await root.getByRole("radio", { name: "Cancer that spreads" }).check();
  // It is asked about once those before it have an answer.
  const shown = () => root.locator(".wu-pair").filter({ hasText: pads }).filter({ hasText: said });
  for (let pressed = 0; pressed < 8 && (await shown().count()) === 0; pressed += 1) {
    await root.locator(".wu-pair--now").getByRole("button", { name: "About half as much" }).click();
  }
  assert.equal(await shown().count(), 1, "beside the question about it");

  await widget.go("Summary");
  await root.getByText(`About wearing pads for leaking urine you said: “${said}”`).first().waitFor({ state: "attached" });

  // Where an outcome is marked it can be linked as well, and the link taken back.
  await widget.go("Compare");
  await widget.show("At a glance");
  await row.getByRole("button", { name: /^Matters\?/ }).click();
  const link = root.getByRole("group", { name: "Which of your words are about this too?" }).getByRole("checkbox", { name: "What matters most to you?" });
  assert.ok(await link.isChecked());
  await link.uncheck();
  await until(async () => (await row.getByText(said).count()) === 0, "it no longer stands there");
  await widget.button("Undo").click();
  await row.getByText(said).waitFor();
  assert.deepEqual(page.log.errors, []);
});
