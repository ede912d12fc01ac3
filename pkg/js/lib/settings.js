// What the page chose for a widget, read from the element and its surroundings.
import { modeAsked, stepAsked } from "./address.js";
import { isOff, isOn, nameIn } from "./attributes.js";
import { isShared } from "./idle.js";
import { languageIn } from "./languages.js";
import { ownName } from "./line.js";
import { directionOf, languageOf } from "./surroundings.js";
import { today } from "./time.js";

/** Answers are kept on the device only where the site allows it, never on one that is shared, and never by a second window. */
export const mayKeep = (element) => isOn(element, "keep") && !isShared(element) && ownName() === null;

/** How many days answers stay on the device that nobody changes. */
export function keepDays(element) {
  const days = Number(nameIn(element, "keep-days"));
  return days >= 1 ? days : 90;
}

/** Whether the page asks for another step than the first to be seen first. */
export const begunElsewhere = (element) => Boolean(nameIn(element, "mode") || stepAsked(element) || ownName() !== null);

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
    // The address says where a person is. Whoever starts again begins where the site wants it.
    mode: (shown?.widget ? nameIn(element, "mode") : modeAsked(element)) || undefined,
    step: (shown?.widget ? nameIn(element, "step") : stepAsked(element)) || undefined,
    second: ownName() !== null,
    keep: mayKeep(element),
    // Without it nobody is offered what this browser cannot do.
    codes: "BarcodeDetector" in globalThis,
    results: nameIn(element, "results") === "facts" ? "facts" : "aid",
    scores: nameIn(element, "scores") && isOff(nameIn(element, "scores")) ? "off" : "on",
    // `null` while the engine is on its way, `false` when it did not arrive.
    engine: shown?.opened?.fit ?? (engine.arrived === false ? false : null),
    hash: shown?.opened?.hash,
    // Whether the code of all steps is here.
    rest: rest.arrived === true,
  };
}
