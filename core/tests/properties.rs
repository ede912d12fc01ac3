//! What must hold for every problem, tried on a thousand of each kind.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test: failing is how it reports"
)]

use proptest::prelude::*;
use weighup_core::compute::{
    ById, Criterion, DecisionProblem, Fit, Performance, Performances, Tied, WeightStatement, Weights,
    compute, compute_with,
};
use weighup_core::fit::{How, PreferenceDirection};

const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];
const OPTIONS: [&str; 5] = ["v", "w", "x", "y", "z"];

/// Figures by outcome and option, and which end is better.
#[derive(Clone, Debug)]
struct Table {
    figures: Vec<Vec<f64>>,
    lower: Vec<bool>,
    weights: Weights,
}

fn weights(n: usize) -> BoxedStrategy<Weights> {
    let ids = || NAMES[..n].iter().map(|s| (*s).to_owned());
    let points = prop::collection::vec(1.0..100.0f64, n);
    let order = Just(ids().collect::<Vec<_>>()).prop_shuffle();
    let comparisons = prop::collection::vec(1.0..9.0f64, n * n);
    prop_oneof![
        Just(Weights::Any),
        comparisons.clone().prop_map(move |c| {
            let entry = |i: usize, j: usize| match i.cmp(&j) {
                std::cmp::Ordering::Less => c[i * n + j],
                std::cmp::Ordering::Equal => 1.0,
                std::cmp::Ordering::Greater => 1.0 / c[j * n + i],
            };
            let matrix = (0..n).map(|i| (0..n).map(|j| entry(i, j)).collect()).collect();
            Weights::Pairwise {
                order: ids_of(n).collect(),
                matrix,
            }
        }),
        comparisons.prop_map(move |c| {
            let most = c[0];
            let some = |from: usize| -> Vec<(String, f64)> {
                ids_of(n)
                    .zip(&c[from..])
                    .map(|(id, x)| (id, x.min(most)))
                    .collect()
            };
            let (mut to, mut from) = (some(0), some(n.min(c.len() - n)));
            (to[0].1, to[n - 1].1) = (1.0, most);
            (from[0].1, from[n - 1].1) = (most, 1.0);
            Weights::BestWorst {
                best: NAMES[0].to_owned(),
                worst: NAMES[n - 1].to_owned(),
                best_to_others: to.into_iter().collect(),
                others_to_worst: from.into_iter().collect(),
            }
        }),
        (points.clone(), 0.0..0.6f64).prop_map(move |(p, band)| Weights::swing(ids_of(n).zip(p), Some(band))),
        points.prop_map(move |p| Weights::Points {
            points: ids_of(n).zip(p).collect(),
            band: None
        }),
        order
            .clone()
            .prop_map(|o| Weights::Ranking(o.into_iter().map(Tied::One).collect())),
        (order, prop::collection::vec((0.2..1.0f64, 1.0..4.0f64), n - 1)).prop_map(|(o, bounds)| {
            Weights::Statements(
                o.iter()
                    .zip(o.iter().skip(1))
                    .zip(bounds)
                    .enumerate()
                    .map(|(i, ((a, b), (lo, hi)))| match i % 4 {
                        0 => WeightStatement::Ratio(a.clone(), b.clone(), lo, hi),
                        1 => WeightStatement::AtLeast(a.clone(), b.clone()),
                        2 => WeightStatement::ExactRatio(a.clone(), b.clone(), hi),
                        _ => WeightStatement::Weight(b.clone(), 0.0, lo),
                    })
                    .collect(),
            )
        }),
    ]
    .boxed()
}

fn ids_of(n: usize) -> impl Iterator<Item = String> + Clone {
    NAMES.into_iter().take(n).map(str::to_owned)
}

prop_compose! {
    fn table()(n in 2usize..6, m in 2usize..5)(
        figures in prop::collection::vec(prop::collection::vec(0.0..100.0f64, m), n),
        lower in prop::collection::vec(any::<bool>(), n),
        weights in weights(n),
    ) -> Table {
        Table { figures, lower, weights }
    }
}

impl Table {
    fn problem(&self) -> DecisionProblem {
        let outcomes = self.lower.iter().zip(NAMES).map(|(lower, id)| {
            if *lower {
                Criterion::lower(id, 0.0, 100.0)
            } else {
                Criterion::higher(id, 0.0, 100.0)
            }
        });
        let m = self.figures[0].len();
        let cells = self.figures.iter().zip(NAMES).map(|(row, id)| {
            (
                id,
                Performances::apart(
                    OPTIONS
                        .iter()
                        .copied()
                        .zip(row.iter().map(|x| Performance::Number(*x))),
                ),
            )
        });
        let mut p = DecisionProblem::new(outcomes, OPTIONS.into_iter().take(m), cells, self.weights.clone());
        p.draws = 2_000;
        p
    }
}

fn fit(p: &DecisionProblem) -> Fit {
    compute(p).unwrap().fit.unwrap()
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9
}

fn same(a: &Fit, b: &Fit, option: &str, image: &str) -> bool {
    close(a.values[option], b.values[image])
        && close(a.first_rank[option], b.first_rank[image])
        && a.rank_acceptability[option]
            .iter()
            .zip(&b.rank_acceptability[image])
            .all(|(x, y)| close(*x, *y))
        && a.ranks[option] == b.ranks[image]
}

fn cells_map(p: &DecisionProblem, f: impl Fn(f64) -> f64) -> ById<Performances> {
    p.cells
        .iter()
        .map(|(id, c)| {
            let Performances::Apart(c) = c else {
                return (id.to_owned(), c.clone());
            };
            let mapped = c.iter().map(|(o, x)| match x {
                Performance::Number(x) => (o.to_owned(), Performance::Number(f(*x))),
                other => (o.to_owned(), *other),
            });
            (id.to_owned(), Performances::apart(mapped))
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_options_and_outcomes_does_not_matter(t in table()) {
        let p = t.problem();
        let mut q = p.clone();
        q.options.reverse();
        q.outcomes.reverse();
        let (a, b) = (fit(&p), fit(&q));
        prop_assert!(close(a.entropy, b.entropy));
        for o in &p.options {
            prop_assert!(same(&a, &b, o, o), "{o}: {a:?} {b:?}");
        }
    }

    #[test]
    fn units_do_not_matter(t in table(), scale in 0.01..50.0f64, shift in -100.0..100.0f64) {
        let p = t.problem();
        let mut q = p.clone();
        q.cells = cells_map(&p, |x| x * scale + shift);
        for o in &mut q.outcomes {
            o.range = o.range.map(|r| r.map(|x| x * scale + shift));
        }
        let (a, b) = (fit(&p), fit(&q));
        for o in &p.options {
            prop_assert!(same(&a, &b, o, o));
        }
    }

    #[test]
    fn mirroring_an_outcome_does_not_matter(t in table()) {
        let p = t.problem();
        let mut q = p.clone();
        q.cells = cells_map(&p, |x| -x);
        for o in &mut q.outcomes {
            o.range = o.range.map(|[lo, hi]| [-hi, -lo]);
            o.better = o.better.map(|b| if b == PreferenceDirection::Lower { PreferenceDirection::Higher } else { PreferenceDirection::Lower });
        }
        let (a, b) = (fit(&p), fit(&q));
        for o in &p.options {
            prop_assert!(same(&a, &b, o, o));
        }
    }

    #[test]
    fn a_dominated_option_is_never_above(mut t in table()) {
        for (row, lower) in t.figures.iter_mut().zip(&t.lower) {
            row[1] = if *lower { (row[0] + 1.0).min(100.0) } else { (row[0] - 1.0).max(0.0) };
        }
        let better_somewhere = t.figures.iter().any(|r| r[0] != r[1]);
        let p = t.problem();
        let f = fit(&p);
        prop_assert!(close(f.pairwise["w"]["v"], 0.0));
        prop_assert!(!better_somewhere || f.dominated["w"].contains(&"v".to_owned()));
        prop_assert!(f.values["w"] <= f.values["v"] + 1e-12);
    }

    #[test]
    fn a_duplicate_shares_its_places(mut t in table()) {
        for row in &mut t.figures {
            row[1] = row[0];
        }
        let p = t.problem();
        for f in [fit(&p), compute_with(&p, 0).unwrap().fit.unwrap()] {
            prop_assert!(same(&f, &f, "v", "w"));
            prop_assert_eq!(f.pairwise["v"]["w"], 0.0);
            prop_assert!(f.rank_acceptability["v"].last().unwrap().abs() < 1e-12);
        }
    }

    #[test]
    fn splitting_an_outcome_keeps_totals(t in table(), w in prop::collection::vec(0.01..1.0f64, 6), part in 0.0..1.0f64) {
        let n = t.figures.len();
        let sum: f64 = w[..n].iter().sum();
        let exact: Vec<f64> = w[..n].iter().map(|x| x / sum).collect();
        let mut whole = t.problem();
        whole.weights = Weights::exact(ids_of(n).zip(exact.clone()));
        let mut split = whole.clone();
        let mut twin = split.outcomes[0].clone();
        twin.id = "twin".to_owned();
        split.outcomes.push(twin);
        split.cells.push("twin", whole.cells.get("a").unwrap().clone());
        let mut given: Vec<(String, f64)> = ids_of(n).zip(exact).collect();
        given.push(("twin".to_owned(), given[0].1 * part));
        given[0].1 *= 1.0 - part;
        split.weights = Weights::exact(given);
        let (a, b) = (fit(&whole), fit(&split));
        for o in &whole.options {
            prop_assert!((a.values[o] - b.values[o]).abs() < 1e-12);
        }
    }

    #[test]
    fn contributions_sum_to_the_total(t in table()) {
        let f = fit(&t.problem());
        for (o, parts) in f.contributions.iter() {
            let sum: f64 = parts.iter().map(|(_, x)| *x).sum();
            prop_assert!((sum - f.values[o]).abs() < 1e-12);
        }
    }

    #[test]
    fn weights_are_weights(t in table()) {
        let s = compute(&t.problem()).unwrap().weights;
        for w in [&s.point, &s.mean] {
            prop_assert!(w.iter().all(|(_, x)| *x >= -1e-15));
            prop_assert!((w.iter().map(|(_, x)| *x).sum::<f64>() - 1.0).abs() < 1e-12);
        }
        for (id, mean) in s.mean.iter() {
            prop_assert!(s.min[id] - 1e-9 <= *mean && *mean <= s.max[id] + 1e-9);
            prop_assert!(s.min[id] - 1e-9 <= s.point[id] && s.point[id] <= s.max[id] + 1e-9);
        }
    }

    #[test]
    fn shares_add_up(t in table()) {
        let s = compute(&t.problem()).unwrap();
        let f = s.fit.unwrap();
        prop_assert_eq!(f.how, How::Exact);
        // Two options that are alike tie everywhere; that is another property's business.
        let tied = f.pairwise.iter().any(|(a, row)| {
            row.iter().any(|(b, x)| a != b && x + f.pairwise[b][a] < 0.5)
        });
        prop_assume!(!tied);
        for (o, row) in f.rank_acceptability.iter() {
            prop_assert!((row.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{}", o);
        }
        // Without ties, first places and the weights that go with them add up to everything.
        prop_assert!((f.first_rank.iter().map(|(_, x)| *x).sum::<f64>() - 1.0).abs() < 1e-9);
        for (id, mean) in s.weights.mean.iter() {
            let sum: f64 = f
                .central_weights
                .iter()
                .filter_map(|(o, c)| Some(f.first_rank[o] * c.as_ref()?[id]))
                .sum();
            prop_assert!((sum - mean).abs() < 1e-9, "{}: {} {}", id, sum, mean);
        }
        for (a, row) in f.pairwise.iter() {
            for (b, x) in row.iter().filter(|(b, _)| *b != a) {
                prop_assert!((x + f.pairwise[b][a] - 1.0).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn draws_come_close_to_exact_and_repeat(t in table(), seed in any::<u32>()) {
        let mut p = t.problem();
        p.seed = u64::from(seed);
        let exact = fit(&p);
        let drawn = compute_with(&p, 0).unwrap();
        prop_assert_eq!(&drawn, &compute_with(&p, 0).unwrap());
        let drawn = drawn.fit.unwrap();
        for (o, want) in exact.rank_acceptability.iter() {
            for (x, y) in drawn.rank_acceptability[o].iter().zip(want) {
                let tolerance = 5.0 * (y * (1.0 - y) / 2_000.0).max(0.0).sqrt() + 2e-3;
                prop_assert!((x - y).abs() <= tolerance, "{}: {} {}", o, x, y);
            }
        }
    }
}
