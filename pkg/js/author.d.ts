/** An aid's files by their names: `aid.toml`, and what stands beside it. Problems name the files as they are named here. */
export type AidFiles = Record<string, string | Uint8Array>;

/** Rule sets that an aid can be judged by. */
export type RuleSetName = "ipdas-4.0" | "nice-ecd8" | "risk";

export interface AuthorProblem {
  /** The kind. */
  code: string;
  severity: "error" | "warning";
  /** The file, and where in it, from 1. */
  file: string | null;
  line: number | null;
  column: number | null;
  /** Where in the aid: `outcome[2].figures[0].cells.surgery`. */
  path: string;
  /** The same in the names of the aid's own outcomes, options and sources. */
  where?: string;
  /** What is wrong, naming the value. */
  message: string;
  /** What to do. */
  remedy: string;
  /** All of it in one line, as the command prints it. */
  text: string;
}

export interface AuthorChecked {
  /** Whether the aid can be built. */
  ok: boolean;
  errors: number;
  warnings: number;
  problems: AuthorProblem[];
  /** What the rule sets say, where some were asked for and the files could be read. */
  report?: Record<string, unknown>;
}

export interface CheckGiven {
  /** The day that reviews are compared with, as 2026-03-31. Today by default; with `null` nothing is said of dates. */
  day?: string | null;
  rules?: RuleSetName[];
}

export interface BuildGiven {
  /** As for a check. */
  day?: string | null;
  /** The address of the stylesheet, seen from `aids/`. */
  stylesheet?: string;
  /** `false` leaves point scores out: people then choose their group themselves. */
  scores?: boolean;
}

export interface AuthorBuilt extends Omit<AuthorChecked, "report"> {
  /** What belongs into `aids/`, by the name of the file: JSON, pages, and `index.json`. Empty when an aid has errors. */
  files: Record<string, string>;
}

/** Everything that is to be said of an aid's files, as `weighup check` says it. */
export function check(files: AidFiles, given?: CheckGiven): Promise<AuthorChecked>;

/** Builds aids, each from its files, as `weighup build` does. Throws where two have the same id. */
export function build(folders: Iterable<AidFiles>, given?: BuildGiven): Promise<AuthorBuilt>;
