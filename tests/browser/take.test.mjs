// "Take it with you": the record in every form, made in the page only when somebody asks for it, from the same code as the
// command and the function of the package. A guess is in none of them; what tests see of one that is shown is in guess.test.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { downloaded, world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { openAll } from "../support/states.mjs";
import { until, Widget, withAttributes } from "../support/widget.mjs";

const here = world();
/** A moment, as files have it and as it is said, and the names that a bundle gives its parts. */
const MOMENT = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)?|\d{1,2}:\d\d/g;
const CODE = /\/weighup_record\.wasm$/;
const texts = ["The whole record", "A letter to a GP or health team", "A short text for a small field"];
const files = [
  ["A page to read or print (HTML)", "prostate-localised-html.html", (text) => assert.match(text, /^<!doctype html>/i)],
  ["Data for programs (JSON)", "prostate-localised-json.json", (text) => assert.equal(JSON.parse(text).format, 1)],
  ["Headings for a shared decision record (PRSB)", "prostate-localised-prsb.txt", (text) => assert.match(text, /incomplete against PRSB SDM v1\.0/i)],
  ["Headings for a care and support plan (PRSB)", "prostate-localised-plan.txt", (text) => assert.match(text, /Personalised Care and Support Plan/)],
  ["Data for health records (FHIR)", "prostate-localised-fhir.json", (text) => assert.equal(JSON.parse(text).resourceType, "Bundle")],
];

/** On the summary, with words in every box. */
async function summary(how) {
  const page = await here.open(undefined, how);
  const widget = await new Widget(page).ready();
  await widget.next();
  await journey.say(widget);
  await widget.go("Summary");
  await widget.unfold("Take it with you");
  return { page, widget };
}

const box = (widget, name) => widget.root.getByRole("textbox", { name, exact: true });

test("every text is shown before it is copied, and its code is asked for only then", async () => {
  const { page, widget } = await summary();
  await page.waitForLoadState("networkidle");
  assert.deepEqual(page.log.requests.filter((url) => CODE.test(url)), []);
  const made = new Map();
  for (const name of texts) {
    await widget.button(name).click();
    await box(widget, name).waitFor();
    made.set(name, await box(widget, name).inputValue());
  }
  assert.equal(page.log.requests.filter((url) => CODE.test(url)).length, 1);
  for (const words of Object.values(journey.words)) assert.ok(made.get(texts[0]).includes(words), `the whole record says “${words}”`);
  const short = made.get(texts[2]);
  assert.ok(short.length <= 500);
  assert.ok((await widget.words()).includes(`${short.length} of 500 characters`));
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await widget.button("Copy this text").click();
  await widget.text("Copied.").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), short);
  assert.deepEqual(page.log.outside, []);
  assert.deepEqual(page.log.errors, []);
});

test("every file is handed over whole, and nothing is stored or sent", async () => {
  const { page, widget } = await summary();
  for (const [name, file, holds] of files) {
    const [download] = await Promise.all([page.waitForEvent("download"), widget.button(name).click()]);
    assert.equal(download.suggestedFilename(), file);
    const text = (await downloaded(download)).toString("utf8");
    holds(text);
    assert.ok(text.includes("bowls"), `${file} has the person's words`);
    await widget.text("It was handed to the browser as a file.").waitFor();
  }
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length), 0);
  assert.deepEqual(page.log.outside, []);
  for (const url of page.log.requests) assert.ok(!url.includes("bowls"), url);
});

test("where the code does not come the person is told what else to do, and trying again helps", async () => {
  const { page, widget } = await summary();
  let lost = true;
  await page.route(CODE, (route) => (lost ? route.abort() : route.continue()));
  await widget.button(texts[2]).click();
  await widget.text("This could not be made here").waitFor();
  assert.equal(await box(widget, texts[2]).count(), 0);
  lost = false;
  await widget.button(texts[2]).click();
  await box(widget, texts[2]).waitFor();
});

test("a guess changes no form of the record", async () => {
  const page = await here.person();
  await withAttributes(page, 'mode="together"');
  await page.goto(`${here.site.url}prostate-localised/`);
  const widget = new Widget(page);
  await widget.root.locator(".wu-desk__page").waitFor();
  await widget.go("Weigh up");
  await journey.answerAll(widget, journey.first);
  /** Every form, without the moment and the names that are new in each. */
  const every = async () => {
    await widget.go("Summary");
    await widget.unfold("Take it with you");
    const made = {};
    for (const name of texts) {
      await widget.button(name).click();
      await box(widget, name).waitFor();
      made[name] = await box(widget, name).inputValue();
    }
    for (const [name] of files) {
      const [download] = await Promise.all([page.waitForEvent("download"), widget.button(name).click()]);
      made[name] = (await downloaded(download)).toString("utf8");
    }
    return Object.fromEntries(Object.entries(made).map(([name, text]) => [name, text.replaceAll(MOMENT, "then")]));
  };
  const before = await every();
  await journey.guessing(widget);
  await journey.answerAll(widget, "Cancer that spreads");
  await widget.button("Hand back to the person deciding").click();
  await widget.heading("Your turn: the person deciding", 2).waitFor();
  assert.deepEqual(await every(), before);
});

test("a text that was made of other answers is not there to be copied, whatever was changed", async () => {
  const { widget } = await summary();
  const changes = {
    "a leaning": () => widget.root.getByRole("radio", { name: "I need more time or information." }).first().check(),
    "what is told at home": () => widget.root.getByRole("textbox", { name: "What did we decide, and why?" }).fill("We wait."),
    "how sure a person is": () => widget.root.getByRole("radio", { name: "Fairly sure", exact: true }).check(),
    undo: () => widget.button("Undo").click(),
  };
  for (const [kind, change] of Object.entries(changes)) {
    await openAll(widget);
    await widget.button(texts[0]).click();
    await box(widget, texts[0]).waitFor();
    await change();
    await box(widget, texts[0]).waitFor({ state: "detached", timeout: 5000 }).catch(() => assert.fail(`after ${kind}`));
    assert.equal(await widget.button("Copy this text").count(), 0, kind);
  }
});

test("a site that shows facts only has no fit in the record", async () => {
  const json = async ({ page, widget }) => {
    const [download] = await Promise.all([page.waitForEvent("download"), widget.button(files[1][0]).click()]);
    return JSON.parse((await downloaded(download)).toString("utf8"));
  };
  // Answers that give a fit where one is shown, opened on a site that shows none.
  const shown = await summary();
  await shown.widget.go("Weigh up");
  await journey.weigh(shown.widget);
  await shown.widget.go("Summary");
  await shown.widget.unfold("Take it with you");
  assert.notDeepEqual((await json(shown)).fit, []);
  const [saved] = await Promise.all([shown.page.waitForEvent("download"), shown.widget.button("Save to a file").click()]);
  const buffer = await downloaded(saved);
  const page = await here.person();
  await withAttributes(page, 'results="facts"');
  await page.goto(`${here.site.url}prostate-localised/`);
  const widget = await new Widget(page).ready();
  await widget.go("Summary");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), widget.button("Open a saved file").click()]);
  await chooser.setFiles({ name: "saved.json", mimeType: "application/json", buffer });
  await widget.text("Your saved answers are open.").waitFor();
  await widget.unfold("Take it with you");
  assert.deepEqual((await json({ page, widget })).fit, []);
  assert.deepEqual(page.log.errors, []);
});
