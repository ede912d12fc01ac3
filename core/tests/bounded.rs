//! Whatever a person may answer, the fit is there within a bounded amount of work.
//!
//! Every way of weighing, with every number of concerns of one's own that the widget takes, and with more outcomes than any
//! aid has. What is bounded is the work, not the time, so that a busy machine fails nothing.

#![cfg(feature = "authoring")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test: failing is how it reports"
)]

#[cfg(test)]
mod common;

use std::path::Path;

use common::aid;
use serde_json::{Value, json};
use weighup_core::aid::{Aid, document::Results};
use weighup_core::consultation::Consultation;
use weighup_core::fit::{
    AcceptabilitySettings, Evidence, Outside, PartialValue, PreferenceDirection, Readings, Uncertain,
};
use weighup_core::values::{Allowed, Constraint, ranking, ratings};
use weighup_core::view::{self, Engine, FitView, Here};

/// What the engine asks for when it works out a page.
const PAGE: AcceptabilitySettings = AcceptabilitySettings {
    draws: view::DRAWS,
    seed: 1,
    most_simplices: 0,
    spread: true,
    work: view::WORK,
};
/// The warm-up of a walk stands beside what is drawn, and the last block may be the first over the bound.
const MOST: u64 = 2 * view::WORK;

/// Comparisons of the most important with every other and of every other with the least, each within a band: the set with
/// the most sides that the widget can ask for.
fn compared(n: usize, times: impl Fn(usize) -> f64) -> Allowed {
    let mut rows = Vec::new();
    let mut within = |more: usize, less: usize, times: f64| {
        for (a, b) in [(1.0, -times / view::TIMES_BAND), (-1.0, times * view::TIMES_BAND)] {
            let mut coefficients = vec![0.0; n];
            coefficients[more] = a;
            coefficients[less] = b;
            rows.push(Constraint {
                coefficients,
                equal: false,
            });
        }
    };
    for other in 1..n {
        within(0, other, times(other));
        if other < n - 1 {
            within(other, n - 1, 9.0 / times(other));
        }
    }
    Allowed::rows(n, rows)
}

/// Answers to `n` things in each way, several of each.
fn answers(n: usize) -> Vec<(&'static str, Allowed)> {
    let points: Vec<f64> = (0..n).map(|j| 100.0 - 10.0 * (j % 8) as f64).collect();
    let order: Vec<Vec<usize>> = (0..n).map(|j| vec![j]).collect();
    let pairs: Vec<Vec<usize>> = order.chunks(2).map(|pair| pair.concat()).collect();
    let together = vec![(0..n).collect::<Vec<_>>()];
    let mut all = vec![
        ("swing", ratings(&points, Some(view::SWING_BAND)).unwrap().allowed),
        (
            "even swing",
            ratings(&vec![50.0; n], Some(view::SWING_BAND)).unwrap().allowed,
        ),
        ("order", ranking(n, &order).unwrap().allowed),
        ("order with ties", ranking(n, &pairs).unwrap().allowed),
        ("all the same", ranking(n, &together).unwrap().allowed),
    ];
    if n > 2 {
        let last = n - 1;
        all.push((
            "most and least, alike",
            compared(n, move |j| if j == last { 9.0 } else { 3.0 }),
        ));
        all.push((
            "most and least",
            compared(n, move |j| if j == last { 9.0 } else { [2.0, 3.0, 4.5][j % 3] }),
        ));
    }
    all
}

#[test]
fn every_way_of_weighing_takes_a_bounded_amount_of_work() {
    let line = PartialValue::linear(PreferenceDirection::Higher, [0.0, 1.0], Outside::Extrapolate).unwrap();
    for n in [2, 3, 5, 7, 9, 11, 12, 13, 19, 39] {
        for (name, allowed) in answers(n) {
            let readings = Readings::new(&allowed, &PAGE).unwrap();
            assert!(
                readings.work() <= MOST,
                "{name}, {n} outcomes: {} steps",
                readings.work()
            );
            let evidence: Vec<Evidence> = (0..n)
                .map(|j| {
                    Evidence::Apart(
                        (0..3)
                            .map(|i| {
                                Uncertain::Exactly(((i * 7 + j * 5 + (i * j * 3) % 11) % 17) as f64 / 16.0)
                            })
                            .collect(),
                    )
                })
                .collect();
            let found = readings
                .acceptability(&vec![line.clone(); n], &evidence, 3)
                .unwrap();
            // Options that tie count each.
            let firsts: f64 = found.rank_acceptability.iter().map(|ranks| ranks[0]).sum();
            assert!(
                (1.0 - 1e-9..3.0 + 1e-9).contains(&firsts),
                "{name}, {n} outcomes: {firsts}"
            );
            // What fewer draws cost is said.
            assert!(
                found.mc_error.iter().all(|e| *e <= 0.08),
                "{name}, {n} outcomes: {:?}",
                found.mc_error
            );
        }
    }
}

/// Walks resemble themselves: the error they report is the one they have.
#[test]
fn the_error_of_a_walk_is_what_other_seeds_show() {
    let line = PartialValue::linear(PreferenceDirection::Higher, [0.0, 1.0], Outside::Extrapolate).unwrap();
    let n = 10;
    let allowed = compared(n, |j| if j == 9 { 9.0 } else { [2.0, 3.0, 4.5][j % 3] });
    let evidence: Vec<Evidence> = (0..n)
        .map(|j| {
            Evidence::Apart(
                (0..3)
                    .map(|i| Uncertain::Exactly(((i * 7 + j * 5 + (i * j * 3) % 11) % 17) as f64 / 16.0))
                    .collect(),
            )
        })
        .collect();
    let run = |seed| {
        let settings = AcceptabilitySettings {
            seed,
            draws: 4_000,
            ..PAGE
        };
        let readings = Readings::new(&allowed, &settings).unwrap();
        readings
            .acceptability(&vec![line.clone(); n], &evidence, 3)
            .unwrap()
    };
    let runs: Vec<_> = (1..=24).map(run).collect();
    for option in 0..3 {
        let shares: Vec<f64> = runs.iter().map(|r| r.rank_acceptability[option][0]).collect();
        let mean = shares.iter().sum::<f64>() / 24.0;
        let seen = (shares.iter().map(|s| (s - mean) * (s - mean)).sum::<f64>() / 23.0).sqrt();
        let said = runs.iter().map(|r| r.mc_error[option]).sum::<f64>() / 24.0;
        assert!(
            seen <= 1.6 * said + 1e-6,
            "option {option}: {seen} seen, {said} said"
        );
    }
}

fn prostate() -> Aid {
    aid(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../decision-aids/prostate-localised"))
}

/// Saved answers of someone who rated some concerns of their own and weighed everything in one way.
fn saved(aid: &Aid, concerns: usize, method: &str) -> String {
    let fresh = Consultation::new(aid);
    let mut saved: Value = serde_json::from_str(&fresh.save(aid, Here.hash(aid))).unwrap();
    let options: Vec<String> = aid.options().iter().map(|o| o.id.to_string()).collect();
    let own: Vec<Value> = (1..=concerns)
        .map(|k| {
            let ratings: serde_json::Map<String, Value> = options
                .iter()
                .enumerate()
                .map(|(i, o)| (o.clone(), json!((i * 2 + k) % 5)))
                .collect();
            json!({"id": format!("own-{k}"), "words": format!("Concern {k}"), "ratings": ratings})
        })
        .collect();
    let weighed = [
        "death-prostate",
        "spread",
        "pads",
        "erections",
        "bowel-leak",
        "night-urine",
    ];
    let mut things: Vec<Value> = weighed.iter().map(|id| json!({"outcome": id})).collect();
    things.extend((1..=concerns).map(|k| json!({"concern": format!("own-{k}")})));
    let last = things.len() - 1;
    let times: Vec<Value> = (1..=last)
        .flat_map(|at| {
            let up = if at == last { 9 } else { [2, 3, 5][at % 3] };
            let down = [5, 3, 2][at % 3];
            let first = json!([things[0], things[at], up]);
            let second = (at != last).then(|| json!([things[at], things[last], down]));
            std::iter::once(first).chain(second)
        })
        .collect();
    let shares: Vec<Value> = things.iter().map(|t| json!([t, 10])).collect();
    let points: Vec<Value> = things
        .iter()
        .enumerate()
        .map(|(at, t)| json!([t, 100 - 10 * at]))
        .collect();
    let ranked: Vec<Value> = things.iter().map(|t| json!([t])).collect();
    let weighing = json!({
        "method": method,
        "swing": {"first": things[0], "points": points},
        "ranking": ranked,
        "shares": shares,
        "best_worst": {"best": things[0], "worst": things[last], "times": times},
    });
    saved["answers"]["concerns"] = Value::Array(own);
    saved["answers"]["weighings"] = json!({"patient": weighing});
    saved.to_string()
}

#[test]
fn the_fullest_answers_to_a_real_aid_have_a_fit() {
    let aid = prostate();
    for method in ["swing", "ranking", "points", "best-worst"] {
        for concerns in 0..=5 {
            let text = saved(&aid, concerns, method);
            let restored = Consultation::restore(&aid, &text, Here.hash(&aid)).unwrap();
            assert!(
                restored.dropped.is_empty(),
                "{method}, {concerns}: {:?}",
                restored.dropped
            );
            let fit = view::fit(&aid, &restored.consultation, Results::Fit, &Here);
            assert!(matches!(fit, FitView::Ready(_)), "{method}, {concerns}: {fit:?}");
        }
    }
}
