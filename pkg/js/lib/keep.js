// Answers on this device, where the site allows it and the person asks for it. Nothing else is ever stored.
//
// What is stored is of whoever asked for it: it is never put in place of what this page could not read or has not seen, and when it
// is removed in one window it stays removed in all. It has the day of the last change with it, and goes by itself some time after that.
import { today } from "./time.js";

const START = "weighup-answers-";
// Stands where the answers were for as long as it takes to tell other windows that a person started again.
const CLEARED = "cleared";
const DAY_MS = 86_400_000;
// Those of this page: the browser tells of changes in other windows only.
const here = new Set();

/** Every key of ours in the storage, with what stands there. */
function all() {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(START));
    return keys.map((key) => [key, localStorage.getItem(key) ?? ""]).filter(([, text]) => text !== CLEARED);
  } catch {
    return [];
  }
}

/** What stands in front of answers that are stored: the day, and the name of the aid. */
function labelOf(text) {
  try {
    const { saved, title, aid } = JSON.parse(text);
    return { day: /^\d{4}-\d\d-\d\d$/.test(saved) ? saved : "", name: String(title ?? aid ?? "") };
  } catch {
    return { day: "", name: "" };
  }
}

/** What is kept on this device, a line for each aid: the day it was last changed, a space, and its name. */
export function listKept() {
  const lines = all().map(([key, text]) => {
    const { day, name } = labelOf(text);
    return `${day || "-"} ${(name || key.slice(START.length)).replace(/\s+/g, " ")}`;
  });
  return lines.join("\n");
}

/** Removes all that is kept on this device, and every window that shows it hears that. */
export function clearKept() {
  for (const [key] of all()) {
    const id = key.slice(START.length);
    remove(id);
    for (const each of [...here]) if (each.id === id) each.hear(null);
  }
}

/** Removes what nobody has changed for so long. What has no day is given one by whoever changes it next. */
function expire(days) {
  for (const [key, text] of all()) {
    const { day } = labelOf(text);
    if (day && Date.parse(today()) - Date.parse(day) > days * DAY_MS) remove(key.slice(START.length));
  }
}

/** What is stored for an aid; nothing where the browser gives nothing. */
function read(id) {
  try {
    const found = localStorage.getItem(START + id) ?? null;
    return found === CLEARED ? null : found;
  } catch {
    return null;
  }
}

/** Stores answers; true when they are stored, as reading them again shows. */
function write(id, text) {
  try {
    localStorage.setItem(START + id, text);
    return localStorage.getItem(START + id) === text;
  } catch {
    return false;
  }
}

function remove(id) {
  try {
    localStorage.removeItem(START + id);
  } catch {
    // A browser that gives no storage has none of it.
  }
}

/** Whether answers of any aid are stored. */
export function anyKept() {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(START));
  } catch {
    return false;
  }
}

globalThis.addEventListener?.("storage", ({ key, newValue }) => {
  for (const each of [...here]) if (key === null || key === START + each.id) each.hear(key === null ? null : newValue);
});

/** Keeping the answers of one widget. */
export class Keeping {
  #title;
  #days;
  #allowed;
  #widget;
  #on = false;
  // What was stored when the widget began, and what is known to be stored since.
  #found = null;
  #last = null;

  /**
   * `title` is the name of the aid, and `days()` how long answers stay that nobody changes. `allowed()` says whether the site allows it now. `widget` is told what happens: `notice(name)`, `follow(answers)` for what another
   * window stored, and `again()` when the person started again there.
   */
  constructor({ id, title, days }, allowed, widget) {
    this.id = id;
    this.#title = title;
    this.#days = days;
    this.#allowed = allowed;
    this.#widget = widget;
  }

  get on() {
    return this.#on && this.#allowed();
  }

  /** What is stored, for a widget that begins. */
  begin() {
    here.add(this);
    if (this.#allowed()) expire(this.#days());
    this.#found = this.#allowed() ? read(this.id) : null;
    return this.#found;
  }

  /** The widget could read what was stored, and goes on with it. */
  taken() {
    this.#on = true;
    this.#last = this.#found;
  }

  /** The person asks to keep their answers. What another window stored meanwhile stays; what could not be read was told, and may go. */
  ask(answers) {
    const there = read(this.id);
    if (there !== null && there !== this.#found && there !== this.#last) return this.#widget.notice("keep-other");
    this.#on = true;
    return this.#store(answers);
  }

  /** The answers have changed. */
  change(answers) {
    if (this.on) this.#store(answers);
  }

  /** The person no longer wants their answers kept. */
  stop() {
    if (this.#on || this.#found !== null) this.#erase();
  }

  /** The person starts again: nothing is left, here and in every other window. */
  clear() {
    if (!this.#allowed() || read(this.id) === null) return this.#off();
    write(this.id, CLEARED);
    this.#tell(CLEARED);
    return this.#erase();
  }

  /** What stands there now, by another widget. */
  hear(text) {
    if (!this.#on || text === this.#last) return;
    if (text === null || text === CLEARED) {
      // What this window stored in between is of the answers that were to go.
      if (read(this.id) === this.#last) remove(this.id);
      this.#off();
      if (text === CLEARED) this.#widget.again();
      else this.#widget.notice("keep-ended");
    } else {
      this.#last = text;
      this.#widget.follow(text);
    }
  }

  /** The widget is set aside: what others store is no matter of its own until it comes back. */
  leave() {
    here.delete(this);
  }

  /** The widget is back, and takes in what happened meanwhile. */
  enter() {
    here.add(this);
    if (this.#on) this.hear(read(this.id));
  }

  #store(answers) {
    const label = JSON.stringify({ saved: today(), title: this.#title });
    const text = `${label.slice(0, -1)},${answers.slice(1)}`;
    if (write(this.id, text)) {
      this.#last = text;
      this.#tell(text);
      return;
    }
    // An older state would be there in place of what is on screen: then there is none.
    this.#erase();
    this.#widget.notice("keep-refused");
  }

  #erase() {
    remove(this.id);
    this.#off();
    this.#tell(null);
  }

  #off() {
    this.#on = false;
    this.#found = null;
    this.#last = null;
  }

  #tell(text) {
    for (const each of [...here]) if (each !== this && each.id === this.id) each.hear(text);
  }
}
