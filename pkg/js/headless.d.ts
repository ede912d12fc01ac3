import type { CompiledAid, RecordForm, RecordGiven } from "./api.js";
import type { Action, DecisionStage, Views } from "./headless.views.js";

export type * from "./headless.views.js";

/** Saved answers: the text that `saved` and the element give, or the object it parses to. */
export type SavedAnswers = string | object;

export interface ConsultationOptions {
  /** Answers to begin with. */
  answers?: SavedAnswers;
  /** The reader's day, as 2026-11-30: past its next review an aid says so. Today by default. */
  day?: string;
  /** Facts only: nothing is weighed and no fit is worked out, whatever the aid says. */
  facts?: boolean;
  /** Whether scores of the aid are worked out. */
  scores?: boolean;
}

/** What came of opening saved answers. */
export interface Opened {
  /** What no longer applies, in a sentence each. */
  dropped: string[];
  /** Whether the aid has changed since. */
  contentChanged: boolean;
}

/** What only your interface knows of what somebody could give at the end. */
export interface GivenAsked {
  /** 128 random bits as 22 letters of base64url, made when the person asks to see what would be given. */
  id: string;
  /** The day; only its month is given. Today by default. */
  day?: string;
  /** Ids of outcomes that were opened on screen. */
  opened?: string[];
  /** Whether something was read aloud. */
  readAloud?: boolean;
  /** Where they are with the decision, as asked at the end. */
  stage?: DecisionStage;
  /** Answers to the questions that `given` says are asked, in their order; `null` for one that was left out. */
  answers?: (number | null)[];
  /** Your file of questions: its text, or the object it parses to. */
  questions?: string | object;
}

/** What somebody could give: show all of it before they do. */
export interface GivenOffer {
  /** Whether to ask where they are with the decision now. */
  asks_stage: boolean;
  /** Your questions, where they are asked of this person; show them word for word. */
  questions: {
    id: string;
    lang: string;
    intro: string;
    items: string[];
    scale: number[];
    low_end: string;
    high_end: string;
    licence: string;
  } | null;
  /** Why your questions are not asked, where the file cannot be used. */
  refused: string | null;
  /** All of it in words, a fact each. */
  lines: { what: string; said: string[] }[];
  /** All of it as it is stored: one line of JSON. */
  line: string;
}

/** One consultation about one aid. Nothing is stored or sent; the same actions always give the same views. */
export interface Consultation {
  /**
   * Does what a person did, one action after the other; whether anything changed. Throws an `Error` for what is no action, or names what
   * is not in this aid: that action has changed nothing, and those before it stand.
   */
  act(...actions: Action[]): boolean;
  /** What a view shows now. Numbers stand in its sentences and counts: show them whole. */
  view<Name extends keyof Views>(name: Name): Views[Name];
  /** Every view, by its name. */
  views(): Views;
  /** The answers as text, as the element saves them. A guess that is still hidden is not in it. */
  saved(): string;
  /** Goes on with saved answers in place of what is here. Throws where the text is of another aid or cannot be read. */
  open(answers: SavedAnswers): Opened;
  /** The record, as text in one of its forms. */
  record(form: RecordForm, given?: Omit<RecordGiven, "facts">): string;
  /**
   * What the person could give at the end; with `line`, of an offer made before, the same with what was answered since. Throws where the id
   * or an answer cannot be used. Show it whole, ask once, and let them say no.
   */
  given(asked: GivenAsked, line?: string): GivenOffer;
  /** Gives its memory back. Whatever is asked of it after that throws. */
  free(): void;
}

/** Begins a consultation about a compiled aid. Throws where the aid cannot be shown, with every problem on a line. */
export function consultation(aid: CompiledAid, given?: ConsultationOptions): Promise<Consultation>;

/** How the options fit after saved answers, or after a list of actions, in one call. */
export function fit(aid: CompiledAid, answers: SavedAnswers | Action[], given?: Omit<ConsultationOptions, "answers">): Promise<Views["fit"]>;
