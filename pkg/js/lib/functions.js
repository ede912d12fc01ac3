// The functions of `weighup/api`: each loads the WebAssembly once, at its first use.
import { otherBuild } from "./build.js";
import { moment } from "./time.js";

/**
 * `wasm` is the glue's module, `initialise` starts it, and `ways` give the bytes of the WebAssembly: each is tried where the one
 * before gave none that are of this build.
 */
export function functions(wasm, initialise, ...ways) {
  const ready = starter(initialise, "weighup/api", ways);
  const call = (name) => async (given) => {
    await ready();
    return wasm[name](text(given));
  };
  const record = async (aid, answers, form, given = {}) => {
    await ready();
    return wasm.record(text(aid), text(answers), text({ at: moment(), ...given, form }));
  };
  return { check: call("check"), figures: call("figures"), compute: call("compute"), given: call("given"), record };
}

/** Starts the WebAssembly of an entry of the package once, at its first use; what failed is tried again. */
export function starter(initialise, entry, ways) {
  let starting;
  const start = async () => initialise({ module_or_path: await firstOf(entry, ways) });
  return () => {
    starting ??= start().catch((error) => {
      starting = undefined;
      throw error;
    });
    return starting;
  };
}

/** The JSON of what was given. What cannot be written as JSON is refused as the engine refuses a file that is none. */
export function text(given) {
  if (typeof given === "string") return given;
  let written, cause;
  try {
    written = JSON.stringify(given);
  } catch (error) {
    cause = error;
  }
  if (written !== undefined) return written;
  const refused = new Error("what was given cannot be written as JSON: give the text of a file, or the object that it parses to", { cause });
  throw Object.assign(refused, { name: "WeighupError", code: "format", place: "." });
}

async function firstOf(entry, [way, ...others]) {
  try {
    return await compiled(entry, await way());
  } catch (error) {
    if (others.length === 0) throw error;
    return firstOf(entry, others);
  }
}

/** The bytes of a file on a server. */
export async function fetched(url) {
  const response = await fetch(url.href);
  if (!response.ok) throw new Error(`${url.href} answered with status ${response.status}`);
  return response.arrayBuffer();
}

/** The bytes that a module exports as base64. */
export async function fromText(module) {
  const { default: text } = await module;
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

async function compiled(entry, bytes) {
  const module = await WebAssembly.compile(bytes);
  const wrong = otherBuild(module);
  if (wrong) throw new Error(`weighup: the WebAssembly of ${entry} could not be started: ${wrong}. Install the package again, whole.`);
  return module;
}
