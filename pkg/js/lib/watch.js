// Watches that a widget that is said to be on the page can be read and answers.
import { Failure } from "./failures.js";

// How long a widget may take to begin, and how long it may have no size while the page is seen.
const BEGIN_MS = 8000;
const SIZE_MS = 3000;
// How often a widget without a size is tried again when the box around it changes.
const TRIES = 3;

export class Watch {
  #element;
  #failed;
  #shrunk;
  #grown;
  #beginning = null;
  #sizing = null;
  #observer = null;
  #root = null;
  #tries = 0;
  // Counts what is watched, one thing after another.
  #turn = 0;

  /** `failed(failure)` hears that a widget does not answer, `shrunk(failure)` that it has no size, `grown()` that it may have one again. */
  constructor(element, { failed, shrunk, grown }) {
    this.#element = element;
    this.#failed = failed;
    this.#shrunk = shrunk;
    this.#grown = grown;
  }

  /** A widget was made, and tells when it is on the page. */
  begin() {
    this.stop();
    this.#beginning = setTimeout(() => this.#failed(new Failure("no-answer", { cause: `it did not begin within ${BEGIN_MS / 1000} seconds` })), BEGIN_MS);
  }

  /** It is on the page. */
  begun(root) {
    this.stop();
    if (!globalThis.ResizeObserver) return;
    this.#root = root;
    this.#observer = new ResizeObserver(() => this.#look());
    this.#observer.observe(root);
    this.#observer.observe(this.#element);
  }

  /** No widget is on the page. */
  stop() {
    this.#turn += 1;
    clearTimeout(this.#beginning);
    clearTimeout(this.#sizing);
    this.#sizing = null;
    this.#observer?.disconnect();
    this.#observer = null;
    this.#root = null;
  }

  /** Whether it is drawn at all and yet as good as nothing of it can be seen: what is folded away or hidden is not drawn. */
  #lost() {
    if (!this.#element.isConnected || this.#element.getClientRects().length === 0 || document.visibilityState !== "visible") return false;
    if (this.#element.checkVisibility && !this.#element.checkVisibility()) return false;
    if (this.#folded()) return false;
    const { offsetWidth, offsetHeight } = this.#root?.isConnected && !this.#root.hidden ? this.#root : this.#element;
    return offsetWidth < 1 || offsetHeight < 1;
  }

  /** Whether a box around it is closed on purpose, as a drawer is. */
  #folded() {
    for (let at = this.#element.parentElement; at; at = at.parentElement) {
      if (at.clientWidth === 0 && /hidden|clip/.test(getComputedStyle(at).overflowX)) return true;
    }
    return false;
  }

  #look() {
    if (!this.#lost()) {
      clearTimeout(this.#sizing);
      this.#sizing = null;
      return;
    }
    this.#sizing ??= setTimeout(() => {
      this.#sizing = null;
      if (!this.#lost()) return;
      this.stop();
      this.#shrunk(new Failure("no-size"));
      this.#wait();
    }, SIZE_MS);
  }

  /** The page's own content is shown. When the box around it changes, the widget may have room. */
  #wait() {
    if ((this.#tries += 1) > TRIES) return;
    const turn = this.#turn;
    const room = () => `${this.#element.parentElement?.clientWidth} ${this.#element.clientWidth}`;
    // What the page's own content makes of the box is no change of the page's.
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (turn !== this.#turn) return;
      const known = room();
      this.#observer = new ResizeObserver(() => {
        if (room() === known) return;
        this.stop();
        this.#grown();
      });
      this.#observer.observe(this.#element);
      if (this.#element.parentElement) this.#observer.observe(this.#element.parentElement);
    }));
  }
}
