//! Numbers of an amount: exact to a thousandth, so that every machine rounds alike.

use serde::{Serialize, Serializer};

/// Thousandths in one.
const SCALE: i64 = 1_000;
/// The largest number either side of 0.
const MOST: i64 = 1_000_000 * SCALE;

/// A number with up to three decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal(i64);

impl Decimal {
    /// A whole number, up to a million.
    #[must_use]
    pub fn whole(number: u64) -> Option<Self> {
        let number = i64::try_from(number).ok()?.checked_mul(SCALE)?;
        (number <= MOST).then_some(Self(number))
    }

    /// "7", "5.25", "-1.7": up to three decimals, up to a million either side of 0.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (below, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text),
        };
        let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
        let number = |text: &str, most: usize| {
            let digits = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| {
                text.bytes()
                    .fold(0, |sum, byte| sum * 10 + i64::from(byte - b'0'))
            })
        };
        let mut thousandths = number(part, 3)?;
        for _ in part.len()..3 {
            thousandths *= 10;
        }
        let size = number(whole, 7)? * SCALE + thousandths;
        (size <= MOST).then_some(Self(if below { -size } else { size }))
    }

    /// As a number to calculate with.
    #[must_use]
    pub fn value(self) -> f64 {
        #[expect(
            clippy::cast_precision_loss,
            reason = "at most a thousand million thousandths"
        )]
        let thousandths = self.0 as f64;
        thousandths / 1_000.0
    }

    /// Rounded to steps of 1, 0.1 or 0.01; halves go away from 0.
    #[must_use]
    pub fn steps(self, decimals: u8) -> i64 {
        let step = match decimals {
            0 => 1_000,
            1 => 100,
            _ => 10,
        };
        let size = (self.0.abs() + step / 2) / step;
        if self.0 < 0 { -size } else { size }
    }

    /// People of `of`, of a number of people in every `per`: the nearest whole number, halves away from 0.
    #[must_use]
    pub fn people_of(self, per: u32, of: u32) -> i64 {
        let whole = i64::from(per.max(1)) * SCALE;
        let size = (self.0.abs() * i64::from(of) + whole / 2) / whole;
        if self.0 < 0 { -size } else { size }
    }

    /// The number on the other side of 0.
    #[must_use]
    pub fn negated(self) -> Self {
        Self(-self.0)
    }

    /// How many decimals it has, 0 to 3.
    #[must_use]
    pub fn decimals(self) -> u8 {
        match self.0 {
            whole if whole % SCALE == 0 => 0,
            tenths if tenths % 100 == 0 => 1,
            hundredths if hundredths % 10 == 0 => 2,
            _ => 3,
        }
    }

    /// The nearest number of the kind to a measurement.
    #[must_use]
    pub fn nearest(value: f64) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "clamped before")]
        let thousandths = (value * 1_000.0).round().clamp(-1e9, 1e9) as i64;
        Self(thousandths)
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0 < 0 {
            f.write_str("-")?;
        }
        let size = self.0.abs();
        write!(f, "{}", size / SCALE)?;
        let part = size % SCALE;
        if part == 0 {
            return Ok(());
        }
        let digits = format!("{part:03}");
        write!(f, ".{}", digits.trim_end_matches('0'))
    }
}

/// Whole numbers as numbers, all others as texts: the format has no fractions of its own.
impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 >= 0 && self.0 % SCALE == 0 {
            return serializer.serialize_u64(self.0.unsigned_abs() / 1_000);
        }
        serializer.collect_str(self)
    }
}

#[cfg(feature = "authoring")]
impl schemars::JsonSchema for Decimal {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A whole number, or a number with up to 3 decimals in quotes: 7, \"5.25\", \"-1.7\".",
            "type": ["integer", "string"]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_a_number() {
        for (text, thousandths) in [
            ("7", 7_000),
            ("5.25", 5_250),
            ("-1.7", -1_700),
            ("0", 0),
            ("1000000", MOST),
            ("0.005", 5),
        ] {
            assert_eq!(Decimal::parse(text), Some(Decimal(thousandths)), "{text}");
        }
        for bad in [
            "",
            ".5",
            "5.",
            "+1",
            "1e3",
            "1,000",
            "0.0005",
            "1000000.1",
            "--1",
            "x",
            "1.2.3",
        ] {
            assert_eq!(Decimal::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn rounds_halves_away_from_nothing() {
        let steps = |text: &str, decimals| Decimal::parse(text).unwrap_or_default().steps(decimals);
        assert_eq!(
            [steps("2.5", 0), steps("-2.5", 0), steps("2.449", 1)],
            [3, -3, 24]
        );
        assert_eq!(
            [steps("2.45", 1), steps("2.005", 2), steps("0.4", 0)],
            [25, 201, 0]
        );
    }

    proptest::proptest! {
        #[test]
        fn a_number_is_written_as_it_is_read(thousandths in -MOST..=MOST) {
            let number = Decimal(thousandths);
            proptest::prop_assert_eq!(Decimal::parse(&number.to_string()), Some(number));
            proptest::prop_assert_eq!(Decimal::nearest(number.value()), number);
        }
    }
}
