// One widget that was put on the page: it is made, heard, told what changes, and stopped.
import { CarryError, LONGEST_LINK, Pieces, carriedBy, carriedIn, codesOf, fileOfAnswers, isPart, linkTo } from "./carry.js";
import { Failure } from "./failures.js";
import { fromFile, toFile } from "./files.js";
import { hasStopped, onStop } from "./guard.js";
import { Keeping, clearKept, listKept } from "./keep.js";
import { savePicture } from "./picture.js";
import { fileOf } from "./record.js";
import { ScanError, scan } from "./scan.js";
import { begunElsewhere, ehrOf, keepDays, mayKeep } from "./settings.js";
import { directionOf, languageOf } from "./surroundings.js";
import { afterFrame, moment } from "./time.js";

/** How an aid is named to the owner of the page. */
const named = (key) => (key.startsWith("{") ? "in the `aid` property" : key);

export class Mounted {
  /** The address or the text that the aid was asked for by. */
  key;
  /** The language that was asked for, and the interface that was found for it. */
  asked;
  speaking;
  /** The aid, as JSON, and the hash that the engine has to find in it, where that could not be compared before. */
  text;
  hash;
  /** The name of the key that signed it; empty where the browser could not check, nothing where the page names no keys. */
  signed;
  id;
  root = document.createElement("div");
  /** The handle into WebAssembly; `null` before it is made and after it stopped. */
  widget = null;
  /** The aid as the engine has opened it. */
  opened = null;
  keeping = null;
  /** The answers as they were last, outside of WebAssembly: what a person has when the widget stops. */
  held = null;
  /** The widget in whose place this one comes. */
  replaces = null;

  #element;
  #files;
  #stage;
  #saved = null;
  #carried = null;
  #holding = null;
  // While settings are handed over the widget may not be called.
  #handing = false;
  // Answers since they were last saved to a file.
  #fresh = false;
  // What is to be opened and asks for its passphrase.
  #locked = null;
  // How often a link was asked for.
  #links = 0;
  /** Whether this visit was asked for answers at the end already: before it was shown in another language. */
  wasAsked = false;
  // Giving answers at the end, once a person asked to see what could be given; and whether they wanted none of it.
  #giving = null;
  #wantsNone = false;
  // What the system that opened the page would get, and the system, once a person asked to see it.
  #offer = null;
  #quiet = () => {};

  /**
   * `carried` are answers to begin with, from the same aid in another language. `stage` gives `settings(mounted)`, and hears with
   * `heard(name, detail)` and `stopped(failure)`.
   */
  constructor(element, files, { key, asked, text, hash, signed, speaking, carried }, stage) {
    Object.assign(this, { key, asked, text, hash, signed, speaking });
    this.#carried = carried ?? null;
    this.#element = element;
    this.#files = files;
    this.#stage = stage;
  }

  /** Waits until there is all that its first screen needs. */
  async ready() {
    if (hasStopped()) throw new Failure("widget-failed", { cause: hasStopped() });
    const { id, short_title: title } = JSON.parse(this.text) ?? {};
    this.id = id;
    this.keeping = new Keeping({ id, title, days: () => keepDays(this.#element) }, () => mayKeep(this.#element), {
      notice: (name) => this.notice(name),
      follow: (answers) => this.#later(() => this.widget?.follow(answers)),
      again: () => this.#later(() => this.widget?.again()),
    });
    this.#saved = this.keeping.begin();
    if (!begunElsewhere(this.#element) && this.#saved === null && this.#carried === null) return;
    // The first step is not the first to be seen.
    const { rest } = this.#files;
    rest.start();
    await rest.arrive();
    if (!rest.arrived) throw rest.failure;
  }

  /** Makes the widget in its root, which is on the page; throws what the widget refuses. */
  make(Widget) {
    const settings = { ...this.#settings(), carried: this.#carried ?? undefined };
    this.widget = new Widget(this.root, this.text, settings, (name, detail) => {
      // Told while it is made: the widget could read what was kept.
      if (name === "kept") this.keeping.taken();
      else this.#stage.heard(name, detail);
    });
    this.#quiet = onStop((error) => this.#stop(error));
  }

  /** Why the widget could not be made. It does not carry the sentences that explain this; the engine does. */
  async refused(error) {
    this.root.remove();
    this.keeping.leave();
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
      const language = languageOf(this.#element);
      savePicture(detail, language, directionOf(this.#element, language) === "rtl")
        .then(() => this.notice("file-picture"), () => this.notice("no-picture"));
    } else if (name === "keep") {
      this.#later(() => (detail ? this.keeping.ask(this.save()) : this.keeping.stop()));
    } else if (name === "again") {
      this.#fresh = false;
      this.#giving = null;
      this.#wantsNone = this.wasAsked = false;
      this.#later(() => this.keeping.clear());
    } else if (name === "save") {
      this.#toFile();
    } else if (name === "record") {
      this.#record(detail);
    } else if (name === "give") {
      this.#ehr(detail);
    } else if (name === "given") {
      this.#given(detail);
    } else if (name === "open") {
      fromFile((file) => this.#open(() => carriedIn(file)));
    } else if (name === "link") {
      this.#link(detail === "code");
    } else if (name === "unlock") {
      this.#unlock();
    } else if (name === "scan") {
      afterFrame(() => this.#scan());
    } else if (name === "list") {
      this.#later(() => this.widget?.listed(listKept()));
    } else if (name === "clear-kept") {
      this.#later(() => {
        this.keeping.stop();
        clearKept();
        this.widget?.listed(listKept());
      });
    }
  }

  /** The answers have changed: `tell(answers)` hears them where somebody has to know at once. */
  changed(tell) {
    this.#fresh = true;
    // It was made of other answers.
    this.#offer = null;
    this.#giving?.forget();
    this.#hold();
    if (tell || this.keeping.on) {
      this.#later(() => {
        const answers = this.save();
        if (!answers) return;
        tell?.(answers);
        this.keeping.change(answers);
      });
    }
  }

  /** Whether somebody has answered something, or written something. */
  get used() {
    return Boolean(this.widget) && !hasStopped() && (this.widget.answered() || this.widget.holds());
  }

  /** Whether leaving the page would lose answers, or what is written and is no answer yet. To have looked at steps is no answer. */
  get unsaved() {
    if (!this.widget || hasStopped()) return false;
    return this.widget.holds() || (this.#fresh && !this.keeping.on && this.widget.answered());
  }

  /** The answers as a text; nothing when the widget has stopped, or while the code that writes them is on its way. */
  save() {
    return this.widget && this.#files.rest.arrived && !hasStopped() ? this.widget.save() : undefined;
  }

  /** The name of the file that answers are saved to. */
  get file() {
    return `${this.id}-answers.json`;
  }

  /** Says something to the person that only the element knows. */
  notice(name) {
    this.#later(() => this.widget?.notice(name));
  }

  /** The answers came from another window. */
  follow(answers) {
    this.widget?.follow(answers);
    this.#hold();
    if (this.keeping.on && JSON.parse(answers).aid === this.id) this.keeping.change(answers);
  }

  /** The answers came from the same aid in another language, or from before. */
  carry(answers, before) {
    if (answers) this.follow(answers);
    this.#keepGuessOf(before);
  }

  /** The widget is on the page, in the place of the one whose answers it goes on with. */
  settle() {
    this.replaces?.root.remove();
    this.#keepGuessOf(this.replaces);
    this.replaces = null;
  }

  /** A guess that is still hidden is in no text. It stays in WebAssembly, and in this window. */
  #keepGuessOf(before) {
    if (this.widget && before?.widget) this.widget.keepGuessOf(before.widget);
  }

  /**
   * The other steps or the engine are here, or will not come; false when the widget cannot go on. The engine checks the aid once
   * more, as strictly as the build that made it. Without the other steps there is nothing that a person could do.
   */
  arrived() {
    if (!this.widget) return false;
    const { rest, engine } = this.#files;
    if (rest.arrived === false) {
      this.#drop(rest.failure);
      return false;
    }
    // An engine that did not come is missed, and one of another build is a sign that nothing can be trusted.
    if (engine.arrived === false && engine.failure?.mixed) {
      this.#drop(engine.failure);
      return false;
    }
    if (engine.arrived && !this.opened) {
      try {
        this.opened = engine.open(this.text, {
          waits: (yes) => this.root.toggleAttribute("data-working", yes),
          ready: () => this.update(),
        });
        if (this.hash && this.opened.hash !== this.hash) {
          throw new Error("the translation is not the one that the aid was built with; publish all files that `weighup build` wrote");
        }
      } catch (cause) {
        this.#drop(new Failure("aid-refused", { url: named(this.key), cause }));
        return false;
      }
    }
    return true;
  }

  /** Hands over the settings. What changes while loading is read when the widget is made, or when the other steps are there. */
  update() {
    if (!this.widget || !this.#files.rest.arrived) return;
    this.root.removeAttribute("aria-busy");
    this.#handing = true;
    try {
      this.widget.update(this.#settings());
    } finally {
      this.#handing = false;
    }
  }

  /** Makes all of a step that has only begun or that waits for the engine; true when something of it was still to be made. */
  complete() {
    const begun = this.widget && this.root.querySelector(".wu-step--begun") !== null;
    if (begun) this.widget.more(true);
    const waited = this.widget && this.opened?.finish();
    if (waited) this.update();
    return Boolean(begun || waited);
  }

  /** The widget is set aside and may come back: its answers stay in memory. */
  leave() {
    this.keeping?.leave();
  }

  /** The widget is on the page again. */
  enter() {
    this.keeping?.enter();
  }

  /** Takes the widget off the page and forgets everything. */
  end() {
    clearTimeout(this.#holding);
    this.held = null;
    this.#offer = null;
    this.#quiet();
    this.keeping?.leave();
    this.widget?.destroy();
    this.widget = null;
    this.opened?.close();
    this.root.remove();
  }

  /** The widget does not answer, and is taken for stopped. */
  give(failure) {
    this.#stop(failure);
  }

  #settings() {
    return { ...this.#stage.settings(this), saved: this.#saved ?? undefined };
  }

  /** Answers that came with the page's address. */
  openLink(letters) {
    if (isPart(letters)) return this.notice("open-part");
    return this.#open(() => carriedBy(letters));
  }

  /** Opens what `read` gives; what is locked asks for its passphrase first. Whatever is wrong with it is told, and nothing is changed. */
  async #open(read) {
    this.#locked = null;
    try {
      const carried = read();
      if (carried.locked) {
        this.#locked = carried;
        this.#later(() => this.widget?.locked(false));
      } else {
        const answers = await carried.open();
        this.#later(() => this.widget?.open(answers));
      }
    } catch (refused) {
      this.#refuse(refused);
    }
  }

  /** What a person typed into a box of the widget that is not for its answers. It is read here and goes nowhere else. */
  #typed(box) {
    return this.root.querySelector(`[id$="-${box}"]`)?.value.trim() ?? "";
  }

  async #unlock() {
    const locked = this.#locked;
    if (!locked) return;
    try {
      const answers = await locked.open(this.#typed("open-key"));
      this.#locked = null;
      this.widget?.open(answers);
    } catch (refused) {
      if (refused.why === "passphrase") this.widget?.locked(true);
      else this.#refuse(refused);
    }
  }

  #refuse(refused) {
    if (!(refused instanceof CarryError)) throw refused;
    const told = { large: "open-large", newer: "open-newer", foreign: "open-foreign", unable: "carry-unable", "other-code": "other-code" };
    this.notice(told[refused.why] ?? "open-broken");
  }

  /** The answers as a file, locked where there is a passphrase. */
  async #toFile() {
    try {
      toFile(this.file, await fileOfAnswers(this.save(), this.#typed("carry-key")));
      this.#fresh = false;
      this.notice("file-answers");
    } catch (refused) {
      this.#refuse(refused);
    }
  }

  /** Reads QR codes with the camera, into the picture that the widget has for it. */
  async #scan() {
    const video = this.root.querySelector("video");
    if (!video) return;
    const pieces = new Pieces();
    let whole = null;
    let known = 0;
    try {
      await scan(video, this.#files.reader, (text) => {
        whole = pieces.take(text);
        const [read, all] = pieces.read ?? [0, 0];
        if (whole === null && read > known) this.widget?.scanned(read, all);
        known = read;
        return whole !== null;
      });
      if (whole !== null) this.openLink(whole);
    } catch (refused) {
      if (refused instanceof ScanError) this.notice(refused.why);
      else this.#refuse(refused);
    }
  }

  /** A link to the answers; with `code` its QR codes too. One that was asked for before the last is of older answers, and comes to nothing. */
  async #link(code) {
    const { engine, record } = this.#files;
    const asked = (this.#links += 1);
    const last = () => asked === this.#links;
    try {
      const link = await linkTo(this.save(), this.#typed("carry-key"), location.href);
      if (!last()) return undefined;
      if (link.length > LONGEST_LINK) return this.notice("link-long");
      if (!code) return this.widget?.linked(link, "");
      await record.come(engine);
      this.arrived();
      if (!last()) return undefined;
      return this.widget?.linked(link, codesOf(link).map((each) => this.opened.drawn(each)).join("\n"));
    } catch (refused) {
      if (refused instanceof CarryError) return this.#refuse(refused);
      console.error(`weighup: no QR code could be made (${refused?.message ?? refused})`);
      return this.notice("no-record");
    }
  }

  async #written(form) {
    const { engine, record } = this.#files;
    await record.come(engine);
    this.arrived();
    const { results, scores } = this.#settings();
    const { origin, pathname, protocol } = location;
    // What stands after the path may hold what is nobody's business.
    const address = protocol.startsWith("http") ? origin + pathname : undefined;
    return this.opened.record(this.save(), form, moment(), address, results === "facts", scores !== "off");
  }

  /**
   * The record for the system that opened the page. `see` makes it and shows it, once that system answers; `go` gives what was shown and
   * nothing else; `done` says that this page can be closed.
   */
  async #ehr(what) {
    try {
      const { System, offerOf } = await this.#files.ehr();
      if (what === "see") {
        const offer = { system: new System(ehrOf(this.#element) ?? {}) };
        this.#offer = offer;
        await offer.system.greet();
        Object.assign(offer, offerOf(await this.#written("fhir")));
        if (this.#offer === offer) this.widget?.offered(offer.text, offer.whole);
      } else if (what === "go") {
        if (!this.#offer?.entries) return;
        await this.#offer.system.give(this.#offer.entries);
        this.notice("ehr-given");
      } else if (!(await this.#offer?.system.done())) {
        this.notice("ehr-stays");
      }
    } catch (refused) {
      if (!refused?.why) console.error(`weighup: nothing could be given (${refused?.message ?? refused})`);
      this.notice(what === "done" ? "ehr-stays" : `ehr-${refused?.why ?? "unable"}`);
    }
  }

  /** Whether something was given at the end, or not wanted. */
  get gave() {
    return this.wasAsked || this.#wantsNone || Boolean(this.#giving?.over);
  }

  /** What a person pressed of giving answers at the end. */
  async #given(what) {
    // Nothing is asked for to give nothing.
    this.#wantsNone ||= what === "no";
    if (this.#wantsNone) return;
    const { engine, given, record } = this.#files;
    try {
      const { Giving } = await given();
      this.#giving ??= new Giving(this.#element);
      await this.#giving.does(what, {
        widget: this.widget,
        come: () => record.come(engine).then(() => this.arrived()),
        asked: () => ({ ...JSON.parse(this.widget.asked()), read_aloud: this.#stage.wasRead(), day: moment().slice(0, 10) }),
        make: (line, asked) => {
          const { results, scores } = this.#settings();
          return this.opened.given(this.save(), line, asked, results === "facts", scores !== "off");
        },
        draw: (text) => this.opened.drawn(text),
        save: (text) => toFile("weighup-given.jsonl", text, "application/jsonl"),
      });
    } catch (cause) {
      console.error(`weighup: nothing could be given (${cause?.message ?? cause})`);
      this.widget?.given("unable", "");
    }
  }

  /** The record in a form: a text is shown in the widget, all else is handed over as a file. */
  async #record(form) {
    try {
      const text = await this.#written(form);
      const file = fileOf(form, this.id);
      if (!file) return this.widget?.taken(form, text);
      toFile(file.name, text, file.type);
      return this.notice("file-record");
    } catch (cause) {
      console.error(`weighup: no record could be made (${cause?.message ?? cause})`);
      return this.notice("no-record");
    }
  }

  /** Keeps the answers outside of WebAssembly, not while the person waits for what they pressed. */
  #hold() {
    clearTimeout(this.#holding);
    this.#holding = setTimeout(() => {
      this.held = this.save() ?? this.held;
    });
  }

  /** Calls the widget, at once or when it may be called. */
  #later(work) {
    if (this.#handing) queueMicrotask(work);
    else work();
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

  #drop(failure) {
    this.held = this.save() ?? this.held;
    this.widget.destroy();
    this.#stop(failure);
  }

  /** After a panic nothing in WebAssembly may be called again, so the widget is dropped, not destroyed. */
  #stop(cause) {
    const failure = cause instanceof Failure ? cause : new Failure("widget-failed", { cause });
    clearTimeout(this.#holding);
    this.#quiet();
    this.keeping.leave();
    this.opened?.close();
    this.widget = null;
    this.root.remove();
    this.#stage.stopped(failure);
  }
}
