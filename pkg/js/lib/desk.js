// `weighup/author`: an author's files checked and built, TOML and all, as the command `weighup` does it.
import { starter, text } from "./functions.js";
import { STYLESHEET } from "./pages.js";
import { today } from "./time.js";

/** What the package exports, standing on `wasm`, the glue's module, which `initialise` starts with the bytes that one of `ways` gives. */
export function desk(wasm, initialise, ...ways) {
  const ready = starter(initialise, "weighup/author", ways);

  /** Everything that is to be said of an aid's files. `day: null` says nothing of dates. */
  async function check(files, { day = today(), ...given } = {}) {
    await ready();
    return taken(wasm, files).check(text({ day, ...given }));
  }

  /** Every file of a site's `aids/`, unless an aid has errors. */
  async function build(folders, { day = today(), stylesheet = STYLESHEET, scores = true, ...given } = {}) {
    await ready();
    const building = new wasm.Building(text({ day, stylesheet, scores, ...given }));
    try {
      const each = Array.from(folders, (files) => building.add(taken(wasm, files)));
      const sum = (what) => each.reduce((all, one) => all + one[what], 0);
      const ok = each.every((one) => one.ok);
      const files = ok ? Object.assign({}, ...each.map((one) => one.files), { "index.json": building.list() }) : {};
      return { ok, errors: sum("errors"), warnings: sum("warnings"), problems: each.flatMap(({ problems }) => problems), files };
    } finally {
      building.free();
    }
  }

  return { check, build };
}

/** An aid's files as the WebAssembly takes them: the aid first, then what stands beside it, in order of name. */
function taken(wasm, files) {
  const names = Object.keys(files ?? {}).sort();
  const aid = names.find((name) => /(^|[/\\])aid\.toml$/.test(name));
  if (aid === undefined) throw new Error("there is no `aid.toml` among the files; give an object of texts or bytes by their names");
  const held = new wasm.Files();
  for (const name of [aid, ...names.filter((other) => other !== aid)]) {
    const content = files[name];
    held.add(name, typeof content === "string" ? new TextEncoder().encode(content) : content);
  }
  return held;
}
