// An aid as HTML that needs no script, in Node, Deno and Bun.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import initialise, * as wasm from "./wasm/weighup_author.js";
import { fromText } from "./lib/functions.js";
import { pages } from "./lib/pages.js";

// A bundler may leave the file behind, or give an address that no file has: then it comes inside a module.
const ways = [
  () => readFile(fileURLToPath(new URL("./wasm/weighup_author_bg.wasm", import.meta.url).href)),
  () => fromText(import("./wasm/inlined-author.js")),
];

export const { first, page, styles } = pages(wasm, initialise, ...ways);
