// One widget that was put on the page: it is made, heard, told what changes, and stopped.
import { Failure } from "./failures.js";
import { hasStopped, onStop } from "./guard.js";
import { forget, fromFile, keep, kept, toFile } from "./keep.js";
import { savePicture } from "./picture.js";
import { begunElsewhere, mayKeep } from "./settings.js";
import { directionOf, languageOf } from "./surroundings.js";
import { afterFrame } from "./time.js";

/** How an aid is named to the owner of the page. */
const named = (key) => (key.startsWith("{") ? "in the `aid` property" : key);

export class Mounted {
  /** The address or the text that the aid was asked for by. */
  key;
  /** The language that was asked for, and the interface that was found for it. */
  asked;
  speaking;
  /** The aid, as JSON. */
  text;
  id;
  root = document.createElement("div");
  /** The handle into WebAssembly; `null` before it is made and after it stopped. */
  widget = null;
  /** The aid as the engine has opened it. */
  opened = null;
  /** Whether the person asked for their answers to be kept on this device. */
  kept = false;

  #element;
  #files;
  #stage;
  #saved = null;
  #quiet = () => {};

  /** `stage` gives `settings()`, and hears with `heard(name, detail)` and `stopped(failure)`. */
  constructor(element, files, { key, asked, text, speaking }, stage) {
    Object.assign(this, { key, asked, text, speaking });
    this.#element = element;
    this.#files = files;
    this.#stage = stage;
  }

  /** Waits until there is all that its first screen needs. */
  async ready() {
    if (hasStopped()) throw new Failure("widget-failed", { cause: hasStopped() });
    this.id = JSON.parse(this.text).id;
    this.#saved = mayKeep(this.#element) ? kept(this.id) : null;
    this.kept = this.#saved !== null;
    if (!begunElsewhere(this.#element) && !this.kept) return;
    // The first step is not the first to be seen.
    const { rest } = this.#files;
    rest.start();
    await rest.arrive();
    if (!rest.arrived) throw rest.failure;
  }

  /** Makes the widget in its root, which is on the page; throws what the widget refuses. */
  make(Widget) {
    const settings = { ...this.#stage.settings(), saved: this.#saved ?? undefined };
    this.widget = new Widget(this.root, this.text, settings, (name, detail) => this.#stage.heard(name, detail));
    this.#quiet = onStop((error) => this.#stop(error));
  }

  /** Why the widget could not be made. It does not carry the sentences that explain this; the engine does. */
  async refused(error) {
    this.root.remove();
    if (hasStopped()) return new Failure("widget-failed", { cause: error });
    return new Failure("aid-refused", { url: named(this.key), cause: (await this.#explain()) ?? error });
  }

  /** What the widget tells and the element alone can do. */
  hear(name, detail) {
    if (name === "begun") {
      afterFrame(() => this.widget?.more(false));
    } else if (name === "waiting") {
      this.root.setAttribute("aria-busy", "true");
    } else if (name === "picture") {
      savePicture(detail, languageOf(this.#element), directionOf(this.#element) === "rtl");
    } else if (name === "changed") {
      if (this.kept && mayKeep(this.#element)) keep(this.id, this.widget.save());
    } else if (name === "keep") {
      this.kept = Boolean(detail);
      if (this.kept) keep(this.id, this.widget.save());
      else forget(this.id);
    } else if (name === "save") {
      toFile(`${this.id}-answers.json`, this.widget.save());
    } else if (name === "open") {
      fromFile((answers) => this.widget?.open(answers));
    }
  }

  /** The answers came from another window. */
  follow(answers) {
    this.widget?.follow(answers);
    if (this.kept && mayKeep(this.#element) && JSON.parse(answers).aid === this.id) keep(this.id, answers);
  }

  /** Takes what was kept of these answers off the device. */
  forgetKept() {
    if (this.kept) forget(this.id);
  }

  /**
   * The other steps or the engine are here, or will not come; false when the widget cannot go on. The engine checks the aid once
   * more, as strictly as the build that made it. Without the other steps there is nothing that a person could do.
   */
  arrived() {
    if (!this.widget) return false;
    const { rest, engine } = this.#files;
    if (rest.arrived === false) {
      this.widget.destroy();
      this.#stop(rest.failure);
      return false;
    }
    if (engine.arrived && !this.opened) {
      try {
        this.opened = engine.open(this.text);
      } catch (cause) {
        this.widget.destroy();
        this.#stop(new Failure("aid-refused", { url: named(this.key), cause }));
        return false;
      }
    }
    return true;
  }

  /** Hands over the settings. What changes while loading is read when the widget is made, or when the other steps are there. */
  update() {
    if (!this.widget || !this.#files.rest.arrived) return;
    this.root.removeAttribute("aria-busy");
    this.widget.update(this.#stage.settings());
  }

  /** Makes all of a step that has only begun; true when something of it was still to be made. */
  complete() {
    const begun = this.widget && this.root.querySelector(".wu-step--begun") !== null;
    if (begun) this.widget.more(true);
    return Boolean(begun);
  }

  /** Takes the widget off the page and forgets everything. */
  end() {
    this.#quiet();
    this.widget?.destroy();
    this.widget = null;
    this.opened?.close();
    this.root.remove();
  }

  /** What the engine says is wrong with the aid. */
  async #explain() {
    const { engine } = this.#files;
    engine.start();
    await engine.arrive();
    if (!engine.arrived) return undefined;
    try {
      engine.open(this.text).close();
      return undefined;
    } catch (cause) {
      return cause;
    }
  }

  /** After a panic nothing in WebAssembly may be called again, so the widget is dropped, not destroyed. */
  #stop(cause) {
    const failure = cause instanceof Failure ? cause : new Failure("widget-failed", { cause });
    this.#quiet();
    this.opened?.close();
    this.widget = null;
    this.root.remove();
    this.#stage.stopped(failure);
  }
}
