//! Ratios of importance in plain words, as in "about twice as much". Sentences about figures are made in [`crate::chance`].

use crate::words::{Words, say};

/// How much more one thing matters than another. Bands, not decimals: nobody weighs to a tenth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ratio {
    /// Below 1.2: "about the same" (equalising bias, Rezaei 2021).
    Same,
    /// 1.2 to below 1.35.
    LittleMore,
    /// 1.35 to below 1.75.
    OneAndAHalf,
    /// 1.75 to below 2.25.
    Twice,
    /// 2.25 to below 2.75.
    TwoAndAHalf,
    /// 2.75 to below 5.5, to the nearest whole.
    Times(u8),
    /// 5.5 and above.
    MuchMore,
}

/// Where answers are too close to tell apart: the largest is less than this times the smallest.
pub(crate) const SAME_BELOW: f64 = 1.2;

impl Ratio {
    /// The band of a ratio of at least 1. Anything else that is not a ratio counts as much more.
    pub(crate) fn of(ratio: f64) -> Self {
        match ratio {
            r if r < SAME_BELOW => Self::Same,
            r if r < 1.35 => Self::LittleMore,
            r if r < 1.75 => Self::OneAndAHalf,
            r if r < 2.25 => Self::Twice,
            r if r < 2.75 => Self::TwoAndAHalf,
            r if r < 3.5 => Self::Times(3),
            r if r < 4.5 => Self::Times(4),
            r if r < 5.5 => Self::Times(5),
            _ => Self::MuchMore,
        }
    }

    /// After "matters to you": "about twice as much as the change in …".
    pub(crate) fn than(self, words: &Words, what: &str) -> String {
        match self {
            Self::Same => say!(words, context "how much it matters", "about as much as {what}", what),
            Self::LittleMore => say!(words, context "how much it matters", "a little more than {what}", what),
            Self::OneAndAHalf => say!(
                words,
                context "how much it matters",
                "about one and a half times as much as {what}",
                what
            ),
            Self::Twice => say!(words, context "how much it matters", "about twice as much as {what}", what),
            Self::TwoAndAHalf => say!(
                words,
                context "how much it matters",
                "about two and a half times as much as {what}",
                what
            ),
            Self::Times(n) => say!(
                words,
                context "how much it matters",
                n => "about {n} times as much as {what}",
                "about {n} times as much as {what}",
                what
            ),
            Self::MuchMore => say!(words, context "how much it matters", "much more than {what}", what),
        }
    }

    /// On its own, as an answer: "About twice as much".
    pub(crate) fn alone(self, words: &Words) -> String {
        match self {
            Self::Same => say!(words, context "how much it matters", "About as much"),
            Self::LittleMore => say!(words, context "how much it matters", "A little more"),
            Self::OneAndAHalf => {
                say!(words, context "how much it matters", "About one and a half times as much")
            }
            Self::Twice => say!(words, context "how much it matters", "About twice as much"),
            Self::TwoAndAHalf => {
                say!(words, context "how much it matters", "About two and a half times as much")
            }
            Self::Times(n) => say!(
                words,
                context "how much it matters",
                n => "About {n} times as much",
                "About {n} times as much"
            ),
            Self::MuchMore => say!(words, context "how much it matters", "Much more"),
        }
    }

    /// After "If … mattered", for more: "about twice as much as it does to you now".
    pub(crate) fn more(self, words: &Words, what: &str) -> String {
        match self {
            Self::Same => {
                say!(words, context "how much it matters", "only a very little more than {what}", what)
            }
            other => other.than(words, what),
        }
    }

    /// After "If … mattered", for the mirror image, less: "about half as much as it does to you now".
    pub(crate) fn less(self, words: &Words, what: &str) -> String {
        match self {
            Self::Same => {
                say!(words, context "how much it matters", "only a very little less than {what}", what)
            }
            Self::LittleMore => say!(words, context "how much it matters", "a little less than {what}", what),
            Self::OneAndAHalf => {
                say!(words, context "how much it matters", "about two thirds as much as {what}", what)
            }
            Self::Twice => say!(words, context "how much it matters", "about half as much as {what}", what),
            Self::TwoAndAHalf => say!(
                words,
                context "how much it matters",
                "a little under half as much as {what}",
                what
            ),
            Self::Times(3) => {
                say!(words, context "how much it matters", "about a third as much as {what}", what)
            }
            Self::Times(4) => {
                say!(words, context "how much it matters", "about a quarter as much as {what}", what)
            }
            Self::Times(_) => {
                say!(words, context "how much it matters", "about a fifth as much as {what}", what)
            }
            Self::MuchMore => say!(words, context "how much it matters", "much less than {what}", what),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ratio_has_its_band() {
        for (ratio, words) in [
            (1.0, "about as much as"),
            (1.19, "about as much as"),
            (1.2, "a little more than"),
            (1.34, "a little more than"),
            (1.35, "about one and a half times as much as"),
            (1.74, "about one and a half times as much as"),
            (1.75, "about twice as much as"),
            (2.24, "about twice as much as"),
            (2.25, "about two and a half times as much as"),
            (2.75, "about 3 times as much as"),
            (3.5, "about 4 times as much as"),
            (5.49, "about 5 times as much as"),
            (5.5, "much more than"),
            (f64::INFINITY, "much more than"),
        ] {
            let said = Ratio::of(ratio).than(Words::english(), "that");
            assert_eq!(said, [words, " that"].concat(), "{ratio}");
        }
    }

    #[test]
    fn every_pair_of_points_has_a_band_that_grows_with_the_ratio() {
        let tens: Vec<u8> = (1..=10).map(|ten| ten * 10).collect();
        let mut ratios: Vec<f64> = tens
            .iter()
            .flat_map(|a| tens.iter().map(move |b| f64::from(*a) / f64::from(*b)))
            .collect();
        ratios.retain(|r| *r >= 1.0);
        ratios.sort_by(f64::total_cmp);
        assert!(
            ratios
                .windows(2)
                .all(|pair| Ratio::of(pair[0]) <= Ratio::of(pair[1]))
        );
    }
}
