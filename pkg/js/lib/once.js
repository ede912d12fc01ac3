// One request for all who want the same file at the same time: ten elements with one aid ask for it once.

const underWay = new Map();

/**
 * What `ask` gives for a name, asked once for all who want it until it is there. `ask` gets a signal, which is aborted when the last of them
 * no longer waits; `signal` ends the wait of the one who calls.
 */
export function once(name, signal, ask) {
  let shared = underWay.get(name);
  if (!shared) {
    const stop = new AbortController();
    shared = { stop, waiting: 0, answer: ask(stop.signal) };
    const gone = () => {
      if (underWay.get(name) === shared) underWay.delete(name);
    };
    shared.answer.then(gone, gone);
    underWay.set(name, shared);
  }
  shared.waiting += 1;
  return new Promise((resolve, reject) => {
    const left = () => {
      shared.waiting -= 1;
      if (shared.waiting === 0) {
        // Whoever comes now asks anew.
        underWay.delete(name);
        shared.stop.abort(signal.reason);
      }
      reject(signal.reason);
    };
    if (signal.aborted) return left();
    signal.addEventListener("abort", left, { once: true });
    const done = (settle) => (value) => {
      signal.removeEventListener("abort", left);
      if (!signal.aborted) shared.waiting -= 1;
      settle(value);
    };
    shared.answer.then(done(resolve), done(reject));
  });
}
