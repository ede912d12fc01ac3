// Language and direction, from the element and what it stands in.
import { languageIn } from "./languages.js";
import { RTL } from "./spoken.js";

// Of the languages of pages that the interface does not speak.
const ALSO_RTL = /^(ckb|dv|fa|he|ps|sd|ug|yi)([-_]|$)/i;

const isRtl = (language) => RTL.includes(languageIn(language)) || ALSO_RTL.test(language);

const XML = "http://www.w3.org/XML/1998/namespace";

/** The nearest `lang` as it was written, looking out through shadow roots. */
export function languageWritten(element) {
  for (let at = element; at; at = at.parentElement ?? at.getRootNode()?.host) {
    // Not the property, which a drawing around the element has not.
    const said = (at.getAttribute("lang") || at.getAttributeNS(XML, "lang") || "").trim();
    if (said) return said;
  }
  return "en-GB";
}

/** The same as a tag. Some systems write `cy_GB`, which no voice knows. */
export const languageOf = (element) => languageWritten(element).replaceAll("_", "-");

/** The element's own `dir`, else that of the language it speaks, else, in English, that of the text around it. */
export function directionOf(element, language) {
  const own = element.getAttribute("dir")?.toLowerCase();
  if (own === "ltr" || own === "rtl") return own;
  if (element.getAttribute("lang")?.trim() || !/^en([-_]|$)/i.test(language)) return isRtl(language) ? "rtl" : "ltr";
  return getComputedStyle(element).direction === "rtl" ? "rtl" : "ltr";
}

/** Notices when the page changes its language or direction around the element, as a page's own choice of languages does. */
export class Surroundings {
  #element;
  #watcher = null;
  #told;
  #known;

  /** `told()` hears that one of them has changed. */
  constructor(element, told) {
    this.#element = element;
    this.#told = told;
  }

  watch() {
    this.leave();
    if (!globalThis.MutationObserver) return;
    this.#known = this.#now();
    this.#watcher = new MutationObserver(() => {
      const now = this.#now();
      if (now === this.#known || !this.#element.isConnected) return;
      this.#known = now;
      this.#told();
    });
    for (let root = this.#element.getRootNode(); root; root = root.host?.getRootNode()) {
      this.#watcher.observe(root, { subtree: true, attributes: true, attributeFilter: ["lang", "dir"] });
    }
  }

  leave() {
    this.#watcher?.disconnect();
    this.#watcher = null;
  }

  #now() {
    const language = languageOf(this.#element);
    return `${language} ${directionOf(this.#element, language)}`;
  }
}
