// The engine that works out the fit: a file of its own, asked for as soon as the widget has arrived, so that no one waits
// for the arithmetic of the seventh step before the first. It works in slices of a few milliseconds, each in a task of its own, so
// that the page answers in between.
import startEngine, { Opened } from "../wasm/weighup_fit.js";
import { Later, startFile, startText } from "./load.js";

// The exported functions of the engine's module: the file of records is linked to these.
let handed = null;
const start = async (given) => {
  handed = await startEngine(given);
};

export const handedByEngine = () => handed;

/** Questions whose answers are kept: what somebody compares by going back and forth, with the agreement of each. */
const KEPT = 8;
/** How long a person has done nothing, in milliseconds, before what they may ask next is worked out. */
const PAUSE = 300;
/** What stands before the answers where their agreement is asked for. It takes no draws. */
const AGREEMENT = /^agreement [^{]*/;

export class Engine extends Later {
  /**
   * An aid, checked as strictly as the build that made it; an error that lists all that is wrong with it. `waits(yes)` hears whether
   * somebody waits for an answer, and `ready()` that it can be asked for again.
   */
  open(aid, { waits = () => {}, ready = () => {} } = {}) {
    return new Questions(new Opened(aid), waits, ready);
  }
}

/** The questions of one widget. */
class Questions {
  #opened;
  #waits;
  #ready;
  #known = new Map();
  /** The question at work, whether somebody was told to wait for it, and the next task. */
  #asked = null;
  #awaited = false;
  #next;
  /** Questions for the agreement of the answers at work: nobody sees it before the fit is there. */
  #beside = new Set();

  constructor(opened, waits, ready) {
    this.#opened = opened;
    this.#waits = waits;
    this.#ready = ready;
    this.hash = opened.hash();
  }

  /**
   * The answer to a question, worked out once however often it is asked: steps that show the fit ask with every letter that is typed
   * on them. `null` while it is being worked out, `undefined` where the engine has none. With `ahead` nobody waits: the question is
   * worked out in a pause of the person's, so that opening the fit has only to draw it.
   */
  fit = (asked, ahead) => {
    if (this.#known.has(asked)) return this.#known.get(asked);
    if (AGREEMENT.test(asked)) {
      if (!this.#awaited || asked.replace(AGREEMENT, "") !== this.#asked) return this.#answer(asked);
      this.#beside.add(asked);
      return null;
    }
    if (asked !== this.#asked) {
      // Where there is nothing to draw, what is missing is said at once.
      if (!ahead && this.#work(asked)) return this.#answer(asked);
      this.#begin(asked, !ahead);
    } else if (!ahead && !this.#awaited) {
      // Who waits now does not wait for a pause as well.
      this.#begin(asked, true);
    }
    return null;
  };

  /** Works out at once what somebody waits for; true when there was something. Printing cannot wait. */
  finish() {
    if (!this.#awaited) return false;
    if (!this.#known.has(this.#asked)) this.#answer(this.#asked);
    this.#set(null, false);
    return true;
  }

  /** The record of saved answers in a form, as text; throws where there is none. Its file has to be there. */
  record(...asked) {
    return this.#opened.record(...asked);
  }

  /** What a person could give at the end. The same file has to be there. */
  given(...asked) {
    return this.#opened.given(...asked);
  }

  /** A QR code of a text: its side, a space, and the dark modules as a path. The same file has to be there. */
  drawn(text) {
    return this.#opened.drawn(text);
  }

  close() {
    this.#set(null, false);
    this.#opened.free();
  }

  #begin(asked, awaited) {
    this.#set(asked, awaited);
    this.#later(() => this.#slice(), awaited ? 0 : PAUSE);
  }

  #set(asked, awaited) {
    clearTimeout(this.#next);
    this.#beside.clear();
    this.#asked = asked;
    if (awaited !== this.#awaited) this.#waits(awaited);
    this.#awaited = awaited;
  }

  #later(task, pause = 0) {
    this.#next = setTimeout(task, pause);
  }

  /** Works for a slice. Putting the answer together is a task of its own, and so is drawing it. */
  #slice() {
    const done = this.#work(this.#asked);
    this.#later(() => (done ? this.#end() : this.#slice()));
  }

  #end() {
    this.#answer(this.#asked);
    if (this.#awaited) this.#later(() => this.#tell());
    else this.#set(null, false);
  }

  /** Whoever waits is told, once what stands beside the answer is there too. */
  #tell() {
    const [beside] = this.#beside;
    if (beside === undefined) {
      this.#set(null, false);
      this.#ready();
      return;
    }
    this.#beside.delete(beside);
    this.#answer(beside);
    this.#later(() => this.#tell());
  }

  /** Works for a slice; true when there is nothing left to do. What stops the engine here is told when its answer is asked for. */
  #work(asked) {
    try {
      return this.#opened.work(asked);
    } catch {
      return true;
    }
  }

  /** A question that stops the engine has no answer, now and later: the widget says so, and goes on. */
  #answer(asked) {
    let found;
    try {
      found = this.#opened.fit(asked);
    } catch {
      found = undefined;
    }
    this.#known.set(asked, found);
    if (this.#known.size > KEPT) this.#known.delete(this.#known.keys().next().value);
    return found;
  }
}

export const engineFromFile = (locate) => new Engine((wanted) => startFile(locate, start, wanted));
export const engineFromText = (load) => new Engine((wanted) => startText(load, start, wanted));
