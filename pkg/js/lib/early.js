// The first step for a page that was sent without it: a small file that is there before the code is. On a slow line people
// read it while the rest is on its way.
import { languageIn } from "./languages.js";

const ELEMENTS = words("bdi br button dd details div dl dt em fieldset footer h1 h2 h3 header input label legend li nav ol p path section slot span strong summary svg ul");
const ATTRIBUTES = words("aria-controls aria-current aria-describedby aria-disabled aria-expanded aria-hidden aria-label class d data-theme dir for id lang name part role tabindex translate type viewBox");

function words(text) {
  return new Set(text.split(" "));
}

/** The first step in the file at `url`, for an element that speaks `asked`; `null` where it is in another language. */
export async function fetchFirst(url, asked, signal) {
  try {
    const response = await fetch(url, { signal, headers: { accept: "text/html" } });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const shown = firstIn(await response.text());
    return languageIn(shown.querySelector("[lang]").lang) === languageIn(asked) ? shown : null;
  } catch (cause) {
    // Nothing is lost: the step comes with the code.
    if (!signal.aborted) console.warn(`weighup: ${url.href} could not be shown first (${cause.message}). Publish the file "ID.first.html" that \`weighup build\` wrote beside the aid, unchanged, or leave out the attribute "first".`);
    return null;
  }
}

/**
 * What `weighup build` wrote as `ID.first.html`, made anew. A file with anything else in it, such as a script or an
 * address, is refused whole: a page that embeds an aid trusts it with words, not with code.
 */
function firstIn(html) {
  const shown = new DOMParser().parseFromString(html, "text/html").querySelector("template")?.content.querySelector(".wu-first");
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
