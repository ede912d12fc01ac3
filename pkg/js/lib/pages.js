// `weighup/static`: an aid as HTML that needs no script.
import { starter, text } from "./functions.js";

/** Where a site made by `weighup build` has its stylesheet, seen from a page in `aids/`. */
export const STYLESHEET = "../weighup/weighup.css";

/** What the package exports, standing on `wasm`, the glue's module, which `initialise` starts with the bytes that one of `ways` gives. */
export function pages(wasm, initialise, ...ways) {
  const ready = starter(initialise, "weighup/static", ways);
  const made = (name) => async (aid, given = {}) => {
    await ready();
    return wasm[name](text(aid), text({ stylesheet: STYLESHEET, ...given }));
  };
  const styles = async () => {
    await ready();
    return wasm.styles();
  };
  return { page: made("page"), first: made("first"), styles };
}
