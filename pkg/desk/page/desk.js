// Starts the desk: its WebAssembly knows what an aid is, and this script what a browser can do with files. Nothing is stored, and nothing is
// asked for but the files of this folder and, where `weighup desk` serves the page, those of the one aid it was started for.
import initialise, * as wasm from "../wasm/weighup_desk.js";
import { fetched, starter } from "../lib/functions.js";
import { Files } from "./files.js";
import { Frame } from "./frame.js";
import { served } from "./server.js";

const root = document.getElementById("desk");
const ready = starter(initialise, "weighup/desk", [() => fetched(new URL("../wasm/weighup_desk_bg.wasm", import.meta.url))]);

/** What the desk asks of the page it is in. Its methods are called by name from the WebAssembly. */
class Host {
  #page;
  #place;
  #unsaved = false;
  #files;
  #frame;

  constructor() {
    this.#files = new Files();
    this.#frame = new Frame((said) => this.#page?.previewed(JSON.stringify(said)));
    addEventListener("beforeunload", (event) => {
      if (this.#unsaved) event.preventDefault();
    });
    addEventListener("keydown", (event) => this.#pressed(event));
    addEventListener("dragover", (event) => event.preventDefault());
    addEventListener("drop", (event) => {
      event.preventDefault();
      const dropped = event.dataTransfer;
      this.#take(() => this.#files.dropped(dropped));
    });
  }

  /** `place` is what the page was served with, where it was. */
  async begin(place) {
    this.#page = wasm.start(root, this, new Date().toLocaleDateString("sv-SE"));
    if (!place) return;
    await this.#take(() => place.open());
    place.watch((names, contents) => this.#page.on_disk(names, contents));
  }

  /** What was chosen in the field for files. */
  choose(input) {
    const chosen = [...input.files];
    input.value = "";
    if (chosen.length > 0) this.#take(() => this.#files.chosen(chosen));
  }

  /** Whether the browser can open a folder and write into it. */
  folders() {
    return typeof globalThis.showDirectoryPicker === "function";
  }

  folder() {
    this.#take(() => this.#files.folder());
  }

  /** Another aid begins: where the last one came from is nothing to it. */
  forget() {
    this.#place = null;
  }

  /** Writes files to where they came from, or hands them over as downloads; `over` writes over what has changed there since. */
  async save(names, contents, over) {
    const files = names.map((name, at) => [name, contents[at]]);
    try {
      const place = this.#place?.save ? this.#place : this.#files;
      this.#page.saved(JSON.stringify(await place.save(files, over)));
    } catch (error) {
      this.#page.saved(JSON.stringify({ failed: words(error) }));
    }
  }

  /** The desk shows a file as it is where it came from. */
  took(name) {
    this.#place?.took?.(name);
  }

  unsaved(is) {
    this.#unsaved = is;
  }

  /** Shows an aid in the frame: JSON of what and how. */
  show(how) {
    this.#frame.show(JSON.parse(how));
  }

  async #take(open) {
    try {
      const opened = await open();
      if (!opened) return;
      this.#place = opened.place;
      this.#page.opened(opened.place?.name ?? "", opened.files.map(([name]) => name), opened.files.map(([, bytes]) => bytes));
    } catch (error) {
      this.#page.failed(words(error));
    }
  }

  /** Ctrl or ⌘ with S saves, wherever the focus is. */
  #pressed(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    this.#page?.pressed_save();
  }
}

const words = (error) => String(error?.message ?? error);

try {
  await ready();
  await new Host().begin(await served());
  document.documentElement.dataset.desk = "ready";
} catch (error) {
  root.querySelector('[role="status"]')?.replaceChildren(`The desk could not be started: ${words(error)}`);
}
