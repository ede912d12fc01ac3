// What is on paper, read from the PDF that a browser prints: the words, and what is drawn. Without background graphics, as
// browsers print unless one asks for them.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";

const fonts = `${join(dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json")), "standard_fonts")}/`;

/** Paints of a path: filled, drawn along, or both. */
const PAINTS = new Set([OPS.fill, OPS.eoFill, OPS.stroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeStroke, OPS.closeFillStroke]);

/** Prints a page of a browser without background graphics. */
export const paper = (page) => page.pdf({ format: "A4", printBackground: false });

/** Prints a page and reads it. */
export const printed = async (page) => read(await paper(page));

/** Whether two prints of a Chromium are the same but for the time they were made at: they need not be read to know. */
export const same = (first, second) => timeless(first) === timeless(second);
const timeless = (pdf) => Buffer.from(pdf).toString("latin1").replace(/\/(?:CreationDate|ModDate) ?\([^)]*\)/g, "");

/** A PDF's sheets: `{text, words, paths}`: the text as it runs, each run of letters with its place, each path painted as text. */
export async function read(pdf) {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, standardFontDataUrl: fonts });
  const file = await task.promise;
  const sheets = [];
  for (let at = 1; at <= file.numPages; at += 1) {
    const sheet = await file.getPage(at);
    const [{ items }, { fnArray, argsArray }] = await Promise.all([sheet.getTextContent(), sheet.getOperatorList()]);
    sheets.push({
      text: items.map(({ str }) => str).join(" ").replace(/\s+/g, " "),
      words: items.filter(({ str }) => str.trim()).map(({ str, transform }) => ({ str, x: transform[4], y: transform[5] })),
      paths: fnArray.flatMap((op, n) => (op === OPS.constructPath && PAINTS.has(argsArray[n][0])
        ? [`${argsArray[n][0]} ${[...(argsArray[n][1]?.[0] ?? [])].map((each) => Math.round(each * 10) / 10)}`] : [])),
    });
  }
  await task.destroy();
  return sheets;
}

/** Text as it is compared: without spaces, hyphens of line ends and marks of direction, letters in one form. */
export const bare = (text) => text.normalize("NFKC").replace(/[\s\u00ad\u200b-\u200f\u2066-\u2069\u202a-\u202e]/gu, "");

/** How often a text stands in another. */
const times = (text, part) => text.split(part).length - 1;

/** The letters of scripts that join: a PDF has their shapes in the order of the line, and cannot be read back letter by letter. */
const joined = /[\p{Script=Arabic}]/u;
const letters = (text) => [...text.normalize("NFKC")].filter((each) => /\p{L}/u.test(each)).length;

/** The words of a text that a PDF can be read back in: all of it, or where scripts join the words in others. */
export const legible = (texts) => (texts.some((text) => joined.test(text)) ? texts.flatMap((text) => text.match(/[\p{Script=Latin}\p{Nd}.,]{3,}/gu) ?? []) : texts);

/** Whether the words of two prints stand in the same places; an edge that is wider moves its words by a fraction of a point. */
export const alike = (first, second) => first.length === second.length && first.every(({ words }, n) =>
  words.length === second[n].words.length && words.every(({ str, x, y }, at) => {
    const other = second[n].words[at];
    return str === other.str && Math.abs(x - other.x) < 1.5 && Math.abs(y - other.y) < 1.5;
  }));

/** The texts of the screen that are not on paper as often as on the screen. Of scripts that join, most of the letters must be there. */
export function missing(all, sheets) {
  const whole = sheets.map(({ text }) => text).join(" ");
  const paper = bare(whole);
  const seen = legible(all);
  const [said, there] = [letters(all.join("")), letters(whole)];
  if (there < 0.6 * said) return [`${there} of ${said} letters`];
  const counted = new Map();
  for (const each of seen.map(bare).filter(Boolean)) counted.set(each, (counted.get(each) ?? 0) + 1);
  return [...counted].filter(([text, count]) => times(paper, text) < count).map(([text]) => text);
}

/** Paths painted on the first paper that are not on the second: each as often as it is more there. */
export function more(first, second) {
  const left = new Map();
  for (const path of second.flatMap(({ paths }, n) => paths.map((each) => `${n} ${each}`))) left.set(path, (left.get(path) ?? 0) + 1);
  return first.flatMap(({ paths }, n) => paths.map((each) => `${n} ${each}`)).filter((path) => {
    const there = left.get(path) ?? 0;
    if (there > 0) left.set(path, there - 1);
    return there === 0;
  });
}

/** What is for a screen alone: ways about, ways of showing, what can be pressed but holds no answer. */
const SCREEN_ONLY = [
  ".wu-steps", ".wu-stages", ".wu-changed", ".wu-onward", ".wu-noprint", "[role=status]", ".wu-foot > :not(:last-child)", ".wu-hidden",
  "button:not([aria-pressed])", ".wu-compare__controls", ".wu-compare__rest", ".wu-outcome .wu-segmented", ".wu-more > details",
  ".wu-step > slot", ".wu-step:has(.wu-summary) > .wu-lead", ".wu-summary .wu-small li .wu-soft", ".wu-marked__panel", "style", "script", "noscript",
].join(", ");

/** In the page: every text that is seen, what was typed among it, in a document or a shadow root. What is clipped to a point is not. */
export const texts = `(root, only = ${JSON.stringify(SCREEN_ONLY)}) => {
  const found = [];
  const point = (element) => element && element !== root && ((element.offsetWidth <= 1 && /hidden|clip/.test(getComputedStyle(element).overflowX)) || point(element.parentElement));
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.nodeType === 1 ? node : node.parentElement;
    if (element.closest(only) || !element.checkVisibility({ visibilityProperty: true }) || point(element)) continue;
    if (node.nodeType === 3 && element.tagName !== "TEXTAREA") found.push(node.data);
    else if (node.nodeType === 1 && /^(TEXTAREA|INPUT)$/.test(node.tagName) && /^(text|textarea)$/.test(node.type)) found.push(node.value);
  }
  return found.filter((text) => text.trim());
}`;

/** In the page: what is wrong with how marks are drawn: by a ground alone, which paper has not, or alike in one key. */
export const grounds = `() => {
  const wrong = [];
  const clear = (colour) => colour === "transparent" || /, 0\\)$|\\/ 0\\)$/.test(colour);
  const lines = (style) => ["Top", "Right", "Bottom", "Left"].some((side) => Number.parseFloat(style["border" + side + "Width"]) > 0 && style["border" + side + "Style"] !== "none")
    || (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0);
  const alone = (style) => !clear(style.backgroundColor) && !lines(style) && style.printColorAdjust !== "exact";
  for (const each of document.querySelectorAll(".weighup *")) {
    if (each.namespaceURI !== "http://www.w3.org/1999/xhtml" || !each.checkVisibility({ visibilityProperty: true })) continue;
    const name = each.tagName.toLowerCase() + "." + each.className;
    const bare = !each.textContent.trim() && each.childElementCount === 0 && !each.matches("input, textarea, select, video") && each.getBoundingClientRect().width > 0;
    if (bare && alone(getComputedStyle(each))) wrong.push(name);
    for (const which of ["::before", "::after"]) {
      const style = getComputedStyle(each, which);
      if (style.content === '""' && style.display !== "none" && alone(style)) wrong.push(name + which);
    }
  }
  for (const key of document.querySelectorAll(".weighup :is(.wu-bars__key, .wu-key)")) {
    const marks = [...key.children].map((line) => [...line.querySelectorAll("svg, [class*=swatch]")].map((mark) => {
      const { borderColor, borderWidth } = getComputedStyle(mark);
      return mark.innerHTML + borderColor + borderWidth;
    }).join());
    if (new Set(marks).size < marks.length) wrong.push("two of " + key.className + " are alike");
  }
  return wrong;
}`;
