// The form on which one comment is written: what it is about, the questions of that part, and words.
import { sentence } from "./data.js";
import { begins, choices, el, labelled } from "./dom.js";
import { Refused } from "./annotations.js";

const LONGEST = 5_000;

export class Compose {
  #data;
  #places;
  #store;
  #told;
  #about = null;
  #editing = null;

  /** `told(words, undo)` says something; `closed(comments)` is called with what was added, or with nothing. */
  constructor(data, places, store, { told, closed }) {
    this.#data = data;
    this.#places = places;
    this.#store = store;
    this.#told = told;
    this.closed = closed;
    this.element = el("form", { class: "rv-compose", novalidate: true, hidden: true, submit: (event) => this.#submit(event) });
  }

  #say(name, holes) {
    return sentence(this.#data, name, holes);
  }

  get isOpen() {
    return !this.element.hidden;
  }

  get #words() {
    return this.element.querySelector("#rv-words");
  }

  /** Opens for words that were selected, or for a part: `{ part, place, quote }`. What is typed already stays. */
  open(about) {
    const typed = this.isOpen && !this.#editing ? this.#words.value : "";
    const purpose = this.isOpen ? this.#chosen("purpose") : "commenting";
    this.#editing = null;
    this.#about = about;
    this.#draw(purpose, typed, Boolean(about.part && !about.quote));
  }

  /** Opens for a comment that is there. */
  edit(comment, heading) {
    this.#editing = comment;
    this.#about = { place: comment.place, quote: comment.quote, part: null, heading };
    this.#draw(comment.purpose, comment.text, false, comment);
  }

  #questionsOf(part) {
    return this.#data.questions.filter(({ of }) =>
      of.some((path) => path === "" || part.name === path || part.name.startsWith(`${path}.`)));
  }

  #draw(purpose, typed, whole, comment = null) {
    const { part, quote, heading } = this.#about;
    const title = el("h2", { class: "wu-h2", tabindex: "-1" }, part?.heading ?? heading ?? this.#say("elsewhere"));
    const parts = [title];
    if (whole) parts.push(...this.#target(part));
    else if (quote) parts.push(el("blockquote", { class: "rv-quote", dir: "auto" }, quote));
    if (comment?.question) {
      const known = this.#data.questions.find(({ known }) => known === comment.question);
      const yes = comment.yes === null ? "" : comment.yes ? "yes" : "no";
      parts.push(choices("answer", known?.shown ?? comment.question, this.#answers(), yes));
    } else if (whole) {
      const asked = this.#questionsOf(part);
      if (asked.length > 0) {
        parts.push(el("h3", { class: "wu-h3" }, this.#say("questions")),
          ...asked.map(({ shown }, at) => choices(`q${at}`, shown, this.#answers(), "")));
      }
    }
    if (comment?.purpose !== "assessing") {
      const kinds = [["commenting", "say"], ["questioning", "ask"], ["editing", "suggest"]];
      parts.push(choices("purpose", this.#say("purpose"), kinds.map(([kind, name]) => [kind, this.#say(name)]),
        purpose === "assessing" ? "commenting" : purpose));
    }
    const words = el("textarea", { id: "rv-words", class: "wu-input", rows: 4, maxlength: LONGEST, dir: "auto", input: () => this.#typing() });
    words.value = typed;
    const problem = el("p", { class: "rv-problem", role: "alert" });
    parts.push(labelled(this.#say("write"), words), problem,
      el("p", { class: "rv-row" },
        el("button", { type: "submit", class: "wu-button" }, this.#say(comment ? "keepchange" : "add")),
        el("button", { type: "button", class: "wu-button wu-button--quiet", click: () => this.#cancel() }, this.#say("cancel"))));
    this.element.replaceChildren(...parts);
    this.element.hidden = false;
    this.#typing();
    title.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: "start" });
  }

  #answers() {
    return [["yes", this.#say("yes")], ["no", this.#say("no")], ["", this.#say("unanswered")]];
  }

  /** Which text of the part, and which of its words: with the keyboard, as in any field of text. */
  #target(part) {
    const texts = this.#places.textsOf(part);
    const which = el("select", { id: "rv-which", class: "wu-input" }, el("option", { value: "" }, this.#say("whole")),
      texts.map(([, words], at) => el("option", { value: String(at) }, begins(words))));
    // Chromium lets nobody select with the keyboard in a field that is `readonly`. So it is none, and no key changes it.
    const words = el("textarea", {
      id: "rv-quote", class: "wu-input rv-says", rows: 4, dir: "auto", inputmode: "none", "aria-readonly": "true",
      beforeinput: (event) => event.preventDefault(), input: () => { words.value = said; },
    });
    let said = "";
    const field = labelled(this.#say("words"), words);
    field.hidden = true;
    which.addEventListener("change", () => {
      const [place, text] = which.value === "" ? [] : texts[Number(which.value)];
      field.hidden = place === undefined;
      said = text ?? "";
      words.value = said;
      words.setSelectionRange(0, 0);
      this.#about.text = field.hidden ? null : place;
    });
    return [labelled(this.#say("about"), which), field];
  }

  #chosen(name) {
    return this.element.querySelector(`input[name="${name}"]:checked`)?.value ?? "";
  }

  #typing() {
    this.#store.typing = this.isOpen && this.#words.value.trim() !== "" && this.#words.value !== this.#editing?.text;
  }

  /** The place and the words that were meant. */
  #meant() {
    const field = this.element.querySelector("#rv-quote");
    if (!this.#about.text || !field) return { place: this.#about.place ?? this.#about.part.name, quote: this.#about.quote ?? null };
    const some = field.value.slice(field.selectionStart, field.selectionEnd).trim();
    return { place: this.#about.text, quote: some || field.value };
  }

  #submit(event) {
    event.preventDefault();
    const text = this.#words.value.trim();
    const answer = (value) => (value === "" ? null : value === "yes");
    try {
      if (this.#editing) {
        const yes = this.#editing.question ? answer(this.#chosen("answer")) : null;
        if (!text && yes === null) return this.#refuse("empty");
        // An answer that was taken back leaves its words as a comment.
        const purpose = yes === null ? this.#chosen("purpose") || "commenting" : "assessing";
        const changed = { ...this.#editing, text, yes, purpose, question: yes === null ? null : this.#editing.question };
        this.#store.change(changed);
        return this.#close([changed], "changed");
      }
      const made = [];
      const { part, quote } = this.#about;
      if (part && !quote) {
        this.#questionsOf(part).forEach(({ known }, at) => {
          const yes = answer(this.#chosen(`q${at}`));
          if (yes !== null) made.push({ place: part.name, quote: null, purpose: "assessing", text: "", question: known, yes });
        });
      }
      if (text) made.push({ ...this.#meant(), purpose: this.#chosen("purpose"), text, question: null, yes: null });
      if (made.length === 0) return this.#refuse("empty");
      return this.#close(this.#store.add(made), "added");
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      return this.#refuse(refused.name, refused.holes);
    }
  }

  #refuse(name, holes) {
    this.element.querySelector(".rv-problem").textContent = this.#say(name, holes);
    this.#words.focus();
  }

  #cancel() {
    const [about, editing, typed, purpose] = [this.#about, this.#editing, this.#words.value, this.#chosen("purpose")];
    const dirty = this.#store.typing;
    this.#close([], null);
    if (!dirty) return;
    // What was typed is not gone before they say so.
    this.#told(this.#say("deleted"), () => {
      [this.#about, this.#editing] = [about, editing];
      this.#draw(purpose, typed, Boolean(about.part && !about.quote), editing);
    });
  }

  #close(comments, name) {
    this.element.hidden = true;
    this.element.replaceChildren();
    this.#editing = null;
    this.#store.typing = false;
    if (name) this.#told(this.#say(name));
    this.closed(comments, this.#about);
  }
}
