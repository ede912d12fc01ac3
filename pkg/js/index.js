// The custom element: importing this file defines `<weighup-aid>`.
import { define } from "./lib/element.js";

export const WeighupAid = define(
  () => new URL("./wasm/weighup_element_bg.wasm", import.meta.url),
);
