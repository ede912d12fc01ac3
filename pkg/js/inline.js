// The same as index.js with the WebAssembly and the texts of every language inside the JavaScript, for bundlers that carry no other
// files along (esbuild and Rollup without plugins). About a third more to download.
import { define } from "./lib/element.js";
import { engineFromText } from "./lib/engine.js";
import { textsInModule } from "./lib/languages.js";
import { fromText } from "./lib/load.js";
import { restFromText } from "./lib/rest.js";

// Each named on its own, so that a bundler finds it.
const texts = {
  cy: textsInModule(() => import("./texts/cy.js")),
  pl: textsInModule(() => import("./texts/pl.js")),
  ur: textsInModule(() => import("./texts/ur.js")),
  ar: textsInModule(() => import("./texts/ar.js")),
  easy: textsInModule(() => import("./texts/easy.js")),
};

export const WeighupAid = define(
  fromText(() => import("./wasm/inlined.js")),
  restFromText(() => import("./wasm/inlined-rest.js")),
  engineFromText(() => import("./wasm/inlined-fit.js")),
  texts,
);
