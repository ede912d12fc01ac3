// The consultation for hosts that draw it themselves, in Node.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import initialise, * as wasm from "./wasm/weighup_headless.js";
import { fromText } from "./lib/functions.js";
import { talks } from "./lib/talks.js";

// A bundler may leave the file behind, or give an address that no file has: then it comes inside a module.
const ways = [
  () => readFile(fileURLToPath(new URL("./wasm/weighup_headless_bg.wasm", import.meta.url).href)),
  () => fromText(import("./wasm/inlined-headless.js")),
];

export const { consultation, fit } = talks(wasm, initialise, ...ways);
