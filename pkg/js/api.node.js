// Checking an aid and reading its figures, and the arithmetic of weighing, in Node.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import initialise, * as wasm from "./wasm/weighup_api.js";
import { fromText, functions } from "./lib/functions.js";

// A bundler may leave the file behind, or give an address that no file has: then it comes inside a module.
const ways = [
  () => readFile(fileURLToPath(new URL("./wasm/weighup_api_bg.wasm", import.meta.url).href)),
  () => fromText(import("./wasm/inlined-api.js")),
];

export const { check, compute, figures, given, record } = functions(wasm, initialise, ...ways);
