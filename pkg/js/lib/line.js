// A second window on the same page, in step with the first through a BroadcastChannel. Its name, which nobody can guess,
// is the window's own name: it stands in no address, and nothing of it goes over a network.

const PREFIX = "weighup-second-";

/** The name this window was opened with as a second one; `null` in any other. */
export const ownName = () => (globalThis.name?.startsWith(PREFIX) ? globalThis.name : null);

/** Opens the page once more; `null` when the browser does not let it. */
export function openSecond(random) {
  const name = PREFIX + random;
  const opened = globalThis.open(location.href, name);
  return opened && { name, opened };
}

/** One end of the line between two windows. */
export class Line {
  #channel;
  #leave = () => this.close();

  /** `state()` gives the answers as text, `told(text)` takes those of the other end, `ended()` hears that it is gone. */
  constructor(name, { state, told, ended }) {
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }) => {
      if (data === "hello") this.send(state());
      else if (data === "bye") ended();
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
    removeEventListener("pagehide", this.#leave);
    this.#channel.postMessage("bye");
    this.drop();
  }

  /** The other end is gone. */
  drop() {
    removeEventListener("pagehide", this.#leave);
    this.#channel.close();
  }
}
