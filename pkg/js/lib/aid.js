// Where the aid comes from: the `aid` property, or the file that `src` names.
import { Failure } from "./failures.js";
import { altered } from "./integrity.js";
import { languageIn } from "./languages.js";
import { after, either, isOwn } from "./older.js";
import { once } from "./once.js";

const SECONDS = 15;

/** The aid's JSON as text. `url` is a `URL`; the browser's own cache may answer. Where the page names hashes, it has one of them. */
export async function fetchAid(url, signal, cache = "default", hashes = "") {
  const where = url.href;
  const { ok, status, text } = await answered(where, signal, cache);
  if (!ok) throw new Failure("aid-missing", { url: where, status });
  // A server may send JSON under the name of a page, and a page under that of JSON.
  if (/^\s*</.test(text)) throw new Failure("aid-is-html", { url: where });
  const cause = hashes && (await altered(text, hashes));
  // A cache may have kept the aid of the version before.
  if (cause && cache === "default") return fetchAid(url, signal, "reload", hashes);
  if (cause) throw new Failure("aid-refused", { url: where, cause });
  return checked(text, where);
}

/**
 * The same, where the page names `keys`: its text, and the name of the key that signed it, which is empty where the browser cannot check and the
 * page does not demand it. `check` loads what checks.
 */
export async function fetchSigned(url, signal, hashes, keys, required, check, cache = "default") {
  const where = new URL(url);
  where.pathname += ".minisig";
  const loaded = check().catch((cause) => {
    throw new Failure("wasm-unreachable", { url: "lib/signed.js", cause });
  });
  const [text, { ok, text: signature }, { signed }] = await Promise.all([fetchAid(url, signal, cache, hashes), answered(where.href, signal, cache), loaded]);
  const { code, cause, by } = await signed({ text, url, signature: ok ? signature : null, beside: where.href, keys, required });
  if (!code) return { text, signed: by };
  // Of two files a cache may have kept the one of the version before.
  if (cache === "default") return fetchSigned(url, signal, hashes, keys, required, check, "reload");
  throw new Failure(code, { url: url.href, cause });
}

/** What a server answers, asked once for all who want it. */
const answered = (where, signal, cache) => once(`${cache} ${where}`, signal, (signal) => asked(where, signal, cache));

/** What a server answers. */
async function asked(where, signal, cache) {
  const timeout = after(SECONDS * 1000);
  try {
    const response = await fetch(where, { signal: either(signal, timeout), headers: { accept: "application/json" }, cache });
    return { ok: response.ok, status: response.status, text: await response.text() };
  } catch (cause) {
    if (signal.aborted) throw cause;
    if (timeout.aborted) throw new Failure("aid-timeout", { url: where, seconds: SECONDS });
    throw new Failure("aid-unreachable", { url: where, cause });
  }
}

/**
 * The aid in the language that was asked for, when it names such a translation; else the aid itself. A translation is shown only
 * where it is the one that this aid was built with: another might have other figures. It lies beside the aid at `url`; of an aid that the page
 * handed over it is among those `held`, by the name of its file. `hash` is what is still to be compared with what the engine finds in it, where
 * the browser cannot work it out.
 */
export async function inLanguage(text, tag, signal, { url, held }) {
  if (!text.includes('"translations"')) return { text };
  const { id, language, translations } = JSON.parse(text) ?? {};
  const wanted = languageIn(tag);
  const speaks = (said) => typeof said === "string" && languageIn(said) === wanted;
  // What is no list of translations is refused with the aid.
  const found = Array.isArray(translations) && translations.find((one) => speaks(one?.language));
  if (!found || speaks(language)) return { text };
  // A page that hands over an aid without its translations has chosen so.
  if (!url && !isOwn(held, found.file)) return { text };
  try {
    for (const read of url ? beside(found.file, url, signal) : [() => givenAid(held[found.file])]) {
      const translated = await read();
      const hash = await hashOf(translated);
      if (JSON.parse(translated)?.id === id && (hash === null || hash === found.hash)) {
        return { text: translated, hash: hash === null ? found.hash : undefined };
      }
    }
    throw new Error(`The translation ${url ? new URL(found.file, url).href : found.file} is not the one that the aid was built with. Publish all files that \`weighup build\` wrote, unchanged.`);
  } catch (failure) {
    if (signal.aborted) throw failure;
    console.error(`weighup: ${failure.message} The aid is shown in its own language.`);
    return { text };
  }
}

/** Ways to a file beside the aid: a cache may have kept the one of the version before. */
function beside(file, url, signal) {
  const address = new URL(file, url);
  if (address.origin !== url.origin) throw new Error(`The translation ${address.href} is on another origin than its aid.`);
  return ["default", "reload"].map((cache) => () => fetchAid(address, signal, cache));
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
