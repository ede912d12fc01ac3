// What a page's styles may ask of the element: `:state(busy)` while it loads, `:state(ready)` once the aid is on screen, and `:state(failed)`
// where it cannot be shown. At most one holds at a time; none, where the page's own content stands and nothing is under way.

export class States {
  #states = null;

  constructor(element) {
    try {
      this.#states = element.attachInternals().states ?? null;
    } catch {
      // A browser without states: nothing else depends on them.
    }
  }

  /** Now this one holds, or none. */
  set(name) {
    try {
      this.#states?.clear();
      if (name) this.#states?.add(name);
    } catch {
      // Older browsers take other names only.
      this.#states = null;
    }
  }
}
