// The whole path by mouse, as a person goes it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { label, stages, steps, until, Widget } from "../support/widget.mjs";

const here = world();

test("from the gallery's first card to a printed summary, and start again clears it all (2.5.1, 2.5.7, 3.3.4, 3.3.7)", async () => {
  const page = await here.open("");
  await page.getByRole("link", { name: /Localised prostate cancer/ }).first().click();
  const widget = await new Widget(page).ready();
  const { root } = widget;

  assert.match(await widget.words(), /not (been )?(clinically )?reviewed|no clinician has/i, "the review status is shown");
  await journey.presence(widget);
  await widget.next();
  await journey.say(widget);
  await widget.next();
  const [matters] = Object.values(journey.words);
  const strip = root.getByRole("complementary", { name: "You said" });
  for (const words of Object.values(journey.words)) assert.ok((await strip.innerText()).includes(words), `“${words}” travels with them`);
  await widget.next();
  for (const option of ["Active monitoring", "Surgery", "Radiotherapy"]) await widget.heading(option, 2).waitFor();
  await widget.next();

  // Compare: at a glance, then as pictures: another horizon, the table, an option less.
  await widget.show("Pictures");
  const pads = widget.card(journey.first);
  assert.match(await pads.innerText(), /\b24\s+of every 100 men/);
  await widget.horizon(journey.first, "6 months").check();
  await until(async () => /\b46\s+of every 100 men/.test(await pads.innerText()), "the numbers at 6 months");
  await widget.show("Table");
  await root.getByRole("table").first().waitFor();
  await widget.show("Pictures");
  await widget.button("Choose what is shown").click();
  await root.getByRole("checkbox", { name: "Radiotherapy" }).uncheck();
  await until(async () => !(await pads.innerText()).includes("Radiotherapy"), "radiotherapy to be hidden");
  await root.getByRole("checkbox", { name: "Radiotherapy" }).check();
  await widget.next();

  // Weigh.
  await journey.weigh(widget);
  await journey.addConcern(widget);
  await widget.unfold("Is there anything you would not accept?");
  await root.getByRole("checkbox", { name: /I would not choose Surgery/i }).check();
  assert.equal(await journey.pointsOf(widget, "Erections firm enough for sex"), 40);
  await widget.next();

  // How they fit, what is still open, where the decision stands, then the summary.
  assert.match(await widget.words(), /not advice/i);
  await widget.next();
  await journey.ready(widget);
  await widget.button("Go to Decide").click();
  await widget.at("Decide");
  await journey.decide(widget);
  await widget.next();
  const summary = await widget.words();
  const mine = [...Object.values(journey.words), journey.concern, journey.question, journey.doubt, journey.task.what];
  for (const text of [...mine, "31 March 2027", "I need more time"]) assert.ok(summary.includes(text), `the summary says “${text}”`);
  await page.emulateMedia({ media: "print" });
  assert.ok(!(await widget.button("Print this page").isVisible()), "controls are not printed");
  assert.ok((await widget.words()).includes(matters), "words are printed");
  await page.emulateMedia({ media: "screen" });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await widget.button("Copy as text").click();
  const copied = await until(() => page.evaluate(() => navigator.clipboard.readText()), "text on the clipboard");
  for (const text of mine) assert.ok(copied.includes(text), `the copied text says “${text}”`);

  // Start again.
  await widget.button("Start again").click();
  await widget.button("Yes, clear everything").click();
  await widget.ready();
  assert.equal(await widget.button("Undo").count(), 0, "there is nothing to undo");
  const everything = mine;
  for (const [step] of steps) {
    await widget.go(step);
    const html = await root.evaluate((host) => {
      const values = [...host.shadowRoot.querySelectorAll("input, textarea")].map((field) => field.value).join("\n");
      return host.shadowRoot.innerHTML + values;
    });
    for (const text of everything) assert.ok(!html.includes(text), `${step} still holds “${text}”`);
    const chosen = root.locator("input[type=radio]:checked, input[type=checkbox]:checked");
    if (step !== "Compare") assert.equal(await chosen.count(), 0, `${step}: nothing is chosen`);
  }
  assert.deepEqual(page.log.errors, []);
});

test("undo says what it takes back, where that was said, and redo brings it back (3.3.4, 4.1.3)", async () => {
  const widget = await new Widget(await here.open()).ready();
  const { root } = widget;
  const bar = root.locator(".wu-changed__what");
  const status = (words) => root.getByRole("status").filter({ hasText: words }).first().waitFor({ state: "attached" });
  assert.equal(await bar.count(), 0, "nothing was changed");
  await journey.presence(widget);
  await status("Changed: Who is here today?");
  await widget.next();
  assert.equal(await bar.count(), 0, "what was changed on another step is not taken back from here");
  const box = root.getByRole("textbox", { name: "What worries you?" });
  await box.fill("The drive");
  await until(async () => (await bar.innerText()) === "Changed: What worries you?", "what undo takes back");
  // It is on screen although the step is longer than that.
  assert.ok(await bar.evaluate((line) => line.getBoundingClientRect().bottom <= innerHeight), "seen where they are");
  await widget.button("Undo").press("Enter");
  await until(async () => (await box.inputValue()) === "", "the words to be gone");
  await status("Undone: What worries you?");
  assert.equal((await widget.focused())?.text, "Undo", "the focus stays although nothing more can be undone here");
  assert.equal(await widget.button("Undo").getAttribute("aria-disabled"), "true");
  await widget.button("Redo").press("Enter");
  await until(async () => (await box.inputValue()) === "The drive", "the words to be back");
  await status("Your answer is back: What worries you?");
  assert.equal((await widget.focused())?.text, "Redo");
  // Words are never deleted from a page on which they are not seen.
  await widget.go("Summary");
  assert.equal(await widget.button("Undo").count(), 0);
  await widget.go("What matters");
  await widget.button("Undo").click();
  await until(async () => (await box.inputValue()) === "", "it is taken back on its own step");
});

test("every step opens from the list of steps, in any order, with nothing said (2.4.5)", async () => {
  const widget = await new Widget(await here.open()).ready();
  for (const [step] of [...steps].reverse()) await widget.go(step);
  assert.deepEqual(widget.page.log.errors, []);
});

test("on a phone all four stages are seen and the heading of every step of every aid begins within 110 px", async () => {
  const page = await here.open("", { viewport: { width: 390, height: 700 } });
  const aids = await journey.everyAid(page);
  const names = ["about", "what-matters", "choice", "options", "compare", "weigh", "fit", "ready", "decide", "summary"];
  let walked = 0;
  const late = [];
  for (const path of aids) {
    await page.goto(new URL(path, here.site.url).href);
    if ((await page.locator("weighup-aid").count()) === 0) continue;
    walked += 1;
    const widget = await new Widget(page).ready();
    for (const [at, [step]] of steps.entries()) {
      await widget.root.evaluate((host, name) => { host.step = name; }, names[at]);
      // A step's heading may say that only facts are shown: the list of steps always has its name.
      await widget.root.locator('[aria-current="step"]', { hasText: label(step) }).waitFor();
      await widget.whole();
      const found = await widget.root.evaluate((host) => {
        const top = host.shadowRoot.querySelector(".wu-mount:not(.wu-first) .weighup").getBoundingClientRect().top;
        const stages = [...host.shadowRoot.querySelectorAll(".wu-stages__link")].map((link) => link.getBoundingClientRect());
        return {
          heading: Math.round(host.shadowRoot.querySelector(".wu-step h1").getBoundingClientRect().top - top),
          stages: stages.filter(({ left, right, height }) => height > 0 && left >= 0 && right <= innerWidth).length,
          lines: new Set(stages.map(({ top }) => Math.round(top))).size,
        };
      });
      if (found.heading > 110 || found.stages !== 4 || found.lines !== 1) late.push(`${path} ${step}: ${JSON.stringify(found)}`);
    }
  }
  assert.ok(walked > 20, `${walked} aids`);
  assert.deepEqual(late, []);
});

test("a stage opens at its first step, and the stage and the step on screen say so", async () => {
  const widget = await new Widget(await here.open()).ready();
  const marked = () => widget.root.locator("[aria-current]").allInnerTexts();
  for (const [stage, [first, ...others]] of stages) {
    await widget.root.getByRole("navigation", { name: "Stages" }).getByRole("button", { name: stage, exact: true }).click();
    await widget.at(first);
    assert.deepEqual(await marked(), [stage, label(first)]);
    for (const step of others) {
      await widget.go(step);
      assert.deepEqual(await marked(), [stage, label(step)]);
    }
  }
});
