// What the page chose for a widget, read from the element and its surroundings.
import { stepAsked } from "./address.js";
import { isOn } from "./attributes.js";
import { languageIn } from "./languages.js";
import { ownName } from "./line.js";
import { directionOf, languageOf } from "./surroundings.js";
import { today } from "./time.js";

/** Answers are kept on the device only where the site allows it, and never by a second window. */
export const mayKeep = (element) => isOn(element, "keep") && ownName() === null;

/** Whether the page asks for another step than the first to be seen first. */
export const begunElsewhere = (element) => Boolean(element.mode || stepAsked(element) || ownName() !== null);

/** The language of the interface: the one that was asked for, or English where there are no texts in it. */
export function speaks(element, shown) {
  const asked = shown?.asked ?? languageOf(element);
  const now = languageOf(element);
  if (languageIn(asked) !== shown?.speaking.name) return shown?.speaking.lang ?? asked;
  // Of two tags of one language the one that stands on the page now.
  return languageIn(now) === languageIn(asked) ? now : asked;
}

/** What a widget is told; `shown` is that widget. */
export function settingsOf(element, { rest, engine }, shown) {
  const lang = speaks(element, shown);
  return {
    lang,
    dir: directionOf(element, lang),
    texts: shown?.speaking.texts,
    theme: element.theme,
    today: today(),
    mode: element.mode || undefined,
    // The address says where a person is. Whoever starts again begins where the site wants it.
    step: (shown?.widget ? element.getAttribute("step") : stepAsked(element)) || undefined,
    second: ownName() !== null,
    keep: mayKeep(element),
    results: element.getAttribute("results") === "facts" ? "facts" : "aid",
    scores: element.getAttribute("scores") === "off" ? "off" : "on",
    // `null` while the engine is on its way, `false` when it did not arrive.
    engine: shown?.opened?.fit ?? (engine.arrived === false ? false : null),
    hash: shown?.opened?.hash,
    // Whether the code of all steps is here.
    rest: rest.arrived === true,
  };
}
