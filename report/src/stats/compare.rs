//! Whether shares differ by more than chance explains, over all the comparisons of a page together.

/// The fewest people with and without that the middle of a comparison must expect, for its formula to hold.
const EXPECTED: f64 = 5.0;

/// The probability of a difference at least as large between two shares that are the same: Pearson's chi-squared.
#[must_use]
pub fn two(a: (u64, u64), b: (u64, u64)) -> Option<f64> {
    many(&[a, b])
}

/// The same for several shares.
#[must_use]
pub fn many(shares: &[(u64, u64)]) -> Option<f64> {
    let people: u64 = shares.iter().map(|(people, _)| people).sum();
    let of: u64 = shares.iter().map(|(_, of)| of).sum();
    if shares.len() < 2 || of == 0 {
        return None;
    }
    let share = people as f64 / of as f64;
    let mut squares = 0.0;
    for (people, of) in shares {
        let (yes, no) = (*of as f64 * share, *of as f64 * (1.0 - share));
        if yes < EXPECTED || no < EXPECTED {
            return None;
        }
        squares += (*people as f64 - yes).powi(2) / yes + (*people as f64 - yes).powi(2) / no;
    }
    Some(upper_gamma((shares.len() - 1) as f64 / 2.0, squares / 2.0))
}

/// Which of several findings hold together, if at most one page in `1 / rate` may tell something that chance made (Holm 1979).
#[must_use]
pub fn holm(chances: &[Option<f64>], rate: f64) -> Vec<bool> {
    let mut order: Vec<(usize, f64)> = chances
        .iter()
        .enumerate()
        .filter_map(|(place, chance)| Some((place, (*chance)?)))
        .collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut holds = vec![false; chances.len()];
    let all = order.len();
    for (rank, (place, chance)) in order.into_iter().enumerate() {
        if chance > rate / (all - rank) as f64 {
            break;
        }
        if let Some(hold) = holds.get_mut(place) {
            *hold = true;
        }
    }
    holds
}

/// The logarithm of the gamma function: Lanczos's approximation, to 15 digits for the arguments used here.
pub(super) fn log_gamma(x: f64) -> f64 {
    const FACTORS: [f64; 8] = [
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    let x = x - 1.0;
    let t = x + 7.5;
    let sum = FACTORS
        .iter()
        .zip(1_u8..)
        .fold(0.999_999_999_999_809_9, |sum, (factor, place)| {
            sum + factor / (x + f64::from(place))
        });
    0.5 * (2.0 * std::f64::consts::PI).ln() + (x + 0.5) * t.ln() - t + sum.ln()
}

/// The regularised upper incomplete gamma function: by its series below a + 1, by its continued fraction above.
fn upper_gamma(a: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 1.0;
    }
    let scale = (a * x.ln() - x - log_gamma(a)).exp();
    if x < a + 1.0 {
        let mut term = 1.0 / a;
        let mut sum = term;
        let mut n = a;
        while term.abs() > sum.abs() * 1e-16 {
            n += 1.0;
            term *= x / n;
            sum += term;
        }
        return (1.0 - scale * sum).max(0.0);
    }
    let tiny = 1e-300;
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / tiny;
    let mut d = 1.0 / b;
    let mut h = d;
    for i in 1..10_000 {
        let an = -f64::from(i) * (f64::from(i) - a);
        b += 2.0;
        d = an * d + b;
        d = 1.0 / if d.abs() < tiny { tiny } else { d };
        c = b + an / c;
        if c.abs() < tiny {
            c = tiny;
        }
        h *= d * c;
        if (d * c - 1.0).abs() < 1e-15 {
            break;
        }
    }
    scale * h
}

#[cfg(test)]
mod tests {
    use super::{holm, many, two, upper_gamma};

    /// The critical values of chi-squared that every table prints.
    #[test]
    fn chi_squared_is_that_of_the_tables() {
        for (freedom, critical, tail) in [
            (1.0, 3.841_459, 0.05),
            (1.0, 6.634_897, 0.01),
            (5.0, 11.070_498, 0.05),
            (10.0, 23.209_251, 0.01),
            (2.0, 0.020_101, 0.99),
        ] {
            let got = upper_gamma(freedom / 2.0, critical / 2.0);
            assert!((got - tail).abs() < 1e-6, "{freedom} {critical}: {got}");
        }
    }

    #[test]
    fn shares_are_compared_where_the_formula_holds() {
        // 30 of 100 against 50 of 100: chi-squared is 8.3333, by hand.
        assert!((two((30, 100), (50, 100)).unwrap() - 0.003_892).abs() < 1e-6);
        assert_eq!(two((1, 8), (2, 9)), None, "too few are expected");
        assert_eq!(many(&[(3, 9)]), None);
        assert!((many(&[(50, 100), (50, 100), (50, 100)]).unwrap() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn many_comparisons_share_one_rate() {
        assert_eq!(
            holm(&[Some(0.004), None, Some(0.02), Some(0.03)], 0.05),
            [true, false, true, true]
        );
        assert_eq!(holm(&[Some(0.018), Some(0.02), Some(0.03)], 0.05), [false; 3]);
    }
}
