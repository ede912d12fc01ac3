// What stands in the shadow root around the widget: the page's own content until it is ready, and again when it
// cannot be shown.
import css from "../styles.js";

// The page's rules for every element reach the host element, and from there everything that is inherited. So the
// widget stands in an element that begins anew; custom properties pass.
const own = `
:host { display: block }
.mount { all: initial; display: block }
.message { border-inline-start: 0.3em solid; padding: 0.2em 1em; margin-block: 1em; font-size: 1em; line-height: 1.5 }
.message button { min-block-size: 2.75em; padding: 0.4em 1.2em; font: inherit }
[hidden] { display: none !important }`;

let sheets;

/** One copy of the styles for every element of the page. */
function shared() {
  sheets ??= [own, css].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return sheets;
}

export class Frame {
  #shadow;
  #fallback = document.createElement("div");
  #message = document.createElement("div");

  constructor(shadow) {
    this.#shadow = shadow;
    this.#message.className = "message";
    this.#message.setAttribute("role", "alert");
    this.#message.hidden = true;
    this.#fallback.append(document.createElement("slot"));
    shadow.append(this.#message, this.#fallback);
    shadow.adoptedStyleSheets = shared();
  }

  /** Puts a mount on the page; the fallback stays until `showWidget`. */
  add(root) {
    root.className = "mount";
    this.#shadow.append(root);
  }

  showWidget() {
    this.#message.hidden = true;
    this.#fallback.hidden = true;
  }

  showFallback() {
    this.#message.hidden = true;
    this.#fallback.hidden = false;
  }

  /** The page's own content again, and above it what happened. */
  showFailure(text, again) {
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
}
