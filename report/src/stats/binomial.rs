//! Control limits: between which counts a month lies, but for 27 in 10,000 months, if nothing but chance moves it.

/// The limits of a month, as counts; both belong to what chance explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The lowest count that chance explains.
    pub low: u64,
    /// The highest.
    pub high: u64,
}

/// What lies beyond three standard deviations of a normal distribution on one side. Limits are exact for shares, so that
/// small months do not signal more often than that.
const TAIL: f64 = 0.001_349_898;

/// The limits for a month of so many people, if the share is as it is over all months.
#[must_use]
pub fn limits(of: u64, share: f64) -> Limits {
    if of == 0 || !(0.0..=1.0).contains(&share) {
        return Limits { low: 0, high: of };
    }
    if share == 0.0 || share == 1.0 {
        let all = if share == 0.0 { 0 } else { of };
        return Limits { low: all, high: all };
    }
    let low = lower(of, share);
    let high = of - lower(of, 1.0 - share);
    Limits { low, high }
}

/// The lowest count k with more than [`TAIL`] at or below it.
fn lower(of: u64, share: f64) -> u64 {
    let n = of as f64;
    let (log_p, log_q) = (share.ln(), (1.0 - share).ln());
    // Ten standard deviations below the middle there is nothing that could be added.
    let start = (n * share - 10.0 * (n * share * (1.0 - share)).sqrt())
        .floor()
        .max(0.0);
    let mut k = start;
    let mut log = choose(n, k) + k * log_p + (n - k) * log_q;
    let mut below = 0.0;
    loop {
        below += log.exp();
        if below > TAIL || k >= n {
            return k as u64;
        }
        log += ((n - k) / (k + 1.0)).ln() + log_p - log_q;
        k += 1.0;
    }
}

/// The logarithm of n over k.
fn choose(n: f64, k: f64) -> f64 {
    log_factorial(n) - log_factorial(k) - log_factorial(n - k)
}

fn log_factorial(n: f64) -> f64 {
    super::compare::log_gamma(n + 1.0)
}

#[cfg(test)]
mod tests {
    use super::{Limits, TAIL, limits};

    /// Added up from one end, without logarithms.
    fn at_most(n: i32, share: f64, k: i32) -> f64 {
        let mut term = (1.0 - share).powi(n);
        let mut sum = term;
        for i in 0..k {
            term *= f64::from(n - i) / f64::from(i + 1) * share / (1.0 - share);
            sum += term;
        }
        sum
    }

    #[test]
    fn limits_leave_out_what_three_deviations_would() {
        for (n, share) in [(25, 0.3), (60, 0.5), (200, 0.04), (200, 0.9)] {
            let Limits { low, high } = limits(n, share);
            let n = n as i32;
            let (low, high) = (low as i32, high as i32);
            if low > 0 {
                assert!(at_most(n, share, low - 1) <= TAIL, "{n} {share} {low}");
            }
            assert!(at_most(n, share, low) > TAIL);
            assert!(
                1.0 - at_most(n, share, high) <= TAIL * 1.000_001,
                "{n} {share} {high}"
            );
            assert!(1.0 - at_most(n, share, high - 1) > TAIL);
        }
    }

    #[test]
    fn a_month_of_a_million_has_limits_near_three_deviations() {
        let Limits { low, high } = limits(1_000_000, 0.5);
        assert!((498_490..498_510).contains(&low), "{low}");
        assert!((501_490..501_510).contains(&high), "{high}");
        assert_eq!(limits(10, 0.0), Limits { low: 0, high: 0 });
    }
}
