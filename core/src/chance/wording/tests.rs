use std::sync::Arc;

use super::*;
use crate::chance::{
    Analysis, Backing, Basis, Certainty, FigureParts, Horizon, RangeBasis, RangeGiven, ReferenceClass,
    Status, TimeUnit,
};

fn figure(basis: Basis, range: Option<RangeGiven>, certainty: Option<Certainty>) -> Figure {
    let horizon = Horizon {
        id: "12y".try_into().expect("an id"),
        amount: 12,
        unit: TimeUnit::Years,
        median: false,
        within: false,
    };
    let class = ReferenceClass {
        id: "men".try_into().expect("an id"),
        people: "men".to_owned(),
        description: "men aged 50 to 69.".to_owned(),
        analysis: Analysis::IntentionToTreat,
        analysis_note: String::new(),
    };
    Figure::new(FigureParts {
        basis,
        pooled: false,
        range,
        backing: Backing {
            horizon: Arc::new(horizon),
            class: Arc::new(class),
            certainty,
            certainty_why: Some("One trial.".to_owned()),
            status: Status::Verified,
            sources: vec!["s".try_into().expect("an id")],
        },
    })
    .expect("a sound figure")
}

fn rate(count: u32, per: u32) -> Figure {
    figure(Basis::Published { count, per }, None, Some(Certainty::High))
}

fn event() -> Event {
    Event {
        many: "wear pads".to_owned(),
        one: "wears pads".to_owned(),
        none_many: "do not".to_owned(),
        none_one: "does not".to_owned(),
        more: Vec::new(),
    }
}

fn words(figure: &Figure, of: Denominator) -> FigureWords {
    Words::english().figure(&Saying {
        figure,
        of,
        event: &event(),
        option: "surgery",
    })
}

fn difference(a: &Figure, b: &Figure, of: Denominator) -> String {
    let event = event();
    let with = Saying {
        figure: a,
        of,
        event: &event,
        option: "surgery",
    };
    let than = Saying {
        figure: b,
        of,
        event: &event,
        option: "active monitoring",
    };
    Words::english().difference(&with, &than, None)
}

#[test]
fn both_frames_from_one_count() {
    let words = words(&rate(24, 100), Denominator::Hundred);
    assert_eq!(
        words.sentence,
        "With surgery, about 24 of every 100 men wear pads at 12 years. About 76 of every 100 do not."
    );
    assert_eq!(words.happens, "24 of every 100 men wear pads");
    assert_eq!(words.does_not, "76 of every 100 do not.");
    assert_eq!(words.picture, "100 men: about 24 wear pads, about 76 do not.");
    assert_eq!(words.range, "We have no range for this number.");
    assert_eq!(words.certainty, "We are very sure of this. One trial.");
}

#[test]
fn one_nobody_everybody_and_nearly() {
    let sentence = |count, per, of| words(&rate(count, per), of).sentence;
    use Denominator::{Hundred, TenThousand, Thousand};
    assert_eq!(
        sentence(1, 100, Hundred),
        "With surgery, about 1 of every 100 men wears pads at 12 years. About 99 of every 100 do not."
    );
    assert_eq!(
        sentence(99, 100, Hundred),
        "With surgery, about 99 of every 100 men wear pads at 12 years. About 1 of every 100 does not."
    );
    assert_eq!(
        sentence(0, 100, Hundred),
        "With surgery, 0 of every 100 men wear pads at 12 years. 100 of every 100 do not."
    );
    assert_eq!(
        sentence(1, 1_000, Hundred),
        "With surgery, fewer than 1 of every 100 men wears pads at 12 years. More than 99 of every 100 do not."
    );
    assert_eq!(
        sentence(1_234, 10_000, TenThousand),
        "With surgery, about 1,234 of every 10,000 men wear pads at 12 years. About 8,766 of every 10,000 do not."
    );
    assert_eq!(
        words(&rate(999, 1_000), Thousand).does_not,
        "1 of every 1,000 does not."
    );
}

#[test]
fn ranges_in_words() {
    let of = Denominator::Hundred;
    let counted = figure(
        Basis::Counted {
            events: 17,
            people: 545,
        },
        Some(RangeGiven::Wilson95),
        None,
    );
    let said = words(&counted, of);
    assert_eq!(
        said.range,
        "The studies suggest it is between 2 and 5 of every 100."
    );
    assert_eq!(said.range_short.as_deref(), Some("2 to 5"));
    assert_eq!(
        said.worked_out,
        "17 of 545 men in the study. Range worked out with Wilson's method (95%)."
    );
    assert_eq!((said.icons.certain, said.icons.band, said.icons.rest), (2, 3, 95));

    let span = RangeGiven::Published {
        low: 3,
        high: 8,
        kind: RangeBasis::Span(crate::chance::Across::NotSaid),
    };
    let said = words(
        &figure(Basis::Published { count: 8, per: 100 }, Some(span), None),
        of,
    );
    assert_eq!(said.range, "The published figures run from 3 to 8 of every 100.");
    // It is no doubt about the figure, so nobody is drawn as half certain.
    assert_eq!((said.icons.certain, said.icons.band, said.icons.rest), (8, 0, 92));

    let small = RangeGiven::Published {
        low: 1,
        high: 9,
        kind: RangeBasis::PublishedInterval95,
    };
    let said = words(
        &figure(Basis::Published { count: 6, per: 1_000 }, Some(small), None),
        of,
    );
    assert_eq!(
        said.range,
        "The studies suggest it is between fewer than 1 and 1 of every 100."
    );
}

#[test]
fn a_range_whose_ends_are_shown_as_one_number_is_no_range_of_one_number() {
    let narrow = RangeGiven::Published {
        low: 197,
        high: 204,
        kind: RangeBasis::PublishedInterval95,
    };
    let narrow = figure(
        Basis::Published {
            count: 200,
            per: 10_000,
        },
        Some(narrow),
        None,
    );
    let said = words(&narrow, Denominator::Hundred);
    assert_eq!(said.range_short.as_deref(), Some("give or take less than 1"));
    assert_eq!(
        said.range_brief,
        "The studies suggest it is 2 of every 100, give or take less than 1."
    );
    // Of a larger crowd the same range has two ends.
    let said = words(&narrow, Denominator::TenThousand);
    assert_eq!(said.range_short.as_deref(), Some("197 to 204"));
    assert_eq!(said.range_brief, "Range: 197 to 204.");
}

#[test]
fn differences_are_of_rounded_people_and_never_relative() {
    let of = Denominator::Hundred;
    assert_eq!(
        difference(&rate(24, 100), &rate(11, 100), of),
        "With surgery, about 13 more of every 100 men wear pads at 12 years than with active monitoring."
    );
    assert_eq!(
        difference(&rate(10, 100), &rate(11, 100), of),
        "With surgery, about 1 fewer of every 100 men wear pads at 12 years than with active monitoring."
    );
    assert_eq!(
        difference(&rate(114, 1_000), &rate(11, 100), of),
        "With surgery, about the same number of men wear pads at 12 years as with active monitoring."
    );
    assert_eq!(
        difference(&rate(1, 10_000), &rate(11, 100), of),
        "With surgery, fewer than 1 of every 100 men wears pads at 12 years. With active monitoring, it is about 11."
    );
}

#[test]
fn differences_are_softened_by_the_lower_certainty() {
    let of = Denominator::Hundred;
    let rated = |certainty| figure(Basis::Published { count: 24, per: 100 }, None, Some(certainty));
    let start = |certainty| difference(&rated(certainty), &rate(11, 100), of);
    assert!(start(Certainty::Moderate).starts_with("With surgery, probably about 13 more of every"));
    assert!(start(Certainty::Low).starts_with("It may be that with surgery, about 13 more of every"));
    assert!(
        start(Certainty::VeryLow).starts_with("We are very unsure, but it may be that with surgery, about")
    );
}

#[test]
fn overlapping_intervals_are_said() {
    let counted = |events, people| {
        figure(
            Basis::Counted { events, people },
            Some(RangeGiven::Wilson95),
            Some(Certainty::High),
        )
    };
    let said = |a, b| difference(&counted(a, 545), &counted(b, 553), Denominator::Hundred);
    assert!(said(17, 12).ends_with("The ranges overlap, so there may be no real difference."));
    assert!(said(51, 26).ends_with("than with active monitoring."));
}

#[test]
fn horizons() {
    let wording = Words::english();
    let mut horizon = rate(1, 100).horizon().clone();
    assert_eq!(wording.horizon(&horizon), "at 12 years");
    horizon.median = true;
    assert_eq!(wording.horizon_heading(&horizon), "Over about 12 years");
    horizon = Horizon {
        amount: 1,
        unit: TimeUnit::Months,
        median: false,
        within: false,
        ..horizon
    };
    assert_eq!(wording.horizon_label(&horizon), "1 month");
}

#[test]
fn a_picture_is_one_breath_and_no_sentence_says_risk() {
    let long = Event {
        many: "wear pads ".repeat(20),
        one: "wears pads ".repeat(20),
        ..event()
    };
    let figure = rate(24, 100);
    let saying = Saying {
        figure: &figure,
        of: Denominator::Hundred,
        event: &long,
        option: "surgery",
    };
    let words = Words::english().figure(&saying);
    assert!(words.picture.chars().count() <= 125, "{}", words.picture);
    assert!(!format!("{words:?}").to_lowercase().contains("risk"));
}
