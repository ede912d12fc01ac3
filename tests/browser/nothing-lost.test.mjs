// What people write is never lost without a word: limits are said before they are reached, what stands in a box counts without its
// button, Back is back, and answers can be opened again from the first step.
import assert from "node:assert/strict";
import { test } from "node:test";
import { downloaded, world } from "../support/chromium.mjs";
import { until, Widget } from "../support/widget.mjs";

const here = world();
const matters = "What matters most to you?";
const box = (widget, label) => widget.root.getByRole("textbox", { name: label });
const said = async (widget, words) => assert.ok((await widget.words()).includes(words), words);

test("a text longer than a page is kept whole, and its box says so", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("What matters");
  await box(widget, matters).fill("y".repeat(3_600));
  await widget.text("You can write 400 more characters before the page is full.").waitFor();
  await box(widget, matters).fill("y".repeat(4_120));
  await widget.text("This is 120 characters more than fit on one page. All of it is kept.").waitFor();
  await widget.go("Summary");
  await said(widget, "y".repeat(4_120));
});

test("a text too long to be kept stays in its box on every step until the person shortens it", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("What matters");
  await box(widget, matters).fill("Bowls. ");
  const long = "z".repeat(20_003);
  await box(widget, matters).fill(long);
  await widget.text(/^This is 3 characters more than can be kept/).waitFor();
  assert.equal(await box(widget, matters).inputValue(), long);
  await widget.go("The choice");
  await widget.go("What matters");
  assert.equal(await box(widget, matters).inputValue(), long, "it waits there");
  await box(widget, matters).fill("z".repeat(20));
  await widget.text(/more than can be kept/).waitFor({ state: "detached" });
  await widget.go("Summary");
  await said(widget, "z".repeat(20));
});

test("a concern that is only typed counts when the person goes on", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Weigh up");
  await widget.unfold("Something else that matters to you");
  await box(widget, "What else matters to you").fill("The drive every day");
  await widget.next();
  await widget.go("Weigh up");
  await widget.heading(/The drive every day/, 3).waitFor();
  await widget.unfold("Something else that matters to you");
  assert.equal(await box(widget, "What else matters to you").inputValue(), "", "its box is empty again");
});

test("something to do that is only typed counts when the summary is saved or another step is opened", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Decide");
  const fold = widget.root.locator("summary").filter({ hasText: "I will" }).first();
  await fold.click();
  const group = fold.locator("xpath=ancestor::*[@role='group'][1]");
  const [what, when] = [group.getByRole("textbox").nth(0), group.getByRole("textbox").nth(1)];
  await what.fill("Ring the nurse");
  await when.fill("Monday");
  await widget.go("Summary");
  await said(widget, "Ring the nurse");
  await said(widget, "Monday");
});

test("the last places of a list are counted down, and a full list says so and keeps what is there", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Weigh up");
  await widget.unfold("Something else that matters to you");
  for (const [at, concern] of ["one", "two", "three", "four", "five"].entries()) {
    await box(widget, "What else matters to you").fill(`Concern ${concern}`);
    await widget.button("Add this").click();
    await widget.heading(new RegExp(`Concern ${concern}`), 3).waitFor();
    const left = 4 - at;
    if (left > 0 && left <= 3) await widget.text(`You can add ${left} more.`).waitFor();
  }
  await widget.text("This list is full. Remove something to add something else.").waitFor();
  assert.equal(await box(widget, "What else matters to you").count(), 0, "no box for what could not be added");
  await widget.button(/Concern two/).click();
  await box(widget, "What else matters to you").waitFor();
});

test("Back leads to the step before, and on again", async () => {
  const page = await here.open();
  const widget = await new Widget(page).ready();
  await widget.next();
  await box(widget, matters).fill("Bowls");
  await widget.next();
  await page.goBack();
  await widget.at("What matters");
  assert.equal(await box(widget, matters).inputValue(), "Bowls");
  await page.goForward();
  await widget.at("The choice");
});

test("answers that were saved are opened from the first step", async () => {
  const page = await here.open();
  const widget = await new Widget(page).ready();
  await widget.go("What matters");
  await box(widget, matters).fill("Bowls");
  await widget.go("Summary");
  const [download] = await Promise.all([page.waitForEvent("download"), widget.button("Save to a file").click()]);
  const buffer = await downloaded(download);
  const another = await here.open();
  const begun = await new Widget(another).ready();
  const [chooser] = await Promise.all([another.waitForEvent("filechooser"), begun.button("Open a saved file").click()]);
  await chooser.setFiles({ name: "mine.json", mimeType: "application/json", buffer });
  await begun.text("Your saved answers are open.").waitFor();
  await until(async () => {
    await begun.go("What matters");
    return (await box(begun, matters).inputValue()) === "Bowls";
  }, "the answers");
});
