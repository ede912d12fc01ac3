//! From the aid's figures and the person's answers to the engine's problem, and the engine's answer in our terms.

use crate::aid::{Aid, Cell, Measure, TreatmentOption, document::Better};
use crate::chance::{Amount, Basis, Figure, Spread};
use crate::consultation::{Answers, Person};
use crate::fit::{
    self, Acceptability, AcceptabilitySettings, Contributions, Evidence, Outside, PartialValue, Readings,
    Uncertain, contributions,
};

use super::super::items::{Item, Kind};
use super::super::limits::ruled_out;
use super::elicit::{Counted, elicit};

/// Readings drawn. The share of readings in front is then known to about 1 in 100.
pub const DRAWS: u32 = 20_000;
/// The seed: the same answers give the same result everywhere.
const SEED: u64 = 1;
/// Steps that walks may take: nobody waits longer, whatever the answers. Up to about ten outcomes that is more than
/// [`DRAWS`] takes; beyond, there are fewer draws.
pub const WORK: u64 = 30_000_000;
/// Always draw: nearly every aid has a figure with a range, and one way of working is easier to check.
const SETTINGS: AcceptabilitySettings = AcceptabilitySettings {
    draws: DRAWS,
    seed: SEED,
    most_simplices: 0,
    spread: true,
    work: WORK,
};

/// One option in the problem.
pub(super) struct Candidate<'a> {
    pub(super) option: &'a TreatmentOption,
    /// Why it is ruled out; empty when it is not.
    pub(super) out: Vec<String>,
}

/// Everything worked out: rows are options in the aid's order, columns are items.
pub(super) struct WorkedOut<'a> {
    pub(super) aid: &'a Aid,
    pub(super) items: Vec<&'a Item<'a>>,
    pub(super) candidates: Vec<Candidate<'a>>,
    /// What the weights are made of, in whole numbers.
    pub(super) counted: Counted,
    /// Weights that sum to 1, one per item.
    pub(super) weights: Vec<f64>,
    /// Value of the figure as published, 0 (worst) to 1 (best).
    pub(super) values: Vec<Vec<f64>>,
    pub(super) sums: Contributions,
    /// Over every option.
    pub(super) all: Acceptability,
    /// Over the options that are not ruled out; their places are `kept`.
    pub(super) among_kept: Acceptability,
    pub(super) kept: Vec<usize>,
    /// Names of items whose figures have no range, so that they count as exact.
    pub(super) exact: Vec<String>,
}

/// Works the problem out. `None` when there is nothing the engine can use, which complete answers never are.
pub(super) fn solve<'a>(aid: &'a Aid, answers: &Answers, items: Vec<&'a Item<'a>>) -> Option<WorkedOut<'a>> {
    let whats: Vec<_> = items.iter().map(|item| &item.what).collect();
    let (elicited, counted) = elicit(answers.weighing(Person::Patient), &whats)?;
    let columns: Vec<(PartialValue, Vec<f64>, Vec<Uncertain>)> = items
        .iter()
        .map(|item| column(aid, item))
        .collect::<Option<_>>()?;
    let candidates: Vec<Candidate<'a>> = aid
        .options()
        .iter()
        .map(|option| Candidate {
            option,
            out: ruled_out(aid, answers, option),
        })
        .collect();
    let kept: Vec<usize> = candidates
        .iter()
        .enumerate()
        .filter(|(_, candidate)| candidate.out.is_empty())
        .map(|(at, _)| at)
        .collect();
    let values: Vec<Vec<f64>> = (0..candidates.len())
        .map(|option| {
            columns
                .iter()
                .map(|(value, xs, _)| xs.get(option).map_or(0.0, |x| value.at(*x)))
                .collect()
        })
        .collect();
    let functions: Vec<PartialValue> = columns.iter().map(|(value, ..)| value.clone()).collect();
    let readings = Readings::new(&elicited.allowed, &SETTINGS).ok()?;
    let run = |of: &[usize]| {
        let evidence: Vec<Evidence> = columns
            .iter()
            .map(|(.., cells)| Evidence::Apart(of.iter().filter_map(|at| cells.get(*at).copied()).collect()))
            .collect();
        readings.acceptability(&functions, &evidence, of.len()).ok()
    };
    let everyone: Vec<usize> = (0..candidates.len()).collect();
    let all = run(&everyone)?;
    let among_kept = if kept.len() == everyone.len() || kept.is_empty() {
        all.clone()
    } else {
        run(&kept)?
    };
    let exact = items
        .iter()
        .zip(&columns)
        .filter(|(item, (.., cells))| {
            matches!(item.kind, Kind::Outcome(outcome, _) if !matches!(outcome.measure, Measure::Levels(_)))
                && cells.iter().all(|cell| cell.is_exact())
        })
        .map(|(item, _)| item.in_sentence.clone())
        .collect();
    Some(WorkedOut {
        aid,
        sums: contributions(&values, &elicited.point),
        weights: elicited.point,
        items,
        candidates,
        counted,
        values,
        all,
        among_kept,
        kept,
        exact,
    })
}

/// An item's value function over its range in this aid, with its measurement and evidence for every option.
///
/// The line goes on beyond the range: a figure that may be worse than the worst published one counts as worse.
pub(super) fn column(aid: &Aid, item: &Item<'_>) -> Option<(PartialValue, Vec<f64>, Vec<Uncertain>)> {
    let (better, xs, cells): (_, Vec<f64>, Vec<Uncertain>) = match item.kind {
        Kind::Outcome(outcome, row) => {
            // How good a level is rises with it, whichever end of the list that is.
            let better = match (outcome.better, &outcome.measure) {
                (Better::Higher, _) | (_, Measure::Levels(_)) => fit::PreferenceDirection::Higher,
                (Better::Lower, _) => fit::PreferenceDirection::Lower,
            };
            (
                better,
                row.cells.iter().filter_map(Cell::number).collect(),
                row.cells.iter().filter_map(cell_evidence).collect(),
            )
        }
        Kind::Rated(concern) => {
            let rated: Vec<f64> = aid
                .options()
                .iter()
                .filter_map(|option| concern.ratings.get(&option.id).map(|rating| f64::from(*rating)))
                .collect();
            let cells = rated.iter().map(|x| Uncertain::Exactly(*x)).collect();
            (fit::PreferenceDirection::Higher, rated, cells)
        }
        Kind::Unrated => return None,
    };
    let low = xs.iter().copied().fold(f64::INFINITY, f64::min);
    let high = xs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let value = PartialValue::linear(better, [low, high], Outside::Extrapolate).ok()?;
    Some((value, xs, cells))
}

/// What the evidence allows a cell to be.
fn cell_evidence(cell: &Cell) -> Option<Uncertain> {
    match cell {
        Cell::Known(figure) => Some(evidence(figure)),
        Cell::Amount(amount) => Some(amount_evidence(amount)),
        Cell::Level(level) => Some(Uncertain::Exactly(level.value())),
        Cell::NotKnown(_) => None,
    }
}

/// What the evidence allows an amount to be: normal around the average with its standard error, anything in a span of
/// published points, or the amount itself where nothing measures the doubt.
fn amount_evidence(amount: &Amount) -> Uncertain {
    let (at, error) = (amount.value().value(), amount.error());
    match amount.spread() {
        Some(Spread::Span { low, high }) if low < high => Uncertain::Uniform(low.value(), high.value()),
        _ if error > 0.0 => Uncertain::Normal(at, error),
        _ => Uncertain::Exactly(at),
    }
}

/// What the evidence allows a figure to be.
///
/// | figure | drawn from |
/// |---|---|
/// | people counted | beta with Jeffreys' prior: `events + 1/2`, `others + 1/2` |
/// | published 95 % interval | beta with the figure as mean and a quarter of the interval, `(high - low) / 3.92`, as standard deviation |
/// | span of published points | anything in the span, equally plausible |
/// | no range | the figure itself |
fn evidence(figure: &Figure) -> Uncertain {
    if let Basis::Counted { events, people } = figure.basis() {
        return Uncertain::Beta(
            f64::from(events) + 0.5,
            f64::from(people.saturating_sub(events)) + 0.5,
        );
    }
    let at = figure.proportion();
    let Some(range) = figure.range() else {
        return Uncertain::Exactly(at);
    };
    let (low, high) = (range.low().value(), range.high().value());
    if low >= high {
        return Uncertain::Exactly(at);
    }
    let sd = (high - low) / 3.92;
    let size = at * (1.0 - at) / (sd * sd) - 1.0;
    if range.is_interval() && at > 0.0 && at < 1.0 && size > 0.0 {
        return Uncertain::Beta(at * size, (1.0 - at) * size);
    }
    Uncertain::Uniform(low, high)
}

/// Thousandths of a full bar.
pub(super) fn thousandths(share: f64) -> u16 {
    let whole = (share.clamp(0.0, 1.0) * 1000.0).round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0..=1 before scaling"
    )]
    let whole = whole as u16;
    whole
}
