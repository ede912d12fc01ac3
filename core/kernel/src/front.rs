//! Counts how often each option is in front when the weights are the same in every draw.

use wide::bytemuck::cast;
use wide::{f32x4, i32x4};

use crate::lanes::chunks;
use crate::{LANES, Singles};

/// Vectors of lanes added up together in registers.
const AT_ONCE: usize = 4;
const TOGETHER: usize = 4 * AT_ONCE;

/// A total made of drawn rows: `base + sum_k rows[first + k] * by[k]`.
#[derive(Clone, Debug)]
pub struct Mixture {
    /// What does not change.
    pub base: f64,
    /// The first row.
    pub first: usize,
    /// How much of each row.
    pub by: Vec<f32>,
}

impl Mixture {
    /// The drawn part of the total in one chunk of lanes.
    #[inline(always)]
    fn drawn(&self, rows: &[Singles], chunk: usize) -> [f32x4; AT_ONCE] {
        let mut sums = [f32x4::splat(0.0); AT_ONCE];
        let rows = rows.get(self.first..self.first + self.by.len());
        for (row, by) in rows.unwrap_or_default().iter().zip(&self.by) {
            let by = f32x4::splat(*by);
            let row = &chunks::<f32, TOGETHER, LANES>(row)[chunk];
            for (s, x) in sums.iter_mut().zip(row.as_chunks::<4>().0) {
                *s += f32x4::new(*x) * by;
            }
        }
        sums
    }
}

/// In how many of the first `live` lanes no total is more than `tie` above the one of `option`.
///
/// Rows are in single precision, so the differences of their sums are, and are held against those of the bases.
#[must_use]
pub fn unbeaten(totals: &[Mixture], rows: &[Singles], option: usize, tie: f64, live: usize) -> usize {
    let Some(own) = totals.get(option) else {
        return 0;
    };
    let mut count = 0;
    for chunk in 0..live.div_ceil(TOGETHER).min(LANES / TOGETHER) {
        let ours = own.drawn(rows, chunk);
        let mut beaten = [f32x4::splat(0.0); AT_ONCE];
        for other in totals.iter().take(option).chain(totals.iter().skip(option + 1)) {
            let ahead = f32x4::splat((own.base - other.base + tie) as f32);
            let theirs = other.drawn(rows, chunk);
            for ((b, t), o) in beaten.iter_mut().zip(theirs).zip(ours) {
                *b |= (t - o).simd_gt(ahead);
            }
        }
        let beaten: [i32; TOGETHER] = cast(beaten.map(cast::<f32x4, i32x4>));
        let in_use = beaten.iter().take(live - chunk * TOGETHER);
        count += in_use.filter(|b| **b == 0).count();
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lane by lane, the plain way.
    #[test]
    fn counts_what_a_loop_counts() {
        let drawn: Vec<Singles> = (0..5u32)
            .map(|r| std::array::from_fn(|l| ((l as u32 * 37 + r * 101 + 7) % 13) as f32 / 8.0))
            .collect();
        let mixture = |base, first, by: &[f32]| Mixture {
            base,
            first,
            by: by.to_vec(),
        };
        let totals = [
            mixture(0.1, 0, &[0.5, 0.25]),
            mixture(0.0, 2, &[0.75]),
            mixture(0.35, 3, &[0.25, 0.5]),
            mixture(0.9, 5, &[]),
        ];
        let total = |m: &Mixture, lane: usize| {
            let rows = drawn.iter().skip(m.first);
            (m.base, rows.zip(&m.by).map(|(r, by)| r[lane] * by).sum::<f32>())
        };
        for tie in [1e-12, 0.1] {
            for (live, option) in [1, 7, 8, 100, 128]
                .into_iter()
                .flat_map(|l| [0, 1, 2, 3].map(|o| (l, o)))
            {
                let free = |lane: &usize| {
                    let own = total(&totals[option], *lane);
                    totals.iter().all(|other| {
                        let other = total(other, *lane);
                        other.0 - own.0 + f64::from(other.1 - own.1) <= tie
                    })
                };
                let want = (0..live).filter(free).count();
                assert_eq!(
                    unbeaten(&totals, &drawn, option, tie, live),
                    want,
                    "{option} of {live}"
                );
            }
        }
        assert_eq!(unbeaten(&totals, &drawn, 4, 0.0, 128), 0);
    }
}
