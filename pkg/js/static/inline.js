// The same as ../static.js with the WebAssembly inside the JavaScript, for whatever carries no other files along.
import initialise, * as wasm from "../wasm/weighup_author.js";
import { fromText } from "../lib/functions.js";
import { pages } from "../lib/pages.js";

export const { first, page, styles } = pages(wasm, initialise, () => fromText(import("../wasm/inlined-author.js")));
