// Importing this file defines `<weighup-aid>`. On a server, where there are no elements, it does nothing.
import { define } from "./lib/element.js";
import { engineFromFile } from "./lib/engine.js";
import { fromFile } from "./lib/load.js";

export const WeighupAid = define(
  fromFile(() => new URL("./wasm/weighup_element_bg.wasm", import.meta.url)),
  engineFromFile(() => new URL("./wasm/weighup_fit_bg.wasm", import.meta.url)),
);
