// What stands in the shadow root around the widget: the page's own content until it is ready, and again when it
// cannot be shown.
import css from "../styles.js";
import { First } from "./first.js";

let sheet;

/** One copy of the styles for every element of the page. */
function shared() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}

export class Frame {
  #shadow;
  #first;
  #fallback = document.createElement("div");
  #message = document.createElement("div");

  constructor(shadow) {
    this.#shadow = shadow;
    this.#first = First.in(shadow);
    this.#message.className = "wu-message";
    this.#message.setAttribute("role", "alert");
    this.#message.hidden = true;
    this.#fallback.append(document.createElement("slot"));
    this.#fallback.hidden = this.#first !== null;
    shadow.append(this.#message, this.#fallback);
    if (!this.#first) this.#dress();
  }

  get showsFirst() {
    return this.#first !== null;
  }

  /** Shows the first step as it came by itself. */
  showFirst(shown) {
    this.#dress();
    this.#shadow.append(shown);
    this.#first = new First(this.#shadow, shown);
    this.#message.hidden = true;
    this.#fallback.hidden = true;
  }

  /** Puts a mount on the page, unseen; what is there stays until `showWidget`. */
  add(root) {
    this.#dress();
    root.className = "wu-mount";
    root.hidden = true;
    this.#shadow.append(root);
  }

  showWidget(root) {
    root.hidden = false;
    this.#first?.give(root);
    this.#first = null;
    this.#message.hidden = true;
    this.#fallback.hidden = true;
  }

  showFallback() {
    this.#withdraw();
    this.#message.hidden = true;
    this.#fallback.hidden = false;
  }

  /** The page's own content again, and above it what happened. */
  showFailure(text, again) {
    this.#withdraw();
    const words = document.createElement("p");
    words.textContent = text;
    this.#message.replaceChildren(words);
    if (again) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "Try again";
      button.addEventListener("click", again, { once: true });
      this.#message.append(button);
    }
    this.#fallback.hidden = false;
    this.#message.hidden = false;
  }

  #dress() {
    this.#shadow.adoptedStyleSheets = [shared()];
  }

  /** The first step is not the widget's: without the widget it is a picture. */
  #withdraw() {
    this.#dress();
    this.#first?.clear();
    this.#first = null;
  }
}
