// `weighup/headless`: one consultation as an object, whose interface is the host's own.
import { starter, text } from "./functions.js";
import { moment, today } from "./time.js";

/** What the package exports, standing on `wasm`, the glue's module, which `initialise` starts with the bytes that one of `ways` gives. */
export function talks(wasm, initialise, ...ways) {
  const ready = starter(initialise, "weighup/headless", ways);

  /** Begins a consultation about a compiled aid, with saved answers where there are some. */
  async function consultation(aid, { answers, day = today(), facts = false, scores = false } = {}) {
    await ready();
    const talk = new Consultation(new wasm.Talk(text(aid), text({ day, facts, scores })), wasm.views());
    if (answers !== undefined) talk.open(answers);
    return talk;
  }

  /** How the options fit, in one call: after saved answers, or after a list of actions. */
  async function fit(aid, answers, given = {}) {
    const talk = await consultation(aid, { ...given, answers: Array.isArray(answers) ? undefined : answers });
    try {
      if (Array.isArray(answers)) talk.act(...answers);
      return talk.view("fit");
    } finally {
      talk.free();
    }
  }

  return { consultation, fit };
}

class Consultation {
  #talk;
  #views;

  constructor(talk, views) {
    this.#talk = talk;
    this.#views = views;
  }

  get #held() {
    if (!this.#talk) throw new Error("this consultation was freed: begin another");
    return this.#talk;
  }

  /** Does one thing after the other; whether anything changed. What is refused throws, and what came before it stands. */
  act(...actions) {
    let changed = false;
    for (const action of actions) changed = this.#held.act(text(action)) || changed;
    return changed;
  }

  view(name) {
    return this.#held.view(String(name));
  }

  views() {
    return Object.fromEntries(this.#views.map((name) => [name, this.view(name)]));
  }

  saved() {
    return this.#held.saved();
  }

  open(answers) {
    return this.#held.open(text(answers));
  }

  record(form, given = {}) {
    return this.#held.record(text({ at: moment(), ...given, form }));
  }

  given(asked = {}, line) {
    const { id, day = today(), opened, readAloud: read_aloud, stage, answers, questions } = asked;
    const brought = questions === undefined ? undefined : text(questions);
    return this.#held.given(text({ id, day, opened, read_aloud, stage, answers, questions: brought }), line);
  }

  free() {
    this.#talk?.free();
    this.#talk = undefined;
  }
}
if (Symbol.dispose) Consultation.prototype[Symbol.dispose] = Consultation.prototype.free;
