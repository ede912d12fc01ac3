//! Quantiles of figures, by themselves and relative to a baseline, against closed forms.

use weighup_core::fit::{Evidence, Link, Relative, Uncertain, quantile};

fn close(a: f64, b: f64, by: f64) -> bool {
    (a - b).abs() <= by
}

#[test]
fn quantiles_in_closed_form() {
    for p in [0.0, 0.01, 0.25, 0.5, 0.9, 1.0] {
        assert_eq!(quantile(Uncertain::Exactly(3.5), p), 3.5);
        assert!(close(
            quantile(Uncertain::Uniform(2.0, 6.0), p),
            2.0 + 4.0 * p,
            1e-15
        ));
        assert!(
            close(
                quantile(Uncertain::Beta(1.0, 2.0), p),
                1.0 - (1.0 - p).sqrt(),
                1e-6
            ),
            "{p}"
        );
    }
    let z = 1.959_963_984_540_054;
    assert!(close(
        quantile(Uncertain::Normal(5.0, 2.0), 0.975),
        5.0 + 2.0 * z,
        1e-9
    ));
    assert!(close(
        quantile(Uncertain::Normal(5.0, 2.0), 0.025),
        5.0 - 2.0 * z,
        1e-9
    ));
    // Beyond 0 and 1 is 0 and 1.
    assert_eq!(quantile(Uncertain::Uniform(2.0, 6.0), -0.5), 2.0);
    assert_eq!(quantile(Uncertain::Uniform(2.0, 6.0), 1.5), 6.0);
}

/// Baseline and effect together: 95 % of a t baseline with many degrees of freedom and a normal effect are as if both were
/// normal; without an effect's spread they are the baseline's own.
#[test]
fn quantiles_of_two_that_are_not_both_normal() {
    let with = |baseline, variance: f64| {
        Evidence::Together(Relative {
            link: Link::Identity,
            baseline,
            mean: vec![0.0, 0.5],
            covariance: vec![vec![0.0; 2], vec![0.0, variance]],
        })
    };
    for p in [0.025, 0.3, 0.5, 0.975] {
        let normal = with(Uncertain::Normal(1.0, 0.3), 0.16).quantile(1, p).unwrap();
        let t = with(Uncertain::T(1.0, 0.3, 1e9), 0.16).quantile(1, p).unwrap();
        assert!(close(normal, t, 5e-3), "{p}: {normal} {t}");
        let even = with(Uncertain::Uniform(0.0, 1.0), 0.0).quantile(1, p).unwrap();
        assert!(close(even, 0.5 + p, 1e-12));
    }
    // The ends are numbers too, outside of all between them.
    for baseline in [Uncertain::Uniform(0.0, 1.0), Uncertain::T(1.0, 0.3, 4.0)] {
        let at = |p| with(baseline, 0.16).quantile(1, p).unwrap();
        let all = [0.0, 0.001, 0.5, 0.999, 1.0].map(at);
        assert!(all.is_sorted_by(|a, b| a < b), "{all:?}");
        assert!(all.iter().all(|x| x.is_finite()), "{all:?}");
        assert_eq!((at(-0.5), at(1.5)), (at(0.0), at(1.0)));
    }
}

/// Quantiles of a figure relative to a shared baseline are those of one normal number seen through the link.
#[test]
fn quantiles_of_relative_effects() {
    let relative = |link| {
        Evidence::Together(Relative {
            link,
            baseline: Uncertain::Normal(-1.0, 0.3),
            mean: vec![0.0, 0.5],
            covariance: vec![vec![0.0, 0.0], vec![0.0, 0.16]],
        })
    };
    let z = 1.959_963_984_540_054;
    for (option, mean, sd) in [(0, -1.0, 0.3), (1, -0.5, 0.5f64)] {
        for (p, at) in [(0.025, mean - z * sd), (0.5, mean), (0.975, mean + z * sd)] {
            let ways: [(Link, Inverse); 3] = [
                (Link::Identity, |x| x),
                (Link::Log, f64::exp),
                (Link::Logit, |x| 1.0 / (1.0 + (-x).exp())),
            ];
            for (link, inverse) in ways {
                let got = relative(link).quantile(option, p).unwrap();
                assert!(close(got, inverse(at), 1e-9), "{link:?} {option} {p}: {got}");
            }
        }
    }
    assert_eq!(relative(Link::Log).quantile(2, 0.5), None);
    let apart = Evidence::Apart(vec![Uncertain::Uniform(2.0, 4.0), Uncertain::Normal(3.0, 0.0)]);
    assert_eq!(apart.quantile(0, 0.25), Some(2.5));
    assert_eq!(apart.quantile(1, 0.0), Some(3.0));
}

/// From the scale of a link back to a figure.
type Inverse = fn(f64) -> f64;
