// Checking an aid and reading its figures, the arithmetic of weighing, and reading what people gave, in a browser. Node has api.node.js.
import initialise, * as wasm from "./wasm/weighup_api.js";
import { fetched, fromText, functions } from "./lib/functions.js";

// A development server or a bundler may leave the file behind: then it comes inside a module.
const ways = [
  () => fetched(new URL("./wasm/weighup_api_bg.wasm", import.meta.url)),
  () => fromText(import("./wasm/inlined-api.js")),
];

export const { check, compute, figures, given, record } = functions(wasm, initialise, ...ways);
