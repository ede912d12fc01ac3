// The consultation for hosts that draw it themselves, in a browser. Node has headless.node.js.
import initialise, * as wasm from "./wasm/weighup_headless.js";
import { fetched, fromText } from "./lib/functions.js";
import { talks } from "./lib/talks.js";

// A development server or a bundler may leave the file behind: then it comes inside a module.
const ways = [
  () => fetched(new URL("./wasm/weighup_headless_bg.wasm", import.meta.url)),
  () => fromText(import("./wasm/inlined-headless.js")),
];

export const { consultation, fit } = talks(wasm, initialise, ...ways);
