// The folder that `weighup desk` was started for. Where another server has this page, nothing is asked for.

const API = "/-/";
const TOKEN = "X-Weighup-Token";

/** The place that this page was served with, or nothing. The token leaves the address at once: it is of no use to a history or a copy of it. */
export async function served() {
  if (!location.pathname.startsWith(`${API}desk/`)) return null;
  const token = new URLSearchParams(location.search).get("token") ?? history.state?.token ?? "";
  // A page that is loaded anew still has it.
  history.replaceState({ token }, "", location.pathname);
  return new Served(token);
}

class Served {
  #token;
  // What the desk holds of each file, and what was seen on the disk since and is not on the desk: only the first may be written over unasked.
  #hashes = new Map();
  #news = new Map();
  name = "the folder of this desk";

  constructor(token) {
    this.#token = token;
  }

  async open() {
    const files = [];
    for (const { name } of await this.#list()) {
      const { bytes, hash } = await this.#read(name);
      this.#hashes.set(name, hash);
      files.push([name, bytes]);
    }
    return { files, place: this };
  }

  /** Writes one file after the other; the first that has changed there stops it, with what is there. */
  async save(files, over) {
    const saved = [];
    for (const [name, bytes] of files) {
      let answer = await this.#write(name, bytes, (over && this.#news.get(name)) || this.#hashes.get(name));
      if (answer.status === 412) {
        // The answer holds the file as it is there; without a hash it is gone.
        const hash = answer.headers.get("ETag");
        if (hash) this.#news.set(name, hash);
        else this.#hashes.delete(name);
        const theirs = hash && await answer.text();
        if (!over) return { conflict: name, theirs };
        answer = await this.#write(name, bytes, hash);
      }
      if (!answer.ok) throw new Error(`${name}: ${await reason(answer)}`);
      this.#hashes.set(name, answer.headers.get("ETag"));
      this.#news.delete(name);
      saved.push(name);
    }
    return { saved, where: this.name };
  }

  /** What was last seen of a file is on the desk now. */
  took(name) {
    const hash = this.#news.get(name);
    if (hash) this.#hashes.set(name, hash);
    this.#news.delete(name);
  }

  /** Asks for what changes on the disk until the page goes; what this page wrote itself is no news. */
  async watch(changed) {
    for (let after = 0, wait = 1_000; ;) {
      try {
        const answer = await this.#asked(`next?after=${after}`);
        after = Number((await answer.text()).trim()) || after;
        const known = ({ name, hash }) => [this.#hashes.get(name), this.#news.get(name)].some((one) => bare(one) === bare(hash));
        const [names, contents] = [[], []];
        for (const { name } of (await this.#list()).filter((file) => !known(file))) {
          const { bytes, hash } = await this.#read(name);
          this.#news.set(name, hash);
          names.push(name);
          contents.push(bytes);
        }
        if (names.length > 0) changed(names, contents);
        wait = 1_000;
      } catch {
        // The command has ended, or the machine slept: saving says so; until then it is asked ever more seldom.
        await new Promise((on) => setTimeout(on, wait));
        wait = Math.min(wait * 2, 30_000);
      }
    }
  }

  async #list() {
    return (await this.#asked("files")).json();
  }

  async #read(name) {
    const answer = await this.#asked(`files/${encodeURIComponent(name)}`);
    return { hash: answer.headers.get("ETag"), bytes: new Uint8Array(await answer.arrayBuffer()) };
  }

  #write(name, body, hash) {
    const when = hash ? { "If-Match": hash } : { "If-None-Match": "*" };
    return fetch(`${API}files/${encodeURIComponent(name)}`, { method: "PUT", body, headers: { [TOKEN]: this.#token, ...when } });
  }

  async #asked(what) {
    const answer = await fetch(API + what, { cache: "no-store", headers: { [TOKEN]: this.#token } });
    if (!answer.ok) throw new Error(await reason(answer));
    return answer;
  }
}

const bare = (hash) => hash?.replaceAll('"', "");
const reason = async (answer) => (await answer.text()).trim() || `the server answered ${answer.status}`;
