// The same as index.js with the WebAssembly and the texts of every language inside the JavaScript, for bundlers that carry no other
// files along (esbuild and Rollup without plugins). About a third more to download.
import { define } from "./lib/element.js";
import { engineFromText } from "./lib/engine.js";
import { textsInModule } from "./lib/languages.js";
import { fromText } from "./lib/load.js";
import { recordFromText } from "./lib/record.js";
import { restFromText } from "./lib/rest.js";

// The build writes this line for every language, so that a bundler finds each module.
const texts = {
  NAME: textsInModule(() => import("./texts/NAME.js")),
};

export const WeighupAid = define(
  fromText(() => import("./wasm/inlined.js")),
  restFromText(() => import("./wasm/inlined-rest.js")),
  engineFromText(() => import("./wasm/inlined-fit.js")),
  recordFromText(() => import("./wasm/inlined-record.js")),
  texts,
  () => import("./lib/ehr.js"),
  () => import("./lib/qr.js"),
  () => import("./lib/given.js"),
  () => import("./lib/signed.js"),
);
