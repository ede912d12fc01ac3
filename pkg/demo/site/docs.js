// Searches the documentation, and copies code. Without this script every page is there. What is searched for is neither kept nor sent: the
// text of all pages is asked for once, when somebody first searches.
const form = document.getElementById("site-search");
const words = document.getElementById("search-words");
const said = document.getElementById("search-said");
const list = document.getElementById("search-found");
const up = form.dataset.docs;

/** The most that are listed: somebody who finds none of them asks for something else. */
const MOST = 20;
/** Letters before and after what was found. */
const AROUND = 90;

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

let asked;
/** Every part of every page, once it is there. */
const parts = () => {
  asked ??= fetch(`${up}search.json`).then((answer) => {
    if (!answer.ok) throw new Error(`search.json: ${answer.status}`);
    return answer.json();
  }).then(({ pages }) => pages.flatMap(([address, title, own]) => own.map(([anchor, heading, text]) => ({
    href: `${up}${address}${anchor && `#${anchor}`}`, title, heading, text, search: [title, heading, text].map(plain),
  }))));
  // The next try asks again.
  asked.catch(() => { asked = undefined; });
  return asked;
};

/**
 * The parts that answer, best first: every word has to begin one of the part's own. A title counts for more than a heading, a heading for more
 * than text, and a word that few parts have for more than one that most have.
 */
function answers(all, patterns) {
  const times = patterns.map((pattern) => all.map(({ search }) => search.map((text) => text.match(pattern)?.length ?? 0)));
  const sums = all.map(() => 0);
  for (const of of times) {
    const rare = Math.log(1 + all.length / Math.max(1, of.filter((found) => found.some((count) => count > 0)).length));
    of.forEach((found, at) => {
      if (found.every((count) => count === 0)) sums[at] = -Infinity;
      const [title, heading, text] = found;
      sums[at] += rare * ((title > 0 ? 4 : 0) + (heading > 0 ? 4 : 0) + Math.min(text, 4));
    });
  }
  return all.map((part, at) => ({ part, sum: sums[at] })).filter(({ sum }) => sum > 0).sort((one, other) => other.sum - one.sum);
}

/** The text around the first word that stands in it, with every such word marked. */
function excerpt(text, patterns) {
  const line = document.createElement("p");
  // Letters keep their places only where nothing was taken from them.
  const looked = plain(text).length === text.length ? plain(text) : text.toLowerCase();
  const hits = patterns.flatMap((pattern) => [...looked.matchAll(pattern)].map(({ index, 0: hit }) => [index, index + hit.length])).sort(([a], [b]) => a - b);
  const from = hits.length > 0 ? Math.max(0, looked.lastIndexOf(" ", Math.max(0, hits[0][0] - AROUND)) + 1) : 0;
  const end = from + 2 * AROUND + 40;
  const to = end >= text.length ? text.length : text.lastIndexOf(" ", end);
  if (from > 0) line.append("… ");
  let at = from;
  for (const [begins, ends] of hits) {
    if (begins < at || ends > to) continue;
    const mark = document.createElement("mark");
    mark.append(text.slice(begins, ends));
    line.append(text.slice(at, begins), mark);
    at = ends;
  }
  line.append(text.slice(at, to), to < text.length ? " …" : "");
  return line;
}

function item({ href, title, heading, text }, patterns) {
  const link = document.createElement("a");
  link.href = href;
  link.append(heading === "" ? title : `${title}: ${heading}`);
  const entry = document.createElement("li");
  entry.append(link, excerpt(text, patterns));
  return entry;
}

async function search() {
  const text = words.value;
  const looked = plain(text).split(/[^\p{L}\p{N}_-]+/u).filter(Boolean);
  if (looked.length === 0) {
    list.hidden = true;
    list.replaceChildren();
    said.value = "";
    return;
  }
  let all;
  try {
    all = await parts();
  } catch {
    said.value = "The text to search could not be loaded. Write again to try again, or look through the list of all pages.";
    return;
  }
  // Meanwhile something else was written: that is answered.
  if (words.value !== text) return;
  const patterns = looked.map((word) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}`, "gu"));
  const found = answers(all, patterns);
  const shown = found.slice(0, MOST);
  list.replaceChildren(...shown.map(({ part }) => item(part, patterns)));
  list.hidden = shown.length === 0;
  said.value = found.length === 0 ? "Nothing has all of these words."
    : found.length > MOST ? `${found.length} parts have these words. The first ${MOST}:` : `${found.length === 1 ? "1 part has" : `${found.length} parts have`} these words:`;
}

form.hidden = false;
words.addEventListener("input", search);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.focus();
});
form.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || words.value === "") return;
  event.preventDefault();
  words.value = "";
  words.focus();
  search();
});
// What a browser puts back into the field on the way back is answered too.
addEventListener("pageshow", () => { if (words.value !== "") search(); });

for (const code of document.querySelectorAll("main pre")) {
  const line = document.createElement("p");
  line.className = "copy";
  const button = document.createElement("button");
  button.type = "button";
  button.append("Copy");
  button.setAttribute("aria-label", "Copy this code");
  const told = document.createElement("output");
  told.setAttribute("role", "status");
  line.append(button, told);
  code.after(line);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      told.value = "Copied.";
    } catch {
      getSelection().selectAllChildren(code);
      told.value = "The browser did not let this page copy. The code is marked: copy it with the keyboard or the menu.";
    }
  });
}

// Only what scrolls is a stop of the keyboard.
const boxes = new ResizeObserver((seen) => {
  for (const { target } of seen) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const box of document.querySelectorAll("main :is(pre, .table)")) boxes.observe(box);
