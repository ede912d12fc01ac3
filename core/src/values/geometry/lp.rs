//! Finds the largest value of a sum under linear conditions (a linear programme), for few numbers and conditions: by the simplex
//! method on a dense tableau, in two phases.
#![expect(
    clippy::indexing_slicing,
    reason = "dense kernels: every index is bounded by the dimensions of the tableau built here"
)]

/// The right-hand side of a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Bound {
    /// `row · x <= b`
    AtMost(f64),
    /// `row · x = b`
    Exactly(f64),
}

const TOL: f64 = 1e-11;
/// Entries below this are not pivoted on.
const SMALLEST: f64 = 1e-9;

/// Maximises `objective · x` over `x >= 0` and the rows. `None` when nothing satisfies them, when the maximum has
/// no limit, or after more pivots than a problem of this size can need.
pub(crate) fn maximise(objective: &[f64], rows: &[(Vec<f64>, Bound)]) -> Option<(f64, Vec<f64>)> {
    Programme::new(objective.len(), rows)?.maximise(objective)
}

/// Rows that something satisfies, ready to be asked for the largest value of one objective after another: each begins at
/// the corner where the last one ended, which is seldom far away.
pub(crate) struct Programme {
    /// How many numbers are looked for.
    n: usize,
    /// The tableau: one row per row of the programme.
    t: Vec<Vec<f64>>,
    /// Which column each row stands for.
    basis: Vec<usize>,
    /// Columns before the artificial ones.
    columns: usize,
}

impl Programme {
    /// Finds a corner of the rows over `n` numbers of 0 or more. `None` when nothing satisfies them.
    pub(crate) fn new(n: usize, rows: &[(Vec<f64>, Bound)]) -> Option<Self> {
        let m = rows.len();
        let slacks = rows.iter().filter(|(_, b)| matches!(b, Bound::AtMost(_))).count();
        // Columns: x, slacks, one artificial variable per row, right-hand side.
        let artificial = n + slacks;
        let width = artificial + m + 1;
        let mut t = vec![vec![0.0; width]; m];
        let mut basis = vec![0usize; m];
        let mut slack = n;
        for (i, (row, bound)) in rows.iter().enumerate() {
            for (cell, x) in t[i].iter_mut().zip(row) {
                *cell = *x;
            }
            let b = match bound {
                Bound::AtMost(b) => {
                    t[i][slack] = 1.0;
                    slack += 1;
                    *b
                }
                Bound::Exactly(b) => *b,
            };
            t[i][width - 1] = b;
            if b < 0.0 {
                for x in &mut t[i] {
                    *x = -*x;
                }
            }
            t[i][artificial + i] = 1.0;
            basis[i] = artificial + i;
            // A slack with the right sign starts in the basis and spares an artificial variable.
            if let Bound::AtMost(_) = bound
                && b >= 0.0
            {
                t[i][artificial + i] = 0.0;
                basis[i] = slack - 1;
            }
        }
        let mut phase1 = vec![0.0; width];
        for (i, row) in t.iter().enumerate() {
            if basis[i] >= artificial {
                for (z, x) in phase1.iter_mut().zip(row) {
                    *z += x;
                }
            }
        }
        for z in &mut phase1[artificial..width - 1] {
            *z = 0.0;
        }
        run(&mut t, &mut basis, &mut phase1, artificial)?;
        if phase1[width - 1].abs() > 1e-9 {
            return None;
        }
        // Artificial variables still in the basis are 0: swap them out where the row has anything else in it.
        for i in 0..m {
            if basis[i] >= artificial
                && let Some(c) = (0..artificial).find(|&c| t[i][c].abs() > 1e-9)
            {
                pivot(&mut t, &mut basis, &mut phase1, i, c);
            }
        }
        Some(Self {
            n,
            t,
            basis,
            columns: artificial,
        })
    }

    /// The largest value of `objective · x`, and where it is. `None` when it has no limit, or after more pivots than a
    /// problem of this size can need.
    pub(crate) fn maximise(&mut self, objective: &[f64]) -> Option<(f64, Vec<f64>)> {
        let width = self.t.first().map_or(1, Vec::len);
        let mut z = vec![0.0; width];
        z[..self.n].copy_from_slice(objective);
        for (i, row) in self.t.iter().enumerate() {
            let f = z[self.basis[i]];
            if f != 0.0 {
                for (a, b) in z.iter_mut().zip(row) {
                    *a -= f * b;
                }
            }
        }
        run(&mut self.t, &mut self.basis, &mut z, self.columns)?;
        let mut x = vec![0.0; self.n];
        for (i, &b) in self.basis.iter().enumerate() {
            if b < self.n {
                x[b] = self.t[i][width - 1];
            }
        }
        Some((-z[width - 1], x))
    }
}

/// Pivots until no column below `columns` improves the objective row `z`.
///
/// Sets of weights are cones, so nearly every right-hand side is 0 and nearly every pivot is a choice among ties: the row
/// with the largest entry is taken of all that are within rounding of the first (Harris 1973), as a small one would be
/// rounding itself. After many pivots Bland's rule takes over, which cannot cycle.
fn run(t: &mut [Vec<f64>], basis: &mut [usize], z: &mut [f64], columns: usize) -> Option<()> {
    let last = z.len() - 1;
    for turn in 0..10_000 {
        let bland = turn >= 1_000;
        let mut improving = (0..columns).filter(|&c| z[c] > TOL);
        let entering = if bland {
            improving.next()
        } else {
            improving.reduce(|a, b| if z[b] > z[a] { b } else { a })
        };
        let Some(c) = entering else {
            return Some(());
        };
        let rows = || t.iter().enumerate().filter(|(_, row)| row[c] > SMALLEST);
        let step = rows().fold(f64::INFINITY, |m, (_, row)| m.min((row[last] + TOL) / row[c]));
        let (r, _) = rows()
            .filter(|(_, row)| row[last] / row[c] <= step)
            .reduce(|a, b| {
                let better = if bland {
                    basis[b.0] < basis[a.0]
                } else {
                    b.1[c] > a.1[c]
                };
                if better { b } else { a }
            })?;
        pivot(t, basis, z, r, c);
        for row in t.iter_mut() {
            // A little below 0 is rounding.
            if row[last] < 0.0 && row[last] > -1e-9 {
                row[last] = 0.0;
            }
        }
    }
    None
}

fn pivot(t: &mut [Vec<f64>], basis: &mut [usize], z: &mut [f64], r: usize, c: usize) {
    let f = t[r][c];
    for x in &mut t[r] {
        *x /= f;
    }
    let row = t[r].clone();
    for (i, other) in t.iter_mut().enumerate() {
        if i != r && other[c] != 0.0 {
            eliminate(other, &row, c);
        }
    }
    if z[c] != 0.0 {
        eliminate(z, &row, c);
    }
    basis[r] = c;
}

fn eliminate(target: &mut [f64], row: &[f64], c: usize) {
    let f = target[c];
    for (a, b) in target.iter_mut().zip(row) {
        *a -= f * b;
    }
    target[c] = 0.0;
}
