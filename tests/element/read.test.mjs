// Reading aloud: only where the page asks for it, only with a voice of the device, never by itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible } from "../support/axe.mjs";
import { world } from "../support/chromium.mjs";
import { small } from "../support/layout.mjs";
import { until, Widget } from "../support/widget.mjs";

const pages = {
  "/reads.html": `<weighup-aid src="/aids/prostate-localised.json" read-aloud><p>Plain words</p></weighup-aid>`,
  "/silent.html": `<weighup-aid src="/aids/prostate-localised.json"><p>Plain words</p></weighup-aid>`,
};
const html = (body) => `<!doctype html><html lang="en-GB"><title>Reads</title><script type="module" src="/weighup/index.js"></script><body><h1>A page</h1>${body}`;
const here = world({ serve: { answer: (path) => pages[path] && { type: "text/html; charset=utf-8", body: html(pages[path]) } } });

/** A browser whose voices are `voices`, and that says a passage when the test says so: `window.finish()`. */
async function speaking(path, voices, late = false) {
  const page = await here.person();
  await page.addInitScript(({ voices, late }) => {
    window.said = [];
    window.cancelled = 0;
    window.saying = null;
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => (late && !window.arrived ? [] : voices),
      speak(utterance) {
        window.said.push([utterance.text, utterance.lang, utterance.voice.name]);
        window.saying = utterance;
      },
      cancel() {
        window.cancelled += 1;
        window.saying = null;
      },
    });
    Object.defineProperty(window, "speechSynthesis", { value: speech, configurable: true });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    window.finish = () => window.saying?.onend();
    window.arrive = () => { window.arrived = true; speech.dispatchEvent(new Event("voiceschanged")); };
  }, { voices, late });
  await page.goto(here.site.url + path);
  return { page, widget: await new Widget(page).ready() };
}

const own = { name: "Here", lang: "en-GB", localService: true };
const american = { name: "There", lang: "en-US", localService: true };
const network = { name: "Cloud", lang: "en-GB", localService: false };
const read = "Read this page aloud";

test("a step is read passage by passage, paused, taken up again and stopped, by keyboard (1.4.2, 2.1.1)", async () => {
  const { page, widget } = await speaking("reads.html", [network, american, own]);
  assert.deepEqual(await page.evaluate(() => window.said), [], "nothing is said unasked");
  const main = widget.button(read);
  await main.focus();
  await page.keyboard.press("Enter");
  assert.deepEqual(await page.evaluate(() => window.said), [["About this decision aid", "en-GB", "Here"]]);
  await page.evaluate(() => window.finish());
  await until(async () => (await page.evaluate(() => window.said.length)) === 2, "the next passage");
  assert.equal((await widget.focused()).text, "Pause", "the focus stays on the button");
  await widget.root.getByRole("status").filter({ hasText: "Reading aloud." }).waitFor();

  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => window.saying), null);
  await widget.root.getByRole("status").filter({ hasText: "Paused." }).waitFor();
  await widget.button("Go on reading").press("Enter");
  const said = await page.evaluate(() => window.said.map(([text]) => text));
  assert.equal(said.at(-1), said.at(-2), "the passage that was broken off begins again");

  await widget.button("Stop reading").press("Enter");
  assert.equal(await page.evaluate(() => window.saying), null);
  assert.equal((await widget.focused()).text, read, "the focus is not lost with the button");
  assert.equal(await widget.button("Stop reading").isVisible(), false);
});

test("what is read is what is seen, to the end", async () => {
  const { page, widget } = await speaking("reads.html", [own]);
  await widget.go("The choice");
  await widget.button(read).click();
  await page.evaluate(() => { while (window.saying) window.finish(); });
  await widget.root.getByRole("status").filter({ hasText: "Finished reading." }).waitFor();
  const said = await page.evaluate(() => window.said.map(([text]) => text));
  assert.equal(said[0], "The choice");
  const seen = (await widget.words()).replace(/\s+/g, " ");
  for (const text of said) assert.ok(seen.includes(text), `“${text}” is on screen`);
  assert.ok(said.some((text) => /\d+ of every 100 men/.test(text)), "numbers are read with their sentences");
  await widget.button(read).waitFor();
});

test("another step, another aid and leaving the page are silence (1.4.2)", async () => {
  const { page, widget } = await speaking("reads.html", [own]);
  await widget.button(read).click();
  await widget.next();
  await until(() => page.evaluate(() => window.saying === null), "silence on the next step");
  await widget.button(read).click();
  assert.equal(await page.evaluate(() => window.said.at(-1)[0]), "What matters to you?");
  await widget.root.evaluate((host) => host.remove());
  await until(() => page.evaluate(() => window.saying === null), "silence when the element is gone");
});

test("there is no button without the attribute, without a voice, or with voices of the network alone", async () => {
  const button = { name: read };
  const { page: silent, widget } = await speaking("silent.html", [own]);
  assert.equal(await widget.root.getByRole("button", button).count(), 0);
  await widget.root.evaluate((host) => host.setAttribute("read-aloud", ""));
  await widget.root.getByRole("button", button).waitFor();
  await widget.root.evaluate((host) => host.removeAttribute("read-aloud"));
  assert.equal(await widget.root.getByRole("button", button).count(), 0);
  assert.deepEqual(silent.log.errors, []);
  for (const voices of [[], [network], [{ ...own, lang: "de-DE" }]]) {
    const { widget } = await speaking("reads.html", voices);
    assert.equal(await widget.root.getByRole("button", button).count(), 0, JSON.stringify(voices));
  }
});

test("voices that come late bring the button", async () => {
  const { page, widget } = await speaking("reads.html", [own], true);
  assert.equal(await widget.root.getByRole("button", { name: read }).count(), 0);
  await page.evaluate(() => window.arrive());
  await widget.root.getByRole("button", { name: read }).waitFor();
});

test("a browser that cannot speak shows the aid and no button", async () => {
  const page = await here.person();
  await page.addInitScript(() => { delete window.speechSynthesis; Object.defineProperty(window, "speechSynthesis", { value: undefined }); });
  await page.goto(`${here.site.url}reads.html`);
  const widget = await new Widget(page).ready();
  assert.equal(await widget.root.getByRole("button", { name: read }).count(), 0);
  assert.deepEqual(page.log.errors, []);
});

test("the bar is accessible in every theme, and its buttons are 44 px", async () => {
  const { page, widget } = await speaking("reads.html", [own]);
  await widget.button(read).click();
  for (const theme of ["", "dark", "nhs", "high-contrast dark"]) {
    await widget.root.evaluate((host, theme) => { host.theme = theme; }, theme);
    await accessible(page, `reading, theme “${theme}”`);
  }
  assert.deepEqual(await small(page), []);
});
