// The widget in a second window, and this window where it is the second.
import { Line, openSecond, ownName } from "./line.js";

export class Windows {
  #shown;
  #left;
  // The line to the other window, and that window, as long as there is one.
  #line = null;
  #second = null;

  /** `shown()` gives the widget on screen; `left()` hears in a second window that the first is gone. */
  constructor({ shown, left }) {
    this.#shown = shown;
    this.#left = left;
  }

  /** A second window asks the first for its answers; the first tells a second that is there of its own. */
  join() {
    const name = ownName();
    if (name && !this.#line) {
      this.#talk(name, this.#left);
      this.#line.hello();
    } else {
      this.send();
    }
  }

  /** Tells the other window, where there is one, the answers as they are now. */
  send() {
    this.#line?.send(this.#shown().widget.save());
  }

  openSecond() {
    if (this.#second && !this.#second.closed) return this.#second.focus();
    this.hangUp();
    const { widget } = this.#shown();
    const window = openSecond(widget.constructor.channel());
    if (!window) return widget.blocked();
    this.#second = window.opened;
    return this.#talk(window.name, () => {});
  }

  hangUp() {
    this.#line?.close();
    this.#line = null;
    this.#second = null;
  }

  #talk(name, ended) {
    this.#line = new Line(name, {
      state: () => this.#shown()?.widget?.save(),
      told: (answers) => this.#shown()?.follow(answers),
      ended: () => {
        this.#line?.drop();
        this.#line = null;
        this.#second = null;
        ended();
      },
    });
  }
}
