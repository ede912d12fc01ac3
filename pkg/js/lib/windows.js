// The widget in a second window, and this window where it is the second.
import { Line, openSecond, ownName, secondIn, seekFirst } from "./line.js";

// How long a window that is there may take to answer before the person is told, and how long one whose page has to load first.
const ANSWER_MS = 3_000;
const LOAD_MS = 12_000;

export class Windows {
  #shown;
  #left;
  // The line to the other window, and that window, as long as there is one.
  #line = null;
  #second = null;
  #waiting = null;
  #seeking = () => {};
  // This window was loaded again and has not heard its second yet.
  #asking = false;
  #listening = false;
  #asked = (message) => this.#rejoin(message);

  /** `shown()` gives the widget on screen; `left()` hears in a second window that the first is gone. */
  constructor({ shown, left }) {
    this.#shown = shown;
    this.#left = left;
  }

  get open() {
    return this.#line !== null;
  }

  /** A second window asks the first for its answers; the first tells a second that is there of its own. */
  join() {
    const name = ownName();
    if (!name && !this.#listening) {
      addEventListener("message", this.#asked);
      this.#listening = true;
    }
    if (name && !this.#line) {
      this.#talk(name, "first-silent", ANSWER_MS);
      this.#line.reach(this.#shown().id);
      this.#line.hello();
    } else if (this.#line) {
      this.send(this.#shown().save());
    }
  }

  /** Tells the other window, where there is one, the answers as they are now. */
  send(answers) {
    this.#line?.send(answers);
  }

  openSecond() {
    if (this.#second && !this.#second.closed) return this.#second.focus();
    this.hangUp();
    const { widget } = this.#shown();
    const window = openSecond(widget.constructor.channel());
    if (!window) return widget.blocked();
    this.#second = window.opened;
    return this.#talk(window.name, "second-silent", LOAD_MS);
  }

  hangUp() {
    this.#line?.close();
    this.#forget();
  }

  /** The element is out of its page. */
  leave() {
    if (this.#listening) globalThis.removeEventListener?.("message", this.#asked);
    this.#listening = false;
    this.hangUp();
  }

  /** `silent` is the name of what is said when no answer comes within so many milliseconds. */
  #talk(name, silent, within) {
    const second = ownName() !== null;
    this.#waiting = setTimeout(() => this.#shown()?.notice(silent), within);
    this.#line = new Line(name, second ? "bye" : "away", {
      state: () => this.#shown()?.save(),
      told: (answers) => this.#shown()?.follow(answers),
      heard: () => {
        clearTimeout(this.#waiting);
        this.#asking = false;
        this.#seeking();
      },
      ended: () => {
        this.#line?.drop();
        this.#forget();
        if (second) this.#left();
      },
      away: () => {
        if (second) this.#seeking = seekFirst(() => this.#line?.reach(this.#shown()?.id), () => this.#left());
      },
    });
  }

  /** A second window says that it is here: one that this window opened, or one of before this window was loaded again. */
  #rejoin(message) {
    const found = secondIn(message);
    const known = this.#line !== null && found?.opened === this.#second;
    if (!found || (this.#line && !known) || this.#shown()?.id !== found.aid) return;
    message.stopImmediatePropagation();
    if (!known) {
      this.#second = found.opened;
      this.#talk(found.name, "second-silent", ANSWER_MS);
      this.#asking = true;
    }
    this.#line.through(found.port);
    // One that was there before has the answers; one that this window opened asks for them.
    if (this.#asking) this.#line.hello();
  }

  #forget() {
    clearTimeout(this.#waiting);
    this.#seeking();
    this.#asking = false;
    this.#line = null;
    this.#second = null;
  }
}
