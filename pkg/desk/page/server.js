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
  // Whether it was said that the command is another one.
  #lost = false;
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

  /**
   * Writes one file after the other; the first that has changed there stops it, with what is there. What was shown of the file `over` is
   * written over; what came after it was shown, and any other file, is asked about.
   */
  async save(files, over) {
    const saved = [];
    try {
      return await this.#save(files, over, saved);
    } catch (error) {
      throw Object.assign(error, { saved });
    }
  }

  async #save(files, over, saved) {
    for (const [name, bytes] of files) {
      const answer = await this.#write(name, bytes, (name === over && this.#news.get(name)) || this.#hashes.get(name));
      if (answer.status === 412) {
        // The answer holds the file as it is there; without a hash it is gone.
        const hash = answer.headers.get("ETag");
        if (hash) this.#news.set(name, hash);
        else this.#hashes.delete(name);
        return { conflict: name, theirs: hash && await answer.text(), saved };
      }
      if (!answer.ok) throw await this.#refusal(answer, `${name}: `);
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

  /**
   * Goes on with a command that was started again, by the address that it printed. It has to be at the same port, since a page asks no other
   * place, and about the same folder: one of its files at least is as it was here.
   */
  async rejoin(address) {
    const there = at(address);
    const token = there?.searchParams.get("token");
    if (!token) throw new Error("That is not the whole address: it begins with http and ends with a token. Copy all of the line that weighup desk printed.");
    if (there.port !== location.port) {
      throw new Error(`That address is at port ${there.port}, and this page can only ask at ${location.port}. Download what is not saved, put it into the folder, and open that address; or end the command and start it with --port ${location.port}.`);
    }
    const before = this.#token;
    try {
      this.#token = token;
      const files = await this.#list();
      const same = ({ name, hash }) => bare(this.#hashes.get(name)) === bare(hash);
      if (!files.some(same)) throw new Error("The folder at that address has other files than this page has. Open that address in a tab of its own; nothing was changed.");
    } catch (error) {
      this.#token = before;
      throw error;
    }
    history.replaceState({ token }, "", location.pathname);
    this.#lost = false;
  }

  /** Asks for what changes on the disk until the page goes; what this page wrote itself is no news. */
  async watch({ changed, lost }) {
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
      } catch (error) {
        // Another command than the one that this page is from: what is written now could not be saved, and the author hears that at once.
        if (error.restarted && !this.#lost) {
          this.#lost = true;
          lost(error.message);
        }
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
    return ask(`${API}files/${encodeURIComponent(name)}`, { method: "PUT", body, headers: { [TOKEN]: this.#token, ...when } });
  }

  async #asked(what) {
    const answer = await ask(API + what, { cache: "no-store", headers: { [TOKEN]: this.#token } });
    if (!answer.ok) throw await this.#refusal(answer);
    return answer;
  }

  /** Why it was refused. Whoever does not know the token any more was started after this page was opened. */
  async #refusal(answer, of = "") {
    if (answer.status !== 403) return new Error(of + ((await answer.text()).trim() || `the server answered ${answer.status}`));
    if (this.#token === "") return new Error("Open the desk by the whole address that weighup desk printed; this page does not have it.");
    return Object.assign(new Error("weighup desk was started again since this page was opened, and has another address now."), { lost: true, restarted: true });
  }
}

const bare = (hash) => hash?.replaceAll('"', "");

/** Where an address leads; nothing where it is none of this machine. */
function at(address) {
  const url = URL.parse?.(address) ?? (URL.canParse?.(address) ? new URL(address) : null);
  return url && url.protocol === "http:" && ["localhost", "127.0.0.1", location.hostname].includes(url.hostname) ? url : null;
}

/** Asks, or says that nobody answers. */
async function ask(url, how) {
  try {
    return await fetch(url, how);
  } catch {
    throw Object.assign(new Error("Nobody answers at the address of this page: weighup desk has ended."), { lost: true });
  }
}
