// A long step is made in parts: what is seen first, and the rest once that is painted. Nothing of it may move, be lost, or be
// missing on paper.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { twoScreens, until, Widget, withAttributes } from "../support/widget.mjs";

const here = world();

/** No frame comes until `window.release()`, and no patience runs out: what a step begins with stays all there is. */
const hold = (page) => page.evaluate(() => {
  const [frame, later] = [window.requestAnimationFrame, window.setTimeout];
  const held = [];
  window.requestAnimationFrame = (work) => held.push(work);
  window.setTimeout = (work, after, ...rest) => (after === 500 ? 0 : later(work, after, ...rest));
  window.release = () => {
    window.requestAnimationFrame = frame;
    window.setTimeout = later;
    for (const work of held) frame(work);
  };
});
const release = (page) => page.evaluate(() => window.release());

const begun = (widget) => widget.root.locator(".wu-step--begun").waitFor();

/** Presses a step in the list of steps and does not wait for all of it. */
async function begin(widget, step) {
  await widget.press(step);
  await begun(widget);
}

/** What stands in the step: how many cards, the first line of each, where the first is, and what has the focus. */
const seen = (widget) => widget.root.evaluate((host) => {
  const inside = host.shadowRoot;
  const cards = [...inside.querySelectorAll(".wu-step .wu-card, .wu-step .wu-sheet > *")];
  const place = (each) => each && [each.getBoundingClientRect().x, each.getBoundingClientRect().y];
  return {
    headings: [...inside.querySelectorAll(".wu-step h2")].map((each) => each.textContent),
    cards: cards.length,
    places: cards.map(place),
    heading: place(inside.querySelector(".wu-step h1")),
    focus: inside.activeElement?.tagName,
    onward: inside.querySelector(".wu-onward").getBoundingClientRect().top,
    after: inside.querySelector(".wu-onward").checkVisibility({ visibilityProperty: true }),
    height: innerHeight,
  };
});

/** The widget with some answers, on a step that is made at once. */
async function answered(how) {
  const page = await here.open(undefined, how);
  const widget = await new Widget(page).ready();
  await widget.go("Weigh up");
  await journey.weigh(widget, { first: journey.first, points: { "Cancer that spreads": 30 } });
  // At a glance Compare is short: pictures come in two parts.
  await widget.pictures();
  await widget.go("Options");
  return { page, widget };
}

for (const [size, viewport] of Object.entries({ "a phone": { width: 360, height: 740 }, "a tall screen": { width: 1400, height: 2400 } })) {
  test(`on ${size} a long step begins with what is seen first, and nothing of it moves as the rest comes`, async () => {
    const { page, widget } = await answered({ viewport });
    for (const step of ["Compare", "Weigh up"]) {
      await widget.go("Options");
      await hold(page);
      if (viewport.width < 600) await widget.root.evaluate((host, step) => { host.step = step; }, step === "Compare" ? "compare" : "weigh");
      else await begin(widget, step);
      await begun(widget);
      await page.waitForFunction((host) => host.shadowRoot.activeElement?.tagName === "H1", await widget.root.elementHandle());
      const first = await seen(widget);
      assert.ok(first.onward >= first.height || !first.after, `${step}: what stands after the step would be seen to move`);
      await release(page);
      await widget.whole();
      const all = await seen(widget);
      assert.ok(all.cards > first.cards, `${step}: ${first.cards} cards, then ${all.cards}`);
      assert.deepEqual(all.headings.slice(0, first.headings.length), first.headings, `${step}: the rest comes below`);
      assert.deepEqual(all.places.slice(0, first.places.length), first.places, `${step}: the first cards stay where they are`);
      for (const what of ["heading", "focus"]) assert.deepEqual(all[what], first[what], `${step}: ${what}`);
    }
    assert.deepEqual(page.log.errors, []);
  });
}

for (const [size, viewport] of Object.entries({ "a phone": { width: 390, height: 700 }, "a laptop": { width: 1366, height: 768 } })) {
  test(`on ${size} the table of Compare begins with the rows that are seen, and none of them moves as the rest comes`, async () => {
    const page = await here.open(undefined, { viewport });
    const widget = await new Widget(page).ready();
    const rows = () => widget.root.evaluate((host) => [...host.shadowRoot.querySelectorAll(".wu-matrix__row")].map((row) => {
      const { x, y, width } = row.getBoundingClientRect();
      return { name: row.querySelector("button").textContent, place: [x, y + scrollY, width] };
    }));
    await widget.go("Options");
    await hold(page);
    await widget.root.evaluate((host) => { host.step = "compare"; });
    await begun(widget);
    await page.waitForFunction((host) => host.shadowRoot.activeElement?.tagName === "H1", await widget.root.elementHandle());
    const first = await rows();
    await release(page);
    await widget.whole();
    const all = await rows();
    assert.ok(first.length > 3 && first.length < all.length, `${first.length} rows, then ${all.length}`);
    assert.deepEqual(all.slice(0, first.length), first);
    const bottom = await widget.root.evaluate((host, last) => host.shadowRoot.querySelectorAll(".wu-matrix__row")[last - 1].getBoundingClientRect().bottom, first.length);
    assert.ok(bottom >= viewport.height, `what is drawn first ends at ${bottom} of ${viewport.height} px: the screen is not full`);
  });
}

test("what was opened in the first part stays open, and the rest is as a step that is whole from the start", async () => {
  const { page, widget } = await answered();
  await widget.pictures();
  const whole = await seen(widget);
  await widget.go("Options");
  await hold(page);
  await begin(widget, "Compare");
  const opener = widget.root.locator(".wu-outcome .wu-opener").first();
  await opener.click();
  await release(page);
  await widget.whole();
  assert.equal(await opener.getAttribute("aria-expanded"), "true");
  assert.deepEqual((await seen(widget)).headings, whole.headings);
  // Opened by an address it is whole at once: nobody waits for a press there.
  const other = await here.person();
  await other.addInitScript(() => document.addEventListener("weighup-ready", (event) => {
    event.target.ready = event.target.shadowRoot.querySelectorAll(".wu-matrix__row").length;
  }));
  await withAttributes(other, 'step="compare"');
  await other.goto(`${here.site.url}prostate-localised/`);
  const linked = await new Widget(other).at("Compare");
  assert.equal(await linked.root.evaluate((host) => host.ready), await linked.root.locator(".wu-matrix__row").count());
  assert.ok(await linked.root.locator(".wu-matrix__row").count() >= whole.headings.length);
});

test("what is printed before the rest is there is whole", async () => {
  const { page, widget } = await answered();
  const sheets = async () => ((await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
  for (const step of ["Compare", "Weigh up"]) {
    await widget.go("Options");
    await hold(page);
    await begin(widget, step);
    const early = await sheets();
    await widget.whole();
    await release(page);
    assert.equal(early, await sheets(), step);
  }
  // The page's own call, and the element's.
  await widget.go("Options");
  await hold(page);
  await begin(widget, "Compare");
  const printed = await widget.root.evaluate((host) => new Promise((done) => {
    window.print = () => done(host.shadowRoot.querySelector(".wu-step--begun") === null);
    host.printSummary();
  }));
  assert.ok(printed, "printSummary() prints a step that is whole");
});

test("a person may leave before the rest is there, and finds all of it when they come back", async () => {
  const { page, widget } = await answered();
  await hold(page);
  await begin(widget, "Compare");
  await begin(widget, "Weigh up");
  await widget.press("Options");
  await widget.at("Options");
  await begin(widget, "Compare");
  await widget.press("Options");
  await widget.at("Options");
  await release(page);
  await widget.go("Compare");
  assert.ok(await widget.root.locator(".wu-outcome").count() > 2);
  await widget.go("Weigh up");
  assert.equal(await journey.pointsOf(widget, "Cancer that spreads"), 30);
  assert.deepEqual(page.log.errors, []);
});

test("the rest comes to a page that is not painted, and to an element that was moved meanwhile", async () => {
  const { page, widget } = await answered();
  await page.evaluate(() => { window.requestAnimationFrame = () => 0; });
  await widget.press("Compare");
  await widget.at("Compare");
  assert.ok(await widget.root.locator(".wu-outcome").count() > 2);
  await widget.go("Options");
  await widget.press("Weigh up");
  await begun(widget);
  await widget.root.evaluate((host) => document.body.append(host));
  await widget.at("Weigh up");
  await widget.button("More: Cancer that spreads").first().waitFor();
  assert.deepEqual(page.log.errors, []);
});

test("what is undone, and what is answered on a second screen, before the rest is there is in all of it", async () => {
  const page = await here.person();
  const { widget, room } = await twoScreens(page, here.site.url);
  await widget.go("Weigh up");
  await journey.weigh(widget, { first: journey.first, points: { "Cancer that spreads": 30 } });
  await widget.go("Options");

  await hold(page);
  await begin(widget, "Weigh up");
  await widget.button("Undo").click();
  await room.at("Weigh up");
  const other = "Leaking from the bowel";
  const theirs = (screen) => screen.root.getByRole("radio", { name: other });
  await theirs(room).check();
  await until(() => theirs(widget).isChecked(), "the answer in the first window");
  assert.equal(await widget.root.locator(".wu-step--begun").count(), 1, "still only what it began with");
  await release(page);
  await widget.whole();
  assert.ok(await theirs(widget).isChecked());
  await widget.button("Undo").click();
  await until(() => widget.root.getByRole("radio", { name: journey.first }).isChecked(), "the answer before it");
  assert.equal(await journey.pointsOf(widget, "Cancer that spreads"), 20);
  assert.deepEqual(page.log.errors, []);
});
