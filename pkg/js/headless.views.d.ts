// Made from docs/schema/headless.schema.json by cli/tests/headless.rs: what can be done, and what each view shows.

/** Who is here and what their situation is. */
export type AboutAction = {
  /** Tick or untick who is here. */
  "toggle-presence": Presence;
} | {
  /** Say where they are with the decision. */
  "set-stage": DecisionStage;
} | {
  /** Choose the group the figures are for. Answers that belong to another group's figures are set aside with it. */
  "choose-group": ReferenceClassId;
} | {
  /** Tick or untick an item of a score, or choose a level of one. The group of the sum is chosen with it. */
  tick: [string, string];
};

/** About. */
export interface AboutView {
  /** Plain name of the condition. */
  condition: string;
  /** The decision, as a question. */
  decision: string;
  /** Label and text: who made it, who paid, interests, published, reviewed, next review, how updated, licence, version. */
  facts: ([string, string])[];
  /** "About 10 minutes". */
  how_long: string;
  /** Intended use: what it does and does not do (fixed sentences). */
  intended_use: string[];
  /** How the person likes information. */
  liking: ([Liking, boolean])[];
  /** How the page is used. */
  modes: ([Mode, boolean])[];
  /** The last of it by itself: it neither recommends nor replaces advice. */
  no_advice: string;
  /** Who it is not for. */
  not_for: string[];
  /** Whom each option is for, of those that say so: its name and the sentence. */
  options_for: ([string, string])[];
  /** Who can be here, and whether they are. */
  present: ([Presence, boolean])[];
  /** What it is for. */
  purpose: Rich[];
  /** The decision told to somebody else, where the author has written that. */
  retold: RetoldView[];
  /** Pictures or a table first. */
  show_as: CompareAs;
  /** Where that use begins. */
  start: Step;
  /** Who it is for. */
  who_for: string[];
}

/** Something a person did. The reducer is the only thing that changes `Answers`. */
export type Action = {
  /** Opens a step. */
  go: Step;
} | {
  /** Says who is here and what their situation is. */
  about: AboutAction;
} | {
  /** Writes in a box. */
  words: WordsAction;
} | {
  /** Changes how things are shown. */
  show: ShowAction;
} | {
  /** Hands over to someone else, or shows what they said. */
  turn: TurnAction;
} | {
  /** Says how much things matter. */
  weigh: WeighAction;
} | {
  /** Says what only the person who decides can say: own concerns, marks and limits. */
  own: OwnAction;
} | {
  /** Says something about the decision and the talk about it. */
  talk: TalkAction;
} | {
  /** Steps through the history. */
  history: HistoryAction;
};

/** What a person takes to an appointment. Each question, and whether it is in their own words. */
export interface AppointmentView {
  /** Three at most, with room for what was answered. */
  front: ([boolean, string])[];
  /** What else they want to ask; all of the aid's questions where they chose none. */
  more: ([boolean, string])[];
  /** The aid's questions to choose from: number, text, ticked. */
  questions: ([number, string, boolean])[];
}

/** What the way in use asks, beyond the list of things to weigh. */
export type AskedView = {
  /** In words: what matters most, and everything else next to it. */
  pairs: PairsView;
} | "swing" | {
  /** Ranking: what has a place, in order. The rest is still to place. */
  ranking: PlacedView[];
} | {
  /** Points: what is left of 100, in a sentence. */
  points: string;
} | {
  /** Best-worst: what matters most, what least, and comparisons with both. */
  "best-worst": {
    /** Most. */
    best: Weighable | null;
    /** Comparisons. */
    pairs: PairView[];
    /** Least. */
    worst: Weighable | null;
  };
};

/** Answers that cannot all be true. */
export interface AtOddsView {
  /** Which. */
  claims: ClaimView[];
  /** That they cannot, and what can be done. */
  text: string;
}

/** A question that figures depend on. */
export interface AxisView {
  /** The groups; none is selected until the person chooses. */
  choices: GroupChoice[];
  /** How someone finds out. */
  help: string;
  /** What is asked. */
  question: string;
  /** A score to work the answer out by. */
  score: ScoreView | null;
}

/** A box for own words. */
export interface BoxView {
  /** What it is about, in a sentence; `None` where nobody said. */
  about: string | null;
  /** Every outcome by its name, and whether the words are about it; none while nothing is written. */
  outcomes: ([OutcomeId, string, boolean])[];
  /** Which. */
  place: WordsBox;
  /** What stands in it. */
  words: string;
}

/** One option's figure for one outcome. */
export type CellView = {
  /** A figure. */
  known: FigureView;
} | {
  /** No figure: what kind of gap it is, and why. */
  "not-known": {
    /** Heading. */
    option: OptionHead;
    /** "This does not apply.", "We looked and found no study of this.", "We do not know." */
    text: string;
    /** Why. */
    why: string;
  };
};

/** How chances are said. */
export type Chances = "counts" | "percent";

/** One option in the view of differences. */
export type ChangeCell = {
  /** Drawn. */
  drawn: ChangeView;
} | {
  /** It cannot be drawn: why. */
  "not-drawn": {
    /** Heading. */
    option: OptionHead;
    /** Why. */
    why: string;
  };
};

/** What an icon stands for in a picture of a change: what happens with one option and with another. */
export type ChangeKind = "both" | "added" | "taken" | "neither";

/** People of one kind, with what they are in words: "Helped: 5 die with active monitoring, but not with surgery." */
export interface ChangeState {
  /** How many. */
  count: number;
  /** Which. */
  kind: ChangeKind;
  /** In a sentence. */
  words: string;
}

/** One option against the one they are all compared with, as one picture. From the counts of both, so that anyone can check it: the smaller of the two, the difference, and everybody else. They sum to `total`. */
export interface ChangeView {
  /** Heading. */
  option: OptionHead;
  /** Icons per row. */
  per_row: number;
  /** Text for the picture. */
  picture: string;
  /** The difference in a sentence, softened by how sure the evidence is. */
  sentence: string;
  /** In the order they are drawn, from one corner: both, then added or taken, then neither. */
  states: ChangeState[];
  /** Their sum: 100, 1,000 or 10,000. */
  total: number;
}

/** What changes with each other option, against one. */
export interface ChangesView {
  /** The one they are compared with: without active treatment, when that is known and shown. */
  against: CellView;
  /** What taking one number from the other assumes, in sentences. */
  assumes: string[];
  /** A cell for every other option shown. */
  cells: ChangeCell[];
  /** "Compared with active monitoring". */
  heading: string;
}

/** The choice. */
export interface ChoiceView {
  /** The condition. */
  condition: Rich[];
  /** Why there is a choice. */
  decision: Rich[];
  /** What is left out on purpose, and why. */
  left_out: ([string, string])[];
  /** What happens if nothing is done. */
  natural_course: Rich[];
  /** The options by name. */
  options: OptionHead[];
  /** The decision, as a question. */
  question: string;
  /** Terms explained. */
  terms: ([string, string])[];
  /** What the test is for and how often it is right, where an option is a test. */
  test: TestView | null;
  /** How soon. */
  urgency: Rich;
}

/** One of the answers that cannot all be true. */
export interface ClaimView {
  /** What taking it back does; `None` where another choice changes it. */
  take_back: Action | null;
  /** In the words it was given in. */
  text: string;
}

/** How Compare shows each outcome. */
export type CompareAs = "matrix" | "pictures" | "difference" | "table" | "numbers";

/** Compare. */
export interface CompareView {
  /** False when only two are shown: none can be hidden then. */
  can_hide: boolean;
  /** "All numbers on this page are people in every 100.", or which groups there are where outcomes differ. */
  denominator_note: string;
  /** The groups to choose from, when figures depend on one. */
  group: GroupView | null;
  /** Every outcome in one view; only when Compare is shown at a glance. */
  matrix: MatrixView | null;
  /** "No one can know which of the 100 people you would be." */
  no_one_can_know: string;
  /** Every option and whether it is shown. */
  options: ([OptionHead, boolean])[];
  /** What is shown first. */
  order: OrderView;
  /** The control that has chances said in the other way: its label, and which way. */
  other_chances: [string, Chances];
  /** Outcomes in the order chosen; the folded ones keep their place. */
  outcomes: OutcomeCard[];
  /** Who the numbers are about, in a sentence, when all outcomes are about the same people. */
  people: string | null;
  /** Icons per row in the pictures of people on the page, fewest first: one, unless outcomes differ in how many people they are counted of. */
  per_row: number[];
  /** Who has reviewed it, for the same. */
  review: string;
  /** At a glance, pictures, differences, table or numbers. */
  show_as: CompareAs;
  /** The aid and its version, for a picture that leaves the page. */
  stamp: string;
  /** Points in time that several outcomes share, to choose once for all; empty when there are none to choose from. */
  times: HorizonChoice[];
}

/** Identifies a concern a person added: `own-1`, `own-2`, … */
export type ConcernId = string;

/** A concern to rate. */
export interface ConcernView {
  /** Identifier. */
  id: ConcernId;
  /** A rating for each option, `None` until given. */
  ratings: ([OptionHead, number | null])[];
  /** In the person's words. */
  words: string;
}

/** Something the person would not accept. It excludes options; it never scores. */
export type DealBreaker = {
  /** This option is ruled out. */
  option: OptionId;
} | {
  /** Any option for which more than `count` of every `crate::chance::Denominator` people on screen have this outcome (fewer than, for an outcome where higher is better). Of an amount: more than so many steps of the shown decimals above the low end of its scale. Of levels: a worse one than the one at this place. */
  limit: {
    /** People, of the denominator shown on the screen; or steps; or the level's place. */
    count: number;
    /** The outcome. */
    outcome: OutcomeId;
  };
};

/** Decide together. */
export interface DecideView {
  /** Who does what. */
  actions: Note[];
  /** When the fit is shown and another option clearly fits more with what they said: that, as a question. */
  ask: string | null;
  /** Where the decision stands, every answer in the same form and whether it is chosen. */
  leanings: ([Leaning, string, boolean])[];
  /** Reservations, in their words. */
  reservations: string;
  /** When to look again, as an ISO date; empty when nobody said. */
  review: string;
  /** Who may have something to do. */
  sides: Presence[];
  /** Whether anything is decided: every answer, and whether it is chosen; empty while there is no option to decide on. */
  statuses: ([DecisionStatus, boolean])[];
  /** How sure. */
  sure: ([Sure, boolean])[];
  /** What was decided and why, in their words. */
  teach_back: string;
}

/** Where the person is with the decision. None is preselected. */
export type DecisionStage = "not-started" | "considering" | "close-to-choosing" | "chosen";

/** Whether something is decided. A record says it first, so that nobody takes a leaning for a decision. */
export type DecisionStatus = "in-progress" | "made" | "withdrawn";

/** A figure, said every way it is shown. All of it comes from one `crate::chance::Figure`. */
export interface FigureView {
  /** "We are fairly sure of this.", with why. */
  certainty: string;
  /** "We are fairly sure of this." */
  certainty_brief: string;
  /** "24", or "fewer than 1". */
  count: string;
  /** "76 of every 100 do not." */
  does_not: string;
  /** "76 do not.", right under the count. */
  does_not_brief: string;
  /** "24 of every 100 men wear pads …". */
  happens: string;
  /** The picture. */
  icons: IconCounts;
  /** "of every 100 men". */
  of_every: string;
  /** Heading. */
  option: OptionHead;
  /** Text for the picture. */
  picture: string;
  /** "The studies suggest it is between 20 and 28 of every 100.", or why no range is given. */
  range: string;
  /** "Range: 20 to 28.", or that there is none; empty when the card says that for all. */
  range_brief: string;
  /** "20 to 28"; `None` when there is none. */
  range_short: string | null;
  /** That it is another option's figure by design, and why; empty when it is its own. */
  same: string;
  /** Full sentence with group, horizon and both frames. */
  sentence: string;
  /** Verified, secondary copy, or derived, in words. */
  status: string;
  /** How sure, from 1 (very unsure) to 4 (very sure); `None` when no one has rated it. */
  sure: number | null;
  /** How the number was worked out: "58 of 553 men", "published as 24 %", method of the interval. */
  worked_out: string;
}

/** One option's bar. */
export interface FitBar {
  /** End of the pale part, thousandths. */
  high: number;
  /** Solid part, thousandths of the full length. */
  low: number;
  /** Heading. */
  option: OptionHead;
  /** Contributions, largest first. */
  parts: FitPart[];
  /** Middle, thousandths. */
  point: number;
  /** Ruled out by a deal-breaker: why. */
  ruled_out: string | null;
  /** The bar in words. */
  words: string;
}

/** How much one outcome adds to an option's fit. */
export interface FitPart {
  /** Length, thousandths of the full bar. */
  length: number;
  /** Name. */
  name: string;
  /** "Weight 40 of 100 × how well it does 0.62 = 25 of 100": checkable by hand. */
  sum: string;
  /** Outcome or concern. */
  what: Weighable;
}

/** The fit of the options with what the person said. */
export interface FitResult {
  /** Options that no other clearly fits more than; all of them when nothing is clear. */
  ahead: OptionId[];
  /** Bars, in the aid's order, never ranked. */
  bars: FitBar[];
  /** Facts about dominance, when there are any. */
  dominance: string[];
  /** How the answers and the evidence were read, in words. Empty where no option is in front. */
  how_sure: string[];
  /** Words first: what holds for every reading of the answers and the evidence. */
  lead: string[];
  /** What the result leaves out: outcomes that drop out, unknown figures, concerns not rated. */
  leaves_out: string[];
  /** "This is not advice: it shows your own priorities back to you." */
  not_advice: string;
  /** How much of the doubt comes from figures that nobody here knows, and what each is read as; empty when all are known. */
  not_known: string[];
  /** What speaks neither for nor against any, since the studies cannot tell the options apart on it, in a sentence. */
  not_told_apart: string[];
  /** What is said in place of a picture where nothing separates the options: that talking may help more. */
  of_bars: string[];
  /** The share of readings in which each option is in front; empty where none is in all but a few. */
  readings: ReadingView[];
  /** Whether one option clearly fits more than all the others. Where none does there is no picture, as any would rank them. */
  separated: boolean;
  /** What speaks for and against each option, in the aid's order. */
  sides: FitSides[];
  /** What is not compared yet, in a sentence; `None` where all is. */
  so_far: string | null;
  /** Why: sentences on what drives the difference. */
  why: string[];
  /** What would change it: switch points in words; empty where no option is in front. */
  would_change: string[];
}

/** What speaks for an option and against it, among what was weighed, in figures. */
export interface FitSides {
  /** Where no other option does worse, in the same way. */
  against: string[];
  /** Heading. */
  option: OptionHead;
  /** Where no other option does better, with its figure: what counts most to the person first. */
  speaks_for: string[];
}

/** How they fit. */
export type FitView = {
  /** It is not worked out: the engine is on its way or at work, or did not arrive. */
  waiting: {
    /** It is not worked out: the engine is on its way or at work, or did not arrive. */
    text: string;
  };
} | {
  /** Not enough said yet: what is missing, and where to say it. */
  "not-yet": {
    /** The step to go to. */
    go_to: Step;
    /** The sentence. */
    text: string;
  };
} | {
  /** The aid or the site shows facts only: the person's answers and the figures, side by side. */
  "facts-only": {
    /** The figures of what can be weighed, what matters most to them first; `None` when there are none. */
    figures: SummaryTable | null;
    /** What the person said matters; empty until they have. */
    said: string[];
    /** The sentence. */
    text: string;
  };
} | {
  /** The result. */
  ready: FitResult;
};

/** What stands on every step. */
export interface Frame {
  /** Whether there is something to redo, here or on another step. */
  can_redo: boolean;
  /** Whether there is something to undo, here or on another step. */
  can_undo: boolean;
  /** "Not clinically reviewed", in a sentence, or who reviewed it and when. */
  review: ReviewNotice;
  /** The same in a few words, for the head of every page. */
  review_short: string;
  /** Short title. */
  short_title: string;
  /** The stages, with their steps. */
  stages: StageLink[];
  /** "prostate-localised 1.0.0, 3f9a…": version and content hash. */
  stamp: string;
  /** Aid title. */
  title: string;
}

/** One group. */
export interface GroupChoice {
  /** Identifier. */
  id: ReferenceClassId;
  /** "2". */
  label: string;
  /** Chosen. */
  selected: boolean;
}

/** The groups the figures depend on, to choose one from. */
export interface GroupView {
  /** The questions, one or two, each with its groups. */
  asked: AxisView[];
  /** Answers that are kept for another group, in a sentence. */
  kept: string | null;
  /** Which groups the figures are for, and what waits for a choice. */
  shown: string[];
}

/** What is known of the health professional's guess. */
export type GuessView = "none" | "waiting" | "ready" | "shown";

/** Steps through the history. */
export type HistoryAction = "undo" | "redo" | "start-again";

/** A choice in a segmented control. */
export interface HorizonChoice {
  /** Identifier. */
  id: HorizonId;
  /** "12 years". */
  label: string;
  /** Chosen. */
  selected: boolean;
}

/** Identifies a point in time, such as `12y`. */
export type HorizonId = string;

/** People in a picture: they sum to `total`, filled from one corner, row by row, in this order. */
export interface IconCounts {
  /** Half-certain: between the low and the high end of the range. */
  band: number;
  /** Solid: at least this many. */
  certain: number;
  /** Icons per row: 10 for 100, 40 for 1,000, 100 for 10,000. */
  per_row: number;
  /** Outlined: everybody else. */
  rest: number;
  /** Their sum: 100, 1,000 or 10,000. */
  total: number;
}

/** Where the decision stands. "Undecided" and the like are answers like any other. */
export type Leaning = {
  /** Towards an option. */
  option: OptionId;
} | "undecided" | "more-time" | "please-advise";

/** How a person likes information. Pictures or a table first is `CompareAs`. */
export type Liking = "in-full" | "large" | "one-by-one";

/** A limit the person set or may set. */
export interface LimitView {
  /** Can go down. */
  can_lower: boolean;
  /** Can go up. */
  can_raise: boolean;
  /** The count, once set. */
  count: number | null;
  /** Options it excludes, or would, in a sentence. */
  excludes: string;
  /** Its name. */
  name: string;
  /** The outcome. */
  outcome: OutcomeId;
  /** "I would not accept more than 20 of every 100 men …". */
  sentence: string;
  /** Whether a limit is set. */
  set: boolean;
  /** What to dispatch to set it or take it away. */
  toggle: Action;
}

/** A list that people make together. */
export type List = "agenda" | "actions";

/** A mark that stands for an option everywhere: a shape first, a colour second, none better than another. */
export type Mark = "circle" | "square" | "triangle" | "diamond" | "hexagon" | "pentagon";

/** An outcome to mark. */
export interface MarkItem {
  /** "from 24 down to 8 of every 100 men, at 12 years", and what nobody knows of it. */
  ends: string[];
  /** What is said of it. */
  mark: MarkView;
}

/** What the person who decides said of one outcome, and whether it can be changed now. */
export interface MarkView {
  /** Every box that has words, and whether they are about this. */
  boxes: ([WordsBox, boolean])[];
  /** The mark. */
  mark: OutcomeMark | null;
  /** Whether it is the turn of the person who decides. */
  may: boolean;
  /** Its name. */
  name: string;
  /** The outcome. */
  outcome: OutcomeId;
  /** All that was said of it in words: this, and the words of boxes that are about it. */
  said: ([WordsBox | null, string])[];
  /** What they wrote about it, as typed. */
  words: string;
}

/** An outcome that matters to the person, and what happens with each option. */
export interface MarkedOutcome {
  /** What is said of it. */
  mark: MarkView;
  /** "24 of every 100 men" for each option, in the aid's order; none where there are no figures. */
  options: ([OptionHead, string])[];
  /** "At 12 years"; empty where there are no figures. */
  when: string;
}

/** Marking the outcomes. */
export interface MarksView {
  /** What does not matter to them, in a sentence. */
  does_not: string | null;
  /** Marking is the weighing here: how the options fit is not worked out, or no figures tell them apart. */
  is_weighing: boolean;
  /** Every outcome, in the aid's order. */
  items: MarkItem[];
  /** What matters to the person, what matters a lot first. */
  marked: MarkedOutcome[];
  /** What is not done with these answers, in a sentence. */
  note: string;
}

/** One option's figure, as short as it can be said. */
export interface MatrixCell {
  /** The value is a figure, not a sentence that there is none. */
  known: boolean;
  /** "of every 100 men", for those who hear the value; empty when the value says it all. */
  of_every: string;
  /** "18 to 24 over time". */
  range: string | null;
  /** The range in a sentence, for those who hear it. */
  range_said: string;
  /** The people, as a strip. */
  strip: IconCounts | null;
  /** "24", "7 days", "A little", "This does not apply." */
  value: string;
}

/** Rows that stand together. */
export interface MatrixGroup {
  /** "Over about 15 years", when all of them are; each says its own time otherwise. */
  heading: string | null;
  /** Who the numbers are about, in a sentence, where that is not one for the whole page. */
  people: string | null;
  /** The rows. */
  rows: MatrixRow[];
}

/** One outcome. */
export interface MatrixRow {
  /** The place of its card in `CompareView::outcomes`. */
  card: number;
  /** One per option shown, in the aid's order. */
  cells: MatrixCell[];
  /** "Wearing pads for leaking urine". */
  name: string;
  /** What stands under the name: the time, what the counts are of, which end is better, whether the studies tell the options apart. */
  notes: string[];
}

/** Every outcome at the time that is shown, option by option. What a row opens to is its `OutcomeCard`. */
export interface MatrixView {
  /** Rows in the order shown. Those at the same time, or about the same people, that stand together share a heading. */
  groups: MatrixGroup[];
  /** "Of every 100 men", when every count is; rows say it themselves otherwise. */
  of_every: string | null;
  /** The options shown, in the aid's order: the heads of the columns. */
  options: OptionHead[];
}

/** One option's amount or level, said every way it is shown. */
export interface MeasuredRow {
  /** How sure, and why; empty when it is not known. */
  certainty: string;
  /** The range in a sentence, what the level means, or why there is no figure; and whose it is by design. */
  detail: string;
  /** Heading. */
  option: OptionHead;
  /** Where it stands on the axis; `None` for levels and when it is not known. */
  point: PointView | null;
  /** Full sentence; empty when it is not known. */
  sentence: string;
  /** Verified, secondary copy, or derived, in words. */
  status: string;
  /** "7 days", "A little", "We do not know.", "This does not apply." */
  value: string;
  /** How the number was worked out; empty for levels. */
  worked_out: string;
}

/** An outcome that is not a count of people: amounts on one axis, or levels in words. */
export interface MeasuredView {
  /** Which end is better for most people, in a sentence. */
  better: string;
  /** One an option shown, in the aid's order. */
  rows: MeasuredRow[];
  /** What the values are measured against. */
  scale: ScaleView;
}

/** A way of saying how much things matter. */
export type Method = "pairs" | "swing" | "ranking" | "points" | "best-worst";

/** A way of saying how much things matter. */
export interface MethodView {
  /** Whether it has answers. */
  begun: boolean;
  /** Which. */
  method: Method;
  /** Its name. */
  name: string;
}

/** How the page is used. */
export type Mode = "prepare" | "together" | "after";

/** How much one thing matters next to another that matters at least about as much. */
export type NextTo = "as-much" | "nearly-as-much" | "about-half" | "much-less";

/** Something next to what matters most. */
export interface NextToView {
  /** "How much does cancer that spreads matter, next to wearing pads?" */
  question: string;
  /** What it is. */
  what: Weighable;
  /** The words there are. */
  words: WordView[];
}

/** One line of such a list. Whose it is stands with it and never changes. */
export interface Note {
  /** Its number, unique in its list. */
  id: number;
  /** By when, in their words; empty when nobody said. */
  when: string;
  /** Whose topic, or who does it. */
  who: Presence;
  /** In their words. */
  words: string;
}

/** One question at a time. */
export interface OneView {
  /** Shows the question before. */
  back: Action | null;
  /** Shows the next. */
  next: Action | null;
  /** The box; `None` for the question after the last of them, where the person is with the decision. */
  place: WordsBox | null;
  /** "Question 2 of 5". */
  said: string;
}

/** One option's card: the same headings for every option. */
export interface OptionCard {
  /** Alternatives. */
  alternatives: Rich[];
  /** Benefits. */
  benefits: Rich[];
  /** A line drawing for Easy Read: the `d` of one path in a square of 64 by 64. */
  drawing: string | null;
  /** In the mind. */
  emotional: Rich;
  /** Whom it is for, as its authors say. */
  for_whom: string | null;
  /** When to get help now, after this choice. */
  get_help: string[];
  /** What each guideline says of it, in sentences: the same guidelines for every option. */
  guidelines: string[];
  /** Heading. */
  head: OptionHead;
  /** Whether that is about a time after the choice, and opens with a press. */
  help_later: boolean;
  /** What it involves. */
  involves: Rich[];
  /** What if nothing. */
  nothing: Rich[];
  /** In the body. */
  physical: Rich;
  /** Practicalities. */
  practicalities: Rich[];
  /** Recovery. */
  recovery: Rich[];
  /** Whether it can be stopped or undone. */
  reversible: Rich;
  /** Risks and burdens. */
  risks: Rich[];
  /** With other people. */
  social: Rich;
  /** One or two sentences. */
  summary: Rich;
  /** Ways to have it: name and text. */
  ways: ([string, string])[];
}

/** An option's heading. */
export interface OptionHead {
  /** Identifier. */
  id: OptionId;
  /** "active monitoring". */
  in_sentence: string;
  /** Its mark. */
  mark: Mark;
  /** "Active monitoring". */
  name: string;
}

/** Identifies an option. */
export type OptionId = string;

/** Where an order comes from. */
export type OrderFrom = "aid" | "weights" | "marks" | "own";

/** One outcome in the order the person chose. */
export interface OrderItem {
  /** Identifier. */
  id: OutcomeId;
  /** Name. */
  name: string;
  /** The order with it one place up; `None` for the first. */
  up: OutcomeOrder | null;
}

/** What can be shown first. */
export interface OrderView {
  /** What going back to the aid's order does. It stays then, whatever is marked. */
  at_first: OutcomeOrder;
  /** The same where another order is shown: what putting it first now does. */
  bring: OutcomeOrder | null;
  /** Where the order comes from. */
  from: OrderFrom;
  /** Every outcome, in the order shown. */
  items: OrderItem[];
  /** The order that what was marked gives; `None` where nothing is. */
  marked: OutcomeOrder | null;
  /** Whether what was weighed gives an order. */
  weighed: boolean;
}

/** What is weighed at other times than those that are looked at. */
export interface OtherTimesView {
  /** Begins again with the times that are looked at; nothing where that would change nothing, or would take away what another person answered. */
  action: Action | null;
  /** Which, and when, in a sentence. */
  text: string;
}

/** One outcome in Compare. */
export interface OutcomeCard {
  /** What it is. */
  about: Rich[];
  /** How people were grouped, in a sentence (intention to treat or not). */
  analysis: string;
  /** A cell for every option shown, in the aid's order; none when it is `measured`. */
  cells: CellView[];
  /** What changes against one option; only when Compare shows differences. */
  changes: ChangesView | null;
  /** The denominator of every number of the card, at every point in time. */
  denominator: number;
  /** "With surgery, 13 more of every 100 men … than with active monitoring": every pair with the first. */
  differences: string[];
  /** A line drawing for Easy Read: the `d` of one path in a square of 64 by 64. */
  drawing: string | null;
  /** Folded away until the person asks for the other outcomes; never true of a serious harm. */
  folded: boolean;
  /** The group the figures are for, when they depend on one. */
  for_group: ReferenceClassId | null;
  /** Who the numbers are about, in a sentence. */
  group: string;
  /** "At 12 years", "Over about 15 years". */
  horizon: string;
  /** Points in time to choose from (one or more). */
  horizons: HorizonChoice[];
  /** Identifier. */
  id: OutcomeId;
  /** What the person who decides said of it. */
  mark: MarkView;
  /** Amounts or levels, in place of counts of people. */
  measured: MeasuredView | null;
  /** Medical name. */
  medical_name: string | null;
  /** "Wearing pads for leaking urine". */
  name: string;
  /** "We have no range.", once for the card, when none of its figures has one; each then leaves it out of `FigureView::range_brief`. */
  no_range: string | null;
  /** Anything the reader must know. */
  note: string | null;
  /** Serious harm. */
  serious: boolean;
  /** Sources. */
  sources: SourceView[];
  /** The study its figures are of, and the figures of others. */
  studies: StudiesView | null;
}

/** Identifies an outcome. */
export type OutcomeId = string;

/** How an outcome matters to the person who decides. */
export type OutcomeMark = "matters" | "worries" | "does-not-matter";

/** What Compare and the summary show first. */
export type OutcomeOrder = "aid" | "weights" | {
  /** What the person marked first, as it stood when Compare was last opened or they asked for it. What it leaves out follows in the aid's order. */
  marks: OutcomeId[];
} | {
  /** The person's own order. What it leaves out follows in the aid's order. */
  own: OutcomeId[];
};

/** Own concerns, marks and limits. They are the person's who decides, and refused while it is someone else's turn. */
export type OwnAction = {
  /** Add a concern. */
  "add-concern": string;
} | {
  /** Take a concern away. */
  "remove-concern": ConcernId;
} | {
  /** Rate an option for a concern, 0..=4. */
  "rate-concern": [ConcernId, OptionId, number];
} | {
  /** Mark an outcome; the same mark again takes it back. */
  mark: [OutcomeId, OutcomeMark];
} | {
  /** Type in the box about an outcome. */
  "say-about": [OutcomeId, string];
} | {
  /** Weigh an outcome on which the studies cannot tell the options apart (`true`), or no longer. */
  "weigh-anyway": [OutcomeId, boolean];
} | {
  /** Add or take away a deal-breaker. */
  "toggle-deal-breaker": DealBreaker;
} | {
  /** Raise (`true`) or lower a limit by one person of 100, or by a round number of people of a larger denominator when the outcome's swing is wide. */
  "step-limit": [OutcomeId, boolean];
};

/** Two things next to each other in a best-worst comparison. */
export interface PairView {
  /** What one step less does; `None` at the end. */
  less: Action | null;
  /** What one step more does; `None` at the end. */
  more: Action | null;
  /** What is said to matter more, and what less. */
  more_than: [Weighable, Weighable];
  /** "Wearing pads for leaking urine, next to cancer that spreads". */
  name: string;
  /** "About twice as much", once answered. */
  said: string | null;
}

/** One pair at a time, in words. */
export interface PairsView {
  /** Answers that cannot all be true. */
  at_odds: AtOddsView | null;
  /** How many are asked after it. */
  more: number;
  /** What matters most, once chosen. */
  most: Weighable | null;
  /** The same with its change, to stand beside every question. */
  next_to: string | null;
  /** The one that is asked now; `None` once all are answered. */
  now: Weighable | null;
  /** All things in the order they are asked about: what was marked first. */
  order: Weighable[];
  /** Everything else, next to it. */
  others: NextToView[];
}

/** What stands beside every step in the consultation, for the health professional. */
export interface PanelView {
  /** What to talk about, in the agreed order. */
  agenda: Note[];
  /** Where the decision stands, in their words. */
  leaning: string | null;
  /** What they are not fine with yet. */
  not_yet: ReadinessPrompt[];
  /** The professional's own notes. */
  notes: string;
  /** Their questions. */
  questions: string;
  /** Where they were with the decision. */
  stage: DecisionStage | null;
  /** What matters most, in sentences. */
  weighed: string[];
  /** What the person and someone with them said in their own words. */
  words: ([WordsBox, string])[];
}

/** A stage of the path, in order: what a person sees of where they are. Its steps are its sections. */
export type PathStage = "you" | "compare" | "weigh" | "next-steps";

/** Someone who weighs. */
export type Person = "patient" | "companion" | "clinician";

/** Someone who can weigh, and how far they are. */
export interface PersonView {
  /** Whether they have answered anything. */
  begun: boolean;
  /** Whether weights can be made of their answers. */
  complete: boolean;
  /** Who. */
  who: Person;
}

/** Something in its place in a ranking. */
export interface PlacedView {
  /** What moving it down does; `None` at the end. */
  down: Action | null;
  /** Its place, 1 for what matters most; what stands together has the same. */
  place: string;
  /** Stands together with what is above it. */
  same: boolean;
  /** What standing together with the one above, or no longer, does; `None` at the top. */
  together: Action | null;
  /** What moving it up does; `None` at the top. */
  up: Action | null;
  /** What it is. */
  what: Weighable;
}

/** A place on an axis, in thousandths from its low end. */
export interface PointView {
  /** The point. */
  at: number;
  /** High end of the interval. */
  high: number;
  /** Low end of the interval; the point itself when there is none. */
  low: number;
  /** Text for the picture. */
  picture: string;
}

/** Who is here today. */
export type Presence = "me" | "someone-with-me" | "professional";

/** One of the aid's own questions about the facts. */
export interface QuestionView {
  /** Its answers: number, text, chosen. */
  answers: ([number, Rich, boolean])[];
  /** Once answered: whether that was the answer, and why in any case. */
  feedback: [boolean, Rich] | null;
  /** Identifier. */
  id: string;
  /** The question. */
  question: Rich;
}

/** Where something goes when it is moved in a ranking. */
export type RankMove = "next" | "up" | "down" | "same";

/** What a person may want to look at again before deciding. Prompts of our own: they are no measure, and no total is ever made of them. */
export type ReadinessPrompt = "choice" | "options" | "chances" | "matters" | "people";

/** In how many of 100 readings of the answers and the evidence an option is in front. */
export interface ReadingView {
  /** Of 100. */
  count: number;
  /** The option. */
  option: OptionHead;
  /** In words. */
  words: string;
}

/** Ready? */
export interface ReadyView {
  /** Questions in the person's own words. */
  own_questions: string;
  /** The prompts, and whether the person is fine with each; `None` until they say. */
  prompts: ([ReadinessPrompt, boolean | null])[];
  /** Questions to ask from the aid: number, text, ticked. */
  questions: ([number, string, boolean])[];
  /** The aid's own questions. */
  understanding: QuestionView[];
}

/** Identifies a group of people. */
export type ReferenceClassId = string;

/** The decision told to a child, or to someone who helps to look after the person. */
export interface RetoldView {
  /** What is told: a heading and sentences each. */
  parts: ([string, string[]])[];
  /** Its heading, which says whom it is for. */
  title: string;
}

/** Review status. */
export interface ReviewNotice {
  /** True once a clinician has signed this version. */
  reviewed: boolean;
  /** The sentence. */
  text: string;
}

/** A paragraph. */
export type Rich = Run[];

/** A run of text. Figures are kept apart so that a page can mark them `translate="no"` and replace them whole. */
export type Run = {
  /** Words. */
  words: string;
} | {
  /** A figure written out, "24 of every 100 men". */
  figure: string;
};

/** What values are measured against. */
export type ScaleView = {
  /** An axis, the same for every option. */
  axis: {
    /** Its high end. */
    high: string;
    /** Its low end: "0 days", "0 points (no pain)". */
    low: string;
  };
} | {
  /** Levels in order: name and meaning. */
  levels: ([string, string])[];
};

/** An item. */
export interface ScoreItemView {
  /** What counts. */
  help: string | null;
  /** Whether the ticks are levels. */
  levels: boolean;
  /** What it is called. */
  name: string;
  /** What can be ticked: the item itself, alone; or its levels, of which one can be chosen. */
  ticks: TickView[];
}

/** A score. */
export interface ScoreView {
  /** Identifier, for actions. */
  id: string;
  /** Its items. */
  items: ScoreItemView[];
  /** "CHA2DS2-VASc". */
  name: string;
  /** "None of these": what is ticked, for actions, and whether it is; `None` where a question says as much. */
  none: [string, boolean] | null;
  /** Whom it is not for. */
  not_for: string;
  /** How far it is worked out: the sum in words, what is still open, and which group is chosen by it. */
  said: string[];
  /** Who published it. */
  source: SourceView | null;
  /** In whom it was tried out. */
  validated_in: string;
}

/** How things are shown. */
export type ShowAction = {
  /** Pictures, differences, table or numbers. */
  "compare-as": CompareAs;
} | {
  /** Say chances this way everywhere. */
  "say-chances": Chances;
} | {
  /** What to show first. */
  "order-outcomes": OutcomeOrder;
} | {
  /** Choose a horizon for an outcome. */
  "choose-horizon": [OutcomeId, HorizonId];
} | {
  /** Choose a horizon for every outcome that has figures then. */
  "choose-horizon-for-all": HorizonId;
} | {
  /** Speak about an outcome: what is large on a second screen. */
  "speak-of": OutcomeId;
} | {
  /** Show or hide an option in Compare. */
  "toggle-option": OptionId;
} | {
  /** Say how the page is used. An answer to a question: the step stays. */
  "set-mode": Mode;
} | {
  /** Open the page for a use, where that begins: what a site asks for. */
  "open-for": Mode;
} | {
  /** Switch a way of showing information on or off. */
  "toggle-liking": Liking;
} | {
  /** Show another question of What matters, counted from 0, where they are asked one at a time. */
  "ask-at": number;
};

/** Identifies a source. */
export type SourceId = string;

/** A source, for the drawer. */
export interface SourceView {
  /** Citation. */
  citation: string;
  /** Link, when there is one. */
  href: string | null;
  /** Identifier. */
  id: SourceId;
  /** What was read. */
  read: string;
  /** Short name. */
  short: string;
}

/** One stage in the list of stages. */
export interface StageLink {
  /** One of its steps is being shown. */
  current: boolean;
  /** The stage. */
  stage: PathStage;
  /** Its steps, in order. */
  steps: StepLink[];
  /** The step that it leads to: its first, or where two people use the page together, the one they talk over. */
  to: Step;
}

/** A start for the order of what matters, proposed and not yet taken. */
export interface StartView {
  /** What taking it does. */
  action: Action;
  /** What was marked, and that it is only a start, in sentences. */
  said: string[];
}

/** A step of the path, in order. */
export type Step = "about" | "what-matters" | "choice" | "options" | "compare" | "weigh" | "fit" | "ready" | "decide" | "summary";

/** One step in the list of the steps of its stage. */
export interface StepLink {
  /** Being shown. */
  current: boolean;
  /** The step. */
  step: Step;
  /** Opened before. */
  visited: boolean;
}

/** The studies of an outcome at one point in time. */
export interface StudiesView {
  /** The study that the card's own figures are of: "APPAC". */
  name: string;
  /** The others, each with its own figures. */
  others: StudyView[];
  /** Whether the studies agree, why they may not, and which comes first and why; nothing when there is one. */
  said: string[];
}

/** One of the other studies. */
export interface StudyView {
  /** How people were grouped, in a sentence. */
  analysis: string;
  /** A cell for every option shown; none when it is `measured`. */
  cells: CellView[];
  /** How its options differ. */
  differences: string[];
  /** Who its numbers are about, in a sentence. */
  group: string;
  /** Amounts or levels. */
  measured: MeasuredView | null;
  /** "CODA". */
  name: string;
  /** Anything the reader must know. */
  note: string | null;
  /** Sources. */
  sources: SourceView[];
}

/** One row. */
export interface SummaryRow {
  /** One cell per option. */
  cells: TableCell[];
  /** "at 12 years". */
  horizon: string;
  /** Outcome. */
  outcome: string;
}

/** The table of figures on the summary and in Compare's table view. */
export interface SummaryTable {
  /** Caption with group and denominator. */
  caption: string;
  /** Columns. */
  options: OptionHead[];
  /** Rows: outcome, horizon, then a cell for each option. */
  rows: SummaryRow[];
}

/** Summary. */
export interface SummaryView {
  /** Who does what. */
  actions: Note[];
  /** The sheet for an appointment. */
  appointment: AppointmentView;
  /** Those of the aid's questions that the person ticked. */
  asks: string[];
  /** And those of Decide. */
  decide: DecideView;
  /** Figures they saw: one line per outcome, one count per option. */
  figures: SummaryTable;
  /** How the options fit, in words; empty when not weighed or facts only. */
  fit: string[];
  /** How many of the first of these are the result itself; how it came about follows, and last that it is not advice. */
  fit_seen: number;
  /** When to get help now, each line once, behind the names of its options where it is not about all of them. */
  get_help: string[];
  /** Which groups the figures are for, where they depend on any, and the scores worked out. */
  group: string[];
  /** Whether that is about a time after the choice, and opens with a press. */
  help_later: boolean;
  /** Where the decision stands, every answer and whether it is chosen. */
  leanings: ([Leaning, string, boolean])[];
  /** Own concerns and deal-breakers, in sentences. */
  limits: string[];
  /** What the figures do not know; what does not apply is not among it. */
  not_known: string[];
  /** What they are not fine with yet. */
  not_yet: ReadinessPrompt[];
  /** Questions in the person's own words. */
  own_questions: string;
  /** Who was here. */
  present: Presence[];
  /** Questions to ask from the aid. */
  questions: string[];
  /** What is answered on the sheet itself: the questions of Ready?. */
  ready: ReadyView;
  /** Reservations, in their words. */
  reservations: string;
  /** Review notice. */
  review: ReviewNotice;
  /** When to look at the decision again, in words: "31 March 2027". */
  review_on: string | null;
  /** Sources in full. */
  sources: SourceView[];
  /** Stage. */
  stage: DecisionStage | null;
  /** Version and content hash. */
  stamp: string;
  /** Whether anything is decided, and the same in a sentence. */
  status: [DecisionStatus, string];
  /** Support: name, what, how to reach. */
  support: ([string, string, string | null, string | null])[];
  /** How sure they are. */
  sure: Sure | null;
  /** What the test finds, in sentences; empty where no option is a test. */
  test: string[];
  /** Title. */
  title: string;
  /** What matters most, in sentences: what was marked, then what was weighed. */
  weighed: string[];
  /** How many of the first of these are to be in view. */
  weighed_seen: number;
  /** Label and text of what the person said in their own words. */
  words: ([WordsBox, string])[];
}

/** How sure a person is of where they are. */
export type Sure = "very" | "fairly" | "not-very" | "not-at-all";

/** What one option has in a row. */
export interface TableCell {
  /** The same in two parts, where it is a number or a level. Without it the text is a sentence that says why there is none. */
  figure: TableFigure | null;
  /** All of it: "24 (20 to 28)", "24", "We do not know." */
  text: string;
}

/** A figure in a table: what stands out, and what follows it on the same line. */
export interface TableFigure {
  /** "24", "7 days", "A little". */
  count: string;
  /** "(20 to 28)". */
  range: string | null;
}

/** Where the decision stands, and what is to be talked about and done. */
export type TalkAction = {
  /** Say where the decision stands; the same again takes it back. */
  "set-leaning": Leaning;
} | {
  /** Say whether something is decided; the same again takes it back. */
  "set-status": DecisionStatus;
} | {
  /** Say whether a prompt is fine; the same again takes it back. */
  "set-ready": [ReadinessPrompt, boolean];
} | {
  /** Answer one of the aid's own questions; answers count from 1. */
  understand: [string, number];
} | {
  /** Tick or untick a question of the aid to ask; questions count from 1. */
  "toggle-ask": number;
} | {
  /** Say how sure; the same again takes it back. */
  "set-sure": Sure;
} | {
  /** When to look again, as an ISO date; empty for no date. */
  "set-review": string;
} | {
  /** Add a line to a list: whose it is, what, and by when. */
  "add-note": [List, Presence, string, string];
} | {
  /** Take a line away. */
  "remove-note": [List, number];
} | {
  /** Move a line one place up (`true`) or down. */
  "move-note": [List, number, boolean];
};

/** One branch. */
export interface TestBranch {
  /** How many. */
  count: string;
  /** Of them, those the test is right and wrong about: count and sentence, in that order. */
  right: [string, string];
  /** "15 have the condition." */
  words: string;
  /** The same for wrong results. */
  wrong: [string, string];
}

/** Four natural frequencies from one number of people, as a tree of two branches with two ends each. */
export interface TestCounts {
  /** Those with the condition, then those without. */
  branches: TestBranch[];
  /** "Of 1,000 women asked to screening, within 3 years:". */
  of: string;
  /** Sources. */
  sources: SourceView[];
  /** Verified, secondary copy, or derived, in words. */
  status: string;
  /** How many would be found without the test, in a sentence, when that is known. */
  without: string | null;
}

/** How often a test is right, of one number of people. */
export type TestResultsView = {
  /** Counted. */
  counted: TestCounts;
} | {
  /** "We do not know": why. */
  "not-known": string;
};

/** A test: what it looks for, what follows, how often it is right. */
export interface TestView {
  /** What happens next when it finds nothing. */
  if_negative: Rich;
  /** What happens next when it finds something. */
  if_positive: Rich;
  /** What it means to find something that would never have caused trouble. */
  overdiagnosis: Rich;
  /** What it is meant to find. */
  purpose: Rich;
  /** How often it is right. */
  results: TestResultsView;
}

/** Something to tick. */
export interface TickView {
  /** What it is called. */
  name: string;
  /** "2 points". */
  points: string;
  /** Whether it is ticked. */
  ticked: boolean;
  /** What is ticked, for actions. */
  what: string;
}

/** Whose turn it is, and what is shown of what others said. */
export type TurnAction = {
  /** Someone else's turn to weigh. */
  take: Person;
} | "reveal-guess";

/** Whose turn it is to weigh. */
export interface TurnView {
  /** The guess. */
  guess: GuessView;
  /** Everyone who can weigh. */
  people: PersonView[];
  /** Whose. */
  who: Person;
}

/** An outcome on which the studies cannot tell the options apart. */
export interface UntoldView {
  /** What weighing it, or no longer, does; `None` while it is somebody else's turn. */
  action: Action | null;
  /** Its name. */
  name: string;
  /** "from 3 down to 2 of every 100 men". */
  swing: string;
  /** That it is not weighed, or that the person asked to. */
  text: string;
  /** Whether it is weighed. */
  weighed: boolean;
  /** Which. */
  what: Weighable;
}

/** Every view, under its name: what the schema describes. */
export interface Views {
  /** About the aid, who is here and which group the figures are for. */
  about: AboutView;
  /** The questions for an appointment, in front those of the person. */
  appointment: AppointmentView;
  /** The choice that is to be made. */
  choice: ChoiceView;
  /** What may happen: every outcome, for every option. */
  compare: CompareView;
  /** Where the decision stands, and who does what. */
  decide: DecideView;
  /** How the options fit with what was said. */
  fit: FitView;
  /** What stands around every step: title, stages, review status, version. */
  frame: Frame;
  /** Marks on outcomes, with or without figures. */
  marks: MarksView;
  /** The options, each with the same rows. */
  options: OptionCard[];
  /** What a health professional sees beside the person's page. */
  panel: PanelView;
  /** What is still open, and what to ask. */
  ready: ReadyView;
  /** All that was said and shown, as it would be printed. */
  summary: SummaryView;
  /** Every figure at every point in time, as a table. */
  table: SummaryTable;
  /** The question of how much things matter, in the way that was chosen. */
  weigh: WeighView;
  /** The boxes for the person's own words. */
  "what-matters": WhatMattersView;
}

/** How much things matter to the person whose turn it is. */
export type WeighAction = {
  /** Say how much things matter in another way. Answers in every way are kept. */
  "use-method": Method;
} | {
  /** In words: choose what matters most. */
  "choose-most": Weighable;
} | {
  /** In words: say how much the second matters next to the first, in place of what was said of the two. */
  "say-next-to": [Weighable, Weighable, NextTo];
} | {
  /** In words: take back what was said of two things. */
  "take-back": [Weighable, Weighable];
} | {
  /** Swing: choose what to change first; it counts as 100. */
  "choose-first": Weighable;
} | {
  /** Swing: set points, clamped to 0..=100 and rounded to tens. */
  "set-points": [Weighable, number];
} | {
  /** Ranking: put something in its place. */
  rank: [Weighable, RankMove];
} | {
  /** Ranking: put all of these in this order, in place of what is there. What stands together matters the same. */
  "rank-all": Weighable[][];
} | {
  /** Points: give so many of 100, clamped and rounded to fives. */
  share: [Weighable, number];
} | {
  /** Best-worst: choose what matters most. */
  "choose-best": Weighable;
} | {
  /** Best-worst: choose what matters least. */
  "choose-worst": Weighable;
} | {
  /** Best-worst: how many times as much the first matters as the second, one of `TIMES`. */
  "set-times": [Weighable, Weighable, number];
} | "weigh-at-shown";

/** One thing to weigh. */
export interface WeighItem {
  /** Chosen as the first to change. */
  first: boolean;
  /** What one step less does; `None` at the end. */
  less: Action | null;
  /** How the person who decides marked it. It weighs nothing by itself. */
  mark: OutcomeMark | null;
  /** What one step more does; `None` at the end. */
  more: Action | null;
  /** Name. */
  name: string;
  /** "No evidence figure: this is your own concern", for own concerns. */
  own: boolean;
  /** Points in the way in use, once answered; `None` in a way without points. */
  points: number | null;
  /** What was said of it in words, and in which box. */
  said: ([WordsBox | null, string])[];
  /** The swing in counts: "from 24 down to 8 of every 100 men, at 12 years". */
  swing: string;
  /** What it is. */
  what: Weighable;
}

/** Weigh. */
export interface WeighView {
  /** "These look about the same to you. Is that right?", when they do. */
  about_equal: string | null;
  /** What it asks. */
  asked: AskedView;
  /** Whether how the options fit can be worked out of what was said so far. */
  can_be_read: boolean;
  /** The groups to choose from, where figures depend on any. */
  choose: GroupView | null;
  /** Own concerns. */
  concerns: ConcernView[];
  /** Which groups the figures are for, where they depend on any. */
  group: string[];
  /** Things to weigh. */
  items: WeighItem[];
  /** Answers that are kept for another group, in a sentence. */
  kept: string | null;
  /** Outcomes that drop out, each with why in a sentence ("the options do not differ …"). */
  left_out: ([string, string])[];
  /** Limits on outcomes. */
  limits: LimitView[];
  /** The way in use. */
  method: Method;
  /** Every way that can be used here. Empty when there is nothing to choose. */
  methods: MethodView[];
  /** What is weighed at other times than those that are looked at. */
  other_times: OtherTimesView | null;
  /** Read-back: "So leaking urine matters to you about twice as much as …". Empty until something is answered. */
  read_back: string[];
  /** Options and whether the person has ruled each out. */
  ruled_out: ([OptionHead, boolean])[];
  /** What an order that has nothing in it yet may start from. */
  start: StartView | null;
  /** How many are still to answer, in a sentence; `None` when all are. */
  still_to_answer: string | null;
  /** Whose turn it is. */
  turn: TurnView;
  /** Outcomes on which the studies cannot tell the options apart. */
  untold: UntoldView[];
}

/** Something that can be weighed: an outcome of the aid or a concern of one's own. */
export type Weighable = {
  /** An outcome. */
  outcome: OutcomeId;
} | {
  /** A concern of one's own. */
  concern: ConcernId;
};

/** What matters. */
export interface WhatMattersView {
  /** The boxes. */
  boxes: BoxView[];
  /** The one question that is on screen, where they are asked one at a time. */
  one: OneView | null;
  /** Gentle prompts. */
  prompts: string[];
  /** Where they are with the decision; none chosen at first. */
  stages: ([DecisionStage, boolean])[];
}

/** A word for how much one thing matters next to another. */
export interface WordView {
  /** What saying it does. */
  action: Action;
  /** What the person said. */
  chosen: boolean;
  /** "About half as much". */
  name: string;
}

/** What people write. */
export type WordsAction = {
  /** Type in a box. */
  "set-words": [WordsBox, string];
} | {
  /** Say that the words of a box are about an outcome; the same again takes it back. */
  "link-words": [WordsBox, OutcomeId];
} | {
  /** Questions to ask. */
  "set-questions": string;
};

/** The boxes for people's own words. */
export type WordsBox = "matters" | "worries" | "hopes" | "would-not-accept" | "reservations" | "teach-back" | "companion" | "professional";
