export type { WeighupAidAttributes } from "./jsx.js";

/** Importing this file defines `<weighup-aid>`. On a server it does nothing. */
export const WeighupAid: WeighupAidConstructor;

/** A step of the path, in order. */
export type Step =
  | "about"
  | "what-matters"
  | "choice"
  | "options"
  | "compare"
  | "weigh"
  | "fit"
  | "ready"
  | "decide"
  | "summary";

/** What went wrong, for programs. The console says in a sentence what to change. */
export type FailureCode =
  | "no-wasm"
  | "old-browser"
  | "wasm-unreachable"
  | "wasm-missing"
  | "wasm-is-html"
  | "wasm-blocked"
  | "wasm-invalid"
  | "src-missing"
  | "src-invalid"
  | "aid-unreachable"
  | "aid-timeout"
  | "aid-missing"
  | "aid-is-html"
  | "aid-not-json"
  | "aid-refused"
  | "aid-unsigned"
  | "aid-altered"
  | "aid-unchecked"
  | "keys-invalid"
  | "no-size"
  | "no-answer"
  | "widget-failed";

/** How the page is used: alone before a visit, in it, or afterwards. */
export type Mode = "prepare" | "together" | "after";

/** Colours, each held to the same contrast. `nhs` is for NHS organisations only. */
export type Palette = "neutral" | "nhs" | "high-contrast";
/** Light or dark; `auto` is as the person's device asks. */
export type Scheme = "light" | "dark" | "auto";
export type Theme = Palette | Scheme | `${Palette} ${Scheme}`;

/**
 * The events of the element. All bubble out of shadow roots; none carries anything a person entered but `weighup-given`, where a page asks
 * for it: what it holds was seen and given.
 */
export interface WeighupEventMap {
  /** The first step is on screen. */
  "weighup-ready": CustomEvent<Record<string, never>>;
  /** A step was opened. */
  "weighup-step": CustomEvent<{ step: Step }>;
  /** The aid cannot be shown; the element's own content is on screen instead. */
  "weighup-error": CustomEvent<{ code: FailureCode }>;
  /** A person gives what they saw to the page: one line of JSON. Call `preventDefault()` once you have taken it. */
  "weighup-given": CustomEvent<{ line: string }>;
}

/** A decision aid in a page: `<weighup-aid src="/aids/prostate-localised.json">`. */
export interface WeighupAidElement extends HTMLElement {
  /** Address of a compiled aid, relative to the page. Going back to an aid shown before finds its answers. */
  src: string;
  /** Address of `ID.first.html`, which `weighup build` writes beside the aid: the first step, shown while the widget is on its way. */
  first: string;
  /** Hashes, such as `sha256-…`, one of which the file of the aid has to have: any other is refused. `first` is then not fetched. */
  integrity: string;
  /**
   * Public keys of minisign that the page trusts, each with the name of its owner: `RW…=Name`, with commas between. The aid is shown only where
   * the signature beside its file, `….json.minisig`, is of one of them; `first` is then not fetched.
   */
  keys: string;
  /** Whether an aid that cannot be checked by these keys, in a browser without Ed25519 or handed over as `aid`, is refused. */
  keysRequired: boolean;
  /** A compiled aid, as an object or as JSON text, instead of `src`; `null` goes back to `src`. */
  aid: object | string | null;
  /**
   * The translations of an `aid` that is handed over, by the names of their files (`ID.cy.json`), as JSON text: the page's language chooses, and
   * answers go along. Set it before `aid`.
   */
  translations: Record<string, string> | null;
  /** Colours; unknown names are neutral. */
  theme: Theme | "";
  /** The step on screen; set, it opens that step. The attribute `hash` lets the page's address say it as well. */
  step: Step | "";
  /** How the page is used; the person can change it. */
  mode: Mode | "";
  /** `facts` shows the figures and never how the options fit. */
  results: "facts" | "";
  /** `off`: no point score is worked out, and people choose their group themselves. */
  scores: "off" | "";
  /**
   * The exact origin of the system that the record may be given to, where it framed or opened the page. A person sees what goes, and gives it or
   * not; nobody else gets anything.
   */
  ehr: string;
  /** What the launch of that system gave as `smart_web_messaging_handle`. */
  ehrHandle: string;
  /**
   * The ways in which a person may give answers at the end, of `file`, `code` and `page`, with spaces between; `true` is a file or a code.
   * Empty, nobody is asked.
   */
  give: string;
  /** A file of at most three questions, or the four of SURE, that are asked then: its address on the page's own server, or its text. */
  giveQuestions: string;
  /** Whether a person may keep their answers on this device. */
  keep: boolean;
  /**
   * Whether several people use the device: nothing is kept, and answers are covered and then forgotten when nobody is there. The attribute
   * may hold the minutes without a sign of anybody, otherwise five.
   */
  shared: boolean;
  /** Whether the page's address says which step is open. */
  hash: boolean;
  /** Whether the browser asks before a person leaves the page with answers that are nowhere else. */
  warn: boolean;
  /** Whether there is a button that reads a step aloud. */
  readAloud: boolean;
  /** Forgets everything entered in this element and begins again. */
  reset(): void;
  /** Opens the browser's print dialogue for this element alone. */
  printSummary(): void;

  addEventListener<K extends keyof WeighupEventMap>(
    type: K,
    listener: (this: WeighupAidElement, event: WeighupEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

export interface WeighupAidConstructor {
  new (): WeighupAidElement;
  readonly prototype: WeighupAidElement;
}

declare global {
  interface HTMLElementTagNameMap {
    "weighup-aid": WeighupAidElement;
  }
  interface DocumentEventMap extends WeighupEventMap {}
}
