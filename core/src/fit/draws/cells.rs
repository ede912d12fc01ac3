//! Values of figures, a block of draws at a time.

use super::maths::{exp, fraction, logistic, normal_pair, normal_quantile};
use super::philox::{CALLS, Stream};
use super::{LANES, Lanes, Quantiles};
use crate::fit::uncertain::{Column, Evidence, FitError, Link, Uncertain, factor};
use crate::fit::value::PartialValue;

/// All figures of a problem.
///
/// A column whose values are all fixed, or normal on an unbounded line, is not drawn figure by figure: for given weights
/// its part of an option's total is normal with mean `w a` and variance `w² b²`, so one normal number an option stands for
/// all such columns together, and the totals have exactly the distribution they would have otherwise.
#[derive(Clone, Debug)]
pub(crate) struct Cells {
    /// `a`, one row an option and one column an outcome; 0 for drawn columns.
    pub(crate) means: Vec<Vec<f64>>,
    /// `b²`.
    pub(crate) variances: Vec<Vec<f64>>,
    /// Options with any variance.
    pub(crate) spread: Vec<bool>,
    /// Outcomes drawn figure by figure.
    pub(crate) drawn: Vec<usize>,
    columns: Vec<Drawn>,
    seed: u64,
    outcomes: usize,
    options: usize,
}

#[derive(Clone, Debug)]
enum Drawn {
    Apart(Vec<Cell>, PartialValue),
    Together {
        link: Link,
        baseline: (f64, f64),
        mean: Vec<f64>,
        factor: Vec<Vec<f64>>,
        value: PartialValue,
    },
}

#[derive(Clone, Debug)]
enum Cell {
    Fixed(f64),
    /// Value = first + second * normal.
    Line(f64, f64),
    Uniform(f64, f64),
    Table(Table),
}

impl Cells {
    pub(crate) fn new(columns: &[Column<'_>], options: usize, seed: u64) -> Result<Self, FitError> {
        let outcomes = columns.len();
        let mut cells = Self {
            means: vec![vec![0.0; outcomes]; options],
            variances: vec![vec![0.0; outcomes]; options],
            spread: vec![false; options],
            drawn: Vec::new(),
            columns: Vec::new(),
            seed,
            outcomes,
            options,
        };
        for (j, c) in columns.iter().enumerate() {
            match c.evidence {
                Evidence::Apart(figures) if figures.iter().all(|f| normal(*f, c.value).is_some()) => {
                    let rows = cells
                        .means
                        .iter_mut()
                        .zip(&mut cells.variances)
                        .zip(&mut cells.spread);
                    for (((mean, variance), spread), f) in rows.zip(figures) {
                        let Some((a, b)) = normal(*f, c.value) else {
                            continue;
                        };
                        if let (Some(m), Some(v)) = (mean.get_mut(j), variance.get_mut(j)) {
                            *m = a;
                            *v = b * b;
                            *spread |= b != 0.0;
                        }
                    }
                }
                Evidence::Apart(figures) => {
                    let drawn = figures.iter().map(|x| prepare(*x, c.value)).collect();
                    cells.drawn.push(j);
                    cells.columns.push(Drawn::Apart(drawn, c.value.clone()));
                }
                Evidence::Together(r) => {
                    cells.drawn.push(j);
                    cells.columns.push(Drawn::Together {
                        link: r.link,
                        baseline: r.baseline,
                        mean: r.mean.clone(),
                        factor: factor(&r.covariance)?,
                        value: c.value.clone(),
                    });
                }
            }
        }
        Ok(cells)
    }

    /// Whether nothing has to be drawn.
    pub(crate) fn fixed(&self) -> bool {
        self.columns.is_empty() && !self.spread.contains(&true)
    }

    /// Rows [`Cells::block`] fills: one an option for the normal part, then one a drawn column and option.
    pub(crate) fn rows(&self) -> usize {
        self.options * (1 + self.columns.len())
    }

    /// One block of draws: standard normal numbers for each option with variance, then the values of drawn columns.
    pub(crate) fn block(&self, block: u64, out: &mut [Lanes]) {
        let (normal, drawn) = out.split_at_mut(self.options.min(out.len()));
        for (i, (row, spread)) in normal.iter_mut().zip(&self.spread).enumerate() {
            if *spread {
                let stream = Stream::new(self.seed, (self.outcomes * (self.options + 1) + i) as u32);
                normals(stream, block, row);
            }
        }
        for ((j, column), rows) in self
            .drawn
            .iter()
            .zip(&self.columns)
            .zip(drawn.chunks_exact_mut(self.options))
        {
            let first = (j * (self.options + 1)) as u32;
            let stream = |k: usize| Stream::new(self.seed, first + k as u32);
            match column {
                Drawn::Apart(cells, value) => {
                    for (i, (cell, row)) in cells.iter().zip(rows.iter_mut()).enumerate() {
                        cell.block(stream(i), block, value, row);
                    }
                }
                Drawn::Together {
                    link,
                    baseline,
                    mean,
                    factor,
                    value,
                } => {
                    let mut shared = [baseline.0; LANES];
                    if baseline.1 > 0.0 {
                        normals(stream(self.options), block, &mut shared);
                        for b in &mut shared {
                            *b = baseline.0 + baseline.1 * *b;
                        }
                    }
                    for (row, m) in rows.iter_mut().zip(mean) {
                        for (x, b) in row.iter_mut().zip(&shared) {
                            *x = b + m;
                        }
                    }
                    for k in 0..mean.len() {
                        if factor.iter().all(|r| r.get(k).is_none_or(|x| *x == 0.0)) {
                            continue;
                        }
                        let mut z = [0.0; LANES];
                        normals(stream(k), block, &mut z);
                        for (row, l) in rows.iter_mut().zip(factor) {
                            let l = l.get(k).copied().unwrap_or(0.0);
                            if l != 0.0 {
                                for (x, z) in row.iter_mut().zip(&z) {
                                    *x += l * z;
                                }
                            }
                        }
                    }
                    for row in rows.iter_mut() {
                        match link {
                            Link::Logit => row.iter_mut().for_each(|x| *x = logistic(*x)),
                            Link::Log => row.iter_mut().for_each(|x| *x = exp(*x)),
                            Link::Identity => {}
                        }
                        worth(value, row);
                    }
                }
            }
        }
    }
}

/// `(a, b)` when the value is `a + b z` with `z` standard normal.
fn normal(cell: Uncertain, value: &PartialValue) -> Option<(f64, f64)> {
    if cell.is_exact() {
        return Some((value.at(cell.mean()), 0.0));
    }
    match (cell, value.line()) {
        (Uncertain::Normal(m, s), Some((a, b))) => Some((a + b * m, b * s)),
        _ => None,
    }
}

fn prepare(cell: Uncertain, value: &PartialValue) -> Cell {
    match (normal(cell, value), cell) {
        (Some((a, 0.0)), _) => Cell::Fixed(a),
        (Some((a, b)), _) => Cell::Line(a, b),
        (None, Uncertain::Uniform(lo, hi)) => Cell::Uniform(lo, hi - lo),
        (None, Uncertain::Beta(a, b)) => Cell::Table(Table::new(Source::Beta(Quantiles::beta(a, b)), value)),
        (None, Uncertain::Normal(m, s)) => Cell::Table(Table::new(Source::Normal(m, s), value)),
        (None, Uncertain::Exactly(x)) => Cell::Fixed(value.at(x)),
    }
}

impl Cell {
    fn block(&self, stream: Stream, block: u64, value: &PartialValue, out: &mut Lanes) {
        let mut bits = [0; LANES];
        match self {
            Self::Fixed(v) => out.fill(*v),
            Self::Line(a, b) => {
                normals(stream, block, out);
                for x in out.iter_mut() {
                    *x = a + b * *x;
                }
            }
            Self::Uniform(lo, width) => {
                stream.block(block, &mut bits);
                for (x, b) in out.iter_mut().zip(&bits) {
                    *x = lo + width * fraction(*b);
                }
                worth(value, out);
            }
            Self::Table(table) => {
                stream.block(block, &mut bits);
                for (x, b) in out.iter_mut().zip(&bits) {
                    *x = table.at(*b, value);
                }
            }
        }
    }
}

/// Bits of a draw that choose a step of a [`Table`].
const STEP_BITS: u32 = 10;
/// Steps at either end that are worked out rather than read off.
const TAIL: u32 = 8;

/// Values at evenly spaced probabilities, joined by straight lines; the tails, where a line is not good enough, come from
/// the distribution itself.
#[derive(Clone, Debug)]
struct Table {
    /// Value at each step and the rise to the next.
    steps: Vec<(f64, f64)>,
    source: Source,
}

#[derive(Clone, Debug)]
enum Source {
    Beta(Quantiles),
    Normal(f64, f64),
}

impl Source {
    fn quantile(&self, p: f64) -> f64 {
        match self {
            Self::Beta(q) => q.at(p),
            Self::Normal(m, s) => m + s * normal_quantile(p),
        }
    }
}

impl Table {
    fn new(source: Source, value: &PartialValue) -> Self {
        let count = 1u32 << STEP_BITS;
        let at = |k: u32| value.at(source.quantile(f64::from(k.clamp(1, count - 1)) / f64::from(count)));
        let mut next = at(0);
        let steps = (0..count)
            .map(|k| {
                let here = next;
                next = at(k + 1);
                (here, next - here)
            })
            .collect();
        Self { steps, source }
    }

    #[inline(always)]
    fn at(&self, bits: u32, value: &PartialValue) -> f64 {
        let step = bits >> (32 - STEP_BITS);
        if step.wrapping_sub(TAIL) >= (1 << STEP_BITS) - 2 * TAIL {
            return value.at(self.source.quantile(fraction(bits)));
        }
        let along =
            (f64::from((bits << STEP_BITS) >> STEP_BITS) + 0.5) * (1.0 / f64::from(1u32 << (32 - STEP_BITS)));
        let (from, rise) = self.steps.get(step as usize).copied().unwrap_or_default();
        from + rise * along
    }
}

/// Standard normal numbers, one a lane.
fn normals(stream: Stream, block: u64, out: &mut Lanes) {
    let mut bits = [0u32; LANES];
    stream.block(block, &mut bits);
    for (b, o) in bits.chunks_exact(2 * CALLS).zip(out.chunks_exact_mut(2 * CALLS)) {
        let (b0, b1) = b.split_at(CALLS);
        let (o0, o1) = o.split_at_mut(CALLS);
        for (((x, y), p), q) in b0.iter().zip(b1).zip(o0).zip(o1) {
            (*p, *q) = normal_pair(*x, *y);
        }
    }
}

/// Measurements to values.
fn worth(value: &PartialValue, row: &mut Lanes) {
    if let Some((a, b)) = value.line() {
        for x in row.iter_mut() {
            *x = a + b * *x;
        }
    } else if let Some((low, high, from, to)) = value.clipped_line() {
        let scale = (to - from) / (high - low);
        for x in row.iter_mut() {
            let v = if *x < low { low } else { *x };
            let v = if v > high { high } else { v };
            *x = from + scale * (v - low);
        }
    } else {
        for x in row.iter_mut() {
            *x = value.at(*x);
        }
    }
}
