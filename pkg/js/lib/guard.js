// Knows when the code in WebAssembly has stopped. A panic, or an exception thrown through it, leaves it half way through
// something, so nothing in it may be called again. The build hands every export of the module through here.
const listeners = new Set();
let stopped = null;

/** Calls `tell(error)` when the module stops; returns how to stop listening. */
export function onStop(tell) {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** What stopped the module; `null` while it runs. */
export const hasStopped = () => stopped;

/** The same exports, watched. */
export function guard(exports) {
  const watched = (part) => (...given) => {
    try {
      return part(...given);
    } catch (error) {
      stopped = error;
      for (const tell of [...listeners]) tell(error);
      throw error;
    }
  };
  return Object.fromEntries(
    Object.entries(exports).map(([name, part]) => [name, typeof part === "function" ? watched(part) : part]),
  );
}
