//! The closed lists of what can be given. What stands in none of them is refused by name.

/// Needs in broad bands, in the order in which a line names them.
pub const NEEDS: [&str; 5] = [
    "larger-type",
    "in-full",
    "one-by-one",
    "read-aloud",
    "someone-helped",
];

/// How the page was used.
pub const USES: [&str; 3] = ["prepare", "together", "after"];

/// Who was there.
pub const WHO: [&str; 3] = ["alone", "with-someone", "with-professional"];

/// How far someone is with the decision, in the order in which people get there.
pub const STAGES: [&str; 4] = ["not-started", "considering", "close-to-choosing", "chosen"];

/// What someone is asked about being ready.
pub const PROMPTS: [&str; 5] = ["choice", "options", "chances", "matters", "people"];

/// What someone can say of an outcome.
pub const MARKS: [&str; 3] = ["matters", "worries", "does-not-matter"];

/// Ways of saying what matters.
pub const METHODS: [&str; 5] = ["pairs", "swing", "ranking", "points", "best-worst"];

/// Whether anything is decided.
pub const DECISIONS: [&str; 3] = ["in-progress", "made", "withdrawn"];

/// What someone leans to; never which option.
pub const LEANINGS: [&str; 4] = ["option", "undecided", "more-time", "please-advise"];

/// Whether values and choice are in agreement.
pub const FITS: [&str; 3] = ["yes", "no", "not-separated"];

/// How far two people's weights are apart.
pub const GAPS: [&str; 3] = ["none", "some", "large"];

/// The steps, in their order.
pub const STEPS: [&str; 10] = [
    "about",
    "what-matters",
    "choice",
    "options",
    "compare",
    "weigh",
    "fit",
    "ready",
    "decide",
    "summary",
];

/// The column that says whether a need was there.
#[must_use]
pub fn need_column(need: &str) -> String {
    format!("need_{}", need.replace('-', "_"))
}

/// The place of a stage in [`STAGES`].
#[must_use]
pub fn stage(word: &str) -> Option<i8> {
    let mut places = STAGES.iter().zip(0_i8..);
    places.find(|(known, _)| **known == word).map(|(_, place)| place)
}
