// Importing this file defines `<weighup-aid>`. On a server, where there are no elements, it does nothing.
import { define } from "./lib/element.js";
import { engineFromFile } from "./lib/engine.js";
import { checked, sumsFor } from "./lib/integrity.js";
import { textsInFile } from "./lib/languages.js";
import { fromFile } from "./lib/load.js";
import { beside } from "./lib/query.js";
import { recordFromFile } from "./lib/record.js";
import { restFromFile } from "./lib/rest.js";

// Where the page gives a hash for this script, each of these has to have its own.
const sums = sumsFor(import.meta.url);
// A page that adds a version to the address of this script gets it on these too.
const file = (name, locate) => () => ({ url: beside(import.meta.url, locate()), sum: sums[name] });
// The build writes this line for every language, so that a bundler finds each file.
const texts = {
  NAME: textsInFile(file("texts/NAME.json", () => new URL("./texts/NAME.json", import.meta.url))),
};

export const WeighupAid = define(
  fromFile(file("wasm/weighup_element_bg.wasm", () => new URL("./wasm/weighup_element_bg.wasm", import.meta.url))),
  restFromFile(file("wasm/weighup_rest.wasm", () => new URL("./wasm/weighup_rest.wasm", import.meta.url))),
  engineFromFile(file("wasm/weighup_fit_bg.wasm", () => new URL("./wasm/weighup_fit_bg.wasm", import.meta.url))),
  recordFromFile(file("wasm/weighup_record.wasm", () => new URL("./wasm/weighup_record.wasm", import.meta.url))),
  texts,
  checked(new URL("./lib/ehr.js", import.meta.url), sums["lib/ehr.js"], () => import("./lib/ehr.js")),
  checked(new URL("./lib/qr.js", import.meta.url), sums["lib/qr.js"], () => import("./lib/qr.js")),
  checked(new URL("./lib/given.js", import.meta.url), sums["lib/given.js"], () => import("./lib/given.js")),
  checked(new URL("./lib/signed.js", import.meta.url), sums["lib/signed.js"], () => import("./lib/signed.js")),
);
