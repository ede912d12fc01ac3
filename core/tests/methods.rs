//! Ways of saying what matters, against published numbers and against answers found in other ways.

use proptest::prelude::*;
use weighup_core::compute::{Criterion, DecisionProblem, Weights, compute};
use weighup_core::values::{
    Allowed, BestWorst, Consistency, Statement, ValuesError, best_worst, compare_methods, distance,
    input_based_threshold, largest_gap, pairwise, rank_order_centroid, ranking, ratings, statements,
    surrogate_with_ties,
};

fn thorough() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(1_000)
    }
}

fn close(a: f64, b: f64, by: f64) -> bool {
    (a - b).abs() <= by
}

fn shares(x: &[f64]) -> Vec<f64> {
    let sum: f64 = x.iter().sum();
    x.iter().map(|x| x / sum).collect()
}

#[test]
fn surrogate_weights() {
    for n in 1..=12usize {
        let centroid = rank_order_centroid(n);
        assert_eq!(centroid.len(), n);
        assert!(close(centroid.iter().sum(), 1.0, 1e-12));
        for i in 1..=n {
            // Neighbours of the centroid differ by 1 / (n i).
            let next = centroid.get(i).copied().unwrap_or(0.0);
            assert!(close(centroid[i - 1] - next, 1.0 / (n * i) as f64, 1e-12));
        }
    }
    // Tied outcomes share the mean of their places; empty groups are nothing.
    let w = surrogate_with_ties(3, &[vec![2], vec![], vec![0, 1]], &[0.5, 0.3, 0.2]).unwrap();
    assert!(close(w[0], 0.25, 1e-15) && close(w[1], 0.25, 1e-15) && w[2] == 0.5);
    let twice = surrogate_with_ties(2, &[vec![0], vec![0, 1]], &[0.6, 0.4]);
    assert_eq!(twice, Err(ValuesError::RankedTwice { at: 0 }));
    let beyond = surrogate_with_ties(2, &[vec![0], vec![2]], &[0.6, 0.4]);
    assert_eq!(beyond, Err(ValuesError::RankedTwice { at: 2 }));
    assert_eq!(
        surrogate_with_ties(2, &[vec![1]], &[0.6, 0.4]),
        Err(ValuesError::NotRanked { at: 0 })
    );
    assert_eq!(surrogate_with_ties(0, &[], &[]), Err(ValuesError::NoOutcomes));
}

#[test]
fn thresholds_are_for_three_to_nine() {
    assert_eq!(input_based_threshold(3, 3.0), Some(0.1667));
    assert_eq!(input_based_threshold(9, 9.0), Some(0.3662));
    assert_eq!(input_based_threshold(4, 8.0), Some(0.2521));
    // Between two scales the higher.
    assert_eq!(input_based_threshold(4, 7.1), Some(0.2521));
    assert_eq!(input_based_threshold(5, 2.1), Some(0.1667));
    for (n, a) in [(2, 5.0), (10, 5.0), (5, 2.0), (5, 1.0), (5, 9.1), (0, 4.0)] {
        assert_eq!(input_based_threshold(n, a), None, "{n} {a}");
    }
}

proptest! {
    #![proptest_config(thorough())]

    /// Answers of which many are the same, and so many corners of the linear model nearly are: the order of the outcomes
    /// does not matter, and the misfit of the weights is the one that is told.
    #[test]
    fn best_worst_in_any_order(
        most in prop_oneof![1.0..1.001f64, 1.0..9.0f64],
        given in prop::collection::vec((1.0..9.0f64, 1.0..9.0f64), 1..5),
    ) {
        let last = given.len() + 1;
        let (mut to, mut from) = (vec![1.0], vec![most]);
        for (a, b) in given {
            to.push(f64::min(a, most));
            from.push(f64::min(b, most));
        }
        to.push(most);
        from.push(1.0);
        let answers = BestWorst { best: 0, worst: last, best_to_others: to.clone(), others_to_worst: from.clone() };
        let found = best_worst(&answers).unwrap();
        let w = &found.point;
        let misfit = (1..=last).map(|j| (w[0] - to[j] * w[j]).abs())
            .chain((1..last).map(|j| (w[j] - from[j] * w[last]).abs()))
            .fold(0.0, f64::max);
        let Some(Consistency::BestWorst { xi, .. }) = found.consistency else { unreachable!() };
        prop_assert!(close(misfit, xi, 1e-9), "{} {}", misfit, xi);
        to.reverse();
        from.reverse();
        let other = best_worst(&BestWorst { best: last, worst: 0, best_to_others: to, others_to_worst: from }).unwrap();
        prop_assert!(w.iter().zip(other.point.iter().rev()).all(|(a, b)| close(*a, *b, 1e-9)), "{:?} {:?}", w, other.point);
    }

    #[test]
    fn two_sets_of_weights(pairs in prop::collection::vec((0u8..6, 0u8..6), 1..7)) {
        let a: Vec<f64> = pairs.iter().map(|p| f64::from(p.0)).collect();
        let b: Vec<f64> = pairs.iter().map(|p| f64::from(p.1)).collect();
        prop_assume!(a.iter().sum::<f64>() > 0.0 && b.iter().sum::<f64>() > 0.0);
        let (a, b) = (shares(&a), shares(&b));
        let over: f64 = a.iter().zip(&b).map(|(x, y)| (x - y).max(0.0)).sum();
        prop_assert!(close(distance(&a, &b), over, 1e-12));
        let compared = compare_methods(&a, &b);
        prop_assert_eq!(compared.distance, distance(&a, &b));
        prop_assert_eq!(compared.largest, largest_gap(&a, &b));
        for i in 0..a.len() {
            for j in i + 1..a.len() {
                let opposite = (a[i] - a[j]) * (b[i] - b[j]) < -1e-15;
                prop_assert_eq!(compared.reversed.contains(&(i, j)), opposite);
            }
        }
    }

    /// The ends of every weight of a band from the corners of the answers.
    #[test]
    fn ends_of_a_band(points in prop::collection::vec(prop_oneof![4 => 1.0..100.0f64, 1 => Just(0.0)], 2..9), band in 0.01..0.5f64) {
        let n = points.len();
        prop_assume!(points.iter().filter(|p| **p > 0.0).count() > 1);
        let ids = || (0..n).map(|j| j.to_string());
        let problem = DecisionProblem::new(
            ids().map(|id| Criterion::lower(id, 0.0, 1.0)),
            Vec::<String>::new(),
            Vec::<(String, weighup_core::compute::Performances)>::new(),
            Weights::swing(ids().zip(points.clone()), Some(band)),
        );
        let found = compute(&problem).unwrap().weights;
        let mut ends = vec![(1.0f64, 0.0f64); n];
        for corner in 0..1u32 << n {
            let x: Vec<f64> = points.iter().enumerate()
                .map(|(j, p)| if corner >> j & 1 == 1 { p * (1.0 + band) } else { p * (1.0 - band) })
                .collect();
            for (end, w) in ends.iter_mut().zip(shares(&x)) {
                *end = (end.0.min(w), end.1.max(w));
            }
        }
        let allowed = ratings(&points, Some(band)).unwrap().allowed;
        for (j, (low, high)) in ends.iter().enumerate() {
            let id = j.to_string();
            prop_assert!(close(found.min[id.as_str()], *low, 1e-9), "{} {}", found.min[id.as_str()], low);
            prop_assert!(close(found.max[id.as_str()], *high, 1e-9), "{} {}", found.max[id.as_str()], high);
        }
        // A weight beyond its end is not in the set; the answers as given are.
        prop_assert!(allowed.contains(&shares(&points), 1e-9));
        let mut x = points.clone();
        let most = (0..n).max_by(|a, b| points[*a].total_cmp(&points[*b])).unwrap();
        x[most] *= 1.03 * (1.0 + band) / (1.0 - band);
        prop_assert!(!allowed.contains(&shares(&x), 1e-4));
    }

    /// Whether weights are in a set, from the statements themselves.
    #[test]
    fn sets_hold_what_satisfies_them(
        n in 2usize..5,
        said in prop::collection::vec((0usize..4, 0usize..4, 0u8..4, 0.2..1.0f64, 1.0..4.0f64), 0..3),
        tried in prop::collection::vec(prop::collection::vec(0u8..6, 4), 20),
    ) {
        let said: Vec<Statement> = said.into_iter()
            .filter(|(a, b, ..)| a != b && *a < n && *b < n)
            .map(|(a, b, kind, lo, hi)| match kind {
                0 => Statement::AtLeast(a, b),
                1 => Statement::Ratio(a, b, lo, hi),
                2 => Statement::ExactRatio(a, b, 2.0),
                _ => Statement::Weight(a, lo / 8.0, lo),
            })
            .collect();
        let Ok(found) = statements(n, &said) else { return Ok(()) };
        let mut inside = vec![found.point];
        for x in tried {
            let x: Vec<f64> = x[..n].iter().map(|x| f64::from(*x)).collect();
            if x.iter().sum::<f64>() == 0.0 { continue; }
            let w = shares(&x);
            // How far the worst statement is from being broken, on weights.
            let room = said.iter().map(|s| match *s {
                Statement::AtLeast(a, b) => w[a] - w[b],
                Statement::Ratio(a, b, lo, hi) => (w[a] - lo * w[b]).min(hi * w[b] - w[a]),
                Statement::ExactRatio(a, b, r) => -(w[a] - r * w[b]).abs(),
                Statement::Weight(a, lo, hi) => (w[a] - lo).min(hi - w[a]),
            }).fold(f64::INFINITY, f64::min);
            if room.abs() > 1e-6 || room == 0.0 {
                prop_assert_eq!(found.allowed.contains(&w, 1e-8), room >= 0.0, "{:?} {:?} {}", said, w, room);
            }
            // A tolerance is what it says.
            prop_assert_eq!(found.allowed.contains(&w, 1e-4 - room.min(0.0)), true);
            if room >= 0.0 { inside.push(w); }
        }
        for w in inside {
            prop_assert!(found.allowed.contains(&w, 1e-9));
            let mut more = w.clone();
            more[0] += 0.01;
            prop_assert!(!found.allowed.contains(&more, 1e-4), "it sums to more than 1");
            let below: Vec<f64> = w.iter().enumerate().map(|(j, x)| match j { 0 => -0.01, 1 => x + w[0] + 0.01, _ => *x }).collect();
            prop_assert!(!found.allowed.contains(&below, 1e-3), "a weight below 0");
            prop_assert!(!found.allowed.contains(&w[1..], 1e-3), "one weight too few");
        }
    }

    /// The set of a ranking: weights in that order, tied outcomes equal.
    #[test]
    fn the_set_of_a_ranking(n in 2usize..6, tie in any::<bool>(), w in prop::collection::vec(1u8..20, 6), swap in 0usize..5) {
        let mut order: Vec<Vec<usize>> = (0..n).map(|i| vec![i]).collect();
        if tie {
            let last = order.pop().unwrap();
            order.last_mut().unwrap().extend(last);
        }
        let allowed = ranking(n, &order).unwrap().allowed;
        let mut x: Vec<f64> = w[..n].iter().map(|x| f64::from(*x)).collect();
        x.sort_by(|a, b| b.total_cmp(a));
        if tie { x[n - 1] = x[n - 2]; }
        let w = shares(&x);
        prop_assert!(allowed.contains(&w, 1e-9), "{:?}", w);
        let at = swap % (n - 1);
        let mut other = w.clone();
        other.swap(at, at + 1);
        prop_assert_eq!(allowed.contains(&other, 1e-9), close(w[at], w[at + 1], 1e-12), "{:?}", other);
        prop_assert!(allowed.contains(&other, 1.0), "no further out than that");
        prop_assert_eq!(allowed == Allowed::point(vec![1.0 / n as f64; n]), n == 2 && tie);
        prop_assert_eq!(allowed.outcomes(), n);
    }
}

#[test]
fn a_point_holds_itself() {
    let point = ratings(&[3.0, 1.0], None).unwrap().allowed;
    assert_eq!(point, Allowed::point(vec![0.75, 0.25]));
    assert!(point.contains(&[0.75, 0.25], 0.0) && point.contains(&[0.7501, 0.2499], 1e-3));
    assert!(!point.contains(&[0.7501, 0.2499], 1e-5) && !point.contains(&[0.2, 0.8], 0.1));
    assert_ne!(ratings(&[3.0, 1.0], Some(0.1)).unwrap().allowed, point);
    // One answer alone has all the weight, however uncertain.
    let alone = ratings(&[3.0, 0.0], Some(0.1)).unwrap().allowed;
    assert_eq!(alone, Allowed::point(vec![1.0, 0.0]));
    let nothing = statements(2, &[]).unwrap();
    assert_ne!(nothing.allowed, Allowed::point(nothing.point));
}

#[test]
fn statements_that_mean_nothing() {
    use Statement::{AtLeast, ExactRatio, Ratio, Weight};
    let nan = f64::NAN;
    let inf = f64::INFINITY;
    let bad = [
        AtLeast(0, 3),
        AtLeast(3, 0),
        Weight(3, 0.0, 1.0),
        AtLeast(1, 1),
        Ratio(0, 1, -0.1, 2.0),
        Ratio(0, 1, 0.5, inf),
        Ratio(0, 1, 0.0, 0.0),
        Ratio(0, 1, nan, 1.0),
        Ratio(0, 1, 0.5, nan),
        Ratio(0, 1, 2.0, 1.0),
        ExactRatio(0, 1, 0.0),
        ExactRatio(0, 1, inf),
        ExactRatio(0, 1, nan),
        Weight(0, -0.1, 0.5),
        Weight(0, 0.1, 1.1),
        Weight(0, 0.6, 0.5),
        Weight(0, nan, 0.5),
    ];
    for said in bad {
        let found = statements(3, &[AtLeast(0, 1), said]);
        assert!(
            matches!(found, Err(ValuesError::Statement { at: 1, .. })),
            "{said:?}: {found:?}"
        );
    }
    let good = [
        Ratio(0, 1, 0.0, 2.0),
        Ratio(0, 1, 1.5, 1.5),
        ExactRatio(0, 1, 1e-3),
        Weight(0, 0.0, 1.0),
        Weight(0, 0.5, 0.5),
        Weight(2, 0.0, 0.0),
    ];
    for said in good {
        assert!(statements(3, &[said]).is_ok(), "{said:?}");
    }
    // A ratio of weights that can both only be 0 is a contradiction, and so is one to a weight that can.
    for said in [
        Ratio(0, 1, 0.0, 2.0),
        Ratio(0, 1, 0.5, 2.0),
        ExactRatio(0, 1, 2.0),
    ] {
        let found = statements(3, &[Weight(1, 0.0, 0.0), Weight(2, 0.0, 0.0), said]);
        assert!(matches!(found, Err(ValuesError::Contradiction(_))), "{said:?}");
        let found = statements(3, &[Weight(1, 0.0, 0.0), said]);
        assert!(
            matches!(&found, Err(ValuesError::Contradiction(which)) if which == &[0, 1]),
            "{said:?}: {found:?}"
        );
    }
    // One from 0 allows its first outcome nothing, the others do not.
    assert!(statements(3, &[Weight(0, 0.0, 0.0), Ratio(0, 1, 0.0, 2.0)]).is_ok());
    assert!(statements(3, &[Weight(0, 0.0, 0.0), Ratio(0, 1, 0.1, 2.0)]).is_err());
}

#[test]
fn answers_no_weights_can_be_made_of() {
    let zero = ratings(&[0.0, 0.0], None);
    assert_eq!(zero.map(|_| ()), Err(ValuesError::AllZero));
    assert_eq!(ratings(&[], None).map(|_| ()), Err(ValuesError::NoOutcomes));
    for band in [1.0, -0.1, f64::NAN] {
        assert!(
            matches!(ratings(&[1.0, 2.0], Some(band)), Err(ValuesError::Band { .. })),
            "{band}"
        );
    }
    for bad in [-1.0, f64::NAN, f64::INFINITY] {
        assert!(
            matches!(ratings(&[1.0, bad], None), Err(ValuesError::Number { at: 1, .. })),
            "{bad}"
        );
    }
    for bad in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        let found = pairwise(&[vec![1.0, bad], vec![1.0, 1.0]]);
        assert!(
            matches!(
                found,
                Err(ValuesError::Comparison {
                    row: 0,
                    column: 1,
                    ..
                })
            ),
            "{bad}: {found:?}"
        );
    }
    let found = pairwise(&[vec![1.0, 2.0], vec![0.5]]);
    assert_eq!(
        found.map(|_| ()),
        Err(ValuesError::Shape {
            expected: 2,
            row: 1,
            found: 1
        })
    );
    let found = pairwise(&[vec![2.0, 1.0], vec![1.0, 1.0]]);
    assert!(
        matches!(
            found,
            Err(ValuesError::Reciprocal {
                row: 0,
                column: 0,
                ..
            })
        ),
        "{found:?}"
    );
    let good = BestWorst {
        best: 0,
        worst: 2,
        best_to_others: vec![1.0, 2.0, 6.0],
        others_to_worst: vec![6.0, 3.0, 1.0],
    };
    assert!(best_worst(&good).is_ok());
    let bad = |change: fn(&mut BestWorst)| {
        let mut answers = good.clone();
        change(&mut answers);
        match best_worst(&answers) {
            Err(ValuesError::BestWorst { at, .. }) => Some(at),
            _ => None,
        }
    };
    assert_eq!(bad(|b| b.best_to_others[0] = 2.0), Some(0));
    assert_eq!(bad(|b| b.others_to_worst[2] = 1.5), Some(2));
    assert_eq!(bad(|b| b.others_to_worst[0] = 5.0), Some(0));
    assert_eq!(bad(|b| b.others_to_worst[1] = 0.5), Some(1));
    assert_eq!(bad(|b| b.best_to_others[1] = f64::NAN), Some(1));
    assert_eq!(bad(|b| b.best_to_others[1] = f64::INFINITY), Some(1));
    assert_eq!(bad(|b| b.worst = 0), Some(0));
    let alone = BestWorst {
        best: 0,
        worst: 0,
        best_to_others: vec![1.0],
        others_to_worst: vec![1.0],
    };
    let alone = best_worst(&alone).unwrap();
    assert_eq!(alone.point, [1.0]);
    assert_eq!(alone.allowed, Allowed::point(vec![1.0]));
}

#[test]
fn which_statements_contradict_each_other() {
    use Statement::{AtLeast, ExactRatio, Ratio, Weight};
    let which = |n: usize, said: &[Statement]| match statements(n, said) {
        Err(ValuesError::Contradiction(which)) => which,
        other => panic!("{other:?}"),
    };
    // Every weight is on one side of what has to be met exactly.
    assert_eq!(which(3, &[Weight(0, 0.5, 1.0), ExactRatio(0, 1, 0.1)]), [0, 1]);
    assert_eq!(which(3, &[ExactRatio(0, 1, 0.1), Weight(0, 0.5, 1.0)]), [0, 1]);
    assert_eq!(which(3, &[Weight(0, 0.0, 0.1), Weight(0, 0.2, 0.2)]), [0, 1]);
    // Two comparisons before two bounds, though the bounds come first.
    let both = [
        Weight(0, 0.6, 1.0),
        Weight(1, 0.6, 1.0),
        ExactRatio(2, 1, 2.0),
        ExactRatio(1, 2, 2.0),
    ];
    assert_eq!(which(3, &both), [2, 3]);
    // A circle of six, and one that has nothing to do with it.
    let mut circle: Vec<Statement> = (0..6).map(|i| Ratio(i, (i + 1) % 6, 1.1, 2.0)).collect();
    circle.insert(2, AtLeast(0, 6));
    assert_eq!(which(7, &circle), [0, 1, 3, 4, 5, 6]);
    // More outcomes than corners are tried for.
    assert_eq!(
        which(13, &[AtLeast(3, 4), Weight(1, 0.0, 0.0), Ratio(0, 1, 0.5, 2.0)]),
        [1, 2]
    );
    assert_eq!(
        which(13, &[AtLeast(3, 4), Weight(0, 0.6, 1.0), Weight(1, 0.6, 1.0)]),
        [1, 2]
    );
    assert!(statements(13, &[AtLeast(3, 4), Ratio(0, 1, 0.5, 2.0)]).is_ok());
}

/// The point of statements is the centre of gravity of their set: here of a triangle.
#[test]
fn the_point_of_statements() {
    let w = statements(3, &[Statement::AtLeast(0, 1)]).unwrap().point;
    for (got, want) in w.iter().zip([0.5, 1.0 / 6.0, 1.0 / 3.0]) {
        assert!(close(*got, want, 1e-12), "{w:?}");
    }
}

/// A comparison larger than the one of the best with the worst is a slip, not a reason to refuse: it is worked with, and shows.
#[test]
fn best_worst_with_a_comparison_that_is_too_large() {
    let answers = BestWorst {
        best: 0,
        worst: 2,
        best_to_others: vec![1.0, 5.0, 3.0],
        others_to_worst: vec![3.0, 4.0, 1.0],
    };
    let found = best_worst(&answers).unwrap();
    let w = &found.point;
    let misfit = [w[0] - 5.0 * w[1], w[0] - 3.0 * w[2], w[1] - 4.0 * w[2]]
        .iter()
        .fold(0.0f64, |m, x| m.max(x.abs()));
    let Some(Consistency::BestWorst { xi, input_based, .. }) = found.consistency else {
        panic!("it has a consistency");
    };
    assert!(close(misfit, xi, 1e-12) && close(w.iter().sum(), 1.0, 1e-12));
    assert!(close(input_based, 17.0 / 6.0, 1e-12));
    // Where the best matters no more than the worst, nothing can matter more than that.
    let level = BestWorst {
        best_to_others: vec![1.0, 2.0, 1.0],
        others_to_worst: vec![1.0, 1.0, 1.0],
        ..answers
    };
    assert!(matches!(
        best_worst(&level),
        Err(ValuesError::BestWorst { at: 1, .. })
    ));
}
