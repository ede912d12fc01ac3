// What stands in an element: the page's own content, the first step, a widget, or a message that it could not be shown. It loads
// what a widget needs, and sets a widget aside while another aid is shown.
import { Address, stepAsked } from "./address.js";
import { fetchAid, fetchSigned, givenAid, inLanguage } from "./aid.js";
import { onCarried, taken } from "./carry.js";
import { addressIn, isOn, keysIn, nameIn } from "./attributes.js";
import { fetchFirst, notFirst } from "./early.js";
import { Failure } from "./failures.js";
import { Frame } from "./frame.js";
import { anyKept } from "./keep.js";
import { Idle, isShared } from "./idle.js";
import { interfaceIn, languageIn } from "./languages.js";
import { Leaving } from "./leaving.js";
import { ownName } from "./line.js";
import { Mounted } from "./mounted.js";
import { printAlone } from "./print.js";
import { Reader } from "./read.js";
import { Retired } from "./retired.js";
import { mayKeep, settingsOf, speaks } from "./settings.js";
import { States } from "./states.js";
import { directionOf, languageOf, languageWritten } from "./surroundings.js";
import { afterFrame } from "./time.js";
import { Watch } from "./watch.js";
import { Windows } from "./windows.js";

// How long an element may have no aid before that counts as a mistake.
const PATIENCE_MS = 5000;
// How long the code may wait for the first step to be on screen.
const EARLY_MS = 300;

let instances = 0;

/** Where a widget that was set aside is found again: by its aid and its language. */
const nameOf = ({ key, asked }) => `${languageIn(asked)} ${key}`;

/** What the widget stands on and a browser has not, or what pretends to be one in tests: its code looks for a window that is one. */
function lacking() {
  if (!("adoptedStyleSheets" in Document.prototype)) return "adoptedStyleSheets";
  return globalThis.Window && globalThis instanceof Window ? null : "a window of its own";
}

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
  // The language that is being loaded.
  #sought = null;
  #reader = new Reader();
  // Settles when a first step that came by itself has been painted.
  #painted = null;
  #states;
  #windows;
  #address;
  #leaving;
  #watch;
  // On a device that several people use.
  #idle;
  // Stops listening for answers that come with the address.
  #deaf = null;
  // The element is out of its page, and its answers are still there for a while.
  #retired = new Retired(() => this.#forget());

  constructor(element, files) {
    this.#element = element;
    this.#files = files;
    this.#states = new States(element);
    this.#address = new Address(element);
    this.#leaving = new Leaving(element, () => [this.#shown, ...this.#aside.values()].some((each) => each?.unsaved));
    this.#watch = new Watch(element, {
      failed: (failure) => this.#shown?.give(failure),
      shrunk: (failure) => {
        this.#setAside();
        this.#fail(failure);
      },
      grown: () => this.start(),
    });
    this.#idle = new Idle(element, {
      used: () => [this.#shown, ...this.#aside.values()].some((each) => each?.used),
      ask: (yes) => this.#frame?.ask(yes, languageOf(this.#element)),
      clear: (told) => {
        this.reset();
        if (told) this.#frame?.showCleared(languageOf(this.#element));
      },
    });
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

  /** The element is in a page. Where it has a widget it was moved, or came back, and nothing is lost; `renamed` is with another aid. */
  enter(renamed) {
    this.#retired.end();
    this.#deaf ??= onCarried(() => this.#openCarried());
    this.#idle.begin();
    if (renamed || !(this.#shown || this.#loading)) this.start();
    else this.speak();
  }

  /** The element was taken out of its page. Tabs and routers put it back, so its answers stay for a while. */
  leave() {
    this.#deaf?.();
    this.#deaf = null;
    this.#loading?.abort();
    this.#loading = null;
    this.#windows.leave();
    this.#leaving.end();
    this.#idle.end();
    this.#watch.stop();
    this.#setAside();
    this.#states.set(null);
    this.#frame?.showFallback();
    if (isShared(this.#element)) this.#forget();
    else if (this.#aside.size > 0) this.#retired.begin();
  }

  /** The element is in another document, where the styles have to be made again. */
  adopted() {
    this.#frame?.dress();
    this.#leaving.moved();
  }

  /** Shows the aid that the element names. */
  start() {
    this.#load(async (signal) => {
      const { aid, src, translations } = this.#element;
      if (aid === null && !src.trim()) return this.#waitForAid(signal);
      const text = aid === null ? null : givenAid(aid);
      const url = aid === null ? addressIn(this.#element, "src") : null;
      if (aid === null && !url) {
        this.#setAside();
        throw new Failure("src-invalid", { url: src });
      }
      const asked = languageOf(this.#element);
      const wanted = { key: text ?? url.href, asked };
      if (this.#shown && nameOf(this.#shown) === nameOf(wanted)) return this.update();
      // The same aid in another language takes the answers along, and stays where it is until the other is there.
      const seen = this.#shown?.key === wanted.key ? this.#shown : null;
      if (!seen) this.#setAside();
      // So does one that was set aside, where the language changed while it was away.
      const before = seen ?? this.#lastOf(wanted.key);
      if (this.#takeBack(wanted, before)) return;
      const early = aid === null && !before ? this.#early(asked, signal) : null;
      const { load, rest, engine, texts } = this.#files;
      // The code would hold up the first step, which is small and can be read meanwhile; but not for long.
      const widget = load(early && Promise.race([early, new Promise((resolve) => setTimeout(resolve, EARLY_MS))]));
      const known = (file) => widget.then((Widget) => Widget.speaks(file), () => true);
      const speaking = interfaceIn(asked, texts, signal, known, languageWritten(this.#element));
      const loading = text === null ? this.#fetch(url, asked, signal) : this.#given(text, asked, signal, translations ?? {});
      for (const later of [rest, engine]) widget.then(() => later.arrive(), () => {}).then(() => this.#arrived());
      try {
        // All at once: none waits for another.
        await this.#all([widget, loading, speaking], signal);
        // Making the widget takes a while on a slow phone: what can be read already is painted before.
        await this.#painted;
        await this.#mount({ ...wanted, ...(await loading), speaking: await speaking }, signal, before);
      } catch (error) {
        if (signal.aborted || !seen?.widget) throw error;
        // What a person is working with is better than a message in its place.
        const failure = Failure.from(error);
        console.error(`weighup: ${failure.message} [${failure.code}] The aid stays as it is.`);
      }
    });
  }

  /** The language around the element has changed. */
  speak() {
    const speaks = this.#loading ? this.#sought : this.#shown && languageIn(this.#shown.asked);
    if (speaks && speaks !== languageIn(languageOf(this.#element))) this.start();
    else this.update();
  }

  /** The page says that the device is shared, or that it is not. */
  share() {
    this.#idle.begin();
    this.update();
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
    if (this.#address.together) this.use("together");
    this.follow(this.#address.step);
  }

  /** Makes all of a step that has only begun, since it is to be printed; true when something of it was still to be made. */
  complete() {
    return this.#shown?.complete() ?? false;
  }

  print() {
    const print = () => printAlone(this.#element, () => this.#shown?.widget?.unprinted());
    if (this.complete()) setTimeout(print);
    else print();
  }

  /** Forgets everything the person entered, in every aid shown here, and begins again. */
  reset() {
    const shown = this.#shown;
    // Another language, or another aid, is on its way: what was asked for last is what comes.
    const loading = this.#loading !== null;
    for (const each of [shown, ...this.#aside.values()]) each?.keeping?.clear();
    this.#retired.end();
    this.#forget();
    if (!shown || !this.#element.isConnected) return;
    if (loading) this.start();
    else this.#load((signal) => this.#mount(shown, signal));
  }

  /** The aid at an address; where the page names keys, signed with one of them. Its translations are held by the hashes in it. */
  async #fetch(url, asked, signal) {
    const hashes = this.#element.integrity.trim();
    const keys = keysIn(this.#element);
    if (keys === null) return inLanguage(await fetchAid(url, signal, "default", hashes), asked, signal, { url });
    const { text, signed } = await fetchSigned(url, signal, hashes, keys, isOn(this.#element, "keys-required"), this.#files.signed);
    return { ...(await inLanguage(text, asked, signal, { url })), signed };
  }

  /** An aid that the page hands over, which has no file and so no signature: whoever hands it over vouches for it, unless the page demands one. */
  async #given(text, asked, signal, held) {
    if (isOn(this.#element, "keys-required")) throw new Failure("aid-unchecked", { url: "in the `aid` property", cause: "the page says keys-required, and a signature lies beside a file; name its address in src" });
    return inLanguage(text, asked, signal, { held });
  }

  /** The first step, where the page names its file and it is what the widget will show first. */
  async #early(asked, signal) {
    const element = this.#element;
    const elsewhere = nameIn(element, "mode") || stepAsked(element) || ownName() !== null || (mayKeep(element) && anyKept());
    if (!element.first || this.#frame?.showsFirst || elsewhere) return;
    const url = addressIn(element, "first");
    if (!url) return notFirst(`"${element.first}"`, "it is no address");
    // A browser hands out what it reads as a page, or its bytes, and not both.
    if (element.integrity.trim() || keysIn(element) !== null) return notFirst(url.href, "the element has `integrity` or `keys`, and this file cannot be checked", "Put its text into the element");
    const shown = await fetchFirst(url, asked, signal);
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
    this.#states.set(null);
    await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    if (!signal.aborted) throw new Failure("src-missing");
  }

  /** Waits for all. Of several that fail the first is what the page is told; the owner of the page reads the others too. */
  #all(promises, signal) {
    let failed = false;
    for (const promise of promises) {
      Promise.resolve(promise).catch((error) => {
        const failure = Failure.from(error);
        if (failed && !signal.aborted) console.error(`weighup: ${failure.message} [${failure.code}]`);
        failed = true;
      });
    }
    return Promise.all(promises);
  }

  async #load(work) {
    this.#sought = languageIn(languageOf(this.#element));
    if (this.#loading) {
      this.#loading.abort();
      // A first step that waits for the widget may be of another aid.
      if (!this.#shown) this.#frame?.showFallback();
    }
    const loading = new AbortController();
    this.#loading = loading;
    // What a person is working with stays until the other is there.
    if (!this.#shown) this.#states.set("busy");
    try {
      const cause = lacking();
      if (cause) throw new Failure("old-browser", { cause });
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

  /** Makes a widget; `before` is the one whose answers it goes on with, and whose place it takes when it is there. */
  async #mount(content, signal, before) {
    const Widget = await this.#files.load();
    if (signal.aborted) return;
    const carried = before ? before.save() ?? before.held : undefined;
    const shown = new Mounted(this.#element, this.#files, { ...content, carried }, {
      settings: (mounted) => ({ instance: this.#instance, ...settingsOf(this.#element, this.#files, mounted) }),
      heard: (name, detail) => {
        // WebAssembly keeps what is thrown to itself: a fault of ours is to be seen where every other one is.
        try {
          this.#hear(shown, name, detail);
        } catch (error) {
          setTimeout(() => { throw error; });
        }
      },
      stopped: (failure) => this.#stopped(shown, failure),
      wasRead: () => this.#reader.used,
    });
    shown.wasAsked = Boolean(before?.gave);
    await shown.ready();
    if (signal.aborted) return shown.leave();
    this.#frame.add(shown.root);
    try {
      shown.make(Widget);
    } catch (error) {
      throw await shown.refused(error);
    }
    shown.replaces = before ?? null;
    // What stands there stays until the other is ready.
    if (this.#shown) this.#setAside(shown);
    this.#shown = shown;
    this.#watch.begin();
    this.#arrived();
  }

  /** What a widget tells that is more than its own matter. */
  #hear(shown, name, detail) {
    // A widget that was set aside has nothing to tell.
    if (this.#shown !== shown) return;
    if (name === "ready") {
      shown.settle();
      this.#frame.showWidget(shown.root);
      this.#watch.begun(shown.root);
      this.#address.begin(shown.widget.step());
      this.#offerToRead();
      this.#states.set("ready");
      this.#tell("weighup-ready", {});
      afterFrame(() => {
        this.#files.rest.start();
        this.#files.engine.start();
      });
      this.#windows.join();
      this.#openCarried();
    } else if (name === "step") {
      this.#reader.stop();
      this.#address.follow(detail);
      this.#tell("weighup-step", { step: detail });
    } else if (name === "print") {
      this.print();
    } else if (name === "again") {
      this.#reader.used = false;
      shown.hear(name, detail);
    } else if (name === "second") {
      this.#windows.openSecond();
    } else if (name === "changed") {
      this.#leaving.begin();
      shown.changed(this.#windows.open ? (answers) => this.#windows.send(answers) : null);
    } else {
      shown.hear(name, detail);
    }
  }

  /** Answers that came with the page's address are opened by the widget that is there first. */
  #openCarried() {
    const letters = this.#shown?.widget ? taken() : null;
    if (letters !== null) this.#shown.openLink(letters);
  }

  /** The other steps or the engine are here, or will not come. */
  #arrived() {
    if (this.#shown?.arrived()) this.update();
  }

  /** A widget stopped, and is no longer on the page. */
  #stopped(shown, failure) {
    this.#aside.delete(nameOf(shown));
    shown.replaces?.root.remove();
    if (this.#shown !== shown) return;
    this.#shown = null;
    this.#watch.stop();
    this.#offerToRead();
    this.#fail(failure, shown);
  }

  /** Offers to read a widget that is seen, where the page wants it. */
  #offerToRead() {
    const root = this.#shown?.root;
    const seen = isOn(this.#element, "read-aloud") && root && !root.hidden;
    this.#reader.place(seen ? root : null, speaks(this.#element, this.#shown));
  }

  /** Takes the widget off the page; its answers stay in memory. It is seen until `next`, which goes on with them, is ready. */
  #setAside(next) {
    const shown = this.#shown;
    if (!shown) return;
    this.#watch.stop();
    shown.leave();
    // At the end, as what was shown last.
    this.#aside.delete(nameOf(shown));
    this.#aside.set(nameOf(shown), shown);
    this.#shown = null;
    if (next) return;
    this.#states.set(this.#loading ? "busy" : null);
    this.#windows.hangUp();
    shown.root.remove();
    this.#offerToRead();
    this.#frame.showFallback();
  }

  /** The widget of this aid that was shown last. */
  #lastOf(key) {
    return [...this.#aside.values()].filter((each) => each.key === key && each.widget).pop() ?? null;
  }

  /** Puts back a widget that was set aside; `before` is the one of this aid shown last, whose answers it goes on with. */
  #takeBack(wanted, before) {
    const found = this.#aside.get(nameOf(wanted));
    if (!found?.widget) return false;
    const carried = before === found ? undefined : before?.save();
    this.#setAside();
    this.#aside.delete(nameOf(wanted));
    this.#shown = found;
    this.#frame.add(found.root);
    this.#frame.showWidget(found.root);
    this.#states.set("ready");
    this.#watch.begun(found.root);
    found.enter();
    if (before !== found) found.carry(carried, before);
    // The engine may have come while it was away.
    this.#arrived();
    return true;
  }

  #forget() {
    for (const mounted of [this.#shown, ...this.#aside.values()]) mounted?.end();
    this.#shown = null;
    this.#reader.used = false;
    this.#aside.clear();
    this.#watch.stop();
    this.#offerToRead();
  }

  /** Something went wrong: the owner of the page reads what to change, the person what to do, and what they had entered is offered. */
  #fail(failure, shown) {
    console.error(`weighup: ${failure.message} [${failure.code}]`);
    // A page that holds all that the aid says need not say that it cannot be shown.
    const plain = failure.plain === "other" && this.#element.querySelector(".wu-static") ? "whole" : failure.plain;
    this.#frame?.showFailure(plain, languageOf(this.#element), {
      again: failure.passing ? () => this.start() : null,
      answers: shown?.held,
      file: shown?.file,
    });
    this.#states.set("failed");
    this.#tell("weighup-error", { code: failure.code });
  }

  #tell(name, detail) {
    this.#element.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}
