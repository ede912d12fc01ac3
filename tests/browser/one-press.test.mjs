// What a first pass leaves out is one press away under a plain name, on the same step, and is on paper: nothing about what the aid is
// for, whom its numbers are about, what happens without treatment or how a result came about is lost for brevity.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { readAid } from "../support/figures.mjs";
import * as journey from "../support/journey.mjs";
import { until, Widget } from "../support/widget.mjs";

const here = world();
const spaces = (text) => text.replace(/\s+/g, " ");
const aid = readAid("prostate-localised");

/** The step's own text: what is seen, and what is printed. */
async function seen(widget, media = "screen") {
  await widget.page.emulateMedia({ media });
  const text = spaces(await widget.root.locator(".wu-step").innerText());
  await widget.page.emulateMedia({ media: "screen" });
  return text;
}

/** Each: the step, the name of what opens, and words that wait behind it. */
const folded = [
  ["About", "What this does and does not do", "It does not recommend an option or replace advice from your health team."],
  ["The choice", "What happens if nothing is done", "No trial here left men with no checks at all."],
  ["Compare", "Who the numbers are about", "These numbers are about men in the UK aged 50 to 69"],
  ["Weigh up", "What you have told us", "matters most to you: from 24 down to 8 of every 100 men, at 12 years."],
];

test("what a step does not say at first is one press away in it, under its name, and on paper", async () => {
  const widget = await new Widget(await here.open()).ready();
  const { root } = widget;
  await widget.go("Weigh up");
  await root.getByRole("radio", { name: journey.first }).check();
  await root.locator(".wu-pair--now").getByRole("button", { name: "About half as much" }).click();
  // The result, as the step before said it; that it is not advice stays in view.
  await widget.go("How they fit");
  const result = spaces(await root.locator(".wu-fit__lead").first().innerText());
  await widget.go("Summary");
  assert.match(await seen(widget), /This is not advice\./);
  const help = ["Summary", "Get help now if", `Surgery: ${spaces(aid.option.find(({ id }) => id === "surgery").get_help[0])}`];
  for (const [step, name, words] of [...folded, ["Summary", "How the options fit what you said", result], help]) {
    await widget.go(step);
    const fold = root.locator("summary").filter({ hasText: new RegExp(`^${name}$`) });
    await fold.waitFor();
    if (step !== "About") assert.ok(!(await seen(widget)).includes(words), `${step}: “${words}” waits`);
    assert.ok((await seen(widget, "print")).includes(words), `${step}: “${words}” is on paper`);
    await fold.click();
    await until(async () => (await seen(widget)).includes(words), `${step}: “${words}” under “${name}”`);
  }
  assert.match(await widget.words(), /Not clinically reviewed/);
});

test("the longer rows come for all options with one press, in the same order, and are on paper", async () => {
  const widget = await new Widget(await here.open()).ready();
  const { root, page } = widget;
  await widget.go("Options");
  const more = widget.button(/^Read more: Step by step, Time and practical things, Recovery, Alternatives, What it can be like, Get help now if$/);
  const told = await seen(widget);
  for (const option of aid.option) {
    for (const text of [option.summary, option.reversible, ...option.benefits, ...option.risks]) assert.ok(told.includes(spaces(text)), `${option.name}: ${text}`);
    for (const text of [option.recovery[0], ...option.get_help]) assert.ok(!told.includes(spaces(text)), `${option.name}: “${text}” waits`);
  }
  const paper = await seen(widget, "print");
  for (const option of aid.option) for (const text of [...option.recovery, ...option.involves, ...option.get_help]) assert.ok(paper.includes(spaces(text)), `on paper: ${text}`);
  await more.focus();
  await page.keyboard.press("Enter");
  await until(async () => (await more.getAttribute("aria-expanded")) === "true", "all rows");
  assert.match((await widget.focused()).text, /^Read more/, "the focus stays");
  const open = await seen(widget);
  for (const option of aid.option) {
    for (const text of [...option.recovery, ...option.involves, ...option.practicalities, ...option.alternatives, ...option.nothing, ...option.get_help]) assert.ok(open.includes(spaces(text)), `${option.name}: ${text}`);
  }
  // Every row begins at one height for all options.
  const tops = await root.locator(".wu-options > .wu-card").evaluateAll((cards) => cards.map((card) => [...card.querySelectorAll(".wu-options__said")]
    .map((said) => Math.round(said.getBoundingClientRect().top))));
  for (const other of tops.slice(1)) assert.deepEqual(other, tops[0]);
  await more.press("Enter");
  await until(async () => !(await seen(widget)).includes(spaces(aid.option[0].recovery[0])), "closed for all");
  assert.deepEqual(page.log.errors, []);
});
