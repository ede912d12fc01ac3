// What the build put into the page: which aid it is, its parts and texts by their paths, the questions, and every sentence that is said.

/** Reads it out of the page. */
export function readData(page = document) {
  return JSON.parse(page.getElementById("rv-data").textContent);
}

/** The sentence of a name, with texts in its holes. */
export function sentence(data, name, holes = {}) {
  return data.texts[name].replace(/\{(\w+)\}/g, (hole, key) => (key in holes ? String(holes[key]) : hole));
}

/** A text as quotes are compared in files of comments: one space between words, straight quotation marks, small letters. */
export const plain = (text) =>
  text.split(/\s+/u).filter(Boolean).join(" ").toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–‑]/g, "-");
