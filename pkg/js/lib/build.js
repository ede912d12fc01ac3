// The number of the build that all files of a package come from. Files of two builds must never run together: the functions they
// exchange have numbers, not names.

// The build writes it here (xtask/src/build/stamp.rs), into a section of every WebAssembly file and into the files of texts.
const BUILD = "not stamped";
// The section of a WebAssembly file that holds it.
const SECTION = "weighup-build";

export const isOfThisBuild = (found) => found === BUILD;

/** What is wrong with a compiled module, or nothing: it has to be of the same build as this script. */
export function otherBuild(module) {
  const [section] = WebAssembly.Module.customSections(module, SECTION);
  const found = section ? String.fromCharCode(...new Uint8Array(section)) : "none";
  return found === BUILD ? null : `it is of the build ${found}, and this script of the build ${BUILD}`;
}
