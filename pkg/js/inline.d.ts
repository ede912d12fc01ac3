/** The same as `weighup` with the WebAssembly inside the JavaScript, for bundlers that carry no other files along. */
export * from "./index.js";
