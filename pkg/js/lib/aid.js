// Where the aid comes from: the `aid` property, or the file that `src` names.
import { Failure } from "./failures.js";
import { languageIn } from "./languages.js";

const SECONDS = 15;

/** The aid's JSON as text. `url` is a `URL`; the browser's own cache may answer. */
export async function fetchAid(url, signal) {
  const where = url.href;
  const timeout = AbortSignal.timeout(SECONDS * 1000);
  let response;
  let text;
  try {
    response = await fetch(url, { signal: either(signal, timeout), headers: { accept: "application/json" } });
    text = await response.text();
  } catch (cause) {
    if (signal.aborted) throw cause;
    if (timeout.aborted) throw new Failure("aid-timeout", { url: where, seconds: SECONDS });
    throw new Failure("aid-unreachable", { url: where, cause });
  }
  if (!response.ok) throw new Failure("aid-missing", { url: where, status: response.status });
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("text/html") || /^\s*<(!doctype|html)/i.test(text)) throw new Failure("aid-is-html", { url: where });
  return checked(text, where);
}

/** The aid in the language that was asked for, when it names such a translation; else the aid itself. */
export async function inLanguage(text, url, tag, signal) {
  if (!text.includes('"translations":[')) return text;
  const { language, translations } = JSON.parse(text);
  const wanted = languageIn(tag);
  const found = translations.find((one) => languageIn(one.language) === wanted);
  if (!found || languageIn(language) === wanted) return text;
  try {
    return await fetchAid(new URL(found.file, url), signal);
  } catch (failure) {
    if (signal.aborted) throw failure;
    console.error(`weighup: ${failure.message} The aid is shown in its own language.`);
    return text;
  }
}

/** The text of an aid handed over as an object or as text. */
export function givenAid(aid) {
  return typeof aid === "string" ? checked(aid, "in the `aid` property") : JSON.stringify(aid);
}

function checked(text, url) {
  try {
    JSON.parse(text);
  } catch (cause) {
    throw new Failure("aid-not-json", { url, cause });
  }
  return text;
}

// AbortSignal.any came to browsers in 2023 and 2024; phones in use are older.
function either(first, second) {
  const both = new AbortController();
  for (const signal of [first, second]) {
    if (signal.aborted) both.abort(signal.reason);
    signal.addEventListener("abort", () => both.abort(signal.reason), { once: true });
  }
  return both.signal;
}
