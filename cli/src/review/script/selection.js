// What a person has selected on the page: which place it is, and its words.
import { NOT_READ } from "./places.js";

/** A quote longer than this is the part itself. */
const LONGEST_QUOTE = 1_000;
const BLOCKS = "p, li, dd, dt, td, th, h1, h2, h3, h4, div, section, caption, summary";

/** The words of a range as they are read, with a space between blocks. */
function wordsIn(range) {
  const root = range.commonAncestorContainer;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces = [];
  let block = null;
  for (let node = root.nodeType === Node.TEXT_NODE ? root : walker.nextNode(); node; node = walker.nextNode()) {
    if (!range.intersectsNode(node) || node.parentElement.closest(NOT_READ)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.data.length;
    const around = node.parentElement.closest(BLOCKS);
    if (block && around !== block) pieces.push(" ");
    block = around;
    pieces.push(node.data.slice(from, to));
    if (root.nodeType === Node.TEXT_NODE) break;
  }
  return pieces.join("").replace(/\s+/gu, " ").trim();
}

/** The selection inside `root`: `{ place, part, quote }`, or nothing. */
export function selected(places, root, selection = document.getSelection()) {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const quote = wordsIn(range);
  if (!quote) return null;
  const common = range.commonAncestorContainer;
  const part = places.partOf(common) ?? places.partOf(range.startContainer);
  const place = places.placeOf(common) ?? part?.name ?? places.placeOf(range.startContainer) ?? "title";
  return { place, part, quote: [...quote].slice(0, LONGEST_QUOTE).join("") };
}
