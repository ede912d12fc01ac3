// What stands in an element: the page's own content, the first step, a widget, or a message that it could not be shown. It loads
// what a widget needs, and sets a widget aside while another aid is shown.
import { fetchAid, givenAid, inLanguage } from "./aid.js";
import { followed, stepAsked } from "./address.js";
import { fetchFirst } from "./early.js";
import { Failure } from "./failures.js";
import { anyKept } from "./keep.js";
import { Frame } from "./frame.js";
import { interfaceIn, languageIn } from "./languages.js";
import { ownName } from "./line.js";
import { Mounted } from "./mounted.js";
import { printAlone } from "./print.js";
import { Reader } from "./read.js";
import { mayKeep, settingsOf, speaks } from "./settings.js";
import { directionOf, languageOf } from "./surroundings.js";
import { afterFrame } from "./time.js";
import { Windows } from "./windows.js";

// How long an element may have no aid before that counts as a mistake.
const PATIENCE_MS = 5000;
// How long the code may wait for the first step to be on screen.
const EARLY_MS = 300;

let instances = 0;

/** Where a widget that was set aside is found again: by its aid and its language. */
const nameOf = (key, asked) => `${languageIn(asked)} ${key}`;

export class Stage {
  #element;
  #files;
  #instance = `weighup-${(instances += 1)}`;
  #frame = null;
  // The widget on screen.
  #shown = null;
  // Widgets of other aids shown before: going back to an aid finds the answers.
  #aside = new Map();
  // Aborts the loading under way. Its signal also tells an old loading that it is no longer wanted.
  #loading = null;
  #reader = new Reader();
  // Settles when a first step that came by itself has been painted.
  #painted = null;
  #windows;

  constructor(element, files) {
    this.#element = element;
    this.#files = files;
    this.#windows = new Windows({
      shown: () => this.#shown,
      // This window was the second, and the first is gone.
      left: () => {
        this.reset();
        globalThis.close();
      },
    });
  }

  /** The step on screen, where there is a widget. */
  get step() {
    return this.#shown?.widget?.step();
  }

  /** The element is in a page. Where it has a widget it was moved, and nothing is lost. */
  enter() {
    if (!this.#shown && !this.#loading) this.start();
  }

  /** The element was taken out of its page. */
  leave() {
    this.#loading?.abort();
    this.#loading = null;
    this.#windows.hangUp();
    this.#forget();
    this.#frame?.showFallback();
  }

  /** Shows the aid that the element names. */
  start() {
    this.#load(async (signal) => {
      const { aid, src } = this.#element;
      if (aid === null && !src) return this.#waitForAid(signal);
      const text = aid === null ? null : givenAid(aid);
      const url = aid === null ? new URL(src, this.#element.baseURI) : null;
      const asked = languageOf(this.#element);
      const key = text ?? url.href;
      if (this.#shown?.key === key && languageIn(this.#shown.asked) === languageIn(asked)) return;
      this.#setAside();
      if (this.#takeBack(key, asked)) return;
      const early = aid === null ? this.#early(asked, signal) : null;
      const { load, rest, engine, texts } = this.#files;
      const speaking = interfaceIn(asked, texts, signal);
      const loading = text ?? fetchAid(url, signal).then((found) => inLanguage(found, url, asked, signal));
      // Both at once: neither waits for the other.
      // The code would hold up the first step, which is small and can be read meanwhile; but not for long.
      const widget = load(early && Promise.race([early, new Promise((resolve) => setTimeout(resolve, EARLY_MS))]));
      for (const later of [rest, engine]) widget.then(() => later.arrive(), () => {}).then(() => this.#arrived());
      await Promise.all([widget, loading, speaking]);
      // Making the widget takes a while on a slow phone: what can be read already is painted before.
      await this.#painted;
      await this.#mount({ key, asked, text: await loading, speaking: await speaking }, signal);
    });
  }

  /** The language around the element has changed. */
  speak() {
    if (this.#shown && languageIn(languageOf(this.#element)) !== languageIn(this.#shown.asked)) this.start();
    else this.update();
  }

  /** Hands a widget what the page has changed. */
  update() {
    this.#shown?.update();
    this.#offerToRead();
  }

  /** The page is for use before, in or after a visit. */
  use(mode) {
    this.#shown?.widget?.using(mode);
  }

  /** Opens a step, unless it is open. */
  follow(step) {
    if (step && this.#shown?.widget && this.step !== step) this.#shown.widget.go(step);
  }

  /** Opens the step that the page's address names. */
  followAddress() {
    this.follow(stepAsked(this.#element));
  }

  /** Makes all of a step that has only begun, since it is to be printed; true when something of it was still to be made. */
  complete() {
    return this.#shown?.complete() ?? false;
  }

  print() {
    if (this.complete()) setTimeout(() => printAlone(this.#element));
    else printAlone(this.#element);
  }

  /** Forgets everything the person entered, in every aid shown here, and begins again. */
  reset() {
    const shown = this.#shown;
    for (const each of [shown, ...this.#aside.values()]) each?.forgetKept();
    this.#forget();
    if (shown && this.#element.isConnected) this.#load((signal) => this.#mount(shown, signal));
  }

  /** The first step, where the page names its file and it is what the widget will show first. */
  async #early(asked, signal) {
    const element = this.#element;
    const elsewhere = element.mode || stepAsked(element) || ownName() !== null || (mayKeep(element) && anyKept());
    if (!element.first || this.#frame?.showsFirst || elsewhere) return;
    const shown = await fetchFirst(new URL(element.first, element.baseURI), asked, signal);
    // The widget was quicker, or cannot come.
    if (!shown || this.#loading?.signal !== signal || this.#shown) return;
    const widget = shown.querySelector("[lang]");
    widget.lang = asked;
    widget.dir = directionOf(element, asked);
    widget.dataset.theme = element.theme;
    this.#frame.showFirst(shown);
    this.#painted = new Promise(afterFrame);
  }

  /** A framework may set the aid later. When nobody does, the owner of the page should know. */
  async #waitForAid(signal) {
    this.#setAside();
    await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    if (!signal.aborted) throw new Failure("src-missing");
  }

  async #load(work) {
    if (this.#loading) {
      this.#loading.abort();
      // A first step that waits for the widget may be of another aid.
      if (!this.#shown) this.#frame?.showFallback();
    }
    const loading = new AbortController();
    this.#loading = loading;
    try {
      if (!("adoptedStyleSheets" in Document.prototype)) throw new Failure("old-browser", { cause: "adoptedStyleSheets" });
      if (!this.#frame && this.#element.shadowRoot) {
        // The page was sent with the first step: nothing may hold up its painting. The frame keeps what is pressed.
        this.#frame = new Frame(this.#element.shadowRoot);
        await new Promise(afterFrame);
        if (loading.signal.aborted) return;
      }
      // The files are asked for first: the frame is made while they are on their way.
      const working = work(loading.signal);
      this.#frame ??= new Frame(this.#element.attachShadow({ mode: "open" }));
      await working;
    } catch (error) {
      if (!loading.signal.aborted) this.#fail(Failure.from(error));
    } finally {
      if (this.#loading === loading) this.#loading = null;
    }
  }

  async #mount(content, signal) {
    const Widget = await this.#files.load();
    if (signal.aborted) return;
    const shown = new Mounted(this.#element, this.#files, content, {
      settings: () => this.#settings(),
      heard: (name, detail) => this.#hear(shown, name, detail),
      stopped: (failure) => this.#stopped(shown, failure),
    });
    await shown.ready();
    if (signal.aborted) return;
    this.#frame.add(shown.root);
    this.#shown = shown;
    try {
      shown.make(Widget);
    } catch (error) {
      this.#shown = null;
      throw await shown.refused(error);
    }
    this.#arrived();
  }

  /** What a widget tells that is more than its own matter. */
  #hear(shown, name, detail) {
    // A widget that was set aside has nothing to tell.
    if (this.#shown !== shown) return;
    if (name === "ready") {
      this.#frame.showWidget(shown.root);
      this.#offerToRead();
      this.#tell("weighup-ready", {});
      afterFrame(() => {
        this.#files.rest.start();
        this.#files.engine.start();
      });
      this.#windows.join();
    } else if (name === "step") {
      this.#reader.stop();
      followed(this.#element, detail);
      this.#tell("weighup-step", { step: detail });
    } else if (name === "second") {
      this.#windows.openSecond();
    } else {
      if (name === "changed") this.#windows.send();
      shown.hear(name, detail);
    }
  }

  /** The other steps or the engine are here, or will not come. */
  #arrived() {
    if (this.#shown?.arrived()) this.update();
  }

  /** A widget stopped, and is no longer on the page. */
  #stopped(shown, failure) {
    this.#aside.delete(nameOf(shown.key, shown.asked));
    if (this.#shown !== shown) return;
    this.#shown = null;
    this.#offerToRead();
    this.#fail(failure);
  }

  /** Offers to read a widget that is seen, where the page wants it. */
  #offerToRead() {
    const root = this.#shown?.root;
    const seen = this.#element.hasAttribute("read-aloud") && root && !root.hidden;
    this.#reader.place(seen ? root : null, speaks(this.#element, this.#shown?.speaking));
  }

  #settings() {
    return { instance: this.#instance, ...settingsOf(this.#element, this.#files, this.#shown) };
  }

  #setAside() {
    if (!this.#shown) return;
    this.#windows.hangUp();
    this.#shown.root.remove();
    this.#aside.set(nameOf(this.#shown.key, this.#shown.asked), this.#shown);
    this.#shown = null;
    this.#offerToRead();
    this.#frame.showFallback();
  }

  #takeBack(key, asked) {
    const name = nameOf(key, asked);
    const found = this.#aside.get(name);
    if (!found) return false;
    this.#aside.delete(name);
    this.#shown = found;
    this.#frame.add(found.root);
    this.#frame.showWidget(found.root);
    // The engine may have come while it was away.
    this.#arrived();
    return true;
  }

  #forget() {
    for (const mounted of [this.#shown, ...this.#aside.values()]) mounted?.end();
    this.#shown = null;
    this.#aside.clear();
    this.#offerToRead();
  }

  #fail(failure) {
    console.error(`weighup: ${failure.message} [${failure.code}]`);
    this.#frame?.showFailure(failure.plain, failure.passing ? () => this.start() : null);
    this.#tell("weighup-error", { code: failure.code });
  }

  #tell(name, detail) {
    this.#element.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}
