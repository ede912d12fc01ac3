// What the page chose for a widget, read from the element and its surroundings.
import { modeAsked, stepAsked } from "./address.js";
import { isOff, isOn, nameIn } from "./attributes.js";
import { isShared } from "./idle.js";
import { languageIn } from "./languages.js";
import { ownName } from "./line.js";
import { hasCamera } from "./scan.js";
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

// An origin and nothing else, on a secure address or on this machine.
const ORIGIN = /^(https:\/\/[a-z0-9.-]+(?::\d+)?|http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?)\/?$/;
// What was named wrongly is told once.
const told = new Set();

/**
 * The system that may be given the record: where the page names its exact origin and the handle of its launch, and where it framed or
 * opened this page. Never in a second window, which this page opened itself.
 */
export function ehrOf(element) {
  const [named, handle] = ["ehr", "ehr-handle"].map((name) => element.getAttribute(name)?.trim() ?? "");
  if (!named || !handle || ownName() !== null) return null;
  const { parent, opener } = globalThis;
  if (parent === globalThis.window && !opener) return null;
  const [, origin] = ORIGIN.exec(named) ?? [];
  if (origin) return { origin: new URL(origin).origin, handle };
  if (!told.has(named)) console.error(`weighup: ehr="${named}" is not the origin of a system, such as https://ehr.example: nothing is offered to it`);
  told.add(named);
  return null;
}

/** The ways in which answers may be given at the end, where the page asks for them; a file or a code where it names none. Never in a second window. */
function giveOf(element) {
  if (!isOn(element, "give") || ownName() !== null) return undefined;
  const named = nameIn(element, "give");
  if (["", "true", "on", "yes"].includes(named)) return "file code";
  if (named.split(/\s+/).every((way) => ["file", "code", "page"].includes(way))) return named;
  if (!told.has(named)) console.error(`weighup: give="${element.getAttribute("give")}" names no way to give: use file, code or page, with spaces between. Nobody is asked`);
  told.add(named);
  return undefined;
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
    codes: hasCamera(),
    // The system that the record may be given to.
    ehr: ehrOf(element)?.origin,
    // Whoever was asked is not asked again.
    give: shown?.wasAsked ? undefined : giveOf(element),
    // Who published the aid, where the page names keys.
    signed: shown?.signed,
    results: nameIn(element, "results") === "facts" ? "facts" : "aid",
    scores: nameIn(element, "scores") && isOff(nameIn(element, "scores")) ? "off" : "on",
    // `null` while the engine is on its way, `false` when it did not arrive.
    engine: shown?.opened?.fit ?? (engine.arrived === false ? false : null),
    hash: shown?.opened?.hash,
    // Whether the code of all steps is here.
    rest: rest.arrived === true,
  };
}
