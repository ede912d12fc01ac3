// The same as index.js with the WebAssembly inside the JavaScript, for bundlers that carry no other files along
// (esbuild and Rollup without plugins). About a third more to download.
import { define } from "./lib/element.js";
import { engineFromText } from "./lib/engine.js";
import { fromText } from "./lib/load.js";
import { restFromText } from "./lib/rest.js";

// Each named on its own, so that a bundler finds it.
const texts = {
  cy: () => new URL("./texts/cy.json", import.meta.url),
  pl: () => new URL("./texts/pl.json", import.meta.url),
  ur: () => new URL("./texts/ur.json", import.meta.url),
  ar: () => new URL("./texts/ar.json", import.meta.url),
  easy: () => new URL("./texts/easy.json", import.meta.url),
};

export const WeighupAid = define(
  fromText(() => import("./wasm/inlined.js")),
  restFromText(() => import("./wasm/inlined-rest.js")),
  engineFromText(() => import("./wasm/inlined-fit.js")),
  texts,
);
