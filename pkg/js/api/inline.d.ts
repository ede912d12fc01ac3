/** The same as `weighup/api` with the WebAssembly inside the JavaScript, for whatever carries no other files along. */
export * from "../api.js";
