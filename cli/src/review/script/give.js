// Who the reviewer is, in their own words, and how their comments leave the page: as a file or a link, when they say so.
import { sentence } from "./data.js";
import { button, choices, el, labelled } from "./dom.js";
import { Refused } from "./annotations.js";
import { linkTo } from "./link.js";

/** Hands a file to the browser to save. */
export function toFile(name, content) {
  const link = el("a", { href: URL.createObjectURL(new Blob([content], { type: "application/ld+json" })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export class Give {
  #data;
  #store;
  #told;
  #link = el("div", {});

  constructor(data, store, told) {
    this.#data = data;
    this.#store = store;
    this.#told = told;
    this.element = el("div", { class: "rv-give" });
    this.#draw();
    store.listen(() => this.#follow());
  }

  #say(name, holes) {
    return sentence(this.#data, name, holes);
  }

  #draw() {
    const { by } = this.#store;
    const text = (key) => {
      const field = el("input", { type: "text", id: `rv-${key}`, class: "wu-input", maxlength: 200, dir: "auto", autocomplete: "off" });
      field.value = by[key];
      field.addEventListener("input", () => this.#store.describe({ [key]: field.value.trim() }));
      return labelled(this.#say(key), field);
    };
    const group = choices("kind", this.#say("iam"), this.#data.kinds, by.kind);
    group.addEventListener("change", (event) => {
      this.#store.describe({ kind: event.target.value });
      this.element.querySelector(".rv-problem").textContent = "";
    });
    const problem = el("p", { class: "rv-problem", role: "alert" });
    const file = el("input", { type: "file", id: "rv-open", class: "wu-hidden", accept: ".json,application/json", tabindex: "-1", "aria-hidden": "true" });
    file.addEventListener("change", () => this.#open(file));
    const keep = el("input", { type: "checkbox", id: "rv-keep", class: "wu-choice__input" });
    keep.addEventListener("change", () => this.#keep(keep));
    this.element.replaceChildren(
      el("h2", { class: "wu-h2" }, this.#say("who")), el("p", {}, this.#say("noname")),
      group, problem, text("role"), text("organisation"),
      el("h2", { class: "wu-h2" }, this.#say("give")), el("p", {}, this.#say("private")),
      el("p", { class: "rv-row" },
        button(this.#say("file"), () => this.#save(), { class: "wu-button" }),
        button(this.#say("link"), () => this.#makeLink())),
      this.#link,
      el("p", { class: "rv-row" }, button(this.#say("open"), () => file.click()), file),
      el("div", { class: "wu-choice wu-choice--any" }, keep, el("div", { class: "wu-choice__text" },
        el("label", { class: "wu-choice__label", for: "rv-keep" }, this.#say("keep")), el("p", { class: "wu-choice__hint" }, this.#say("keephint")))),
      el("p", { class: "rv-row" }, button(this.#say("clear"), () => this.#clear(), { class: "wu-link" })));
  }

  /** What a file, another field or another window has changed stands in the fields too. */
  #follow() {
    const { by } = this.#store;
    for (const key of ["role", "organisation"]) {
      const field = this.element.querySelector(`#rv-${key}`);
      if (field !== document.activeElement) field.value = by[key];
    }
    for (const one of this.element.querySelectorAll("input[name=kind]")) one.checked = one.value === by.kind;
    this.element.querySelector("#rv-keep").checked = this.#store.keeps;
    // A link holds what was there when it was made.
    if (this.#store.unsaved) this.#link.replaceChildren();
  }

  /** Whether there is something to save, and it is said whose it is. */
  #ready() {
    if (this.#store.comments.length === 0) {
      this.#told(this.#say("nothing"));
      return false;
    }
    if (this.#store.by.kind) return true;
    this.element.querySelector(".rv-problem").textContent = this.#say("group");
    this.element.querySelector("input[name=kind]").focus();
    return false;
  }

  #save() {
    if (!this.#ready()) return;
    toFile(this.#store.file, this.#store.written());
    this.#store.saved();
    this.#told(this.#say("saved", { file: this.#store.file }));
  }

  async #makeLink() {
    if (!this.#ready()) return;
    const made = await linkTo(this.#store.written(), location.href);
    if (!made.link) {
      this.#told(this.#say(made.problem));
      return;
    }
    const field = el("input", { type: "text", id: "rv-link", class: "wu-input", readonly: true, dir: "ltr" });
    field.value = made.link;
    const copy = async () => {
      field.select();
      // Where a page may not write there, what is selected can be copied as anything is.
      await navigator.clipboard?.writeText(made.link).then(() => this.#copied(), () => {});
    };
    this.#link.replaceChildren(el("p", {}, this.#say("linked")), labelled(this.#say("linklabel"), field),
      el("p", { class: "rv-row" }, button(this.#say("copy"), copy)));
    field.focus();
    field.select();
  }

  /** Only a link that was copied is out of the page. */
  #copied() {
    const made = [...this.#link.childNodes];
    this.#store.saved();
    this.#link.replaceChildren(...made);
    this.#told(this.#say("copied"));
  }

  async #open(field) {
    const [file] = field.files;
    if (!file) return;
    const content = await file.text().catch(() => "");
    field.value = "";
    this.take(file.name, content);
  }

  /** Opens what a file or a link holds, and says what came of it. */
  take(name, content) {
    try {
      const { count, broken } = this.#store.open(name, content);
      const told = this.#say("opened", { count });
      this.#told(broken > 0 ? `${told} ${this.#say("broken", { count: broken, file: name })}` : told);
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      this.#told(this.#say(refused.name, refused.holes));
    }
  }

  #keep(box) {
    if (!this.#store.keep(box.checked)) {
      box.checked = false;
      this.#told(this.#say("nokeep"));
    }
  }

  #clear() {
    if (this.#store.comments.length === 0) return;
    const undo = this.#store.remove(this.#store.comments.map((one) => one.id));
    this.#told(this.#say("deleted"), undo);
  }
}
