// An author's files checked and built, in Node, Deno and Bun: what `npx weighup` runs.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import initialise, * as wasm from "./wasm/weighup_author.js";
import { fromText } from "./lib/functions.js";
import { desk } from "./lib/desk.js";

// A bundler may leave the file behind, or give an address that no file has: then it comes inside a module.
const ways = [
  () => readFile(fileURLToPath(new URL("./wasm/weighup_author_bg.wasm", import.meta.url).href)),
  () => fromText(import("./wasm/inlined-author.js")),
];

export const { build, check } = desk(wasm, initialise, ...ways);
