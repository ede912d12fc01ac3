// Prints a fixture out of boxes of other pages, and says what of it is not on paper.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { boxPages, cutting, script } from "./boxes.mjs";
import { spilled } from "./layout.mjs";
import { alike, bare, grounds, legible, missing, more, paper, read, same, texts } from "./paper.mjs";
import { root } from "./serve.mjs";
import { showFixture } from "./states.mjs";

const boxed = boxPages(cutting, "");
/** The element's own way of printing. In the package it is inside `index.js`, where nothing else can ask for it. */
const source = { type: "text/javascript; charset=utf-8", body: readFileSync(join(root, "pkg/js/lib/print.js")) };
/** For `serve({ answer })`. */
export const answer = (path) => (path === "/print.js" ? source : boxed(path));

const [first, ...others] = Object.keys(cutting);
/** As wide as the sheet, less its margins, in the pixels of a page. */
const SHEET = { width: 703, height: 1000 };

/** Puts the widget of a fixture's page into a box, as a page around it would have it, and out of the box that it was in. */
const intoBox = async (page, box) => {
  await page.evaluate((box) => {
    const before = document.querySelectorAll("[data-box]");
    const widget = document.querySelector(".weighup");
    const made = document.createRange().createContextualFragment(box.replace("@", "<slot></slot>"));
    for (const each of made.children) each.dataset.box = "";
    document.body.append(made);
    [...document.querySelectorAll("slot")].at(-1).replaceWith(widget);
    for (const each of before) each.remove();
  }, cutting[box]);
  await page.evaluate(script);
};

/** Asks for the print, as the element does; the PDF that follows is it. */
const print = async (page) => {
  await page.evaluate(async () => {
    window.print = () => {};
    const { printAlone } = await import("/print.js");
    printAlone(document.querySelector(".weighup"), () => {});
  });
  return paper(page);
};

/** What does not fit on the sheet, seen on a screen that is as wide. */
const laidOut = async (page) => {
  const screen = page.viewportSize();
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(SHEET);
  const wrong = await spilled(page);
  // Nothing set: a page that is told to be a screen is one on paper too.
  await page.emulateMedia({ media: null });
  await page.setViewportSize(screen);
  return wrong;
};

/** Everything that `fixture` loses on paper when it is printed out of any box; and how many answers are chosen in it. */
export async function lost(page, site, fixture) {
  await showFixture(page, site, fixture);
  const seen = await page.evaluate(`(${texts})(document.querySelector(".weighup"))`);
  const wrong = (await page.evaluate(`(${grounds})()`)).map((name) => `drawn by a ground alone: ${name}`);
  const frame = await page.evaluate(() => [".wu-top__title", ".wu-foot__stamp"].map((name) => document.querySelector(name)?.textContent ?? ""));
  wrong.push(...await laidOut(page));
  await page.addStyleTag({ url: "/box.css" });
  // Letters of one weight: what is chosen is in heavier ones too, and then lines would end elsewhere.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { font-weight: 400 !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  const look = (sheets, box) => {
    wrong.push(...missing(seen, sheets).map((text) => `${box}: not on paper: “${text}”`));
    if (sheets.some(({ text }) => bare(text).includes("Menu"))) wrong.push(`${box}: the page around it is on paper`);
    if (fixture.kind === "part") return;
    for (const [at, { text }] of sheets.entries()) {
      for (const words of legible(frame)) if (!words || !bare(text).includes(bare(words))) wrong.push(`${box}: sheet ${at + 1} of ${sheets.length} does not say “${words}”`);
    }
  };

  await intoBox(page, first);
  const whole = await print(page);
  const sheets = await read(whole);
  look(sheets, first);
  for (const box of others) {
    await intoBox(page, box);
    const out = await print(page);
    if (!same(out, whole)) look(await read(out), box);
  }

  const chosen = await page.evaluate(() => {
    const all = [...document.querySelectorAll(".weighup :is(input:checked, [aria-pressed=true])")]
      .filter((each) => !each.closest(".wu-noprint, .wu-compare__controls, .wu-outcome .wu-segmented, .wu-marked__panel"));
    for (const each of all) {
      if (each.matches("input")) each.checked = false;
      else each.setAttribute("aria-pressed", "false");
    }
    return all.length;
  });
  if (chosen > 0) {
    await intoBox(page, first);
    const blank = await read(await print(page));
    const told = more(sheets, blank).length;
    if (!alike(sheets, blank)) wrong.push("what is chosen moves the words: the marks cannot be compared");
    if (told < chosen) wrong.push(`${chosen} are chosen, and ${told} marks on paper tell it`);
  }
  return { wrong, chosen, seen: seen.length };
}
