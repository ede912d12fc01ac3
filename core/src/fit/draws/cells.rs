//! Values of figures, a block of draws at a time.

use super::maths::{exp, fraction, logistic, normal_pair};
use super::philox::{CALLS, Stream};
use super::{LANES, Lanes, Quantiles};
use crate::fit::uncertain::{Column, Evidence, FitError, Link, Uncertain, factor};
use crate::fit::value::PartialValue;

/// All figures of a problem, outcome by outcome.
#[derive(Clone, Debug)]
pub(crate) struct Cells {
    columns: Vec<Drawn>,
    seed: u64,
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
    Normal(f64, f64),
    Uniform(f64, f64),
    Beta(Quantiles),
}

impl Cells {
    pub(crate) fn new(columns: &[Column<'_>], options: usize, seed: u64) -> Result<Self, FitError> {
        let columns = columns
            .iter()
            .map(|c| match c.evidence {
                Evidence::Apart(cells) => Ok(Drawn::Apart(
                    cells.iter().map(|x| prepare(*x, c.value)).collect(),
                    c.value.clone(),
                )),
                Evidence::Together(r) => Ok(Drawn::Together {
                    link: r.link,
                    baseline: r.baseline,
                    mean: r.mean.clone(),
                    factor: factor(&r.covariance)?,
                    value: c.value.clone(),
                }),
            })
            .collect::<Result<_, FitError>>()?;
        Ok(Self {
            columns,
            seed,
            options,
        })
    }

    /// Values of one block: row `outcome * options + option` of `out`.
    pub(crate) fn block(&self, block: u64, out: &mut [Lanes]) {
        for (j, (column, rows)) in self
            .columns
            .iter()
            .zip(out.chunks_exact_mut(self.options))
            .enumerate()
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

fn prepare(cell: Uncertain, value: &PartialValue) -> Cell {
    match cell {
        _ if cell.is_exact() => Cell::Fixed(value.at(cell.mean())),
        Uncertain::Exactly(x) => Cell::Fixed(value.at(x)),
        Uncertain::Normal(m, s) => match value.line() {
            Some((a, b)) => Cell::Line(a + b * m, b * s),
            None => Cell::Normal(m, s),
        },
        Uncertain::Uniform(lo, hi) => Cell::Uniform(lo, hi - lo),
        Uncertain::Beta(a, b) => Cell::Beta(Quantiles::beta(a, b)),
    }
}

impl Cell {
    fn block(&self, stream: Stream, block: u64, value: &PartialValue, out: &mut Lanes) {
        match self {
            Self::Fixed(v) => out.fill(*v),
            Self::Line(a, b) | Self::Normal(a, b) => {
                normals(stream, block, out);
                for x in out.iter_mut() {
                    *x = a + b * *x;
                }
                if matches!(self, Self::Normal(..)) {
                    worth(value, out);
                }
            }
            Self::Uniform(lo, width) => {
                let mut bits = [0; LANES];
                stream.block(block, &mut bits);
                for (x, b) in out.iter_mut().zip(&bits) {
                    *x = lo + width * fraction(*b);
                }
                worth(value, out);
            }
            Self::Beta(quantiles) => {
                let mut bits = [0; LANES];
                stream.block(block, &mut bits);
                for (x, b) in out.iter_mut().zip(&bits) {
                    *x = quantiles.at(fraction(*b));
                }
                worth(value, out);
            }
        }
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
