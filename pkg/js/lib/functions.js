// The functions of `weighup/api`: each loads the WebAssembly once, at its first use.

/** `wasm` is the glue's module, `initialise` starts it. */
export function functions(wasm, initialise) {
  let starting;
  const ready = () => {
    starting ??= initialise().catch((error) => {
      starting = undefined;
      throw error;
    });
    return starting;
  };
  const text = (given) => (typeof given === "string" ? given : JSON.stringify(given));
  const call = (name) => async (given) => {
    await ready();
    return wasm[name](text(given));
  };
  return { check: call("check"), figures: call("figures"), compute: call("compute") };
}
