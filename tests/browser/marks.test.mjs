// A mark on every outcome: by finger and by keyboard, with and without a fit, to the summary, to a file and back.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { downloaded, world } from "../support/chromium.mjs";
import { readAid } from "../support/figures.mjs";
import { focus } from "../support/keys.mjs";
import { broken } from "../support/layout.mjs";
import { sideways, until, Widget } from "../support/widget.mjs";

const here = world();
const pads = "Wearing pads for leaking urine";
const spread = "Cancer that spreads";
const spaces = (text) => text.replace(/\s+/g, " ").trim();

async function on(step, path = "prostate-localised/", viewport = { width: 1366, height: 768 }) {
  const widget = await new Widget(await here.open(path, { viewport })).ready();
  await widget.go(step);
  return widget;
}

const names = (widget) => widget.root.locator(".wu-matrix__row .wu-matrix__name > span:first-child").allInnerTexts().then((all) => all.map((each) => each.trim()));
const status = (widget) => widget.root.getByRole("status").allInnerTexts().then((all) => spaces(all.join(" ")));
const group = (widget, name) => widget.root.getByRole("group", { name: `How much does this matter to you? ${name}`, exact: true });
const choice = (widget, name, mark) => group(widget, name).getByRole("button", { name: `${mark} (${name})`, exact: true });
const opener = (widget, name) => widget.root.getByRole("button", { name: new RegExp(`^(Matters\\?|Matters a lot|Worries me|Does not matter to me) ${name}$`) });

test("a mark is pressed in a row of Compare: it is said, no row moves, and it stands first when Compare is opened again", async () => {
  const widget = await on("Compare");
  const before = await names(widget);
  assert.ok(before.indexOf(pads) > 0, "it does not stand first by itself");
  const place = () => opener(widget, pads).evaluate((button) => button.getBoundingClientRect().top + scrollY);
  const at = await place();
  await opener(widget, pads).click();
  await choice(widget, pads, "Matters a lot").click();
  await until(async () => (await choice(widget, pads, "Matters a lot").getAttribute("aria-pressed")) === "true", "the mark");
  assert.match(await status(widget), new RegExp(`${pads}: Matters a lot`));
  assert.deepEqual(await names(widget), before, "no row moves while it is read");
  assert.equal(await place(), at, "nor does the row of the mark");
  await widget.go("Options");
  await widget.go("Compare");
  await until(async () => (await names(widget))[0] === pads, "what matters stands first");
  const others = before.filter((name) => name !== pads);
  assert.deepEqual(await names(widget), [pads, ...others], "the others stay as they stood");
  assert.match(await opener(widget, pads).innerText(), /Matters a lot/);
  // The same mark again takes it back, and undo gives it back.
  await opener(widget, pads).click();
  await choice(widget, pads, "Matters a lot").click();
  await until(async () => /no mark/.test(await status(widget)), "the mark is taken back");
  await widget.button("Undo").first().click();
  await until(async () => (await choice(widget, pads, "Matters a lot").getAttribute("aria-pressed")) === "true", "the mark is back");
});

test("by keyboard: opened, marked and brought first, and the focus goes with the row", async () => {
  const widget = await on("Compare");
  const { page } = widget;
  const last = (await names(widget)).at(-1);
  await opener(widget, last).focus();
  await page.keyboard.press("Enter");
  await choice(widget, last, "Matters a lot").waitFor();
  await page.keyboard.press("Tab");
  assert.equal((await focus(page)).name, `Matters a lot (${last})`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await until(async () => (await choice(widget, last, "Worries me").getAttribute("aria-pressed")) === "true", "the mark");
  assert.equal((await focus(page)).name, `Worries me (${last})`, "the focus stays");
  await widget.button("Put what matters to me first").first().focus();
  await page.keyboard.press("Enter");
  await until(async () => (await names(widget))[0] === last, "the row stands first");
  await until(async () => (await focus(page))?.name === `Worries me ${last}`, "the focus on its mark");
  assert.match(await status(widget), /The order has changed/);
  assert.equal(await widget.button("Put what matters to me first").count(), 0, "there is nothing more to put first");
  // Going back to the aid's order is one choice among what is shown, and it stays.
  await widget.button("Choose what is shown").click();
  await widget.root.getByRole("radio", { name: "As at first", exact: true }).check();
  await until(async () => (await names(widget)).at(-1) === last, "the aid's order");
  await widget.go("Options");
  await widget.go("Compare");
  assert.equal((await names(widget)).at(-1), last);
});

test("every target is 44 px, and nothing scrolls sideways with all marks open, at any width", async () => {
  const widget = await on("Compare");
  for (const name of await names(widget)) await opener(widget, name).click();
  await choice(widget, pads, "Worries me").click();
  await until(async () => (await choice(widget, pads, "Worries me").getAttribute("aria-pressed")) === "true", "the mark");
  for (const width of [320, 390, 768, 1366]) {
    await widget.page.setViewportSize({ width, height: 768 });
    assert.deepEqual(await sideways(widget.page), [], `${width} px`);
    const small = await widget.root.locator(".wu-marked__now, .wu-marked__choice").evaluateAll((all) => all
      .map((each) => [each.textContent, each.getBoundingClientRect()])
      .filter(([, box]) => box.height < 44 || box.width < 44).map(([text]) => text));
    assert.deepEqual(small, [], `${width} px`);
  }
  await accessible(widget.page, "all marks of Compare");
});

for (const way of ["Pictures", "Differences", "Table", "Numbers only"]) {
  test(`${way}: the mark stands with every outcome`, async () => {
    const widget = await on("Compare");
    await widget.show(way);
    const outcomes = readAid("prostate-localised").outcome.map((outcome) => outcome.name);
    const others = widget.button("Show the other outcomes");
    if (await others.count()) await others.click();
    for (const name of outcomes) await opener(widget, name).waitFor();
    await opener(widget, spread).click();
    await choice(widget, spread, "Worries me").click();
    await until(async () => (await opener(widget, spread).innerText()).includes("Worries me"), "the mark is said");
    await accessible(widget.page, way);
  });
}

test("the summary, its text and a saved file have the mark and the words with it", async () => {
  const widget = await on("Compare");
  const { page, root } = widget;
  await opener(widget, pads).click();
  await choice(widget, pads, "Matters a lot").click();
  await root.getByRole("textbox", { name: `In my own words ${pads}` }).fill("I play bowls.");
  await opener(widget, spread).click();
  await choice(widget, spread, "Worries me").click();
  await widget.go("Summary");
  const said = async (where) => {
    const text = spaces(await where.locator(".wu-summary").innerText());
    assert.match(text, /This matters a lot to you: wearing pads for leaking urine\./);
    assert.match(text, /This worries you: the cancer spreading\./);
    assert.match(text, /About wearing pads for leaking urine you said: “I play bowls\.”/);
  };
  await said(root);
  const [download] = await Promise.all([page.waitForEvent("download"), widget.button("Save to a file").click()]);
  const file = await downloaded(download);
  assert.deepEqual(JSON.parse(file.toString("utf8")).answers.marks, {
    pads: { mark: "matters", words: "I play bowls." }, spread: { mark: "worries" },
  });
  const other = await new Widget(await here.open()).ready();
  await other.go("Summary");
  const [chooser] = await Promise.all([other.page.waitForEvent("filechooser"), other.button("Open a saved file").click()]);
  await chooser.setFiles({ name: "mine.json", mimeType: "application/json", buffer: file });
  await until(async () => /This worries you/.test(await other.words()), "the marks are back");
  await said(other.root);
  await other.go("Compare");
  assert.match(await opener(other, pads).innerText(), /Matters a lot/);
});

test("an aid that shows facts only is weighed by marks: every outcome, both ends, and the result with every option", async () => {
  const widget = await on("Weigh up", "gallstones/");
  const { page, root } = widget;
  const aid = readAid("gallstones");
  await widget.heading("How much does each of these matter to you?", 2).waitFor();
  const outcomes = aid.outcome.map((outcome) => outcome.name);
  for (const name of outcomes) await group(widget, name).waitFor();
  const [first, second] = outcomes;
  await choice(widget, second, "Matters a lot").focus();
  await page.keyboard.press("Enter");
  const result = () => root.locator(".wu-marks__result");
  await result().waitFor();
  await choice(widget, first, "Does not matter to me").click();
  await until(async () => /This does not matter to you/.test(await result().innerText()), "both are in the result");
  const text = spaces(await result().innerText());
  assert.ok(text.includes(second) && text.includes("Matters a lot"), text);
  for (const option of aid.option) assert.ok(text.includes(option.name), `${option.name}: ${text}`);
  assert.doesNotMatch(text, /best|fits most|in front|recommend/i);
  await accessible(page, "marking as the weighing");
  // Where only facts are shown the step promises no fit.
  await root.evaluate((host) => { host.step = "fit"; });
  await widget.heading("What matters to you, next to the numbers", 1).waitFor();
  assert.match(await widget.words(), /This matters a lot to you/);
  await widget.go("Summary");
  assert.match(await widget.words(), /This matters a lot to you/);
});

test("no aid that shows facts only asks anything above an empty list", async () => {
  const all = JSON.parse(await readFile(new URL("../../dist/aids/index.json", import.meta.url), "utf8"));
  const facts = all.map(({ id }) => readAid(id)).filter((aid) => aid.results === "facts");
  assert.ok(facts.length >= 5, `${facts.length} aids`);
  const page = await here.open("");
  for (const aid of facts) {
    await page.goto(`${here.site.url}${aid.id}/`);
    const widget = await new Widget(page).ready();
    await widget.go("Weigh up");
    assert.equal(await widget.root.locator(".wu-marks__item").count(), aid.outcome.length, aid.id);
  }
});

test("someone else's turn changes no mark", async () => {
  const widget = await on("Compare");
  await opener(widget, pads).click();
  await choice(widget, pads, "Matters a lot").click();
  await widget.go("Weigh up");
  await widget.button("Someone else wants to answer too").click();
  await widget.root.getByRole("button", { name: /^Someone with them/ }).click();
  await widget.go("Compare");
  await until(async () => (await names(widget))[0] === pads, "the order is the person's");
  assert.equal(await opener(widget, pads).count(), 0, "it cannot be pressed");
  assert.match(spaces(await widget.root.locator(".wu-matrix__row").first().innerText()), /Matters a lot/);
});

test("marks are offered as a start of the order, and taken only by a press", async () => {
  const widget = await on("Compare");
  for (const name of [spread, pads]) {
    await opener(widget, name).click();
    await choice(widget, name, "Matters a lot").click();
  }
  await widget.go("Weigh up");
  await widget.unfold("Other ways to answer");
  await widget.root.getByRole("button", { name: /^Put in order/ }).click();
  await until(async () => /It is only a start/.test(await widget.words()), "the start is offered");
  assert.equal(await widget.root.locator(".wu-rank").count(), 0);
  await widget.button("Start from what I marked").click();
  await until(async () => (await widget.root.locator(".wu-rank").count()) === 2, "two have a place");
  assert.equal(await widget.button("Start from what I marked").count(), 0);
});

test("on a phone the figures of what was marked have the width of the page, and no word of them is broken", async () => {
  for (const width of [320, 390, 412, 600]) {
    const widget = await on("Weigh up", "breast-screening/", { width, height: 800 });
    await widget.root.getByRole("button", { name: /Matters a lot/ }).first().click();
    await widget.root.locator(".wu-marks__options").first().waitFor();
    assert.deepEqual(await broken(widget.root), [], `${width} px`);
    assert.deepEqual(await sideways(widget.page), [], `${width} px`);
  }
});
