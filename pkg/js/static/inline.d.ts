/** The same as `weighup/static` with the WebAssembly inside the JavaScript, for whatever carries no other files along. */
export * from "../static.js";
