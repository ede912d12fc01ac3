//! Solves, projects and takes determinants of small matrices by elimination.
#![expect(
    clippy::indexing_slicing,
    reason = "dense kernels: every index is bounded by the dimensions of the matrices built here"
)]

/// Determinant by elimination with partial pivoting; destroys `a`, a square matrix of `k` rows.
pub(crate) fn determinant(a: &mut [f64], k: usize) -> f64 {
    let mut det = 1.0;
    for c in 0..k {
        let mut p = c;
        for r in c + 1..k {
            if a[r * k + c].abs() > a[p * k + c].abs() {
                p = r;
            }
        }
        let pivot = a[p * k + c];
        if pivot == 0.0 {
            return 0.0;
        }
        if p != c {
            for j in c..k {
                a.swap(p * k + j, c * k + j);
            }
            det = -det;
        }
        det *= pivot;
        for r in c + 1..k {
            let f = a[r * k + c] / pivot;
            if f != 0.0 {
                for j in c..k {
                    a[r * k + j] -= f * a[c * k + j];
                }
            }
        }
    }
    det
}

/// Columns of the rows' span that are linearly independent: projecting on them keeps the span's dimension, and
/// scales every volume inside it by the same constant. Full pivoting, so the best-conditioned ones are chosen.
pub(crate) fn independent_columns(rows: &[Vec<f64>], tolerance: f64) -> Vec<usize> {
    let mut a: Vec<Vec<f64>> = rows.to_vec();
    let n = a.first().map_or(0, Vec::len);
    let mut cols = Vec::new();
    let mut top = 0;
    while top < a.len() {
        let mut best = (0.0, top, 0);
        for (r, row) in a.iter().enumerate().skip(top) {
            for (c, &x) in row.iter().enumerate() {
                if !cols.contains(&c) && x.abs() > best.0 {
                    best = (x.abs(), r, c);
                }
            }
        }
        if best.0 <= tolerance {
            break;
        }
        a.swap(top, best.1);
        let c = best.2;
        cols.push(c);
        let pivot_row = a[top].clone();
        for row in a.iter_mut().skip(top + 1) {
            let f = row[c] / pivot_row[c];
            if f != 0.0 {
                for j in 0..n {
                    row[j] -= f * pivot_row[j];
                }
                row[c] = 0.0;
            }
        }
        top += 1;
    }
    cols.sort_unstable();
    cols
}

/// An orthonormal basis of the directions `d` with `row · d = 0` for every row (modified Gram–Schmidt, twice for
/// accuracy).
pub(crate) fn null_space(rows: &[Vec<f64>], n: usize) -> Vec<Vec<f64>> {
    let mut span: Vec<Vec<f64>> = Vec::new();
    let mut basis = Vec::new();
    let units = (0..n).map(|i| {
        let mut e = vec![0.0; n];
        e[i] = 1.0;
        e
    });
    for (k, mut v) in rows.iter().cloned().chain(units).enumerate() {
        let size = norm(&v);
        if size == 0.0 {
            continue;
        }
        for _ in 0..2 {
            for q in &span {
                let p: f64 = q.iter().zip(&v).map(|(a, b)| a * b).sum();
                for (x, y) in v.iter_mut().zip(q) {
                    *x -= p * y;
                }
            }
        }
        let left = norm(&v);
        if left > 1e-9 * size {
            for x in &mut v {
                *x /= left;
            }
            if k >= rows.len() {
                basis.push(v.clone());
            }
            span.push(v);
        }
    }
    basis
}

fn norm(v: &[f64]) -> f64 {
    v.iter().map(|x| x * x).sum::<f64>().sqrt()
}
