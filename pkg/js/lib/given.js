// Giving answers at the end, where the page asks for them (`give`): what could be given is made in WebAssembly from the saved answers, shown
// whole, and leaves once, in one way, when the person says so. Nothing is stored, and the random code is made when somebody asks to see.
// A file of its own, asked for then; it stands on no other file.

/** How long a file of questions may take, in milliseconds. */
const WAIT_MS = 10_000;

/** 128 random bits in 22 letters of base64url. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** The file of questions that the page names: its text, or its address on the page's own server. Nobody else is asked for anything. */
async function questionsOf(element) {
  const named = element.getAttribute("give-questions")?.trim();
  if (!named || named.startsWith("{")) return named || undefined;
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), WAIT_MS);
  try {
    const url = new URL(named, element.baseURI);
    if (url.origin !== location.origin) throw new Error("it is on another origin than the page");
    const answer = await fetch(url, { credentials: "same-origin", signal: stop.signal });
    if (!answer.ok) throw new Error(`the server answered with status ${answer.status}`);
    return await answer.text();
  } catch (cause) {
    console.error(`weighup: the questions of give-questions="${named}" are not asked: ${cause.message}`);
    return undefined;
  } finally {
    clearTimeout(late);
  }
}

export class Giving {
  /** Whether something was given: it is, once. */
  over = false;

  #element;
  #id;
  #line;
  #questions;

  constructor(element) {
    this.#element = element;
  }

  /** What was made is of answers that have changed. */
  forget() {
    this.#line = undefined;
  }

  /**
   * Does what the person pressed. `talk` has the `widget`, `come()` for the code that is needed, `asked()` with what the widget knows,
   * `make(line, asked)`, `draw(text)` and `save(text)`.
   */
  async does(what, talk) {
    if (what === "see") {
      this.#id = newId();
      this.forget();
      await talk.come();
      this.#questions ??= await questionsOf(this.#element);
      this.#make(talk);
    } else if (what === "answer") {
      if (this.#line) this.#make(talk);
    } else if (this.#line && !this.over) {
      const came = { file: () => this.#file(talk), code: () => this.#code(talk), page: () => this.#page() }[what]();
      this.over = came[0] === what;
      talk.widget.given(...came);
    }
  }

  #make(talk) {
    const asked = { ...talk.asked(), id: this.#id, questions: this.#questions };
    const text = talk.make(this.#line, JSON.stringify(asked));
    const { line, refused } = JSON.parse(text);
    if (refused) {
      console.error(`weighup: the questions at the end are not asked: ${refused}`);
      this.#questions = undefined;
    }
    this.#line = line;
    talk.widget.given("made", text);
  }

  #file(talk) {
    talk.save(`${this.#line}\n`);
    return ["file", ""];
  }

  #code(talk) {
    try {
      return ["code", talk.draw(this.#line)];
    } catch {
      return ["long", ""];
    }
  }

  /** The page takes it by preventing what would happen otherwise, which is that it was not taken. */
  #page() {
    const detail = { line: this.#line };
    const event = new CustomEvent("weighup-given", { bubbles: true, composed: true, cancelable: true, detail });
    return [this.#element.dispatchEvent(event) ? "untaken" : "page", ""];
  }
}
