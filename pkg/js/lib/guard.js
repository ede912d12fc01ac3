// Watches the code in WebAssembly. A panic, or an exception thrown through it, leaves that code half way through a piece of work,
// so nothing in it may be called again. The build hands every exported function of the module through `guard`.
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

/** The exported functions without the watching: the second WebAssembly file is linked to these. */
export const handed = () => whole;

/**
 * The exported functions, each wrapped so that an exception in it is noticed. Exports whose names are numbers are left out: only the
 * second WebAssembly file uses them, and what it does is always called from a function that is wrapped here.
 */
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
