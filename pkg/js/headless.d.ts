import type { CompiledAid, RecordForm, RecordGiven } from "./api.js";
import type { Action, Views } from "./headless.views.js";

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
  /** Gives its memory back. Whatever is asked of it after that throws. */
  free(): void;
}

/** Begins a consultation about a compiled aid. Throws where the aid cannot be shown, with every problem on a line. */
export function consultation(aid: CompiledAid, given?: ConsultationOptions): Promise<Consultation>;

/** How the options fit after saved answers, or after a list of actions, in one call. */
export function fit(aid: CompiledAid, answers: SavedAnswers | Action[], given?: Omit<ConsultationOptions, "answers">): Promise<Views["fit"]>;
