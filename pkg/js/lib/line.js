// A second window on the same page, in step with the first through a BroadcastChannel. Its name, which nobody can guess,
// is the window's own name: it stands in no address, and nothing of it goes over a network.

const NAME = /^weighup-second-[a-p]{32}$/;
// How often, and how long, a second window asks for the first that is being loaded again.
const ASK_MS = 500;
const ASKS = 120;

/** Whether this window was opened by a page of this site: a foreign site can give a window any name. */
function openedHere() {
  try {
    return globalThis.opener !== null && globalThis.opener.location.origin === location.origin;
  } catch {
    return false;
  }
}

let own;

/** The name this window was opened with as a second one; `null` in any other. */
export function ownName() {
  own ??= [NAME.test(globalThis.name ?? "") && openedHere() ? globalThis.name : null];
  return own[0];
}

/** Opens the page once more; `null` when the browser does not let it. */
export function openSecond(random) {
  const name = `weighup-second-${random}`;
  const opened = globalThis.open(location.href, name);
  return opened && { name, opened };
}

const pageOf = ({ href }) => href.split("#")[0];

/** Whether the first window is still at this page: it is being loaded again, and not closed or somewhere else. */
function firstIsHere() {
  try {
    return Boolean(globalThis.opener) && !globalThis.opener.closed && pageOf(globalThis.opener.location) === pageOf(location);
  } catch {
    return false;
  }
}

/** In a second window whose first is gone: asks for it until it is back, `lost()` when it will not come. Returns how to stop. */
export function seekFirst(aid, lost) {
  let [asks, missed] = [0, 0];
  const asking = setInterval(() => {
    asks += 1;
    const here = firstIsHere();
    missed = here ? 0 : missed + 1;
    if (missed > 1 || asks > ASKS) {
      clearInterval(asking);
      lost();
    } else if (here) {
      globalThis.opener.postMessage({ weighup: ownName(), aid }, location.origin);
    }
  }, ASK_MS);
  return () => clearInterval(asking);
}

/** The second window that asks for this one with a message, and the aid it shows; nothing where it is another message. */
export function secondIn({ data, origin, source }) {
  if (origin !== location.origin || !NAME.test(data?.weighup ?? "")) return null;
  try {
    return source.opener === globalThis.window && source.name === data.weighup ? { name: data.weighup, aid: data.aid, opened: source } : null;
  } catch {
    return null;
  }
}

/** One end of the line between two windows. */
export class Line {
  #channel;
  #last;
  #leave = () => {
    this.#channel.postMessage(this.#last);
    this.drop();
  };

  /**
   * `state()` gives the answers as text, `told(text)` takes those of the other end, `ended()` hears that it is gone, `away()` that its
   * page is being left and may come back, `heard()` that it is there. `last` is what this end says when its page is left.
   */
  constructor(name, last, { state, told, ended, away, heard }) {
    this.#last = last;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }) => {
      heard();
      if (data === "hello") this.send(state());
      else if (data === "bye") ended();
      else if (data === "away") away();
      else if (typeof data === "string") told(data);
    };
    addEventListener("pagehide", this.#leave);
  }

  /** Asks the other end for its answers. */
  hello() {
    this.#channel.postMessage("hello");
  }

  send(state) {
    if (state) this.#channel.postMessage(state);
  }

  /** Says goodbye; afterwards the line is dead. */
  close() {
    this.#channel.postMessage("bye");
    this.drop();
  }

  /** The other end is gone. */
  drop() {
    globalThis.removeEventListener?.("pagehide", this.#leave);
    this.#channel.close();
  }
}
