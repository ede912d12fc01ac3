// What a person pastes or writes may be one very long word, and letters may be twice their size: nothing scrolls sideways.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { going } from "../support/every.mjs";
import * as journey from "../support/journey.mjs";
import { fixtures, showFixture } from "../support/states.mjs";
import { sideways, steps, twoScreens, Widget } from "../support/widget.mjs";

const here = world();
const large = world({ args: ["--blink-settings=defaultFontSize=32"] });
const long = {
  address: "https://example.org/page?id=8f14e45fceea167a5a36dedd4bea2543&ref=newsletter&utm_source=hospital",
  compound: "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  chinese: "我想继续游泳每周见到我的家人不想总是找厕所也不想成为家人的负担".repeat(3),
  arabic: "وسيستخدمونهافيمستشفياتناوعياداتناومراكزنا".repeat(3),
};
const [address, compound, chinese, arabic] = Object.values(long);
const widths = [320, 390, 600, 768];

/** What scrolls sideways on the step that is shown, at each width, from left to right and from right to left. */
async function scrolls(widget, where) {
  const wrong = [];
  for (const dir of ["ltr", "rtl"]) {
    await widget.root.evaluate((host, dir) => { host.dir = dir; }, dir);
    await widget.root.locator(`.wu-mount:not(.wu-first) .weighup[dir=${dir}]`).waitFor({ state: "attached" });
    for (const width of widths) {
      await widget.page.setViewportSize({ width, height: 700 });
      wrong.push(...(await sideways(widget.page)).map((what) => `${where}, ${dir}, ${width} px: ${what}`));
    }
  }
  await widget.root.evaluate((host) => { host.dir = "ltr"; });
  await widget.page.setViewportSize({ width: 768, height: 700 });
  return wrong;
}

/** Says long words wherever something can be said, to `visit` after each. */
async function say(widget, visit) {
  const { root } = widget;
  await widget.go("What matters");
  for (const [at, label] of Object.keys(journey.words).entries()) {
    await root.getByRole("textbox", { name: label }).fill(Object.values(long)[at]);
  }
  await visit("What matters");
  await widget.go("Weigh up");
  await root.getByRole("radio", { name: journey.first }).check();
  await widget.unfold("Something else that matters to you?");
  for (const words of [address, compound]) {
    await root.getByRole("textbox", { name: "What else matters to you" }).fill(words);
    await widget.button("Add this").click();
  }
  await visit("Weigh up");
  await widget.go("Ready?");
  await root.getByRole("textbox", { name: "Your questions" }).fill(chinese);
  await visit("Ready?");
  await widget.go("Decide");
  await root.getByRole("textbox", { name: "Do you have any doubts?" }).fill(arabic);
  await widget.unfold(/^I will$/);
  const mine = root.getByRole("group", { name: "I will", exact: true });
  await mine.getByRole("textbox", { name: "What to do" }).fill(address);
  await mine.getByRole("textbox", { name: "By when" }).fill(compound);
  await widget.button("Add: I will").click();
  await visit("Decide");
}

test("words that do not break never scroll a step sideways, in either direction (1.4.10)", async () => {
  const widget = await new Widget(await here.open(undefined, { viewport: { width: 768, height: 700 } })).ready();
  const wrong = [];
  await say(widget, async () => {});
  for (const [step] of steps) {
    await widget.go(step);
    const words = await widget.words();
    if (!["About", "What matters"].includes(step)) assert.ok(Object.values(long).some((each) => words.includes(each)), `${step} repeats what was said`);
    wrong.push(...await scrolls(widget, step));
  }
  assert.deepEqual(wrong, []);
});

test("nor do they in the professional's panel and in a second window (1.4.10)", async () => {
  const page = await here.person({ viewport: { width: 768, height: 700 } });
  const { widget, second, room } = await twoScreens(page, here.site.url);
  // A browser without a screen draws the window in front, and the other once a second.
  await page.bringToFront();
  await say(widget, async () => {});
  const wrong = await scrolls(widget, "the panel");
  await second.bringToFront();
  await room.root.getByText(compound.slice(0, 20)).first().waitFor({ state: "attached" });
  for (const width of widths) {
    await second.setViewportSize({ width, height: 700 });
    wrong.push(...(await sideways(second)).map((what) => `the second window, ${width} px: ${what}`));
  }
  assert.deepEqual(wrong, []);
});

test("letters of twice the size do not scroll sideways at 320 to 412 px (1.4.4, 1.4.10)", () => going(large)({ viewport: { width: 320, height: 640 } }, fixtures(), async (page, fixture, note) => {
  await showFixture(page, large.site.url, fixture);
  for (const width of [320, 360, 412]) {
    await page.setViewportSize({ width, height: 640 });
    const found = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.querySelector(".weighup")).fontSize));
    await note(async () => assert.ok(found >= 32, `${fixture.name}: letters of ${found} px`));
    await note(async () => assert.deepEqual(await sideways(page), [], `${fixture.name}, letters of twice the size, ${width} px`));
  }
}));
