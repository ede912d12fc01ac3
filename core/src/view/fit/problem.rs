//! From the aid's figures and the person's answers to the engine's problem, and the engine's answer in our terms.

use crate::aid::{Aid, Cell, Measure, Outcome, Row, Stand, TreatmentOption, document::Better};
use crate::chance::{Amount, AmountSays, Basis, Figure, Range, Spread};
use crate::consultation::Answers;
use crate::consultation::swings::{WeighedAs, ends};
use crate::fit::{
    self, Acceptability, Contributions, Evidence, Outside, PartialValue, Relative, Uncertain, contributions,
};

use super::super::items::{Item, Kind};
use super::super::limits::ruled_out;
use super::elicit::Counted;
use super::sampling::Sampled;

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
    /// Names of items with a range that tells how published figures differ, and not how far off one may be.
    pub(super) spans: Vec<String>,
}

/// Puts together what was drawn and counted with what it is about.
pub(super) fn solve<'a>(
    aid: &'a Aid,
    answers: &Answers,
    items: Vec<&'a Item<'a>>,
    sampled: Sampled,
) -> WorkedOut<'a> {
    let Sampled {
        elicited,
        counted,
        columns,
        kept,
        all,
        among_kept,
    } = sampled;
    let candidates: Vec<Candidate<'a>> = aid
        .options()
        .iter()
        .map(|option| Candidate {
            option,
            out: ruled_out(aid, answers, option),
        })
        .collect();
    let values: Vec<Vec<f64>> = (0..candidates.len())
        .map(|option| {
            columns
                .iter()
                .map(|column| column.xs.get(option).map_or(0.0, |x| column.value.at(*x)))
                .collect()
        })
        .collect();
    let named = |is: &dyn Fn(&Outcome, &Row, &Column) -> bool| -> Vec<String> {
        let weighed = items.iter().zip(&columns);
        let found = weighed.filter(|(item, column)| match item.kind {
            Kind::Outcome(outcome, row) => is(outcome, row, column),
            Kind::Rated(_) | Kind::Unrated => false,
        });
        found.map(|(item, _)| item.in_sentence.clone()).collect()
    };
    let exact = named(&|outcome, row, column| {
        !matches!(outcome.measure, Measure::Levels(_))
            && column.cells.iter().all(|cell| cell.is_exact())
            && !row.cells.iter().any(spans)
    });
    let spans = named(&|_, row, _| row.cells.iter().any(spans));
    WorkedOut {
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
        spans,
    }
}

/// An item as the engine takes it.
pub(super) struct Column {
    /// How good a measurement is over the item's range in this aid. The line goes on beyond the range: a figure that may
    /// be worse than the worst published one counts as worse.
    pub(super) value: PartialValue,
    /// Each option's measurement; of a figure that nobody knows, the middle of what it may be.
    pub(super) xs: Vec<f64>,
    /// What is known of each.
    cells: Vec<Uncertain>,
    /// Whose figure each option has.
    whose: Vec<usize>,
    /// Where all figures were worked out from one by ratios: that one's place, and the ratios.
    ratios: Option<(usize, Vec<Option<[f64; 3]>>)>,
}

impl Column {
    /// What is known for some of the options.
    pub(super) fn evidence(&self, of: &[usize]) -> Evidence {
        if let Some(relative) = self.relative(of) {
            return Evidence::Together(relative);
        }
        let cells = of.iter().filter_map(|at| self.cells.get(*at).copied()).collect();
        let whose = |at: usize| self.whose.get(at).copied().unwrap_or(at);
        // The first of those with the same figure that is there stands for all of them.
        let first = |at: usize| of.iter().position(|other| whose(*other) == whose(at));
        let firsts: Vec<usize> = of.iter().filter_map(|at| first(*at)).collect();
        if firsts.iter().enumerate().all(|(at, first)| at == *first) {
            Evidence::Apart(cells)
        } else {
            Evidence::Alike(cells, firsts)
        }
    }
}

impl Column {
    /// What is known of some of the options where all were worked out from one figure.
    fn relative(&self, of: &[usize]) -> Option<Relative> {
        let (baseline, ratios) = self.ratios.as_ref()?;
        let those = |list: &[usize]| {
            of.iter()
                .filter_map(|at| list.get(*at).copied())
                .collect::<Vec<_>>()
        };
        let ratios: Vec<_> = of.iter().filter_map(|at| ratios.get(*at).copied()).collect();
        Relative::ratios(*self.cells.get(*baseline)?, &ratios, &those(&self.whose))
    }
}

/// The place of the option that all others were worked out from by ratios, and the ratio of each; `None` when some were not.
fn ratios(row: &Row) -> Option<(usize, Vec<Option<[f64; 3]>>)> {
    let baseline = row.worked_out_by.first()?.from;
    let of = |at: usize| {
        let own = row.same(at).map_or(at, |same| same.of);
        if own == baseline {
            return Some(None);
        }
        let mut all = row.worked_out_by.iter();
        let found = all.find(|found| found.from == baseline && found.to == own)?;
        Some(Some(found.contrast.told()?))
    };
    let ratios = (0..row.cells.len()).map(of).collect::<Option<_>>()?;
    Some((baseline, ratios))
}

pub(super) fn column(aid: &Aid, item: &Item<'_>) -> Option<Column> {
    match item.kind {
        Kind::Outcome(outcome, row) => of_figures(outcome, row),
        Kind::Rated(concern) => {
            let rated: Vec<f64> = aid
                .options()
                .iter()
                .filter_map(|option| concern.ratings.get(&option.id).map(|rating| f64::from(*rating)))
                .collect();
            let low = rated.iter().copied().fold(f64::INFINITY, f64::min);
            let high = rated.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            Some(Column {
                value: PartialValue::linear(
                    fit::PreferenceDirection::Higher,
                    [low, high],
                    Outside::Extrapolate,
                )
                .ok()?,
                cells: rated.iter().map(|x| Uncertain::Exactly(*x)).collect(),
                whose: (0..rated.len()).collect(),
                ratios: None,
                xs: rated,
            })
        }
        Kind::Unrated => None,
    }
}

fn of_figures(outcome: &Outcome, row: &Row) -> Option<Column> {
    let [worst, best] = ends(outcome, row)?.map(|end| Stand::number(&end));
    let range = [worst.min(best), worst.max(best)];
    // How good a level is rises with it, whichever end of the list that is.
    let better = match (outcome.better, &outcome.measure) {
        (Better::Higher, _) | (_, Measure::Levels(_)) => fit::PreferenceDirection::Higher,
        (Better::Lower, _) => fit::PreferenceDirection::Lower,
    };
    let cells: Vec<Uncertain> = row
        .cells
        .iter()
        .map(|cell| {
            Some(match (WeighedAs::of(cell)?, cell) {
                (_, Cell::Known(figure)) => evidence(figure),
                (_, Cell::Amount(amount)) => amount_evidence(amount),
                (WeighedAs::At(stand), _) => Uncertain::Exactly(stand.number()),
                (WeighedAs::Between(low, high), _) => Uncertain::Unknown(low.number(), high.number()),
                (WeighedAs::Anything, _) => Uncertain::Unknown(range[0], range[1]),
            })
        })
        .collect::<Option<_>>()?;
    // The figures as published; of those that nobody knows, the middle.
    let xs = row
        .cells
        .iter()
        .zip(&cells)
        .map(|(cell, known)| cell.number().unwrap_or_else(|| known.mean()))
        .collect();
    Some(Column {
        value: PartialValue::linear(better, range, Outside::Extrapolate).ok()?,
        xs,
        cells,
        whose: (0..row.cells.len())
            .map(|at| row.same(at).map_or(at, |same| same.of))
            .collect(),
        ratios: ratios(row),
    })
}

/// Whether a figure has a range between published figures and no other.
fn spans(cell: &Cell) -> bool {
    match cell {
        Cell::Known(figure) => {
            matches!(figure.basis(), Basis::Published { .. })
                && figure.range().is_some_and(|range| !range.is_interval())
        }
        Cell::Amount(amount) => matches!(amount.spread(), Some(Spread::Span { .. })),
        Cell::Level(_) | Cell::Gap(_) => false,
    }
}

/// What the evidence allows an amount to be: normal around the average with its standard error, or the amount itself where
/// nothing measures the doubt. A rate cannot be below 0: it is a gamma number of the same mean and standard error.
fn amount_evidence(amount: &Amount) -> Uncertain {
    let (at, error) = (amount.value().value(), amount.error());
    if error > 0.0 && at > 0.0 && matches!(amount.scale().told, AmountSays::Rate { .. }) {
        let rate = at / (error * error);
        return Uncertain::Gamma(at * rate, rate);
    }
    if error > 0.0 {
        Uncertain::Normal(at, error)
    } else {
        Uncertain::Exactly(at)
    }
}

/// What the evidence allows a figure to be.
///
/// | figure | drawn from |
/// |---|---|
/// | people counted | beta with Jeffreys' prior: `events + 1/2`, `others + 1/2` |
/// | published 95 % interval | beta with the figure as mean and a quarter of the interval, `(high - low) / 3.92`, as standard deviation |
/// | no range, or one between studies or times | the figure itself |
fn evidence(figure: &Figure) -> Uncertain {
    if let Basis::Counted { events, people } = figure.basis() {
        return Uncertain::Beta(
            f64::from(events) + 0.5,
            f64::from(people.saturating_sub(events)) + 0.5,
        );
    }
    let at = figure.proportion();
    let Some(range) = figure.range().filter(|range| Range::is_interval(*range)) else {
        return Uncertain::Exactly(at);
    };
    let (low, high) = (range.low().value(), range.high().value());
    if low >= high {
        return Uncertain::Exactly(at);
    }
    let sd = (high - low) / 3.92;
    let size = at * (1.0 - at) / (sd * sd) - 1.0;
    if at > 0.0 && at < 1.0 && size > 0.0 {
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
