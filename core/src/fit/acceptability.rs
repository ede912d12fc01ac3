//! Stochastic multicriteria acceptability analysis (Lahdelma and Salminen 2001, SMAA-2): weights from everything the
//! answers allow, figures from everything the evidence allows, counted.

use std::sync::Arc;

use super::count::Count;
use super::counting::Counting;
use super::draws::{Cells, Drawing, WeightDraws};
use super::exact;
use super::tally::{Tally, order};
use super::uncertain::{Column, Evidence, FitError};
use super::value::PartialValue;
use crate::values::{Allowed, Budget, MOST_SIMPLICES, Shape, Shaping, ValuesError};

/// Whether results were measured exactly or estimated from draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// They are exact: volumes of the set of weights.
    Exact,
    /// They are estimates from draws, with an error that is told.
    Draws,
}

/// How acceptability is to be worked out: how many draws, and when exact volumes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AcceptabilitySettings {
    /// How many draws are made where something has to be drawn.
    pub draws: u32,
    /// The number that the random numbers follow from.
    pub seed: u64,
    /// Exact volumes are used for exact values while they take at most this many simplices; 0 always draws.
    pub most_simplices: usize,
    /// Whether to collect [`Acceptability::spread`].
    pub spread: bool,
    /// Most steps towards planes that drawing weights by walks may take. A set whose every draw takes many gets fewer
    /// draws, and [`Acceptability::mc_error`] says what that costs. A step takes about a nanosecond.
    pub work: u64,
}

impl Default for AcceptabilitySettings {
    fn default() -> Self {
        Self {
            draws: 100_000,
            seed: 1,
            most_simplices: 60_000,
            spread: true,
            work: 1_000_000_000,
        }
    }
}

/// What holds, and how often, over all weights and figures.
#[derive(Clone, Debug, PartialEq)]
pub struct Acceptability {
    /// Share of readings in which each option takes each place; tied options share the better place.
    pub rank_acceptability: Vec<Vec<f64>>,
    /// Mean of the weights with which an option is first; `None` when it never is.
    pub central_weights: Vec<Option<Vec<f64>>>,
    /// Share of the readings of the evidence in which an option is first (ties count) when its own central weights are
    /// used; `None` when it has none.
    pub confidence: Vec<Option<f64>>,
    /// Share of readings in which the row's option is strictly above the column's.
    pub pairwise: Vec<Vec<f64>>,
    /// Entropy in bits of the distribution over complete rankings: 0 when the order never changes.
    pub entropy: f64,
    /// Standard error of each option's share of first places. Quasi-random draws do at least as well; draws of walks, which
    /// resemble each other, count as the number of independent draws they are worth. 0 when exact.
    pub mc_error: Vec<f64>,
    /// Whether all this is exact or comes from draws.
    pub how: How,
    /// Total value of each option: lowest and highest over the allowed weights when exact, the middle 90 % of the draws
    /// (to 0.002) when drawn. Empty when not asked for.
    pub spread: Vec<(f64, f64)>,
    /// Of the variance of the differences between options, the share that comes from figures that nobody knows
    /// ([`super::Uncertain::Unknown`]), 0 to 1; `None` when there are none.
    pub unknown: Option<f64>,
}

/// Why acceptability could not be worked out.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum AcceptabilityError {
    /// The figures cannot be drawn from.
    #[error(transparent)]
    Fit(#[from] FitError),
    /// The weights cannot be drawn from.
    #[error(transparent)]
    Values(#[from] ValuesError),
    /// No draws were asked for, so that there is nothing to count.
    #[error("no draws: ask for at least 1")]
    NoDraws,
}

/// Weights drawn from what is allowed, once, for one question after another.
#[derive(Clone, Debug)]
pub struct Readings {
    shape: Shape,
    weights: Arc<WeightDraws>,
    settings: AcceptabilitySettings,
}

/// Readings on their way: the shape of the set is found, then the weights are drawn.
pub(crate) struct Preparing {
    shape: Shaping,
    /// How many steps it took so far to find the shape, and how many it may take.
    shaped: u64,
    most: u64,
    /// Known once the shape is.
    found: Option<Result<(Shape, Drawing), AcceptabilityError>>,
    outcomes: usize,
    settings: AcceptabilitySettings,
}

impl Preparing {
    /// Begins. Without exact volumes (`most_simplices` is 0) a set is cut into no more simplices than there are draws to fill
    /// them, and for no longer than walking inside it takes.
    pub(crate) fn new(allowed: &Allowed, settings: &AcceptabilitySettings) -> Self {
        let (shape, most) = match settings.most_simplices {
            0 => (
                allowed
                    .shaping(settings.draws as usize / DRAWS_A_SIMPLEX)
                    .in_pieces(),
                settings.work / SHAPING,
            ),
            _ => (allowed.shaping(MOST_SIMPLICES), u64::MAX),
        };
        Self {
            shape,
            shaped: 0,
            most,
            found: None,
            outcomes: allowed.outcomes(),
            settings: *settings,
        }
    }

    /// Goes on until all weights are drawn (`true`) or the budget is spent.
    pub(crate) fn go(&mut self, budget: &mut Budget) -> bool {
        if !self.shape(budget) {
            return false;
        }
        match self.drawing() {
            Ok((_, drawing)) => drawing.go(budget),
            Err(_) => true,
        }
    }

    /// Finds the shape (`true`) or goes on until the budget is spent.
    fn shape(&mut self, budget: &mut Budget) -> bool {
        let mut part = budget.part(self.most.saturating_sub(self.shaped));
        let found = self.shape.go(&mut part);
        self.shaped = self.shaped.saturating_add(part.taken());
        budget.take(part.taken());
        if found || self.shaped < self.most {
            return found;
        }
        self.shape.give_up();
        self.shape.go(&mut Budget::endless())
    }

    /// The draws, which begin when the shape is known.
    fn drawing(&mut self) -> &mut Result<(Shape, Drawing), AcceptabilityError> {
        let (shape, outcomes, settings) = (&mut self.shape, self.outcomes, &self.settings);
        self.found.get_or_insert_with(|| {
            let shape = shape.take().ok_or(ValuesError::Contradiction(Vec::new()))?;
            let drawing = WeightDraws::begin(&shape, outcomes, settings)?;
            Ok((shape, drawing))
        })
    }

    /// The readings; what is not yet drawn is drawn first.
    pub(crate) fn finish(mut self) -> Result<Readings, AcceptabilityError> {
        self.shape(&mut Budget::endless());
        self.drawing();
        let none = || ValuesError::Contradiction(Vec::new());
        let (shape, drawing) = self.found.ok_or_else(none)??;
        Ok(Readings {
            weights: Arc::new(drawing.finish()),
            shape,
            settings: self.settings,
        })
    }
}

impl Readings {
    /// Draws the weights. Without exact volumes (`most_simplices` is 0) a set is cut into no more simplices than there are
    /// draws to fill them.
    ///
    /// # Errors
    /// Weights that cannot be drawn from.
    pub fn new(allowed: &Allowed, settings: &AcceptabilitySettings) -> Result<Self, AcceptabilityError> {
        Preparing::new(allowed, settings).finish()
    }

    /// How much there was to do before the first draw is counted: steps towards planes, or numbers of corners. Both take
    /// about a nanosecond, and both are bounded whatever the answers.
    #[must_use]
    pub fn work(&self) -> u64 {
        self.weights.work()
    }

    /// Works out the acceptability of options: `values` has a function per outcome, `evidence` what is known of it for all
    /// options.
    ///
    /// # Errors
    /// Evidence that cannot be drawn from.
    pub fn acceptability(
        &self,
        values: &[PartialValue],
        evidence: &[Evidence],
        options: usize,
    ) -> Result<Acceptability, AcceptabilityError> {
        Ok(self.counting(values, evidence, options)?.finish())
    }

    /// Begins to work it out.
    pub(crate) fn counting(
        &self,
        values: &[PartialValue],
        evidence: &[Evidence],
        options: usize,
    ) -> Result<Counting, AcceptabilityError> {
        let columns: Vec<Column<'_>> = values
            .iter()
            .zip(evidence)
            .map(|(value, evidence)| Column { value, evidence })
            .collect();
        begin(&self.shape, &self.weights, &columns, options, &self.settings)
    }
}

/// Draws that a simplex gets on average before cutting a set into so many is worth it.
const DRAWS_A_SIMPLEX: usize = 2;
/// The part of the work of drawing, one in so many, that cutting a set into simplices may take before it is walked in as it is.
const SHAPING: u64 = 3;

/// Works out the acceptability of options: `values` has a function per outcome, `evidence` what is known of it for all
/// options.
///
/// # Errors
/// Evidence or weights that cannot be drawn from.
pub fn acceptability(
    allowed: &Allowed,
    values: &[PartialValue],
    evidence: &[Evidence],
    options: usize,
    settings: &AcceptabilitySettings,
) -> Result<Acceptability, AcceptabilityError> {
    Readings::new(allowed, settings)?.acceptability(values, evidence, options)
}

/// As [`acceptability`], for a set already prepared.
pub(crate) fn over(
    shape: &Shape,
    weights: &Arc<WeightDraws>,
    columns: &[Column<'_>],
    options: usize,
    settings: &AcceptabilitySettings,
) -> Result<Acceptability, AcceptabilityError> {
    Ok(begin(shape, weights, columns, options, settings)?.finish())
}

fn begin(
    shape: &Shape,
    weights: &Arc<WeightDraws>,
    columns: &[Column<'_>],
    options: usize,
    settings: &AcceptabilitySettings,
) -> Result<Counting, AcceptabilityError> {
    let exact_values = columns.iter().all(|c| c.evidence.is_exact());
    if settings.draws == 0 && !(exact_values && matches!(shape, Shape::Point(_))) {
        return Err(AcceptabilityError::NoDraws);
    }
    let table = middle_values(columns, options);
    if exact_values && let Some(result) = exactly(shape, &table, settings) {
        return Ok(Counting::Known(Box::new(result)));
    }
    let cells = Cells::new(columns, options, settings.seed)?;
    let count = Count::new(weights.clone(), cells, options, columns.len(), settings);
    Ok(Counting::new(count))
}

/// The values that options have at the middle of the evidence: one row per option, one column per outcome.
pub(crate) fn middle_values(columns: &[Column<'_>], options: usize) -> Vec<Vec<f64>> {
    let by_outcome: Vec<Vec<f64>> = columns
        .iter()
        .map(|c| c.evidence.middle().iter().map(|x| c.value.at(*x)).collect())
        .collect();
    (0..options)
        .map(|i| {
            by_outcome
                .iter()
                .map(|c: &Vec<f64>| c.get(i).copied().unwrap_or(0.0))
                .collect()
        })
        .collect()
}

fn exactly(shape: &Shape, table: &[Vec<f64>], settings: &AcceptabilitySettings) -> Option<Acceptability> {
    let total = |row: &Vec<f64>, w: &Vec<f64>| -> f64 { row.iter().zip(w).map(|(v, w)| v * w).sum() };
    let (tally, spread) = match shape {
        Shape::Point(w) => {
            let totals: Vec<f64> = table.iter().map(|r| total(r, w)).collect();
            let mut tally = Tally::new(table.len(), w.len());
            tally.add(1.0, &order(&totals), w);
            (tally, totals.iter().map(|t| (*t, *t)).collect())
        }
        Shape::Pieces(polytope, whole, frame) => {
            if settings.most_simplices == 0 {
                return None;
            }
            let spread = table
                .iter()
                .map(|r| {
                    polytope
                        .vertices
                        .iter()
                        .map(|v| total(r, &v.w))
                        .fold((f64::INFINITY, f64::NEG_INFINITY), |(lo, hi), t| {
                            (lo.min(t), hi.max(t))
                        })
                })
                .collect();
            (
                exact::measure(polytope, whole, frame, table, settings.most_simplices)?,
                spread,
            )
        }
        Shape::Rows(_) | Shape::Band { .. } => return None,
    };
    let mut result = tally.finish();
    result.confidence = result
        .central_weights
        .iter()
        .map(|c| c.as_ref().map(|_| 1.0))
        .collect();
    result.spread = if settings.spread { spread } else { Vec::new() };
    Some(result)
}
