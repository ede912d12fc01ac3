// The first step before there is a widget: as the page was sent with it (a declarative shadow root that `weighup build`
// wrote), there before any script, or as it came by itself. What is pressed in it is kept and done in the widget that takes its place.

const CONTROLS = "button, input, summary, a[href]";

/** What a control says of itself: the same for the same control of two pictures of a page. */
const wordsOf = (control) => `${control.localName} ${control.textContent.replace(/\s+/g, " ").trim()}`;

export class First {
  #shadow;
  #shown;
  // Places and words of the controls that were pressed.
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
      const control = target.closest(CONTROLS);
      const place = this.#controls(shown).indexOf(control);
      if (place >= 0) this.#pressed.push([place, wordsOf(control)]);
    });
  }

  /** The widget in `root` shows the same: it gets the focus and what was pressed. */
  give(root) {
    const focused = this.#controls(this.#shown).indexOf(this.#shadow.activeElement);
    this.clear();
    const controls = this.#controls(root);
    controls[focused]?.focus({ preventScroll: true });
    // All at once: the page is made anew after the last of them. A first step of another version may have other controls.
    for (const [place, words] of this.#pressed) {
      if (controls[place] && wordsOf(controls[place]) === words) controls[place].click();
    }
  }

  /** Takes the first step away. */
  clear() {
    this.#shadow.querySelectorAll("link, noscript").forEach((each) => each.remove());
    this.#shown.remove();
  }

  #controls(root) {
    return [...root.querySelectorAll(CONTROLS)].filter((each) => !each.closest(".wu-late"));
  }
}
