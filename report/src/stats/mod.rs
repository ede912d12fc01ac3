//! The arithmetic of shares: intervals, limits and differences that chance explains. Each is a published formula.

mod binomial;
mod compare;

pub use binomial::{Limits, limits};
pub use compare::{holm, many, two};

/// A share with its interval, as parts of 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// Those it is told of.
    pub people: u64,
    /// Everybody it is of.
    pub of: u64,
    /// The share.
    pub share: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The 97.5th percentile of the normal distribution, for intervals of 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// A share with Wilson's interval of 95 % (Wilson 1927), which is sound for few people and for shares near 0 and 1.
#[must_use]
pub fn share(people: u64, of: u64) -> Option<Share> {
    if of == 0 || people > of {
        return None;
    }
    let (n, p) = (of as f64, people as f64 / of as f64);
    let middle = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z / (1.0 + Z * Z / n) * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    // The ends of nobody and everybody are 0 and 1; rounding must not move them.
    let low = if people == 0 {
        0.0
    } else {
        (middle - half).max(0.0)
    };
    let high = if people == of {
        1.0
    } else {
        (middle + half).min(1.0)
    };
    Some(Share {
        people,
        of,
        share: p,
        low,
        high,
    })
}

/// The difference between two shares with Newcombe's interval of 95 % (Newcombe 1998, method 10).
#[must_use]
pub fn difference(before: &Share, after: &Share) -> (f64, f64, f64) {
    let d = after.share - before.share;
    let below = ((after.share - after.low).powi(2) + (before.high - before.share).powi(2)).sqrt();
    let above = ((after.high - after.share).powi(2) + (before.share - before.low).powi(2)).sqrt();
    (d, d - below, d + above)
}

#[cfg(test)]
mod tests {
    use super::{difference, share};

    fn near(got: f64, want: f64) {
        assert!((got - want).abs() < 5e-5, "{got} is not {want}");
    }

    /// Newcombe 1998 (Statistics in Medicine 17: 857 and 873), tables of examples.
    #[test]
    fn intervals_are_those_of_the_papers() {
        let wilson = share(81, 263).unwrap();
        near(wilson.low, 0.2553);
        near(wilson.high, 0.3662);
        let wilson = share(1, 29).unwrap();
        near(wilson.low, 0.0061);
        near(wilson.high, 0.1718);
        near(share(0, 20).unwrap().high, 0.1611);
        let (d, low, high) = difference(&share(48, 80).unwrap(), &share(56, 70).unwrap());
        near(d, 0.2);
        near(low, 0.0524);
        near(high, 0.3339);
    }

    #[test]
    fn there_is_no_share_of_nobody() {
        assert_eq!(share(0, 0), None);
        assert_eq!(share(3, 2), None);
        let all = share(7, 7).unwrap();
        assert!(all.high == 1.0 && all.low < 1.0);
    }
}
