//! The question a widget asks of an engine, and the reading it gets back, as plain numbers.
//!
//! The engine is a file of its own that a page loads behind the widget: a phone shows the first step before it has the
//! arithmetic of the seventh. See `docs/decisions/0010-the-engine-comes-after.md`.

use super::value::{Better, Outside, PartialValue};
use super::{Evidence, Settings, Uncertain, acceptability};
use crate::values::ratings;

/// Ratings with a band, and what is known of every figure, over linear values.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Ratings of 0 or more, one an outcome.
    pub points: Vec<f64>,
    /// How far each rating may be off, as a fraction of it.
    pub band: f64,
    /// One an outcome.
    pub columns: Vec<Column>,
    /// Number of options: of cells in each column.
    pub options: usize,
    /// Draws.
    pub draws: u32,
    /// Seed of the draws.
    pub seed: u32,
}

/// One outcome of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Which end is better.
    pub better: Better,
    /// Lowest and highest figure: values 0 and 1, and the line goes on beyond them.
    pub range: [f64; 2],
    /// One an option.
    pub cells: Vec<Uncertain>,
}

/// What holds over all the draws. Options are in the question's order.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Share of the draws in which each option takes each place; tied options share the better place.
    pub rank_acceptability: Vec<Vec<f64>>,
    /// Share of the draws in which the row's option is strictly above the column's.
    pub pairwise: Vec<Vec<f64>>,
    /// Total value of each option, 0 to 1: the middle 90 % of the draws.
    pub spread: Vec<(f64, f64)>,
}

/// Why there is no reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoReading {
    /// The engine is on its way.
    #[error("the engine has not arrived yet; ask again when it has")]
    Loading,
    /// The engine could not be loaded.
    #[error("the engine could not be loaded; load the page again")]
    Missing,
    /// The question cannot be answered.
    #[error("the question cannot be answered; check its points and ranges")]
    Refused,
}

/// Something that answers questions.
pub trait Engine {
    /// The reading of a question.
    ///
    /// # Errors
    /// [`NoReading`].
    fn read(&self, question: &Question) -> Result<Reading, NoReading>;
}

/// The engine itself, in the same program.
#[derive(Clone, Copy, Debug)]
pub struct Here;

impl Engine for Here {
    fn read(&self, question: &Question) -> Result<Reading, NoReading> {
        question.answer().ok_or(NoReading::Refused)
    }
}

/// No engine, for the reason it holds.
#[derive(Clone, Copy, Debug)]
pub struct Absent(pub NoReading);

impl Engine for Absent {
    fn read(&self, _: &Question) -> Result<Reading, NoReading> {
        Err(self.0)
    }
}

impl Question {
    /// Works it out. `None` when it cannot be answered.
    #[must_use]
    pub fn answer(&self) -> Option<Reading> {
        let allowed = ratings(&self.points, Some(self.band)).ok()?.allowed;
        let mut functions = Vec::new();
        let mut evidence = Vec::new();
        for column in &self.columns {
            functions.push(column.value()?);
            evidence.push(Evidence::Apart(column.cells.clone()));
        }
        let settings = Settings {
            draws: self.draws,
            seed: u64::from(self.seed),
            // Always draw: nearly every aid has a figure with a range, and one way of working is easier to check.
            most_simplices: 0,
            spread: true,
        };
        let found = acceptability(&allowed, &functions, &evidence, self.options, &settings).ok()?;
        Some(Reading {
            rank_acceptability: found.rank_acceptability,
            pairwise: found.pairwise,
            spread: found.spread,
        })
    }

    /// The question as numbers, for an engine in another file.
    ///
    /// Options, outcomes, band, draws, seed; the points; for each outcome 1 when higher is better, else 0, and its
    /// range; then for each of its options 0 (exactly), 1 (beta), 2 (normal) or 3 (uniform) and two parameters.
    #[must_use]
    pub fn to_numbers(&self) -> Vec<f64> {
        let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
        let mut out = vec![
            count(self.options),
            count(self.columns.len()),
            self.band,
            f64::from(self.draws),
            f64::from(self.seed),
        ];
        out.extend(&self.points);
        for column in &self.columns {
            out.push(f64::from(u8::from(column.better == Better::Higher)));
            out.extend(column.range);
            for cell in &column.cells {
                out.extend(match *cell {
                    Uncertain::Exactly(x) => [0.0, x, x],
                    Uncertain::Beta(a, b) => [1.0, a, b],
                    Uncertain::Normal(mean, sd) => [2.0, mean, sd],
                    Uncertain::Uniform(low, high) => [3.0, low, high],
                });
            }
        }
        out
    }

    /// The question again. `None` when the numbers are not one.
    #[must_use]
    pub fn from_numbers(numbers: &[f64]) -> Option<Self> {
        let mut rest = Numbers(numbers);
        let (options, outcomes) = (rest.count()?, rest.count()?);
        let (band, draws, seed) = (rest.next()?, rest.count()?, rest.count()?);
        let mut points = Vec::new();
        for _ in 0..outcomes {
            points.push(rest.next()?);
        }
        let mut columns = Vec::new();
        for _ in 0..outcomes {
            columns.push(rest.column(options)?);
        }
        rest.0.is_empty().then_some(Self {
            points,
            band,
            columns,
            options,
            draws: u32::try_from(draws).ok()?,
            seed: u32::try_from(seed).ok()?,
        })
    }
}

impl Column {
    /// Its value function.
    #[must_use]
    pub fn value(&self) -> Option<PartialValue> {
        PartialValue::linear(self.better, self.range, Outside::Extrapolate).ok()
    }
}

impl Reading {
    /// The reading as numbers: each option's places, each option's wins over each other, each option's spread.
    #[must_use]
    pub fn to_numbers(&self) -> Vec<f64> {
        let mut out = Vec::new();
        for table in [&self.rank_acceptability, &self.pairwise] {
            for row in table {
                out.extend(row);
            }
        }
        for (low, high) in &self.spread {
            out.extend([*low, *high]);
        }
        out
    }

    /// The reading of so many options again. `None` when the numbers are not one.
    #[must_use]
    pub fn from_numbers(numbers: &[f64], options: usize) -> Option<Self> {
        let mut rest = Numbers(numbers);
        let reading = Self {
            rank_acceptability: rest.table(options)?,
            pairwise: rest.table(options)?,
            spread: {
                let mut spread = Vec::new();
                for _ in 0..options {
                    spread.push((rest.next()?, rest.next()?));
                }
                spread
            },
        };
        rest.0.is_empty().then_some(reading)
    }
}

/// Numbers still to be read.
struct Numbers<'n>(&'n [f64]);

impl Numbers<'_> {
    fn next(&mut self) -> Option<f64> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// A whole number of at most `u32::MAX`.
    fn count(&mut self) -> Option<usize> {
        let number = self.next()?;
        let whole = number >= 0.0 && number <= f64::from(u32::MAX) && number.fract() == 0.0;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole and in range"
        )]
        whole.then_some(number as usize)
    }

    fn column(&mut self, options: usize) -> Option<Column> {
        let better = if self.next()? == 0.0 {
            Better::Lower
        } else {
            Better::Higher
        };
        let range = [self.next()?, self.next()?];
        let mut cells = Vec::new();
        for _ in 0..options {
            let (kind, a, b) = (self.count()?, self.next()?, self.next()?);
            cells.push(match kind {
                0 => Uncertain::Exactly(a),
                1 => Uncertain::Beta(a, b),
                2 => Uncertain::Normal(a, b),
                3 => Uncertain::Uniform(a, b),
                _ => return None,
            });
        }
        Some(Column { better, range, cells })
    }

    fn table(&mut self, options: usize) -> Option<Vec<Vec<f64>>> {
        let mut table = Vec::new();
        for _ in 0..options {
            let (row, rest) = self.0.split_at_checked(options)?;
            self.0 = rest;
            table.push(row.to_vec());
        }
        Some(table)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cell() -> impl Strategy<Value = Uncertain> {
        let number = || -1e6..1e6f64;
        prop_oneof![
            number().prop_map(Uncertain::Exactly),
            (0.1..1e4f64, 0.1..1e4f64).prop_map(|(a, b)| Uncertain::Beta(a, b)),
            (number(), 0.0..9.0f64).prop_map(|(mean, sd)| Uncertain::Normal(mean, sd)),
            (number(), 0.0..9.0f64).prop_map(|(low, width)| Uncertain::Uniform(low, low + width)),
        ]
    }

    fn question() -> impl Strategy<Value = Question> {
        (1..5usize, 1..5usize).prop_flat_map(|(options, outcomes)| {
            let column = (
                any::<bool>(),
                -9.0..9.0f64,
                0.1..9.0f64,
                prop::collection::vec(cell(), options),
            )
                .prop_map(|(higher, low, width, cells)| Column {
                    better: if higher { Better::Higher } else { Better::Lower },
                    range: [low, low + width],
                    cells,
                });
            (
                prop::collection::vec(0.0..100.0f64, outcomes),
                prop::collection::vec(column, outcomes),
                0.0..0.9f64,
                any::<u32>(),
            )
                .prop_map(move |(points, columns, band, seed)| Question {
                    points,
                    band,
                    columns,
                    options,
                    draws: 64,
                    seed,
                })
        })
    }

    proptest! {
        /// Crossing as numbers changes nothing: not the question, not the reading.
        #[test]
        fn numbers_carry_everything(question in question()) {
            let again = Question::from_numbers(&question.to_numbers()).expect("its own numbers");
            prop_assert_eq!(&again, &question);
            if let Ok(reading) = Here.read(&question) {
                let numbers = reading.to_numbers();
                prop_assert_eq!(Reading::from_numbers(&numbers, question.options), Some(reading));
                prop_assert_eq!(Reading::from_numbers(&numbers, question.options + 1), None);
            }
        }

        /// Numbers that are no question are refused, and never panic.
        #[test]
        fn other_numbers_are_refused(question in question(), cut in any::<prop::sample::Index>()) {
            let numbers = question.to_numbers();
            let short = &numbers[..cut.index(numbers.len())];
            prop_assert_eq!(Question::from_numbers(short), None);
        }
    }
}
