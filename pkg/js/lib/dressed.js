// The styles: one copy for every element of a document, since a sheet belongs to the document that it was made in. Those that only later
// steps need come in the file of their code, in a section that the browser hands out before anything in it runs
// (docs/decisions/0088-what-comes-with-the-other-steps.md).
import first from "../styles.js";

// The section of the WebAssembly file that holds them (xtask/src/build/styles.rs).
const SECTION = "weighup-styles";

let css = first.join("");
const sheets = new WeakMap();
// The same sheets, to be gone through: none is kept for a document that is gone.
const made = new Set();

/** The sheet of a document. */
export function sheetOf(page) {
  let sheet = sheets.get(page);
  if (!sheet) {
    sheet = new (page.defaultView?.CSSStyleSheet ?? CSSStyleSheet)();
    sheet.replaceSync(css);
    sheets.set(page, sheet);
    made.add(new WeakRef(sheet));
  }
  return sheet;
}

/** Puts the styles of the later steps into their places among the others, in every document. */
export function dressLater(module) {
  const [section] = WebAssembly.Module.customSections(module, SECTION);
  if (!section) throw new Error(`it has no section "${SECTION}": publish all files of a build together`);
  const later = JSON.parse(new TextDecoder().decode(section));
  css = first.map((piece, at) => piece + later[at]).join("");
  for (const kept of made) {
    const sheet = kept.deref();
    if (sheet) sheet.replaceSync(css);
    else made.delete(kept);
  }
}
