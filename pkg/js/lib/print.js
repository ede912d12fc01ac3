// Prints one element of a page without the rest of it, out of whatever it stands in.

const PATH = "data-weighup-print";
/** After this long without a print the person is told; an iPhone begins a moment after `print()` has returned. */
const TOLD_AFTER = 1_000;
/** After this long nothing more will come of it. */
const OVER_AFTER = 10_000;

// What is not on the way to the element is not printed. What is on the way loses all that a page's layout does to it, and
// that would cut the print: a height, a scroll, a place of its own on the screen. Two ids weigh more than a page's own.
const way = `[${PATH}]:not(#weighup#print)`;
const plain = [
  "all: revert", "display: block", "position: static", "inset: auto 0", "overflow: visible", "inline-size: auto", "block-size: auto",
  "min-inline-size: 0", "min-block-size: 0", "max-inline-size: none", "max-block-size: none", "margin: 0", "padding: 0", "border: 0",
  "background: none", "font-size: medium",
].map((rule) => `${rule} !important`).join("; ");
const away = `[${PATH}=""] > :not([${PATH}]), :host([${PATH}=""]) > :not([${PATH}]), [${PATH}]::backdrop { display: none !important }`;
const rules = `@media print { ${away} ${way} { ${plain} } }`;

/** A sheet belongs to the document that it was made in. */
const sheets = new WeakMap();

function sheetOf(page) {
  let sheet = sheets.get(page);
  if (!sheet) {
    sheet = new page.defaultView.CSSStyleSheet();
    sheet.replaceSync(rules);
    sheets.set(page, sheet);
  }
  return sheet;
}

/** The element and all it stands in as it is drawn: where the page's own elements have shadow roots, through their slots. */
function wayTo(element) {
  const path = [];
  for (let at = element; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) path.push(at);
  return path;
}

/** Marks the way to `element` for the print. What it gives back takes every mark away again. */
function alone(element) {
  const sheet = sheetOf(element.ownerDocument);
  const path = wayTo(element);
  const roots = new Set(path.map((at) => at.getRootNode()));
  for (const at of path) at.setAttribute(PATH, at === element ? "this" : "");
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    for (const at of path) at.removeAttribute(PATH);
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

/** Prints `element` and nothing else of its page. `failed` is called where nothing comes of it. */
export function printAlone(element, failed) {
  const view = element.ownerDocument.defaultView;
  // Browsers inside other apps have no printing.
  if (typeof view.print !== "function") {
    failed();
    return;
  }
  const restore = alone(element);
  const telling = setTimeout(() => {
    console.warn("weighup: The browser did not print. In a frame with a `sandbox` attribute, add `allow-modals` to it.");
    failed();
  }, TOLD_AFTER);
  const ending = setTimeout(restore, OVER_AFTER);
  view.addEventListener("beforeprint", () => {
    clearTimeout(telling);
    clearTimeout(ending);
  }, { once: true });
  view.addEventListener("afterprint", restore, { once: true });
  try {
    view.print();
  } catch (refused) {
    console.warn(`weighup: The browser did not print (${refused.message}).`);
    clearTimeout(telling);
    clearTimeout(ending);
    restore();
    failed();
  }
}
