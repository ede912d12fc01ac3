// The comments of one reviewer while the page is open: what they wrote, who they are, and whether it is saved. Nothing is stored on the
// device unless they ask for it, and nothing is ever sent.
import { Refused, readFile, writeFile } from "./annotations.js";

/** Twelve letters that no other file has. */
function token() {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whether two comments are word for word the same. */
const FIELDS = ["id", "place", "quote", "purpose", "text", "question", "yes"];
const same = (one, other) => FIELDS.every((field) => one[field] === other[field]);

export class Store {
  #data;
  #listeners = [];
  #token = token();
  #number = 0;
  #kept = false;

  constructor(data) {
    this.#data = data;
    this.comments = [];
    this.by = { kind: "", role: "", organisation: "" };
    /** Something was written since it was last saved. */
    this.unsaved = false;
    /** What stands in a form that is not added yet. */
    this.typing = false;
  }

  /** Calls `hear` whenever something changes. */
  listen(hear) {
    this.#listeners.push(hear);
  }

  #tell(unsaved) {
    this.unsaved = unsaved;
    if (this.#kept && !this.#store()) this.#kept = false;
    for (const hear of this.#listeners) hear();
  }

  /** Where the comments on this very page are kept: those on an earlier version keep their place. */
  get #key() {
    return `${this.#start}${this.#data.content.slice(0, 12)}`;
  }

  get #start() {
    return `weighup-review-${this.#data.aid}-${this.#data.language}-`;
  }

  /** The name of the file they save. */
  get file() {
    return `${this.#data.aid}-comments-${this.#token.slice(0, 6)}.json`;
  }

  /** The text of the file. */
  written() {
    return writeFile(this.#data, this.comments, this.by, new Date().toISOString().replace(/\.\d+Z$/, "Z"));
  }

  /** Adds comments; refuses more than a page holds. */
  add(comments) {
    const count = this.comments.length + comments.length;
    if (count > this.#data.most) throw new Refused("many", { count, most: this.#data.most });
    const named = comments.map((comment) => {
      this.#number += 1;
      return { ...comment, id: `urn:weighup:comment:${this.#data.aid}:${this.#token}-${this.#number}` };
    });
    this.comments.push(...named);
    this.#tell(true);
    return named;
  }

  /** Puts a comment in place of itself. */
  change(comment) {
    const at = this.comments.findIndex((one) => one.id === comment.id);
    if (at >= 0) this.comments[at] = comment;
    this.#tell(true);
  }

  /** Takes comments away; what is returned puts them back. */
  remove(ids) {
    const before = [...this.comments];
    this.comments = before.filter((one) => !ids.includes(one.id));
    this.#tell(true);
    return () => {
      const now = new Map(this.comments.map((one) => [one.id, one]));
      const since = this.comments.filter((one) => !before.some((old) => old.id === one.id));
      this.comments = [...before.map((one) => now.get(one.id) ?? one), ...since];
      this.#tell(true);
    };
  }

  /** Who they are, as they say it. */
  describe(by) {
    Object.assign(this.by, by);
    this.#tell(this.unsaved || this.comments.length > 0);
  }

  /** Takes over what a file holds, and changes nothing where it is refused. How many came in, and how many were not whole. */
  open(file, content) {
    const kinds = this.#data.kinds.map(([kind]) => kind);
    const found = readFile(this.#data, file, content, kinds);
    const known = new Set(this.comments.map((one) => one.id));
    // The same comment twice is one; another that has its name keeps its words under a new one.
    const fresh = found.comments.filter((one) => !this.comments.some((here) => same(one, here)));
    const count = this.comments.length + fresh.length;
    if (count > this.#data.most) throw new Refused("many", { count, most: this.#data.most });
    for (const one of fresh) {
      let { id } = one;
      for (let n = 2; known.has(id); n += 1) id = `${one.id}~${n}`;
      known.add(id);
      this.comments.push({ ...one, id });
    }
    for (const [key, value] of Object.entries(found.by)) if (!this.by[key]) this.by[key] = value;
    this.#tell(this.unsaved);
    return { count: fresh.length, broken: found.broken };
  }

  /** It is in a file or a link now. */
  saved() {
    this.#tell(false);
  }

  get keeps() {
    return this.#kept;
  }

  #store() {
    try {
      localStorage.setItem(this.#key, this.written());
      return true;
    } catch {
      return false;
    }
  }

  /** Keeps everything on this device from now on, or nothing any more. Whether it is as was asked. */
  keep(wanted) {
    this.#kept = wanted && this.#store();
    if (!wanted) {
      try {
        localStorage.removeItem(this.#key);
      } catch {
        // A browser that gives no storage has none of it.
      }
    }
    for (const hear of this.#listeners) hear();
    return this.#kept === wanted;
  }

  /** Opens what was kept here earlier; whether there was something. */
  again() {
    let content = null;
    try {
      content = localStorage.getItem(this.#key);
    } catch {
      return false;
    }
    if (content === null) return false;
    this.open(this.file, content);
    return this.keep(true);
  }

  /** Comments on other versions of this page that are kept here: `[key, text]`. */
  older() {
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(this.#start) && key !== this.#key);
      return keys.map((key) => [key, localStorage.getItem(key) ?? ""]);
    } catch {
      return [];
    }
  }
}
