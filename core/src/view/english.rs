//! Small words: lists, and ratios of importance in plain words. Words about figures are [`crate::chance`]'s.

/// "a", "a and b", "a, b and c".
pub(crate) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    }
}

/// With a capital first letter.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// How much more one thing matters than another. Bands, not decimals: nobody weighs to a tenth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Ratio {
    /// Below 1.2: also where [`crate::values::looks_equal`] says "about the same".
    Same,
    /// 1.2 to below 1.35.
    LittleMore,
    /// 1.35 to below 1.75.
    OneAndAHalf,
    /// 1.75 to below 2.25.
    Twice,
    /// 2.25 to below 2.75.
    TwoAndAHalf,
    /// 2.75 to below 5.5, to the nearest whole.
    Times(u8),
    /// 5.5 and above.
    MuchMore,
}

/// Where answers are too close to tell apart: the largest is less than this times the smallest.
pub(crate) const SAME_BELOW: f64 = 1.2;

impl Ratio {
    /// The band of a ratio of at least 1. Anything else that is not a ratio counts as much more.
    pub(crate) fn of(ratio: f64) -> Self {
        match ratio {
            r if r < SAME_BELOW => Self::Same,
            r if r < 1.35 => Self::LittleMore,
            r if r < 1.75 => Self::OneAndAHalf,
            r if r < 2.25 => Self::Twice,
            r if r < 2.75 => Self::TwoAndAHalf,
            r if r < 3.5 => Self::Times(3),
            r if r < 4.5 => Self::Times(4),
            r if r < 5.5 => Self::Times(5),
            _ => Self::MuchMore,
        }
    }

    /// After "matters to you …": "about twice as much as".
    pub(crate) fn than(self) -> String {
        match self {
            Self::Same => "about as much as".to_owned(),
            Self::LittleMore => "a little more than".to_owned(),
            Self::OneAndAHalf => "about one and a half times as much as".to_owned(),
            Self::Twice => "about twice as much as".to_owned(),
            Self::TwoAndAHalf => "about two and a half times as much as".to_owned(),
            Self::Times(n) => format!("about {n} times as much as"),
            Self::MuchMore => "much more than".to_owned(),
        }
    }

    /// After "If … mattered …", for more: "about twice as much as".
    pub(crate) fn more(self) -> String {
        match self {
            Self::Same => "only a very little more than".to_owned(),
            Self::MuchMore => "much more than".to_owned(),
            other => other.than(),
        }
    }

    /// After "If … mattered …", for the mirror image, less: "about half as much as".
    pub(crate) fn less(self) -> String {
        match self {
            Self::Same => "only a very little less than".to_owned(),
            Self::LittleMore => "a little less than".to_owned(),
            Self::OneAndAHalf => "about two thirds as much as".to_owned(),
            Self::Twice => "about half as much as".to_owned(),
            Self::TwoAndAHalf => "a little under half as much as".to_owned(),
            Self::Times(3) => "about a third as much as".to_owned(),
            Self::Times(4) => "about a quarter as much as".to_owned(),
            Self::Times(_) => "about a fifth as much as".to_owned(),
            Self::MuchMore => "much less than".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists() {
        let words = |n: usize| {
            ["a", "b", "c"]
                .iter()
                .take(n)
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        };
        assert_eq!(list(&words(0)), "");
        assert_eq!(list(&words(1)), "a");
        assert_eq!(list(&words(2)), "a and b");
        assert_eq!(list(&words(3)), "a, b and c");
    }

    #[test]
    fn every_ratio_has_its_band() {
        for (ratio, words) in [
            (1.0, "about as much as"),
            (1.19, "about as much as"),
            (1.2, "a little more than"),
            (1.34, "a little more than"),
            (1.35, "about one and a half times as much as"),
            (1.74, "about one and a half times as much as"),
            (1.75, "about twice as much as"),
            (2.24, "about twice as much as"),
            (2.25, "about two and a half times as much as"),
            (2.75, "about 3 times as much as"),
            (3.5, "about 4 times as much as"),
            (5.49, "about 5 times as much as"),
            (5.5, "much more than"),
            (f64::INFINITY, "much more than"),
        ] {
            assert_eq!(Ratio::of(ratio).than(), words, "{ratio}");
        }
    }

    #[test]
    fn every_pair_of_points_has_a_band_that_grows_with_the_ratio() {
        let tens: Vec<u8> = (1..=10).map(|ten| ten * 10).collect();
        let mut ratios: Vec<f64> = tens
            .iter()
            .flat_map(|a| tens.iter().map(move |b| f64::from(*a) / f64::from(*b)))
            .collect();
        ratios.retain(|r| *r >= 1.0);
        ratios.sort_by(f64::total_cmp);
        assert!(
            ratios
                .windows(2)
                .all(|pair| Ratio::of(pair[0]) <= Ratio::of(pair[1]))
        );
    }
}
