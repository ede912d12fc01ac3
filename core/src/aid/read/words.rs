//! The words that fields of a few values take.

use crate::aid::document::{
    Analysis, AverageDoc, Better, CertaintyDoc, DecisionKind, IntervalMethod, OptionKind, RangeKind, Results,
    StatusDoc,
};
use crate::consultation::{
    CompareAs, Liking, Method, Mode, Person, Presence, Prompt, Stage, Step, Sure, WordsBox,
};
use crate::view::Mark;
use crate::words::Chances;

/// A value written as one of a few words.
pub(crate) trait Word: Copy + PartialEq + 'static {
    /// The words, in the order of the values.
    const WORDS: &'static [&'static str];

    /// The value of the word at a place.
    fn at(index: usize) -> Option<Self>;

    /// Its word.
    fn word(self) -> &'static str {
        let at = (0..Self::WORDS.len()).find(|at| Self::at(*at) == Some(self));
        let word = at.and_then(|at| Self::WORDS.get(at));
        word.copied().unwrap_or_default()
    }
}

macro_rules! words {
    ($($name:ident { $($value:ident $word:literal,)* })*) => {$(
        impl Word for $name {
            const WORDS: &'static [&'static str] = &[$($word,)*];

            fn at(index: usize) -> Option<Self> {
                [$(Self::$value,)*].get(index).copied()
            }
        }
    )*};
}

words! {
    Results { Fit "fit", Facts "facts", }
    Analysis {
        IntentionToTreat "intention-to-treat",
        AsTreated "as-treated",
        Observational "observational",
    }
    OptionKind {
        Active "active",
        Test "test",
        WatchfulWaiting "watchful-waiting",
        NoChange "no-change",
        NoTreatment "no-treatment",
        NoTest "no-test",
    }
    Better { Lower "lower", Higher "higher", }
    StatusDoc {
        Verified "verified",
        VerifiedSecondary "verified-secondary",
        Derived "derived",
    }
    CertaintyDoc {
        VeryLow "very-low",
        Low "low",
        Moderate "moderate",
        High "high",
    }
    RangeKind { Interval95 "interval95", Span "span", MiddleHalf "middle-half", }
    AverageDoc { Mean "mean", Median "median", }
    DecisionKind { Treatment "treatment", Test "test", }
    Mark {
        Circle "circle",
        Square "square",
        Triangle "triangle",
        Diamond "diamond",
        Hexagon "hexagon",
        Pentagon "pentagon",
    }
    Step {
        About "about",
        WhatMatters "what-matters",
        Choice "choice",
        Options "options",
        Compare "compare",
        Weigh "weigh",
        Fit "fit",
        Ready "ready",
        Decide "decide",
        Summary "summary",
    }
    Mode { Prepare "prepare", Together "together", After "after", }
    Liking { InFull "in-full", Large "large", }
    Prompt {
        Choice "choice",
        Options "options",
        Chances "chances",
        Matters "matters",
        People "people",
    }
    Sure { Very "very", Fairly "fairly", NotVery "not-very", NotAtAll "not-at-all", }
    Presence { Me "me", SomeoneWithMe "someone-with-me", Professional "professional", }
    Stage {
        NotStarted "not-started",
        Considering "considering",
        CloseToChoosing "close-to-choosing",
        Chosen "chosen",
    }
    WordsBox {
        Matters "matters",
        Worries "worries",
        Hopes "hopes",
        WouldNotAccept "would-not-accept",
        Reservations "reservations",
        Companion "companion",
        Professional "professional",
    }
    CompareAs {
        Pictures "pictures",
        Difference "difference",
        Table "table",
        Numbers "numbers",
    }
    Person {
        Patient "patient",
        Companion "companion",
        Clinician "clinician",
    }
    Method {
        Swing "swing",
        Ranking "ranking",
        Points "points",
        BestWorst "best-worst",
    }
    Chances { Counts "counts", Percent "percent", }
    IntervalMethod { Wilson95 "wilson95", Exact95 "exact95", }
}
