// A health professional's guess leaves their window only after the person deciding has chosen to see it. What is read here
// is what left: the messages to the second window, what the device keeps, and the file.
import assert from "node:assert/strict";
import { test } from "node:test";
import { downloaded, world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { twoScreens, until, Widget, withAttributes } from "../support/widget.mjs";

const here = world();

/** Keeps every text that a window posts to another one. */
function record() {
  globalThis.posted = [];
  for (const way of [BroadcastChannel, MessagePort]) {
    const post = way.prototype.postMessage;
    way.prototype.postMessage = function keep(message, ...more) {
      globalThis.posted.push(String(message));
      return post.call(this, message, ...more);
    };
  }
}

/** Everything that has left this window, by where it went. */
async function left(page, widget) {
  const [download] = await Promise.all([page.waitForEvent("download"), widget.button("Save to a file").click()]);
  const [posted, stored] = await page.evaluate(() => [globalThis.posted, Object.values(localStorage)]);
  return { posted: posted.filter((text) => text.startsWith("{")), stored, file: [(await downloaded(download)).toString("utf8")] };
}

const holdsGuess = (text) => text.includes("clinician");
const first = (widget, name) => widget.root.getByRole("radio", { name });

test("a change of language keeps the guess, there and back, and no text has it", async () => {
  const page = await here.person();
  await withAttributes(page, 'mode="together"');
  await page.goto(`${here.site.url}prostate-localised/`);
  const widget = new Widget(page);
  await widget.root.locator(".wu-panel").waitFor();
  await journey.guessing(widget);
  await first(widget, "Cancer that spreads").check();
  const chosen = () => widget.root.locator("input[type=radio]:checked").evaluateAll((all) => all.map((one) => one.value ?? one.id).length);
  const before = await chosen();
  for (const [lang, heading] of [["cy", null], ["en-GB", "Your turn: health professional"]]) {
    await widget.root.evaluate((host, to) => { host.lang = to; }, lang);
    await widget.root.locator(`.wu-mount:not([hidden]) .weighup[lang="${lang}"]`).waitFor();
    await until(async () => (await chosen()) === before, `the guess in ${lang}`);
    if (heading) await widget.heading(heading, 2).waitFor();
  }
  assert.equal(await first(widget, "Cancer that spreads").isChecked(), true);
  assert.deepEqual(page.log.errors, []);
});

test("a guess is in no file, on no device and in no other window before it is shown, and nothing there takes it away", async () => {
  const page = await here.person();
  await page.context().addInitScript(record);
  const { widget, second, room } = await twoScreens(page, here.site.url, 'mode="together" keep');
  await widget.go("Summary");
  await widget.root.getByRole("checkbox", { name: "Keep my answers on this device" }).check();
  await widget.go("Weigh up");
  await room.at("Weigh up");

  await journey.guessing(widget);
  await journey.answerAll(widget, "Cancer that spreads");
  assert.match(await widget.words(), /gone when this page is closed or loaded again/, "whoever guesses is told");

  // The person answers in the other window: here the guess goes on.
  await second.bringToFront();
  await room.root.getByRole("radio", { name: "Wearing pads for leaking urine" }).first().check();
  await until(() => second.evaluate(() => globalThis.posted.some((text) => text.includes('"first"'))), "the answer was sent");
  assert.equal(await first(widget, "Cancer that spreads").isChecked(), true, "the guess stays where it was made");
  await page.bringToFront();
  await widget.button("Hand back to the person deciding").click();
  await widget.heading("Your turn: the person deciding", 2).waitFor();
  await until(() => first(widget, "Wearing pads for leaking urine").isChecked(), "what was answered in the other window");
  await journey.answerAll(widget, "Wearing pads for leaking urine");

  await widget.go("Summary");
  for (const [where, texts] of Object.entries(await left(page, widget))) {
    assert.ok(texts.some((text) => text.includes("patient")), `${where}: the person's own answers left`);
    assert.deepEqual(texts.filter(holdsGuess), [], where);
  }
  assert.deepEqual((await second.evaluate(() => globalThis.posted)).filter(holdsGuess), [], "from the second window");

  await widget.go("Weigh up");
  await widget.button("Show the guess").click();
  await widget.root.getByText("Where you differ").first().waitFor();
  await widget.go("Summary");
  for (const [where, texts] of Object.entries(await left(page, widget))) {
    assert.ok(holdsGuess(texts.at(-1)), `${where}: once shown it goes along`);
  }
  assert.deepEqual([...page.log.errors, ...page.log.outside], []);
});

test("a guess that was not shown is gone when the page is loaded again, and the person's answers are kept", async () => {
  const page = await here.person();
  const { widget, second } = await twoScreens(page, here.site.url, 'mode="together" keep');
  await second.close();
  await widget.go("Summary");
  await widget.root.getByRole("checkbox", { name: "Keep my answers on this device" }).check();
  await widget.go("Weigh up");
  await first(widget, "Wearing pads for leaking urine").check();
  await journey.guessing(widget);
  await first(widget, "Cancer that spreads").check();
  await page.reload();
  const again = new Widget(page);
  await again.root.locator(".wu-mount:not(.wu-first) .weighup").waitFor();
  await again.go("Weigh up");
  assert.equal(await first(again, "Wearing pads for leaking urine").isChecked(), true);
  assert.equal(await again.button("Hand back to the person deciding").count(), 0, "it is nobody else's turn");
});
