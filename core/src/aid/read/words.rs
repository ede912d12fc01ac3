//! The words that fields of a few values take.

use crate::aid::document::{Better, DecisionKind, IntervalMethod, OptionKind, RangeKind, Results};
use crate::format::words;

words! {
    Results { Fit "fit", Facts "facts", }
    OptionKind {
        Active "active",
        Test "test",
        WatchfulWaiting "watchful-waiting",
        NoChange "no-change",
        NoTreatment "no-treatment",
        NoTest "no-test",
    }
    Better { Lower "lower", Higher "higher", }
    RangeKind { Interval95 "interval95", Span "span", MiddleHalf "middle-half", }
    DecisionKind { Treatment "treatment", Test "test", }
    IntervalMethod { Wilson95 "wilson95", Exact95 "exact95", }
}
