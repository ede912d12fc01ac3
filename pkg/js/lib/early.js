// The first step for a page that was sent without it: a small file that is there before the code is. On a slow line people
// read it while the code of the widget is on its way.
import { languageIn } from "./languages.js";

const ELEMENTS = words("bdi br button dd details div dl dt em fieldset footer h1 h2 h3 header input label legend li nav ol p path section slot span strong summary svg ul");
const ATTRIBUTES = words("aria-controls aria-current aria-describedby aria-disabled aria-expanded aria-hidden aria-label class d data-theme dir for id lang name part role tabindex translate type viewBox");

function words(text) {
  return new Set(text.split(" "));
}

/** The first step in the file at `url`, for an element that speaks `asked`; `null` where it is in another language. */
export async function fetchFirst(url, asked, signal) {
  try {
    const shown = firstIn(await fetchPage(url, signal));
    return languageIn(shown.querySelector("[lang]").lang) === languageIn(asked) ? shown : null;
  } catch (cause) {
    // Nothing is lost: the step comes with the code.
    if (!signal.aborted) notFirst(url.href, cause.message);
    return null;
  }
}

/** Says why there is no first step before the code. */
export function notFirst(address, why, remedy = 'Publish the file "ID.first.html" that `weighup build` wrote beside the aid, unchanged') {
  console.warn(`weighup: ${address} could not be shown first (${why}). ${remedy}, or leave out the attribute "first".`);
}

/** A page that the browser reads while it arrives: a text put into a parser is forbidden where a site demands Trusted Types. */
function fetchPage(url, signal) {
  return new Promise((resolve, reject) => {
    const asked = new XMLHttpRequest();
    asked.open("GET", url);
    asked.responseType = "document";
    asked.setRequestHeader("accept", "text/html");
    asked.overrideMimeType("text/html; charset=utf-8");
    signal.addEventListener("abort", () => asked.abort(), { once: true });
    asked.onload = () => (asked.status >= 200 && asked.status < 300 ? resolve(asked.response) : reject(new Error(`status ${asked.status}`)));
    asked.onerror = () => reject(new Error("it could not be fetched"));
    asked.onabort = () => reject(new Error("it was no longer wanted"));
    asked.send();
  });
}

/**
 * What `weighup build` wrote as `ID.first.html`, made anew. A file with anything else in it, such as a script or an
 * address, is refused whole: a page that embeds an aid trusts it with words, not with code.
 */
function firstIn(page) {
  const shown = page?.querySelector("template")?.content.querySelector(".wu-first");
  if (!shown?.querySelector("[lang]")) throw new Error("it is not a first step");
  // For pages whose script does not come; here it has come.
  shown.querySelector(".wu-late")?.remove();
  return anew(shown);
}

function anew(node) {
  if (!ELEMENTS.has(node.localName)) throw new Error(`<${node.localName}> in it is not part of a first step`);
  const made = document.createElementNS(node.namespaceURI, node.localName);
  for (const { name, value } of node.attributes) {
    if (!ATTRIBUTES.has(name)) throw new Error(`the attribute "${name}" in it is not part of a first step`);
    made.setAttribute(name, value);
  }
  for (const child of node.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE) made.append(anew(child));
    else if (child.nodeType === Node.TEXT_NODE) made.append(child.data);
  }
  return made;
}
