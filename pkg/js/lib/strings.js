// Reads the module's strings. Most of them are constants of the module (names of elements, attributes, classes) and are asked for
// thousands of times a page: each is decoded once. A browser's decoder takes as long for one short word as
// twenty look-ups.

const LONGEST = 2048;
// As long as a string may be to be put together letter by letter.
const SHORT = 12;

/** How to read a string, for a module whose constants stand between two places of its memory. */
export function strings(from, to) {
  const known = new Map();
  return (memory, at, length, decode) => {
    const fixed = at >= from && at + length <= to && length < LONGEST;
    const place = (at - from) * LONGEST + length;
    const found = fixed ? known.get(place) : undefined;
    if (found !== undefined) return found;
    const text = plain(memory, at, length) ?? decode(memory.subarray(at, at + length));
    if (fixed) known.set(place, text);
    return text;
  };
}

/** A short string of plain letters, or nothing. */
function plain(memory, at, length) {
  if (length > SHORT) return undefined;
  let text = "";
  for (let i = at; i < at + length; i += 1) {
    if (memory[i] > 127) return undefined;
    text += String.fromCharCode(memory[i]);
  }
  return text;
}
