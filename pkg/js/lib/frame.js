// What stands in the shadow root around the widget: the page's own content until it is ready, and again when it
// cannot be shown.
import { sheetOf } from "./dressed.js";
import { First } from "./first.js";
import { toFile } from "./files.js";
import { masked } from "./masks.js";
import { wordsIn } from "./said.js";

export class Frame {
  #shadow;
  #first;
  #fallback = document.createElement("div");
  #message = document.createElement("div");
  #question = null;
  #cleared = null;

  constructor(shadow) {
    this.#shadow = shadow;
    this.#first = First.in(shadow);
    this.#message.className = "wu-message";
    this.#message.setAttribute("role", "alert");
    this.#message.hidden = true;
    this.#fallback.append(document.createElement("slot"));
    this.#fallback.hidden = this.#first !== null;
    shadow.append(this.#message, this.#fallback);
    if (!this.#first) this.dress();
  }

  get showsFirst() {
    return this.#first !== null;
  }

  /** Shows the first step that came in a file of its own, before the code. */
  showFirst(shown) {
    this.dress();
    this.#shadow.append(shown);
    this.#first = new First(this.#shadow, shown);
    this.#message.hidden = true;
    this.#fallback.hidden = true;
  }

  /** Puts a mount on the page, unseen; what is there stays until `showWidget`. */
  add(root) {
    this.dress();
    root.className = "wu-mount";
    masked(root);
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

  /**
   * The page's own content again, and above it what happened, in `lang` where there are words in it. `again` tries once more;
   * `answers`, with the name of their file, are what the person had entered.
   */
  showFailure(plain, lang, { again, answers, file }) {
    this.#withdraw();
    const { words, lang: said, rtl } = wordsIn(lang);
    this.#message.lang = said;
    this.#message.dir = rtl ? "rtl" : "ltr";
    this.#message.replaceChildren(line(words[plain]));
    if (again) this.#message.append(button(words.again, again, { once: true }));
    if (answers) {
      const box = masked(document.createElement("textarea"));
      box.readOnly = true;
      box.value = answers;
      box.rows = 3;
      box.setAttribute("aria-label", words.nosave);
      this.#message.append(line(words.saved), button(words.save, () => toFile(file, answers)), line(words.nosave), box);
    }
    this.#fallback.hidden = false;
    this.#message.hidden = false;
  }

  /** Covers everything with the question whether somebody is there, or takes it away. Any key and any press says yes. */
  ask(yes, lang) {
    this.#question?.remove();
    this.#question = null;
    if (!yes) return;
    this.#cleared?.remove();
    const { words, lang: said, rtl } = wordsIn(lang);
    const box = document.createElement("dialog");
    box.className = "wu-message wu-still";
    box.lang = said;
    box.dir = rtl ? "rtl" : "ltr";
    box.setAttribute("aria-label", words.still);
    box.append(line(words.still), line(words.still_hint), button(words.still_yes, () => {}));
    this.#shadow.prepend(box);
    box.showModal();
    this.#question = box;
  }

  /** Says that the answers were taken away, until somebody presses. */
  showCleared(lang) {
    const { words, lang: said, rtl } = wordsIn(lang);
    const box = document.createElement("div");
    box.className = "wu-message";
    box.lang = said;
    box.dir = rtl ? "rtl" : "ltr";
    box.setAttribute("role", "status");
    box.append(line(words.cleared));
    this.#shadow.prepend(box);
    this.#cleared?.remove();
    this.#cleared = box;
  }

  /** The styles, as the document wants them that the element is in now. */
  dress() {
    const page = this.#shadow.ownerDocument;
    // A document without a window, as that of a template, draws nothing and takes no sheet.
    if (page.defaultView) this.#shadow.adoptedStyleSheets = [sheetOf(page)];
  }

  /** The first step is not the widget's: without the widget it is a picture. */
  #withdraw() {
    this.dress();
    this.#first?.clear();
    this.#first = null;
  }
}

function line(text) {
  const words = document.createElement("p");
  words.textContent = text;
  return words;
}

function button(text, act, how) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = text;
  made.addEventListener("click", act, how);
  return made;
}
