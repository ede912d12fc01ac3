//! What is wrong with an aid: values with a code, a place and a remedy, collected all at once.

use std::fmt;

use serde::{Serialize, Serializer};

use super::Place;

/// How bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth a look; the aid still builds.
    Warning,
    /// Stops the build.
    Error,
}

/// Something wrong with an aid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// What kind.
    pub code: Code,
    /// How bad.
    pub severity: Severity,
    /// The file, once an author's file is known.
    pub file: Option<String>,
    /// Line, from 1.
    pub line: Option<u32>,
    /// Column in characters, from 1.
    pub column: Option<u32>,
    /// Where in the document.
    pub path: Place,
    /// The same in the names of the file's own outcomes, options and sources, where a list is part of it.
    #[cfg(feature = "authoring")]
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    pub named: Option<String>,
    /// What is wrong, naming the value.
    pub message: String,
    /// What to do.
    pub remedy: String,
    /// The words it is about, when it is about a few words of a longer text.
    #[serde(skip)]
    pub excerpt: Option<String>,
    /// Bytes of the file it is about, start and end, once known. A byte-order mark is not counted.
    #[serde(skip)]
    pub span: Option<(usize, usize)>,
    /// How many problems it stands for that are not listed; 0 for every other problem.
    #[cfg(feature = "spoken")]
    #[serde(skip)]
    pub(crate) rest: usize,
}

/// Most problems listed of one file: whoever mends these runs the check again, and a file that is wrong all over takes
/// neither minutes nor memory.
#[cfg(feature = "spoken")]
pub const MOST_PROBLEMS: usize = 200;

/// Keeps the first problems, errors before warnings, and says how many more there are.
#[cfg(feature = "spoken")]
pub(crate) fn first(problems: &mut Vec<Problem>) {
    let errors = problems
        .iter()
        .filter(|problem| problem.is_error() && problem.rest == 0)
        .count();
    let mut errors_left = errors.min(MOST_PROBLEMS);
    let mut warnings_left = MOST_PROBLEMS - errors_left;
    let (mut rest, mut worst) = (0, Severity::Warning);
    let file = problems.iter().find_map(|problem| problem.file.clone());
    problems.retain(|problem| {
        let left = if problem.is_error() {
            &mut errors_left
        } else {
            &mut warnings_left
        };
        if problem.rest == 0 && *left > 0 {
            *left -= 1;
            return true;
        }
        rest += problem.rest.max(1);
        worst = worst.max(problem.severity);
        false
    });
    if rest > 0 {
        let mut more = Problem::more(rest, worst);
        if file.is_some() {
            // It is about the whole file.
            (more.file, more.line, more.column, more.span) = (file, Some(1), Some(1), Some((0, 0)));
        }
        problems.push(more);
    }
}

impl Problem {
    /// A problem at a place, of its code's usual severity.
    pub fn new(code: Code, path: Place, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        let (message, remedy) = (message.into(), remedy.into());
        #[cfg(feature = "spoken")]
        let (message, remedy) = (spelled(message), spelled(remedy));
        Self {
            code,
            severity: code.severity(),
            file: None,
            line: None,
            column: None,
            path,
            #[cfg(feature = "authoring")]
            named: None,
            message,
            remedy,
            excerpt: None,
            span: None,
            #[cfg(feature = "spoken")]
            rest: 0,
        }
    }

    /// That there are more than are listed.
    #[cfg(feature = "spoken")]
    pub(crate) fn more(rest: usize, worst: Severity) -> Self {
        let message = format!("there are {rest} more; the first {MOST_PROBLEMS} are listed");
        let mut problem = Self::new(
            Code::TooManyProblems,
            Place::root(),
            message,
            "mend those that are listed, and check again",
        );
        (problem.severity, problem.rest) = (worst, rest);
        problem
    }

    /// The same, about a few words of the text.
    #[must_use]
    pub fn about(mut self, excerpt: impl Into<String>) -> Self {
        self.excerpt = Some(excerpt.into());
        self
    }

    /// Where it is, as people are told: by names where the file has them.
    #[must_use]
    pub fn place(&self) -> String {
        #[cfg(feature = "authoring")]
        if let Some(named) = &self.named {
            return spelled(named.clone());
        }
        let path = self.path.to_string();
        #[cfg(feature = "spoken")]
        let path = spelled(path);
        path
    }

    /// Whether it stops the build.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// The same text where nothing in it does harm.
#[cfg(feature = "spoken")]
fn spelled(text: String) -> String {
    match harmless(&text) {
        std::borrow::Cow::Borrowed(_) => text,
        std::borrow::Cow::Owned(spelled) => spelled,
    }
}

/// A text as a terminal may show it: what would move its cursor, colour it, or turn its direction is spelled out, and a
/// line end is a space.
#[cfg(feature = "spoken")]
fn harmless(text: &str) -> std::borrow::Cow<'_, str> {
    let harmful = |c: char| {
        c.is_control()
            || matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    if !text.contains(harmful) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if c.is_whitespace() {
            out.push(' ');
        } else if harmful(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out.into()
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        if let Some(file) = &self.file {
            write!(f, "{file}:")?;
            if let (Some(line), Some(column)) = (self.line, self.column) {
                write!(f, "{line}:{column}:")?;
            }
            f.write_str(" ")?;
        } else if let (Some(line), Some(column)) = (self.line, self.column) {
            write!(f, "line {line}, column {column}: ")?;
        }
        write!(f, "{severity}[{}]", self.code.as_str())?;
        if !self.path.steps().is_empty() {
            write!(f, " {}", self.place())?;
        }
        write!(f, ": {}; {}", self.message, self.remedy)
    }
}

macro_rules! codes {
    ($($(#[$when:meta])* $name:ident $text:literal $severity:ident $meaning:literal;)*) => {
        /// What kind of problem. `docs/authoring.md` lists them all.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$when])* #[doc = $meaning] $name,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$($(#[$when])* Self::$name,)*];

            /// The code as text.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $($(#[$when])* Self::$name => $text,)* }
            }

            /// How bad it is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $($(#[$when])* Self::$name => Severity::$severity,)* }
            }

            /// One line on what it means.
            #[cfg(feature = "authoring")]
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $($(#[$when])* Self::$name => $meaning,)* }
            }
        }
    };
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

codes! {
    Unreadable "unreadable" Error "The file cannot be read, is not UTF-8, or is too large.";
    TooManyProblems "too-many-problems" Error "More problems than are listed: 200 of each file are.";
    TooLong "too-long" Error "A list of tables with more than 1,000 entries or of texts with more than 10,000, or a text of more than 10,000 characters.";
    Syntax "syntax" Error "The file is not TOML.";
    DuplicateKey "duplicate-key" Error "A field or a table is given twice.";
    UnknownField "unknown-field" Error "A field the format does not have.";
    MissingField "missing-field" Error "A field the format needs.";
    WrongType "wrong-type" Error "A value of another kind than the field takes.";
    BadFormat "bad-format" Error "A format version this build does not read.";
    BadId "bad-id" Error "An identifier with other characters than lower-case letters, digits and hyphens.";
    DuplicateId "duplicate-id" Error "Two things of one kind with the same identifier.";
    BadVersion "bad-version" Error "A version that is not three numbers, such as 1.0.0.";
    BadLanguage "bad-language" Error "A language core has no sentences for.";
    BadDate "bad-date" Error "A date that is not a real day written 2026-03-31.";
    DatesOutOfOrder "dates-out-of-order" Error "Dates that contradict each other.";
    EmptyText "empty-text" Error "A text or a list that must not be empty.";
    HiddenCharacter "hidden-character" Error "A character that changes how text is shown, or that stands for a letter that was lost.";
    #[cfg(feature = "authoring")]
    GarbledText "garbled-text" Warning "Letters that were read in the wrong encoding, such as â€™ for an apostrophe.";
    BadAddress "bad-address" Error "An address that cannot be linked, or a DOI with a resolver in front.";
    TooFewOptions "too-few-options" Error "Fewer than two options.";
    TooManyOptions "too-many-options" Error "More than six options.";
    NoInactiveOption "no-inactive-option" Error "No option of watching, no change, no treatment or no test.";
    UnknownOption "unknown-option" Error "A cell for an option the aid does not have.";
    UnknownHorizon "unknown-horizon" Error "A point in time the aid does not define.";
    UnknownGroup "unknown-group" Error "A group of people the aid does not define.";
    UnknownSource "unknown-source" Error "A source the aid does not list.";
    BadHorizon "bad-horizon" Error "A point in time without exactly one length above 0.";
    NoOutcome "no-outcome" Error "No outcome at all.";
    NoFigures "no-figures" Error "An outcome without a row of figures.";
    DuplicateRow "duplicate-row" Error "Two rows of one outcome at the same point in time.";
    MissingCell "missing-cell" Error "A row without a cell for every option.";
    BadCell "bad-cell" Error "A cell that is not exactly one of the kinds its outcome has.";
    BadGap "bad-gap" Error "A cell without a figure of its own that does not say all of why, or is weighed as nothing its outcome has.";
    GapNotSaid "gap-not-said" Warning "A cell without a figure that does not say whether it does not apply, no study was found, or none was read.";
    BadScale "bad-scale" Error "An amount without a scale that runs upwards, or a number beyond its ends.";
    BadLevels "bad-levels" Error "Levels that are too few, or with values that do not run from worst to best.";
    UnknownLevel "unknown-level" Error "A level the outcome does not have.";
    BadBaseline "bad-baseline" Error "Groups to choose from that are fewer than two or have no figures.";
    BaselineGap "baseline-gap" Error "Figures that depend on the group, without a row for every group.";
    BadScore "bad-score" Error "A score whose items, points or sums do not say one group for every sum.";
    NoPeople "no-people" Error "A figure counted in 0 people.";
    BadDifference "bad-difference" Error "A published difference or ratio that is not whole, or that contradicts its figures.";
    BadStudy "bad-study" Error "Several studies of one point in time, and not which is weighed, why, and why they may differ.";
    AboveDenominator "above-denominator" Error "A count above its denominator.";
    BadDenominator "bad-denominator" Error "A denominator other than 100, 1,000 or 10,000.";
    MixedDenominators "mixed-denominators" Error "Different denominators in one row.";
    BadRange "bad-range" Error "A range that is upside down, or does not contain its figure, or is not said to be what it is.";
    RangeNotSaid "range-not-said" Warning "A range between published figures that does not say whether studies or times differ.";
    IntervalNeedsCounts "interval-needs-counts" Error "An interval asked of a rate that was published, not counted.";
    NoUncertainty "no-uncertainty" Error "A figure with neither a range nor a certainty.";
    NoSource "no-source" Error "A row without a source.";
    PooledCells "pooled-cells" Error "One pooled figure that is not the same for every option.";
    DerivedWithoutNote "derived-without-note" Error "A derived figure without a note that shows how.";
    CertaintyWithoutWhy "certainty-without-why" Warning "A certainty without a reason.";
    NoWeighRow "no-weigh-row" Error "An outcome weighed at a point in time it has no row for.";
    WhyNotWeighed "why-not-weighed" Error "An outcome left out of weighing without a reason, or weighed with one.";
    NothingToWeigh "nothing-to-weigh" Error "Fewer than two outcomes to weigh in an aid that works out the fit.";
    NoSingular "no-singular" Error "A count of 1 without the words for one person.";
    BadReference "bad-reference" Error "A figure reference in a text that is malformed, unresolved or not allowed there.";
    UnusedSource "unused-source" Warning "A source no figure uses.";
    TypedCount "typed-count" Error "A count, percentage or ratio typed into a text.";
    RelativeRisk "relative-risk" Error "A relative effect in a text (R04).";
    VerbalProbability "verbal-probability" Warning "A word for how likely something is, with no count beside it (R12).";
    RiskWord "risk-word" Warning "\"Risk\" where \"chance\" is plainer (R24).";
    LongSentence "long-sentence" Warning "A sentence of more than 25 words.";
    ReviewVoid "review-void" Warning "A review that does not count: of other content than there is now, or of a day still to come.";
    Expired "expired" Error "The next review is past: the aid is out of date.";
    #[cfg(feature = "authoring")]
    ReviewDue "review-due" Warning "The next review is less than 90 days away.";
    BadDrawing "bad-drawing" Error "A drawing that is no path, or that some options or outcomes have and others have not.";
    #[cfg(feature = "authoring")]
    LoadedWord "loaded-word" Warning "A word that speaks for or against an option.";
    #[cfg(feature = "authoring")]
    Metaphor "metaphor" Warning "A figure of speech about illness, such as a battle.";
    #[cfg(feature = "authoring")]
    DoubleNegative "double-negative" Warning "Two negatives where one plain statement would do.";
    #[cfg(feature = "authoring")]
    AveragePerson "average-person" Warning "A comparison with an average person (R26).";
    #[cfg(feature = "authoring")]
    UnexplainedTerm "unexplained-term" Warning "An abbreviation or a medical word that is not explained.";
    #[cfg(feature = "authoring")]
    LongParagraph "long-paragraph" Warning "A paragraph of more than 4 sentences.";
    #[cfg(feature = "authoring")]
    LeafletWord "leaflet-word" Error "A frequency word of medicines leaflets that does not fit its figure (R13).";
    #[cfg(feature = "authoring")]
    CertaintyWord "certainty-word" Warning "A sentence that is surer than the evidence for its figure (R15).";
    #[cfg(feature = "authoring")]
    Unbalanced "unbalanced" Warning "One option is told at more than twice the length of another.";
    BadGuideline "bad-guideline" Error "A guideline that does not say one thing of every option.";
    BadTest "bad-test" Error "Test results that do not add up to the people tested, or are left out without a reason.";
    BadUnderstanding "bad-understanding" Error "A question with no right answer, or a right answer that is not there.";
    #[cfg(feature = "authoring")]
    Placeholder "placeholder" Warning "A text of `weighup new` that is still to be written.";
    #[cfg(feature = "authoring")]
    MarkupInText "markup-in-text" Error "HTML or Markdown in a text: patients would read its signs.";
    #[cfg(feature = "authoring")]
    PastedSign "pasted-sign" Warning "A no-break space or a bullet in a text, as word processors leave them.";
    #[cfg(feature = "authoring")]
    SameName "same-name" Error "Two options, outcomes, levels or groups with one name.";
    #[cfg(feature = "authoring")]
    SameSource "same-source" Warning "Two sources with the same DOI, address or citation.";
    #[cfg(feature = "authoring")]
    LongName "long-name" Warning "A name that is too long for a heading, a button or a sentence.";
    #[cfg(feature = "authoring")]
    BadContact "bad-contact" Error "A contact nobody can reach: a telephone that is none, or neither telephone nor address.";
    #[cfg(feature = "authoring")]
    FutureDate "future-date" Error "A day that is still to come, of something that is said to be done.";
    #[cfg(feature = "authoring")]
    BadFinding "bad-finding" Error "What helps to find the aid says nothing, or contradicts itself.";
    #[cfg(feature = "authoring")]
    BadInvolvement "bad-involvement" Error "A record of involvement of another aid, that contradicts itself, names what it has not, or says of nothing why it was not changed.";
    #[cfg(feature = "authoring")]
    NotHeard "not-heard" Warning "People an aid is for of whom nobody was heard, without a word on why.";
    #[cfg(feature = "authoring")]
    BadYear "bad-year" Error "A year no source can be of.";
    #[cfg(feature = "authoring")]
    BetterDirection "better-direction" Warning "An outcome whose words say that the other end is the better one.";
    #[cfg(feature = "authoring")]
    VerbsDiffer "verbs-differ" Error "Words after a count and words after the others that do not go together.";
    #[cfg(feature = "authoring")]
    NotPlural "not-plural" Warning "A group whose `people` are one person.";
    #[cfg(feature = "authoring")]
    NoReason "no-reason" Error "A reason or a note that says nothing, such as \"n/a\".";
    #[cfg(feature = "authoring")]
    StrayFile "stray-file" Warning "A file beside the aid that looks like a part of it and is not read.";
    #[cfg(feature = "authoring")]
    OverlayMismatch "overlay-mismatch" Error "An overlay of another aid.";
    #[cfg(feature = "authoring")]
    OverlayBehind "overlay-behind" Warning "An overlay made for another version of the aid.";
    #[cfg(feature = "authoring")]
    OverlayMentions "overlay-mentions" Warning "Texts that still name an option an overlay hides.";
    #[cfg(feature = "authoring")]
    OverlayNational "overlay-national" Error "An overlay that would change what the aid's authors published.";
    #[cfg(feature = "authoring")]
    Untranslated "untranslated" Warning "A text without a translation.";
    #[cfg(feature = "authoring")]
    TranslationDrift "translation-drift" Error "A translated text that the original does not have.";
    #[cfg(feature = "authoring")]
    TranslationFigures "translation-figures" Error "A translation that refers to other figures, or types a number the original has not.";
    #[cfg(feature = "authoring")]
    TranslationBehind "translation-behind" Warning "A translation made from another version of the aid, or a translated text whose original was changed since.";
}
