// The whole path by mouse, as a person goes it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { steps, until, Widget } from "../support/widget.mjs";

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
  assert.match(await widget.words(), new RegExp(matters.slice(0, 30)), "their words travel with them");
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
  assert.ok(!(await widget.button("Undo").isVisible()), "controls are not printed");
  assert.ok((await widget.words()).includes(matters), "words are printed");
  await page.emulateMedia({ media: "screen" });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await widget.button("Copy as text").click();
  const copied = await until(() => page.evaluate(() => navigator.clipboard.readText()), "text on the clipboard");
  for (const text of mine) assert.ok(copied.includes(text), `the copied text says “${text}”`);

  // Start again.
  assert.equal(await widget.button("Undo").getAttribute("aria-disabled"), null);
  await widget.button("Start again").click();
  await widget.button("Yes, clear everything").click();
  await widget.ready();
  assert.equal(await widget.button("Undo").getAttribute("aria-disabled"), "true");
  assert.equal(await widget.button("Redo").getAttribute("aria-disabled"), "true");
  await widget.button("Undo").click({ force: true });
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

test("undo takes back the last answer and redo brings it back (3.3.4)", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.next();
  const box = widget.root.getByRole("textbox", { name: "What worries you?" });
  await box.fill("The drive");
  await widget.button("Undo").click();
  await until(async () => (await box.inputValue()) === "", "the words to be gone");
  await widget.button("Redo").click();
  await until(async () => (await box.inputValue()) === "The drive", "the words to be back");
});

test("every step opens from the list of steps, in any order, with nothing said (2.4.5)", async () => {
  const widget = await new Widget(await here.open()).ready();
  for (const [step] of [...steps].reverse()) await widget.go(step);
  assert.deepEqual(widget.page.log.errors, []);
});

test("on a narrow screen the list of steps folds away when the step it is on is pressed", async () => {
  const widget = await new Widget(await here.open(undefined, { viewport: { width: 320, height: 640 } })).ready();
  const list = widget.root.getByRole("navigation", { name: "Steps" });
  const toggle = list.getByRole("button", { name: /^Step 1 of / });
  await toggle.click();
  const about = list.getByRole("button", { name: "About", exact: true });
  await about.click();
  await about.waitFor({ state: "hidden" });
  assert.equal(await toggle.getAttribute("aria-expanded"), "false");
  await until(async () => (await widget.focused())?.tag === "H1", "the focus on the heading");
});
