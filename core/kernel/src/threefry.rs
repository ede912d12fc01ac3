//! Random numbers from a counter: Threefry 4x32 (Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy
//! as 1, 2, 3"). Four 32-bit numbers are a fixed function of a key (the seed) and a counter (which draw, of what). Twelve
//! rounds are the fewest its authors found to pass every statistical test. Additions, shifts and exclusive ors only:
//! quick in any processor's vectors.

use wide::u32x4;

use crate::{LANES, WholeNumbers};

const ROUNDS: usize = 12;

/// Calls for a block of draws: each gives four numbers.
const CALLS: usize = LANES / 4;

/// A stream of random numbers: a seed and the number of the quantity drawn.
#[derive(Clone, Copy, Debug)]
pub struct Stream {
    key: [u32; 4],
}

impl Stream {
    /// The stream numbered `stream` of a seed.
    #[must_use]
    pub fn new(seed: u64, stream: u32) -> Self {
        Self {
            key: [seed as u32, (seed >> 32) as u32, stream, 0],
        }
    }

    /// Four numbers for one counter.
    #[must_use]
    pub fn four(self, counter: u64) -> [u32; 4] {
        let counter = [counter as u32, (counter >> 32) as u32, 0, 0].map(u32x4::splat);
        rounds::<ROUNDS>(counter, self.key).map(|x| x.to_array()[0])
    }

    /// One 32-bit number for every draw of block `block`; lane `32 k + g` holds the `k`th number of call `g`.
    pub fn block(self, block: u64, out: &mut WholeNumbers) {
        let first = block * CALLS as u64;
        // Blocks start at multiples of their length, so the low half of the counter does not run over.
        let mut low = u32x4::splat(first as u32) | u32x4::new([0, 1, 2, 3]);
        let high = u32x4::splat((first >> 32) as u32);
        let (head, tail) = out.split_at_mut(2 * CALLS);
        let (o0, o1) = head.split_at_mut(CALLS);
        let (o2, o3) = tail.split_at_mut(CALLS);
        let outs = o0
            .as_chunks_mut::<4>()
            .0
            .iter_mut()
            .zip(o1.as_chunks_mut::<4>().0);
        let outs = outs.zip(o2.as_chunks_mut::<4>().0).zip(o3.as_chunks_mut::<4>().0);
        let none = u32x4::splat(0);
        for (((p, q), r), s) in outs {
            let four = rounds::<ROUNDS>([low, high, none, none], self.key);
            [*p, *q, *r, *s] = four.map(u32x4::to_array);
            low += u32x4::splat(4);
        }
    }
}

/// `N` rounds, a multiple of four.
#[inline(always)]
fn rounds<const N: usize>(counter: [u32x4; 4], key: [u32; 4]) -> [u32x4; 4] {
    let [k0, k1, k2, k3] = key;
    let keys = [k0, k1, k2, k3, 0x1BD1_1BDA ^ k0 ^ k1 ^ k2 ^ k3];
    let mut x = counter;
    for (x, k) in x.iter_mut().zip(keys) {
        *x += u32x4::splat(k);
    }
    // Four rounds at a time, the turns known to the compiler.
    for time in 0..N / 4 {
        x = if time % 2 == 0 {
            four_rounds(x, [[10, 26], [11, 21], [13, 27], [23, 5]])
        } else {
            four_rounds(x, [[6, 20], [17, 11], [25, 10], [18, 20]])
        };
        for (i, x) in x.iter_mut().enumerate() {
            *x += u32x4::splat(keys[(time + 1 + i) % 5]);
        }
        x[3] += u32x4::splat(time as u32 + 1);
    }
    x
}

#[inline(always)]
fn four_rounds([mut a, mut b, mut c, mut d]: [u32x4; 4], turns: [[u32; 2]; 4]) -> [u32x4; 4] {
    let [[r0, s0], [r1, s1], [r2, s2], [r3, s3]] = turns;
    (a, c) = (a + b, c + d);
    (b, d) = (turn(b, r0) ^ a, turn(d, s0) ^ c);
    (a, c) = (a + d, c + b);
    (d, b) = (turn(d, r1) ^ a, turn(b, s1) ^ c);
    (a, c) = (a + b, c + d);
    (b, d) = (turn(b, r2) ^ a, turn(d, s2) ^ c);
    (a, c) = (a + d, c + b);
    (d, b) = (turn(d, r3) ^ a, turn(b, s3) ^ c);
    [a, b, c, d]
}

#[inline(always)]
fn turn(x: u32x4, by: u32) -> u32x4 {
    (x << by) | (x >> (32 - by))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Known answers published with the Random123 library.
    #[test]
    fn known_answers() {
        let zero = [u32x4::splat(0); 4];
        let first = |x: [u32x4; 4]| x.map(|x| x.to_array()[0]);
        assert_eq!(
            first(rounds::<20>(zero, [0; 4])),
            [0x9c6c_a96a, 0xe17e_ae66, 0xfc10_ecd4, 0x5256_a7d8]
        );
    }

    #[test]
    fn a_block_is_its_calls() {
        let s = Stream::new(0x1234_5678_9abc_def0, 7);
        for block in [0, 3, (1 << 32) / CALLS as u64] {
            let mut out = [0; LANES];
            s.block(block, &mut out);
            for g in 0..CALLS {
                let four = s.four(block * CALLS as u64 + g as u64);
                for (k, x) in four.iter().enumerate() {
                    assert_eq!(out[k * CALLS + g], *x);
                }
            }
        }
    }
}
