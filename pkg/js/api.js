// Checking an aid and reading its figures, and the arithmetic of weighing, in a browser. Node has api.node.js.
import initialise, * as wasm from "./wasm/weighup_api.js";
import { functions } from "./lib/functions.js";

export const { check, compute, figures } = functions(wasm, () =>
  initialise({ module_or_path: new URL("./wasm/weighup_api_bg.wasm", import.meta.url) }),
);
