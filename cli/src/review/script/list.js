// What was written so far, in the order of the page.
import { sentence } from "./data.js";
import { begins, button, el, heard } from "./dom.js";

export class List {
  #data;
  #places;
  #store;
  #acts;

  /** `acts`: `edit(comment, heading)`, `show(comment)`, `told(words, undo)`. */
  constructor(data, places, store, acts) {
    this.#data = data;
    this.#places = places;
    this.#store = store;
    this.#acts = acts;
    this.element = el("div", { class: "rv-list" });
    store.listen(() => this.draw());
    this.draw();
  }

  #say(name) {
    return sentence(this.#data, name);
  }

  /** The comments with the part each is about, as they stand on the page; last what has no place on it. */
  #placed() {
    const { parts } = this.#places;
    const all = this.#store.comments.map((comment) => {
      const element = this.#places.elementOf(comment.place);
      const part = element && this.#places.partOf(element);
      return { comment, part, at: part ? parts.indexOf(part) : parts.length };
    });
    return all.sort((a, b) => a.at - b.at);
  }

  draw() {
    const placed = this.#placed();
    for (const part of this.#places.parts) {
      const count = placed.filter((one) => one.part === part).length;
      if (part.count) part.count.textContent = count > 0 ? `(${count})` : "";
    }
    if (placed.length === 0) {
      this.element.replaceChildren(el("p", {}, this.#say("none")));
      return;
    }
    this.element.replaceChildren(el("ul", { class: "wu-list wu-list--plain" }, placed.map((one) => this.#item(one))));
  }

  #item({ comment, part }) {
    const heading = part?.heading ?? this.#say("elsewhere");
    const question = this.#data.questions.find(({ known }) => known === comment.question)?.shown ?? comment.question;
    const kind = { questioning: "ask", editing: "suggest" }[comment.purpose];
    const what = heard(` ${begins(comment.text || question || "", 40)}`);
    const lines = [
      el("p", { class: "rv-of" }, heading),
      comment.quote && el("blockquote", { class: "rv-quote", dir: "auto" }, begins(comment.quote, 200)),
      question && el("p", {}, question, " ", el("strong", {}, this.#say(comment.yes ? "yes" : "no"))),
      kind && el("p", { class: "wu-soft" }, this.#say(kind)),
      comment.text && el("p", { class: "rv-text", dir: "auto" }, comment.text),
      el("p", { class: "rv-row" },
        button(this.#say("change"), () => this.#acts.edit(comment, heading), { class: "wu-link" }, what.cloneNode(true)),
        button(this.#say("delete"), () => this.#delete(comment), { class: "wu-link" }, what.cloneNode(true)),
        part && button(this.#say("show"), () => this.#acts.show(comment), { class: "wu-link" }, what)),
    ];
    return el("li", { class: "rv-item", tabindex: "-1", "data-id": comment.id }, lines);
  }

  #delete(comment) {
    const undo = this.#store.remove([comment.id]);
    this.#acts.told(this.#say("deleted"), undo);
  }

  /** Puts the focus on a comment. */
  focus(id) {
    this.element.querySelector(`[data-id="${CSS.escape(id)}"]`)?.focus();
  }
}
