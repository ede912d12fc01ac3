// The whole path with Tab, Space, Enter and arrows alone. The focus is always seen and never lost (H11).
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { focus, seen, tabTo } from "../support/keys.mjs";
import { label, steps, until, Widget } from "../support/widget.mjs";

const here = world();

/** The focus has moved to the heading of the step. */
async function arrived(page, step) {
  const [, heading] = steps.find(([known]) => known === step);
  await until(async () => {
    const at = await focus(page);
    return at?.tag === "H1" && at.name === heading;
  }, `the focus on the heading “${heading}”`);
  const at = await focus(page);
  assert.ok(at.inside && at.clear, `${step}: the heading is on screen`);
}

const onward = async (page, step) => {
  await tabTo(page, `Next: ${label(step)}`);
  await page.keyboard.press("Enter");
  await arrived(page, step);
};

/** Moves along a radio group with the arrows until the one wanted is checked. */
async function pick(page, wanted) {
  await page.keyboard.press("Space");
  for (let presses = 0; presses < 12; presses += 1) {
    const at = await seen(page, `choosing ${wanted}`);
    if (at.checked && at.name.startsWith(wanted)) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`the arrows did not reach “${wanted}”`);
}

test("the whole path by keyboard alone (2.1.1, 2.1.4, 2.4.3, 2.4.7)", async () => {
  const page = await here.open("");
  await tabTo(page, /Localised prostate cancer/);
  await page.keyboard.press("Enter");
  const widget = await new Widget(page).ready();

  await tabTo(page, /^Me:/);
  await page.keyboard.press("Space");
  await onward(page, "What matters");
  for (const [label, text] of Object.entries(journey.words)) {
    await tabTo(page, (at) => at.tag === "TEXTAREA" && at.name.startsWith(label));
    await page.keyboard.type(text);
  }
  await tabTo(page, (at) => at.type === "radio");
  await pick(page, "I am close to choosing");
  await onward(page, "The choice");
  await onward(page, "Options");
  await onward(page, "Compare");

  await tabTo(page, "Choose what is shown");
  await page.keyboard.press("Enter");
  await tabTo(page, (at) => at.type === "radio" && /glance/i.test(at.name));
  await pick(page, "Table");
  await widget.root.getByRole("table").first().waitFor();
  await pick(page, "Pictures");
  await tabTo(page, (at) => at.type === "checkbox" && at.name.startsWith("Surgery"));
  await page.keyboard.press("Space");
  await page.keyboard.press("Space");
  await onward(page, "Weigh up");

  await tabTo(page, (at) => at.type === "radio");
  await pick(page, journey.first);
  await tabTo(page, "About half as much");
  const word = widget.root.getByRole("group", { name: /^How much does the cancer spreading matter/ }).getByRole("button", { name: "About half as much" });
  await page.keyboard.press("Enter");
  await until(async () => (await word.getAttribute("aria-pressed")) === "true", "what was said stays where it was said");
  assert.equal((await seen(page, "a word")).name, "About half as much", "the focus stays on the word");
  await tabTo(page, "Other ways to answer");
  await page.keyboard.press("Enter");
  await tabTo(page, (at) => at.name.startsWith("What to change first"));
  await page.keyboard.press("Enter");
  await tabTo(page, (at) => at.type === "radio", { back: true });
  await pick(page, journey.first);
  await tabTo(page, `More: Cancer that spreads`);
  for (let presses = 0; presses < 3; presses += 1) {
    await page.keyboard.press("Enter");
    assert.equal((await seen(page, "pressing More")).name, "More: Cancer that spreads", "the focus stays on the button");
  }
  const reached = await journey.pointsOf(widget, "Cancer that spreads");
  await tabTo(page, `Less: Cancer that spreads`, { back: true });
  await page.keyboard.press("Space");
  await until(async () => (await journey.pointsOf(widget, "Cancer that spreads")) === reached - 10, "ten points fewer");
  await tabTo(page, "Something else that matters to you?");
  await page.keyboard.press("Enter");
  await tabTo(page, (at) => at.name.startsWith("What else matters to you"));
  await page.keyboard.type(journey.concern);
  await tabTo(page, "Add this");
  await page.keyboard.press("Enter");
  await until(async () => (await widget.words()).includes(journey.concern), "the concern");
  assert.ok(await focus(page), "the focus is not lost");
  await onward(page, "How they fit");
  await onward(page, "Ready?");
  await tabTo(page, (at) => at.type === "radio" && at.name === "Yes");
  await pick(page, "Not yet");
  await tabTo(page, (at) => at.tag === "TEXTAREA" && at.name.startsWith("Your questions"));
  await page.keyboard.type(journey.question);
  assert.equal(await widget.root.getByRole("textbox", { name: "Your questions" }).inputValue(), journey.question, "every letter and space");
  await onward(page, "Decide");
  await tabTo(page, (at) => at.type === "radio");
  await pick(page, "I need more time");
  await tabTo(page, (at) => at.type === "radio" && at.name === "Very sure");
  await page.keyboard.press("Space");
  await tabTo(page, (at) => at.name.startsWith("Do you have any doubts?"));
  await page.keyboard.type(journey.doubt);
  await tabTo(page, "I will");
  await page.keyboard.press("Space");
  await tabTo(page, "What to do");
  await page.keyboard.type(journey.task.what);
  await tabTo(page, "By when");
  await page.keyboard.type(journey.task.when);
  await page.keyboard.press("Enter");
  await until(async () => (await widget.words()).includes(journey.task.what), "what the person will do");
  assert.equal((await seen(page, "after adding")).name, "What to do", "the form waits for more");
  await tabTo(page, (at) => at.type === "date");
  // The same day in whatever order the browser asks for day and month.
  await page.keyboard.type("03032027");
  await onward(page, "Summary");
  assert.match(await widget.words(), /3 March 2027/);
  await tabTo(page, "Start again");
  await page.keyboard.press("Enter");
  await tabTo(page, "Yes, clear everything");
  await page.keyboard.press("Enter");
  await until(async () => (await focus(page))?.tag === "H1", "the focus on the heading");
  await widget.ready();
  assert.deepEqual(page.log.errors, []);
});

test("going back with Shift and Tab leaves the widget again: no trap (2.1.2)", async () => {
  const page = await here.open("");
  await page.getByRole("link", { name: /Localised prostate cancer/ }).first().click();
  const widget = await new Widget(page).ready();
  await widget.root.evaluate((host) => {
    for (const [place, id] of [["beforebegin", "before"], ["afterend", "after"]]) {
      host.insertAdjacentHTML(place, `<a id="${id}" href="#">${id}</a>`);
    }
  });
  await page.locator("#before").focus();
  await tabTo(page, "after");
  await tabTo(page, "before", { back: true });
});

test("at 320 by 480 pixels the focus is never hidden, on any step (2.4.11)", async () => {
  const page = await here.open("prostate-localised/", { viewport: { width: 320, height: 480 } });
  const widget = await new Widget(page).ready();
  for (const [step] of steps) {
    await widget.go(step);
    if (step !== "About") await arrived(page, step);
    // To the end of the step and out of it, then back: what sticks to the top and what sticks to the bottom.
    for (const key of ["Tab", "Shift+Tab"]) {
      let presses = 0;
      for (; presses < 150; presses += 1) {
        await page.keyboard.press(key);
        const at = await focus(page);
        if (!at || ["HTML", "BODY"].includes(at.tag)) break;
        await seen(page, `${step}, ${key} ${presses}`);
      }
      assert.ok(presses < 150, `${step}: ${key} leads out`);
    }
  }
});
