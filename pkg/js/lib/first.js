// The first step before there is a widget: as the page was sent with it (a declarative shadow root that `weighup build`
// wrote), there before any script, or as it came by itself. What is pressed in it is kept and done in the widget that takes its place.

const CONTROLS = "button, input, summary, a[href]";

export class First {
  #shadow;
  #shown;
  // Places of the controls that were pressed.
  #pressed = [];

  /** `null` when the page was sent without. */
  static in(shadow) {
    const shown = shadow.querySelector(".wu-first");
    return shown && new First(shadow, shown);
  }

  constructor(shadow, shown) {
    this.#shadow = shadow;
    this.#shown = shown;
    shown.addEventListener("click", ({ target }) => {
      const place = this.#controls(shown).indexOf(target.closest(CONTROLS));
      if (place >= 0) this.#pressed.push(place);
    });
  }

  /** The widget in `root` shows the same: it gets the focus and what was pressed. */
  give(root) {
    const focused = this.#controls(this.#shown).indexOf(this.#shadow.activeElement);
    this.clear();
    const controls = this.#controls(root);
    controls[focused]?.focus({ preventScroll: true });
    // All at once: the page is made anew after the last of them.
    for (const place of this.#pressed) controls[place]?.click();
  }

  /** Takes it away. */
  clear() {
    this.#shadow.querySelectorAll("link, noscript").forEach((each) => each.remove());
    this.#shown.remove();
  }

  #controls(root) {
    return [...root.querySelectorAll(CONTROLS)].filter((each) => !each.closest(".wu-late"));
  }
}
