// The system that opened this page, by SMART Web Messaging 1.0.0 (HL7): a handshake, the resources of a record one after another onto its
// scratchpad, and a word that this page is done with. It speaks to one window and one origin, which the page around the widget names, and hears
// nobody else. A file of its own, asked for when somebody first wants to give a record; it stands on no other file.

/** How long the system may take to answer, in milliseconds: to say that it is there, and to take a resource. */
const GREET_MS = 5_000;
const TAKE_MS = 15_000;
/** What is named by others goes before them, so that each can name the place where the system put it. */
const ORDER = ["Questionnaire", "Device", "QuestionnaireResponse", "DocumentReference", "Provenance"];

/** Why nothing came of it: `elsewhere`, `silent`, `refused`, `unsure`. */
export class EhrError extends Error {
  constructor(why, cause) {
    super(`the record was not given: ${why}`, { cause });
    this.why = why;
  }
}

/** A name that no other message has. `randomUUID` is for secure pages alone. */
const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The origin that this page stands in, where the browser says it. */
const around = () => (globalThis.parent !== globalThis.window ? globalThis.location.ancestorOrigins?.[0] : undefined);

/** Whether an answer says that what was asked for was done, as HTTP says it. */
const isDone = ({ status }) => /^2\d\d\b/.test(String(status ?? ""));

/** What is wrong with an answer to a resource, or nothing. One that says that all is well and names no place has added nothing. */
function unwell(answer) {
  const { status, location, outcome } = answer;
  if (!isDone(answer)) return `its status is ${JSON.stringify(status)}`;
  const grave = (outcome?.issue ?? []).find(({ severity }) => severity === "error" || severity === "fatal");
  if (grave) return `its outcome is ${grave.severity} (${grave.code})`;
  return typeof location === "string" && location ? null : "it names no place";
}

/** A resource that names others by the places where the system put them. */
const placed = (resource, places) =>
  JSON.parse(JSON.stringify(resource), (key, value) => (key === "reference" ? places.get(value) ?? value : value));

/** What goes, of a bundle: its resources in their order, the page's words as a person reads them, and all of it as the system gets it. */
export function offerOf(bundle) {
  const place = ({ resource }) => ORDER.indexOf(resource.resourceType);
  const entries = JSON.parse(bundle).entry.sort((one, other) => place(one) - place(other));
  const content = entries.find(({ resource }) => resource.resourceType === "DocumentReference").resource.content;
  const { data } = content.find(({ attachment }) => attachment.contentType.startsWith("text/plain")).attachment;
  const text = new TextDecoder().decode(Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)));
  return { entries, text, whole: JSON.stringify(entries.map(({ resource }) => resource), null, 2) };
}

/** The system. Nothing is said to it before one of these is called. */
export class System {
  #window;
  #origin;
  #handle;

  /** The window that framed or opened this one, where it is of this origin; the handle is what its launch gave. */
  constructor({ origin, handle }) {
    const { parent, opener } = globalThis;
    this.#window = parent !== globalThis.window ? parent : opener;
    this.#origin = origin;
    this.#handle = handle;
  }

  /** Asks whether it is there. */
  async greet() {
    if (!this.#window || this.#window.closed || (around() ?? this.#origin) !== this.#origin) throw new EhrError("elsewhere");
    const { error } = await this.#ask("status.handshake", {}, GREET_MS);
    if (error) throw new EhrError("refused");
  }

  /** Gives all of the resources. Where one is not taken, those before it are taken back. */
  async give(entries) {
    const places = new Map();
    try {
      for (const { fullUrl, resource } of entries) {
        const answer = await this.#ask("scratchpad.create", { resource: placed(resource, places) }, TAKE_MS);
        if (isDone(answer) && answer.location) places.set(fullUrl, answer.location);
        const wrong = unwell(answer);
        if (wrong) {
          console.error(`weighup: the system did not take the ${resource.resourceType}: ${wrong}`);
          throw new EhrError("refused");
        }
      }
    } catch (refused) {
      // One that did not answer may have taken what it was given last.
      const back = await this.#takeBack([...places.values()]);
      throw back && refused.why === "refused" ? refused : new EhrError("unsure", refused);
    }
  }

  /** Says that this page is done with; true where the system closes it. */
  async done() {
    const { status } = await this.#ask("ui.done", {}, GREET_MS);
    return status === "success";
  }

  /** Removes what was given; true where all of it is gone. */
  async #takeBack(locations) {
    for (const location of locations.reverse()) {
      const answer = await this.#ask("scratchpad.delete", { location }, GREET_MS).catch(() => ({}));
      if (!isDone(answer)) return false;
    }
    return true;
  }

  /** Says something, and waits for the answer to it: from that window, of that origin, to that message. */
  #ask(messageType, payload, within) {
    return new Promise((resolve, reject) => {
      const messageId = newId();
      const end = (settle, what) => {
        clearTimeout(waiting);
        removeEventListener("message", heard);
        settle(what);
      };
      const heard = ({ source, origin, data }) => {
        if (source !== this.#window || origin !== this.#origin || data?.responseToMessageId !== messageId) return;
        end(resolve, data.payload ?? {});
      };
      const waiting = setTimeout(() => end(reject, new EhrError("silent")), within);
      addEventListener("message", heard);
      this.#window.postMessage({ messagingHandle: this.#handle, messageId, messageType, payload }, this.#origin);
    });
  }
}
