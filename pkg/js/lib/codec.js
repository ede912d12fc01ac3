// Reads and writes UTF-8 where the platform does not: jsdom, in which pages are tested, has no TextDecoder.

class Decoder {
  decode(bytes) {
    if (!bytes) return "";
    return decodeURIComponent(Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""));
  }
}

class Encoder {
  encode(text) {
    return Uint8Array.from(unescape(encodeURIComponent(text)), (letter) => letter.charCodeAt(0));
  }

  encodeInto(text, place) {
    const bytes = this.encode(text);
    place.set(bytes);
    return { read: text.length, written: bytes.length };
  }
}

const decoder = globalThis.TextDecoder ?? Decoder;
const encoder = globalThis.TextEncoder ?? Encoder;
export { decoder as TextDecoder, encoder as TextEncoder };
