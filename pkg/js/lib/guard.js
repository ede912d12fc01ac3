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
 * The exported functions, each wrapped so that an exception in it is noticed. What the second WebAssembly file does is always called
 * from one of them.
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
  return Object.fromEntries(
    Object.entries(exports).map(([name, part]) => [name, typeof part === "function" ? watched(part) : part]),
  );
}
