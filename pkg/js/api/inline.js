// The same as ../api.js with the WebAssembly inside the JavaScript, for whatever carries no other files along.
import initialise, * as wasm from "../wasm/weighup_api.js";
import { fromText, functions } from "../lib/functions.js";

export const { check, compute, figures, given, record } = functions(wasm, initialise, () => fromText(import("../wasm/inlined-api.js")));
