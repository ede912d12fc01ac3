// Which part of the page is which place of the aid: a comment names its place as translations do, `option.surgery.risks.0`.
//
// The page is the one that patients without scripts get, so it has no paths in its markup. A text is found by what it says, inside
// the part it belongs to; the cards of figures stand in the order the build gives them.
import { plain } from "./data.js";
import { button, heard } from "./dom.js";

/** What may hold a whole text of an aid. */
const HOLDERS = "h1, h2, h3, h4, p, li, dd, dt, strong, figcaption, caption, span, a";
/** What is not the aid's: our own buttons, words for screen readers alone, pictures. */
export const NOT_READ = ".rv-ui, .wu-hidden, svg, .wu-noprint";
const LONGEST_TEXT = 12_000;

/** The words of an element as they are read. */
export function wordsOf(element) {
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(NOT_READ)) return "";
    return [...node.childNodes].map(read).join("");
  };
  return read(element).replace(/\s+/gu, " ").trim();
}

export class Places {
  #data;
  #root;
  #parts = [];

  /** Finds every part and every text of the page, and writes the paths beside them. */
  constructor(data, root) {
    this.#data = data;
    this.#root = root;
    this.#wholes();
    this.#texts();
  }

  /** The parts, in the order of the page: `{ name, heading, element, title }`. */
  get parts() {
    return this.#parts;
  }

  #whole(name, element, title) {
    if (!element || !title) return;
    element.dataset.part = name;
    element.dataset.place ??= name;
    this.#parts.push({ name, element, title, heading: wordsOf(title) });
  }

  #wholes() {
    const body = this.#root.querySelector(".wu-body");
    const steps = [...body.querySelectorAll(":scope > section")];
    const names = ["about", "choice", "option", "outcome", "questions", "support"];
    steps.forEach((step, at) => {
      const title = step.querySelector(":scope > h2");
      this.#whole(names[at] ?? "support", step, title);
      for (const [id] of names[at] === "option" ? this.#data.options : []) {
        const card = step.querySelector(`[aria-labelledby="${CSS.escape(`aid-option-${id}`)}"]`);
        this.#whole(`option.${id}`, card, card?.querySelector("h2"));
      }
    });
    const cards = [...body.querySelectorAll("section.wu-outcome")];
    // One path a card, unless the page is not of this data: then each is found by its name alone.
    const known = cards.length === this.#data.cards.length;
    const named = this.#data.parts.filter((part) => part.name.startsWith("outcome."));
    cards.forEach((card, at) => {
      const title = card.querySelector("h2");
      const words = plain(wordsOf(title));
      const outcome = known
        ? this.#data.cards[at].split(".").slice(0, 2).join(".")
        : named.find((part) => plain(part.heading) === words)?.name;
      if (!outcome) return;
      if (known) card.dataset.place = this.#data.cards[at];
      this.#whole(outcome, card, title);
      const when = card.querySelector(".wu-outcome__when");
      if (when) this.#parts.at(-1).heading += `, ${wordsOf(when)}`;
      if (known && this.#data.cards[at].includes(".figures.")) this.#cells(card, this.#data.cards[at]);
    });
    this.#parts.sort((a, b) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  }

  #cells(card, row) {
    for (const figure of card.querySelectorAll(".wu-figure")) {
      const name = figure.querySelector(".wu-option");
      const option = name && this.#data.options.find(([, words]) => plain(words) === plain(wordsOf(name)));
      if (option) figure.dataset.place = `${row}.cells.${option[0]}`;
    }
  }

  #texts() {
    const byWords = new Map();
    for (const [name, text] of this.#data.places) {
      const words = plain(text);
      if (!byWords.has(words)) byWords.set(words, []);
      byWords.get(words).push(name);
    }
    const taken = new Set();
    for (const element of this.#root.querySelectorAll(HOLDERS)) {
      if (element.closest(".rv-ui, svg") || element.dataset.place || element.textContent.length > LONGEST_TEXT) continue;
      const names = byWords.get(plain(wordsOf(element)));
      if (!names) continue;
      const outer = element.parentElement.closest("[data-text]");
      if (outer && plain(wordsOf(outer)) === plain(wordsOf(element))) continue;
      const part = element.closest("[data-part]")?.dataset.part ?? "";
      const here = names.filter((name) => name === part || name.startsWith(`${part}.`));
      // A line of one option that is all another says is no text of that other.
      const kind = `${part.split(".")[0]}.`;
      const others = names.filter((name) => !part.includes(".") || !name.startsWith(kind));
      const free = (some) => some.find((name) => !taken.has(name));
      const name = free(here) ?? here[0] ?? free(others) ?? others[0];
      if (!name) continue;
      taken.add(name);
      element.dataset.place = name;
      element.dataset.text = "";
    }
  }

  /** Puts a button beside the heading of each part. `press(part)` is called when it is pressed. */
  offer(words, press) {
    for (const part of this.#parts) {
      const count = document.createElement("span");
      part.opener = button(words, () => press(part), { class: "wu-link rv-ui rv-comment" }, heard(` ${part.heading}`), " ", count);
      part.count = count;
      part.title.after(part.opener);
    }
  }

  /** The part that a node stands in. */
  partOf(node) {
    const element = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("[data-part]");
    return this.#parts.find((part) => part.element === element) ?? null;
  }

  /** The path of what a node stands in. */
  placeOf(node) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    return element?.closest("[data-place]")?.dataset.place ?? null;
  }

  /** The element of a path: the text itself, in its own part where it stands in several, or the nearest part around it. */
  elementOf(place) {
    for (let path = place; path; path = path.slice(0, Math.max(0, path.lastIndexOf(".")))) {
      const found = [...this.#root.querySelectorAll(`[data-place="${CSS.escape(path)}"], [data-part="${CSS.escape(path)}"]`)];
      const own = found.find((element) => {
        const part = element.closest("[data-part]")?.dataset.part;
        return part && (path === part || path.startsWith(`${part}.`));
      });
      if (own ?? found[0]) return own ?? found[0];
    }
    return null;
  }

  /** The texts of a part, in its order: `[path, words]`, each path once, without those of parts inside it. */
  textsOf(part) {
    const seen = new Set();
    const own = [...part.element.querySelectorAll("[data-place]")].filter((element) =>
      element.closest("[data-part]") === part.element && !element.dataset.part);
    const all = own.map((element) => [element.dataset.place, wordsOf(element)]);
    return all.filter(([place, words]) => words && !seen.has(place) && seen.add(place));
  }
}
