//! Random numbers from a counter: Philox 4x32-7 (Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as
//! easy as 1, 2, 3"). Four 32-bit numbers are a fixed function of a key (the seed) and a counter (which draw, of what).
//! Seven rounds are the fewest its authors found to pass every statistical test.

use super::LANES;

const ROUNDS: usize = 7;
const M0: u32 = 0xD251_1F53;
const M1: u32 = 0xCD9E_8D57;
const W0: u32 = 0x9E37_79B9;
const W1: u32 = 0xBB67_AE85;

/// Calls for a block of draws: each gives four numbers.
pub(crate) const CALLS: usize = LANES / 4;

/// A stream of random numbers: a seed and the number of the quantity drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stream {
    key: (u32, u32),
    stream: u32,
}

impl Stream {
    /// The stream numbered `stream` of a seed.
    pub(crate) fn new(seed: u64, stream: u32) -> Self {
        Self {
            key: (seed as u32, (seed >> 32) as u32),
            stream,
        }
    }

    /// Four numbers for one counter.
    pub(crate) fn four(self, counter: u64) -> [u32; 4] {
        rounds([counter as u32, (counter >> 32) as u32, self.stream, 0], self.key)
    }

    /// One 32-bit number for every draw of block `block`; lane `32 k + g` holds the `k`th number of call `g`.
    pub(crate) fn block(self, block: u64, out: &mut [u32; LANES]) {
        let mut x = [[0u32; CALLS]; 4];
        let [x0, x1, x2, x3] = &mut x;
        let first = block * CALLS as u64;
        for (g, a) in (0u64..).zip(x0.iter_mut()) {
            *a = (first + g) as u32;
        }
        x1.fill((first >> 32) as u32);
        x2.fill(self.stream);
        let (mut k0, mut k1) = self.key;
        for _ in 0..ROUNDS {
            for (((a, b), c), d) in x0
                .iter_mut()
                .zip(x1.iter_mut())
                .zip(x2.iter_mut())
                .zip(x3.iter_mut())
            {
                let [na, nb, nc, nd] = round([*a, *b, *c, *d], k0, k1);
                (*a, *b, *c, *d) = (na, nb, nc, nd);
            }
            k0 = k0.wrapping_add(W0);
            k1 = k1.wrapping_add(W1);
        }
        for (o, xs) in out.chunks_exact_mut(CALLS).zip([x0, x1, x2, x3]) {
            o.copy_from_slice(xs);
        }
    }
}

#[inline(always)]
fn round([a, b, c, d]: [u32; 4], k0: u32, k1: u32) -> [u32; 4] {
    let p = u64::from(M0) * u64::from(a);
    let q = u64::from(M1) * u64::from(c);
    [
        (q >> 32) as u32 ^ b ^ k0,
        q as u32,
        (p >> 32) as u32 ^ d ^ k1,
        p as u32,
    ]
}

fn rounds(counter: [u32; 4], (mut k0, mut k1): (u32, u32)) -> [u32; 4] {
    let mut x = counter;
    for _ in 0..ROUNDS {
        x = round(x, k0, k1);
        k0 = k0.wrapping_add(W0);
        k1 = k1.wrapping_add(W1);
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Known answers published with the Random123 library.
    #[test]
    fn known_answers() {
        assert_eq!(
            rounds([0; 4], (0, 0)),
            [0x5f6f_b709, 0x0d89_3f64, 0x4f12_1f81, 0x4f73_0a48]
        );
    }

    #[test]
    fn a_block_is_its_calls() {
        let s = Stream::new(0x1234_5678_9abc_def0, 7);
        let mut out = [0; LANES];
        s.block(3, &mut out);
        for g in 0..CALLS {
            let four = s.four(3 * CALLS as u64 + g as u64);
            for (k, x) in four.iter().enumerate() {
                assert_eq!(out[k * CALLS + g], *x);
            }
        }
    }
}
