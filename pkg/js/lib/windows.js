// The widget in a second window, and this window where it is the second.
import { Line, openSecond, ownName, secondIn, seekFirst } from "./line.js";

// How long the other window may take to answer before the person is told: a page has to load first.
const ANSWER_MS = 12_000;

export class Windows {
  #shown;
  #left;
  // The line to the other window, and that window, as long as there is one.
  #line = null;
  #second = null;
  #waiting = null;
  #seeking = () => {};
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
      this.#talk(name, "first-silent");
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
    return this.#talk(window.name, "second-silent");
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

  /** `silent` is the name of what is said when no answer comes. */
  #talk(name, silent) {
    const second = ownName() !== null;
    this.#waiting = setTimeout(() => this.#shown()?.notice(silent), ANSWER_MS);
    this.#line = new Line(name, second ? "bye" : "away", {
      state: () => this.#shown()?.save(),
      told: (answers) => this.#shown()?.follow(answers),
      heard: () => {
        clearTimeout(this.#waiting);
        this.#seeking();
      },
      ended: () => {
        this.#line?.drop();
        this.#forget();
        if (second) this.#left();
      },
      away: () => {
        if (second) this.#seeking = seekFirst(this.#shown()?.id, () => this.#left());
      },
    });
  }

  /** A second window asks for this one, which was loaded again: it has the answers. */
  #rejoin(message) {
    const found = secondIn(message);
    if (!found || this.#line || this.#shown()?.id !== found.aid) return;
    message.stopImmediatePropagation();
    this.#second = found.opened;
    this.#talk(found.name, "second-silent");
    this.#line.hello();
  }

  #forget() {
    clearTimeout(this.#waiting);
    this.#seeking();
    this.#line = null;
    this.#second = null;
  }
}
