// Giving answers at the end: nothing of it is there unless a page asks for it, all that would go is shown first, and it goes once, in one
// way, when the person says so.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import jsQR from "jsqr";
import { accessible } from "../support/axe.mjs";
import { downloaded, world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { focus, tabTo } from "../support/keys.mjs";
import { root } from "../support/serve.mjs";
import { sideways, until, Widget, withAttributes } from "../support/widget.mjs";

const here = world();
const TITLE = "Did this page help? Give your answers, if you like";
const STORED = "The same as it is stored";
const schema = JSON.parse(await readFile(join(root, "docs/schema/given.schema.json"), "utf8"));
const valid = new Ajv({ strict: false, validateFormats: false }).compile(schema);
const questions = {
  format: "weighup-questions", version: 1, id: "collaborate", licence: "Invented for a test, by nobody", when: "after", low: 0, high: 9,
  wordings: [{ lang: "en", intro: "Think of the visit.", items: ["An invented question one?", "An invented question two?", "An invented question three?"], low_end: "Nothing", high_end: "Everything" }],
};

/** Keeps every event of ours, and whatever the page stores or says that is no request. */
function recorder() {
  globalThis.told = [];
  globalThis.kept = [];
  const watch = (owner, name, say = (given) => String(given[0])) => {
    const own = owner[name];
    owner[name] = function watched(...given) {
      globalThis.kept.push([name, say(given)]);
      return own.apply(this, given);
    };
  };
  watch(Storage.prototype, "setItem");
  watch(BroadcastChannel.prototype, "postMessage");
  watch(MessagePort.prototype, "postMessage");
  watch(Window.prototype, "postMessage");
  watch(Navigator.prototype, "sendBeacon");
  watch(IDBFactory.prototype, "open");
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function dispatch(event) {
    if (event instanceof CustomEvent) globalThis.told.push([event.type, event.detail?.line ?? JSON.stringify(event.detail)]);
    return dispatchEvent.call(this, event);
  };
}

const state = (page) => page.evaluate(async () => ({
  kept: globalThis.kept, given: globalThis.told.filter(([type]) => type === "weighup-given"), cookies: document.cookie,
  stores: localStorage.length + sessionStorage.length, databases: (await indexedDB.databases()).length,
}));

const nothing = { kept: [], given: [], cookies: "", stores: 0, databases: 0 };

/** The widget, on whichever step its page begins. */
async function there(page) {
  const widget = new Widget(page);
  await widget.root.getByRole("heading", { level: 1 }).first().waitFor();
  await widget.whole();
  return widget;
}

/** On the prostate aid with attributes, with words in every box, on the summary. */
async function summary(attributes, { size, before = () => {} } = {}) {
  const page = await here.person(size ? { viewport: size } : {});
  await page.addInitScript(recorder);
  await before(page);
  await withAttributes(page, attributes);
  await page.goto(`${here.site.url}prostate-localised/`);
  const widget = await there(page);
  await widget.go("What matters");
  await journey.say(widget);
  await widget.go("Summary");
  return { page, widget };
}

const offered = (widget) => widget.root.locator("summary").filter({ hasText: TITLE });

/** Opens the part and shows what could be given; the line as it is stored. */
async function see(widget) {
  await widget.unfold(TITLE);
  await widget.button("See what I could give").click();
  await widget.heading("This is all that would be given", 3).waitFor();
  return stored(widget);
}

async function stored(widget) {
  await widget.unfold(STORED);
  return widget.root.getByRole("textbox", { name: STORED }).inputValue();
}

function checked(line) {
  const given = JSON.parse(line);
  assert.ok(valid(given), JSON.stringify(valid.errors));
  for (const words of [...Object.values(journey.words), journey.concern]) assert.ok(!line.includes(words.slice(0, 9)), "no word of theirs");
  return given;
}

test("no page of the gallery asks for anything or gives anything, unless that is turned on", async () => {
  const page = await here.person();
  await page.addInitScript(recorder);
  await page.goto(here.site.url);
  const all = await journey.everyAid(page);
  let looked = 0;
  for (const path of all) {
    await page.goto(new URL(`${path}#weighup-summary`, here.site.url).href);
    if ((await page.locator("weighup-aid").count()) === 0) continue;
    looked += 1;
    const widget = await there(page);
    await widget.at("Summary");
    await page.waitForLoadState("networkidle");
    assert.equal(await offered(widget).count(), 0, path);
    const { given, kept, cookies, stores, databases } = await state(page);
    assert.deepEqual({ given, kept, cookies, stores, databases }, nothing, path);
    assert.deepEqual(page.log.requests.filter((url) => /given|weighup_record/.test(url)), [], path);
  }
  assert.ok(looked > 20, `${looked} aids`);
  assert.deepEqual(page.log.outside, []);
});

test("a file is what was shown, goes when the person says so, and nothing else is stored, sent or said", async () => {
  const { page, widget } = await summary("give");
  await page.waitForLoadState("networkidle");
  const loaded = page.log.requests.length;
  assert.equal(await widget.button("See what I could give").isVisible(), false, "it is folded");
  const line = await see(widget);
  const given = checked(line);
  assert.deepEqual([given.stage, given.language, given.stopped], [{ before: "considering", after: null }, "en", "what-matters"]);
  await widget.root.getByRole("radio", { name: "I am close to choosing" }).last().check();
  await until(async () => JSON.parse(await stored(widget)).stage.after === "close-to-choosing", "the answer is in the line");
  const answered = await stored(widget);
  const words = await widget.words();
  for (const said of ["You were thinking about the options.", "You are close to choosing.", given.id]) assert.ok(words.includes(said), said);
  assert.deepEqual(await state(page), nothing);
  const [download] = await Promise.all([page.waitForEvent("download"), widget.button("Give it as a file").click()]);
  assert.equal(download.suggestedFilename(), "weighup-given.jsonl");
  assert.equal((await downloaded(download)).toString("utf8"), `${answered}\n`);
  await widget.text("The file was handed to your browser.").waitFor();
  await until(async () => (await widget.focused())?.text?.startsWith("The file was handed"), "the focus is on what came of it");
  assert.deepEqual(page.log.requests.slice(loaded).map((url) => new URL(url).pathname).filter((path) => !path.startsWith("blob")).toSorted(),
    ["/weighup/lib/given.js", "/weighup/wasm/weighup_record.wasm"]);
  assert.deepEqual(await state(page), nothing);
  // Once: it stays given on other steps, and after another answer.
  await widget.go("Decide");
  await widget.root.getByRole("radio", { name: "I have not decided." }).check();
  await widget.go("Summary");
  await widget.unfold(TITLE);
  await widget.text("The file was handed to your browser.").waitFor();
  assert.equal(await widget.root.getByRole("button", { name: /^(Give it|See what I)/ }).count(), 0);
  assert.deepEqual([page.log.outside, page.log.errors], [[], []]);
});

test("the page hears one event, and what it does not take has not gone", async () => {
  const { page, widget } = await summary('give="page file"');
  const line = await see(widget);
  await widget.button("Give it to this website").click();
  await widget.text("This website did not take it, so nothing has gone.").waitFor();
  await page.evaluate(() => document.addEventListener("weighup-given", (event) => {
    globalThis.taken = [...(globalThis.taken ?? []), event.detail.line];
    event.preventDefault();
  }));
  await widget.button("Give it to this website").click();
  await widget.text("This website has taken it. Thank you.").waitFor();
  assert.deepEqual(await page.evaluate(() => globalThis.taken), [line]);
  assert.equal(await widget.button("Give it as a file").count(), 0, "in one way only");
  const { kept, stores } = await state(page);
  assert.deepEqual([kept, stores, page.log.outside, page.log.errors], [[], 0, [], []]);
});

test("a QR code holds the line as it is stored", async () => {
  const { page, widget } = await summary('give="code"', { size: { width: 768, height: 1000 } });
  const line = await see(widget);
  await widget.button("Give it as a QR code").click();
  const picture = widget.root.getByRole("img", { name: "QR code of what you give" });
  await picture.waitFor();
  const shot = (await picture.screenshot()).toString("base64");
  const { data, width, height } = await page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const ink = canvas.getContext("2d");
    ink.drawImage(image, 0, 0);
    const { data, width, height } = ink.getImageData(0, 0, image.width, image.height);
    return { data: Array.from(data), width, height };
  }, shot);
  assert.equal(jsQR(Uint8ClampedArray.from(data), width, height)?.data, line);
});

test("who says no gives nothing and is not asked again, in another language neither, until they start again", async () => {
  const { page, widget } = await summary("give");
  await see(widget);
  await widget.button("No, give nothing").click();
  await widget.text("Nothing was given. You will not be asked again in this visit.").waitFor();
  await page.evaluate(() => { document.querySelector("weighup-aid").lang = "cy"; });
  await widget.root.getByRole("heading", { name: "Eich crynodeb", level: 1 }).waitFor();
  assert.equal(await widget.root.locator("summary").filter({ hasText: "A wnaeth y dudalen hon helpu?" }).count(), 0);
  await page.evaluate(() => { document.querySelector("weighup-aid").lang = "en"; });
  await widget.heading("Your summary", 1).waitFor();
  await widget.unfold(TITLE);
  await widget.text("Nothing was given.").waitFor();
  assert.equal(await widget.button("See what I could give").count(), 0, "nor in the language they began in");
  await page.evaluate(() => document.querySelector("weighup-aid").reset());
  await (await there(page)).go("Summary");
  assert.equal(await offered(widget).count(), 1);
  assert.deepEqual(await state(page), nothing);
});

test("what was made of other answers is not given", async () => {
  const { widget } = await summary("give");
  await see(widget);
  await widget.go("Decide");
  await widget.root.getByRole("radio", { name: "I have not decided." }).check();
  await widget.go("Summary");
  await widget.unfold(TITLE);
  assert.equal(await widget.button("Give it as a file").count(), 0);
  assert.equal(JSON.parse(await see(widget)).leaning, "undecided");
});

test("questions of the deployment stand word for word with whose they are, after a visit and not before", async () => {
  const brought = (page) => page.route("**/ours.json", (route) => route.fulfill({ json: questions }));
  const { page, widget } = await summary('give give-questions="/ours.json" mode="after"', { before: brought });
  await see(widget);
  for (const words of [...questions.wordings[0].items, "Think of the visit.", questions.licence, "0: Nothing", "9: Everything"]) {
    await widget.text(words).first().waitFor();
  }
  assert.equal(await widget.root.getByRole("group", { name: "Where are you with the decision now?" }).count(), 0, "three are the most");
  const item = (at) => widget.root.getByRole("group", { name: questions.wordings[0].items[at] });
  await item(0).getByRole("radio", { name: "9", exact: true }).check();
  await item(2).getByRole("radio", { name: "7", exact: true }).check();
  await until(async () => JSON.stringify(JSON.parse(await stored(widget)).measures) === '[{"id":"collaborate","answers":[9,null,7]}]', "both answers");
  checked(await stored(widget));
  await item(0).getByRole("radio", { name: "No answer" }).check();
  await item(2).getByRole("radio", { name: "No answer" }).check();
  await until(async () => JSON.parse(await stored(widget)).measures.length === 0, "no answers");
  await accessible(page, "questions at the end");
  assert.deepEqual(page.log.outside, []);

  const before = await summary('give give-questions="/ours.json" mode="prepare"', { before: brought });
  await see(before.widget);
  assert.equal(await before.widget.text(questions.wordings[0].items[0]).count(), 0);
  assert.equal(await before.widget.root.getByRole("group", { name: "Where are you with the decision now?" }).count(), 1);
});

test("SURE stands with its four questions, whose answers are words, and goes as ones and noughts", async () => {
  const four = ["one", "two", "three", "four"].map((which) => `Invented yes or no ${which}?`);
  const sure = { ...questions, id: "sure", when: "always", high: 1, wordings: [{ lang: "en", intro: "", items: four, low_end: "No", high_end: "Yes" }] };
  const brought = (page) => page.route("**/ours.json", (route) => route.fulfill({ json: sure }));
  const { page, widget } = await summary('give give-questions="/ours.json" mode="prepare"', { before: brought, size: { width: 390, height: 800 } });
  await see(widget);
  assert.equal(await widget.root.getByRole("group", { name: "Where are you with the decision now?" }).count(), 0, "no question of ours beside four");
  const item = (at) => widget.root.getByRole("group", { name: four[at] });
  assert.deepEqual(await item(0).getByRole("radio").evaluateAll((all) => all.map((each) => each.labels[0].textContent)), ["No", "Yes", "No answer"]);
  await item(0).getByRole("radio", { name: "Yes" }).check();
  await item(1).getByRole("radio", { name: "No", exact: true }).check();
  await item(3).getByRole("radio", { name: "Yes" }).check();
  await until(async () => JSON.stringify(JSON.parse(await stored(widget)).measures) === '[{"id":"sure","answers":[1,0,null,1]}]', "three answers");
  checked(await stored(widget));
  const words = await widget.words();
  for (const said of ["Question 1: Yes", "Question 2: No", "Question 3: left out", "Question 4: Yes"]) assert.ok(words.includes(said), said);
  await accessible(page, "four questions of yes and no");
  assert.deepEqual([await sideways(page), page.log.outside, page.log.errors], [[], [], []]);
});

test("questions that may not be asked stop nothing, and the console says why", async () => {
  const wrong = { ...questions, when: "always" };
  const brought = (page) => page.route("**/ours.json", (route) => route.fulfill({ json: wrong }));
  const { page, widget } = await summary('give give-questions="/ours.json" mode="after"', { before: brought });
  checked(await see(widget));
  await until(() => page.log.console.some((said) => said.includes('write `"when": "after"`')), "the owner of the page reads why");
  const away = await summary('give give-questions="https://elsewhere.example/q.json" mode="after"');
  checked(await see(away.widget));
  assert.deepEqual(away.page.log.outside, [], "nobody else is asked");
});

test("a site that names no way is told, and nobody is asked", async () => {
  const { page, widget } = await summary('give="Collaborate "');
  assert.equal(await offered(widget).count(), 0);
  assert.ok(page.log.console.some((said) => said.includes('give="Collaborate " names no way to give')));
});

test("where the code does not come the person is told, and nothing has gone", async () => {
  const { page, widget } = await summary("give", { before: (page) => page.route("**/lib/given.js", (route) => route.abort()) });
  await widget.unfold(TITLE);
  await widget.button("See what I could give").click();
  await widget.text("This could not be made here").waitFor();
  assert.deepEqual(await state(page), nothing);
});

test("it is done with the keyboard alone, passes axe, and fits on a phone (2.1.1, 1.4.10)", async () => {
  const { page, widget } = await summary("give", { size: { width: 390, height: 800 } });
  await widget.unfold(TITLE);
  await accessible(page, "before it is shown");
  await tabTo(page, /^See what I could give/);
  await page.keyboard.press("Enter");
  await widget.heading("This is all that would be given", 3).waitFor();
  await accessible(page, "all that would be given");
  assert.deepEqual(await sideways(page), []);
  await tabTo(page, /^No, give nothing/);
  await page.keyboard.press("Enter");
  await widget.text("Nothing was given.").waitFor();
  await until(async () => (await focus(page))?.name.startsWith("Nothing was given"), "the focus is on what came of it");
});

test("it is offered in no second window, and a guess that is hidden is in no line", async () => {
  const { widget } = await summary('give mode="together"');
  await widget.go("Weigh up");
  await journey.answerAll(widget, journey.first);
  await journey.guessing(widget);
  await journey.answerAll(widget, "Cancer that spreads");
  await widget.button("Hand back to the person deciding").click();
  await widget.go("Summary");
  const given = checked(await see(widget));
  assert.deepEqual([given.gap, given.who, given.use], [null, "with-professional", "together"]);
});
