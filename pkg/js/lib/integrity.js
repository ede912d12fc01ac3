// Whether a file is the one that was meant, to the byte. A page that names the hash of index.js has the browser check that file, and
// the hashes of the files that index.js asks for stand in it: one hash in the page holds for all of them.

// The build writes here what each of those files has (xtask/src/build/integrity.rs).
const SUMS = {};
const KNOWN = /^sha(256|384|512)-[A-Za-z0-9+/_-]+={0,2}$/;

/** The hash of every file that the script at this address asks for, where the page gives a hash for the script; otherwise none. */
export function sumsFor(script) {
  const given = [...(globalThis.document?.querySelectorAll?.("script[integrity]") ?? [])];
  return given.some(({ src, integrity }) => src === script && integrity.trim()) ? SUMS : {};
}

/**
 * A script that is loaded when it is first used. Where it has to have a hash the browser checks that, as of any script of a page, and what is
 * imported then is what was checked: a page has one module for one address.
 */
export const checked = (address, sum, load) => async () => {
  if (sum) {
    await new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { type: "module", integrity: sum, src: address.href, onload: resolve });
      script.onerror = () => reject(new Error(`${address.pathname} did not come, or is not the file with the hash ${sum}`));
      document.head.append(script);
    });
  }
  return load();
};

/** What is wrong with a file, in words, or nothing: it has to have one of the hashes in `wanted`, which are apart by spaces. */
export async function altered(file, wanted) {
  const sums = wanted.trim().split(/\s+/).filter((sum) => KNOWN.test(sum));
  if (sums.length === 0) return `the page asks for the hash "${wanted}", and a hash is written like sha256-…: copy it from integrity.json`;
  if (!globalThis.crypto?.subtle) return "the page asks for its hash, which a browser works out on pages with https alone";
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  for (const sum of sums) if ((await sumOf(bytes, sum)) === plain(sum)) return null;
  return `its bytes are not those that the page asks for: it has the hash ${await sumOf(bytes, sums[0])}, and not ${sums.join(" or ")}`;
}

/** The hash of some bytes, by the way that another names. */
async function sumOf(bytes, like) {
  const [way] = like.split("-");
  const hash = new Uint8Array(await crypto.subtle.digest(way.replace("sha", "SHA-"), bytes));
  return `${way}-${btoa(String.fromCharCode(...hash))}`;
}

/** A browser reads both ways of writing a hash in letters. */
const plain = (sum) => sum.replace(/^(sha...)-(.*)$/, (_, way, rest) => `${way}-${rest.replaceAll("-", "+").replaceAll("_", "/")}`);
