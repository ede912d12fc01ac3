// Keeping answers on the device: only what was asked for, only for whom, and never in silence.
import assert from "node:assert/strict";
import { test } from "node:test";
import { world } from "../support/chromium.mjs";
import { shown } from "../support/page.mjs";
import { until } from "../support/widget.mjs";

const KEY = "weighup-answers-prostate-localised";
const html = (body) => ({ type: "text/html; charset=utf-8", body: `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">${body}</html>` });
const pages = {
  "/keep.html": html('<script type="module" src="/weighup/index.js"></script><weighup-aid src="/aids/prostate-localised.json" keep><p>Fallback</p></weighup-aid>'),
  "/empty.html": html("<p>Nothing</p>"),
};
const here = world({ serve: { answer: (path) => pages[path] } });

/** Somebody with this in their storage, on no aid yet. */
async function visitor(stored, prepare) {
  const page = await here.person();
  if (prepare) await page.addInitScript(prepare);
  await page.goto(new URL("/empty.html", here.site.url).href);
  if (stored !== undefined) await page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, stored]);
  return page;
}

async function open(page) {
  await page.goto(new URL("/keep.html", here.site.url).href);
  await shown(page);
  return page;
}

const goTo = async (page, step) => {
  // A window behind another draws once a second, and each press waits for two drawings.
  await page.bringToFront();
  await page.locator("weighup-aid").evaluate((aid, step) => { aid.step = step; }, step);
  await until(() => page.locator("weighup-aid").evaluate((aid, step) => aid.step === step, step), step);
};
const matters = (page) => page.locator("weighup-aid").getByRole("textbox").first();
const box = (page) => page.locator("weighup-aid").getByRole("checkbox", { name: "Keep my answers on this device" });
const stored = (page) => page.evaluate((key) => localStorage.getItem(key), KEY);
const foot = (page) => page.locator("weighup-aid .wu-foot").innerText();
const says = (page, words) => page.locator("weighup-aid").getByText(words).first().waitFor();

async function write(page, words) {
  await goTo(page, "what-matters");
  await matters(page).fill(words);
}

async function tick(page) {
  await goTo(page, "summary");
  await page.locator("weighup-aid label", { hasText: "Keep my answers on this device" }).click();
}

async function startAgain(page) {
  await goTo(page, "summary");
  const aid = page.locator("weighup-aid");
  await aid.getByRole("button", { name: "Start again" }).last().click();
  await aid.getByRole("button", { name: "Yes, clear everything" }).click();
}

/** What a real page kept. */
async function sample() {
  const page = await open(await visitor());
  await write(page, "my garden");
  await tick(page);
  await until(async () => (await stored(page))?.includes("my garden"), "the answers in storage");
  return stored(page);
}

test("what this version cannot read never turns keeping on and stays as it is", async () => {
  const text = await sample();
  const kept = JSON.parse(text);
  const kinds = {
    "no JSON": "garbage", "an empty text": "", "null": "null", "a list": "[]", "cut short": text.slice(0, -20),
    "a newer form": JSON.stringify({ ...kept, format: kept.format + 1 }), "an older form": JSON.stringify({ ...kept, format: 1 }),
    "no form": JSON.stringify({ ...kept, format: undefined }), "an unknown answer": JSON.stringify({ ...kept, answers: { ...kept.answers, surprise: 1 } }),
    "another aid": JSON.stringify({ ...kept, aid: "hrt" }),
  };
  for (const [kind, found] of Object.entries(kinds)) {
    const page = await open(await visitor(found));
    await says(page, /could not open/);
    await write(page, "typed by somebody who ticked nothing");
    await goTo(page, "summary");
    assert.equal(await box(page).isChecked(), false, kind);
    assert.match(await foot(page), /not sent or saved/, kind);
    assert.equal(await stored(page), found, kind);
    await startAgain(page);
    await until(async () => (await stored(page)) === null, `${kind}: nothing is left after Start again`);
    await write(page, "still unasked");
    assert.equal(await stored(page), null, kind);
    await page.context().close();
  }
});

test("what could not be read gives way when the person asks for keeping, as the message says", async () => {
  const page = await open(await visitor("garbage"));
  await write(page, "asked for");
  await tick(page);
  await until(async () => (await stored(page))?.includes("asked for"), "the answers in storage");
});

test("two windows keep the same answers, and ending it in one ends it in both", async () => {
  const one = await open(await visitor());
  await write(one, "from one");
  await tick(one);
  const two = await one.context().newPage();
  await open(two);
  await goTo(two, "what-matters");
  await until(async () => (await matters(two).inputValue()) === "from one", "the answers in the second window");
  await two.locator("weighup-aid").getByRole("textbox").nth(1).fill("from two");
  await goTo(one, "what-matters");
  await until(async () => (await one.locator("weighup-aid").getByRole("textbox").nth(1).inputValue()) === "from two", "the words of the other window");
  await matters(one).fill("from one again");
  await until(async () => /from one again.*from two/s.test(await stored(one) ?? ""), "both in storage");

  await tick(one);
  await until(async () => (await stored(one)) === null, "nothing in storage");
  await says(two, /no longer kept/);
  await write(two, "later");
  assert.equal(await stored(two), null);
});

test("Start again is final in every window", async () => {
  const one = await open(await visitor());
  await write(one, "secret");
  await tick(one);
  const two = await one.context().newPage();
  await open(two);
  await goTo(two, "what-matters");
  await startAgain(one);
  await until(async () => (await stored(one)) === null, "nothing in storage");
  await goTo(two, "what-matters");
  await until(async () => (await matters(two).inputValue()) === "", "the other window is empty");
  await matters(two).fill("x");
  assert.equal(await stored(two), null);
  const three = await one.context().newPage();
  await open(three);
  await goTo(three, "what-matters");
  assert.equal(await matters(three).inputValue(), "");
});

test("answers of another window are not replaced by ticking the box", async () => {
  const one = await open(await visitor());
  const two = await one.context().newPage();
  await open(two);
  await write(two, "of two");
  await tick(two);
  await until(async () => (await stored(two))?.includes("of two"), "the answers in storage");
  await write(one, "of one");
  await tick(one);
  await says(one, /from another window/);
  assert.equal(await box(one).isChecked(), false);
  assert.ok((await stored(one)).includes("of two"));
});

const refusals = {
  "writing throws": () => { Storage.prototype.setItem = () => { throw new DOMException("no", "QuotaExceededError"); }; },
  "writing does nothing": () => { Storage.prototype.setItem = () => {}; },
  "there is no storage": () => { Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } }); },
};
for (const [kind, prepare] of Object.entries(refusals)) {
  test(`storage that refuses is told: ${kind}`, async () => {
    const page = await open(await visitor(undefined, prepare));
    await write(page, "words");
    await tick(page);
    await says(page, /could not keep your answers/);
    assert.equal(await box(page).isChecked(), false);
    assert.match(await foot(page), /not sent or saved/);
  });
}

test("storage that is full later is told, and nothing older stays in its place", async () => {
  const page = await open(await visitor());
  await write(page, "first");
  await tick(page);
  await until(async () => (await stored(page))?.includes("first"), "the answers in storage");
  await page.evaluate(() => { Storage.prototype.setItem = () => { throw new DOMException("no", "QuotaExceededError"); }; });
  await write(page, "second");
  await says(page, /could not keep your answers/);
  assert.equal(await stored(page), null);
  assert.match(await foot(page), /not sent or saved/);
});

test("kept answers about other content say so when they come back", async () => {
  const kept = JSON.parse(await sample());
  const page = await open(await visitor(JSON.stringify({ ...kept, content: "0".repeat(64), version: "0.9.0" })));
  await says(page, /may have changed since you saved them/);
  await goTo(page, "what-matters");
  assert.equal(await matters(page).inputValue(), "my garden");
});

test("what is kept can be seen, of every aid, and one press removes all of it", async () => {
  const page = await open(await visitor());
  await write(page, "my garden");
  await page.evaluate(() => localStorage.setItem("weighup-answers-hrt", JSON.stringify({ saved: "2026-11-02", title: "HRT", aid: "hrt" })));
  await page.evaluate(() => localStorage.setItem("another-program", "stays"));
  await tick(page);
  await until(async () => (await stored(page))?.includes("my garden"), "the answers in storage");
  const aid = page.locator("weighup-aid");
  await aid.getByRole("button", { name: "What is kept here" }).click();
  await says(page, "HRT, last changed on 2 November 2026");
  const { title } = JSON.parse(await stored(page));
  assert.ok(title);
  await says(page, new RegExp(`^${title}, last changed on `));
  await aid.getByRole("button", { name: "Remove all of it from this device" }).click();
  await says(page, "Nothing is kept on this device.");
  assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), { "another-program": "stays" });
  assert.equal(await box(page).isChecked(), false);
  await write(page, "changed afterwards");
  assert.equal(await stored(page), null);
});

test("what nobody changes goes after the days that the page says", async () => {
  const kept = JSON.parse(await sample());
  const ago = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  for (const [days, there] of [[5, true], [200, false]]) {
    const page = await open(await visitor(JSON.stringify({ ...kept, saved: ago(days) })));
    await goTo(page, "what-matters");
    assert.equal(await matters(page).inputValue(), there ? "my garden" : "");
    assert.equal((await stored(page)) !== null, there);
  }
});
