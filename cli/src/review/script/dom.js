// Elements by calls. Texts are only ever set as text, so no word of a file, a link or an aid becomes markup.

/** An element with attributes, and children that are elements, texts or nothing. A function among the attributes is a listener. */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== undefined && value !== null) made.setAttribute(key, value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** A button. */
export const button = (words, press, attributes = {}, ...more) =>
  el("button", { type: "button", class: "wu-button wu-button--quiet", click: press, ...attributes }, words, ...more);

/** Words that are heard and not seen: what a button is about, where several have the same words. */
export const heard = (words) => el("span", { class: "wu-hidden" }, words);

/** A choice of one of several. `entries` are [value, words]; the chosen value stands in the form under `name`. */
export function choices(name, legend, entries, chosen) {
  const list = entries.map(([value, words], at) => {
    const id = `rv-${name}-${at}`;
    return el("div", { class: "wu-choice wu-choice--one" },
      el("input", { type: "radio", class: "wu-choice__input", id, name, value, checked: value === chosen }),
      el("div", { class: "wu-choice__text" }, el("label", { class: "wu-choice__label", for: id }, words)));
  });
  return el("fieldset", { class: "wu-choices" }, el("legend", { class: "wu-choices__legend" }, legend),
    el("div", { class: "wu-choices__list--row" }, list));
}

/** A field with its label above it. */
export const labelled = (words, field) =>
  el("p", { class: "rv-field" }, el("label", { class: "wu-h3", for: field.id }, words), field);

/** The beginning of a text, for a list. */
export function begins(text, most = 80) {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : text;
}
