// The code of all steps but the first: it shares the memory of the widget's module and fills the gaps in its table of
// functions (docs/decisions/0021-the-widget-in-two-files.md). Their styles come in the same file, and are there before any of it runs.
import { dressLater } from "./dressed.js";
import { handed } from "./guard.js";
import { Later, startFile, startText } from "./load.js";

async function start({ module_or_path: module }) {
  dressLater(module);
  return WebAssembly.instantiate(module, { __wasm_split: handed() });
}

export const restFromFile = (locate) => new Later((wanted) => startFile(locate, start, wanted));
export const restFromText = (load) => new Later((wanted) => startText(load, start, wanted));
