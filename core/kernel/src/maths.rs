//! Logarithm, exponential, sine and cosine from the four operations: branch-free, so that a loop over draws becomes
//! vector code, and the same to the last bit on every platform.

use wide::bytemuck::cast;
use wide::{f64x2, u64x2};

/// ln 2 in two parts: the first has few enough bits for a whole number times it to be exact.
const LN2_HIGH: f64 = 0.693_147_180_369_123_8;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// 1.5 * 2^52: adding it rounds to a whole number and leaves that in the low bits.
const ROUND: f64 = 6_755_399_441_055_744.0;

/// Of the exponential, highest power first.
const EXPONENTIAL: [f64; 14] = [
    1.0 / 6_227_020_800.0,
    1.0 / 479_001_600.0,
    1.0 / 39_916_800.0,
    1.0 / 3_628_800.0,
    1.0 / 362_880.0,
    1.0 / 40_320.0,
    1.0 / 5_040.0,
    1.0 / 720.0,
    1.0 / 120.0,
    1.0 / 24.0,
    1.0 / 6.0,
    0.5,
    1.0,
    1.0,
];

/// Taylor polynomial by Horner's rule, highest coefficient first.
#[inline(always)]
fn horner<const N: usize>(x: f64, coefficients: [f64; N]) -> f64 {
    let mut sum = 0.0;
    for c in coefficients {
        sum = sum * x + c;
    }
    sum
}

/// Natural logarithm of a positive, finite, normal number. Relative error about `2e-16` away from 1.
///
/// `x = m 2^e` with `m` in `[sqrt(1/2), sqrt(2))`, and `ln m = 2 artanh((m - 1) / (m + 1))` by its series.
#[inline(always)]
pub(crate) fn ln(x: f64) -> f64 {
    const MANTISSA: u64 = 0x000f_ffff_ffff_ffff;
    const TWO_52: f64 = 4_503_599_627_370_496.0;
    let bits = x.to_bits();
    let mut m = f64::from_bits((bits & MANTISSA) | 0x3ff0_0000_0000_0000);
    // The exponent as a float without an integer conversion, which vector units lack.
    let mut e = f64::from_bits((bits >> 52) | 0x4330_0000_0000_0000) - (TWO_52 + 1023.0);
    let large = m > std::f64::consts::SQRT_2;
    m = if large { 0.5 * m } else { m };
    e = if large { e + 1.0 } else { e };
    let s = (m - 1.0) / (m + 1.0);
    let z = s * s;
    let series = horner(
        z,
        [
            1.0 / 21.0,
            1.0 / 19.0,
            1.0 / 17.0,
            1.0 / 15.0,
            1.0 / 13.0,
            1.0 / 11.0,
            1.0 / 9.0,
            1.0 / 7.0,
            1.0 / 5.0,
            1.0 / 3.0,
        ],
    );
    e * LN2_HIGH + ((2.0 * s) * z * series + e * LN2_LOW + 2.0 * s)
}

/// Exponential; arguments are held to -708 … 709, where the result is an ordinary number.
#[inline(always)]
pub(crate) fn exp(x: f64) -> f64 {
    let x = if x < -708.0 { -708.0 } else { x };
    let x = if x > 709.0 { 709.0 } else { x };
    let t = x * std::f64::consts::LOG2_E + ROUND;
    let k = t - ROUND;
    let r = (x - k * LN2_HIGH) - k * LN2_LOW;
    let series = horner(r, EXPONENTIAL);
    series * f64::from_bits(t.to_bits().wrapping_add(1023) << 52)
}

/// `exp(x)` and `exp(-x)`, in the time of one: [`exp`] twice, side by side.
#[inline(always)]
pub(crate) fn exp_both(x: f64) -> [f64; 2] {
    let (least, most) = (f64x2::splat(-708.0), f64x2::splat(709.0));
    let x = f64x2::new([x, -x]);
    let x = x.simd_lt(least).select(least, x);
    let x = x.simd_gt(most).select(most, x);
    let round = f64x2::splat(ROUND);
    let t = x * f64x2::splat(std::f64::consts::LOG2_E) + round;
    let k = t - round;
    let r = (x - k * f64x2::splat(LN2_HIGH)) - k * f64x2::splat(LN2_LOW);
    let mut series = f64x2::splat(0.0);
    for c in EXPONENTIAL {
        series = series * r + f64x2::splat(c);
    }
    let bits: u64x2 = cast(t);
    let scale: f64x2 = cast((bits + u64x2::splat(1023)) << 52u64);
    (series * scale).to_array()
}

/// A whole number below 2^32 as a fraction in (0, 1), never an end.
#[inline(always)]
pub fn fraction(x: u32) -> f64 {
    (f64::from(x) + 0.5) * (1.0 / 4_294_967_296.0)
}

/// Two independent standard normal numbers from two 32-bit ones (Box and Muller 1958): a radius from the first, an
/// angle from the second (its top two bits choose the quadrant).
#[inline(always)]
pub fn normal_pair(a: u32, b: u32) -> (f64, f64) {
    let radius = (-2.0 * ln(fraction(a))).sqrt();
    let turn = (f64::from(b & 0x3fff_ffff) + 0.5) * (1.0 / 1_073_741_824.0) - 0.5;
    let angle = turn * std::f64::consts::FRAC_PI_2;
    let z = angle * angle;
    let sin = angle
        * horner(
            z,
            [
                -1.0 / 1_307_674_368_000.0,
                1.0 / 6_227_020_800.0,
                -1.0 / 39_916_800.0,
                1.0 / 362_880.0,
                -1.0 / 5_040.0,
                1.0 / 120.0,
                -1.0 / 6.0,
                1.0,
            ],
        );
    let cos = horner(
        z,
        [
            1.0 / 20_922_789_888_000.0,
            -1.0 / 87_178_291_200.0,
            1.0 / 479_001_600.0,
            -1.0 / 3_628_800.0,
            1.0 / 40_320.0,
            -1.0 / 720.0,
            1.0 / 24.0,
            -0.5,
            1.0,
        ],
    );
    let quadrant = u64::from(b >> 30);
    let odd = quadrant & 1 == 1;
    let (x, y) = if odd { (sin, cos) } else { (cos, sin) };
    let sign = |v: f64, negative: u64| f64::from_bits(v.to_bits() ^ ((negative & 1) << 63));
    (
        radius * sign(x, quadrant ^ (quadrant >> 1)),
        radius * sign(y, quadrant >> 1),
    )
}

/// Quantile of the standard normal distribution (Wichura 1988, algorithm AS 241, about 16 digits).
pub(crate) fn normal_quantile(p: f64) -> f64 {
    if p <= 0.0 {
        return f64::NEG_INFINITY;
    }
    if p >= 1.0 {
        return f64::INFINITY;
    }
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        let up = [
            2_509.080_928_730_122_7,
            33_430.575_583_588_13,
            67_265.770_927_008_7,
            45_921.953_931_549_87,
            13_731.693_765_509_46,
            1_971.590_950_306_551_3,
            133.141_667_891_784_38,
            3.387_132_872_796_366_5,
        ];
        let down = [
            5_226.495_278_852_854,
            28_729.085_735_721_943,
            39_307.895_800_092_71,
            21_213.794_301_586_597,
            5_394.196_021_424_751,
            687.187_007_492_057_9,
            42.313_330_701_600_91,
            1.0,
        ];
        return q * horner(r, up) / horner(r, down);
    }
    let r = (-ln(if q < 0.0 { p } else { 1.0 - p })).sqrt();
    let x = if r <= 5.0 {
        let r = r - 1.6;
        let up = [
            7.745_450_142_783_414e-4,
            0.022_723_844_989_269_184,
            0.241_780_725_177_450_6,
            1.270_458_252_452_368_4,
            3.647_848_324_763_204_5,
            5.769_497_221_460_691,
            4.630_337_846_156_546,
            1.423_437_110_749_683_5,
        ];
        let down = [
            1.050_750_071_644_416_9e-9,
            5.475_938_084_995_345e-4,
            0.015_198_666_563_616_457,
            0.148_103_976_427_480_08,
            0.689_767_334_985_1,
            1.676_384_830_183_803_8,
            2.053_191_626_637_759,
            1.0,
        ];
        horner(r, up) / horner(r, down)
    } else {
        let r = r - 5.0;
        let up = [
            2.010_334_399_292_288_1e-7,
            2.711_555_568_743_487_6e-5,
            0.001_242_660_947_388_078_4,
            0.026_532_189_526_576_124,
            0.296_560_571_828_504_87,
            1.784_826_539_917_291_3,
            5.463_784_911_164_114,
            6.657_904_643_501_103,
        ];
        let down = [
            2.044_263_103_389_939_8e-15,
            1.421_511_758_316_446e-7,
            1.846_318_317_510_054_8e-5,
            7.868_691_311_456_133e-4,
            0.014_875_361_290_850_615,
            0.136_929_880_922_735_8,
            0.599_832_206_555_888,
            1.0,
        ];
        horner(r, up) / horner(r, down)
    };
    if q < 0.0 { -x } else { x }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithm_and_exponential_are_accurate() {
        for i in 1..20_000 {
            let x = f64::from(i) * 0.37e-2;
            assert!((ln(x) - x.ln()).abs() <= 4e-16 * x.ln().abs().max(0.5), "ln {x}");
            let y = x - 35.0;
            assert!((exp(y) / y.exp() - 1.0).abs() < 1e-15, "exp {y}");
            assert_eq!(exp_both(y), [exp(y), exp(-y)], "{y}");
        }
        assert_eq!(exp(0.0), 1.0);
        assert_eq!(ln(1.0), 0.0);
        assert!((ln(1e-300) - (1e-300f64).ln()).abs() < 1e-12);
        assert!(exp(-1e6) < 1e-300 && exp(1e6).is_finite());
        for y in [0.0, -0.0, 708.5, 1e6, f64::INFINITY] {
            assert_eq!(exp_both(y), [exp(y), exp(-y)], "{y}");
            assert_eq!(exp_both(-y), [exp(-y), exp(y)], "-{y}");
        }
    }

    #[test]
    fn normal_quantiles_match_tables() {
        for (p, z) in [
            (0.5, 0.0),
            (0.975, 1.959_963_984_540_054),
            (0.025, -1.959_963_984_540_054),
            (0.9999, 3.719_016_485_455_68),
            (1e-12, -7.034_483_825_301_32),
        ] {
            assert!((normal_quantile(p) - z).abs() < 1e-11, "{p}");
        }
    }

    #[test]
    fn normal_pairs_have_normal_moments() {
        let (mut n, mut s1, mut s2, mut s4, mut cross) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for i in 0..400u32 {
            for j in 0..400u32 {
                let (x, y) = normal_pair(i * 10_737_418 + 5_368_709, j * 10_737_418 + 5_368_709);
                n += 2.0;
                s1 += x + y;
                s2 += x * x + y * y;
                s4 += x.powi(4) + y.powi(4);
                cross += x * y;
            }
        }
        assert!((s1 / n).abs() < 1e-6);
        assert!((s2 / n - 1.0).abs() < 3e-3);
        assert!((s4 / n - 3.0).abs() < 5e-2);
        assert!((cross / n).abs() < 1e-6);
    }
}
