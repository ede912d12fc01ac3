//! Quasi-random points: the Sobol' sequence with the direction numbers of Joe and Kuo (2008), and a random digital
//! shift, so that every point is uniform on its own and the points together are spread more evenly than chance.

use crate::{LANES, Stream, WholeNumbers};

/// Dimensions with direction numbers here; weights of up to eleven outcomes.
pub const DIMENSIONS: usize = 10;

/// Degree, polynomial and first direction numbers of dimensions 2 to 10.
const TABLE: [(u32, u32, [u32; 5]); DIMENSIONS - 1] = [
    (1, 0, [1, 0, 0, 0, 0]),
    (2, 1, [1, 3, 0, 0, 0]),
    (3, 1, [1, 3, 1, 0, 0]),
    (3, 2, [1, 1, 1, 0, 0]),
    (4, 1, [1, 1, 3, 3, 0]),
    (4, 4, [1, 3, 5, 13, 0]),
    (5, 2, [1, 1, 5, 5, 17]),
    (5, 4, [1, 1, 5, 5, 5]),
    (5, 7, [1, 1, 7, 11, 19]),
];

/// One dimension of the shifted sequence.
#[derive(Clone, Debug)]
pub struct Dimension {
    directions: [u32; 32],
    shift: u32,
    low: WholeNumbers,
}

impl Dimension {
    /// Dimension `d`, counted from 0, shifted at random from `seed`. `None` when there are no numbers for it.
    #[must_use]
    pub fn new(d: usize, seed: u64) -> Option<Self> {
        let directions = directions(d)?;
        let [shift, ..] = Stream::new(seed, u32::MAX).four(d as u64);
        let mut low = [0; LANES];
        for (i, x) in (0u32..).zip(&mut low) {
            *x = point(&directions, i);
        }
        Some(Self {
            directions,
            shift,
            low,
        })
    }

    /// The 32-bit numbers of block `block`.
    pub fn block(&self, block: u64, out: &mut WholeNumbers) {
        // The numbering is linear over exclusive or, and blocks start at multiples of their length.
        let base = point(&self.directions, (block as u32).wrapping_mul(LANES as u32)) ^ self.shift;
        for (o, l) in out.iter_mut().zip(&self.low) {
            *o = base ^ l;
        }
    }
}

fn point(directions: &[u32; 32], index: u32) -> u32 {
    directions
        .iter()
        .enumerate()
        .fold(0, |x, (bit, v)| if (index >> bit) & 1 == 1 { x ^ v } else { x })
}

fn directions(d: usize) -> Option<[u32; 32]> {
    let mut v = [0u32; 32];
    if d == 0 {
        for (k, x) in v.iter_mut().enumerate() {
            *x = 1 << (31 - k);
        }
        return Some(v);
    }
    let &(degree, polynomial, ref first) = TABLE.get(d - 1)?;
    let s = degree as usize;
    for k in 0..32 {
        let x = if k < s {
            first.get(k)? << (31 - k)
        } else {
            let back = |i: usize| v.get(k - i).copied().unwrap_or(0);
            (1..s).fold(back(s) ^ (back(s) >> s), |x, i| {
                if (polynomial >> (s - 1 - i)) & 1 == 1 {
                    x ^ back(i)
                } else {
                    x
                }
            })
        };
        *v.get_mut(k)? = x;
    }
    Some(v)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every run of 2^k points, k up to 8, falls once into every interval of length 2^-k, in each dimension; and the
    /// first two dimensions form a (0, 2) net.
    #[test]
    fn points_are_stratified() {
        let all: Vec<[u32; 32]> = (0..DIMENSIONS).map(|d| directions(d).unwrap()).collect();
        for v in &all {
            let mut seen = [false; 256];
            for i in 0..256 {
                seen[(point(v, i) >> 24) as usize] = true;
            }
            assert!(seen.iter().all(|s| *s));
        }
        let mut seen = [[false; 16]; 16];
        for i in 0..256 {
            seen[(point(&all[0], i) >> 28) as usize][(point(&all[1], i) >> 28) as usize] = true;
        }
        assert!(seen.iter().flatten().all(|s| *s));
    }

    #[test]
    fn a_block_is_its_points() {
        let d = Dimension::new(4, 9).unwrap();
        let mut out = [0; LANES];
        d.block(5, &mut out);
        for (l, x) in out.iter().enumerate() {
            assert_eq!(*x, point(&d.directions, (5 * LANES + l) as u32) ^ d.shift);
        }
    }
}
