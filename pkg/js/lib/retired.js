// Elements that were taken out of their page, whose answers stay in memory for as long as a router or a list of tabs may take to put
// them back. Leaving the page forgets them, and so does time.

const MINUTES = 10;
// A page that makes a new element for every view would fill the memory.
const MOST = 3;
const retired = new Set();

globalThis.addEventListener?.("pagehide", () => {
  for (const each of [...retired]) each.forget();
});

export class Retired {
  #forget;
  #timer = null;

  /** `forget()` drops what the element still holds. */
  constructor(forget) {
    this.#forget = forget;
  }

  begin() {
    this.end();
    retired.add(this);
    this.#timer = setTimeout(() => this.forget(), MINUTES * 60_000);
    const [oldest] = retired;
    if (retired.size > MOST) oldest.forget();
  }

  /** The element is in a page again. */
  end() {
    clearTimeout(this.#timer);
    retired.delete(this);
  }

  forget() {
    this.end();
    this.#forget();
  }
}
