// The step in the page's address, where the page wants it there (`hash`).

/** The step that the address, or the site, asks for. */
export function stepAsked(element) {
  const named = element.hasAttribute("hash") && location.hash.startsWith("#weighup-") ? location.hash.slice(9) : "";
  return named || element.getAttribute("step") || "";
}

/** A step was opened: the address says so, and the browser's Back leads to the one before. */
export function followed(element, step) {
  const hash = `#weighup-${step}`;
  if (element.hasAttribute("hash") && location.hash !== hash) history.pushState(history.state, "", hash);
}
