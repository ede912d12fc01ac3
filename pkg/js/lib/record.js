// The record of a consultation: its code is a file of its own, cut off the engine's, and is asked for once somebody wants a record.
// It shares the memory of the engine's module and fills the gaps in its table of functions.
import { handedByEngine } from "./engine.js";
import { Later, startFile, startText } from "./load.js";

const start = ({ module_or_path: module }) => WebAssembly.instantiate(module, { __wasm_split: handedByEngine() });

/** The forms that are shown, to be looked at and copied; the others are files, each with its kind and the ending of its name. */
const FILES = {
  html: ["text/html", "html"],
  json: ["application/json", "json"],
  prsb: ["text/plain", "txt"],
  plan: ["text/plain", "txt"],
  fhir: ["application/fhir+json", "json"],
};

class RecordCode extends Later {
  /** Whatever is missing is loaded; throws where something does not come. */
  async come(engine) {
    for (const file of [engine, this]) {
      file.start();
      if (!file.arrived) await file.arrive();
      if (!file.arrived) throw file.failure;
    }
  }
}

/** The name and the kind of the file of a form; nothing for what is shown. */
export function fileOf(form, id) {
  const [type, ending] = FILES[form] ?? [];
  return type ? { name: `${id}-${form}.${ending}`, type: `${type};charset=utf-8` } : null;
}

export const recordFromFile = (locate) => new RecordCode((wanted) => startFile(locate, start, wanted));
export const recordFromText = (load) => new RecordCode((wanted) => startText(load, start, wanted));
