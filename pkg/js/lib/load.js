// Loads WebAssembly: once per page, when the first element is shown.
import startWidget, { Widget } from "../wasm/weighup_element.js";
import { otherBuild } from "./build.js";
import { Failure } from "./failures.js";
import { altered } from "./integrity.js";
import { after } from "./older.js";

// As long as a file may take to answer and to arrive, on the slowest line that people read on.
const SECONDS = 90;

/**
 * The widget, from a file of its own, which a browser can cache and compile while it arrives. The first who asks may keep it
 * from starting until `wanted` is kept: it is on its way meanwhile.
 */
export function fromFile(locate) {
  return once(async (wanted) => {
    await startFile(locate, startWidget, wanted);
    return Widget;
  });
}

/** The widget, from a module that exports it as base64. */
export function fromText(load) {
  return once(async (wanted) => {
    await startText(load, startWidget, wanted);
    return Widget;
  });
}

/** Fetches a `.wasm` file and starts it, once `wanted` is kept. */
export async function startFile(locate, start, wanted) {
  if (typeof WebAssembly === "undefined") throw new Failure("no-wasm");
  const { url, sum } = locate();
  // A browser may have kept the file of the version before: it is asked for once more, past what is kept.
  const module = await fetched(url, sum, "default").catch((failure) => {
    if (!failure.mixed) throw failure;
    return fetched(url, sum, "reload");
  });
  await wanted;
  await run(start, module, url.href);
}

/** A `.wasm` file, compiled, of the build of this script, and with this hash where there is one to have. */
async function fetched(url, sum, cache) {
  let response;
  const late = after(SECONDS * 1000);
  try {
    response = await fetch(url.href, { credentials: "same-origin", cache, signal: late });
  } catch (cause) {
    throw new Failure("wasm-unreachable", { url: url.href, cause });
  }
  if (!response.ok) throw new Failure("wasm-missing", { url: url.href, status: response.status });
  const type = (response.headers.get("content-type") ?? "").split(";")[0].trim().toLowerCase();
  if (type === "text/html") throw new Failure("wasm-is-html", { url: url.href });
  if (type !== "application/wasm") {
    // It still works, only later: the file is compiled when it is all there.
    console.warn(`weighup: ${url.href} is served as "${type}". Serve .wasm files as application/wasm: pages start sooner.`);
    const bytes = await response.arrayBuffer().catch((cause) => {
      throw new Failure("wasm-unreachable", { url: url.href, cause });
    });
    if (new Uint8Array(bytes)[0] === "<".charCodeAt(0)) throw new Failure("wasm-is-html", { url: url.href });
    return compiled(() => WebAssembly.compile(bytes), url.href, { late, sum, bytes });
  }
  // It is checked while it is compiled, and nothing in it runs before both are done.
  const bytes = sum && response.clone().arrayBuffer();
  return compiled(() => WebAssembly.compileStreaming(response), url.href, { late, sum, bytes });
}

/** Starts the module that another exports as base64. */
export async function startText(load, start, wanted) {
  if (typeof WebAssembly === "undefined") throw new Failure("no-wasm");
  const { default: text } = await imported(load);
  await wanted;
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  await run(start, await compiled(() => WebAssembly.compile(bytes), "an inlined module"), "an inlined module");
}

/** A module of JavaScript that may not be there; a browser remembers that, so the next try asks for it under another address. */
async function imported(load) {
  try {
    return await load();
  } catch (cause) {
    const [url] = String(cause?.message).match(/https?:\/\/[^\s"']+/) ?? [];
    if (navigator.onLine === false) throw new Failure("wasm-unreachable", { url: url ?? "an inlined module", cause });
    if (!url) throw new Failure("wasm-missing", { url: "the module beside inline.js", status: `"${cause?.message}"` });
    const answer = await fetch(url).catch((cause) => {
      throw new Failure("wasm-unreachable", { url, cause });
    });
    if (!answer.ok) throw new Failure("wasm-missing", { url, status: answer.status });
    const again = new URL(url);
    again.searchParams.set("again", String(Date.now()));
    return await import(/* @vite-ignore */ /* webpackIgnore: true */ again.href).catch((cause) => {
      throw new Failure("wasm-missing", { url, status: `"${cause.message}"` });
    });
  }
}

async function compiled(compile, url, { late, sum, bytes } = {}) {
  const checking = sum ? wrongIn(bytes, sum) : null;
  let module;
  try {
    module = await compile();
  } catch (cause) {
    if (late?.aborted) throw new Failure("wasm-unreachable", { url, cause });
    const failure = refused(url, cause);
    // That a file is another one says more than what the compiler found in it.
    const wrong = failure.code === "wasm-invalid" && (await checking);
    throw wrong ? new Failure("wasm-invalid", { url, cause: wrong, mixed: true }) : failure;
  }
  const cause = (await checking) ?? otherBuild(module);
  if (cause) throw new Failure("wasm-invalid", { url, cause, mixed: true });
  return module;
}

/** What is wrong with a file that has to have a hash. One that cannot be checked is not run. */
async function wrongIn(bytes, sum) {
  try {
    return await altered(await bytes, sum);
  } catch (cause) {
    return `it could not be checked: ${cause.message}`;
  }
}

async function run(start, module, url) {
  try {
    await start({ module_or_path: module });
  } catch (cause) {
    throw refused(url, cause);
  }
}

function refused(url, cause) {
  const blocked = /Content Security Policy|unsafe-eval|disallowed by embedder|call to WebAssembly.*blocked/i.test(String(cause));
  return new Failure(blocked ? "wasm-blocked" : "wasm-invalid", { url, cause });
}

/** A file that comes after the widget: fetched at once, started when the first step no longer waits for anything. */
export class Later {
  #load;
  #release;
  #arrived = null;
  #failure = null;

  /** `load(wanted)` fetches at once, and starts what it fetched when the promise `wanted` is kept. */
  constructor(load) {
    const wanted = new Promise((release) => { this.#release = release; });
    this.#load = once(() => load(wanted));
  }

  /** The first step is on screen, or cannot be shown without: it may start. */
  start() {
    this.#release();
  }

  /** Whether it is here; `null` while nobody knows. */
  get arrived() {
    return this.#arrived;
  }

  /** Why it did not come. */
  get failure() {
    return this.#failure;
  }

  /** Loads it; settles when it is known whether it came, and never fails. */
  async arrive() {
    if (this.#arrived === false) this.#arrived = null;
    try {
      await this.#load();
      this.#arrived = true;
    } catch (failure) {
      if (this.#failure !== failure) console.error(`weighup: ${failure.message} [${failure.code}]`);
      this.#failure = failure;
      this.#arrived = false;
    }
  }
}

/** A failure is not kept: the next element, or the next try, starts afresh. */
export function once(load) {
  let loading;
  return (...how) => {
    loading ??= load(...how).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
