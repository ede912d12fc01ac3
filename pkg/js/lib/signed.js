// Who signed an aid, where the page names keys (`keys`): the signature is a file of minisign's beside the aid, and the browser's own
// cryptography checks it before anything of the aid is shown. A file of its own, asked for then; it stands on no other file.

const KEY = /^RW[A-Za-z0-9+/]{54}$/;
// A name may have commas in it: a new key begins after one.
const BETWEEN = /,(?=\s*RW[A-Za-z0-9+/]{54}\s*(?:=|,|$))/;
const [UNTRUSTED, TRUSTED] = ["untrusted comment: ", "trusted comment: "];

/**
 * Whether the text of an aid is signed: `{ by }` with the name of the key, which is empty where the browser cannot check and need not; otherwise
 * `{ code, cause }`. `signature` is the text beside it, `null` where there is none at `beside`; `url` is where the aid came from.
 */
export async function signed({ text, url, signature, beside, keys, required }) {
  const named = keysIn(keys);
  if (typeof named === "string") return { code: "keys-invalid", cause: named };
  const imported = await importable(named);
  if (typeof imported === "string") return { code: "keys-invalid", cause: `keys="${keys}": ${imported} is no public key; copy the second line of the file .pub that minisign wrote` };
  if (!imported) {
    const cause = "this browser cannot check who signed it (Ed25519 in WebCrypto, and a page with https), and the page says keys-required";
    return required ? { code: "aid-unchecked", cause } : { by: "" };
  }
  if (signature === null) return { code: "aid-unsigned", cause: `it is not signed: there is no ${beside}; put there what \`weighup sign\` wrote` };
  const read = parts(signature);
  if (typeof read === "string") return { code: "aid-unsigned", cause: `${beside} ${read}` };
  const candidates = imported.filter(({ id }) => id === read.id);
  if (candidates.length === 0) return { code: "aid-unsigned", cause: `it is signed with the key ${shown(read.id)}, which the page does not name; it names ${imported.map(({ id, name }) => `${shown(id)} (${name})`).join(", ")}` };
  const bytes = new TextEncoder().encode(text);
  for (const { key, name, id } of candidates) {
    if (!(await fits(key, read.ofFile, bytes))) continue;
    const comment = new TextEncoder().encode(read.comment);
    const both = new Uint8Array(read.ofFile.length + comment.length);
    both.set(read.ofFile);
    both.set(comment, read.ofFile.length);
    if (!(await fits(key, read.ofComment, both))) return altered(`the trusted comment in ${beside} is not the one that the key ${shown(id)} (${name}) signed`);
    const other = await otherThan(read.comment, text, url);
    return other ? altered(other) : { by: name };
  }
  return altered(`it is not what the key ${shown(read.id)} (${candidates[0].name}) signed: publish the file and its signature together, unchanged`);
}

const altered = (cause) => ({ code: "aid-altered", cause });
const bytesOf = (letters) => Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
const lettersOf = (bytes) => String.fromCharCode(...bytes);
/** The number of a key, as minisign shows it. */
const shown = (id) => [...id].reverse().map((letter) => letter.charCodeAt(0).toString(16).padStart(2, "0")).join("").toUpperCase();

/** The keys that a page names, each with what the page calls its owner; or what is wrong with them. */
function keysIn(keys) {
  const found = [];
  for (const part of keys.split(BETWEEN)) {
    const at = part.indexOf("=");
    const [key, name] = at < 0 ? [part.trim(), ""] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    if (!KEY.test(key) || !name) return `keys="${keys}" is no list of keys: write each as RW…=Name, with commas between; the part from RW on is the second line of the file .pub that minisign wrote`;
    const bytes = bytesOf(key);
    found.push({ id: lettersOf(bytes.subarray(2, 10)), raw: bytes.subarray(10), name });
  }
  return found;
}

/** A key that every browser with Ed25519 holds (RFC 8032, 7.1, test 1): a browser that refuses it cannot check anything. */
const HELD = Uint8Array.from("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a".match(/../g), (digits) => Number.parseInt(digits, 16));
const held = (raw) => crypto.subtle.importKey("raw", raw, "Ed25519", false, ["verify"]);

/** The keys as the browser holds them; nothing where it can hold none, and the number of the key that is none. An aid is never shown for want of a right key. */
async function importable(named) {
  try {
    await held(HELD);
  } catch {
    return null;
  }
  const all = [];
  for (const { id, raw, name } of named) {
    try {
      all.push({ id, name, key: await held(raw) });
    } catch {
      return shown(id);
    }
  }
  return all;
}

/** What a file of minisign's holds; or what is wrong with it. */
function parts(file) {
  const wrong = "is no signature as minisign writes one; put there what `weighup sign` wrote";
  const [first, line, third, last] = file.split(/\r?\n/);
  if (!first.startsWith(UNTRUSTED) || !third?.startsWith(TRUSTED)) return wrong;
  try {
    const [bytes, ofComment] = [bytesOf(line), bytesOf(last)];
    const way = lettersOf(bytes.subarray(0, 2));
    if (way === "ED") return "signs a digest, which no browser can check; use `weighup sign`, or `minisign -S -l`";
    if (way !== "Ed" || bytes.length !== 74 || ofComment.length !== 64) return wrong;
    return { id: lettersOf(bytes.subarray(2, 10)), ofFile: bytes.subarray(10), comment: third.slice(TRUSTED.length), ofComment };
  } catch {
    return wrong;
  }
}

const fits = (key, signature, bytes) => crypto.subtle.verify("Ed25519", key, signature, bytes);

/** What a signed comment, or the name that the page asks for, says otherwise than the aid: a signed file that was put in the place of another. */
async function otherThan(comment, text, url) {
  const { id, version, language } = JSON.parse(text) ?? {};
  const file = decodeURIComponent(url.pathname.split("/").pop());
  const hash = [...new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const said = new Map(comment.split("\t").map((part) => [part.slice(0, part.indexOf(":")), part.slice(part.indexOf(":") + 1)]));
  for (const [field, found] of Object.entries({ file, id, version, language, sha256: hash })) {
    if (said.has(field) && said.get(field) !== found) return `its signature says ${field} "${said.get(field)}", and it is "${found}": publish each file under the name it was signed with`;
  }
  if (!file.startsWith(`${id}.`)) return `the page asks for "${file}", and this is the aid "${id}": publish it under the name that the build gave it`;
  return null;
}
