// `<weighup-aid>`: its attributes, properties and life in somebody else's page. What it shows is the work of `stage.js`.
import { Stage } from "./stage.js";

const NAME = "weighup-aid";
// A server renders the tag and its content; there are no elements to extend there.
const Base = globalThis.HTMLElement ?? class {};

/** Defines the element with these ways of loading its WebAssembly, unless the page has it already. */
export function define(load, rest, engine, texts) {
  const known = globalThis.customElements?.get(NAME);
  if (known) return known;
  class WeighupAid extends WeighupElement {
    constructor() {
      super({ load, rest, engine, texts });
    }
  }
  globalThis.customElements?.define(NAME, WeighupAid);
  return WeighupAid;
}

class WeighupElement extends Base {
  static observedAttributes = ["src", "lang", "dir", "theme", "results", "read-aloud", "mode", "step", "keep"];

  #aid = null;
  #stage;
  #travelled = () => this.#stage.followAddress();
  #printing = () => this.#stage.complete();

  /** `files` says how to load the widget, its other steps, the engine and the texts of other languages. */
  constructor(files) {
    super();
    this.#stage = new Stage(this, files);
  }

  connectedCallback() {
    // Set before this class was defined, the property would hide the accessor.
    if (Object.hasOwn(this, "aid")) {
      const early = this.aid;
      delete this.aid;
      this.#aid = early ?? null;
    }
    addEventListener("popstate", this.#travelled);
    addEventListener("hashchange", this.#travelled);
    addEventListener("beforeprint", this.#printing);
    this.#stage.enter();
  }

  disconnectedCallback() {
    // A move is a removal and an insertion in one task: an element that is still away afterwards was removed.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (!this.isConnected) return;
    // To ask for the same step again is to go back to it.
    if (name === "step") return this.#stage.follow(now);
    if (before === now) return;
    if (name === "mode") {
      if (now) this.#stage.use(now);
    } else if (name === "src") {
      if (this.#aid === null) this.#stage.start();
    } else if (name === "lang") {
      this.#stage.speak();
    } else {
      this.#stage.update();
    }
  }

  /** The aid itself, as an object or JSON text, instead of `src`. */
  get aid() {
    return this.#aid;
  }

  set aid(aid) {
    this.#aid = aid ?? null;
    if (this.isConnected) this.#stage.start();
  }

  get src() {
    return this.getAttribute("src") ?? "";
  }

  set src(src) {
    this.setAttribute("src", src);
  }

  /** Address of the aid's first step, shown while the widget is on its way. */
  get first() {
    return this.getAttribute("first") ?? "";
  }

  set first(first) {
    this.setAttribute("first", first);
  }

  get theme() {
    return this.getAttribute("theme") ?? "";
  }

  set theme(theme) {
    this.setAttribute("theme", theme);
  }

  /** The step on screen; set, it opens that step. */
  get step() {
    return this.#stage.step ?? this.getAttribute("step") ?? "";
  }

  set step(step) {
    this.setAttribute("step", step);
  }

  get mode() {
    return this.getAttribute("mode") ?? "";
  }

  set mode(mode) {
    this.setAttribute("mode", mode);
  }

  /** Forgets everything the person entered, in every aid this element has shown, and begins again. */
  reset() {
    this.#stage.reset();
  }

  /** Opens the browser's print dialogue for this element alone. */
  printSummary() {
    this.#stage.print();
  }

  #end() {
    removeEventListener("popstate", this.#travelled);
    removeEventListener("hashchange", this.#travelled);
    removeEventListener("beforeprint", this.#printing);
    this.#stage.leave();
  }
}
