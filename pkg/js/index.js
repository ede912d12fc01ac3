// Importing this file defines `<weighup-aid>`. On a server, where there are no elements, it does nothing.
import { define } from "./lib/element.js";
import { engineFromFile } from "./lib/engine.js";
import { textsInFile } from "./lib/languages.js";
import { fromFile } from "./lib/load.js";
import { beside } from "./lib/query.js";
import { recordFromFile } from "./lib/record.js";
import { restFromFile } from "./lib/rest.js";

// A page that adds a version to the address of this script gets it on these too.
const file = (locate) => () => beside(import.meta.url, locate());
// The build writes this line for every language, so that a bundler finds each file.
const texts = {
  NAME: textsInFile(file(() => new URL("./texts/NAME.json", import.meta.url))),
};

export const WeighupAid = define(
  fromFile(file(() => new URL("./wasm/weighup_element_bg.wasm", import.meta.url))),
  restFromFile(file(() => new URL("./wasm/weighup_rest.wasm", import.meta.url))),
  engineFromFile(file(() => new URL("./wasm/weighup_fit_bg.wasm", import.meta.url))),
  recordFromFile(file(() => new URL("./wasm/weighup_record.wasm", import.meta.url))),
  texts,
);
