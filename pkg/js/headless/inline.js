// The same as ../headless.js with the WebAssembly inside the JavaScript, for whatever carries no other files along.
import initialise, * as wasm from "../wasm/weighup_headless.js";
import { fromText } from "../lib/functions.js";
import { talks } from "../lib/talks.js";

export const { consultation, fit } = talks(wasm, initialise, () => fromText(import("../wasm/inlined-headless.js")));
