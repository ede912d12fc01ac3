import type { CompiledAid } from "./api.js";

export interface PagePlaces {
  /** The address of the stylesheet (`weighup/weighup.css`), seen from the page. `../weighup/weighup.css` unless you say so. */
  stylesheet?: string;
}

export interface FirstPlaces extends PagePlaces {
  /** The address of the page without scripts, seen from the page that holds the element. `../aids/ID.html` unless you say so. */
  plain?: string;
}

/**
 * The whole aid as a page that needs no script: the very bytes that `weighup build` writes. Throws where the aid cannot be shown, with every
 * problem on a line.
 */
export function page(aid: CompiledAid, places?: PagePlaces): Promise<string>;

/** The aid's first step as markup to stand first inside `<weighup-aid>`, on screen before any script. */
export function first(aid: CompiledAid, places?: FirstPlaces): Promise<string>;

/** The stylesheet of those pages. */
export function styles(): Promise<string>;
