//! What core knows of each language: its plurals, its numbers, its direction. Which languages there are, and what differs from one
//! to another, is written by `core/build.rs` from the folders of `languages`.

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// Which sentence goes with a whole number (the plural categories of CLDR).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// 0, where a language has words of its own for it.
    Zero,
    /// 1, and what is said like it.
    One,
    /// 2, where a language has words of its own for it.
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

/// A folder of `languages`: a language, or a variant of one such as Easy Read. Files for it are called by its name: `NAME.toml`
/// beside an aid, `texts/NAME.json` beside the widget.
#[derive(Clone, Copy, Debug)]
pub struct Spoken {
    /// The name of the folder.
    pub name: &'static str,
    /// Its BCP 47 tag.
    pub tag: &'static str,
    /// What it calls itself.
    pub own: &'static str,
    /// Its name in English.
    pub english: &'static str,
    /// The language whose plurals and numbers it has.
    pub language: Language,
    /// Whether it is another way to say that language.
    pub is_variant: bool,
    /// Core's sentences as translators write them; empty for the source, whose sentences stand in the sources.
    #[cfg(feature = "authoring")]
    pub sentences: &'static str,
    /// Forms in which numbers are typed; empty for a variant, which has those of its language.
    #[cfg(feature = "authoring")]
    pub forms: &'static str,
}

impl Spoken {
    /// The one whose folder and files have this name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Self> {
        SPOKEN.iter().find(|spoken| spoken.name == name)
    }

    /// The one that a BCP 47 tag asks for: a variant by its whole tag, a language by the first part of it (`en`, `en-GB`).
    #[must_use]
    pub fn of(tag: &str) -> Option<&'static Self> {
        let variant = |spoken: &&Self| spoken.is_variant && spoken.tag.eq_ignore_ascii_case(tag);
        SPOKEN.iter().find(variant).or_else(|| {
            let language = Language::of(tag)?;
            let plain = |spoken: &&Self| !spoken.is_variant && spoken.language == language;
            SPOKEN.iter().find(plain)
        })
    }
}

/// Whether a BCP 47 tag is that of an Easy Read variant.
#[must_use]
pub fn is_easy(tag: &str) -> bool {
    EASY.iter().any(|easy| easy.eq_ignore_ascii_case(tag))
}

impl Language {
    /// The language of a BCP 47 tag (`en`, `en-GB`), when core knows it.
    #[must_use]
    pub fn of(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// The plural that is said where a catalogue has no other; also what follows a percentage.
    #[must_use]
    pub(crate) fn last_plural(self) -> Plural {
        self.plurals().last().copied().unwrap_or(Plural::Other)
    }

    /// After a percentage. In scripts from right to left, marks of direction keep it after its number (CLDR).
    pub(crate) const fn percent(self) -> &'static str {
        if self.is_rtl() { "\u{200e}%\u{200e}" } else { "%" }
    }

    /// "1,643", as the language marks thousands. Digits are the same in every language, as a person will meet them again in
    /// leaflets and letters. `tests/browser/plurals.test.mjs` holds it to `Intl.NumberFormat`.
    pub(super) fn grouped(self, number: u32) -> String {
        let digits = number.to_string();
        let (mark, fewest) = self.grouping();
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
