/** The same as `weighup/headless` with the WebAssembly inside the JavaScript, for whatever carries no other files along. */
export * from "../headless.js";
