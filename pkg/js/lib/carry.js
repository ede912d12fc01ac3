// Answers on their way to another device: as a link whose fragment holds them, or as a file, each locked with a passphrase where the
// person wants one. A fragment is sent to no server (RFC 9110, 4.2.5), and it is taken out of the address as soon as it was read.
//
// What is carried is small again before it is locked, never after. It begins with a number for its form; an open one has a checksum
// next, a locked one what the key is made with. Whatever is not whole is refused by name, and nothing that is here is touched.
import { today } from "./time.js";

const MARK = "#weighup-open=";
// A link that is more than one QR code holds well stands in several: which one of how many, the checksum of all, and its piece.
const PART = "#weighup-part=";
const PART_FORM = /^([1-9]\d?)\.([1-9]\d?)\.([0-9a-f]{8})\.([A-Za-z0-9_-]+)$/;
const [OPEN, LOCKED] = [1, 2];
/** As long as an address may be: what RFC 9110 (4.1) recommends that everything understands. */
export const LONGEST_LINK = 8_000;
/** The longest address in one code: a square of 117 modules, which cameras still read from a screen. A code can hold 2,953. */
const LONGEST_CODE = 1_273;
const LONGEST_PIECE = 900;
/** The most that a saved file may be, as in core: more is not unpacked. */
const LARGEST = 2 * 1024 * 1024;
// OWASP, Password Storage Cheat Sheet, PBKDF2-HMAC-SHA256. More than ten times as many would hold up a page: nobody wrote that here.
const ROUNDS = 600_000;
const MOST_ROUNDS = 10 * ROUNDS;
const [SALT, NONCE] = [16, 12];
const HEAD = 1 + 4 + SALT + NONCE;

/** Why something cannot be opened: `cut`, `changed`, `large`, `foreign`, `newer`, `passphrase`, `unable`. */
export class CarryError extends Error {
  constructor(why, cause) {
    super(`what was to be opened is ${why}`, { cause });
    this.why = why;
  }
}

const bytesOf = (text) => new TextEncoder().encode(text);

function joined(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function number(value) {
  const four = new Uint8Array(4);
  new DataView(four.buffer).setUint32(0, value);
  return four;
}

const numberAt = (bytes, at) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);

/** CRC-32, as in gzip: what was changed or cut off by accident is seen. Who changes it on purpose could do so in a file, too. */
function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** What a stream makes of bytes; no more than `most` of it. */
async function through(stream, bytes, most) {
  const writer = stream.writable.getWriter();
  // What goes wrong in the stream is read at its other end.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  const reader = stream.readable.getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(...parts);
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new CarryError("large");
    }
    parts.push(value);
  }
}

async function keyOf(passphrase, salt, rounds) {
  if (!globalThis.crypto?.subtle) throw new CarryError("unable");
  // The same letters typed on another keyboard are the same passphrase.
  const from = await crypto.subtle.importKey("raw", bytesOf(passphrase.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, from, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

/** Answers as bytes to carry; with a passphrase nobody reads them without it. */
async function packed(answers, passphrase) {
  if (typeof CompressionStream === "undefined") throw new CarryError("unable");
  const small = await through(new CompressionStream("deflate-raw"), bytesOf(answers), Infinity);
  if (!passphrase) return joined([OPEN], number(checksum(small)), small);
  const salt = crypto.getRandomValues(new Uint8Array(SALT));
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const head = joined([LOCKED], number(ROUNDS), salt, nonce);
  const key = await keyOf(passphrase, salt, ROUNDS);
  // The head is not secret, and a change of it is seen.
  const locked = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData: head }, key, small);
  return joined(head, new Uint8Array(locked));
}

/** Whether bytes ask for a passphrase. */
const isLocked = (bytes) => bytes[0] === LOCKED;

async function unlocked(bytes, passphrase) {
  if (bytes.length < HEAD + 16) throw new CarryError("cut");
  const rounds = numberAt(bytes, 1);
  if (rounds < ROUNDS || rounds > MOST_ROUNDS) throw new CarryError("changed");
  const head = bytes.slice(0, HEAD);
  const key = await keyOf(passphrase, head.slice(5, 5 + SALT), rounds);
  try {
    const how = { name: "AES-GCM", iv: head.slice(5 + SALT), additionalData: head };
    return new Uint8Array(await crypto.subtle.decrypt(how, key, bytes.slice(HEAD)));
  } catch (cause) {
    // A wrong passphrase and a changed file look alike, by design.
    throw new CarryError("passphrase", cause);
  }
}

/** The answers that bytes hold. */
async function unpacked(bytes, passphrase) {
  if (typeof DecompressionStream === "undefined") throw new CarryError("unable");
  if (bytes.length === 0) throw new CarryError("cut");
  if (bytes[0] !== OPEN && bytes[0] !== LOCKED) throw new CarryError(bytes[0] > LOCKED && bytes[0] < 32 ? "newer" : "foreign");
  let small;
  if (isLocked(bytes)) {
    small = await unlocked(bytes, passphrase);
  } else {
    if (bytes.length < 6) throw new CarryError("cut");
    small = bytes.slice(5);
    if (checksum(small) !== numberAt(bytes, 1)) throw new CarryError("changed");
  }
  const answers = await through(new DecompressionStream("deflate-raw"), small, LARGEST).catch((cause) => {
    throw cause instanceof CarryError ? cause : new CarryError("changed", cause);
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(answers);
  } catch (cause) {
    throw new CarryError("foreign", cause);
  }
}

function toLetters(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function fromLetters(letters) {
  if (!/^[A-Za-z0-9_-]*$/.test(letters)) throw new CarryError("foreign");
  try {
    return Uint8Array.from(atob(letters.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  } catch (cause) {
    throw new CarryError("cut", cause);
  }
}

/** Answers with the day on which they left: whoever opens them is told. */
const dated = (answers) => answers.replace("{", `{"saved":"${today()}",`);

/** A link to answers, on the page that `address` is of. */
export async function linkTo(answers, passphrase, address) {
  // A page of no server, in a file or a frame without an address, is not to be found from another device.
  if (!/^https?:/.test(address)) throw new CarryError("unable");
  const bytes = await packed(dated(answers), passphrase);
  const url = new URL(address);
  url.hash = MARK + toLetters(bytes);
  return url.href;
}

/** The addresses that QR codes of a link hold: the link itself, or pieces of it. */
export function codesOf(link) {
  if (link.length <= LONGEST_CODE) return [link];
  const at = link.indexOf(MARK);
  const [page, letters] = [link.slice(0, at), link.slice(at + MARK.length)];
  const sum = checksum(bytesOf(letters)).toString(16).padStart(8, "0");
  const all = Math.ceil(letters.length / LONGEST_PIECE);
  const long = Math.ceil(letters.length / all);
  return Array.from({ length: all }, (_, each) => `${page}${PART}${each + 1}.${all}.${sum}.${letters.slice(each * long, (each + 1) * long)}`);
}

/** What is put together of QR codes as they are read. */
export class Pieces {
  #sum = null;
  #all = 0;
  #found = new Map();

  /** How many there are and how many were read; `null` before the first. */
  get read() {
    return this.#sum === null ? null : [this.#found.size, this.#all];
  }

  /**
   * Takes the text of a code: the letters of a link once they are whole, `null` before. A code of something else is passed over; one
   * of other answers is refused.
   */
  take(text) {
    const whole = text.indexOf(MARK);
    if (whole >= 0) return text.slice(whole + MARK.length);
    const at = text.indexOf(PART);
    const [, n, all, sum, piece] = (at < 0 ? null : PART_FORM.exec(text.slice(at + PART.length))) ?? [];
    if (!piece || Number(n) > Number(all)) return null;
    this.#sum ??= sum;
    this.#all ||= Number(all);
    if (sum !== this.#sum || Number(all) !== this.#all) throw new CarryError("other-code");
    this.#found.set(Number(n), piece);
    if (this.#found.size < this.#all) return null;
    const letters = Array.from({ length: this.#all }, (_, each) => this.#found.get(each + 1)).join("");
    if (checksum(bytesOf(letters)).toString(16).padStart(8, "0") !== this.#sum) throw new CarryError("changed");
    return letters;
  }
}

/** The text of a file of answers. */
export async function fileOfAnswers(answers, passphrase) {
  if (!passphrase) return dated(answers);
  const data = toLetters(await packed(dated(answers), passphrase));
  return JSON.stringify({ weighup: "locked", kdf: "PBKDF2-SHA-256", rounds: ROUNDS, cipher: "AES-256-GCM", packed: "deflate-raw", data });
}

/** Something to open: `locked` says whether it asks for a passphrase, `open(passphrase)` gives the answers as text. */
export function carriedBy(letters) {
  const bytes = fromLetters(letters);
  return { locked: isLocked(bytes), open: (passphrase) => unpacked(bytes, passphrase) };
}

/** The same of the text of a file; one that is not locked is read as it is. */
export function carriedIn(file) {
  if (file.length <= LARGEST * 2 && /^\s*\{\s*"weighup"/.test(file)) {
    let found;
    try {
      found = JSON.parse(file);
    } catch (cause) {
      throw new CarryError("cut", cause);
    }
    if (found.weighup !== "locked" || typeof found.data !== "string") throw new CarryError("newer");
    return carriedBy(found.data);
  }
  return { locked: false, open: async () => file };
}

// What the address held, until a widget takes it; `PART` for one code of several, which opens nothing.
let waiting = null;
const listeners = new Set();

/** Takes what is carried out of the address: it is to be in no history, no bookmark and nothing that reads addresses. */
function take(event) {
  const view = globalThis.window;
  const hash = view?.location?.hash ?? "";
  if (hash.startsWith(MARK)) waiting = hash.slice(MARK.length);
  else if (hash.startsWith(PART)) waiting = PART;
  else return;
  const { href } = view.location;
  const page = href.slice(0, href.indexOf("#"));
  // On a page that is open already the step that its address says stays.
  const before = event?.oldURL?.startsWith(`${page}#`) ? event.oldURL.slice(page.length) : "";
  try {
    view.history.replaceState(view.history.state, "", page + (before.startsWith(MARK) || before.startsWith(PART) ? "" : before));
  } catch (refused) {
    console.warn(`weighup: the answers could not be taken out of the page's address (${refused.message}).`);
  }
  for (const tell of [...listeners]) tell();
}

take();
globalThis.window?.addEventListener?.("hashchange", take);

/** Whether what came is one code of several. */
export const isPart = (letters) => letters === PART;

/** What came with the address, once. */
export function taken() {
  const letters = waiting;
  waiting = null;
  return letters;
}

/** Calls `tell` when something comes with the address; returns how to stop. */
export function onCarried(tell) {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
