// What people write is never lost without a word: limits are said before they are reached, what stands in a box counts without its
// button, Back is back, and answers can be opened again from the first step.
import assert from "node:assert/strict";
import { test } from "node:test";
import { downloaded, world } from "../support/chromium.mjs";
import { openAll } from "../support/states.mjs";
import { steps, until, Widget, withAttributes } from "../support/widget.mjs";

const here = world();
const matters = "What matters most to you?";
const box = (widget, label) => widget.root.getByRole("textbox", { name: label });
const said = async (widget, words) => assert.ok((await widget.words()).includes(words), words);

// Every box of every step, with the health professional's panel and with what is folded away: how much it takes, and how to come to it.
const PAGE = 4_000;
const MOST = 20_000;
const every = [
  ["What matters", "What matters most to you?", MOST], ["What matters", "What worries you?", MOST], ["What matters", "What do you hope for?", MOST],
  ["What matters", "Is there anything you would not accept?", MOST],
  ["What matters", "What would the person with you like to say?", MOST], ["Ready?", "Your questions", MOST], ["Decide", "Do you have any doubts?", MOST], ["Decide", "What did we decide, and why?", MOST],
  ["Compare", "Notes from the health professional", MOST], ["Compare", "In my own words Cancer that spreads", PAGE],
];

/** A page on which all boxes can be reached: the panel is beside every step, and everybody is here. */
async function together() {
  const page = await here.person();
  await withAttributes(page, 'mode="together"');
  await page.goto(`${here.site.url}prostate-localised/`);
  const widget = new Widget(page);
  await widget.drawer();
  await widget.go("About");
  await widget.root.getByRole("checkbox", { name: /^Someone/ }).check();
  return widget;
}

async function unfolded(widget, step) {
  await widget.go(step);
  const mark = widget.root.getByRole("button", { name: "Matters? Cancer that spreads" });
  if (step === "Compare" && (await mark.getAttribute("aria-expanded")) === "false") await mark.click();
}

// Those about an outcome are one kind.
test("the table of boxes has every box", async () => {
  const widget = await together();
  const found = new Set();
  for (const [step] of steps) {
    await unfolded(widget, step);
    await openAll(widget);
    for (const label of await widget.root.locator("textarea:not([readonly])").evaluateAll((all) => all.map((each) => each.labels[0].textContent.replace(/\s+/g, " ").trim()))) found.add(label.replace(/^In my own words .*/, "In my own words Cancer that spreads"));
  }
  assert.deepEqual([...found].sort(), every.map(([, label]) => label).sort());
});

test("in every box a longer text is kept and said, and one too long to be kept waits until the person shortens it", async () => {
  const widget = await together();
  for (const [step, label, most] of every) {
    await unfolded(widget, step);
    const one = () => box(widget, label);
    const room = () => one().evaluate((each) => each.parentElement.querySelector("[role=status]").innerText);
    const says = (words) => until(async () => words.test(await room()), `${label}: ${words}`);
    await one().fill("y".repeat(PAGE - 400));
    await says(/You can write 400 more characters/);
    if (most > PAGE) {
      await one().fill("y".repeat(PAGE + 120));
      await says(/120 characters more than fit on one page. All of it is kept/);
    }
    const long = "z".repeat(most + 3);
    await one().fill(long);
    await says(/3 characters more than can be kept/);
    assert.equal(await one().inputValue(), long, label);
    await widget.go("The choice");
    await unfolded(widget, step);
    assert.equal(await one().inputValue(), long, `${label}: it waits there`);
    await one().fill(`Mine: ${label}`);
    await until(async () => (await room()) === "", `${label}: nothing more is said`);
    await widget.go("The choice");
    await unfolded(widget, step);
    assert.equal(await one().inputValue(), `Mine: ${label}`, "it is an answer");
  }
  assert.deepEqual(widget.page.log.errors, []);
});

// Every form: where it stands, its fields, and where its text is seen once it counts.
const forms = [
  ["Weigh up", ["What else matters to you"], "Weigh up"], ["Compare", ["What the person wants to talk about"], "Compare"], ["Compare", ["What you want to talk about"], "Compare"],
  ["Decide", ["What to do", "By when"], "Decide", "I will"], ["Decide", ["What to do", "By when"], "Decide", "The person with me will"],
  ["Decide", ["What to do", "By when"], "Decide", "The health team will"],
];

test("the table of forms has every form", async () => {
  const widget = await together();
  let found = 0;
  for (const step of ["Weigh up", "Decide"]) {
    await widget.go(step);
    await openAll(widget);
    found += await widget.root.locator("form:not(.wu-panel form)").count();
  }
  // Those of the panel stand beside every step.
  found += await widget.root.locator(".wu-panel form").count();
  assert.equal(found, forms.length);
});

test("in every form what is only typed counts when the person goes on, and is not lost where it is too long", async () => {
  const widget = await together();
  for (const [at, [step, labels, seen, side]] of forms.entries()) {
    await widget.go(step);
    await openAll(widget);
    const around = side ? widget.root.getByRole("group", { name: side, exact: true }) : widget.root;
    const field = (label) => around.getByRole("textbox", { name: label, exact: true });
    const text = labels.map((label) => `${label} ${at}`);
    const long = "w".repeat(PAGE + 2);
    await field(labels[0]).fill(long);
    await widget.button(/^Next: /).click();
    await widget.text(/^This is 2 characters more than can be kept/).first().waitFor();
    await widget.at(step);
    assert.equal(await field(labels[0]).inputValue(), long, "nobody leads away from what would be lost");
    await widget.button("Close this message").click();
    for (const [n, label] of labels.entries()) await field(label).fill(text[n]);
    await widget.go("The choice");
    await widget.go(seen);
    await openAll(widget);
    for (const each of text) await said(widget, each);
    assert.equal(await field(labels[0]).inputValue(), "", `${labels[0]}: its field is empty again`);
  }
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
