// A device that several people use (`shared`): what one of them entered is gone before the next one sees it. Nothing is kept there; when
// nobody has done anything for a while, the answers are covered and whoever is there is asked whether they go on.
//
// WCAG 2.2.1 wants at least 20 seconds to say so with a simple action, and at least ten times: here it is a minute, with any key or any
// press, and as often as anybody likes.
import { isOn, nameIn } from "./attributes.js";

/** As long as nobody has to do anything, in minutes, where the attribute says no other number. */
const MINUTES = 5;
/** As long as the question stands. */
const ANSWER_MS = 60_000;
const SIGNS = ["pointerdown", "keydown", "wheel", "touchstart", "input", "scroll", "click"];
/** What answers the question: a whole press, so that its end does not fall on what is seen afterwards. */
const ANSWERS = ["keydown", "click"];

/** Whether the device is one that several people use. */
export const isShared = (element) => isOn(element, "shared");

function patience(element) {
  const minutes = Number(nameIn(element, "shared"));
  return (minutes > 0 ? minutes : MINUTES) * 60_000;
}

export class Idle {
  #element;
  #stage;
  #window = null;
  #timer = null;
  // When somebody last did something, and whether they are being asked.
  #last = 0;
  #asking = false;
  #sign = ({ type }) => {
    if (this.#asking && !ANSWERS.includes(type)) return;
    this.#last = Date.now();
    if (this.#asking) this.#goOn();
  };
  // A device that slept has not counted: whoever wakes it is asked at once.
  #woken = () => {
    if (!this.#asking && document.visibilityState === "visible") this.#look();
  };
  #gone = () => this.#stage.clear();

  /**
   * `stage` has `used()`, whether there is anything to clear, `ask(yes)`, which covers the answers with the question or takes it away, and
   * `clear(told)`, which forgets everything and says so where somebody may be there to read it.
   */
  constructor(element, stage) {
    this.#element = element;
    this.#stage = stage;
  }

  /** The element is on its page, or its attribute is another. */
  begin() {
    this.end();
    if (!isShared(this.#element)) return;
    this.#window = this.#element.ownerDocument.defaultView;
    this.#last = Date.now();
    for (const sign of SIGNS) this.#window?.addEventListener(sign, this.#sign, { capture: true, passive: true });
    this.#window?.addEventListener("pagehide", this.#gone);
    this.#window?.document.addEventListener("visibilitychange", this.#woken);
    this.#wait();
  }

  /** The element has left its page. */
  end() {
    clearTimeout(this.#timer);
    for (const sign of SIGNS) this.#window?.removeEventListener?.(sign, this.#sign, { capture: true });
    this.#window?.removeEventListener?.("pagehide", this.#gone);
    this.#window?.document?.removeEventListener("visibilitychange", this.#woken);
    this.#window = null;
    if (this.#asking) this.#goOn();
  }

  #wait() {
    clearTimeout(this.#timer);
    const most = patience(this.#element);
    const left = this.#last + most - Date.now();
    this.#timer = setTimeout(() => this.#look(), Math.min(Math.max(left, 1000), most));
  }

  #look() {
    const since = Date.now() - this.#last;
    // A clock that was set back says nothing of how long it has been: whoever is there is asked.
    if ((since >= 0 && since < patience(this.#element)) || !this.#stage.used()) return this.#wait();
    clearTimeout(this.#timer);
    this.#asking = true;
    this.#stage.ask(true);
    this.#timer = setTimeout(() => {
      this.#asking = false;
      this.#stage.ask(false);
      this.#stage.clear(true);
      this.#last = Date.now();
      this.#wait();
    }, ANSWER_MS);
  }

  #goOn() {
    clearTimeout(this.#timer);
    this.#asking = false;
    this.#stage.ask(false);
    if (this.#window) this.#wait();
  }
}
