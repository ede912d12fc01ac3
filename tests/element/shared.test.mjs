// A device that several people use: what one of them entered is gone before the next one sees it, and nobody is cut off who still
// reads (WCAG 2.2.1: at least 20 seconds to say so by a simple action, at least ten times).
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { until, Widget } from "../support/widget.mjs";

const html = (attributes) => ({
  type: "text/html; charset=utf-8",
  body: `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"><script type="module" src="/weighup/index.js"></script>
<weighup-aid src="/aids/prostate-localised.json" ${attributes}><p>Fallback</p></weighup-aid><p>Host</p></html>`,
});
const pages = { "/shared.html": html("shared keep"), "/two.html": html('shared="2"'), "/own.html": html("keep") };
const here = world({ serve: { answer: (path) => pages[path] } });
const MINUTE = 60_000;

/** Somebody who wrote something, on a page whose clock is the test's. */
async function written(path) {
  const page = await here.person();
  await page.clock.install();
  await page.goto(new URL(path, here.site.url).href);
  const widget = await new Widget(page).ready();
  await widget.go("What matters");
  await widget.root.getByRole("textbox").first().fill("my garden");
  await widget.go("Options");
  return { page, widget, question: widget.root.getByRole("dialog", { name: "Are you still there?" }) };
}

async function mine(widget) {
  await widget.go("What matters");
  return widget.root.getByRole("textbox").first().inputValue();
}

test("after five minutes without a sign of anybody the answers are covered and, a minute later, gone; that is said", async () => {
  const { page, widget, question } = await written("shared.html");
  await page.clock.runFor(4 * MINUTE);
  assert.equal(await question.count(), 0);
  await page.clock.runFor(MINUTE + 1000);
  await question.waitFor();
  const covered = await widget.root.locator(".wu-still").evaluate((box) => getComputedStyle(box, "::backdrop").backgroundColor);
  assert.match(covered, /^rgb\(\d+, \d+, \d+\)$/, "nothing shines through");
  await page.clock.runFor(45_000);
  assert.equal(await question.count(), 1);
  await page.clock.runFor(15_000);
  await widget.text(/^The answers were removed/).waitFor();
  assert.equal(await question.count(), 0);
  assert.equal(await mine(widget), "");
});

test("a clock that is set back leaves nothing there for longer", async () => {
  const { page, widget, question } = await written("shared.html");
  await page.clock.runFor(4 * MINUTE);
  // The device's clock alone: what waits on the page goes on as it was.
  await page.evaluate((day) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() - day;
  }, 24 * 60 * MINUTE);
  await page.clock.runFor(MINUTE + 1000);
  await question.waitFor();
  await page.clock.runFor(MINUTE);
  await widget.text(/^The answers were removed/).waitFor();
  assert.equal(await mine(widget), "");
});

test("any key and any press go on, twelve times over, and nothing is lost (2.2.1)", async () => {
  const { page, widget, question } = await written("two.html");
  for (let time = 0; time < 12; time += 1) {
    await page.clock.runFor(2 * MINUTE + 1000);
    await question.waitFor();
    await page.clock.runFor(50_000);
    if (time % 2 === 0) await page.keyboard.press("Shift");
    else await question.getByRole("button", { name: "I am still here" }).click();
    await until(async () => (await question.count()) === 0, "the question goes");
  }
  assert.equal(await mine(widget), "my garden");
});

test("who does something is not asked, and neither is anybody where nothing was entered", async () => {
  const { page, widget, question } = await written("two.html");
  for (let time = 0; time < 4; time += 1) {
    await page.clock.runFor(MINUTE + 50_000);
    // A wheel is turned and not waited for: it counts once the page has heard it.
    await page.evaluate(() => { globalThis.turned = new Promise((heard) => addEventListener("wheel", heard, { once: true, capture: true })); });
    await page.mouse.wheel(0, 10);
    await page.evaluate(() => globalThis.turned);
    assert.equal(await question.count(), 0);
  }
  assert.equal(await mine(widget), "my garden");
  const empty = await here.person();
  await empty.clock.install();
  await empty.goto(new URL("two.html", here.site.url).href);
  const other = await new Widget(empty).ready();
  await empty.clock.runFor(20 * MINUTE);
  assert.equal(await other.root.getByRole("dialog").count(), 0);
});

test("nothing is kept on a shared device, whatever the page allows, and an element that leaves its page takes its answers along", async () => {
  const { page, widget } = await written("shared.html");
  await widget.go("Summary");
  assert.equal(await widget.root.getByRole("checkbox", { name: "Keep my answers on this device" }).count(), 0);
  await widget.root.evaluate(async (aid) => {
    aid.remove();
    // That it was removed is known at the end of the task.
    await new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = resolve; port2.postMessage(""); });
    document.body.append(aid);
  });
  await page.clock.runFor(1000);
  const back = await new Widget(page).ready();
  assert.equal(await mine(back), "");
  assert.equal(await page.evaluate(() => localStorage.length), 0);
});

test("where the device is one person's nothing is asked", async () => {
  const { page, widget, question } = await written("own.html");
  await page.clock.runFor(30 * MINUTE);
  assert.equal(await question.count(), 0);
  assert.equal(await mine(widget), "my garden");
});
