//! The exact set of weights in keeping with what a person said.

use super::budget::Budget;
use super::geometry::{Bound, Polytope, Programme, Simplices, Triangulation, maximise};

/// A linear constraint on weights: `coefficients · w >= 0`, or `= 0` when `equal`. On weights that sum to 1 a
/// bound such as `w_a >= lo` is `w_a - lo * sum(w) >= 0`.
#[derive(Clone, Debug, PartialEq)]
pub struct Constraint {
    /// The coefficients, one per outcome.
    pub coefficients: Vec<f64>,
    /// Whether the sum has to be 0, and not only at least 0.
    pub equal: bool,
}

/// A convex set of weights: a single point, or the weight simplex cut by [`Constraint`]s.
#[derive(Clone, Debug, PartialEq)]
pub struct Allowed {
    n: usize,
    form: Form,
}

#[derive(Clone, Debug, PartialEq)]
enum Form {
    Point(Vec<f64>),
    /// The mixtures of a few corners that are affinely independent: a simplex.
    Corners(Vec<Vec<f64>>),
    Rows(Vec<Constraint>),
    /// The weights that answers allow which may each be anything between two ends: every answer over the sum of all.
    Band {
        low: Vec<f64>,
        high: Vec<f64>,
        rows: Vec<Constraint>,
    },
}

/// The set in a form that can be measured and drawn from.
#[derive(Clone, Debug)]
pub(crate) enum Shape {
    /// A single set of weights.
    Point(Vec<f64>),
    /// The corners of the set, which is cut into simplices.
    Pieces(Polytope, Simplices, Vec<usize>),
    /// Answers between two ends each, over their sum: many corners, but easily drawn from.
    Band { low: Vec<f64>, high: Vec<f64> },
    /// The rows themselves, where there are too many outcomes or sides to list the corners.
    Rows(Vec<Constraint>),
}

/// Centre of gravity and extremes of each weight over a set. Exact, unless `mean_is_drawn`.
#[derive(Clone, Debug, PartialEq)]
pub struct Extent {
    /// The centre of gravity: the mean of all weights in the set.
    pub mean: Vec<f64>,
    /// The smallest that each weight can be.
    pub min: Vec<f64>,
    /// The largest that each weight can be.
    pub max: Vec<f64>,
    /// The mean comes from random draws: the set has too many sides for an exact volume.
    pub mean_is_drawn: bool,
}

/// Simplices above this number are not worth it: drawing is faster.
pub(crate) const MOST_SIMPLICES: usize = 60_000;
/// Steps of a piece of work that is never set aside.
const PIECE: u64 = 1_000_000;
/// Up to this many outcomes corners are always tried.
const MOST_ENUMERATED: usize = 12;

impl Allowed {
    /// The set that holds these weights alone.
    #[must_use]
    pub fn point(w: Vec<f64>) -> Self {
        Self {
            n: w.len(),
            form: Form::Point(w),
        }
    }

    /// The set of all weights that `n` outcomes can have.
    #[must_use]
    pub fn any(n: usize) -> Self {
        Self {
            n,
            form: Form::Rows(Vec::new()),
        }
    }

    /// The hull of affinely independent corners: cheap for any number of outcomes.
    pub(crate) fn corners(corners: Vec<Vec<f64>>) -> Self {
        let n = corners.first().map_or(0, Vec::len);
        if corners.len() == 1 {
            Self::point(corners.into_iter().next().unwrap_or_default())
        } else {
            Self {
                n,
                form: Form::Corners(corners),
            }
        }
    }

    /// Weights of `n` outcomes that satisfy every row. Rows must have `n` coefficients.
    #[must_use]
    pub fn rows(n: usize, rows: Vec<Constraint>) -> Self {
        Self {
            n,
            form: Form::Rows(rows),
        }
    }

    /// Every `x / sum(x)` with each `x` between two ends; `rows` says the same.
    pub(crate) fn band(low: Vec<f64>, high: Vec<f64>, rows: Vec<Constraint>) -> Self {
        Self {
            n: low.len(),
            form: Form::Band { low, high, rows },
        }
    }

    /// The rows that the weights satisfy, where the set is given by nothing else.
    pub(crate) fn as_rows(&self) -> Option<&[Constraint]> {
        match &self.form {
            Form::Rows(rows) => Some(rows),
            Form::Point(_) | Form::Corners(_) | Form::Band { .. } => None,
        }
    }

    /// How many outcomes the weights are of.
    #[must_use]
    pub fn outcomes(&self) -> usize {
        self.n
    }

    /// Whether `w` is in the set, within `tolerance` on each statement.
    #[must_use]
    pub fn contains(&self, w: &[f64], tolerance: f64) -> bool {
        let plain = w.len() == self.n
            && w.iter().all(|&x| x >= -tolerance)
            && (w.iter().sum::<f64>() - 1.0).abs() <= tolerance * self.n as f64;
        plain
            && match &self.form {
                Form::Point(p) => p.iter().zip(w).all(|(a, b)| (a - b).abs() <= tolerance),
                Form::Corners(c) => inside_simplex(c, w, tolerance),
                Form::Rows(rows) | Form::Band { rows, .. } => rows.iter().all(|r| {
                    let s: f64 = r.coefficients.iter().zip(w).map(|(a, b)| a * b).sum();
                    s >= -tolerance && (!r.equal || s <= tolerance)
                }),
            }
    }

    /// Corners and simplices where that is worth it. `None` when the set is empty.
    pub(crate) fn shape(&self) -> Option<Shape> {
        self.shape_within(MOST_SIMPLICES)
    }

    /// Corners and at most `most` simplices, or the set as it was given where that takes more.
    pub(crate) fn shape_within(&self, most: usize) -> Option<Shape> {
        let mut shaping = self.shaping(most);
        shaping.go(&mut Budget::endless());
        shaping.take()
    }

    /// Begins to find the shape.
    pub(crate) fn shaping(&self, most: usize) -> Shaping {
        let rows = match &self.form {
            Form::Point(w) => return Shaping::Known(Some(Shape::Point(w.clone()))),
            Form::Corners(corners) => {
                return match Polytope::from_simplex(corners.clone()) {
                    Some(polytope) => Shaping::of(polytope, most, None),
                    None => Shaping::Known(None),
                };
            }
            Form::Band { low, high, .. } if easily_drawn(low, high) => {
                return Shaping::Known(Some(Shape::Band {
                    low: low.clone(),
                    high: high.clone(),
                }));
            }
            Form::Rows(rows) | Form::Band { rows, .. } => rows.clone(),
        };
        let (Some(polytope), true) = (
            Polytope::simplex(self.n),
            self.n <= MOST_ENUMERATED || rows.is_empty(),
        ) else {
            return Shaping::Known(Some(Shape::Rows(rows)));
        };
        Shaping::Cutting {
            polytope,
            rows,
            next: 0,
            most,
            one: u64::MAX,
        }
    }

    /// Smallest and largest of each weight by linear programmes: the way that works for any number of rows.
    pub(crate) fn extremes_by_lp(n: usize, rows: &[Constraint]) -> Option<(Vec<f64>, Vec<f64>, Vec<f64>)> {
        let mut programme = Self::programme(n, rows)?;
        let (mut min, mut max, mut middle) = (Vec::new(), Vec::new(), vec![0.0; n]);
        for j in 0..n {
            for sign in [1.0, -1.0] {
                let objective: Vec<f64> = (0..n).map(|k| if k == j { sign } else { 0.0 }).collect();
                let (best, w) = programme.maximise(&objective)?;
                if sign > 0.0 {
                    max.push(best)
                } else {
                    min.push(-best)
                }
                for (m, x) in middle.iter_mut().zip(&w) {
                    *m += x / (2.0 * n as f64);
                }
            }
        }
        Some((min, max, middle))
    }

    /// The set as a linear programme over `w >= 0`. `None` when nothing is in it.
    pub(crate) fn programme(n: usize, rows: &[Constraint]) -> Option<Programme> {
        let mut programme = vec![(vec![1.0; n], Bound::Exactly(1.0))];
        programme.extend(rows.iter().map(|r| {
            if r.equal {
                (r.coefficients.clone(), Bound::Exactly(0.0))
            } else {
                (r.coefficients.iter().map(|x| -x).collect(), Bound::AtMost(0.0))
            }
        }));
        Programme::new(n, &programme)
    }
}

/// A set on the way to its shape.
#[derive(Clone, Debug)]
pub(crate) enum Shaping {
    /// The simplex of all weights is being cut by one row after another.
    Cutting {
        polytope: Polytope,
        rows: Vec<Constraint>,
        next: usize,
        most: usize,
        /// The most steps that one cut may take.
        one: u64,
    },
    /// What the cuts have left is being cut into simplices.
    Pulling {
        polytope: Polytope,
        frame: Vec<usize>,
        work: Triangulation,
        /// The set as it was given.
        rows: Option<Vec<Constraint>>,
    },
    /// The shape; `None` where the set is empty.
    Known(Option<Shape>),
}

impl Shaping {
    /// A polytope on the way to its simplices; a set of a single point is said to be one. `rows` stand for it where it is too
    /// much to cut up.
    fn of(polytope: Polytope, most: usize, rows: Option<Vec<Constraint>>) -> Self {
        let frame = polytope.frame();
        if frame.is_empty() {
            let point = polytope.vertices.first().map(|v| {
                let sum: f64 = v.w.iter().sum();
                Shape::Point(v.w.iter().map(|x| x / sum).collect())
            });
            return Self::Known(point.or(rows.map(Shape::Rows)));
        }
        match Triangulation::new(&polytope, &frame, most) {
            Some(work) => Self::Pulling {
                polytope,
                frame,
                work,
                rows,
            },
            None => Self::Known(rows.map(Shape::Rows)),
        }
    }

    /// Goes on until the shape is known (`true`) or the budget is spent.
    pub(crate) fn go(&mut self, budget: &mut Budget) -> bool {
        while !matches!(self, Self::Known(_)) {
            if budget.is_spent() {
                return false;
            }
            *self = std::mem::replace(self, Self::Known(None)).next(budget);
        }
        true
    }

    /// The same where somebody waits: a set with a cut that takes longer than a piece of work may stays as it was given.
    pub(crate) fn in_pieces(mut self) -> Self {
        if let Self::Cutting { one, .. } = &mut self {
            *one = PIECE;
        }
        self
    }

    /// The set stays as it was given, where it was given as rows: cutting it up takes too long.
    pub(crate) fn give_up(&mut self) {
        *self = match std::mem::replace(self, Self::Known(None)) {
            Self::Cutting { rows, .. } | Self::Pulling { rows: Some(rows), .. } => {
                Self::Known(Some(Shape::Rows(rows)))
            }
            other => other,
        };
    }

    /// One row further, or as many simplices as the budget has room for.
    fn next(self, budget: &mut Budget) -> Self {
        match self {
            Self::Cutting {
                mut polytope,
                rows,
                next,
                most,
                one,
            } => {
                let Some(row) = rows.get(next) else {
                    return Self::of(polytope, most, Some(rows));
                };
                let mut cut = Budget::new(one);
                let left = polytope.cut_within(&row.coefficients, row.equal, &mut cut);
                budget.take(cut.taken());
                match left {
                    Ok(true) => Self::Cutting {
                        polytope,
                        rows,
                        next: next + 1,
                        most,
                        one,
                    },
                    Ok(false) => Self::Known(None),
                    Err(_) => Self::Known(Some(Shape::Rows(rows))),
                }
            }
            Self::Pulling {
                polytope,
                frame,
                mut work,
                rows,
            } => match work.go(&polytope, &frame, budget) {
                Some(false) => Self::Pulling {
                    polytope,
                    frame,
                    work,
                    rows,
                },
                Some(true) if work.total() > 0.0 => {
                    Self::Known(Some(Shape::Pieces(polytope, work.finish(), frame)))
                }
                _ => Self::Known(rows.map(Shape::Rows)),
            },
            Self::Known(shape) => Self::Known(shape),
        }
    }

    /// The shape where it is known and was not taken before. `None` when the set is empty.
    pub(crate) fn take(&mut self) -> Option<Shape> {
        match self {
            Self::Known(shape) => shape.take(),
            Self::Cutting { .. } | Self::Pulling { .. } => None,
        }
    }
}

impl Shape {
    /// Exact centre and extremes; `None` for [`Shape::Rows`].
    pub(crate) fn extent(&self) -> Option<Extent> {
        match self {
            Self::Point(w) => Some(Extent {
                mean: w.clone(),
                min: w.clone(),
                max: w.clone(),
                mean_is_drawn: false,
            }),
            Self::Pieces(polytope, simplices, _) => {
                let mean = simplices.centroid(polytope);
                let fold = |f: fn(f64, f64) -> f64, from: f64| {
                    let mut out = vec![from; mean.len()];
                    for v in &polytope.vertices {
                        for (o, x) in out.iter_mut().zip(&v.w) {
                            *o = f(*o, *x);
                        }
                    }
                    out
                };
                let (min, max) = (fold(f64::min, f64::INFINITY), fold(f64::max, f64::NEG_INFINITY));
                Some(Extent {
                    mean,
                    min,
                    max,
                    mean_is_drawn: false,
                })
            }
            Self::Band { low, high } => {
                let (bottom, top): (f64, f64) = (low.iter().sum(), high.iter().sum());
                let ends = || low.iter().zip(high);
                let share = |x: f64, rest: f64| if x > 0.0 { x / (x + rest) } else { 0.0 };
                Some(Extent {
                    mean: super::band_centre(low, high),
                    min: ends().map(|(a, b)| share(*a, top - b)).collect(),
                    max: ends().map(|(a, b)| share(*b, bottom - a)).collect(),
                    mean_is_drawn: false,
                })
            }
            Self::Rows(_) => None,
        }
    }
}

/// Bands of this many answers have so many corners that drawing answers beats cutting the set up, unless the band is so
/// wide that most draws would be turned away.
fn easily_drawn(low: &[f64], high: &[f64]) -> bool {
    let free = low.iter().zip(high).filter(|(a, b)| a < b);
    let wide = low.iter().sum::<f64>() < 0.6 * high.iter().sum::<f64>();
    free.count() >= 7 && !wide
}

/// Whether `w` is a mixture of the corners: solved as a linear programme for the smallest misfit.
fn inside_simplex(corners: &[Vec<f64>], w: &[f64], tolerance: f64) -> bool {
    // Unknowns: one share per corner, then the misfit.
    let k = corners.len();
    let mut rows = vec![(
        (0..=k)
            .map(|i| if i < k { 1.0 } else { 0.0 })
            .collect::<Vec<f64>>(),
        Bound::Exactly(1.0),
    )];
    for (j, &x) in w.iter().enumerate() {
        let at = |c: &Vec<f64>| c.get(j).copied().unwrap_or(0.0);
        let up: Vec<f64> = corners.iter().map(at).chain([-1.0]).collect();
        let down: Vec<f64> = corners.iter().map(|c| -at(c)).chain([-1.0]).collect();
        rows.push((up, Bound::AtMost(x)));
        rows.push((down, Bound::AtMost(-x)));
    }
    let objective: Vec<f64> = (0..=k).map(|i| if i < k { 0.0 } else { -1.0 }).collect();
    maximise(&objective, &rows).is_some_and(|(misfit, _)| -misfit <= tolerance)
}
