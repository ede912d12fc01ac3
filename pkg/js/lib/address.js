// The step in the page's address, where the page wants it there (`hash`).
import { isOn, nameIn } from "./attributes.js";

const MARK = "#weighup-";
const STEPS = ["about", "what-matters", "choice", "options", "compare", "weigh", "fit", "ready", "decide", "summary"];
/** The address of the page for two people: the figures, as they are used together. */
const TOGETHER = "together";
const hashOf = (element) => element.ownerDocument.defaultView?.location.hash ?? "";

/** The step that the address, or the site, asks for. */
export function stepAsked(element) {
  return stepNamed(element) || nameIn(element, "step");
}

/** How the page is to be used, as the address, or the site, says. */
export const modeAsked = (element) => (said(element) === TOGETHER ? TOGETHER : nameIn(element, "mode"));

/** What the address says of this element. */
function said(element) {
  const hash = isOn(element, "hash") ? hashOf(element).toLowerCase() : "";
  return hash.startsWith(MARK) ? hash.slice(MARK.length) : "";
}

/** An address that names no step there is, as one of another version may, is one without a step. */
function stepNamed(element) {
  const named = said(element);
  if (named === TOGETHER) return "compare";
  return STEPS.includes(named) ? named : "";
}

/** The steps that a page's address leads to. An address without a step is that of the step the page began with. */
export class Address {
  #element;
  #hash = "";
  #step = "";

  constructor(element) {
    this.#element = element;
  }

  /** The page begins with this step. */
  begin(step) {
    if (this.#step) return;
    const named = stepNamed(this.#element);
    this.#hash = named ? "" : hashOf(this.#element);
    this.#step = named ? nameIn(this.#element, "step") || "about" : step;
  }

  /** The step that the address says, or nothing where it is of something else in the page. */
  get step() {
    if (!isOn(this.#element, "hash")) return "";
    return stepNamed(this.#element) || ([this.#hash, ""].includes(hashOf(this.#element)) ? this.#step : "");
  }

  /** Whether the address is that of the page for two people. */
  get together() {
    return said(this.#element) === TOGETHER;
  }

  /** A step was opened: the address says so, and the browser's Back leads to the one before. */
  follow(step) {
    if (!isOn(this.#element, "hash") || this.step === step) return;
    const { location, history } = this.#element.ownerDocument.defaultView;
    // Written out: a lone `#` is relative to the page's `<base>`.
    const address = new URL(location.href);
    address.hash = MARK + step;
    try {
      history.pushState(history.state, "", address.href);
    } catch (refused) {
      // A frame without an address of its own; the step is open all the same.
      console.warn(`weighup: the page's address could not be changed (${refused.message}). Leave out the attribute "hash".`);
    }
  }
}
