//! Counts of people: published intervals, and what holds for any count.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail the test")]

use std::sync::Arc;

use proptest::prelude::*;
use weighup_core::chance::interval::{difference_has_zero, exact95, wilson95};
use weighup_core::chance::wording::{Event, Saying, Words};
use weighup_core::chance::{
    Across, Analysis, Backing, BackingError, Basis, Certainty, Denominator, Figure, FigureError, FigureParts,
    Horizon, Icons, PeopleCount, Proportion, RangeBasis, RangeGiven, ReferenceClass, Status, TimeUnit,
    share_out,
};

fn parts(basis: Basis, range: Option<RangeGiven>) -> FigureParts {
    FigureParts {
        basis,
        pooled: false,
        range,
        backing: Backing {
            horizon: Arc::new(Horizon {
                id: "1y".try_into().unwrap(),
                amount: 1,
                unit: TimeUnit::Years,
                median: false,
                within: false,
            }),
            class: Arc::new(ReferenceClass {
                id: "p".try_into().unwrap(),
                people: "people".to_owned(),
                description: "people".to_owned(),
                analysis: Analysis::Observational,
                analysis_note: String::new(),
            }),
            certainty: Some(Certainty::Low),
            certainty_why: None,
            status: Status::Verified,
            sources: vec!["s".try_into().unwrap()],
        },
    }
}

fn close(found: (f64, f64), low: f64, high: f64) {
    assert!(
        (found.0 - low).abs() < 5e-5 && (found.1 - high).abs() < 5e-5,
        "{found:?}, not {low} to {high}"
    );
}

/// Newcombe, Statistics in Medicine 1998;17:857-72, table I: methods 3 (score) and 5 (exact, Clopper-Pearson).
#[test]
fn intervals_match_newcombe_1998() {
    close(wilson95(81, 263), 0.2553, 0.3662);
    close(wilson95(15, 148), 0.0624, 0.1605);
    close(wilson95(0, 20), 0.0, 0.1611);
    close(wilson95(1, 29), 0.0061, 0.1718);
    close(exact95(81, 263), 0.2527, 0.3676);
    close(exact95(15, 148), 0.0578, 0.1617);
    close(exact95(0, 20), 0.0, 0.1684);
    close(exact95(1, 29), 0.0009, 0.1776);
}

/// With no events the exact high end is 1 - 0.025^(1/n); with all events the low end mirrors it.
#[test]
fn exact_ends_in_closed_form() {
    for n in [1_u32, 2, 20, 545, 100_000] {
        let end = 1.0 - 0.025_f64.powf(1.0 / f64::from(n));
        assert!((exact95(0, n).1 - end).abs() < 1e-12);
        assert!((exact95(n, n).0 - (1.0 - end)).abs() < 1e-12);
    }
}

#[test]
fn rounding_of_parts() {
    assert_eq!(share_out(&[0.005, 0.015, 0.98], 100), [1, 1, 98]);
    assert_eq!(share_out(&[0.005, 0.015, 0.98], 1_000), [5, 15, 980]);
    assert_eq!(share_out(&[1.0, 1.0, 1.0], 100), [34, 33, 33]);
    assert_eq!(share_out(&[f64::NAN, -1.0], 100), [0, 0]);
    assert_eq!(share_out(&[f64::MAX, f64::MAX], 100), [50, 50]);
}

#[test]
fn denominators() {
    let figure = |count, per| Figure::new(parts(Basis::Published { count, per }, None)).unwrap();
    let of = |figures: &[Figure]| Denominator::for_figures(figures);
    assert_eq!(of(&[]), Denominator::Hundred);
    assert_eq!(of(&[figure(0, 100), figure(100, 100)]), Denominator::Hundred);
    assert_eq!(of(&[figure(9, 1_000)]), Denominator::Hundred);
    assert_eq!(of(&[figure(24, 100), figure(5, 1_000)]), Denominator::Thousand);
    assert_eq!(of(&[figure(995, 1_000)]), Denominator::Thousand);
    assert_eq!(of(&[figure(5, 10_000)]), Denominator::TenThousand);
    let counted = Figure::new(parts(
        Basis::Counted {
            events: 1,
            people: 1_000_000,
        },
        None,
    ))
    .unwrap();
    assert_eq!(of(std::slice::from_ref(&counted)), Denominator::TenThousand);
    assert_eq!(
        counted.people(Denominator::TenThousand),
        PeopleCount::FewerThanOne(Denominator::TenThousand)
    );
}

#[test]
fn what_cannot_exist() {
    let refused = |basis, range| Figure::new(parts(basis, range)).unwrap_err();
    let counted = |events, people| Basis::Counted { events, people };
    let rate = |count, per| Basis::Published { count, per };
    let range = |low, high| {
        Some(RangeGiven::Published {
            low,
            high,
            kind: RangeBasis::Span(Across::NotSaid),
        })
    };
    assert_eq!(refused(counted(0, 0), None), FigureError::NoPeople);
    assert_eq!(
        refused(counted(3, 2), None),
        FigureError::AboveDenominator { count: 3, whole: 2 }
    );
    assert_eq!(
        refused(rate(1, 50), None),
        FigureError::BadDenominator { per: 50 }
    );
    assert_eq!(
        refused(rate(5, 100), range(6, 9)),
        FigureError::OutsideRange {
            count: 5,
            low: 6,
            high: 9
        }
    );
    assert_eq!(
        refused(rate(5, 100), range(9, 1)),
        FigureError::RangeUpsideDown { low: 9, high: 1 }
    );
    assert_eq!(
        refused(rate(5, 100), range(1, 900)),
        FigureError::AboveDenominator {
            count: 900,
            whole: 100
        }
    );
    assert_eq!(
        refused(rate(5, 100), Some(RangeGiven::Exact95)),
        FigureError::IntervalNeedsCounts
    );
    let without = |mut p: FigureParts| {
        p.backing.certainty = None;
        Figure::new(p).unwrap_err()
    };
    assert_eq!(
        without(parts(rate(5, 100), None)),
        FigureError::Backing(BackingError::NeitherRangeNorCertainty)
    );
    let mut no_source = parts(rate(5, 100), None);
    no_source.backing.sources.clear();
    assert_eq!(
        Figure::new(no_source).unwrap_err(),
        FigureError::Backing(BackingError::NoSource)
    );
}

/// Any count of up to a million people.
fn counts() -> impl Strategy<Value = (u32, u32)> {
    (1_u32..1_000_000).prop_flat_map(|people| (0..=people, Just(people)))
}

proptest! {
    #[test]
    fn shares_sum_to_the_denominator(shares in prop::collection::vec(0.0_f64..1e6, 1..40), n in 1_u32..20_000) {
        prop_assume!(shares.iter().any(|s| *s > 0.0));
        let counts = share_out(&shares, n);
        prop_assert_eq!(counts.iter().sum::<u32>(), n);
        let total: f64 = shares.iter().sum();
        for (share, count) in shares.iter().zip(&counts) {
            prop_assert!((share / total * f64::from(n) - f64::from(*count)).abs() < 1.000_001);
        }
    }

    #[test]
    fn both_frames_sum_and_nothing_vanishes((events, people) in counts()) {
        let share = Proportion::of(events, people).unwrap();
        for of in Denominator::ALL {
            let n = of.people_in_all();
            let count = of.people(share);
            prop_assert_eq!(count.rounded() + count.complement().rounded(), n);
            prop_assert_eq!(count.complement().complement(), count);
            prop_assert_eq!(count.complement() == PeopleCount::Exactly(0, of), events == people);
            prop_assert_eq!(count == PeopleCount::Exactly(0, of), events == 0);
            if let PeopleCount::Exactly(k, _) = count {
                prop_assert!((share.value() * f64::from(n) - f64::from(k)).abs() <= 0.5 + 1e-6);
            }
        }
    }

    #[test]
    fn at_the_chosen_denominator_no_count_is_rounded_away((events, people) in counts(), (e2, p2) in counts()) {
        let figures: Vec<Figure> = [(events, people), (e2, p2)]
            .map(|(events, people)| Figure::new(parts(Basis::Counted { events, people }, None)).unwrap())
            .into();
        let of = Denominator::for_figures(&figures);
        for figure in &figures {
            if of != Denominator::TenThousand {
                prop_assert!(matches!(figure.people(of), PeopleCount::Exactly(..)));
            }
            // The same for every figure alone: none needs more than the one they share.
            prop_assert!(Denominator::for_figures([figure]) <= of);
        }
    }

    #[test]
    fn intervals_hold_their_figure_and_pictures_sum((events, people) in counts(), exact in any::<bool>()) {
        let given = if exact { RangeGiven::Exact95 } else { RangeGiven::Wilson95 };
        let figure = Figure::new(parts(Basis::Counted { events, people }, Some(given))).unwrap();
        let range = figure.range().unwrap();
        prop_assert!(range.low().value() <= figure.proportion() && figure.proportion() <= range.high().value());
        for of in Denominator::ALL {
            let icons = Icons::of(&figure, of);
            prop_assert_eq!(icons.certain + icons.band + icons.rest, of.people_in_all());
            let k = figure.people(of).rounded();
            prop_assert!(icons.certain <= k && k <= icons.certain + icons.band);
            prop_assert!(events == 0 || icons.certain + icons.band > 0);
        }
    }

    #[test]
    fn sentences_carry_the_count_both_ways((events, people) in counts()) {
        let figure = Figure::new(parts(Basis::Counted { events, people }, Some(RangeGiven::Wilson95))).unwrap();
        let event = Event { many: "itch".into(), one: "itches".into(), none_many: "do not".into(), none_one: "does not".into(), more: Vec::new() };
        for of in Denominator::ALL {
            let saying = Saying { figure: &figure, of, event: &event, option: "rest" };
            let wording = Words::english();
            let words = wording.figure(&saying);
            let n = wording.number(of.people_in_all());
            let counted = format!("{} of every {n} people", words.count);
            prop_assert!(words.sentence.contains(&counted), "no {}", counted);
            let others = format!("{} of every {n}", wording.count(saying.people().complement())).to_lowercase();
            prop_assert!(words.sentence.to_lowercase().contains(&others), "no {}", others);
            prop_assert!(words.picture.chars().count() <= 125);
        }
    }
}

/// Ranges that overlap may still tell two figures apart: what counts is the interval of the difference.
#[test]
fn a_difference_is_told_from_nothing_by_its_own_interval() {
    let days = ([11.0, 12.4, 13.8], [9.1, 10.1, 11.1]);
    assert!(!difference_has_zero(days.0, days.1) && !difference_has_zero(days.1, days.0));
    let deaths = ([14.0, 18.0, 24.0], [9.0, 12.0, 17.0]);
    assert!(difference_has_zero(deaths.0, deaths.1) && difference_has_zero(deaths.1, deaths.0));
    // Newcombe's first and second examples: 56 of 70 and 48 of 80, from 0.0524 to 0.3339; 9 of 10 and 3 of 10, from 0.1705 to 0.8090.
    let ends = |events: u32, people: u32| {
        let (low, high) = wilson95(events, people);
        [low, f64::from(events) / f64::from(people), high]
    };
    assert!(!difference_has_zero(ends(56, 70), ends(48, 80)));
    assert!(!difference_has_zero(ends(9, 10), ends(3, 10)));
    // His fourth: 5 of 56 and 0 of 29, from -0.0381 to 0.1926.
    assert!(difference_has_zero(ends(5, 56), ends(0, 29)));
    assert!(
        difference_has_zero([0.1; 3], [0.1; 3]),
        "a figure is not told from itself"
    );
}
