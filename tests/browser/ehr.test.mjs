// The record given to the system that opened the page, by SMART Web Messaging: a page of another origin frames the aid, or opens it in a
// window, and hears nothing but what a person saw and then agreed to.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, person } from "../support/chromium.mjs";
import { recordSystem } from "../support/ehr.mjs";
import * as journey from "../support/journey.mjs";
import { serve, strict } from "../support/serve.mjs";
import { steps, until, Widget } from "../support/widget.mjs";

const HANDLE = "handle-of-this-launch";
const CODE = /\/lib\/ehr\.js$/;
const open = [];
let ehr, stranger, site, browser;
before(async () => {
  ehr = await serve({ answer: recordSystem, policy: "" });
  stranger = await serve({ answer: recordSystem, policy: "" });
  site = await serve({ policy: strict.replace("frame-ancestors 'self'", `frame-ancestors ${new URL(ehr.url).origin}`) });
  browser = await launch();
});
after(async () => {
  for (const page of open) await page.context().close().catch(() => {});
  await browser?.close();
  for (const each of [ehr, stranger, site]) await each?.close();
});

/** Keeps whatever a page stores or says that is no request: it is asked for in every frame. */
function recorder() {
  globalThis.kept = [];
  const watch = (owner, name) => {
    const own = owner[name];
    owner[name] = function watched(...given) {
      globalThis.kept.push([name, String(given[0])]);
      return own.apply(this, given);
    };
  };
  watch(Storage.prototype, "setItem");
  watch(BroadcastChannel.prototype, "postMessage");
  watch(MessagePort.prototype, "postMessage");
  watch(Navigator.prototype, "sendBeacon");
  watch(IDBFactory.prototype, "open");
  const { set } = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  Object.defineProperty(Document.prototype, "cookie", { set(value) { globalThis.kept.push(["cookie", value]); set.call(this, value); }, get: () => "" });
}

/** A record system that answers in a way, with the aid in it; the aid names `origin` as the system that it may speak to. */
async function inSystem(way, { origin = new URL(ehr.url).origin, handle = HANDLE, as = "frame" } = {}) {
  const page = await person(browser, { viewport: { width: 1100, height: 1500 } });
  open.push(page);
  const attributes = `ehr="${origin}"${handle ? ` ehr-handle="${handle}"` : ""}`;
  await page.context().route("**/prostate-localised/", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace("<weighup-aid", `<weighup-aid ${attributes}`) });
  });
  await page.context().addInitScript(recorder);
  const query = new URLSearchParams({ aid: `${site.url}prostate-localised/`, way, as, impostor: `${stranger.url}impostor.html` });
  const popup = as === "window" ? page.context().waitForEvent("page") : null;
  await page.goto(`${ehr.url}ehr.html?${query}`);
  const inside = popup ? await popup : page;
  const root = popup ? inside.locator("weighup-aid") : page.frameLocator("iframe").first().locator("weighup-aid");
  const widget = await new Widget(inside, root).ready();
  return { page, inside, widget, heard: () => page.evaluate(() => window.heard), place: new URL(ehr.url).host };
}

/** On the summary, with words in every box. */
async function summary(how, options) {
  const talk = await inSystem(how, options);
  await talk.widget.next();
  await journey.say(talk.widget);
  await talk.widget.go("Summary");
  await talk.widget.unfold("Take it with you");
  return talk;
}

const see = (widget) => widget.button(/^See what would go to /);
const give = (widget) => widget.button(/^Give this to /);
const shown = (widget) => widget.root.getByRole("textbox", { name: /^What would go to / });

/** The resources with the names that they have among each other before a system gave them places. */
function unplaced(created) {
  const names = new Map(created.map(({ resource }, at) => [`${resource.resourceType}/${at + 1}`, `urn:uuid:${resource.id}`]));
  return created.map(({ resource }) => JSON.parse(JSON.stringify(resource), (key, value) => (key === "reference" ? names.get(value) ?? value : value)));
}

test("whoever agrees gives what was shown, whole, and over the whole path nothing else is stored, sent or said", async () => {
  const { page, inside, widget, heard } = await inSystem("obliging");
  await journey.presence(widget);
  await widget.next();
  await journey.say(widget);
  for (const [step] of steps.slice(2, 6)) await (await widget.next()).at(step);
  await journey.weigh(widget);
  await journey.addConcern(widget);
  await (await widget.next()).at("How they fit");
  await widget.next();
  await journey.ready(widget);
  await widget.next();
  await journey.decide(widget);
  await widget.next();
  await widget.unfold("Take it with you");
  const origin = new URL(site.url).origin;
  assert.deepEqual(await heard(), [], "nothing is said before it is asked for");
  const loaded = page.log.requests.length;
  await see(widget).click();
  await shown(widget).waitFor();
  await widget.text("Nothing has gone yet.").waitFor();
  const [greeting, ...more] = await heard();
  assert.deepEqual([greeting.messageType, greeting.payload, greeting.messagingHandle, more], ["status.handshake", {}, HANDLE, []]);
  const text = await shown(widget).inputValue();
  const mine = [...Object.values(journey.words), journey.concern, journey.question, journey.doubt, journey.task.what];
  for (const words of mine) assert.ok(text.includes(words), `what is shown says “${words}”`);
  await widget.unfold("The same as data, as the system gets it");
  const whole = JSON.parse(await widget.root.getByRole("textbox", { name: "The same as data, as the system gets it" }).inputValue());
  await give(widget).click();
  await widget.text("The system has taken it as a draft.").waitFor();
  await until(async () => (await widget.focused())?.text === "I am done: close this page", "the focus is on what is next");
  const created = (await heard()).slice(1);
  assert.ok(created.every(({ messageType, messagingHandle }) => messageType === "scratchpad.create" && messagingHandle === HANDLE));
  const payloads = created.map(({ payload }) => payload);
  assert.deepEqual(payloads.map(({ resource }) => resource.resourceType), ["Questionnaire", "Device", "QuestionnaireResponse", "DocumentReference", "Provenance"]);
  assert.deepEqual(unplaced(payloads), whole, "it gets what was shown");
  const document = payloads[3].resource;
  assert.equal(document.author[0].reference, "Device/2", "resources name each other where they stand now");
  assert.equal(document.context.related[0].reference, "QuestionnaireResponse/3");
  const plain = document.content.find(({ attachment }) => attachment.contentType.startsWith("text/plain")).attachment.data;
  assert.equal(Buffer.from(plain, "base64").toString("utf8"), text);
  await widget.button("I am done: close this page").click();
  await until(async () => (await heard()).length === 7, "it is told that the page is done with");
  const [last] = (await heard()).slice(-1);
  assert.deepEqual([last.messageType, last.payload], ["ui.done", {}]);
  assert.equal(new Set((await heard()).map(({ messageId }) => messageId)).size, 7);
  assert.ok((await heard()).every((message) => message.origin === origin));
  // Every request since, and whatever a page can store or say otherwise.
  const since = page.log.requests.slice(loaded).map((url) => new URL(url).pathname);
  assert.deepEqual(since.toSorted(), ["/weighup/lib/ehr.js", "/weighup/wasm/weighup_record.wasm"]);
  for (const frame of inside.frames()) assert.deepEqual(await frame.evaluate(() => globalThis.kept), [], frame.url());
  const asked = page.log.requests.filter((url) => mine.some((words) => decodeURIComponent(url).includes(words.slice(0, 12))));
  assert.deepEqual(asked, []);
  assert.deepEqual(page.log.outside, []);
  assert.deepEqual(page.log.errors, []);
});

test("whoever does not agree gives nothing, and what was shown is gone once an answer changes", async () => {
  const { widget, heard } = await summary("obliging");
  await see(widget).click();
  await shown(widget).waitFor();
  await widget.button("No, give nothing").click();
  await shown(widget).waitFor({ state: "detached" });
  await until(async () => /^See what would go to /.test((await widget.focused())?.text), "the focus stays near");
  await see(widget).click();
  await shown(widget).waitFor();
  await widget.go("What matters");
  await widget.root.getByRole("textbox", { name: "What matters most to you?" }).fill("Something else.");
  await widget.go("Summary");
  await widget.unfold("Take it with you");
  assert.equal(await give(widget).count(), 0);
  assert.deepEqual((await heard()).map(({ messageType }) => messageType), ["status.handshake", "status.handshake"]);
});

test("a system that the page does not name hears nothing, framed or opened, and nothing is offered without a name that is one", async () => {
  const other = await summary("obliging", { origin: "https://ehr.example" });
  await see(other.widget).click();
  await other.widget.text("This page was not opened by that system, so nothing was given.").waitFor();
  assert.deepEqual(await other.heard(), []);
  assert.equal(await give(other.widget).count(), 0);
  // In a window of its own a page cannot see who opened it: the browser drops what is not for that origin.
  const opened = await summary("obliging", { origin: "https://ehr.example", as: "window" });
  await see(opened.widget).click();
  await opened.widget.text("The system does not answer, so nothing was given.").waitFor();
  assert.deepEqual(await opened.heard(), []);
  for (const wrong of [{ origin: "*" }, { origin: "https://ehr.example/path" }, { origin: "http://ehr.example" }, { handle: "" }]) {
    const { widget, heard } = await summary("obliging", wrong);
    assert.equal(await see(widget).count(), 0, JSON.stringify(wrong));
    assert.deepEqual(await heard(), []);
  }
});

test("a page that nobody framed or opened offers no system", async () => {
  const page = await person(browser);
  open.push(page);
  await page.route("**/prostate-localised/", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace("<weighup-aid", `<weighup-aid ehr="${new URL(ehr.url).origin}" ehr-handle="${HANDLE}"`) });
  });
  await page.goto(`${site.url}prostate-localised/`);
  const widget = await new Widget(page).ready();
  await widget.go("Summary");
  await widget.unfold("Take it with you");
  assert.equal(await see(widget).count(), 0);
});

test("a system that opened the page in a window gets the same", async () => {
  const { widget, heard } = await summary("stays-open", { as: "window" });
  await see(widget).click();
  await shown(widget).waitFor();
  await give(widget).click();
  await widget.button("I am done: close this page").click();
  await widget.text("but it did not close this page").waitFor();
  assert.deepEqual((await heard()).map(({ messageType }) => messageType), ["status.handshake", ...Array(5).fill("scratchpad.create"), "ui.done"]);
});

for (const [way, says] of [["silent", "The system does not answer"], ["impostor", "The system does not answer"], ["refusing", "The system did not take it"]]) {
  test(`a system that is ${way} is told of at once, and no word goes to it`, async () => {
    const { page, widget, heard } = await summary(way);
    await see(widget).click();
    await widget.text(says).waitFor();
    assert.deepEqual((await heard()).map(({ messageType }) => messageType), ["status.handshake"]);
    assert.equal(await give(widget).count(), 0);
    await widget.go("What matters");
    for (const [name, words] of Object.entries(journey.words)) assert.equal(await widget.root.getByRole("textbox", { name, exact: true }).inputValue(), words, "nothing is lost");
    assert.deepEqual(page.log.errors, []);
  });
}

for (const [way, says, left] of [
  ["refusing-one", "The system did not take it, and no part of it was left there.", 0],
  ["no-place", "The system did not take it, and no part of it was left there.", 0],
  ["bad-outcome", "The system did not take it, and no part of it was left there.", 0],
  ["keeps-what-it-has", "The system may hold a part of your record", 3],
]) {
  test(`where not all is taken (${way}) it is said what may be there, and what can be taken back is`, async () => {
    const { page, widget } = await summary(way);
    await see(widget).click();
    await shown(widget).waitFor();
    await give(widget).click();
    await widget.text(says).waitFor();
    assert.equal(await page.evaluate(() => window.places.size), left);
    assert.equal(await widget.button("I am done: close this page").count(), 0);
  });
}

test("where the code does not come the person is told, and trying again helps", async () => {
  const { page, widget, heard } = await summary("obliging");
  let lost = true;
  await page.context().route(CODE, (route) => (lost ? route.abort() : route.continue()));
  await see(widget).click();
  await widget.text("This could not be made here").last().waitFor();
  assert.deepEqual(await heard(), []);
  lost = false;
  await see(widget).click();
  await shown(widget).waitFor();
});
