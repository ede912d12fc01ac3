// `<weighup-aid>`: its attributes, properties and life in somebody else's page. What it shows is the work of `stage.js`.
import { isOff, isOn, nameIn } from "./attributes.js";
import { isOwn } from "./older.js";
import { Stage } from "./stage.js";
import { Surroundings } from "./surroundings.js";

const NAME = "weighup-aid";
// A server renders the tag and its content; there are no elements to extend there.
const Base = globalThis.HTMLElement ?? class {};
// Properties that are the text of an attribute, and those that are whether it is there.
const TEXTS = { src: "src", first: "first", integrity: "integrity", keys: "keys", theme: "theme", mode: "mode", results: "results", scores: "scores", ehr: "ehr", ehrHandle: "ehr-handle", give: "give", giveQuestions: "give-questions" };
const SWITCHES = { keysRequired: "keys-required", keep: "keep", shared: "shared", hash: "hash", warn: "warn", readAloud: "read-aloud" };

/** Defines the element with these ways of loading its WebAssembly, unless the page has it already. */
export function define(load, rest, engine, record, texts, ehr, reader, given, signed) {
  const known = globalThis.customElements?.get(NAME);
  if (known) return known;
  class WeighupAid extends WeighupElement {
    constructor() {
      super({ load, rest, engine, record, texts, ehr, reader, given, signed });
    }
  }
  globalThis.customElements?.define(NAME, WeighupAid);
  return WeighupAid;
}

class WeighupElement extends Base {
  static observedAttributes = ["src", "lang", "dir", "theme", "results", "scores", "read-aloud", "mode", "step", "keep", "shared", "ehr", "ehr-handle", "give"];

  #aid = null;
  #translations = null;
  // Whether this is an element of its page already, and whether it names another aid since it last was.
  #entered = false;
  #renamed = false;
  #stage;
  #window = null;
  #surroundings = new Surroundings(this, () => this.#stage.speak());
  #travelled = () => this.#stage.followAddress();
  #printing = () => this.#stage.complete();

  /**
   * `files` says how to load the widget, its other steps, the engine, its records, the texts of other languages, what speaks to the system
   * that opened the page, what reads QR codes, what gives answers at the end, and what checks who signed an aid.
   */
  constructor(files) {
    super();
    this.#stage = new Stage(this, files);
  }

  connectedCallback() {
    this.#takeEarly();
    this.#listen(this.ownerDocument.defaultView);
    this.#surroundings.watch();
    const renamed = this.#renamed;
    this.#renamed = false;
    this.#entered = true;
    this.#stage.enter(renamed);
  }

  disconnectedCallback() {
    // A move is a removal and an insertion in one task: an element that is still away afterwards was removed.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  adoptedCallback() {
    this.#stage.adopted();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.isConnected || !this.#entered) {
      // A browser tells the attributes of a new element before it tells that the element is there: it is shown once.
      this.#renamed ||= name === "src" && before !== now;
      return;
    }
    // To ask for the same step again is to go back to it.
    if (name === "step") return this.#stage.follow(nameIn(this, "step"));
    if (before === now) return;
    if (name === "mode") {
      if (now) this.#stage.use(nameIn(this, "mode"));
    } else if (name === "src") {
      if (this.#aid === null) this.#stage.start();
    } else if (name === "shared") {
      this.#stage.share();
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
    if (this.isConnected && this.#entered) this.#stage.start();
    else this.#renamed = true;
  }

  /** Translations of an aid that is handed over, by the names of their files: JSON text, as it was built. */
  get translations() {
    return this.#translations;
  }

  set translations(translations) {
    this.#translations = translations ?? null;
  }

  /** The step on screen; set, it opens that step. */
  get step() {
    return this.#stage.step ?? this.getAttribute("step") ?? "";
  }

  set step(step) {
    if (step === null || step === undefined) this.removeAttribute("step");
    else this.setAttribute("step", step);
  }

  /** Forgets everything the person entered, in every aid this element has shown, and begins again. */
  reset() {
    this.#stage.reset();
  }

  /** Opens the browser's print dialogue for this element alone. */
  printSummary() {
    this.#stage.print();
  }

  /** What a page set before this class was defined stands in front of the properties of the class, and would hide them for ever. */
  #takeEarly() {
    for (const name of [...Object.keys(TEXTS), ...Object.keys(SWITCHES), "step", "translations", "aid"]) {
      if (!isOwn(this, name)) continue;
      const early = this[name];
      delete this[name];
      // It is shown once, with all that was set.
      if (name === "aid") this.#aid = early ?? null;
      else if (name === "translations") this.#translations = early ?? null;
      else this[name] = early;
    }
  }

  /** The window is kept: an element that leaves a page, or a test's page that is gone, still knows which one it was in. */
  #listen(window) {
    this.#deafen();
    this.#window = window;
    for (const [name, heard] of this.#heard()) window?.addEventListener(name, heard);
  }

  #deafen() {
    // The window of a test's page that is gone may have no methods any more.
    for (const [name, heard] of this.#heard()) this.#window?.removeEventListener?.(name, heard);
    this.#window = null;
  }

  /** What is listened for on the window, and what it does. */
  #heard() {
    return [["popstate", this.#travelled], ["hashchange", this.#travelled], ["beforeprint", this.#printing]];
  }

  #end() {
    this.#deafen();
    this.#surroundings.leave();
    this.#stage.leave();
  }
}

for (const [property, name] of Object.entries(TEXTS)) {
  Object.defineProperty(WeighupElement.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name) ?? "";
    },
    set(value) {
      // Frameworks hand over what is not there.
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}
for (const [property, name] of Object.entries(SWITCHES)) {
  Object.defineProperty(WeighupElement.prototype, property, {
    configurable: true,
    enumerable: true,
    get() {
      return isOn(this, name);
    },
    set(value) {
      this.toggleAttribute(name, !isOff(value));
    },
  });
}
