// Comments in a link: the whole file, made small, after the `#` of this page's address. What stands there is sent to no server
// (RFC 9110, 4.2.5), and it is taken out of the address as soon as it was read.

const MARK = "#weighup-comments=";
/** As long as an address may be: what RFC 9110 (4.1) recommends that everything understands. */
const LONGEST = 8_000;
/** What a link may unpack to. */
const LARGEST = 2_000_000;

/** What a stream makes of bytes, no more than so many. */
async function through(stream, bytes) {
  const writer = stream.writable.getWriter();
  // What goes wrong is read at the other end.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  const reader = stream.readable.getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > LARGEST) {
      await reader.cancel();
      throw new Error("what the link holds is too large");
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** A link to a file of comments on the page of an address: the link, or `longlink`, or `nolink` where none can be made. */
export async function linkTo(content, address) {
  // A page that has no address on the network is not found from another device.
  if (!/^https?:/.test(address) || typeof CompressionStream === "undefined") return { problem: "nolink" };
  const small = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(content));
  let letters = "";
  for (const byte of small) letters += String.fromCharCode(byte);
  const url = new URL(address);
  url.hash = MARK + btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  return url.href.length > LONGEST ? { problem: "longlink" } : { link: url.href };
}

/** The text of what an address holds; `null` where it holds nothing of ours. */
export async function fromAddress(hash) {
  if (!hash.startsWith(MARK)) return null;
  const letters = hash.slice(MARK.length);
  if (!/^[A-Za-z0-9_-]+$/.test(letters) || letters.length > LARGEST) throw new Error("the link holds something else");
  const bytes = Uint8Array.from(atob(letters.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  return new TextDecoder("utf-8", { fatal: true }).decode(await through(new DecompressionStream("deflate-raw"), bytes));
}
