//! What core knows of each language: its plurals, its numbers, its direction.

/// A language core can make sentences in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English, British spelling.
    English,
    /// Welsh.
    Welsh,
    /// Polish.
    Polish,
    /// Urdu.
    Urdu,
    /// Arabic.
    Arabic,
}

/// Which sentence goes with a whole number (the plural categories of CLDR).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// 0, in Welsh and Arabic.
    Zero,
    /// 1, and what is said like it.
    One,
    /// 2, in Welsh and Arabic.
    Two,
    /// A few.
    Few,
    /// Many.
    Many,
    /// All others.
    Other,
}

impl Plural {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Zero,
        Self::One,
        Self::Two,
        Self::Few,
        Self::Many,
        Self::Other,
    ];

    /// Its name in a catalogue and in CLDR.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// Whether a BCP 47 tag is that of an Easy Read variant: `en-x-easy`.
#[must_use]
pub fn is_easy(tag: &str) -> bool {
    tag.eq_ignore_ascii_case("en-x-easy")
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::English, Self::Welsh, Self::Polish, Self::Urdu, Self::Arabic];

    /// The language of a BCP 47 tag (`en`, `en-GB`), when core knows it.
    #[must_use]
    pub fn of(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// Its BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Welsh => "cy",
            Self::Polish => "pl",
            Self::Urdu => "ur",
            Self::Arabic => "ar",
        }
    }

    /// Written from right to left.
    #[must_use]
    pub const fn is_rtl(self) -> bool {
        matches!(self, Self::Urdu | Self::Arabic)
    }

    /// The sentence that goes with a whole number. `tests/browser/plurals.test.mjs` holds it to `Intl.PluralRules`.
    #[must_use]
    pub const fn plural(self, n: u32) -> Plural {
        match (self, n) {
            (Self::Welsh | Self::Arabic, 0) => Plural::Zero,
            (_, 1) => Plural::One,
            (Self::Welsh | Self::Arabic, 2) => Plural::Two,
            (Self::Welsh, 3) => Plural::Few,
            (Self::Welsh, 6) => Plural::Many,
            (Self::Polish, _) => match (n % 10, n % 100) {
                (_, 12..=14) => Plural::Many,
                (2..=4, _) => Plural::Few,
                _ => Plural::Many,
            },
            (Self::Arabic, _) => match n % 100 {
                3..=10 => Plural::Few,
                11..=99 => Plural::Many,
                _ => Plural::Other,
            },
            _ => Plural::Other,
        }
    }

    /// The plurals that whole numbers have in it. The last one is said where a catalogue has no other.
    #[must_use]
    pub const fn plurals(self) -> &'static [Plural] {
        use Plural::{Few, Many, One, Other, Two, Zero};
        match self {
            Self::English | Self::Urdu => &[One, Other],
            Self::Welsh | Self::Arabic => &[Zero, One, Two, Few, Many, Other],
            Self::Polish => &[One, Few, Many],
        }
    }

    /// The plural that is said where a catalogue has no other; also what follows a percentage.
    #[must_use]
    pub(crate) fn last_plural(self) -> Plural {
        self.plurals().last().copied().unwrap_or(Plural::Other)
    }

    /// Between whole and decimals.
    pub(crate) const fn point(self) -> &'static str {
        match self {
            Self::Polish => ",",
            _ => ".",
        }
    }

    /// After a percentage. In scripts from right to left, marks of direction keep it after its number (CLDR).
    pub(crate) const fn percent(self) -> &'static str {
        if self.is_rtl() { "\u{200e}%\u{200e}" } else { "%" }
    }

    /// "1,643"; in Polish "1643" and "16 430". Digits are the same in every language, as a person will meet them again in
    /// leaflets and letters. `tests/browser/plurals.test.mjs` holds it to `Intl.NumberFormat`.
    pub(super) fn grouped(self, number: u32) -> String {
        let digits = number.to_string();
        let (mark, fewest) = match self {
            Self::Polish => ('\u{a0}', 5),
            _ => (',', 4),
        };
        if digits.len() < fewest {
            return digits;
        }
        let mut out = String::with_capacity(digits.len() + 4);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                out.push(mark);
            }
            out.push(digit);
        }
        out
    }
}
