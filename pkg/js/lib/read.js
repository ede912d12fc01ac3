// Reads a step aloud, where the page asks for it (`read-aloud`). Only with a voice that is on the device: what a step says
// holds the person's own words, and a voice from the network would send them away. It never begins by itself.
import { isOwn } from "./older.js";
import { READ, RTL } from "./spoken.js";

// As long as a voice may take to begin.
const SILENCE_MS = 8000;
const PASSAGES = "h1, h2, h3, p, li, dt, dd, legend, label, caption, tr, summary";
const UNSAID = "[aria-hidden=true], svg, button, textarea, .wu-hidden, .wu-noprint";

const base = (lang) => lang.toLowerCase().split(/[-_]/)[0];

/** The device's voices. Browsers inside other apps may name the means and have none of it. */
function voices() {
  try {
    return [...globalThis.speechSynthesis.getVoices()];
  } catch {
    return [];
  }
}

/** The device's own voice for a language: of the same country where there is one. */
function voiceFor(lang) {
  const own = voices().filter((voice) => voice.localService && base(voice.lang ?? "") === base(lang));
  return own.find((voice) => voice.lang.replace("_", "-").toLowerCase() === lang.toLowerCase()) ?? own[0];
}

/** What a step says, passage by passage, as it is seen. */
export function passages(step) {
  const said = new Map();
  const walk = document.createTreeWalker(step, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const around = walk.currentNode.parentElement;
    if (around.closest(UNSAID) || around.getClientRects().length === 0) continue;
    const passage = around.closest(PASSAGES) ?? around;
    said.set(passage, `${said.get(passage) ?? ""}${walk.currentNode.data}${around.closest("td, th") ? " " : ""}`);
  }
  return [...said.values()].map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean);
}

export class Reader {
  /** Whether something was read aloud in this visit. */
  used = false;
  #root = null;
  #lang = "en";
  #bar = null;
  // "idle", "reading" or "paused", and where in the step.
  #state = "idle";
  #passages = [];
  #at = 0;
  // Kept: a browser forgets to tell the end of what nobody holds.
  #saying = null;
  // Voices come when they come, and not before somebody asks.
  #arrived = () => this.#show();

  /** Offers to read what is in `root`, a mount of the widget; `null` takes the offer away. */
  place(root, lang) {
    if (root !== this.#root || lang !== this.#lang) this.stop();
    const listening = globalThis.speechSynthesis;
    if (root && !this.#root) listening?.addEventListener?.("voiceschanged", this.#arrived);
    if (!root && this.#root) listening?.removeEventListener?.("voiceschanged", this.#arrived);
    this.#root = root;
    this.#lang = lang;
    this.#show();
  }

  /** Silence, and from the top the next time. */
  stop() {
    if (this.#state !== "idle") this.#rest("idle", "");
  }

  #show() {
    const able = this.#root && globalThis.SpeechSynthesisUtterance && voiceFor(this.#lang);
    if (!able) {
      this.#bar?.remove();
      this.#bar = null;
      return;
    }
    const bar = (this.#bar ??= this.#make());
    bar.lang = isOwn(READ, base(this.#lang)) ? this.#lang : "en";
    bar.dir = RTL.includes(base(bar.lang)) ? "rtl" : "ltr";
    if (bar.nextSibling !== this.#root) this.#root.before(bar);
    this.#draw();
  }

  #make() {
    const bar = document.createElement("div");
    bar.className = "wu-read";
    const button = (name, act) => {
      const made = document.createElement("button");
      made.type = "button";
      made.className = `wu-button wu-button--small wu-read__${name}`;
      made.setAttribute("part", "button button-small");
      made.addEventListener("click", act);
      return made;
    };
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    bar.append(button("main", () => this.#press()), button("stop", () => this.#end()), status);
    return bar;
  }

  #draw() {
    if (!this.#bar) return;
    const [main, stop] = this.#bar.children;
    const words = this.#words();
    main.textContent = { idle: words.begin, reading: words.pause, paused: words.go_on }[this.#state];
    stop.textContent = words.stop;
    stop.hidden = this.#state === "idle";
  }

  #words() {
    return READ[base(this.#bar?.lang || "en")];
  }

  #tell(words) {
    if (this.#bar) this.#bar.lastChild.textContent = words;
  }

  #press() {
    if (this.#state === "reading") return this.#rest("paused", this.#words().paused);
    if (this.#state === "idle") {
      this.#passages = passages(this.#root.querySelector(".wu-step") ?? this.#root);
      this.#at = 0;
    }
    this.#state = "reading";
    this.used = true;
    this.#draw();
    this.#tell(this.#words().reading);
    return this.#say();
  }

  /** Stopped by the person, whose focus goes back to where it can begin again. */
  #end() {
    this.#rest("idle", "");
    this.#bar?.firstChild.focus();
  }

  /** One passage at a time: browsers break off long ones, and some cannot pause but only begin a passage again. */
  #say() {
    const text = this.#passages[this.#at];
    if (text === undefined) return this.#rest("idle", this.#words().finished);
    const saying = new SpeechSynthesisUtterance(text);
    saying.voice = voiceFor(this.#lang) ?? null;
    saying.lang = this.#lang;
    saying.onend = () => {
      if (this.#saying !== saying) return;
      this.#at += 1;
      this.#say();
    };
    const failed = () => {
      if (this.#saying === saying) this.#rest("idle", this.#words().failed);
    };
    saying.onerror = ({ error }) => {
      // Another widget of the page began to read: that is no failure.
      if (!["interrupted", "canceled"].includes(error)) failed();
      else if (this.#saying === saying) this.#rest("idle", "");
    };
    this.#saying = saying;
    if (!saying.voice) return failed();
    // Some browsers take the words and say nothing.
    let begun = false;
    saying.onstart = () => { begun = true; };
    setTimeout(() => {
      if (!begun && this.#state === "reading") failed();
    }, SILENCE_MS);
    speechSynthesis.cancel();
    return speechSynthesis.speak(saying);
  }

  #rest(state, words) {
    this.#state = state;
    this.#saying = null;
    globalThis.speechSynthesis?.cancel?.();
    this.#draw();
    this.#tell(words);
  }
}
