// A session replay tool on the host's page, set to mask every input, finds no word of the person's (H25). What it records without the
// marks that the widget carries is the proof that there was something to find.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, dirname } from "node:path";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import * as journey from "../support/journey.mjs";
import { steps, Widget } from "../support/widget.mjs";

const here = world();
const recorder = join(dirname(createRequire(import.meta.url).resolve("rrweb")), "rrweb.umd.min.cjs");

/** What is recorded of a person who writes in every box and looks at every step. */
async function recorded(options) {
  const page = await here.person();
  await page.addInitScript(await readFile(recorder, "utf8"));
  await page.goto(`${here.site.url}prostate-localised/`);
  const widget = await new Widget(page).ready();
  await page.evaluate((how) => {
    globalThis.taken = [];
    globalThis.rrweb.record({ emit: (event) => globalThis.taken.push(event), maskAllInputs: true, ...how });
  }, options);
  await journey.presence(widget);
  await widget.next();
  await journey.say(widget);
  await widget.go("Weigh up");
  await journey.weigh(widget);
  await journey.addConcern(widget);
  for (const [step] of steps.slice(6)) await widget.go(step);
  await widget.go("Decide");
  await journey.decide(widget);
  await widget.go("Summary");
  await widget.unfold("Take it with you");
  await widget.button("The whole record").click();
  await widget.button("Copy this text").waitFor();
  assert.deepEqual(page.log.errors, []);
  return page.evaluate(() => JSON.stringify(globalThis.taken));
}

const written = [...Object.values(journey.words), journey.concern, journey.doubt, journey.task.what];

test("a session replay tool finds no word that the person wrote", async () => {
  const all = await recorded({});
  assert.match(all, /weighup-aid/, "it recorded the page");
  for (const words of written) {
    for (const form of [words, JSON.stringify(words).slice(1, -1)]) assert.ok(!all.includes(form), `recorded: ${words}`);
  }
});

test("without the marks it would find them", async () => {
  const all = await recorded({ blockClass: "nothing-has-this", maskTextClass: "nothing-has-this" });
  assert.ok(written.filter((words) => all.includes(words)).length > 3);
});
