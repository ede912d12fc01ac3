// Files of a person's device: chosen in a field, dropped on the page, or in a folder that the browser lets the page write into.

// An aid is some dozens of kilobytes. What is larger is another kind of file, and reading it would hold up the page.
const MOST_BYTES = 4_000_000;
const MOST_FILES = 100;

const isOfAnAid = (name) => /\.toml$/i.test(name);

/** Refuses what is no folder of an aid, before any of it is read. */
function fit(files) {
  const found = files.filter(({ name }) => isOfAnAid(name));
  if (found.length === 0) throw new Error("There is no file of an aid here; choose aid.toml, and what stands beside it, such as review.toml and translations.");
  if (found.length > MOST_FILES) throw new Error(`That is ${found.length} files; an aid's folder has at most ${MOST_FILES}. Choose the folder of one aid.`);
  const large = found.find(({ size }) => size > MOST_BYTES);
  if (large) throw new Error(`“${large.name}” is ${large.size} bytes; a file of an aid has at most ${MOST_BYTES}. Choose another.`);
  const twice = found.find(({ name }, at) => found.findIndex((other) => other.name === name) < at);
  if (twice) throw new Error(`There are two files called “${twice.name}” here; choose the folder of one aid.`);
  return found;
}

const read = async (files) => Promise.all(fit(files).map(async (file) => [file.name, new Uint8Array(await file.arrayBuffer())]));

const equal = (one, other) => one.length === other.length && one.every((byte, at) => byte === other[at]);

/** Files without a place that they could be written back to: they are saved as downloads. */
export class Files {
  async chosen(files) {
    return { files: await read(files), place: null };
  }

  async dropped(transfer) {
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const loose = [...transfer.files];
    const folder = entries.find((entry) => entry.isDirectory);
    if (!folder) return loose.length > 0 ? this.chosen(loose) : null;
    const reader = folder.createReader();
    const inside = [];
    for (;;) {
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (some.length === 0) break;
      inside.push(...some.filter((entry) => entry.isFile));
      if (inside.length > MOST_FILES * 10) break;
    }
    return this.chosen(await Promise.all(inside.map((entry) => new Promise((done, failed) => entry.file(done, failed)))));
  }

  /** A folder that is written into; nothing where the person chooses none. */
  async folder() {
    let handle;
    try {
      handle = await globalThis.showDirectoryPicker({ mode: "readwrite", id: "weighup-desk" });
    } catch (error) {
      if (error?.name === "AbortError") return null;
      throw error;
    }
    const files = [];
    for await (const entry of handle.values()) if (entry.kind === "file" && isOfAnAid(entry.name)) files.push(await entry.getFile());
    const opened = await read(files);
    return { files: opened, place: new Folder(handle, opened) };
  }

  async save(files) {
    for (const [name, bytes] of files) {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([bytes], { type: "application/toml" }));
      link.download = name;
      link.click();
      // The browser has taken it once this task is over.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    }
    return { saved: files.map(([name]) => name), where: "downloads" };
  }
}

/** A folder of this device, and what was read of it or written into it last. */
class Folder {
  #handle;
  #known;
  // What was seen there last and is not on the desk.
  #news = new Map();

  constructor(handle, files) {
    this.#handle = handle;
    this.#known = new Map(files);
    this.name = handle.name;
  }

  /** All or nothing as far as that can be known before: a file that changed meanwhile stops everything, but for what was shown of `over`. */
  async save(files, over) {
    for (const [name] of files) {
      const there = await this.#there(name);
      const known = (name === over && this.#news.get(name)) || (this.#known.get(name) ?? null);
      if (!(there === null ? known === null : known !== null && equal(there, known))) return this.#clash(name, there);
    }
    const saved = [];
    try {
      for (const [name, bytes] of files) {
        const file = await this.#handle.getFileHandle(name, { create: true });
        // The browser writes beside the file and puts it in its place when it is closed.
        const stream = await file.createWritable();
        await stream.write(bytes);
        await stream.close();
        this.#known.set(name, bytes);
        this.#news.delete(name);
        saved.push(name);
      }
    } catch (error) {
      const words = error?.name === "NotAllowedError" ? "The browser does not let this page write into the folder any more." : String(error?.message ?? error);
      throw Object.assign(new Error(words), { saved });
    }
    return { saved, where: this.name };
  }

  /** What was last seen of a file is on the desk now. */
  took(name) {
    if (this.#news.has(name)) this.#known.set(name, this.#news.get(name));
  }

  #clash(name, there) {
    if (there === null) this.#known.delete(name);
    else this.#news.set(name, there);
    return { conflict: name, theirs: there && new TextDecoder().decode(there) };
  }

  async #there(name) {
    try {
      const file = await (await this.#handle.getFileHandle(name)).getFile();
      return new Uint8Array(await file.arrayBuffer());
    } catch (error) {
      if (error?.name === "NotFoundError") return null;
      throw error;
    }
  }
}
