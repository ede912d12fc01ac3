// The code of all steps but the first: it shares the memory of the widget's module and fills the gaps in its table of
// functions (docs/decisions/0021-the-widget-in-two-files.md).
import { handed } from "./guard.js";
import { Later, startFile, startText } from "./load.js";

const start = ({ module_or_path: module }) => WebAssembly.instantiate(module, { __wasm_split: handed() });

export const restFromFile = (locate) => new Later((wanted) => startFile(locate, start, wanted));
export const restFromText = (load) => new Later((wanted) => startText(load, start, wanted));
