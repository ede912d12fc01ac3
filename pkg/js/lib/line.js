// A second window on the same page, in step with the first. Its name, which nobody can guess, is the window's own name: it stands in
// no address, and nothing of it goes over a network.
//
// They speak through a port that the second hands to the window that opened it, and to no other origin. A channel of that name is the
// second way: a browser gives a frame on another site's page a channel of its own, which no window hears, and a page may be
// cut off from the window that opened it.

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

/** In a second window: says to the window that opened it that it is here, with one end of a port. Returns the other. */
function reach(aid) {
  const { port1, port2 } = new MessageChannel();
  try {
    globalThis.opener.postMessage({ weighup: ownName(), aid }, location.origin, [port2]);
  } catch {
    // The opener is gone, or this page has no origin of its own. The channel is left.
  }
  return port1;
}

/** In a second window whose first is gone: calls it until it is back, `lost()` when it will not come. Returns how to stop. */
export function seekFirst(call, lost) {
  let [asks, missed] = [0, 0];
  const asking = setInterval(() => {
    asks += 1;
    const here = firstIsHere();
    missed = here ? 0 : missed + 1;
    if (missed > 1 || asks > ASKS) {
      clearInterval(asking);
      lost();
    } else if (here) {
      call();
    }
  }, ASK_MS);
  return () => clearInterval(asking);
}

/** The second window that asks for this one with a message, and the aid it shows; nothing where it is another message. */
export function secondIn({ data, origin, source, ports }) {
  if (origin !== location.origin || !NAME.test(data?.weighup ?? "")) return null;
  try {
    return source.opener === globalThis.window && source.name === data.weighup ? { name: data.weighup, aid: data.aid, opened: source, port: ports[0] ?? null } : null;
  } catch {
    return null;
  }
}

/** One end of the line between two windows. */
export class Line {
  #channel;
  #port = null;
  // Whether the other end was heard through the port: then nothing else is listened to, and nothing is said twice.
  #direct = false;
  #last;
  #told;
  #gone;
  // The last word goes both ways: what a page says while it ends may be lost on one of them.
  #leave = () => {
    this.#port?.postMessage(this.#last);
    this.#channel.postMessage(this.#last);
    this.drop();
  };

  /**
   * `state()` gives the answers as text, `told(text)` takes those of the other end, `ended()` hears that it is gone, `away()` that its
   * page is being left and may come back, `heard()` that it is there. `last` is what this end says when its page is left.
   */
  constructor(name, last, { state, told, ended, away, heard }) {
    this.#last = last;
    this.#gone = away;
    this.#told = (data) => {
      heard();
      if (data === "hello") this.send(state());
      else if (data === "bye") ended();
      else if (data === "away") away();
      else if (typeof data === "string") told(data);
    };
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }) => {
      if (!this.#direct || data === "away") this.#told(data);
    };
    addEventListener("pagehide", this.#leave);
  }

  /** A port whose other end is in the other window. */
  through(port) {
    this.#port?.close();
    this.#port = port;
    this.#direct = false;
    if (!port) return;
    port.onmessage = ({ data }) => {
      this.#direct = true;
      this.#told(data);
    };
    // Newer browsers say that the other end is gone, where its own word did not come.
    port.onclose = () => {
      if (this.#port === port && this.#direct) this.#gone();
    };
  }

  /** In a second window: hands a port to the window that opened it. */
  reach(aid) {
    this.through(reach(aid));
  }

  /** Asks the other end for its answers. */
  hello() {
    this.#say("hello");
  }

  send(state) {
    if (state) this.#say(state);
  }

  /** Says goodbye; afterwards the line is dead. */
  close() {
    this.#say("bye");
    this.drop();
  }

  /** The other end is gone. */
  drop() {
    globalThis.removeEventListener?.("pagehide", this.#leave);
    this.#channel.close();
    this.#port?.close();
    this.#port = null;
  }

  /** Through both until the other end was heard through the port. */
  #say(what) {
    this.#port?.postMessage(what);
    if (!this.#direct) this.#channel.postMessage(what);
  }
}
