// A point score worked out where the group is chosen: tick, see the sum in words, the group chosen, undo, by keyboard too.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { tabTo } from "../support/keys.mjs";
import { sideways, until, Widget } from "../support/widget.mjs";

const here = world();
const AID = "atrial-fibrillation";
const SCORE = "Work out your score: CHA2DS2-VASc";

/** Compare of the aid, with the score open. */
async function compare(page) {
  const widget = await new Widget(page).ready();
  await widget.go("Compare");
  await widget.unfold(SCORE);
  return widget;
}

const chosen = (widget) =>
  widget.root.getByRole("group", { name: "What is your CHA2DS2-VASc score?" }).getByRole("radio", { checked: true });
const sum = (widget) => widget.root.locator(".wu-score__sum").innerText();

test("what is ticked is added up in words and chooses a group, and undo takes back both", async () => {
  const widget = await compare(await here.open(`${AID}/`));
  assert.equal(await chosen(widget).count(), 0, "nobody is put into a group");
  assert.match(await sum(widget), /Nothing is ticked yet/);
  await widget.root.getByRole("checkbox", { name: "High blood pressure" }).check();
  assert.match(await sum(widget), /please answer “Your age” and “Your sex, as the score counts it” too/);
  assert.equal(await chosen(widget).count(), 0, "no sum before every question is answered");
  await widget.root.getByRole("radio", { name: "75 or over" }).check();
  await widget.root.getByRole("radio", { name: "Man", exact: true }).check();
  assert.match(await sum(widget), /2 for age 75 or over and 1 for high blood pressure make 3\./);
  assert.equal(await chosen(widget).evaluate((radio) => radio.labels[0].innerText.trim()), "3");
  // Another group can be chosen, and the page says that it is another.
  await widget.root.getByRole("group", { name: "What is your CHA2DS2-VASc score?" }).getByRole("radio", { name: "5", exact: true }).check();
  assert.match(await sum(widget), /You have chosen otherwise/);
  await widget.button("Undo").click();
  await widget.button("Undo").click();
  assert.match(await sum(widget), /please answer “Your sex, as the score counts it” too/);
  assert.equal(await chosen(widget).count(), 0, "undo takes the group back with the tick");
});

test("a sum without figures chooses nobody's group and says why", async () => {
  const widget = await compare(await here.open(`${AID}/`));
  await widget.root.getByRole("radio", { name: "Under 65" }).check();
  await widget.root.getByRole("radio", { name: "Woman", exact: true }).check();
  assert.match(await sum(widget), /The sum is 1 for being a woman\./);
  assert.match(await sum(widget), /This sum chooses no group here\./);
  assert.equal(await chosen(widget).count(), 0);
});

test("a score is worked out by keyboard, and reads well in both widths", async () => {
  const page = await here.open(`${AID}/`);
  const widget = await compare(page);
  await tabTo(page, (at) => at.type === "radio" && at.name.startsWith("Under 65"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, (at) => at.type === "radio" && at.name.startsWith("Man"));
  await page.keyboard.press("Space");
  await tabTo(page, (at) => at.type === "checkbox" && at.name.startsWith("Diabetes"));
  await page.keyboard.press("Space");
  await until(async () => /2 for age 75 or over and 1 for diabetes make 3\./.test(await sum(widget)), "the sum in words");
  for (const width of [390, 1366]) {
    await page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await sideways(page), [], `nothing hangs over at ${width}`);
    await accessible(page, `the score at ${width}`);
  }
});

test("`scores=\"off\"` leaves the choice of a group, and what was ticked comes back with the scores", async () => {
  const page = await here.open(`${AID}/`);
  const widget = await compare(page);
  await widget.root.getByRole("radio", { name: "75 or over" }).check();
  await widget.root.evaluate((host) => host.setAttribute("scores", "off"));
  await until(async () => (await widget.root.getByText(SCORE).count()) === 0, "no score");
  await widget.root.getByRole("group", { name: "What is your CHA2DS2-VASc score?" }).getByRole("radio", { name: "4", exact: true }).check();
  assert.equal(await chosen(widget).evaluate((radio) => radio.labels[0].innerText.trim()), "4");
  await widget.root.evaluate((host) => host.removeAttribute("scores"));
  await widget.root.getByText(SCORE).waitFor();
  await widget.unfold(SCORE);
  assert.equal(await widget.root.getByRole("radio", { name: "75 or over" }).isChecked(), true);
});

test("nothing of a score is on the page where the site wants none", async () => {
  const widget = await new Widget(await here.open(`${AID}/`)).ready();
  await widget.root.evaluate((host) => { host.scores = "off"; });
  await widget.go("Compare");
  assert.equal(await widget.root.getByText(SCORE).count(), 0);
  assert.equal(await widget.root.locator(".wu-score").count(), 0);
});
