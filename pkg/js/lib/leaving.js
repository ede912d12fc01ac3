// Asking before a person leaves a page with answers that are nowhere else, where the site wants it (`warn`). The question and its words
// are the browser's.
import { isOn } from "./attributes.js";

export class Leaving {
  #element;
  #unsaved;
  #window = null;
  #ask = (event) => {
    if (!isOn(this.#element, "warn") || !this.#unsaved()) return;
    event.preventDefault();
    // What browsers before 2023 look at.
    event.returnValue = true;
  };

  /** `unsaved()` says whether there are answers that leaving would lose. */
  constructor(element, unsaved) {
    this.#element = element;
    this.#unsaved = unsaved;
    // What is typed into a form is no answer before it is added.
    element.addEventListener("input", () => this.begin());
  }

  /** Something was answered or typed. Only now: a page that listens from the start is not kept whole for Back by some browsers. */
  begin() {
    if (this.#window || !isOn(this.#element, "warn")) return;
    this.#window = this.#element.ownerDocument.defaultView;
    this.#window?.addEventListener("beforeunload", this.#ask);
  }

  /** The element is in another document, which has a window of its own. */
  moved() {
    if (!this.#window) return;
    this.end();
    this.begin();
  }

  /** The element has left its page. */
  end() {
    this.#window?.removeEventListener?.("beforeunload", this.#ask);
    this.#window = null;
  }
}
