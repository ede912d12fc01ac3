//! What would change the picture, worked out again from what it means.

use proptest::prelude::*;
use weighup_core::fit::{
    Outside, PartialValue, PreferenceDirection, change_needed, contributions, ranks, sweep, switch_points,
};

fn thorough() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(1_000)
    }
}

/// Values of `m` options on `n` outcomes, and weights that sum to 1.
#[derive(Clone, Debug)]
struct Table {
    values: Vec<Vec<f64>>,
    weights: Vec<f64>,
}

prop_compose! {
    fn table()(m in 2usize..5, n in 2usize..5)(
        values in prop::collection::vec(prop::collection::vec(0u8..=10, n), m),
        // Sixteenths at times, so that weights of 0 and ties occur.
        weights in prop::collection::vec(prop_oneof![(0u8..4).prop_map(f64::from), 0.0..3.0f64], n),
    ) -> Table {
        let shares = |w: Vec<f64>| {
            let sum: f64 = w.iter().sum();
            if sum > 0.0 { w.iter().map(|x| x / sum).collect() } else { vec![1.0 / w.len() as f64; w.len()] }
        };
        Table {
            values: values.into_iter().map(|r| r.into_iter().map(|v| f64::from(v) / 10.0).collect()).collect(),
            weights: shares(weights),
        }
    }
}

fn total(row: &[f64], weights: &[f64]) -> f64 {
    row.iter().zip(weights).map(|(v, w)| v * w).sum()
}

/// The weights when outcome `k` has weight `t` and the others share the rest as before.
fn moved(weights: &[f64], k: usize, t: f64) -> Vec<f64> {
    let rest: f64 = weights
        .iter()
        .enumerate()
        .filter(|(j, _)| *j != k)
        .map(|(_, w)| w)
        .sum();
    let other = |w: f64| w / rest * (1.0 - t);
    weights
        .iter()
        .enumerate()
        .map(|(j, w)| if j == k { t } else { other(*w) })
        .collect()
}

proptest! {
    #![proptest_config(thorough())]

    /// A figure makes two options tie exactly when the totals at the two ends of its range lie on either side.
    #[test]
    fn what_would_have_to_be_true(
        t in table(),
        bends in prop::collection::vec((0.05..0.95f64, 0u8..=4), 0..3),
        lower in any::<bool>(),
        ends in (-50.0..50.0f64, 0.5..100.0f64),
    ) {
        let (low, high) = (ends.0, ends.0 + ends.1);
        let mut cutoffs: Vec<f64> = bends.iter().map(|(x, _)| low + ends.1 * x).collect();
        cutoffs.sort_by(f64::total_cmp);
        cutoffs.dedup();
        let mut at: Vec<f64> = bends.iter().take(cutoffs.len()).map(|(_, v)| f64::from(*v) / 4.0).collect();
        at.sort_by(f64::total_cmp);
        let better = if lower { at.reverse(); PreferenceDirection::Lower } else { PreferenceDirection::Higher };
        let f = PartialValue::piecewise(better, [low, high], &cutoffs, &at, Outside::Clip);
        let f = f.map_err(|e| TestCaseError::fail(e.to_string()))?;
        let (option, other, outcome) = (0, 1, 1);
        let with = |v: f64| {
            let mut values = t.values.clone();
            values[option][outcome] = v;
            total(&values[option], &t.weights) - total(&values[other], &t.weights)
        };
        let found = change_needed(&t.values, &t.weights, (option, outcome), other, &f);
        let (a, b) = (with(f.at(low)), with(f.at(high)));
        match found {
            Some(needed) => {
                prop_assert!(with(needed.value).abs() < 1e-9, "{:?} leaves {}", needed, with(needed.value));
                prop_assert!((f.at(needed.x) - needed.value).abs() < 1e-9);
                prop_assert!(low <= needed.x && needed.x <= high);
                prop_assert!(t.weights[outcome] > 0.0);
            }
            None => prop_assert!(t.weights[outcome] <= 0.0 || a * b > -1e-13 && a.abs().min(b.abs()) > 0.0, "{} {}", a, b),
        }
        prop_assert_eq!(change_needed(&t.values, &t.weights, (0, outcome), 0, &f), None);
        prop_assert_eq!(change_needed(&t.values, &t.weights, (0, 9), 1, &f), None);
        prop_assert_eq!(change_needed(&t.values, &t.weights, (9, 0), 1, &f), None);
        // A sweep goes through the same totals, ends included, and changes nothing else.
        let points = sweep(&t.values, &t.weights, (option, outcome), &f, [low, high], 7);
        prop_assert_eq!(points.len(), 8);
        prop_assert_eq!((points[0].x, points[7].x), (low, low + (high - low)));
        for p in &points {
            prop_assert!((p.totals[option] - p.totals[other] - with(f.at(p.x))).abs() < 1e-12);
            prop_assert_eq!(&p.ranks, &ranks(&p.totals));
        }
        prop_assert_eq!(sweep(&t.values, &t.weights, (0, 0), &f, [low, high], 0).len(), 2);
    }

    /// The crossing of every pair from its totals at the two ends.
    #[test]
    fn where_options_change_places(t in table()) {
        for k in 0..t.weights.len() {
            let found = switch_points(&t.values, &t.weights, k);
            prop_assert!(found.windows(2).all(|p| p[0].weight <= p[1].weight));
            if 1.0 - t.weights[k] <= 1e-12 {
                prop_assert!(found.is_empty());
                continue;
            }
            for a in 0..t.values.len() {
                for b in a + 1..t.values.len() {
                    let gap = |x: f64| {
                        let w = moved(&t.weights, k, x);
                        total(&t.values[a], &w) - total(&t.values[b], &w)
                    };
                    let (none, all) = (gap(0.0), gap(1.0));
                    let here: Vec<f64> = found.iter().filter(|s| s.between == (a, b)).map(|s| s.weight).collect();
                    if none.abs() < 1e-9 || all.abs() < 1e-9 {
                        // On an end, or always tied: rounding decides which it is called.
                        prop_assert!(here.iter().all(|x| gap(*x).abs() < 1e-9));
                    } else if none * all < 0.0 {
                        prop_assert_eq!(here.len(), 1);
                        prop_assert!((here[0] - none / (none - all)).abs() < 1e-9);
                    } else {
                        prop_assert!(here.is_empty());
                    }
                }
            }
        }
        prop_assert!(switch_points(&t.values, &t.weights, 9).is_empty());
    }

    #[test]
    fn totals_are_sums(t in table()) {
        let c = contributions(&t.values, &t.weights);
        for (row, sum) in t.values.iter().zip(&c.totals) {
            prop_assert!((total(row, &t.weights) - sum).abs() < 1e-12);
        }
    }
}

#[test]
fn ties_share_the_better_place_within_rounding() {
    assert_eq!(ranks(&[0.5, 0.5 + 1e-13, 0.2, 0.9]), [2, 2, 4, 1]);
    assert_eq!(ranks(&[0.5, 0.5 + 1e-11]), [2, 1]);
    assert_eq!(ranks(&[]), Vec::<usize>::new());
}

/// A threshold at the very end of the range: rounding once took it one step past.
#[test]
fn a_threshold_stays_inside_the_range() {
    let (low, high) = (-9.1645896565501, -9.1645896565501 + 72.04885807072029);
    let bend = low + 72.04885807072029 * 0.08075131774853599;
    let f = PartialValue::piecewise(
        PreferenceDirection::Higher,
        [low, high],
        &[bend],
        &[0.0],
        Outside::Clip,
    )
    .unwrap();
    let values = [vec![0.0, 0.0], vec![0.0, 1.0]];
    let needed = change_needed(&values, &[0.5, 0.5], (0, 1), 1, &f).unwrap();
    assert!(needed.x <= high, "{} is past {high}", needed.x);
    assert!((needed.value - 1.0).abs() < 1e-12);
}
