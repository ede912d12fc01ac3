// Importing this file defines `<weighup-aid>`. On a server, where there are no elements, it does nothing.
//
// Every file of the element is named here, so that a browser without a bundler asks for all of them at once instead
// of finding the next ones in each.
import "./wasm/weighup_element.js";
import "./wasm/weighup_fit.js";
import "./styles.js";
import "./lib/aid.js";
import "./lib/failures.js";
import "./lib/frame.js";
import "./lib/guard.js";
import "./lib/print.js";
import "./lib/surroundings.js";
import { define } from "./lib/element.js";
import { engineFromFile } from "./lib/engine.js";
import { fromFile } from "./lib/load.js";

export const WeighupAid = define(
  fromFile(() => new URL("./wasm/weighup_element_bg.wasm", import.meta.url)),
  engineFromFile(() => new URL("./wasm/weighup_fit_bg.wasm", import.meta.url)),
);
