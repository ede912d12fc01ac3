// Where the aid comes from: the `aid` property, or the file that `src` names.
import { Failure } from "./failures.js";
import { altered } from "./integrity.js";
import { languageIn } from "./languages.js";
import { after, either } from "./older.js";

const SECONDS = 15;

/** The aid's JSON as text. `url` is a `URL`; the browser's own cache may answer. Where the page names hashes, it has one of them. */
export async function fetchAid(url, signal, cache = "default", hashes = "") {
  const where = url.href;
  const timeout = after(SECONDS * 1000);
  let response;
  let text;
  try {
    response = await fetch(where, { signal: either(signal, timeout), headers: { accept: "application/json" }, cache });
    text = await response.text();
  } catch (cause) {
    if (signal.aborted) throw cause;
    if (timeout.aborted) throw new Failure("aid-timeout", { url: where, seconds: SECONDS });
    throw new Failure("aid-unreachable", { url: where, cause });
  }
  if (!response.ok) throw new Failure("aid-missing", { url: where, status: response.status });
  // A server may send JSON under the name of a page, and a page under that of JSON.
  if (/^\s*</.test(text)) throw new Failure("aid-is-html", { url: where });
  const cause = hashes && (await altered(text, hashes));
  // A cache may have kept the aid of the version before.
  if (cause && cache === "default") return fetchAid(url, signal, "reload", hashes);
  if (cause) throw new Failure("aid-refused", { url: where, cause });
  return checked(text, where);
}

/**
 * The aid in the language that was asked for, when it names such a translation; else the aid itself. A translation is shown only
 * where it is the one that this aid was built with: another might have other figures. `hash` is what is still to be
 * compared with what the engine finds in it, where the browser cannot work it out.
 */
export async function inLanguage(text, url, tag, signal) {
  if (!text.includes('"translations"')) return { text };
  const { id, language, translations } = JSON.parse(text) ?? {};
  const wanted = languageIn(tag);
  const speaks = (said) => typeof said === "string" && languageIn(said) === wanted;
  // What is no list of translations is refused with the aid.
  const found = Array.isArray(translations) && translations.find((one) => speaks(one?.language));
  if (!found || speaks(language)) return { text };
  try {
    const address = new URL(found.file, url);
    if (address.origin !== url.origin) throw new Error(`The translation ${address.href} is on another origin than its aid.`);
    // A cache may have kept the translation of the version before.
    for (const cache of ["default", "reload"]) {
      const translated = await fetchAid(address, signal, cache);
      const hash = await hashOf(translated);
      if (JSON.parse(translated)?.id === id && (hash === null || hash === found.hash)) {
        return { text: translated, hash: hash === null ? found.hash : undefined };
      }
    }
    throw new Error(`The translation ${address.href} is not the one that the aid was built with. Publish all files that \`weighup build\` wrote, unchanged.`);
  } catch (failure) {
    if (signal.aborted) throw failure;
    console.error(`weighup: ${failure.message} The aid is shown in its own language.`);
    return { text };
  }
}

/** The hash of an aid's file, as the build writes it; `null` where the browser does not work it out (a page without https). */
async function hashOf(text) {
  if (!globalThis.crypto?.subtle) return null;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The text of an aid handed over as an object or as text. */
export function givenAid(aid) {
  const url = "in the `aid` property";
  if (typeof aid === "string") return checked(aid, url);
  let text;
  try {
    text = JSON.stringify(aid);
  } catch (cause) {
    throw new Failure("aid-not-json", { url, cause });
  }
  if (text === undefined) throw new Failure("aid-not-json", { url, cause: `it is a ${typeof aid}` });
  return text;
}

function checked(text, url) {
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new Failure("aid-not-json", { url, cause });
  }
  return text;
}
