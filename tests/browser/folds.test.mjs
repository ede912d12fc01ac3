// What opens with a press: it is printed though it is closed, it stays as the person left it, and "Everything at once" opens it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { steps, until, Widget } from "../support/widget.mjs";

const here = world();
const closed = (widget) => widget.root.locator(".wu-step details:not([open])");
const open = (widget, name) => widget.root.locator("summary").filter({ hasText: name }).first().evaluate((summary) => summary.parentElement.open);
/** The lines of a step that can be seen, without the buttons and what stands over a step: those are not printed. */
const lines = (widget) => widget.root.evaluate((host) => [...new Set([...host.shadowRoot.querySelectorAll(".wu-step :is(p, li, dt, dd, td, th, h2, h3, caption, label, legend)")]
  .filter((each) => each.checkVisibility() && !each.closest(".wu-noprint, .wu-segmented, .wu-lead, .wu-step__words, button, summary") && !each.querySelector("p, li, button, .wu-noprint"))
  .map((each) => each.innerText.replace(/\s+/g, " ").trim()).filter(Boolean))]);

test("what is folded is printed, and what is on screen stays folded", async () => {
  const widget = await new Widget(await here.open()).ready();
  const { page } = widget;
  await widget.go("Weigh up");
  await journey.weigh(widget);
  // Options and Compare make what they open when it is opened.
  for (const step of ["About", "What matters", "The choice", "Weigh up", "How they fit", "Ready?", "Decide", "Summary"]) {
    await widget.go(step);
    assert.ok(await closed(widget).count() > 0, `${step} has something folded`);
    const folded = await lines(widget);
    await page.emulateMedia({ media: "print" });
    const printed = (await lines(widget)).join("\n");
    await page.emulateMedia({ media: "screen" });
    assert.deepEqual(await lines(widget), folded, `${step}: printing opens nothing on screen`);
    await widget.root.evaluate((host) => host.shadowRoot.querySelectorAll(".wu-step details").forEach((each) => { each.open = true; }));
    const all = await lines(widget);
    assert.ok(all.length > folded.length, `${step}: more when it is open`);
    assert.deepEqual(all.filter((line) => !printed.includes(line)), [], `${step}: what is not printed`);
  }
});

test("a fold stays open while answers inside it and around it change", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Weigh up");
  const [own, limits] = ["Something else that matters to you?", "Is there anything you would not accept?"];
  await widget.unfold(own);
  await widget.unfold(limits);
  await journey.weigh(widget);
  await journey.addConcern(widget);
  await widget.root.getByRole("button", { name: /^Set a limit/ }).first().click();
  await widget.root.getByRole("button", { name: /^Take this limit away/ }).first().click();
  await widget.button(`Take away: ${journey.concern}`).click();
  await widget.button("Undo").click();
  for (const name of [own, limits]) assert.equal(await open(widget, name), true, name);
  await widget.go("Decide");
  await journey.decide(widget);
  await widget.button(`Take away: ${journey.task.what}`).click();
  await until(async () => !(await widget.words()).includes(journey.task.what), "the line to be gone");
  assert.equal(await open(widget, /^I will$/), true);
});

test("what a person said in a fold is seen when the fold is closed", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.go("Weigh up");
  await journey.weigh(widget);
  await journey.addConcern(widget);
  await widget.unfold("Is there anything you would not accept?");
  await widget.root.getByRole("checkbox", { name: /I would not choose surgery/i }).check();
  await widget.root.getByRole("button", { name: /^Set a limit/ }).first().click();
  await widget.go("Decide");
  await journey.decide(widget);
  assert.ok(await widget.root.getByText(journey.task.what, { exact: true }).isVisible());
  // The step is made anew, with everything closed.
  await widget.go("Weigh up");
  assert.equal(await open(widget, "Is there anything you would not accept?"), false);
  const seen = await widget.words();
  for (const said of [journey.concern, "I would not choose surgery"]) assert.ok(seen.includes(said), said);
  assert.match(seen, /I would not accept an option with which more than/, "the limit in words");
});

test("“Everything at once” opens every fold of every step", async () => {
  const widget = await new Widget(await here.open()).ready();
  await widget.unfold("How do you like information?");
  await widget.root.getByRole("checkbox", { name: /^Everything at once/ }).check();
  for (const [step] of steps) {
    await widget.go(step);
    assert.equal(await closed(widget).count(), 0, step);
  }
});
