// Knows when the code in WebAssembly has stopped. A panic, or an exception thrown through it, leaves it half way through
// something, so nothing in it may be called again. The build hands every export of the module through here.
const listeners = new Set();
let stopped = null;
let whole = null;

/** Calls `tell(error)` when the module stops; returns how to stop listening. */
export function onStop(tell) {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** What stopped the module; `null` while it runs. */
export const hasStopped = () => stopped;

/** The exports as they are: the rest of the module stands on them. */
export const handed = () => whole;

/** The same exports, watched. Those with a number for a name are for the rest, which is called from watched ones. */
export function guard(exports) {
  whole = exports;
  const watched = (part) => (...given) => {
    try {
      return part(...given);
    } catch (error) {
      stopped = error;
      for (const tell of [...listeners]) tell(error);
      throw error;
    }
  };
  const parts = Object.entries(exports).filter(([name]) => !/^\d/.test(name));
  return Object.fromEntries(
    parts.map(([name, part]) => [name, typeof part === "function" ? watched(part) : part]),
  );
}
