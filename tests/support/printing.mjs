// Prints a fixture out of a box of another page, and says what of it is not on paper.
import { boxPages, cutting } from "./boxes.mjs";
import { alike, bare, grounds, legible, missing, more, printed, texts } from "./paper.mjs";
import { showFixture } from "./states.mjs";

/** For `serve({ answer })`. */
export const answer = boxPages(cutting, "");
export const containers = Object.keys(cutting);

/** Puts the widget of a fixture's page into a box, as a page around it would have it. */
const intoBox = async (page, box) => {
  await page.addStyleTag({ url: "/box.css" });
  await page.evaluate((box) => {
    const widget = document.querySelector(".weighup");
    const made = document.createRange().createContextualFragment(box.replace("@", "<slot></slot>"));
    document.body.append(made);
    [...document.querySelectorAll("slot")].at(-1).replaceWith(widget);
  }, cutting[box]);
  await page.addScriptTag({ url: "/box.js", type: "module" });
};

/** Asks for the print, as the element does; the PDF that follows is it. */
const print = async (page) => {
  await page.evaluate(async () => {
    window.print = () => {};
    const { printAlone } = await import("/weighup/lib/print.js");
    printAlone(document.querySelector(".weighup"), () => {});
  });
  return printed(page);
};

/** Everything that `fixture` loses on paper when it is printed out of `box`; and how many answers are chosen in it. */
export async function lost(page, site, fixture, box) {
  await showFixture(page, site, fixture);
  const seen = await page.evaluate(`(${texts})(document.querySelector(".weighup"))`);
  const wrong = (await page.evaluate(`(${grounds})()`)).map((name) => `drawn by a ground alone: ${name}`);
  const frame = await page.evaluate(() => [".wu-top__title", ".wu-foot__stamp"].map((name) => document.querySelector(name)?.textContent ?? ""));
  await intoBox(page, box);
  // Letters of one weight: what is chosen is in heavier ones too, and then lines would end elsewhere.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { font-weight: 400 !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  const sheets = await print(page);
  wrong.push(...missing(seen, sheets).map((text) => `not on paper: “${text}”`));
  if (sheets.some(({ text }) => bare(text).includes("Menu"))) wrong.push("the page around it is on paper");
  if (fixture.kind !== "part") {
    for (const [at, { text }] of sheets.entries()) {
      for (const words of legible(frame)) if (!words || !bare(text).includes(bare(words))) wrong.push(`sheet ${at + 1} of ${sheets.length} does not say “${words}”`);
    }
  }
  const chosen = await page.evaluate(() => {
    const all = [...document.querySelectorAll(".weighup :is(input:checked, [aria-pressed=true])")]
      .filter((each) => !each.closest(".wu-noprint, .wu-compare__controls, .wu-outcome .wu-segmented"));
    for (const each of all) {
      if (each.matches("input")) each.checked = false;
      else each.setAttribute("aria-pressed", "false");
    }
    return all.length;
  });
  if (chosen > 0) {
    const blank = await print(page);
    const told = more(sheets, blank).length;
    if (!alike(sheets, blank)) wrong.push("what is chosen moves the words: the marks cannot be compared");
    if (told < chosen) wrong.push(`${chosen} are chosen, and ${told} marks on paper tell it`);
  }
  return { wrong, chosen, seen: seen.length };
}
