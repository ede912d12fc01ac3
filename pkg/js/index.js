// Importing this file defines `<weighup-aid>`. On a server, where there are no elements, it does nothing.
import { define } from "./lib/element.js";
import { engineFromFile } from "./lib/engine.js";
import { fromFile } from "./lib/load.js";
import { restFromFile } from "./lib/rest.js";

// Each named on its own, so that a bundler finds it.
const texts = {
  cy: () => new URL("./texts/cy.json", import.meta.url),
  pl: () => new URL("./texts/pl.json", import.meta.url),
  ur: () => new URL("./texts/ur.json", import.meta.url),
  ar: () => new URL("./texts/ar.json", import.meta.url),
  easy: () => new URL("./texts/easy.json", import.meta.url),
};

export const WeighupAid = define(
  fromFile(() => new URL("./wasm/weighup_element_bg.wasm", import.meta.url)),
  restFromFile(() => new URL("./wasm/weighup_rest.wasm", import.meta.url)),
  engineFromFile(() => new URL("./wasm/weighup_fit_bg.wasm", import.meta.url)),
  texts,
);
