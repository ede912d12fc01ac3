//! Noise that hides one person: the discrete Laplace distribution, drawn exactly. Only whole numbers are drawn and compared, so that
//! nothing can be read off rounding, as it can where floating point is used (Mironov 2012). The way is that of Canonne, Kamath and
//! Steinke 2020, "The Discrete Gaussian for Differential Privacy", algorithms 1 and 2.

use crate::error::ReportError;

/// Where random bits come from. Only tests bring their own.
pub trait RandomBits {
    /// 64 of them.
    ///
    /// # Errors
    /// Where the system has none to give.
    fn bits(&mut self) -> Result<u64, ReportError>;
}

/// The system's own randomness.
#[derive(Default)]
pub struct SystemBits {
    waiting: Vec<u64>,
}

impl RandomBits for SystemBits {
    fn bits(&mut self) -> Result<u64, ReportError> {
        if let Some(bits) = self.waiting.pop() {
            return Ok(bits);
        }
        let mut bytes = [0_u8; 4096];
        getrandom::fill(&mut bytes).map_err(|cause| ReportError::Random(cause.to_string()))?;
        let (eights, _) = bytes.as_chunks::<8>();
        self.waiting = eights.iter().map(|eight| u64::from_le_bytes(*eight)).collect();
        Ok(self.waiting.pop().unwrap_or_default())
    }
}

/// The noise of a table: a number y comes with a probability in proportion to exp(-|y| · `over` / `under`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noise {
    /// The budget of the table, for numbers that one person moves by 1, as a fraction.
    pub over: u64,
    /// What it is divided by.
    pub under: u64,
}

impl Noise {
    /// Draws it.
    ///
    /// # Errors
    /// Where there is no randomness.
    pub fn draw(self, from: &mut dyn RandomBits) -> Result<i64, ReportError> {
        loop {
            let within = below(self.under, from)?;
            if !chance_of_exp(within, self.under, from)? {
                continue;
            }
            let mut whole = 0_u64;
            while chance_of_exp(1, 1, from)? {
                whole += 1;
            }
            let size = whole.saturating_mul(self.under).saturating_add(within) / self.over;
            let negative = below(2, from)? == 1;
            if negative && size == 0 {
                continue;
            }
            let size = i64::try_from(size).unwrap_or(i64::MAX);
            return Ok(if negative { -size } else { size });
        }
    }

    /// exp(-budget): how much rarer each further step is.
    fn step(self) -> f64 {
        (-(self.over as f64) / self.under as f64).exp()
    }

    /// The variance of one number.
    #[must_use]
    pub fn variance(self) -> f64 {
        let step = self.step();
        2.0 * step / (1.0 - step).powi(2)
    }

    /// The smallest number that at most 5 of 100 draws are beyond.
    #[must_use]
    pub fn mostly_within(self) -> u64 {
        // P(|Y| > m) = 2 · step^(m + 1) / (1 + step).
        let step = self.step();
        let m = (0.025 * (1.0 + step)).ln() / step.ln() - 1.0;
        m.ceil().max(0.0) as u64
    }
}

/// A number below another, each as likely.
fn below(limit: u64, from: &mut dyn RandomBits) -> Result<u64, ReportError> {
    // What lies beyond the last whole multiple would make small numbers likelier, and is drawn again.
    let most = u64::MAX - u64::MAX % limit;
    loop {
        let bits = from.bits()?;
        if bits < most {
            return Ok(bits % limit);
        }
    }
}

/// Yes, with the probability exp(-over/under), for a fraction from 0 to 1.
fn chance_of_exp(over: u64, under: u64, from: &mut dyn RandomBits) -> Result<bool, ReportError> {
    // The first k for which a draw with the probability over / (under · k) fails is odd with just that probability.
    let mut k = 1_u64;
    while below(under.saturating_mul(k), from)? < over {
        k += 1;
    }
    Ok(k % 2 == 1)
}

#[cfg(test)]
mod tests {
    use super::{Noise, RandomBits};
    use crate::error::ReportError;
    use crate::sample::SeededDraw;

    impl RandomBits for SeededDraw {
        fn bits(&mut self) -> Result<u64, ReportError> {
            Ok(self.next())
        }
    }

    /// Chi-squared against the formula, for a budget below 1, of 1, and above. 31.8 of 8 degrees of freedom is passed once in 10,000 times.
    #[test]
    fn numbers_come_as_often_as_the_formula_says() {
        for (over, under) in [(1, 3), (1, 1), (7, 4)] {
            let noise = Noise { over, under };
            let mut from = SeededDraw::new(over * 100 + under);
            let draws = 40_000_u32;
            let mut seen = [0_u32; 9];
            let mut sum = 0.0;
            for _ in 0..draws {
                let drawn = noise.draw(&mut from).unwrap();
                sum += (drawn as f64).powi(2);
                // -4 to 4 each by itself, and what lies beyond with the ends.
                seen[usize::try_from(drawn.clamp(-4, 4) + 4).unwrap()] += 1;
            }
            let step = noise.step();
            let beyond: f64 = step.powi(4) / (1.0 + step);
            let wanted = |y: i32| match y.abs() {
                4 => beyond,
                size => (1.0 - step) / (1.0 + step) * step.powi(size),
            };
            let squares: f64 = seen
                .iter()
                .zip(-4..)
                .map(|(seen, y)| {
                    let wanted = wanted(y) * f64::from(draws);
                    (f64::from(*seen) - wanted).powi(2) / wanted
                })
                .sum();
            assert!(
                squares < 31.8,
                "{over}/{under}: chi-squared {squares} of 8 degrees"
            );
            let variance = sum / f64::from(draws);
            assert!(
                (variance / noise.variance() - 1.0).abs() < 0.06,
                "{variance} is not {}",
                noise.variance()
            );
        }
    }

    #[test]
    fn what_is_mostly_within_is_what_the_formula_says() {
        for (over, under) in [(1, 22), (1, 3), (1, 1), (3, 1)] {
            let noise = Noise { over, under };
            let beyond = |m: u64| 2.0 * noise.step().powf(m as f64 + 1.0) / (1.0 + noise.step());
            let m = noise.mostly_within();
            assert!(beyond(m) <= 0.05 + 1e-12, "{m}");
            assert!(m == 0 || beyond(m - 1) > 0.05, "{m}");
        }
    }

    #[test]
    fn the_system_gives_bits_that_differ() {
        let mut from = super::SystemBits::default();
        let drawn: std::collections::BTreeSet<u64> = (0..2_000).map(|_| from.bits().unwrap()).collect();
        assert_eq!(drawn.len(), 2_000);
    }
}
