// Finds out which language a page asks for, among those of the interface, and loads the texts in it.
import { isOfThisBuild } from "./build.js";
import { altered } from "./integrity.js";
import { either, isOwn } from "./older.js";
import { VARIANTS } from "./spoken.js";

// As long as a file of texts may take. English is there without it.
const SECONDS = 15;

/** The variant that a tag names, or what stands first in it: two tags with the same are one language here. */
export function languageIn(tag) {
  const parts = tag.toLowerCase().split(/[-_]/);
  return VARIANTS.get(parts.join("-")) ?? parts[0];
}

/** The texts of one language in a file of their own; `locate` gives its address, and its hash where it has to have one. */
export function textsInFile(locate) {
  return {
    where: () => locate().url.href,
    async load(signal, again) {
      const { url, sum } = locate();
      const response = await fetch(url.href, { signal, cache: again ? "reload" : "default" });
      if (!response.ok) throw new Error(`status ${response.status}`);
      const text = await response.text();
      const wrong = sum && (await altered(text, sum));
      if (wrong) throw new OtherBuild(wrong);
      return text;
    },
  };
}

/** The texts of one language in a module that exports them. */
export function textsInModule(load) {
  return { where: () => "an inlined module", load: async () => (await load()).default };
}

/**
 * The interface for a language: its texts, or English where there are none. `known(texts)` says whether the widget can read them;
 * it may be given late, as the code comes beside the texts. `written` is what the page has for the tag, by which its owner finds it.
 */
export async function interfaceIn(tag, files, signal, known, written) {
  const name = languageIn(tag);
  const english = { name: "en", lang: name === "en" ? tag : "en-GB", texts: undefined };
  if (name === "en") return english;
  if (!isOwn(files, name)) {
    console.warn(`weighup: there are no texts in "${written}", so the interface is in English. There are: en, ${Object.keys(files).join(", ")}.`);
    return english;
  }
  const late = new AbortController();
  const patience = setTimeout(() => late.abort(new Error(`it did not arrive within ${SECONDS} seconds`)), SECONDS * 1000);
  const given = either(signal, late.signal);
  try {
    // A browser may have kept the file of the version before: it is asked for once more, past what is kept.
    const texts = await read(files[name], given, false).catch((wrong) => {
      if (!(wrong instanceof OtherBuild)) throw wrong;
      return read(files[name], given, true);
    });
    if (!(await known(texts))) throw new Error("it has other texts than this version of index.js");
    return { name, lang: tag, texts };
  } catch (cause) {
    if (signal.aborted) throw cause;
    const { message } = late.signal.aborted ? late.signal.reason : cause;
    console.error(`weighup: ${files[name].where()} could not be loaded (${message}), so the interface is in English. Upload the folder "texts" beside index.js, all files of one version; with Parcel, import "weighup/inline".`);
    return english;
  } finally {
    clearTimeout(patience);
  }
}

class OtherBuild extends Error {}

/** The texts as the widget reads them: without the number of the build. */
async function read(file, signal, again) {
  const text = await Promise.race([file.load(signal, again), new Promise((_, late) => {
    signal.addEventListener("abort", () => late(signal.reason), { once: true });
  })]);
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    throw new Error("it is not JSON");
  }
  const { build, ...texts } = found ?? {};
  if (!isOfThisBuild(build)) throw new OtherBuild("it is of another version than index.js");
  return JSON.stringify(texts);
}
