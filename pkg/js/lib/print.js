// Prints one element of a page without the rest of it.

const PATH = "data-weighup-print";
let sheet;

/** Hides what is not on the way to `element`, prints, and puts everything back. */
export function printAlone(element) {
  const page = element.ownerDocument;
  const path = [];
  for (let at = element; at; at = at.parentElement ?? at.getRootNode()?.host) path.push(at);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(`@media print { [${PATH}] > :not([${PATH}]) { display: none !important } }`);
  }
  const restore = () => {
    for (const at of path) at.removeAttribute(PATH);
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((other) => other !== sheet);
  };
  for (const at of path) at.setAttribute(PATH, "");
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  try {
    // Returns when the person has closed the dialogue; on phones it returns at once, and `afterprint` follows.
    page.defaultView.addEventListener("afterprint", restore, { once: true });
    page.defaultView.print();
  } catch (error) {
    restore();
    throw error;
  }
}
