// An aid as HTML that needs no script, wherever the file beside this one can be asked for. Node has static.node.js.
import initialise, * as wasm from "./wasm/weighup_author.js";
import { fetched, fromText } from "./lib/functions.js";
import { pages } from "./lib/pages.js";

// A development server or a bundler may leave the file behind: then it comes inside a module.
const ways = [
  () => fetched(new URL("./wasm/weighup_author_bg.wasm", import.meta.url)),
  () => fromText(import("./wasm/inlined-author.js")),
];

export const { first, page, styles } = pages(wasm, initialise, ...ways);
