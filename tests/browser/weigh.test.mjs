// Every way of weighing by keyboard, several people, and a guess that nobody sees before it is shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { focus } from "../support/keys.mjs";
import { until, Widget } from "../support/widget.mjs";

const here = world();

async function weigh() {
  const page = await here.open();
  const widget = await new Widget(page).ready();
  await widget.go("Weigh up");
  await widget.unfold("How would you like to answer?");
  return widget;
}

const way = (widget, name) => widget.root.getByRole("button", { name: new RegExp(`^${name}`) });
const status = (widget) => widget.root.getByRole("status").allInnerTexts().then((all) => all.join(" "));

test("ranking: places are given and changed by the keyboard, and the focus goes with the row", async () => {
  const widget = await weigh();
  const { page, root } = widget;
  await way(widget, "Put in order").click();
  for (const name of ["Cancer that spreads", "Wearing pads for leaking urine", "Dying from prostate cancer"]) {
    await widget.button(`Place next ${name}`).focus();
    await page.keyboard.press("Enter");
    await until(async () => (await root.getByRole("button", { name: `Up: ${name}` }).count()) === 1, `${name} has a place`);
  }
  const places = () => root.locator(".wu-rank .wu-weigh__name").allInnerTexts().then((all) => all.map((each) => each.trim()));
  assert.deepEqual(await places(), ["Cancer that spreads", "Wearing pads for leaking urine", "Dying from prostate cancer"]);
  await widget.button("Up: Wearing pads for leaking urine").focus();
  await page.keyboard.press("Space");
  await until(async () => (await places())[0] === "Wearing pads for leaking urine", "pads to be first");
  assert.equal((await focus(page)).name, "Up: Wearing pads for leaking urine");
  assert.match(await status(widget), /Wearing pads for leaking urine: place 1/);
  assert.match(await widget.words(), /The change in wearing pads for leaking urine matters most to you/);
  await widget.button("Same as the one above Cancer that spreads").click();
  await until(async () => (await widget.button("Same as the one above Cancer that spreads").getAttribute("aria-pressed")) === "true", "two together");
});

test("points: what is left is said, and never less than nothing", async () => {
  const widget = await weigh();
  await way(widget, "Share 100 points").click();
  const more = widget.button("More: Cancer that spreads").first();
  for (let press = 1; press <= 3; press += 1) {
    await more.click();
    await until(async () => (await widget.words()).includes(`${100 - 5 * press} of 100 points left to share`), `${press} presses`);
  }
  assert.match(await status(widget), /85 of 100 points left to share/);
});

test("most and least: comparisons are asked for when both are chosen, and those that pull apart are named", async () => {
  const widget = await weigh();
  const { root } = widget;
  await way(widget, "Most and least").click();
  assert.match(await widget.words(), /Choose what matters most and least first/);
  await root.getByRole("group", { name: "Which change matters most to you?" }).getByRole("radio", { name: "Cancer that spreads" }).check();
  await root.getByRole("group", { name: "Which change matters least to you?" }).getByRole("radio", { name: "Leaking from the bowel" }).check();
  await until(async () => /How much more does the first matter than the second\?/.test(await widget.words()), "the comparisons");
  await root.getByRole("button", { name: /^More: The cancer spreading, next to leaking from the bowel/ }).click();
  await until(async () => /about as much|twice/i.test(await status(widget)), "what it says is announced");
});

test("another way loses nothing: going back finds every answer again", async () => {
  const widget = await weigh();
  const { root } = widget;
  await root.getByRole("radio", { name: "Wearing pads for leaking urine" }).check();
  await widget.button("More: Cancer that spreads").first().click();
  const before = await root.locator(".wu-stepper").allInnerTexts();
  await way(widget, "Share 100 points").click();
  await widget.button("More: Cancer that spreads").first().click();
  await way(widget, "What to change first").click();
  await until(async () => root.getByRole("radio", { name: "Wearing pads for leaking urine" }).isChecked(), "the first answers");
  assert.deepEqual(await root.locator(".wu-stepper").allInnerTexts(), before);
});

test("a health professional's guess is hidden, on every step and from the page, until it is shown on purpose", async () => {
  const widget = await weigh();
  const { root } = widget;
  const answer = async (first) => {
    await root.getByRole("radio", { name: first }).check();
    for (let left = await root.getByRole("button", { name: /^More: / }).count(), at = 0; at < left; at += 1) {
      await root.getByRole("button", { name: /^More: / }).nth(at).click();
    }
  };
  await widget.button("Someone else wants to answer too").click();
  await root.getByRole("button", { name: /^A health professional, guessing/ }).click();
  await widget.heading("Your turn: health professional", 2).waitFor();
  await answer("Cancer that spreads");
  await widget.button("Hand back to the person deciding").click();
  await widget.heading("Your turn: the person deciding", 2).waitFor();
  assert.equal(await root.getByRole("radio", { name: "Cancer that spreads" }).isChecked(), false, "the person starts from nothing");
  await answer("Wearing pads for leaking urine");
  const hidden = async (where) => assert.doesNotMatch(await widget.words(), /professional’s guess|Where you differ/, where);
  for (const step of ["How they fit", "Decide", "Summary", "Weigh up"]) {
    await widget.go(step);
    await hidden(step);
  }
  assert.match(await widget.words(), /The guess is hidden/);
  await widget.button("Show the guess").click();
  await until(async () => /Where you differ/.test(await widget.words()), "the gap");
  assert.match(await status(widget), /The guess is shown/);
  assert.match(await widget.words(), /The conversation to have is about/);
});
