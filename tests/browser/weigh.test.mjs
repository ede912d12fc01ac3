// Every way of weighing by keyboard, several people, and a guess that nobody sees before it is shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { focus } from "../support/keys.mjs";
import { broken } from "../support/layout.mjs";
import { until, Widget } from "../support/widget.mjs";

const here = world();

async function weigh() {
  const page = await here.open();
  const widget = await new Widget(page).ready();
  await widget.go("Weigh up");
  await widget.unfold("Other ways to answer");
  return widget;
}

const way = (widget, name) => widget.root.getByRole("button", { name: new RegExp(`^${name}`) });
const status = (widget) => widget.root.getByRole("status").allInnerTexts().then((all) => all.join(" "));

const pads = "Wearing pads for leaking urine";
const words = (widget) => widget.root.locator(".wu-pair");
const now = (widget) => widget.root.locator(".wu-pair--now");
const most = (widget, name) => widget.root.getByRole("group", { name: "Which of these changes matters most to you?" }).getByRole("radio", { name });

test("one pair at a time: both changes stand beside each question, the next comes below, and the focus stays", async () => {
  const widget = await new Widget(await here.open()).ready();
  const { page, root } = widget;
  await widget.go("Weigh up");
  assert.equal(await words(widget).count(), 0, "no question before what matters most is chosen");
  assert.equal(await widget.button("See how the options fit so far").count(), 0);
  await most(widget, pads).check();
  await widget.button("See how the options fit so far").waitFor();
  const radios = root.getByRole("group", { name: "Which of these changes matters most to you?" }).getByRole("radio");
  const all = (await radios.count()) - 1;
  for (let answered = 0; answered < all; answered += 1) {
    assert.equal(await words(widget).count(), answered + 1, "those that are answered, and one");
    const asked = await now(widget).innerText();
    assert.match(asked, /wearing pads for leaking urine: from 24 down to 8 of every 100 men/i, "what it is next to");
    assert.match(asked, /from \d+ (down|up) to \d+ of every 100 men/, "its own change");
    const word = now(widget).getByRole("button", { name: "About half as much" });
    await word.focus();
    await page.keyboard.press("Enter");
    await until(async () => (await words(widget).nth(answered).getByRole("button", { name: "About half as much" }).getAttribute("aria-pressed")) === "true", "the answer");
    assert.equal((await focus(page)).name, "About half as much");
    // What was answered before is one line: the answer, and a way to change it.
    assert.equal(await radios.count(), 0, "what matters most is not asked any more");
    assert.equal(await root.locator(".wu-pair--said").count(), answered);
    assert.match(await status(widget), answered + 1 < all ? /About half as much\. +How much does .* matter, next to wearing pads/ : /About half as much/);
  }
  await widget.button("See how the options fit").click();
  await widget.heading("How the options fit what you told us", 1).waitFor();
});

test("what was answered is one line, and one press asks it again where it stands, with its change and the focus on the answer (2.4.3)", async () => {
  const widget = await new Widget(await here.open()).ready();
  const { page, root } = widget;
  await widget.go("Weigh up");
  await most(widget, pads).check();
  const names = [];
  for (const said of ["Much less", "As much"]) {
    names.push((await now(widget).locator(".wu-weigh__name").innerText()).trim());
    await now(widget).getByRole("button", { name: said, exact: true }).click();
  }
  const first = words(widget).first();
  assert.match((await first.innerText()).replace(/\s+/g, " "), new RegExp(`^${names[0]} Much less Change`));
  await widget.button(`Change ${names[0]}`).focus();
  await page.keyboard.press("Enter");
  await until(async () => (await focus(page))?.name === "Much less", "the focus on what was answered");
  assert.match(await first.innerText(), /from \d+ (down|up) to \d+ of every 100 men/);
  await first.getByRole("button", { name: "Nearly as much" }).click();
  assert.equal((await focus(page)).name, "Nearly as much", "the focus stays");
  // What matters most is asked again in the same way, and another choice keeps the focus too.
  await widget.button(`Change ${pads}`).focus();
  await page.keyboard.press("Enter");
  await until(async () => (await focus(page))?.name?.startsWith(pads), "the focus on what was chosen");
  await page.keyboard.press("ArrowDown");
  const other = (await focus(page)).name;
  assert.doesNotMatch(other, new RegExp(`^${pads}`));
  await until(async () => root.getByRole("radio", { checked: true, name: other }).isVisible(), "the other choice");
  await page.keyboard.press("ArrowUp");
  assert.ok((await focus(page)).name.startsWith(pads), "arrows go through all of them");
});

test("a result from the first answer on says what is still open", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Weigh up");
  await most(widget, pads).check();
  await widget.button("See how the options fit so far").click();
  await until(async () => /This is the result so far\. You have not compared these yet/.test(await widget.words()), "what is open");
  assert.match(await widget.words(), /This is not advice/);
});

test("answers that cannot all be true are named, and one press takes one back", async () => {
  const widget = await new Widget(await here.open()).ready();
  const { root } = widget;
  await widget.go("Weigh up");
  await most(widget, pads).check();
  await now(widget).getByRole("button", { name: "Much less" }).click();
  const first = (await words(widget).first().locator(".wu-weigh__name").innerText()).trim();
  await widget.button(`Change ${pads}`).click();
  await most(widget, first).check();
  await widget.heading("These answers do not go together", 3).waitFor();
  assert.equal(await widget.button("See how the options fit so far").count(), 0);
  await root.getByRole("button", { name: /^Take back: .* matters much less than wearing pads/ }).click();
  await until(async () => !/do not go together/.test(await widget.words()), "they go together");
});

test("what the studies cannot tell apart is weighed when it is asked for, and said to be", async () => {
  const widget = await new Widget(await here.open()).ready();
  const dying = "Dying from prostate cancer";
  await widget.go("Weigh up");
  assert.equal(await most(widget, dying).count(), 0);
  await widget.unfold("What the studies cannot tell apart");
  await widget.button(`Weigh it all the same: ${dying}`).click();
  await until(async () => (await most(widget, dying).count()) === 1, "it can be chosen");
  assert.match(await widget.words(), /It is weighed because you asked for it/);
  await widget.button(`Leave it out: ${dying}`).click();
  await until(async () => (await most(widget, dying).count()) === 0, "it is left out");
});

test("controls stand beside their text at every width, and no question stands above an empty list", async () => {
  for (const width of [390, 768, 1366]) {
    const page = await here.open("prostate-localised/", { viewport: { width, height: 800 } });
    const widget = await new Widget(page).ready();
    await widget.go("Weigh up");
    await most(widget, pads).check();
    const far = await widget.root.locator(".wu-weigh__item").evaluateAll((all) => all.map((item) => {
      const [what, control] = [item.querySelector(".wu-weigh__what"), item.querySelector(".wu-pair__words, .wu-weigh__value, button")];
      const [a, b] = [what.getBoundingClientRect(), control.getBoundingClientRect()];
      return Math.max(0, b.left - a.right);
    }));
    assert.ok(far.length > 0 && far.every((gap) => gap < 60), `${width}: ${far}`);
    const empty = await widget.root.locator("fieldset, .wu-weigh__items").evaluateAll((all) => all.filter((each) => each.querySelectorAll("input, li, button").length === 0).length);
    assert.equal(empty, 0, `${width}`);
  }
});

test("ranking: places are given and changed by the keyboard, and the focus goes with the row", async () => {
  const widget = await weigh();
  const { page, root } = widget;
  await way(widget, "Put in order").click();
  for (const name of ["Cancer that spreads", "Wearing pads for leaking urine", "Erections firm enough for sex"]) {
    await widget.button(`Place next ${name}`).focus();
    await page.keyboard.press("Enter");
    await until(async () => (await root.getByRole("button", { name: `Up: ${name}` }).count()) === 1, `${name} has a place`);
  }
  const places = () => root.locator(".wu-rank .wu-weigh__name").allInnerTexts().then((all) => all.map((each) => each.trim()));
  assert.deepEqual(await places(), ["Cancer that spreads", "Wearing pads for leaking urine", "Erections firm enough for sex"]);
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
  await way(widget, "What to change first").click();
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
    await widget.unfold("Other ways to answer");
    await way(widget, "What to change first").click();
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
  for (const width of [390, 768, 1024, 1366]) {
    await widget.page.setViewportSize({ width, height: 800 });
    assert.deepEqual(await broken(root), [], `${width} px`);
  }
});

test("a time chosen in Compare is weighed; what was answered stays about its own time, and one press weighs again", async () => {
  const widget = await new Widget(await here.open()).ready();
  const asked = () => most(widget, pads).locator("xpath=..").innerText();
  const years = async (name) => {
    await widget.go("Compare");
    await widget.button("Choose what is shown").click();
    await widget.root.getByRole("group", { name: "Time, where there is a choice" }).getByRole("radio", { name, exact: true }).check();
    await widget.go("Weigh up");
  };
  await widget.go("Weigh up");
  assert.match(await asked(), /at 12 years/);
  await years("1 year");
  assert.match(await asked(), /at 1 year/);
  assert.equal(await widget.text("Compare shows another time now.").count(), 0, "nothing was answered yet");
  await most(widget, pads).check();
  await years("5 years");
  const said = widget.root.getByText(/Weighed here: .*wearing pads.*, at 1 year.* Compare shows another time now\./i);
  await said.waitFor();
  assert.match(await now(widget).innerText(), /at 1 year/);
  await widget.button("Weigh again, with the times that Compare shows").click();
  await until(async () => (await said.count()) === 0, "nothing is weighed at another time");
  assert.match(await asked(), /at 5 years/);
  await widget.button("Undo").click();
  await said.waitFor();
  assert.ok(await most(widget, pads).isChecked());
});
