//! The workloads that are timed: six options, six outcomes, and what is known of weights and figures.

use weighup_core::compute::{Criterion, DecisionProblem, Performance, Performances, Weights};
use weighup_core::fit::{
    Acceptability, AcceptabilityError, AcceptabilitySettings, Evidence, Outside, PartialValue,
    PreferenceDirection, Uncertain, acceptability,
};
use weighup_core::values::{Allowed, Statement, ValuesError, statements};

/// Options and outcomes.
pub const SIZE: usize = 6;

/// A workload.
#[derive(Clone, Debug)]
pub struct Workload {
    /// Name.
    pub name: &'static str,
    allowed: Allowed,
    values: Vec<PartialValue>,
    evidence: Vec<Evidence>,
}

/// Three options, proportions with beta distributions, swing answers with a band: what a person's answers ask for.
#[must_use]
pub fn real_aid(outcomes: usize) -> DecisionProblem {
    let ids: Vec<String> = (0..outcomes).map(|j| format!("outcome-{j}")).collect();
    let options = ["watch", "operate", "radiate"];
    let cells = ids.iter().enumerate().map(|(j, id)| {
        let cell = |i: usize| {
            let events = 5.0 + 80.0 * figure(i, j);
            Performance::Beta([events, 550.0 - events])
        };
        (
            id.clone(),
            Performances::apart(options.iter().enumerate().map(|(i, o)| (*o, cell(i)))),
        )
    });
    let points = ids
        .iter()
        .enumerate()
        .map(|(j, id)| (id.clone(), 100.0 - 10.0 * (j % 7) as f64));
    let mut problem = DecisionProblem::new(
        ids.iter().map(|id| Criterion::lower(id.clone(), 0.0, 0.2)),
        options,
        cells,
        Weights::swing(points, Some(0.15)),
    );
    problem.draws = 20_000;
    problem
}

/// What stops a workload from being made.
#[derive(Debug, thiserror::Error)]
pub enum WorkloadError {
    /// The weights.
    #[error(transparent)]
    Values(#[from] ValuesError),
    /// The value functions.
    #[error(transparent)]
    Value(#[from] weighup_core::fit::ValueError),
}

/// A fixed table of figures between 0 and 1, the same as in `acceptability.mjs`.
#[must_use]
pub fn figure(option: usize, outcome: usize) -> f64 {
    ((option * 7 + outcome * 5 + (option * outcome * 3) % 11) % 17) as f64 / 16.0
}

/// Exact figures and any weights; 36 normal figures; exact figures and five ratio bounds.
///
/// # Errors
/// Never, with the numbers written here.
pub fn workloads() -> Result<Vec<Workload>, WorkloadError> {
    let values = |outside| {
        (0..SIZE)
            .map(|_| PartialValue::linear(PreferenceDirection::Higher, [0.0, 1.0], outside))
            .collect::<Result<Vec<_>, _>>()
    };
    let evidence = |cell: fn(f64) -> Uncertain| -> Vec<Evidence> {
        (0..SIZE)
            .map(|j| Evidence::Apart((0..SIZE).map(|i| cell(figure(i, j))).collect()))
            .collect()
    };
    let bounds: Vec<Statement> = (0..SIZE - 1)
        .map(|j| Statement::Ratio(j, j + 1, 1.0, 3.0))
        .collect();
    Ok(vec![
        Workload {
            name: "exact values, any weights",
            allowed: Allowed::any(SIZE),
            values: values(Outside::Clip)?,
            evidence: evidence(Uncertain::Exactly),
        },
        Workload {
            name: "36 normal figures, any weights",
            allowed: Allowed::any(SIZE),
            values: values(Outside::Extrapolate)?,
            evidence: evidence(|m| Uncertain::Normal(m, 0.1)),
        },
        Workload {
            name: "36 normal figures, clipped",
            allowed: Allowed::any(SIZE),
            values: values(Outside::Clip)?,
            evidence: evidence(|m| Uncertain::Normal(m, 0.1)),
        },
        Workload {
            name: "36 beta figures, any weights",
            allowed: Allowed::any(SIZE),
            values: values(Outside::Clip)?,
            evidence: evidence(|m| Uncertain::Beta(1.0 + 50.0 * m, 51.0 - 50.0 * m)),
        },
        Workload {
            name: "exact values, five ratio bounds",
            allowed: statements(SIZE, &bounds)?.allowed,
            values: values(Outside::Clip)?,
            evidence: evidence(Uncertain::Exactly),
        },
    ])
}

impl Workload {
    /// Works it out by drawing.
    ///
    /// # Errors
    /// Never, with the workloads made here.
    pub fn run(&self, draws: u32) -> Result<Acceptability, AcceptabilityError> {
        let settings = AcceptabilitySettings {
            draws,
            seed: 1,
            most_simplices: 0,
            spread: false,
            ..AcceptabilitySettings::default()
        };
        acceptability(&self.allowed, &self.values, &self.evidence, SIZE, &settings)
    }
}
