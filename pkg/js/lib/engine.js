// The engine that works out the fit: a second file, asked for as soon as the widget has arrived, so that no one waits
// for the arithmetic of the seventh step before the first.
import start, { answer, explain } from "../wasm/weighup_fit.js";
import { once, startFile, startText } from "./load.js";

/** What the widget is handed: the engine, `null` while it is on its way, `false` when it did not arrive. */
export class Engine {
  #state = null;
  #load;
  #release;

  /** `load(wanted)` fetches at once, and starts what it fetched when the promise `wanted` is kept. */
  constructor(load) {
    const wanted = new Promise((release) => { this.#release = release; });
    this.#load = once(() => load(wanted));
  }

  /** The first step is on screen: starting the engine no longer holds it up. */
  start() {
    this.#release();
  }

  get state() {
    return this.#state;
  }

  /** Loads it; settles when its state is known, and never fails: without it only the fit is missing. */
  async arrive() {
    try {
      await this.#load();
      this.#state = answered;
    } catch (failure) {
      if (this.#state === null) console.error(`weighup: ${failure.message} [${failure.code}]`);
      this.#state = false;
    }
  }

  /** Why an aid was refused, at length: the widget itself does not carry the sentences. */
  async explain(aid) {
    this.start();
    await this.arrive();
    return this.#state ? explain(aid) : undefined;
  }
}

/** A question that stops the engine is not answered; the widget goes on. */
function answered(question) {
  try {
    return answer(question);
  } catch {
    return undefined;
  }
}

export const engineFromFile = (locate) => new Engine((wanted) => startFile(locate, start, wanted));
export const engineFromText = (load) => new Engine((wanted) => startText(load, start, wanted));
