// The engine that works out the fit: a file of its own, asked for as soon as the widget has arrived, so that no one waits
// for the arithmetic of the seventh step before the first.
import start, { Opened } from "../wasm/weighup_fit.js";
import { Later, startFile, startText } from "./load.js";

/** Questions whose answers are kept: what somebody compares by going back and forth, with the agreement of each. */
const KEPT = 8;
/** How long a person has done nothing, in milliseconds, before what they may ask next is worked out. */
const PAUSE = 300;
/** What stands before the answers when their agreement is asked for where the fit may be shown. */
const AGREEMENT = "agreement ";

export class Engine extends Later {
  /** An aid, checked as strictly as the build that made it; an error that lists all that is wrong with it. */
  open(aid) {
    const opened = new Opened(aid);
    const known = new Map();
    let soon;
    const answer = (asked) => {
      if (known.has(asked)) return known.get(asked);
      let found;
      // A question that stops the engine is not answered; the widget goes on.
      try {
        found = opened.fit(asked);
      } catch {
        return undefined;
      }
      known.set(asked, found);
      if (known.size > KEPT) known.delete(known.keys().next().value);
      return found;
    };
    return {
      hash: opened.hash(),
      /**
       * The answer to a question, worked out once however often it is asked: steps that show the fit ask with every letter that is
       * typed on them. Whoever is told how far answers agree is still weighing up and sees the fit next, and of all ways "most and
       * least" takes longest: its fit is worked out in a pause, in a task of its own, so that opening it has only to draw it.
       */
      fit(asked) {
        const answers = asked.startsWith(AGREEMENT) ? asked.slice(AGREEMENT.length) : "";
        if (answers.startsWith("{")) {
          clearTimeout(soon);
          soon = setTimeout(() => answer(answers), PAUSE);
        }
        return answer(asked);
      },
      close() {
        clearTimeout(soon);
        opened.free();
      },
    };
  }
}

export const engineFromFile = (locate) => new Engine((wanted) => startFile(locate, start, wanted));
export const engineFromText = (load) => new Engine((wanted) => startText(load, start, wanted));
