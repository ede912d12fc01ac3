//! Numbers that look like chance and are the same for the same seed on every machine: SplitMix64 (Steele 2014).

/// The state.
#[derive(Clone, Debug)]
pub struct SeededDraw(u64);

impl SeededDraw {
    /// Begins anew.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// 64 bits.
    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below another.
    pub fn below(&mut self, limit: u64) -> u64 {
        // The upper half of a product: unequal by less than one in 2^50 for the small limits here.
        ((u128::from(self.next()) * u128::from(limit)) >> 64) as u64
    }

    /// Yes, with a probability.
    pub fn yes(&mut self, chance: f64) -> bool {
        ((self.next() >> 11) as f64) < chance * (1_u64 << 53) as f64
    }

    /// One of some words.
    pub fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let place = self.below(words.len() as u64) as usize;
        words.get(place).copied().unwrap_or_default()
    }

    /// One of them, or nothing.
    pub fn maybe<'a>(&mut self, chance: f64, words: &[&'a str]) -> Option<&'a str> {
        self.yes(chance).then(|| self.of(words))
    }

    /// One of some words with weights.
    pub fn weighted<'a>(&mut self, words: &[(&'a str, u64)]) -> &'a str {
        let mut left = self.below(words.iter().map(|(_, weight)| weight).sum());
        for (word, weight) in words {
            if left < *weight {
                return word;
            }
            left -= weight;
        }
        ""
    }
}
