// The engine that works out the fit: a second file, asked for as soon as the widget has arrived, so that no one waits
// for the arithmetic of the seventh step before the first.
import start, { Opened } from "../wasm/weighup_fit.js";
import { once, startFile, startText } from "./load.js";

export class Engine {
  #load;
  #release;
  // `null` while it is on its way.
  #arrived = null;

  /** `load(wanted)` fetches at once, and starts what it fetched when the promise `wanted` is kept. */
  constructor(load) {
    const wanted = new Promise((release) => { this.#release = release; });
    this.#load = once(() => load(wanted));
  }

  /** The first step is on screen: starting the engine no longer holds it up. */
  start() {
    this.#release();
  }

  /** Whether it is here; `null` while nobody knows. */
  get arrived() {
    return this.#arrived;
  }

  /** Loads it; settles when it is known whether it came, and never fails: without it only the fit is missing. */
  async arrive() {
    try {
      await this.#load();
      this.#arrived = true;
    } catch (failure) {
      if (this.#arrived === null) console.error(`weighup: ${failure.message} [${failure.code}]`);
      this.#arrived = false;
    }
  }

  /** An aid, checked as strictly as the build that made it; an error that lists all that is wrong with it. */
  open(aid) {
    const opened = new Opened(aid);
    return {
      hash: opened.hash(),
      // A question that stops the engine is not answered; the widget goes on.
      fit(asked) {
        try {
          return opened.fit(asked);
        } catch {
          return undefined;
        }
      },
      close: () => opened.free(),
    };
  }
}

export const engineFromFile = (locate) => new Engine((wanted) => startFile(locate, start, wanted));
export const engineFromText = (load) => new Engine((wanted) => startText(load, start, wanted));
