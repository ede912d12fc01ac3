//! Counts in how many draws the options come in each order.

use wide::bytemuck::cast;
use wide::{f64x2, u64x2};

use crate::lanes::{AT_ONCE, TOGETHER, chunks_mut, vectors};
use crate::{LANES, Lanes, WholeNumbers};

/// A bit for every pair of options (16 at most), the first pair lowest, set when the first of the two is above the
/// second.
pub fn order_keys(totals: &[Lanes], keys: &mut WholeNumbers) {
    for (c, chunk) in chunks_mut::<u32, TOGETHER, LANES>(keys).iter_mut().enumerate() {
        let mut key = [u64x2::splat(0); AT_ONCE];
        let mut bit = 1;
        for (a, x) in totals.iter().enumerate() {
            let x = vectors(x, c);
            for y in totals.iter().skip(a + 1) {
                let y = vectors(y, c);
                let mask = u64x2::splat(bit);
                for ((k, x), y) in key.iter_mut().zip(x).zip(y) {
                    *k |= cast::<f64x2, u64x2>(x.simd_gt(y)) & mask;
                }
                bit <<= 1;
            }
        }
        let key: [u64; TOGETHER] = cast(key);
        *chunk = key.map(|k| k as u32);
    }
}

/// Marks lanes in which two options are no further apart than `tie`; says whether there are any.
pub fn ties(totals: &[Lanes], tie: f64, close: &mut WholeNumbers) -> bool {
    let tie = f64x2::splat(tie);
    let mut any = u64x2::splat(0);
    for (c, chunk) in chunks_mut::<u32, TOGETHER, LANES>(close).iter_mut().enumerate() {
        let mut tied = [u64x2::splat(0); AT_ONCE];
        for (a, x) in totals.iter().enumerate() {
            let x = vectors(x, c);
            for y in totals.iter().skip(a + 1) {
                let y = vectors(y, c);
                for ((t, x), y) in tied.iter_mut().zip(x).zip(y) {
                    *t |= cast::<f64x2, u64x2>((x - y).abs().simd_le(tie));
                }
            }
        }
        for t in tied {
            any |= t;
        }
        let tied: [u64; TOGETHER] = cast(tied);
        *chunk = tied.map(|k| k as u32);
    }
    any.to_array() != [0, 0]
}

/// Counts of orders by key, the option in front in each, and sums of rows over the draws in which each option is.
#[derive(Clone, Debug)]
pub struct Counts {
    options: usize,
    counts: Vec<u32>,
    front: Vec<u8>,
    rows: usize,
    sums: Vec<f64>,
}

const UNKNOWN: u8 = u8::MAX;

impl Counts {
    /// The most options whose orders are counted by key: 15 pairs.
    pub const MOST_OPTIONS: usize = 6;

    /// For at most six options and sums of `rows` rows. `None` for more options.
    #[must_use]
    pub fn new(options: usize, rows: usize) -> Option<Self> {
        if options > Self::MOST_OPTIONS {
            return None;
        }
        let keys = 1 << (options * options.saturating_sub(1) / 2);
        Some(Self {
            options,
            counts: vec![0; keys],
            front: vec![UNKNOWN; keys],
            rows,
            sums: vec![0.0; (rows + 1) * options],
        })
    }

    /// How often each key was counted.
    #[must_use]
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// For each option the sums of every row over the draws in which it was in front, and how many those were. Starts
    /// anew.
    pub fn take_sums(&mut self, mut each: impl FnMut(usize, &[f64], f64)) {
        for (option, sums) in self.sums.chunks_exact_mut(self.rows + 1).enumerate() {
            if let Some((count, rows)) = sums.split_last() {
                each(option, rows, *count);
            }
            sums.fill(0.0);
        }
    }

    /// Adds the counts of another.
    pub fn merge(&mut self, other: &Self) {
        for (a, b) in self.counts.iter_mut().zip(&other.counts) {
            *a += b;
        }
    }

    /// Counts lanes `from` to `to` but for those marked in `skip`, and adds their numbers in `rows` up.
    pub fn add(
        &mut self,
        keys: &WholeNumbers,
        skip: Option<&WholeNumbers>,
        (from, to): (usize, usize),
        rows: &[Lanes],
    ) {
        match rows.len() {
            2 => self.add_rows::<2>(keys, skip, from, to, rows),
            3 => self.add_rows::<3>(keys, skip, from, to, rows),
            4 => self.add_rows::<4>(keys, skip, from, to, rows),
            5 => self.add_rows::<5>(keys, skip, from, to, rows),
            6 => self.add_rows::<6>(keys, skip, from, to, rows),
            n if n == self.rows => {
                for lane in from..to.min(LANES) {
                    if skip.is_none_or(|s| s[lane] == 0)
                        && let Some(sums) = self.count(keys[lane], n)
                        && let Some((count, sums)) = sums.split_last_mut()
                    {
                        *count += 1.0;
                        for (s, row) in sums.iter_mut().zip(rows) {
                            *s += row[lane];
                        }
                    }
                }
            }
            _ => {}
        }
    }

    /// The same with the number of rows known beforehand.
    #[inline(always)]
    fn add_rows<const K: usize>(
        &mut self,
        keys: &WholeNumbers,
        skip: Option<&WholeNumbers>,
        from: usize,
        to: usize,
        rows: &[Lanes],
    ) {
        let Some(rows) = rows.first_chunk::<K>() else {
            return;
        };
        for lane in from..to.min(LANES) {
            if skip.is_none_or(|s| s[lane] == 0)
                && let Some(sums) = self.count(keys[lane], K)
                && let Some((sums, [count])) = sums.split_first_chunk_mut::<K>()
            {
                *count += 1.0;
                for (s, row) in sums.iter_mut().zip(rows) {
                    *s += row[lane];
                }
            }
        }
    }

    /// Counts a key; the sums of the option in front.
    #[inline(always)]
    fn count(&mut self, key: u32, rows: usize) -> Option<&mut [f64]> {
        *self.counts.get_mut(key as usize)? += 1;
        let front = self.front.get_mut(key as usize)?;
        if *front == UNKNOWN {
            *front = in_front(key as usize, self.options);
        }
        let start = usize::from(*front) * (rows + 1);
        self.sums.get_mut(start..start + rows + 1)
    }
}

/// For the order of a key, how many options are above each of the first eight.
#[must_use]
pub fn order_of(key: usize, options: usize) -> [u8; 8] {
    let mut above = [0; 8];
    let mut bit = 0;
    for a in 0..options {
        for b in a + 1..options {
            let loser = if (key >> bit) & 1 == 1 { b } else { a };
            above[loser & 7] += 1;
            bit += 1;
        }
    }
    above
}

#[cold]
fn in_front(key: usize, options: usize) -> u8 {
    order_of(key, options).iter().position(|n| *n == 0).unwrap_or(0) as u8
}
