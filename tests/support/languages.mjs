// The languages of the interface, from their folders.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { root } from "./serve.mjs";

const folder = join(root, "languages");
const read = (name, file) => parse(readFileSync(join(folder, name, file), "utf8"));
const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Every language and variant: what its `language.toml` says, the name of its folder, and what the element itself says in it. */
export const languages = folders.map(({ name: folder }) => ({ ...read(folder, "language.toml"), folder, element: read(folder, "element.toml") }));

/** Those that are translated: all but English. */
export const translated = languages.filter(({ source }) => !source);

/** Those with plurals of their own: all but variants. */
export const spoken = languages.filter(({ variant_of }) => !variant_of);
