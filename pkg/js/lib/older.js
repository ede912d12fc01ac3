// What a browser may lack that has all the widget cannot do without: phones in use are older than the newest functions.

/** Whether a name is an object's own (`Object.hasOwn`). */
export const isOwn = (object, name) => Object.prototype.hasOwnProperty.call(object, name);

/** A signal that aborts after so many milliseconds (`AbortSignal.timeout`). */
export function after(ms) {
  if (AbortSignal.timeout) return AbortSignal.timeout(ms);
  const late = new AbortController();
  setTimeout(() => late.abort(), ms);
  return late.signal;
}

/** A signal that aborts with the first of two (`AbortSignal.any`). */
export function either(first, second) {
  const both = new AbortController();
  for (const signal of [first, second]) {
    if (signal.aborted) both.abort(signal.reason);
    signal.addEventListener("abort", () => both.abort(signal.reason), { once: true });
  }
  return both.signal;
}
