// The first step stands in the page before any script: the same as the widget's own, never in its way, never a dead end.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { events, listen } from "../support/page.mjs";
import { Widget } from "../support/widget.mjs";

const here = world();
const path = "prostate-localised/";
const wasm = (url) => url.pathname.endsWith("/weighup_element_bg.wasm");

/** A page whose widget waits for `arrive()`, and whose engine never comes: it would add the hash of the content to the stamp. */
async function waiting() {
  let arrive;
  const late = new Promise((resolve) => { arrive = resolve; });
  const page = await here.person();
  await listen(page);
  await page.route(wasm, async (route) => {
    await late;
    await route.continue();
  });
  await page.route("**/weighup_fit_bg.wasm", (route) => route.abort());
  await page.goto(here.site.url + path);
  const first = page.locator(".wu-first");
  // The element is defined and listens.
  await page.waitForFunction(() => document.querySelector("weighup-aid").shadowRoot.querySelector("[role=alert]"));
  return { page, first, arrive, widget: new Widget(page) };
}

/** What a part of the page looks and reads like: each element with its name, words, place and the attributes that show. */
const drawn = (part) => part.evaluate((root) => [...root.querySelectorAll(".weighup *")].map((each) => {
  const { x, y, width, height } = each.getBoundingClientRect();
  const { y: top } = root.getBoundingClientRect();
  const own = [...each.attributes].filter(({ name }) => !["data-act", "id", "for", "aria-labelledby", "aria-describedby", "name", "aria-controls"].includes(name));
  return [each.tagName, own.map(({ name, value }) => `${name}=${value}`).join(" "), each.textContent, [x, y - top, width, height].map(Math.round).join(" ")].join(" | ");
}));

test("what stands there first is what the widget shows, to the pixel", async () => {
  for (const width of [320, 1280]) {
    const { page, first, arrive, widget } = await waiting();
    await page.setViewportSize({ width, height: 900 });
    const sent = await drawn(first);
    assert.ok(sent.length > 100, `${sent.length} elements`);
    arrive();
    await widget.ready();
    assert.deepEqual(await drawn(page.locator(".wu-mount:not(.wu-first)")), sent, `${width} px`);
  }
});

test("it is accessible, and nothing but the first step", async () => {
  const { page, first } = await waiting();
  await accessible(page, "the first step as sent");
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
  assert.equal(await first.getByText("taking a long time").isVisible(), false);
});

test("what is pressed before the widget is there is done by the widget, and focus stays", async () => {
  const { page, first, arrive, widget } = await waiting();
  await first.getByRole("checkbox", { name: /^Me: / }).check();
  await first.getByRole("button", { name: /^Next: / }).focus();
  arrive();
  await widget.ready();
  assert.equal(await widget.root.getByRole("checkbox", { name: /^Me: / }).isChecked(), true);
  assert.match(await page.evaluate(() => document.querySelector("weighup-aid").shadowRoot.activeElement.textContent), /^Next: /);
  assert.equal(await first.count(), 0);
});

test("the next step pressed before the widget is there opens when it comes", async () => {
  const { page, first, arrive, widget } = await waiting();
  await first.getByRole("button", { name: /^Next: / }).click();
  assert.deepEqual(await events(page), []);
  arrive();
  await widget.at("What matters");
  assert.deepEqual((await events(page)).map(([name, detail]) => [name, detail.step]), [["weighup-ready", undefined], ["weighup-step", "what-matters"]]);
});

test("without scripts the page's own content is there instead", async () => {
  const page = await here.open(path, { javaScriptEnabled: false });
  assert.equal(await page.getByRole("link", { name: "Read this decision aid as a plain page" }).isVisible(), true);
  assert.equal(await page.getByText("Who is here?").isVisible(), false);
});

test("when the widget cannot come, the page's own content takes its place", async () => {
  const page = await here.person();
  await page.route(wasm, (route) => route.abort());
  await page.goto(here.site.url + path);
  await page.getByRole("alert").getByRole("button", { name: "Try again" }).waitFor();
  assert.equal(await page.getByRole("link", { name: "Read this decision aid as a plain page" }).isVisible(), true);
  assert.equal(await page.locator(".wu-first").count(), 0);
});

test("when not even the script comes, it says so and names the plain page", async () => {
  const page = await here.person();
  await page.route("**/weighup/index.js", (route) => route.abort());
  await page.goto(here.site.url + path);
  const late = page.locator(".wu-late");
  assert.equal(await late.isVisible(), false);
  const delay = await late.evaluate((each) => {
    const [animation] = each.getAnimations();
    animation.finish();
    return animation.effect.getTiming().delay;
  });
  assert.equal(delay, 8000);
  assert.equal(await late.isVisible(), true);
  await late.getByRole("link", { name: "Read it as a plain page" }).click();
  assert.match(await page.title(), /prostate/i);
  assert.match(page.url(), /aids\/prostate-localised\.html$/);
});
