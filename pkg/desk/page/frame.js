// The preview: a frame with a page of its own, so that the aid is as it will be, with its own width, address and keys.

/** Keeps the last thing that is to be shown until the page in the frame is there to show it, also after it was loaded anew. */
export class Frame {
  #wanted = null;
  #told;

  constructor(told) {
    this.#told = told;
    addEventListener("message", ({ data, origin, source }) => {
      if (origin !== location.origin || data?.weighup !== "preview" || source === null || source !== this.#window) return;
      if (data.waiting) this.#send();
      else this.#told(data);
    });
  }

  get #window() {
    return document.getElementById("dk-frame")?.contentWindow ?? null;
  }

  show(how) {
    this.#wanted = how;
    this.#send();
  }

  #send() {
    if (this.#wanted) this.#window?.postMessage({ weighup: "desk", show: this.#wanted }, location.origin);
  }
}
