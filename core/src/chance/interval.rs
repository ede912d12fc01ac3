//! 95 % intervals for a proportion from counts.
//!
//! Only `+ - * /` and square root, which IEEE 754 fixes to the last bit, so native and WebAssembly agree.

/// The 97.5 % point of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// Wilson's score interval for `events` of `people` (Wilson, J Am Stat Assoc 1927;22:209-12), as proportions.
///
/// `people` must not be 0 and `events` not above it; otherwise the whole range (0, 1) comes back.
#[must_use]
pub fn wilson95(events: u32, people: u32) -> (f64, f64) {
    if people == 0 || events > people {
        return (0.0, 1.0);
    }
    let (n, p) = (f64::from(people), f64::from(events) / f64::from(people));
    let z2 = Z * Z;
    let centre = p + z2 / (2.0 * n);
    let half = Z * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z2 / n;
    // The formula gives exactly 0 and 1 at the ends; binary fractions may miss by one part in 10^17.
    let low = if events == 0 {
        0.0
    } else {
        between((centre - half) / scale, 0.0, p)
    };
    let high = if events == people {
        1.0
    } else {
        between((centre + half) / scale, p, 1.0)
    };
    (low, high)
}

/// What `f64::clamp` gives. That one also writes out the bounds where they are the wrong way round, with all that writes numbers in
/// full, which weighed 22 KB in the first file of the widget.
fn between(value: f64, low: f64, high: f64) -> f64 {
    if value < low {
        low
    } else if value > high {
        high
    } else {
        value
    }
}

/// Whether the interval of the difference between two figures has 0 in it, from the low end, the estimate and the high end of
/// each: the distances from the estimates to the ends are added as squares (method 10 of Newcombe, Stat Med 1998;17:873-90; for any
/// pair of intervals Zou and Donner, Stat Med 2008;27:1693-702). The figures are taken to be of different people.
#[must_use]
pub fn difference_has_zero(a: [f64; 3], b: [f64; 3]) -> bool {
    let (below, above) = if a[1] <= b[1] { (a, b) } else { (b, a) };
    let (up, down) = (below[2] - below[1], above[1] - above[0]);
    above[1] - below[1] <= (up * up + down * down).sqrt()
}

/// Clopper and Pearson's exact binomial interval (Biometrika 1934;26:404-13), as proportions.
///
/// `people` must not be 0 and `events` not above it; otherwise the whole range (0, 1) comes back.
#[must_use]
pub fn exact95(events: u32, people: u32) -> (f64, f64) {
    if people == 0 || events > people {
        return (0.0, 1.0);
    }
    let tail = 0.025;
    // Low end: the p at which `events` or more would be seen with chance 0.025. High end: the mirror image.
    let low = if events == 0 {
        0.0
    } else {
        bisect(|p| at_most(events - 1, people, p) > 1.0 - tail)
    };
    let high = if events == people {
        1.0
    } else {
        bisect(|p| at_most(events, people, p) > tail)
    };
    let p = f64::from(events) / f64::from(people);
    (low.min(p), high.max(p))
}

/// The p where `below` turns from true to false.
fn bisect(below: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (0.0_f64, 1.0_f64);
    // 60 halvings: the width is under one part in 10^18.
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if below(middle) {
            low = middle
        } else {
            high = middle
        }
    }
    f64::midpoint(low, high)
}

/// Chance of at most `k` events of `n` when each has chance `p`.
///
/// Terms are summed relative to the largest, so neither logarithms nor factorials are needed.
fn at_most(k: u32, n: u32, p: f64) -> f64 {
    if p <= 0.0 {
        return 1.0;
    }
    if p >= 1.0 {
        return if k >= n { 1.0 } else { 0.0 };
    }
    let odds = p / (1.0 - p);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and n"
    )]
    let mode = (((f64::from(n) + 1.0) * p) as u32).min(n);
    let (mut all, mut within) = (0.0_f64, 0.0_f64);
    let mut add = |i: u32, term: f64| {
        all += term;
        if i <= k {
            within += term;
        }
        term > all * 1e-18
    };
    let mut term = 1.0;
    add(mode, term);
    for i in mode..n {
        term *= odds * f64::from(n - i) / f64::from(i + 1);
        if !add(i + 1, term) {
            break;
        }
    }
    term = 1.0;
    for i in (0..mode).rev() {
        term *= f64::from(i + 1) / (f64::from(n - i) * odds);
        if !add(i, term) {
            break;
        }
    }
    within / all
}
