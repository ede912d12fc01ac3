// Comments on an aid, beside the page that patients without scripts get. Everything stays in this page until the reviewer saves it.
import { Refused } from "./annotations.js";
import { Compose } from "./compose.js";
import { readData, sentence } from "./data.js";
import { Give, toFile } from "./give.js";
import { fromAddress } from "./link.js";
import { List } from "./list.js";
import { Margin } from "./margin.js";
import { Places } from "./places.js";
import { selected } from "./selection.js";
import { Store } from "./store.js";

const data = readData();
const main = document.querySelector("main");
const places = new Places(data, main);
const store = new Store(data);
const margin = new Margin(data, store, main);
const told = (words, undo) => margin.tell(words, undo && [sentence(data, "undo"), undo]);

const compose = new Compose(data, places, store, {
  told,
  // What was added is the next thing to look at; what was not leads back to where it was begun.
  closed: (comments, about) => {
    if (comments.length > 0) list.focus(comments.at(-1).id);
    else if (about.part?.opener) margin.close(about.part.opener);
    else margin.open();
  },
});
const begin = (about) => {
  margin.open(false);
  compose.open(about);
};
const list = new List(data, places, store, {
  told,
  edit: (comment, heading) => {
    margin.open(false);
    compose.edit(comment, heading);
  },
  show: (comment) => {
    const element = places.elementOf(comment.place);
    const part = places.partOf(element);
    margin.close(part.opener);
    part.opener.focus();
    element.scrollIntoView({ block: element.dataset.part ? "start" : "center" });
    for (const old of main.querySelectorAll(".rv-shown")) old.classList.remove("rv-shown");
    element.classList.add("rv-shown");
  },
});
const give = new Give(data, store, told);
margin.body.append(compose.element, list.element, give.element);
places.offer(sentence(data, "comment"), (part) => begin({ part, place: part.name, quote: null }));

// A selection is remembered while its button is pressed: some browsers have let go of it by then.
let last = null;
let pressing = false;
const follow = () => {
  const now = selected(places, main);
  if (!now && pressing) return;
  last = now;
  margin.onSelected.hidden = !now;
};
document.addEventListener("selectionchange", follow);
margin.bar.addEventListener("pointerdown", () => { pressing = true; });
for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => { pressing = false; });
const onWords = () => {
  if (!last) return;
  const about = last;
  document.getSelection().removeAllRanges();
  begin(about);
};
margin.onSelected.addEventListener("click", onWords);
// Words can be selected with the keyboard too; Enter then does what the button does.
document.addEventListener("keydown", (event) => {
  const onPage = document.activeElement === document.body || main.contains(document.activeElement);
  if (event.key === "Enter" && last && onPage && !document.activeElement.closest("button, a, summary")) {
    event.preventDefault();
    onWords();
  }
});

addEventListener("beforeunload", (event) => {
  if (!store.typing && (!store.unsaved || store.keeps)) return;
  event.preventDefault();
  // What browsers before 2023 look at.
  event.returnValue = true;
});

/** What came with the address is taken out of it at once: it is to be in no history and no bookmark. */
async function taken() {
  const { hash } = location;
  const comes = fromAddress(hash);
  if (hash.startsWith("#weighup-comments=")) history.replaceState(history.state, "", location.pathname + location.search);
  try {
    const content = await comes;
    if (content !== null) give.take(sentence(data, "linklabel"), content);
  } catch {
    told(sentence(data, "badlink"));
  }
}
addEventListener("hashchange", taken);

/** What was kept on this device: of this very page it is here again, of another version it can be saved as it is. */
function again() {
  try {
    if (store.again()) told(sentence(data, "kept"));
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    told(sentence(data, refused.name, refused.holes));
  }
  const [older] = store.older();
  if (!older) return;
  const [key, content] = older;
  const name = `${key}.json`;
  margin.tell(sentence(data, "older"), [sentence(data, "file"), () => toFile(name, content)],
    [sentence(data, "delete"), () => localStorage.removeItem(key)]);
}

again();
document.querySelector(".rv-noscript")?.remove();
await taken();
document.documentElement.dataset.review = "ready";
