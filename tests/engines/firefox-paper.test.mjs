// What an engine may do otherwise, in Firefox: a person's own colours, boxes as wide as what is in them, and paper without background graphics.
import assert from "node:assert/strict";
import { test } from "node:test";
import puppeteer from "puppeteer-core";
import { boxes, boxPages, SPARE, widths } from "../support/boxes.mjs";
import { faint, none, sum } from "../support/colours.mjs";
import { wide } from "../support/every.mjs";
import { bare, missing, more, printed, texts } from "../support/paper.mjs";
import { serve } from "../support/serve.mjs";
import { fixtures, themes } from "../support/states.mjs";

const inside = '<weighup-aid src="/aids/prostate-localised.json"><p>Plain words</p></weighup-aid>';
const answer = boxPages(boxes, inside, '<script type="module" src="/weighup/index.js"></script>');
/** What a person sets under "Colours", for pages too. */
const own = { "browser.display.document_color_use": 2, "browser.display.use_system_colors": false };
const schemes = {
  light: own,
  dark: {
    ...own, "ui.systemUsesDarkTheme": 1, "browser.display.foreground_color": "#ffffff", "browser.display.background_color": "#000000",
    "browser.display.foreground_color.dark": "#ffffff", "browser.display.background_color.dark": "#000000",
  },
};

async function firefox(t, extraPrefsFirefox = {}) {
  const site = await serve({ answer });
  t.after(() => site.close());
  const browser = await puppeteer.launch({
    browser: "firefox", executablePath: process.env.WEIGHUP_FIREFOX ?? "/usr/bin/firefox-esr", headless: true, extraPrefsFirefox,
  });
  t.after(() => browser.close());
  const page = await browser.newPage();
  return { page, site };
}

for (const [scheme, prefs] of Object.entries(schemes)) {
  test(`Firefox: in a person's own ${scheme} colours all that is drawn, chosen or focused is seen`, async (t) => {
    const { page, site } = await firefox(t, prefs);
    let counted = none;
    const wrong = [];
    for (const [at, { name }] of fixtures().entries()) {
      await page.goto(`${site.url}components/${name}.html`);
      const theme = themes[at % themes.length];
      await page.evaluate((theme) => { document.querySelector(".weighup").dataset.theme = theme; }, theme);
      const found = await page.evaluate(`(${faint})()`);
      counted = sum(counted, found.counted);
      wrong.push(...found.faint.map((what) => `${name}, ${theme}: ${what}`));
    }
    assert.deepEqual(wrong, []);
    for (const [kind, count] of Object.entries(counted)) assert.ok(count > 50, `${count} of ${kind} were looked at`);
  });
}

test("Firefox: in every kind of box the widget is as wide as a paragraph would be", async (t) => {
  const { page, site } = await firefox(t);
  const wrong = [];
  for (const width of [1280, 375]) {
    await page.setViewport({ width, height: 800 });
    for (const name of Object.keys(boxes)) {
      await page.goto(`${site.url}box/${encodeURIComponent(name)}`);
      await page.waitForFunction(() => document.querySelector("weighup-aid")?.shadowRoot?.querySelector(".wu-mount:not(.wu-first) .weighup h1"));
      const found = await page.evaluate(widths);
      if (found.width < found.room - SPARE * (name === "a cell beside another" ? 3 : 1)) wrong.push(`${name}, ${width} px: ${found.width} px where a paragraph has ${found.room}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("Firefox: the fullest state of every step is on paper, what is chosen too, name and version on every sheet", async (t) => {
  const { page, site } = await firefox(t);
  // As wide as a table of numbers needs: a narrower one names the options in every row, and paper does not.
  await page.setViewport(wide);
  const fullest = new Map(fixtures().filter(({ name }) => !/^(ur|ar)-/.test(name)).map((fixture) => [fixture.kind, fixture]));
  const wrong = [];
  for (const { name, kind } of fullest.values()) {
    await page.goto(`${site.url}components/${name}.html`);
    const seen = await page.evaluate(`(${texts})(document.querySelector(".weighup"))`);
    const sheets = await printed(page);
    wrong.push(...missing(seen, sheets).map((text) => `${name}: not on paper: “${text}”`));
    const stamp = await page.evaluate(() => document.querySelector(".wu-foot__stamp")?.textContent.trim().split(" ").at(-1));
    if (kind !== "part") for (const [at, { text }] of sheets.entries()) if (!bare(text).includes(stamp)) wrong.push(`${name}: no “${stamp}” on sheet ${at + 1}`);
    const chosen = await page.evaluate(() => {
      const all = [...document.querySelectorAll(".weighup input:checked")].filter((each) => !each.closest(".wu-noprint, .wu-compare__controls, .wu-outcome .wu-segmented"));
      for (const each of all) each.checked = false;
      return all.length;
    });
    if (chosen > 0 && more(sheets, await printed(page)).length < chosen) wrong.push(`${name}: ${chosen} are chosen, and paper does not tell it`);
  }
  assert.deepEqual(wrong, []);
});
