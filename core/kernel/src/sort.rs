//! Sorts rows of numbers, each lane (draw) by itself.

use wide::f64x2;

use crate::lanes::{chunks, chunks_mut};
use crate::{LANES, Lanes};

/// Sorts rows lane by lane, lowest first.
pub fn sort_rows(rows: &mut [Lanes]) {
    match rows.len() {
        0 | 1 => {}
        2 => network::<2, 1>(rows, [(0, 1)]),
        3 => network::<3, 3>(rows, [(0, 2), (0, 1), (1, 2)]),
        4 => network::<4, 5>(rows, [(0, 2), (1, 3), (0, 1), (2, 3), (1, 2)]),
        5 => network::<5, 9>(
            rows,
            [
                (0, 3),
                (1, 4),
                (0, 2),
                (1, 3),
                (0, 1),
                (2, 4),
                (1, 2),
                (3, 4),
                (2, 3),
            ],
        ),
        k => {
            for end in (1..k).rev() {
                for i in 0..end {
                    if let Some([x, y]) = rows.get_mut(i..i + 2) {
                        exchange(x, y);
                    }
                }
            }
        }
    }
}

/// Puts the lower of every two lanes first.
fn exchange(x: &mut Lanes, y: &mut Lanes) {
    for (x, y) in chunks_mut(x).iter_mut().zip(chunks_mut(y)) {
        let (p, q) = (f64x2::new(*x), f64x2::new(*y));
        (*x, *y) = (p.fast_min(q).to_array(), q.fast_max(p).to_array());
    }
}

/// A network that sorts few rows with the fewest exchanges (Knuth, volume 3, section 5.3.4), in registers.
#[inline(always)]
fn network<const K: usize, const E: usize>(rows: &mut [Lanes], exchanges: [(usize, usize); E]) {
    let Some(rows) = rows.first_chunk_mut::<K>() else {
        return;
    };
    for c in 0..LANES / 2 {
        let mut x = [f64x2::splat(0.0); K];
        for (x, row) in x.iter_mut().zip(rows.iter()) {
            *x = f64x2::new(chunks(row)[c]);
        }
        for (a, b) in exchanges {
            (x[a], x[b]) = (x[a].fast_min(x[b]), x[b].fast_max(x[a]));
        }
        for (x, row) in x.iter().zip(rows.iter_mut()) {
            chunks_mut(row)[c] = x.to_array();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What sorts every pattern of noughts and ones sorts everything (Knuth's zero-one principle).
    #[test]
    fn rows_are_sorted() {
        for k in 0..=9usize {
            for pattern in 0u32..1 << k {
                let mut rows: Vec<Lanes> = (0..k).map(|i| [f64::from((pattern >> i) & 1); LANES]).collect();
                sort_rows(&mut rows);
                let sorted = |lane: usize| rows.windows(2).all(|w| w[0][lane] <= w[1][lane]);
                assert!((0..LANES).all(sorted), "{k} {pattern:b}");
                assert_eq!(
                    rows.iter().map(|r| r[77]).sum::<f64>(),
                    f64::from(pattern.count_ones())
                );
            }
        }
    }
}
