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
  #served;
  #unsaved = false;
  #files;
  #frame;

  constructor() {
    this.#files = new Files();
    this.#frame = new Frame((said) => this.#page?.previewed(JSON.stringify(said)));
    addEventListener("beforeunload", (event) => {
      if (!this.#unsaved) return;
      event.preventDefault();
      // Whoever stays finds where it is that would have been lost.
      this.#page.leaving();
    });
    addEventListener("keydown", (event) => this.#pressed(event));
    addEventListener("dragover", (event) => event.preventDefault());
    addEventListener("drop", (event) => {
      event.preventDefault();
      const dropped = event.dataTransfer;
      // What is on the desk and nowhere else is not given for what slipped from the hand.
      if (this.#unsaved) this.#page?.failed("There are changes here that are not saved, so what was dropped was not opened. Save, or close this aid, and drop it again.");
      else this.#take(() => this.#files.dropped(dropped));
    });
  }

  /** `place` is what the page was served with, where it was. */
  async begin(place) {
    this.#page = wasm.start(root, this, new Date().toLocaleDateString("sv-SE"));
    if (!place) return;
    await this.#take(() => place.open());
    this.#served = place;
    place.watch({
      changed: (names, contents) => this.#place === place && this.#page.on_disk(names, contents),
      lost: (why) => this.#place === place && this.#page.lost(why),
    });
  }

  /** The address of a command that was started again, as a person copied it: from then on files are saved through that one. */
  async rejoin(address) {
    try {
      await this.#served.rejoin(address);
      this.#page.rejoined("");
    } catch (error) {
      this.#page.rejoined(words(error));
    }
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

  /** Writes files to where they came from, or hands them over as downloads; `over` is a file to be written over what was shown of it. */
  async save(names, contents, over) {
    const files = names.map((name, at) => [name, contents[at]]);
    try {
      const place = this.#place?.save ? this.#place : this.#files;
      this.#page.saved(JSON.stringify(await place.save(files, over)));
    } catch (error) {
      this.#page.saved(JSON.stringify({ failed: words(error), saved: error?.saved ?? [], lost: error?.lost === true }));
    }
  }

  /** Hands files over as downloads, wherever they came from. */
  download(names, contents) {
    this.#files.save(names.map((name, at) => [name, contents[at]]));
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
