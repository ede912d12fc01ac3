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

use std::collections::BTreeMap;

use common::aid;
use serde_json::{Value, json};
use weighup_core::aid::{Aid, document::Results};
use weighup_core::consultation::{Action, Consultation, Method};
use weighup_core::fit::{
    AcceptabilitySettings, Evidence, Outside, PartialValue, PreferenceDirection, Readings, Uncertain,
};
use weighup_core::values::{Allowed, Constraint, ranking, ratings};
use weighup_core::view::{self, Engine, FitView, Here, SLICE, Slice, Working};

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

/// Answers that are alike in one way and unlike in another: what is said of the thing at a place, of so many, counted from 0.
struct Answered {
    name: &'static str,
    method: &'static str,
    /// Points of a swing, 0 to 100 in tens.
    swing: fn(usize) -> usize,
    /// Things at neighbouring places that stand together in an order.
    together: usize,
    /// How many times as much the most important matters as one, and that as the least important.
    times: fn(usize) -> [usize; 2],
    /// The word for one thing next to what matters most; nothing where it is not compared.
    word: fn(usize) -> Option<&'static str>,
}

const ANSWERED: [Answered; 12] = [
    Answered {
        name: "swings apart",
        method: "swing",
        swing: |at| 100 - 10 * (at % 10),
        together: 1,
        times: |_| [3, 3],
        word: |_| None,
    },
    Answered {
        name: "swings alike",
        method: "swing",
        swing: |_| 100,
        together: 1,
        times: |_| [3, 3],
        word: |_| None,
    },
    Answered {
        name: "one swing counts",
        method: "swing",
        swing: |at| if at == 0 { 100 } else { 0 },
        together: 1,
        times: |_| [3, 3],
        word: |_| None,
    },
    Answered {
        name: "an order",
        method: "ranking",
        swing: |_| 0,
        together: 1,
        times: |_| [3, 3],
        word: |_| None,
    },
    Answered {
        name: "an order of pairs",
        method: "ranking",
        swing: |_| 0,
        together: 2,
        times: |_| [3, 3],
        word: |_| None,
    },
    Answered {
        name: "all the same",
        method: "ranking",
        swing: |_| 0,
        together: usize::MAX,
        times: |_| [3, 3],
        word: |_| None,
    },
    Answered {
        name: "points",
        method: "points",
        swing: |_| 0,
        together: 1,
        times: |_| [3, 3],
        word: |_| None,
    },
    Answered {
        name: "most and least, alike",
        method: "best-worst",
        swing: |_| 0,
        together: 1,
        times: |_| [3, 3],
        word: |_| None,
    },
    Answered {
        name: "most and least",
        method: "best-worst",
        swing: |_| 0,
        together: 1,
        times: |at| [[2, 3, 5][at % 3], [5, 3, 2][at % 3]],
        word: |_| None,
    },
    Answered {
        name: "in words, the first alone",
        method: "pairs",
        swing: |_| 0,
        together: 1,
        times: |_| [3, 3],
        word: |_| None,
    },
    Answered {
        name: "in words, alike",
        method: "pairs",
        swing: |_| 0,
        together: 1,
        times: |_| [3, 3],
        word: |_| Some("as-much"),
    },
    Answered {
        name: "in words, all of them",
        method: "pairs",
        swing: |_| 0,
        together: 1,
        times: |_| [3, 3],
        word: |at| ["nearly-as-much", "about-half", "much-less"].get(at % 3).copied(),
    },
];

/// What there is to weigh.
fn things(aid: &Aid, consultation: &Consultation) -> Vec<Value> {
    let view = view::weigh(aid, consultation);
    let items = view.items.iter();
    items
        .map(|item| serde_json::to_value(&item.what).unwrap())
        .collect()
}

/// Somebody who has chosen a group, where there is one to choose, and said nothing else.
fn begun(aid: &Aid) -> Consultation {
    let mut fresh = Consultation::new(aid);
    for axis in aid.to_choose() {
        let group = axis.groups[0].id.as_str().try_into().unwrap();
        fresh.apply(aid, Action::choose_group(group)).unwrap();
    }
    fresh
}

/// For every number of things that a published aid has people weigh, the aid with the most options.
fn sizes() -> Vec<Aid> {
    let mut found: BTreeMap<usize, Aid> = BTreeMap::new();
    for folder in common::aids() {
        let aid = aid(&folder);
        let fresh = begun(&aid);
        let weighed = things(&aid, &fresh).len();
        let more = |other: &Aid| other.options().len() < aid.options().len();
        if aid.results() == Results::Fit && weighed > 0 && found.get(&weighed).is_none_or(more) {
            found.insert(weighed, aid);
        }
    }
    found.into_values().collect()
}

/// Saved answers of someone who rated some concerns of their own, weighed everything in one way, and ruled something out.
fn saved(aid: &Aid, concerns: usize, said: &Answered, rules_out: bool) -> String {
    let fresh = begun(aid);
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
    saved["answers"]["concerns"] = Value::Array(own);
    // What there is to weigh is what the step shows.
    let text = saved.to_string();
    let restored = Consultation::restore(aid, &text, Here.hash(aid)).unwrap();
    let things: Vec<Value> = things(aid, &restored.consultation);
    let last = things.len() - 1;
    let times: Vec<Value> = (1..=last)
        .flat_map(|at| {
            let [up, down] = (said.times)(at);
            let first = json!([things[0], things[at], if at == last { 9 } else { up }]);
            let second = (at != last).then(|| json!([things[at], things[last], down]));
            std::iter::once(first).chain(second)
        })
        .collect();
    let each = 20 / things.len() * 5;
    let share = |at: usize| if at == 0 { 100 - each * last } else { each };
    let points: Vec<Value> = things
        .iter()
        .enumerate()
        .map(|(at, t)| json!([t, (said.swing)(at)]))
        .collect();
    let shares: Vec<Value> = things
        .iter()
        .enumerate()
        .map(|(at, t)| json!([t, share(at)]))
        .collect();
    let ranked: Vec<Value> = things
        .chunks(said.together.min(things.len()))
        .map(|t| json!(t))
        .collect();
    let words: Vec<Value> = (1..things.len())
        .filter_map(|at| Some(json!([things[0], things[at], (said.word)(at)?])))
        .collect();
    saved["answers"]["weighings"] = json!({"patient": {
        "method": said.method,
        "pairs": {"most": things[0], "said": words},
        "swing": {"first": things[0], "points": points},
        "ranking": ranked,
        "shares": shares,
        "best_worst": {"best": things[0], "worst": things[last], "times": times},
    }});
    if rules_out {
        saved["answers"]["deal_breakers"] = json!([{"option": options[0]}]);
    }
    saved.to_string()
}

/// What a slice may take beyond its steps: the last piece of work, which is never set aside. One sweep of all walks, the pairs of the
/// corners of a set, a block of draws of every figure.
const PIECE: u64 = 1_100_000;
/// What a page may ask for in all: the walks, their warm-up, and twice the counting.
const IN_ALL: u64 = 3 * view::WORK;

/// Every number of things that an aid has people weigh, every way of answering, alike and unlike, with every number of concerns of
/// one's own that the widget takes and with an option ruled out: no slice is longer than another, and what comes of all slices is what
/// comes of all at once.
#[test]
fn whatever_is_answered_is_worked_out_in_slices() {
    for method in Method::ALL {
        let name = serde_json::to_value(method).unwrap();
        assert!(
            ANSWERED.iter().any(|said| name == said.method),
            "{name} is not walked"
        );
    }
    let (mut most, mut longest) = ((0, String::new()), (0, String::new()));
    for aid in sizes() {
        for said in &ANSWERED {
            for (concerns, rules_out) in (0..=5).map(|c| (c, false)).chain([(5, true)]) {
                let text = saved(&aid, concerns, said, rules_out);
                let restored = Consultation::restore(&aid, &text, Here.hash(&aid)).unwrap();
                let weighed = things(&aid, &restored.consultation).len();
                let place = format!("{}, {}, {weighed} things", aid.id(), said.name);
                assert!(restored.dropped.is_empty(), "{place}: {:?}", restored.dropped);
                let mut working = Working::new(&aid, restored.consultation.answers().clone());
                // The most and the least important are two things.
                if weighed < 2 && said.method == "best-worst" {
                    continue;
                }
                assert!(!working.is_done(), "{place}: {:?}", working.finish(&aid));
                let mut all = 0;
                loop {
                    let Slice { done, steps } = working.go();
                    assert!(steps <= SLICE + PIECE, "{place}: a slice of {steps} steps");
                    all += steps;
                    if steps > longest.0 {
                        longest = (steps, place.clone());
                    }
                    if done {
                        break;
                    }
                }
                assert!(all <= IN_ALL, "{place}: {all} steps in all");
                if all > most.0 {
                    most = (all, place.clone());
                }
                let view = working.finish(&aid);
                assert!(matches!(view, FitView::Ready(_)), "{place}: {view:?}");
                if concerns == 5 {
                    let whole = Here.fit(&aid, restored.consultation.answers()).unwrap();
                    assert_eq!(view, whole, "{place}");
                }
            }
        }
    }
    println!("most: {most:?}, longest slice: {longest:?}");
    assert!(most.0 > SLICE, "some answers take more than one slice");
}
