/** A compiled aid: what `weighup build` writes, as JSON text or as the object it parses to. */
export type CompiledAid = string | object;

export interface Problem {
  /** The kind, as in `weighup check`. */
  code: string;
  severity: "error" | "warning";
  /** Where in the aid: `outcome[2].figures[0].cells.surgery`. */
  place: string;
  /** Line of the JSON, when it could not be read. */
  line?: number;
  /** Column of the JSON, when it could not be read. */
  column?: number;
  /** What is wrong, naming the value. */
  message: string;
  /** What to do. */
  remedy: string;
}

export interface Checked {
  /** Whether the aid can be shown. */
  ok: boolean;
  /** Every problem there is, not only the first. */
  problems: Problem[];
}

export interface Named {
  id: string;
  name: string;
}

export interface Worded {
  id: string;
  /** A phrase of a sentence. */
  words: string;
}

/** The sentences of a figure, made from the figure itself. Show them whole. */
export interface Sentences {
  /** "24", or "fewer than 1". */
  count: string;
  /** "of every 100 men". */
  ofEvery: string;
  happens: string;
  doesNot: string;
  /** Option, count, group, event, horizon and both frames. */
  whole: string;
  /** A text for a picture of it. */
  picture: string;
  range: string;
  certainty: string;
  /** How the number and its range were worked out. */
  workedOut: string;
  /** How far the source was read. */
  status: string;
}

export interface KnownFigure {
  known: true;
  /** As the source gives it. */
  counted: { count: number; of: number };
  /** Shares of 1. The last three run between published figures and are no doubt about this one. */
  range: { low: number; high: number; method: "wilson-95" | "exact-95" | "published-95" | "between-studies" | "over-time" | "span" } | null;
  /** GRADE. */
  certainty: "very-low" | "low" | "moderate" | "high" | null;
  status: "verified" | "verified-secondary" | "derived";
  sentences: Sentences;
}

/** A mean, a median or a rate on its scale. Never mixed with counts. */
export interface KnownAmount {
  known: true;
  amount: {
    value: number;
    /** "days". */
    unit: string;
    /** Null of a rate. */
    average: "mean" | "median" | null;
    /** Of a rate: how often it happens in so many person-years. One person can be counted more than once, so it is no share. */
    personYears: 100 | 1000 | 10000 | null;
    /** Low and high end. */
    scale: [number, number];
    low: number | null;
    high: number | null;
    /** What the range is; "middle-half" tells how people differ, not how sure the average is. */
    method: "published-95" | "between-studies" | "over-time" | "span" | "middle-half" | "normal-95" | null;
  };
  /** GRADE. */
  certainty: "very-low" | "low" | "moderate" | "high" | null;
  status: "verified" | "verified-secondary" | "derived";
  sentences: {
    /** "7 days". */
    value: string;
    whole: string;
    picture: string;
    range: string;
    certainty: string;
    workedOut: string;
    status: string;
  };
}

/** A described level: words, and no number. */
export interface KnownLevel {
  known: true;
  /** `place` counts from 0 in the aid's order of `of` levels. */
  level: { place: number; of: number; name: string; means: string };
  /** GRADE. */
  certainty: "very-low" | "low" | "moderate" | "high";
  status: "verified" | "verified-secondary" | "derived";
  sentences: { whole: string; certainty: string; status: string };
}

/** That there is no figure is a value, and never 0. */
export interface UnknownFigure {
  known: false;
  /** "not-said" is of aids of formats 1 and 2, which did not say which. */
  gap: "does-not-apply" | "no-study" | "not-read" | "not-said";
  /** In the author's words. */
  why: string;
  /** The gap and the reason in sentences. */
  whole: string;
}

/** One outcome of one option at one point in time, with everything it may not be shown without. */
export type Figure = (KnownFigure | KnownAmount | KnownLevel | UnknownFigure) & {
  outcome: Named;
  option: Named;
  /** The study it is of, where the aid says so. Of several, the one that comes first in the list is weighed. */
  study?: string;
  /** What the counts in the sentences are out of: the same for every figure of an outcome. Not of amounts and levels. */
  denominator?: 100 | 1000 | 10000;
  /** The option whose figure this is too, by design. */
  sameAs?: string;
  horizon: Worded;
  /** The people it is about. */
  group: Worded;
  /** Never empty. */
  sources: { id: string; citation: string }[];
};

export interface Figures {
  id: string;
  title: string;
  version: string;
  /** SHA-256 of the aid. */
  hash: string;
  /** A BCP 47 tag. */
  language: string;
  /** Who reviewed it, or that nobody has. Show it beside the figures. */
  review: string;
  reviewed: boolean;
  figures: Figure[];
  /** Differences and ratios as they were published. Those between two figures that nobody published are not here. */
  comparisons: Comparison[];
}

/** A published difference or ratio of chances between two options, with its 95 % interval. */
export interface Comparison {
  outcome: Named;
  horizon: Worded;
  group: Worded;
  study?: string;
  /** The option compared with. */
  from: string;
  /** The option it is told of: below 0 there are fewer with it. */
  to: string;
  /** People in every `per`; without `per` an amount. */
  difference?: number;
  per?: 100 | 1000 | 10000;
  ratio?: number;
  low: number | null;
  high: number | null;
  adjusted?: string;
  status: "verified" | "verified-secondary" | "derived";
  /** Never empty. */
  sources: { id: string; citation: string }[];
}

/** Checks a compiled aid as strictly as the build that wrote it. Never rejects because of the aid. */
export function check(aid: CompiledAid): Promise<Checked>;

/** Every figure of a compiled aid. Rejects, naming the place, when the aid does not pass `check`. */
export function figures(aid: CompiledAid): Promise<Figures>;

/** Numbers by the id of an outcome or of an option. */
export type Keyed<T> = Record<string, T>;

/** A decision to work out. Unknown fields, missing ones and values of the wrong kind are refused by name. */
export interface DecisionProblem {
  outcomes: {
    id: string;
    better?: "higher" | "lower";
    /** Lower and higher end of the range that the weights are about. */
    range?: [number, number];
    [more: string]: unknown;
  }[];
  options?: string[];
  cells?: Keyed<unknown>;
  weights: unknown;
  draws?: number;
  /** The same seed gives the same answer, to the last bit, everywhere. */
  seed?: number;
}

/** What is worked out; every share is of 1. */
export interface Solution {
  weights: { point: Keyed<number>; mean: Keyed<number>; min: Keyed<number>; max: Keyed<number> };
  consistency?:
    | { lambda_max: number; ci: number; cr: number | null }
    | { xi: number; input_based: number; threshold?: number };
  /** Outcomes on which the options do not differ. */
  dropped?: string[];
  /** This and what follows are absent when the problem has no options. */
  values?: Keyed<number>;
  contributions?: Keyed<Keyed<number>>;
  ranks?: Keyed<number>;
  first_rank?: Keyed<number>;
  rank_acceptability?: Keyed<number[]>;
  central_weights?: Keyed<Keyed<number> | null>;
  confidence?: Keyed<number | null>;
  pairwise?: Keyed<Keyed<number>>;
  entropy?: number;
  mc_error?: Keyed<number>;
  how?: "exact" | "draws";
  spread?: Keyed<[number, number]>;
  /** Of the variance of the differences between options, the share that comes from figures nobody knows; absent when all are known. */
  unknown?: number;
  switch_points?: Keyed<{ weight: number; between: [string, string] }[]>;
  dominated?: Keyed<string[]>;
}

/** What `compute` rejects with. */
export interface WeighupError extends Error {
  name: "WeighupError";
  code: string;
  place: string;
  line?: number;
  column?: number;
  statements?: number[];
}

/** Works out weights, and how the options fit with them. Rejects with a `WeighupError`. */
export function compute(problem: DecisionProblem | string): Promise<Solution>;

/** The forms of a record: three lengths of plain text, a page, JSON, the headings of two PRSB standards, FHIR R4. */
export type RecordForm = "text" | "letter" | "short" | "html" | "json" | "prsb" | "plan" | "fhir";

/** What only the caller knows. */
export interface RecordGiven {
  /** The moment of the record, as 2026-11-30T10:15:00Z. Without it the clock of this machine says. */
  at?: string;
  /** Where the aid stands. */
  address?: string;
  /** For `prsb`: the problem that the decision is about, as the host's record has it. */
  problem?: string;
  /** For `prsb`: when, where and with whom the contact was. */
  contact?: string;
  /** For `fhir`: the patient, as "Patient/123". */
  patient?: string;
  /** For `fhir`: with a care plan, its goals and tasks. */
  plan?: boolean;
  /** For `fhir`: claim the profiles of UK Core. Nothing is checked against them. */
  ukCore?: boolean;
  /** The site shows facts only, as with `results="facts"` on the element. */
  facts?: boolean;
}

export interface WrittenRecord {
  /** The record in the form that was asked for. */
  text: string;
  /** What no longer applies of the answers, in sentences: the record is of what is left. */
  dropped: string[];
}

/**
 * The record of saved answers: `answers` is what the person saved as a file from the page. Nothing is sent. Rejects, saying what is
 * wrong, when the answers are not of this aid or something that was asked for cannot be.
 */
export function record(aid: CompiledAid, answers: string | object, form: RecordForm, given?: RecordGiven): Promise<WrittenRecord>;

/** A step of the path. */
export type GivenStep = "about" | "what-matters" | "choice" | "options" | "compare" | "weigh" | "fit" | "ready" | "decide" | "summary";

/** Where somebody is with the decision. */
export type GivenStage = "not-started" | "considering" | "close-to-choosing" | "chosen";

/** What somebody feels ready about. No measure: never add it up. */
export interface GivenReady {
  fine: ("choice" | "options" | "chances" | "matters" | "people")[];
  not_yet: ("choice" | "options" | "chances" | "matters" | "people")[];
}

/** One line that a person chose to give at the end of a visit: docs/giving.md says what each field is, and its schema is published. */
export interface GivenLine {
  format: "weighup-given";
  version: 1;
  /** 128 random bits. The same twice is one line that was given twice. */
  id: string;
  /** "2026-11", never a day. */
  month: string;
  aid: { id: string; version: string; hash: string | null };
  /** The first part of a BCP 47 tag. */
  language: string;
  easy_read: boolean;
  needs: ("larger-type" | "in-full" | "one-by-one" | "read-aloud" | "someone-helped")[];
  use: "prepare" | "together" | "after" | null;
  who: "alone" | "with-someone" | "with-professional" | null;
  stage: { before: GivenStage | null; after: GivenStage | null };
  ready: { before: GivenReady | null; after: GivenReady | null };
  understanding: { asked: number; right: string[]; other: string[] };
  opened: string[];
  marked: { outcome: string; mark: "matters" | "worries" | "does-not-matter" }[];
  method: "pairs" | "swing" | "ranking" | "points" | "best-worst" | null;
  decision: "in-progress" | "made" | "withdrawn" | null;
  /** A kind of answer, never which option. */
  leaning: "option" | "undecided" | "more-time" | "please-advise" | null;
  fits_choice: "yes" | "no" | "not-separated" | null;
  gap: "none" | "some" | "large" | null;
  steps: GivenStep[];
  stopped: GivenStep | null;
  finished: boolean;
  measures: { id: string; answers: (number | null)[] }[];
}

/** A line that was refused. Nothing that stood in it is repeated: it may be somebody's own words. */
export interface GivenRefusal {
  /** Which line of the text, from 1. */
  line: number;
  fault: "cut" | "not-json" | "other" | "newer" | "too-long" | "unknown" | "missing" | "twice" | "wrong";
  /** Where in it: `stage.before`. Null where that is the line itself. */
  place: string | null;
  /** What has to stand there, in English, where something else does. */
  wanted: string | null;
}

export interface GivenRead {
  /** The lines that were read, in their order. */
  given: GivenLine[];
  /** How many were refused. */
  refused: number;
  /** The first of those, a hundred at most. */
  refusals: GivenRefusal[];
}

/**
 * Reads lines that people gave (JSON Lines), as strictly as `weighup-report` counts them; one that is wrong stops none of the others.
 * Rejects, naming the limit, a text of more than 16 MB: read it in parts that end where a line does.
 */
export function given(lines: string): Promise<GivenRead>;
