//! What is known of figures: checked at its limits, and drawn with the shares its quantiles promise.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test: failing is how it reports"
)]

use proptest::prelude::*;
use weighup_core::fit::{
    Acceptability, AcceptabilityError, AcceptabilitySettings, Evidence, How, Link, Outside, PartialValue,
    PreferenceDirection, Relative, Uncertain, ValueError, acceptability, quantile,
};
use weighup_core::values::Allowed;

const DRAWS: u32 = 4_096;

fn close(a: f64, b: f64, by: f64) -> bool {
    (a - b).abs() <= by
}

/// One outcome has all the weight: what an option is worth is the value of its figure.
fn drawn(value: &PartialValue, evidence: Evidence, options: usize, seed: u64) -> Acceptability {
    let settings = AcceptabilitySettings {
        draws: DRAWS,
        seed,
        ..AcceptabilitySettings::default()
    };
    let weights = Allowed::point(vec![1.0]);
    acceptability(
        &weights,
        std::slice::from_ref(value),
        &[evidence],
        options,
        &settings,
    )
    .unwrap()
}

/// Five standard errors of a share counted in that many draws.
fn margin(p: f64) -> f64 {
    5.0 * (p * (1.0 - p) / f64::from(DRAWS)).sqrt() + 1e-3
}

/// Whether the ends of a spread lie between those of the middle 86 % and the middle 94 %: ends of 90 % are found to 1.7 %
/// (five standard errors) and to the spread's steps.
fn within((low, high): (f64, f64), ends: impl Fn(f64, f64) -> (f64, f64)) -> Result<(), TestCaseError> {
    let (inner, outer) = (ends(0.07, 0.93), ends(0.03, 0.97));
    prop_assert!(
        outer.0 - 0.003 <= low && low <= inner.0 + 0.003,
        "{} {:?} {:?}",
        low,
        inner,
        outer
    );
    prop_assert!(
        inner.1 - 0.003 <= high && high <= outer.1 + 0.003,
        "{} {:?} {:?}",
        high,
        inner,
        outer
    );
    Ok(())
}

fn figures() -> impl Strategy<Value = Uncertain> {
    prop_oneof![
        (0.5..40.0f64, 0.5..40.0f64).prop_map(|(a, b)| Uncertain::Beta(a, b)),
        (-0.5..1.5f64, 0.01..0.6f64).prop_map(|(m, s)| Uncertain::Normal(m, s)),
        (0.4..0.6f64, 0.001..0.05f64).prop_map(|(m, s)| Uncertain::Normal(m, s)),
        (-0.5..0.9f64, 0.05..0.8f64).prop_map(|(lo, w)| Uncertain::Uniform(lo, lo + w)),
        (0.5..40.0f64, 0.2..0.9f64).prop_map(|(a, m)| Uncertain::Gamma(a, a / m)),
        (1.5..40.0f64, 0.2..0.9f64).prop_map(|(a, m)| Uncertain::InverseGamma(a, (a - 1.0) * m)),
        (0.5..40.0f64, 0.1..2.0f64, 0.5..9.0f64).prop_map(|(a, h, t)| Uncertain::Survival(a, a * t / h, t)),
        (-0.2..1.2f64, 0.02..0.3f64, 1.0..60.0f64).prop_map(|(m, s, v)| Uncertain::T(m, s, v)),
    ]
}

/// Straight, clipped, or with bends, up or down, over -1 to 2 or 0 to 1.
fn functions() -> impl Strategy<Value = (PreferenceDirection, PartialValue)> {
    let bends = prop::collection::vec((0.05..0.95f64, 0.05..0.95f64), 0..3);
    (any::<bool>(), any::<bool>(), any::<bool>(), bends).prop_map(|(lower, clip, wide, bends)| {
        let [low, high] = if wide { [-1.0, 2.0] } else { [0.0, 1.0] };
        let mut xs: Vec<f64> = bends.iter().map(|b| low + (high - low) * b.0).collect();
        let mut vs: Vec<f64> = bends.iter().map(|b| b.1).collect();
        xs.sort_by(f64::total_cmp);
        vs.sort_by(f64::total_cmp);
        let better = if lower {
            PreferenceDirection::Lower
        } else {
            PreferenceDirection::Higher
        };
        if lower {
            vs.reverse();
        }
        let outside = if clip { Outside::Clip } else { Outside::Extrapolate };
        let f = PartialValue::piecewise(better, [low, high], &xs, &vs, outside);
        (better, f.unwrap())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) })]

    /// An uncertain figure is above a fixed one as often as the fixed one's place among its quantiles says, whatever
    /// the value function, as long as that is strictly rising or falling there.
    #[test]
    fn figures_are_drawn_as_often_as_they_should(
        figure in figures(),
        (better, f) in functions(),
        p in 0.03..0.97f64,
        seed in 0u64..1_000,
    ) {
        let cut = quantile(figure, p);
        let ends = f.cutoffs();
        prop_assume!(ends[0] + 1e-3 < cut && cut < ends[ends.len() - 1] - 1e-3);
        let both = Evidence::Apart(vec![figure, Uncertain::Exactly(cut)]);
        let found = drawn(&f, both, 2, seed);
        prop_assert_eq!(found.how, How::Draws);
        let above = if better == PreferenceDirection::Higher { 1.0 - p } else { p };
        prop_assert!(close(found.pairwise[0][1], above, margin(p)), "{} {}", found.pairwise[0][1], above);
        prop_assert!(close(found.first_share(0), above, margin(p)));
        // The middle 90 % of its values are the values of its quantiles.
        let ends = |low: f64, high: f64| {
            let (a, b) = (f.at(quantile(figure, low)), f.at(quantile(figure, high)));
            (a.min(b).clamp(-0.5, 1.5), a.max(b).clamp(-0.5, 1.5))
        };
        within(found.spread[0], ends)?;
        let fixed = found.spread[1];
        prop_assert!(close(fixed.0, f.at(cut), 0.003) && close(fixed.1, f.at(cut), 0.003));
        // First with its own central weights, as there is but one set of weights.
        prop_assert!(close(found.confidence[0].unwrap(), above, margin(p)));
        prop_assert!(close(found.mc_error[0], (found.first_share(0) * (1.0 - found.first_share(0)) / f64::from(DRAWS)).sqrt(), 1e-12));
    }

    /// Two figures of a kind, drawn apart: how often one is above the other has a closed form for normal ones.
    #[test]
    fn two_normal_figures(m in 0.3..0.7f64, d in -0.2..0.2f64, s in 0.02..0.2f64, t in 0.02..0.2f64, wide in any::<bool>(), seed in 0u64..1_000) {
        let range = if wide { [-1.0, 2.0] } else { [-0.7, 1.7] };
        for outside in [Outside::Clip, Outside::Extrapolate] {
            let f = PartialValue::linear(PreferenceDirection::Higher, range, outside).unwrap();
            let both = Evidence::Apart(vec![Uncertain::Normal(m, s), Uncertain::Normal(m + d, t)]);
            let found = drawn(&f, both, 2, seed);
            let z = d / (s * s + t * t).sqrt();
            // The share above is that of normal numbers below z, found on its quantiles.
            let got = found.pairwise[1][0];
            let (lower, upper) = (got - margin(0.5), got + margin(0.5));
            prop_assert!(lower <= 0.0 || quantile(Uncertain::Normal(0.0, 1.0), lower) <= z);
            prop_assert!(upper >= 1.0 || quantile(Uncertain::Normal(0.0, 1.0), upper) >= z);
        }
    }

    /// One baseline for all options, and effects with their covariance: shares from what the links make of them.
    #[test]
    fn relative_figures(
        link in prop_oneof![
            Just(Link::Logit), Just(Link::Log), Just(Link::Identity), Just(Link::Cloglog), Just(Link::Loglog)
        ],
        (m, s) in (-1.0..1.0f64, 0.01..1.0f64),
        effect in -1.0..1.0f64,
        sd in 0.1..1.0f64,
        seed in 0u64..1_000,
    ) {
        // Above 4 or so all are certain to have the event, alike in single precision.
        let m = if link == Link::Cloglog { m - 2.0 } else { m };
        let f = PartialValue::linear(PreferenceDirection::Higher, [0.0, 1.0], Outside::Extrapolate).unwrap();
        let relative = |sd: f64| Relative {
            link,
            baseline: Uncertain::Normal(m, s),
            mean: vec![0.0, effect, effect],
            covariance: vec![vec![0.0; 3], vec![0.0, sd * sd, 0.6 * sd * sd], vec![0.0, 0.6 * sd * sd, sd * sd]],
        };
        // Against the option that is the baseline only the effect counts.
        let evidence = Evidence::Together(relative(sd));
        let middle = evidence.middle();
        for (got, d) in middle.iter().zip([0.0, effect, effect]) {
            let x = m + d;
            let want = match link {
                Link::Logit => 1.0 / (1.0 + (-x).exp()),
                Link::Log => x.exp(),
                Link::Identity => x,
                Link::Cloglog => 1.0 - (-x.exp()).exp(),
                Link::Loglog => (-(-x).exp()).exp(),
            };
            prop_assert!(close(*got, want, 1e-12 * want.abs().max(1.0)));
        }
        let found = drawn(&f, evidence, 3, seed);
        let z = effect / sd;
        let got = found.pairwise[1][0];
        let (lower, upper) = (got - margin(0.5), got + margin(0.5));
        prop_assert!(lower <= 0.0 || quantile(Uncertain::Normal(0.0, 1.0), lower) <= z, "{} {}", got, z);
        prop_assert!(upper >= 1.0 || quantile(Uncertain::Normal(0.0, 1.0), upper) >= z, "{} {}", got, z);
        // Alike effects that go together are each above the other half of the time.
        prop_assert!(close(found.pairwise[1][2], 0.5, margin(0.5)));
        // Both of two with correlation 0.6 are above their middle in 1/4 + asin(0.6) / 2π of the draws.
        if close(effect, 0.0, 1e-9) {
            prop_assert!(close(found.pairwise[1][0], 0.5, margin(0.5)));
        }
        // A baseline alone spreads as its quantiles say.
        let alone = Evidence::Together(Relative { mean: vec![effect], covariance: vec![vec![0.0]], ..relative(0.0) });
        let found = drawn(&f, alone, 1, seed);
        let at = |q: f64| link.inverse(quantile(Uncertain::Normal(m + effect, s), q)).clamp(-0.5, 1.5);
        within(found.spread[0], |low, high| (at(low), at(high)))?;
    }

    /// Effects that go together in every option, the first too: how often one is above another is told by what each pair does
    /// not share.
    #[test]
    fn effects_of_every_option(d in -0.3..0.3f64, s in 0.05..0.3f64, r in 0.5..0.9f64, base in 0.0..0.2f64, link in prop_oneof![Just(Link::Identity), Just(Link::Log), Just(Link::Logit)], seed in 0u64..1_000) {
        // What a link makes of them keeps their order.
        let f = PartialValue::linear(PreferenceDirection::Higher, [-1.0, 4.0], Outside::Extrapolate).unwrap();
        let shared = |i, j| if i == j { s * s } else { r * s * s };
        let evidence = Evidence::Together(Relative {
            link,
            baseline: Uncertain::Normal(0.0, base),
            mean: vec![0.0, d, 2.0 * d],
            covariance: (0..3).map(|i| (0..3).map(|j| shared(i, j)).collect()).collect(),
        });
        let found = drawn(&f, evidence, 3, seed);
        let apart = s * (2.0 * (1.0 - r)).sqrt();
        for (one, other, by) in [(1, 0, d), (2, 0, 2.0 * d), (2, 1, d)] {
            let z = by / apart;
            let got = found.pairwise[one][other];
            let (lower, upper) = (got - margin(0.5), got + margin(0.5));
            prop_assert!(lower <= 0.0 || quantile(Uncertain::Normal(0.0, 1.0), lower) <= z, "{} over {}: {} {}", one, other, got, z);
            prop_assert!(upper >= 1.0 || quantile(Uncertain::Normal(0.0, 1.0), upper) >= z, "{} over {}: {} {}", one, other, got, z);
        }
    }

    /// A baseline that is a figure of its own is that figure for the option without an effect, whatever the link; what an
    /// effect does to it is what the link says.
    #[test]
    fn figures_as_baselines(
        (figure, links) in prop_oneof![
            (0.5..40.0f64, 0.5..40.0f64).prop_map(|(a, b)| (Uncertain::Beta(a, b), vec![
                Link::Logit, Link::Log, Link::Cloglog, Link::Loglog, Link::Identity
            ])),
            (0.5..40.0f64, 0.2..0.9f64).prop_map(|(a, m)| (Uncertain::Gamma(a, a / m), vec![Link::Log, Link::Identity])),
            (1.5..40.0f64, 0.2..0.9f64)
                .prop_map(|(a, m)| (Uncertain::InverseGamma(a, (a - 1.0) * m), vec![Link::Log, Link::Identity])),
            (0.5..40.0f64, 0.1..2.0f64).prop_map(|(a, h)| (Uncertain::Survival(a, a / h, 1.0), vec![Link::Loglog])),
        ],
        effect in -1.0..1.0f64,
        p in 0.03..0.97f64,
        seed in 0u64..1_000,
    ) {
        let f = PartialValue::linear(PreferenceDirection::Higher, [0.0, 1.0], Outside::Extrapolate).unwrap();
        let cut = quantile(figure, p);
        prop_assume!(cut > 1e-4 && cut < 0.9999 || !matches!(figure, Uncertain::Beta(..) | Uncertain::Survival(..)));
        for link in links {
            let evidence = Evidence::Together(Relative {
                link, baseline: figure, mean: vec![0.0, effect], covariance: vec![vec![0.0; 2]; 2],
            });
            prop_assert_eq!(evidence.check(), Ok(()));
            let own = evidence.quantile(0, p).unwrap();
            prop_assert!(close(own, cut, 1e-5 * (1.0 + cut.abs())), "{:?} {} {}", link, own, cut);
            let x = |y: f64| match link {
                Link::Logit => (y / (1.0 - y)).ln(),
                Link::Log => y.ln(),
                Link::Identity => y,
                Link::Cloglog => (-(1.0 - y).ln()).ln(),
                Link::Loglog => -(-y.ln()).ln(),
            };
            let want = link.inverse(x(cut) + effect);
            let got = evidence.quantile(1, p).unwrap();
            prop_assert!(close(got, want, 1e-4 * (1.0 + want.abs())), "{:?} {} {}", link, got, want);
            let found = drawn(&f, evidence, 2, seed);
            // Always on the side of the effect.
            let above = if effect > 0.0 { 1.0 } else { 0.0 };
            prop_assert!(effect.abs() < 1e-3 || close(found.pairwise[1][0], above, 1e-2), "{:?}", link);
            let ends = |low: f64, high: f64| (
                quantile(figure, low).clamp(-0.5, 1.5), quantile(figure, high).clamp(-0.5, 1.5)
            );
            within(found.spread[0], ends)?;
        }
    }
}

/// Links that make nothing of a figure are refused by name.
#[test]
fn baselines_and_links_that_do_not_go_together() {
    use Link::{Cloglog, Identity, Log, Logit, Loglog};
    let gamma = Uncertain::Gamma(2.0, 3.0);
    let inverse = Uncertain::InverseGamma(2.0, 3.0);
    let survival = Uncertain::Survival(2.0, 3.0, 1.0);
    let wrong = [
        (gamma, Logit),
        (gamma, Cloglog),
        (gamma, Loglog),
        (inverse, Logit),
        (inverse, Cloglog),
        (inverse, Loglog),
        (survival, Logit),
        (survival, Log),
        (survival, Cloglog),
    ];
    for (baseline, link) in wrong {
        let evidence = Evidence::Together(Relative {
            link,
            baseline,
            mean: vec![0.0],
            covariance: vec![vec![0.0]],
        });
        let (place, error) = evidence.check().unwrap_err();
        assert_eq!(place, None);
        assert!(
            error.to_string().contains("does not go with this link"),
            "{error}"
        );
        let remedy = if baseline == survival {
            "take `loglog`"
        } else {
            "take `log`"
        };
        assert!(error.to_string().contains(remedy), "{error}");
    }
    for link in [Logit, Log, Identity, Cloglog, Loglog] {
        for baseline in [
            Uncertain::T(0.0, 1.0, 5.0),
            Uncertain::Exactly(0.3),
            Uncertain::Uniform(0.0, 1.0),
        ] {
            let evidence = Evidence::Together(Relative {
                link,
                baseline,
                mean: vec![0.0],
                covariance: vec![vec![0.0]],
            });
            assert_eq!(evidence.check(), Ok(()));
        }
    }
}

trait Shares {
    fn first_share(&self, option: usize) -> f64;
}

impl Shares for Acceptability {
    fn first_share(&self, option: usize) -> f64 {
        self.rank_acceptability[option][0]
    }
}

/// A value held at an end of the range is a tie with another that is.
#[test]
fn figures_held_at_an_end_tie() {
    let f = PartialValue::linear(PreferenceDirection::Higher, [0.0, 1.0], Outside::Clip).unwrap();
    let at_end = Evidence::Apart(vec![
        Uncertain::Normal(1.0, 0.2),
        Uncertain::Exactly(1.0),
        Uncertain::Exactly(2.0),
    ]);
    let found = drawn(&f, at_end, 3, 7);
    // Half of the draws reach the end.
    assert!(close(found.pairwise[1][0], 0.5, margin(0.5)));
    assert_eq!(
        (found.pairwise[0][1], found.pairwise[1][2], found.pairwise[2][1]),
        (0.0, 0.0, 0.0)
    );
    assert!(close(found.first_share(0), 0.5, margin(0.5)));
    assert_eq!((found.first_share(1), found.first_share(2)), (1.0, 1.0));
    assert_eq!((found.confidence[1], found.confidence[2]), (Some(1.0), Some(1.0)));
    assert!(found.spread[0].1 <= 1.003, "held at 1");
    // The order of three is one of two: all tied, or one below.
    assert!(close(found.entropy, 1.0, 0.01), "{}", found.entropy);
}

/// Where a value function is level, figures tie whether they are certain or not.
#[test]
fn figures_on_a_level_part_tie() {
    let f = PartialValue::piecewise(
        PreferenceDirection::Higher,
        [0.0, 1.0],
        &[0.4, 0.6],
        &[0.3, 0.3],
        Outside::Clip,
    )
    .unwrap();
    let level = Evidence::Apart(vec![
        Uncertain::Normal(0.5, 0.01),
        Uncertain::Exactly(0.45),
        Uncertain::Exactly(0.7),
    ]);
    let found = drawn(&f, level, 3, 7);
    assert_eq!((found.pairwise[0][1], found.pairwise[1][0]), (0.0, 0.0));
    assert_eq!((found.pairwise[2][0], found.rank_acceptability[0][1]), (1.0, 1.0));
}

#[test]
fn parameters_at_their_limits() {
    use Uncertain::{Beta, Exactly, Gamma, InverseGamma, Normal, Survival, T, Uniform};
    let (nan, inf) = (f64::NAN, f64::INFINITY);
    let bad = [
        Exactly(nan),
        Exactly(inf),
        Beta(0.0, 1.0),
        Beta(1.0, 0.0),
        Beta(-1.0, 1.0),
        Beta(1.0, -1.0),
        Beta(1e12, 1.0),
        Beta(1.0, 1e12),
        Beta(nan, 1.0),
        Beta(1.0, nan),
        Beta(inf, 1.0),
        Beta(1.0, inf),
        Normal(nan, 1.0),
        Normal(inf, 1.0),
        Normal(0.0, -1e-9),
        Normal(0.0, nan),
        Normal(0.0, inf),
        Uniform(2.0, 1.0),
        Uniform(nan, 1.0),
        Uniform(0.0, nan),
        Uniform(0.0, inf),
        Uniform(-inf, 0.0),
        Uniform(-1.7e308, 1.7e308),
        Gamma(0.0, 1.0),
        Gamma(1.0, -1.0),
        Gamma(1e12, 1.0),
        Gamma(nan, 1.0),
        InverseGamma(1.0, 1.0),
        InverseGamma(2.0, 0.0),
        InverseGamma(2.0, inf),
        Survival(0.0, 1.0, 1.0),
        Survival(1.0, 0.0, 1.0),
        Survival(1.0, 1.0, 0.0),
        Survival(1.0, 1.0, nan),
        T(nan, 1.0, 3.0),
        T(0.0, -1.0, 3.0),
        T(0.0, 1.0, 0.9),
        T(0.0, 1.0, 1e12),
        T(0.0, inf, 3.0),
        Exactly(-1e300),
        Exactly(1e12),
    ];
    for figure in bad {
        assert!(figure.check().is_err(), "{figure:?}");
        let place = Evidence::Apart(vec![Exactly(0.0), figure]).check();
        assert!(matches!(place, Err((Some(1), _))), "{figure:?}");
    }
    // As many numbers are said as were given.
    for (figure, said) in [
        (Exactly(nan), "[NaN]"),
        (Beta(0.0, 2.0), "[0, 2]"),
        (T(0.0, -1.0, 3.0), "[0, -1, 3]"),
        (Survival(0.0, 2.0, 3.0), "[0, 2, 3]"),
    ] {
        let error = figure.check().unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
    let good = [
        Exactly(-9e11),
        Beta(1e-9, 9e11),
        Normal(-3.0, 0.0),
        Uniform(1.0, 1.0),
        Uniform(-1.0, 0.0),
        Gamma(1e-9, 9e11),
        InverseGamma(1.000_001, 1e-9),
        Survival(1e-9, 1.0, 9e11),
        T(-5.0, 0.0, 1.0),
    ];
    for figure in good {
        assert_eq!(figure.check(), Ok(figure));
    }
    let exact = [
        (Exactly(1.0), true),
        (Beta(1.0, 1.0), false),
        (Normal(0.0, 0.0), true),
        (Normal(0.0, 1e-9), false),
        (Uniform(1.0, 1.0), true),
        (Uniform(1.0, 1.1), false),
        (Gamma(1.0, 1.0), false),
        (T(2.0, 0.0, 3.0), true),
        (T(2.0, 0.1, 3.0), false),
    ];
    for (figure, want) in exact {
        assert_eq!(figure.is_exact(), want, "{figure:?}");
        assert_eq!(Evidence::Apart(vec![Exactly(0.0), figure]).is_exact(), want);
    }
    for (figure, mean) in [
        (Exactly(2.0), 2.0),
        (Beta(1.0, 3.0), 0.25),
        (Normal(7.0, 2.0), 7.0),
        (Uniform(1.0, 4.0), 2.5),
        (Gamma(3.0, 4.0), 0.75),
        (InverseGamma(3.0, 4.0), 2.0),
        (Survival(2.0, 3.0, 3.0), 0.25),
        (T(2.0, 1.0, 1.0), 2.0),
    ] {
        assert!(close(figure.mean(), mean, 1e-15));
    }
    let relative = |sd: f64, cov: Vec<Vec<f64>>, mean: Vec<f64>| {
        Evidence::Together(Relative {
            link: Link::Log,
            baseline: Normal(0.0, sd),
            mean,
            covariance: cov,
        })
    };
    let none = || vec![vec![0.0; 2]; 2];
    let some = || vec![vec![0.0, 0.0], vec![0.0, 0.1]];
    assert!(relative(0.0, none(), vec![0.0; 2]).is_exact());
    assert!(!relative(0.1, none(), vec![0.0; 2]).is_exact());
    assert!(!relative(0.0, some(), vec![0.0; 2]).is_exact());
    assert!(matches!(
        relative(-1.0, none(), vec![0.0; 2]).check(),
        Err((None, _))
    ));
    assert!(matches!(
        relative(1.0, none(), vec![0.0, nan]).check(),
        Err((Some(1), _))
    ));
    let wrong: [Vec<Vec<f64>>; 7] = [
        vec![vec![1.0, 0.0], vec![0.0]],
        vec![vec![1.0, 0.5], vec![0.4, 1.0]],
        vec![vec![1.0, 2.0], vec![2.0, 1.0]],
        vec![vec![-1.0, 0.0], vec![0.0, 1.0]],
        vec![vec![0.0, 0.5], vec![0.5, 1.0]],
        vec![vec![nan, 0.0], vec![0.0, 1.0]],
        vec![vec![1.0, inf], vec![inf, 1.0]],
    ];
    for cov in wrong {
        assert!(
            matches!(relative(1.0, cov.clone(), vec![0.0; 2]).check(), Err((None, _))),
            "{cov:?}"
        );
    }
    let right: [Vec<Vec<f64>>; 4] = [
        none(),
        some(),
        // Of rank 1, and with an option that does not vary.
        vec![vec![1.0, 2.0], vec![2.0, 4.0]],
        vec![vec![1.0, -0.5], vec![-0.5 + 1e-12, 1.0]],
    ];
    for cov in right {
        assert_eq!(
            relative(1.0, cov.clone(), vec![0.0; 2]).check(),
            Ok(()),
            "{cov:?}"
        );
    }
}

#[test]
fn nothing_is_counted_without_draws() {
    let f = PartialValue::linear(PreferenceDirection::Higher, [0.0, 1.0], Outside::Clip).unwrap();
    let settings = AcceptabilitySettings {
        draws: 0,
        ..AcceptabilitySettings::default()
    };
    let with = |weights: Allowed, figure: Uncertain| {
        let evidence = Evidence::Apart(vec![figure, Uncertain::Exactly(0.4)]);
        let n = weights.outcomes();
        acceptability(&weights, &vec![f.clone(); n], &vec![evidence; n], 2, &settings).map(|found| found.how)
    };
    // One set of weights and certain figures leave nothing to count.
    assert_eq!(
        with(Allowed::point(vec![1.0]), Uncertain::Exactly(0.5)),
        Ok(How::Exact)
    );
    for (weights, figure) in [
        (Allowed::point(vec![1.0]), Uncertain::Normal(0.5, 0.1)),
        (Allowed::any(2), Uncertain::Exactly(0.5)),
        (Allowed::any(2), Uncertain::Normal(0.5, 0.1)),
    ] {
        assert_eq!(with(weights, figure), Err(AcceptabilityError::NoDraws));
    }
}

#[test]
fn ranges_no_value_can_be_on() {
    let (nan, inf) = (f64::NAN, f64::INFINITY);
    for range in [
        [nan, 1.0],
        [0.0, nan],
        [0.0, inf],
        [-inf, 0.0],
        [1.0, 0.0],
        [-1.7e308, 1.7e308],
    ] {
        let f = PartialValue::linear(PreferenceDirection::Higher, range, Outside::Clip);
        assert!(matches!(f, Err(ValueError::Range { .. })), "{range:?}");
    }
    let f = PartialValue::linear(PreferenceDirection::Higher, [1.0, 1.0], Outside::Clip);
    assert_eq!(f, Err(ValueError::NoRange(1.0)));
}
