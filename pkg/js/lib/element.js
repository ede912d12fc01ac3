// `<weighup-aid>`: where a decision aid stands in somebody else's page.
import { fetchAid, givenAid, inLanguage } from "./aid.js";
import { fetchFirst } from "./early.js";
import { Failure } from "./failures.js";
import { anyKept, forget, fromFile, keep, kept, toFile } from "./keep.js";
import { Frame } from "./frame.js";
import { hasStopped, onStop } from "./guard.js";
import { interfaceIn, languageIn } from "./languages.js";
import { printAlone } from "./print.js";
import { Reader } from "./read.js";
import { savePicture } from "./picture.js";
import { Line, openSecond, ownName } from "./second.js";
import { directionOf, languageOf } from "./surroundings.js";

const NAME = "weighup-aid";
// How long an element may have no aid before that counts as a mistake.
const PATIENCE_MS = 5000;
// How long the code may wait for the first step to be on screen.
const EARLY_MS = 300;
// A server renders the tag and its content; there are no elements to extend there.
const Base = globalThis.HTMLElement ?? class {};

/** Defines the element with these ways of loading its WebAssembly, unless the page has it already. */
export function define(load, rest, engine, texts) {
  const known = globalThis.customElements?.get(NAME);
  if (known) return known;
  class WeighupAid extends WeighupElement {
    constructor() {
      super(load, rest, engine, texts);
    }
  }
  globalThis.customElements?.define(NAME, WeighupAid);
  return WeighupAid;
}

let instances = 0;

/** The day where the reader is, as 2026-03-31. */
function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Once what stands on the page now has been painted; a page that is not shown paints nothing, so not much later. */
function afterFrame(work) {
  const soon = setTimeout(work, 500);
  requestAnimationFrame(() => setTimeout(() => {
    clearTimeout(soon);
    work();
  }));
}

/** Where a widget is parked: by its aid and its language. */
const place = (key, asked) => `${languageIn(asked)} ${key}`;

/** Where an aid came from. */
const named = (key) => (key.startsWith("{") ? "in the `aid` property" : key);

class WeighupElement extends Base {
  static observedAttributes = ["src", "lang", "dir", "theme", "results", "read-aloud", "mode", "step", "keep"];

  #load;
  #rest;
  #engine;
  // Where the interface is in other languages, by name.
  #texts;
  #frame;
  #aid = null;
  #instance = `weighup-${(instances += 1)}`;
  // The widget on screen: its key, its aid's text, its root and the handle into WebAssembly.
  #shown = null;
  // Widgets of other aids shown before: going back to an aid finds the answers.
  #parked = new Map();
  // Aborts the loading under way. Its signal also tells an old loading that it is no longer wanted.
  #loading = null;
  #reader = new Reader();
  // Kept when a first step that came by itself is on screen.
  #painted = null;
  // The line to a second window, and that window, as long as there is one.
  #line = null;
  #second = null;
  #travelled = () => this.#follow(this.#step());
  #printing = () => this.#complete();

  constructor(load, rest, engine, texts) {
    super();
    this.#texts = texts;
    this.#load = load;
    this.#rest = rest;
    this.#engine = engine;
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
    // Connected again with its widget: it was moved, and nothing is lost.
    if (!this.#shown && !this.#loading) this.#start();
  }

  disconnectedCallback() {
    // A move is a removal and an insertion in one task: only who is still away afterwards is gone.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (!this.isConnected) return;
    // To ask for the same step again is to go back to it.
    if (name === "step") return this.#follow(now);
    if (before === now) return;
    if (name === "mode") {
      if (now) this.#shown?.widget?.using(now);
    } else if (name === "src") {
      if (this.#aid === null) this.#start();
    } else if (name === "lang" && this.#shown && languageIn(languageOf(this)) !== languageIn(this.#shown.asked)) {
      this.#start();
    } else {
      this.#update();
    }
  }

  /** The aid itself, as an object or JSON text, instead of `src`. */
  get aid() {
    return this.#aid;
  }

  set aid(aid) {
    this.#aid = aid ?? null;
    if (this.isConnected) this.#start();
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
    return this.#shown?.widget?.step() ?? this.getAttribute("step") ?? "";
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
    const shown = this.#shown;
    for (const each of [shown, ...this.#parked.values()]) if (each?.kept) forget(each.id);
    this.#forget();
    if (shown && this.isConnected) this.#loadAid((signal) => this.#mount(shown, signal));
  }

  /** Opens the browser's print dialogue for this element alone. */
  printSummary() {
    if (this.#complete()) setTimeout(() => printAlone(this));
    else printAlone(this);
  }

  #start() {
    this.#loadAid(async (signal) => {
      const aid = this.#aid;
      if (aid === null && !this.src) return this.#waitForAid(signal);
      const text = aid === null ? null : givenAid(aid);
      const url = aid === null ? new URL(this.src, this.baseURI) : null;
      const asked = languageOf(this);
      const key = text ?? url.href;
      if (this.#shown?.key === key && languageIn(this.#shown.asked) === languageIn(asked)) return;
      this.#park();
      if (this.#unpark(key, asked)) return;
      const early = aid === null ? this.#early(asked, signal) : null;
      const speaking = interfaceIn(asked, this.#texts, signal);
      const loading = text ?? fetchAid(url, signal).then((found) => inLanguage(found, url, asked, signal));
      // Both at once: neither waits for the other.
      // The code would hold up the first step, which is small and can be read meanwhile; but not for long.
      const widget = this.#load(early && Promise.race([early, new Promise((resolve) => setTimeout(resolve, EARLY_MS))]));
      for (const later of [this.#rest, this.#engine]) widget.then(() => later.arrive(), () => {}).then(() => this.#arrived());
      await Promise.all([widget, loading, speaking]);
      // Making the widget takes a while on a slow phone: what can be read already is painted before.
      await this.#painted;
      await this.#mount({ key, asked, text: await loading, speaking: await speaking }, signal);
    });
  }

  /** The first step, where the page names its file and it is what the widget will show first. */
  async #early(asked, signal) {
    const { mode, step, second } = this.#settings();
    if (!this.first || this.#frame?.showsFirst || mode || step || second || (this.#mayKeep() && anyKept())) return;
    const shown = await fetchFirst(new URL(this.first, this.baseURI), asked, signal);
    // The widget was quicker, or cannot come.
    if (!shown || this.#loading?.signal !== signal || this.#shown) return;
    const widget = shown.querySelector("[lang]");
    widget.lang = asked;
    widget.dir = directionOf(this, asked);
    widget.dataset.theme = this.theme;
    this.#frame.showFirst(shown);
    this.#painted = new Promise(afterFrame);
  }

  /** A framework may set the aid later. When nobody does, the owner of the page should know. */
  async #waitForAid(signal) {
    this.#park();
    await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    if (!signal.aborted) throw new Failure("src-missing");
  }

  async #loadAid(work) {
    if (this.#loading) {
      this.#loading.abort();
      // A first step that waits for the widget may be of another aid.
      if (!this.#shown) this.#frame?.showFallback();
    }
    const loading = new AbortController();
    this.#loading = loading;
    try {
      if (!("adoptedStyleSheets" in Document.prototype)) throw new Failure("old-browser", { cause: "adoptedStyleSheets" });
      if (!this.#frame && this.shadowRoot) {
        // The page was sent with the first step: nothing may hold up its painting. The frame keeps what is pressed.
        this.#frame = new Frame(this.shadowRoot);
        await new Promise(afterFrame);
        if (loading.signal.aborted) return;
      }
      // The files are asked for first: the frame is made while they are on their way.
      const working = work(loading.signal);
      this.#frame ??= new Frame(this.attachShadow({ mode: "open" }));
      await working;
    } catch (error) {
      if (!loading.signal.aborted) this.#fail(Failure.from(error));
    } finally {
      if (this.#loading === loading) this.#loading = null;
    }
  }

  async #mount({ key, asked, text, speaking }, signal) {
    const Widget = await this.#load();
    if (signal.aborted) return;
    if (hasStopped()) throw new Failure("widget-failed", { cause: hasStopped() });
    const { id } = JSON.parse(text);
    const saved = this.#mayKeep() ? kept(id) : null;
    const { mode, step, second } = this.#settings();
    if (mode || step || second || saved !== null) {
      // The first step is not the first to be seen.
      this.#rest.start();
      await this.#rest.arrive();
      if (signal.aborted) return;
      if (!this.#rest.arrived) throw this.#rest.failure;
    }
    const root = document.createElement("div");
    const shown = { key, asked, text, speaking, root, id, kept: saved !== null, widget: null, opened: null, quiet: () => {} };
    this.#frame.add(root);
    this.#shown = shown;
    try {
      shown.widget = new Widget(root, text, { ...this.#settings(), saved: saved ?? undefined }, (name, detail) => this.#hear(shown, name, detail));
    } catch (error) {
      root.remove();
      this.#shown = null;
      if (hasStopped()) throw new Failure("widget-failed", { cause: error });
      const cause = (await this.#explain(text)) ?? error;
      throw new Failure("aid-refused", { url: named(key), cause });
    }
    shown.quiet = onStop((error) => this.#stop(shown, error));
    this.#arrived();
  }

  #hear(shown, name, detail) {
    // A parked widget has nothing to tell.
    if (this.#shown !== shown) return;
    if (name === "ready") {
      this.#frame.showWidget(shown.root);
      this.#offerToRead();
      this.#tell("weighup-ready", {});
      afterFrame(() => {
        this.#rest.start();
        this.#engine.start();
      });
      this.#join();
    } else if (name === "step") {
      this.#reader.stop();
      this.#mark(detail);
      this.#tell("weighup-step", { step: detail });
    } else if (name === "begun") {
      afterFrame(() => {
        if (this.#shown === shown) shown.widget?.more(false);
      });
    } else if (name === "waiting") {
      shown.root.setAttribute("aria-busy", "true");
    } else if (name === "picture") {
      savePicture(detail, languageOf(this), directionOf(this) === "rtl");
    } else if (name === "changed") {
      if (!this.#line && !shown.kept) return;
      const answers = shown.widget.save();
      this.#line?.send(answers);
      if (shown.kept && this.#mayKeep()) keep(shown.id, answers);
    } else if (name === "keep") {
      shown.kept = Boolean(detail);
      if (shown.kept) keep(shown.id, shown.widget.save());
      else forget(shown.id);
    } else if (name === "save") {
      toFile(`${shown.id}-answers.json`, shown.widget.save());
    } else if (name === "open") {
      fromFile((answers) => shown.widget?.open(answers));
    } else if (name === "second") {
      this.#openSecond(shown);
    }
  }

  /** Answers are kept on the device only where the site allows it, and never by a second window. */
  #mayKeep() {
    return this.hasAttribute("keep") && !ownName();
  }

  /** The step that the site, or with `hash` the address, asks for. */
  #step() {
    const named = this.hasAttribute("hash") && location.hash.startsWith("#weighup-") ? location.hash.slice(9) : "";
    return named || this.getAttribute("step") || "";
  }

  #follow(step) {
    if (step && this.#shown?.widget && this.#shown.widget.step() !== step) this.#shown.widget.go(step);
  }

  /** What is printed is whole: true when something of the step was still to be made. */
  #complete() {
    const begun = this.#shown?.widget && this.#shown.root.querySelector(".wu-step--begun") !== null;
    if (begun) this.#shown.widget.more(true);
    return Boolean(begun);
  }

  /** The address says which step is open, so that the browser's Back leads to the one before. */
  #mark(step) {
    const hash = `#weighup-${step}`;
    if (this.hasAttribute("hash") && location.hash !== hash) history.pushState(history.state, "", hash);
  }

  /** A second window asks the first for its answers; the first tells a second that is there of its own. */
  #join() {
    const name = ownName();
    if (name && !this.#line) {
      this.#talk(name, () => {
        this.reset();
        globalThis.close();
      });
      this.#line.hello();
    } else {
      this.#line?.send(this.#shown.widget.save());
    }
  }

  #talk(name, ended) {
    this.#line = new Line(name, {
      state: () => this.#shown?.widget?.save(),
      told: (answers) => {
        const shown = this.#shown;
        shown?.widget?.follow(answers);
        if (shown?.kept && this.#mayKeep() && JSON.parse(answers).aid === shown.id) keep(shown.id, answers);
      },
      ended: () => {
        this.#line?.drop();
        this.#line = null;
        this.#second = null;
        ended();
      },
    });
  }

  #openSecond(shown) {
    if (this.#second && !this.#second.closed) return this.#second.focus();
    this.#hangUp();
    const window = openSecond(shown.widget.constructor.channel());
    if (!window) return shown.widget.blocked();
    this.#second = window.opened;
    this.#talk(window.name, () => {});
  }

  #hangUp() {
    this.#line?.close();
    this.#line = null;
    this.#second = null;
  }

  /**
   * The rest or the engine is here, or will not come. The engine checks the aid once more, as strictly as the build that
   * made it. Without the rest there is nothing that a person could do.
   */
  #arrived() {
    const shown = this.#shown;
    if (!shown?.widget) return;
    if (this.#rest.arrived === false) {
      shown.widget.destroy();
      this.#stop(shown, this.#rest.failure);
      return;
    }
    if (this.#engine.arrived && !shown.opened) {
      try {
        shown.opened = this.#engine.open(shown.text);
      } catch (cause) {
        shown.widget.destroy();
        this.#stop(shown, new Failure("aid-refused", { url: named(shown.key), cause }));
        return;
      }
    }
    this.#update();
  }

  /** Why the widget refused an aid: it does not carry the sentences, the engine does. */
  async #explain(text) {
    this.#engine.start();
    await this.#engine.arrive();
    if (!this.#engine.arrived) return undefined;
    try {
      this.#engine.open(text).close();
      return undefined;
    } catch (cause) {
      return cause;
    }
  }

  /** After a panic nothing in WebAssembly may be called again, so the widget is dropped, not destroyed. */
  #stop(shown, cause) {
    const failure = cause instanceof Failure ? cause : new Failure("widget-failed", { cause });
    shown.quiet();
    shown.opened?.close();
    shown.widget = null;
    shown.root.remove();
    this.#parked.delete(place(shown.key, shown.asked));
    if (this.#shown !== shown) return;
    this.#shown = null;
    this.#offerToRead();
    this.#fail(failure);
  }

  #update() {
    // A language or theme that changes while loading is read when the widget is mounted, or when the rest is there.
    if (this.#shown?.widget && this.#rest.arrived) {
      this.#shown.root.removeAttribute("aria-busy");
      this.#shown.widget.update(this.#settings());
    }
    this.#offerToRead();
  }

  /** Beside a widget that is seen, where the page wants it. */
  #offerToRead() {
    const root = this.#shown?.root;
    this.#reader.place(this.hasAttribute("read-aloud") && root && !root.hidden ? root : null, this.#speaks());
  }

  #settings() {
    return {
      instance: this.#instance,
      lang: this.#speaks(),
      dir: directionOf(this, this.#speaks()),
      texts: this.#shown?.speaking.texts,
      theme: this.theme,
      today: today(),
      mode: this.mode || undefined,
      step: this.#step() || undefined,
      second: ownName() !== null,
      keep: this.#mayKeep(),
      results: this.getAttribute("results") === "facts" ? "facts" : "aid",
      // `null` while the engine is on its way, `false` when it did not arrive.
      engine: this.#shown?.opened?.fit ?? (this.#engine.arrived === false ? false : null),
      hash: this.#shown?.opened?.hash,
      // Whether the code of all steps is here.
      rest: this.#rest.arrived === true,
    };
  }

  /** The language of the interface. */
  #speaks() {
    const asked = languageOf(this);
    return languageIn(asked) === this.#shown?.speaking.name ? asked : this.#shown?.speaking.lang ?? asked;
  }

  #park() {
    if (!this.#shown) return;
    this.#hangUp();
    this.#shown.root.remove();
    this.#parked.set(place(this.#shown.key, this.#shown.asked), this.#shown);
    this.#shown = null;
    this.#offerToRead();
    this.#frame.showFallback();
  }

  #unpark(key, asked) {
    const found = this.#parked.get(place(key, asked));
    if (!found) return false;
    this.#parked.delete(place(key, asked));
    this.#shown = found;
    this.#frame.add(found.root);
    this.#frame.showWidget(found.root);
    // The engine may have come while it was away.
    this.#arrived();
    return true;
  }

  #forget() {
    for (const mounted of [this.#shown, ...this.#parked.values()]) {
      mounted?.quiet();
      mounted?.widget?.destroy();
      mounted?.opened?.close();
      mounted?.root.remove();
    }
    this.#shown = null;
    this.#parked.clear();
    this.#offerToRead();
  }

  #end() {
    this.#loading?.abort();
    this.#loading = null;
    removeEventListener("popstate", this.#travelled);
    removeEventListener("hashchange", this.#travelled);
    removeEventListener("beforeprint", this.#printing);
    this.#hangUp();
    this.#forget();
    this.#frame?.showFallback();
  }

  #fail(failure) {
    console.error(`weighup: ${failure.message} [${failure.code}]`);
    this.#frame?.showFailure(failure.plain, failure.passing ? () => this.#start() : null);
    this.#tell("weighup-error", { code: failure.code });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}
