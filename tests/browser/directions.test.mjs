// People write in the language they think in: their words may run against the page, and nothing around them changes places.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import * as journey from "../support/journey.mjs";
import { around } from "../support/bidi.mjs";
import { downloaded, world } from "../support/chromium.mjs";
import { shown } from "../support/page.mjs";
import { root } from "../support/serve.mjs";
import { openAll } from "../support/states.mjs";
import { Widget, until } from "../support/widget.mjs";

const here = world();
const arabic = { matters: "البقاء في البيت 24 ساعة", concern: "وقت مع زوجتي", what: "أتصل بالعيادة 4", when: "3 مايو" };
const latin = { worries: "Bus 24 (twice a day)", concern: "Time with Maureen", what: "Ring ward 4", when: "3 May" };
const theirs = [arabic, latin].flatMap((words) => Object.values(words));
const isolate = /[\u2066-\u2069]/;
const later = ["weigh", "fit", "decide", "summary"];

/** A person's words in both scripts, on the English page. */
async function said() {
  const page = await here.open();
  const widget = await new Widget(page).ready();
  const box = (label) => widget.root.getByRole("textbox", { name: label });
  await widget.go("What matters");
  await box("What matters most to you?").fill(arabic.matters);
  await box("What worries you?").fill(latin.worries);
  await widget.go("Weigh up");
  await journey.weigh(widget, { first: journey.first, points: {} });
  await openAll(widget);
  for (const { concern } of [arabic, latin]) {
    await box("What else matters to you").fill(concern);
    await widget.button("Add this").click();
    for (const option of ["Active monitoring", "Surgery", "Radiotherapy"]) {
      const groups = widget.root.getByRole("group", { name: option });
      await groups.last().getByRole("radio", { name: option === "Surgery" ? "Good" : "In between", exact: true }).check();
    }
    await widget.root.getByRole("button", { name: new RegExp(`^More: .*${concern}`) }).first().click();
  }
  await widget.go("Decide");
  await openAll(widget);
  const mine = widget.root.getByRole("group", { name: "I will", exact: true });
  for (const { what, when } of [arabic, latin]) {
    await mine.getByRole("textbox", { name: "What to do" }).fill(what);
    await mine.getByRole("textbox", { name: "By when" }).fill(when);
    await widget.button("Add: I will").click();
    await mine.getByText(what, { exact: true }).waitFor();
  }
  return { page, widget };
}

/** Each later step in turn, by its name and without its words: they are in another language. */
async function each(page, visit) {
  for (const step of later) {
    await page.locator("weighup-aid").evaluate((host, step) => new Promise((seen) => {
      host.addEventListener("weighup-step", () => requestAnimationFrame(() => requestAnimationFrame(seen)), { once: true });
      host.step = step;
    }), step);
    await new Widget(page).whole();
    await visit(step);
  }
}

/** The order around own words on every later step; and that without isolates it would be another. */
async function keepsOrder(page, mine) {
  let texts = 0;
  const changed = [];
  await each(page, async (step) => {
    const host = page.locator("weighup-aid");
    await openAll({ root: host });
    const found = await around(host, mine);
    texts += found.length;
    for (const { text, written, seen } of found) assert.equal(seen, written, `${step}: ${text}`);
    const without = await around(host, mine, true);
    changed.push(...without.filter(({ written, seen }) => written !== seen));
  });
  assert.ok(texts >= 8, `only ${texts} texts hold their words`);
  assert.ok(changed.length > 0, "the words of this test would stand in order without any isolate");
}

test("words in Arabic on an English page leave the order around them as it is", async () => {
  const { page } = await said();
  await keepsOrder(page, Object.values(arabic));
  assert.deepEqual(page.log.errors, []);
});

test("words are saved as they were typed, and in English letters on an Urdu page leave the order as it is", async () => {
  const { page, widget } = await said();
  await widget.go("Summary");
  const [download] = await Promise.all([page.waitForEvent("download"), widget.button("Save to a file").click()]);
  const file = (await downloaded(download)).toString("utf8");
  for (const words of theirs) assert.ok(file.includes(JSON.stringify(words)), `the file holds “${words}”`);
  assert.doesNotMatch(file, isolate);

  const urdu = await here.open("prostate-localised.ur/");
  await shown(urdu);
  await urdu.locator("weighup-aid").evaluate((host) => { host.step = "summary"; });
  const texts = await readFile(join(root, "languages/ur/texts.toml"), "utf8");
  const [, open] = /^keep\.open = "(.*)"$/m.exec(texts);
  const [chooser] = await Promise.all([urdu.waitForEvent("filechooser"), urdu.getByRole("button", { name: open }).click()]);
  await chooser.setFiles({ name: "mine.json", mimeType: "application/json", buffer: Buffer.from(file) });
  await urdu.getByText(latin.what).first().waitFor();
  await keepsOrder(urdu, Object.values(latin));
  assert.deepEqual(urdu.log.errors, []);
});

test("copied text holds words of the other direction apart, and has no such marks anywhere else", async () => {
  const { page, widget } = await said();
  await widget.go("Summary");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await widget.button("Copy as text").click();
  const copied = await until(() => page.evaluate(() => navigator.clipboard.readText()), "text on the clipboard");
  assert.ok(copied.includes(`: \u2068${arabic.what}\u2069 (\u2068${arabic.when}\u2069)`), copied);
  assert.ok(copied.includes(`: ${latin.what} (${latin.when})`), copied);
  for (const line of copied.split("\n").filter((line) => isolate.test(line))) assert.match(line, /\p{Script=Arabic}/u);
});
