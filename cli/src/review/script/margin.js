// The margin beside the page: always there where there is room, and a sheet over the page where there is none.
import { sentence } from "./data.js";
import { button, el } from "./dom.js";

/** From here on the page and the margin stand side by side. */
const WIDE = matchMedia("(min-width: 69em)");

export class Margin {
  #data;
  #store;
  #open = false;
  #from = null;
  #main;
  #count = el("span", {});
  #unsaved = el("span", { class: "rv-unsaved" });

  constructor(data, store, main) {
    this.#data = data;
    this.#store = store;
    this.#main = main;
    const say = (name) => sentence(data, name);
    this.status = el("div", { class: "rv-status", role: "status" });
    this.back = button(say("back"), () => this.close(), { class: "wu-button wu-button--quiet rv-back" });
    this.body = el("div", { class: "wu-body rv-body" }, this.back,
      el("h1", { class: "wu-h1", id: "rv-title", tabindex: "-1" }, say("title")),
      el("p", {}, say("unfinished"), " ", say("please")), el("p", {}, say("how")));
    this.element = el("section", { role: "complementary", class: "weighup rv rv-ui", id: "rv", "data-theme": "auto", "aria-labelledby": "rv-title", lang: data.language, dir: data.direction }, this.body);
    this.onSelected = button(say("selected"), () => {}, { class: "wu-button", hidden: true });
    this.opener = button(say("comments"), () => this.open(), { "aria-expanded": "false", "aria-controls": "rv", class: "wu-button wu-button--quiet rv-opener" }, " ", this.#count);
    this.bar = el("section", { class: "weighup rv-bar rv-ui", "data-theme": "auto", "aria-label": say("comments"), lang: data.language, dir: data.direction },
      el("div", { class: "rv-bar__body" }, this.status, el("div", { class: "rv-row" }, this.#unsaved, this.onSelected, this.opener)));
    this.skip = el("a", { class: "weighup rv-skip rv-ui", href: "#rv", "data-theme": "auto", click: (event) => { event.preventDefault(); this.open(); } }, say("skip"));
    document.body.prepend(this.skip);
    document.body.append(this.element, this.bar);
    document.body.classList.add("rv-page");
    WIDE.addEventListener("change", () => this.#lay());
    this.element.addEventListener("keydown", (event) => { if (event.key === "Escape") this.close(); });
    store.listen(() => this.#follow());
    this.#follow();
    this.#lay();
  }

  #follow() {
    const count = this.#store.comments.length;
    this.#count.textContent = count > 0 ? `(${count})` : "";
    this.#unsaved.textContent = this.#store.unsaved && count > 0 ? sentence(this.#data, "unsaved") : "";
  }

  /** Over the page the rest is out of reach; beside it, nothing is. */
  #lay() {
    const over = this.#open && !WIDE.matches;
    document.body.classList.toggle("rv-open", this.#open);
    this.element.hidden = !this.#open && !WIDE.matches;
    for (const other of [this.#main, this.skip]) other.inert = over;
    this.element.setAttribute("role", over ? "dialog" : "complementary");
    if (over) this.element.setAttribute("aria-modal", "true");
    else this.element.removeAttribute("aria-modal");
    // What is said and offered there is part of what is in reach.
    const around = over ? this.element : document.body;
    if (this.bar.parentElement !== around) around.append(this.bar);
    this.opener.hidden = over || WIDE.matches;
    this.opener.setAttribute("aria-expanded", String(over));
  }

  /** Shows the margin, with the focus on its heading unless something in it takes it. */
  open(focus = true) {
    if (!this.#open) this.#from = document.activeElement;
    this.#open = true;
    this.#lay();
    if (focus) this.body.querySelector("#rv-title").focus();
  }

  /** Back to the page, to where it was opened from or to `to`. */
  close(to = null) {
    if (!this.#open) return;
    this.#open = false;
    this.#lay();
    const back = to ?? (this.#from?.isConnected && this.#from !== document.body ? this.#from : this.opener);
    if (!WIDE.matches || to) back.focus();
  }

  /** Says something, with what can be done about it: `[words, act]`. It stays until the next is said. */
  tell(words, ...acts) {
    const offered = acts.filter(Boolean).map(([label, act]) => button(label, () => {
      this.status.replaceChildren();
      act();
    }, { class: "wu-link" }));
    this.status.replaceChildren(el("span", {}, words), ...offered.flatMap((act) => [" ", act]));
  }
}
