//! Published acceptability analyses, reproduced within the tolerances stated in `data/smaa_published.json`
//! (computed with R smaa 0.3-2 and hitandrun 0.5-6; example problems of drugis/mcda-elicitation-web).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test: failing is how it reports"
)]

use serde_json::Value;
use weighup_core::compute::{
    ById, Covariance, Criterion, DecisionProblem, Fit, Performance, Performances, RelativePerformances,
    WeightStatement, Weights, compute,
};
use weighup_core::fit::{Link, Outside};

const DRAWS: u32 = 20_000;

fn text(v: &Value) -> String {
    v.as_str().unwrap().to_owned()
}

fn numbers(v: &Value) -> Vec<f64> {
    v.as_array()
        .unwrap()
        .iter()
        .map(|x| x.as_f64().unwrap())
        .collect()
}

fn pair(v: &Value) -> [f64; 2] {
    [v[0].as_f64().unwrap(), v[1].as_f64().unwrap()]
}

fn problem(raw: &Value, preferences: &Value) -> DecisionProblem {
    let options: Vec<String> = raw["alternatives"].as_array().unwrap().iter().map(text).collect();
    let outcomes: Vec<Criterion> = raw["criteria"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| {
            let [low, high] = pair(&c["pvf"]["range"]);
            let id = text(&c["id"]);
            let mut o = match c["pvf"]["direction"].as_str().unwrap() {
                "decreasing" => Criterion::lower(id, low, high),
                _ => Criterion::higher(id, low, high),
            };
            o.outside = Outside::Extrapolate;
            o
        })
        .collect();
    let measurements = raw["measurements"].as_array().unwrap();
    let cells: ById<Performances> = outcomes
        .iter()
        .map(|o| {
            let of: Vec<&Value> = measurements
                .iter()
                .filter(|m| m["criterion"] == o.id.as_str())
                .collect();
            let cells = match of[0].get("relative_logit_normal") {
                Some(r) => {
                    let order: Vec<String> = r["alternatives"].as_array().unwrap().iter().map(text).collect();
                    Performances::Relative {
                        relative: RelativePerformances {
                            link: Link::Logit,
                            baseline: Performance::Normal(pair(&r["baseline_normal"])),
                            mean: order.iter().cloned().zip(numbers(&r["mu"])).collect(),
                            cov: Some(Covariance {
                                order,
                                data: r["cov"].as_array().unwrap().iter().map(numbers).collect(),
                            }),
                        },
                    }
                }
                None => Performances::apart(of.iter().map(|m| {
                    let cell = match m.get("beta") {
                        Some(b) => Performance::Beta(pair(b)),
                        None => Performance::Number(m["exact"].as_f64().unwrap()),
                    };
                    (text(&m["alternative"]), cell)
                })),
            };
            (o.id.clone(), cells)
        })
        .collect();
    let said: Vec<WeightStatement> = preferences
        .as_array()
        .unwrap()
        .iter()
        .map(|p| {
            let (a, b) = (text(&p["criteria"][0]), text(&p["criteria"][1]));
            match p["type"].as_str().unwrap() {
                "ordinal" => WeightStatement::AtLeast(a, b),
                "exact swing" => WeightStatement::ExactRatio(a, b, p["ratio"].as_f64().unwrap()),
                _ => {
                    let [lo, hi] = pair(&p["bounds"]);
                    WeightStatement::Ratio(a, b, lo, hi)
                }
            }
        })
        .collect();
    let weights = if said.is_empty() {
        Weights::Any
    } else {
        Weights::Statements(said)
    };
    let mut p = DecisionProblem::new(
        outcomes,
        options,
        cells.iter().map(|(k, v)| (k.to_owned(), v.clone())),
        weights,
    );
    p.draws = DRAWS;
    p
}

fn near(what: &str, got: f64, want: f64, se: f64, n: f64) {
    let tolerance = 5.0 * (want * (1.0 - want) / n + se * se).sqrt() + 1e-12;
    assert!(
        (got - want).abs() <= tolerance,
        "{what}: {got}, reference {want}, tolerance {tolerance}"
    );
}

#[test]
fn reference_cases() {
    let file: Value = serde_json::from_str(include_str!("data/smaa_published.json")).unwrap();
    for case in file["cases"].as_array().unwrap() {
        let id = text(&case["id"]);
        let p = problem(&file["problems"][text(&case["problem"])], &case["preferences"]);
        let fit: Fit = compute(&p).unwrap().fit.unwrap();
        let r = &case["reference"];
        let options: Vec<String> = r["alternatives"].as_array().unwrap().iter().map(text).collect();
        let outcomes: Vec<String> = r["criteria"].as_array().unwrap().iter().map(text).collect();
        let n = f64::from(DRAWS);
        for (i, o) in options.iter().enumerate() {
            for (k, got) in fit.rank_acceptability[o].iter().enumerate() {
                let (want, se) = (&r["rank_acceptability"][i][k], &r["rank_acceptability_se"][i][k]);
                near(
                    &format!("{id} {o} place {k}"),
                    *got,
                    want.as_f64().unwrap(),
                    se.as_f64().unwrap(),
                    n,
                );
            }
            let se = r["confidence_factor_se"][i].as_f64().unwrap();
            let want = r["confidence_factor"][i].as_f64().unwrap();
            near(
                &format!("{id} {o} confidence"),
                fit.confidence[o].unwrap(),
                want,
                se.max(1e-4),
                n,
            );
            for (k, other) in options.iter().enumerate() {
                let want = r["pairwise_winning"][i][k].as_f64().unwrap();
                near(
                    &format!("{id} {o} over {other}"),
                    fit.pairwise[o][other],
                    want,
                    5e-4,
                    n,
                );
            }
            let central = fit.central_weights[o].as_ref().unwrap();
            for (k, c) in outcomes.iter().enumerate() {
                let want = r["central_weights"][i][k].as_f64().unwrap();
                let se = r["central_weights_se"][i][k].as_f64().unwrap();
                // No weight spreads by more than 0.25 around its mean here.
                let tolerance = 5.0 * (0.0625 / (n * fit.first_rank[o]) + se * se).sqrt() + 1e-12;
                let got = central[c];
                assert!(
                    (got - want).abs() <= tolerance,
                    "{id} {o} central {c}: {got}, reference {want}"
                );
            }
        }
        if let Some(published) = case["published"].get("first_rank") {
            for (o, want) in published.as_object().unwrap() {
                let want = want.as_f64().unwrap();
                let got = fit.first_rank[o.as_str()];
                let tolerance = if id.starts_with("hansen") {
                    0.02
                } else {
                    4.0 * (got * (1.0 - got) * (1.0 / n + 1e-4)).sqrt()
                };
                assert!(
                    (got - want).abs() <= tolerance,
                    "{id} {o}: {got}, published {want}"
                );
            }
        }
        if let Some(bits) = case["published"]["second"]["ranking_entropy_bits"].as_f64() {
            assert!((fit.entropy - bits).abs() < 0.02);
        }
    }
}
