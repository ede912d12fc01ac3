// The engine that works out the fit: a file of its own, asked for as soon as the widget has arrived, so that no one waits
// for the arithmetic of the seventh step before the first.
import start, { Opened } from "../wasm/weighup_fit.js";
import { Later, startFile, startText } from "./load.js";

export class Engine extends Later {
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
