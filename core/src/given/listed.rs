//! The closed lists of a line, as the types that are read have them: whoever counts lines needs their words, and has no list of its own.

use super::value::{ChoiceFits, Company, GapBand, GivenLeaning, Need};
use crate::consultation::{DecisionStage, DecisionStatus, Method, Mode, OutcomeMark, ReadinessPrompt, Step};
use crate::format::Word;

/// A value that a line writes as one of a few words.
pub trait Listed: Copy + 'static {
    /// Every word, in the order of the values.
    const WORDS: &'static [&'static str];

    /// The word of this value.
    fn listed(self) -> &'static str;
}

macro_rules! listed {
    ($($list:ty)*) => {$(
        impl Listed for $list {
            const WORDS: &'static [&'static str] = <Self as Word>::WORDS;

            fn listed(self) -> &'static str {
                Word::word(self)
            }
        }
    )*};
}

listed! {
    Need Mode Company DecisionStage ReadinessPrompt OutcomeMark Method DecisionStatus GivenLeaning ChoiceFits GapBand Step
}
