// Nothing leaves the page and nothing stays behind (H09, H10).
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { steps, Widget } from "../support/widget.mjs";

const here = world();

/** Keeps every event the widget tells its page about. */
const listen = () => {
  window.told = [];
  const { dispatchEvent } = EventTarget.prototype;
  EventTarget.prototype.dispatchEvent = function dispatch(event) {
    if (event instanceof CustomEvent) window.told.push([event.type, JSON.stringify(event.detail ?? null)]);
    return dispatchEvent.call(this, event);
  };
};

const kept = (page) => page.evaluate(async () => ({
  local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookies: document.cookie,
  databases: (await indexedDB.databases()).map((each) => each.name), caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  state: JSON.stringify(history.state), url: location.href, title: document.title, name: window.name,
}));

test("a whole consultation makes no request, keeps nothing and tells no words", async () => {
  const page = await here.person();
  await page.addInitScript(listen);
  await page.goto(`${here.site.url}prostate-localised/`);
  const widget = await new Widget(page).ready();
  await page.waitForLoadState("networkidle");
  const before = await kept(page);
  const loaded = page.log.requests.length;
  assert.deepEqual(page.log.outside, []);

  await journey.presence(widget);
  await widget.next();
  await journey.say(widget);
  for (const [step] of steps.slice(2, 5)) {
    await widget.next();
    await widget.at(step);
  }
  await widget.next();
  await journey.weigh(widget);
  await journey.addConcern(widget);
  await widget.next();
  await widget.at("How they fit");
  await widget.next();
  await journey.ready(widget);
  await widget.next();
  await journey.decide(widget);
  await widget.next();

  assert.deepEqual(page.log.requests.slice(loaded), [], "nothing is requested after the aid has loaded");
  assert.deepEqual(page.log.outside, [], "no one else is asked for anything");
  const after = await kept(page);
  // The site has the address say which step is open, and it says nothing else.
  assert.deepEqual(after, { ...before, url: `${here.site.url}prostate-localised/#weighup-summary` }, "storage, title and history are as they were");
  assert.deepEqual([after.local, after.session, after.databases, after.caches, after.workers, after.cookies],
    [[], [], [], [], 0, ""]);
  const told = await page.evaluate(() => window.told);
  assert.ok(told.some(([type]) => type.startsWith("weighup")), "the page is told of steps");
  const mine = [...Object.values(journey.words), journey.concern, journey.question, journey.doubt, journey.task.what];
  for (const [type, detail] of told) {
    for (const text of mine) {
      for (const part of [text, text.split(" ").slice(0, 4).join(" ")]) {
        assert.ok(!detail.includes(part), `the event ${type} carries a person's words`);
      }
    }
  }
  assert.deepEqual(page.log.errors, []);
  assert.deepEqual(page.log.console, []);
});

test("reloading the page starts with nothing", async () => {
  const page = await here.open();
  const widget = await new Widget(page).ready();
  await widget.next();
  await journey.say(widget);
  // Reloaded as it is, the page would open at the same step, with nothing in it.
  await page.goto(new URL("prostate-localised/", here.site.url).href);
  await widget.ready();
  await widget.next();
  for (const label of Object.keys(journey.words)) {
    assert.equal(await widget.root.getByRole("textbox", { name: label }).inputValue(), "");
  }
  assert.equal(await widget.root.getByRole("radio", { checked: true }).count(), 0);
});
