// Importing this file defines `<weighup-aid>`. On a server, where there are no elements, it does nothing.
import { define } from "./lib/element.js";
import { engineFromFile } from "./lib/engine.js";
import { textsInFile } from "./lib/languages.js";
import { fromFile } from "./lib/load.js";
import { beside } from "./lib/query.js";
import { restFromFile } from "./lib/rest.js";

// Each named on its own, so that a bundler finds it. A page that adds a version to the address of this script gets it on these too.
const file = (locate) => () => beside(import.meta.url, locate());
const texts = {
  cy: textsInFile(file(() => new URL("./texts/cy.json", import.meta.url))),
  pl: textsInFile(file(() => new URL("./texts/pl.json", import.meta.url))),
  ur: textsInFile(file(() => new URL("./texts/ur.json", import.meta.url))),
  ar: textsInFile(file(() => new URL("./texts/ar.json", import.meta.url))),
  easy: textsInFile(file(() => new URL("./texts/easy.json", import.meta.url))),
};

export const WeighupAid = define(
  fromFile(file(() => new URL("./wasm/weighup_element_bg.wasm", import.meta.url))),
  restFromFile(file(() => new URL("./wasm/weighup_rest.wasm", import.meta.url))),
  engineFromFile(file(() => new URL("./wasm/weighup_fit_bg.wasm", import.meta.url))),
  texts,
);
