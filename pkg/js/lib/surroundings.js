// Language and direction, from the element and what it stands in.

const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(-|$)/i;

/** The nearest `lang`, looking out through shadow roots. */
export function languageOf(element) {
  for (let at = element; at; at = at.parentElement ?? at.getRootNode()?.host) {
    if (at.lang) return at.lang;
  }
  return "en-GB";
}

/** The element's own `dir`, else that of the language it speaks, else, in English, that of the text around it. */
export function directionOf(element, language) {
  const own = element.getAttribute("dir")?.toLowerCase();
  if (own === "ltr" || own === "rtl") return own;
  if (element.lang || !/^en(-|$)/i.test(language)) return RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr";
  return getComputedStyle(element).direction === "rtl" ? "rtl" : "ltr";
}
