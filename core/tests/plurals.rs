//! The plural of every language for whole numbers, and how it writes them, as files: `tests/browser/plurals.test.mjs` holds them to
//! `Intl`.

use std::fmt::Write as _;

use weighup_core::words::{Language, Words};

#[test]
fn the_plural_of_every_whole_number() {
    let numbers = (0..=200).chain([
        1_000, 1_001, 1_002, 1_003, 1_006, 1_011, 1_012, 1_022, 1_100, 10_000, 100_000, 1_000_000,
    ]);
    let mut told = String::new();
    for language in Language::ALL {
        for number in numbers.clone() {
            let _ = writeln!(
                told,
                "{} {number} {}",
                language.tag(),
                language.plural(number).name()
            );
        }
    }
    insta::assert_snapshot!(told);
}

#[test]
fn numbers_of_every_length() {
    let mut told = String::new();
    for language in Language::ALL {
        let words = Words::new(language, Vec::new());
        for number in [
            7_u32,
            64,
            643,
            1_643,
            21_643,
            321_643,
            4_321_643,
            54_321_643,
            u32::MAX,
        ] {
            let _ = writeln!(told, "{} {number} {}", language.tag(), words.number(number));
        }
    }
    insta::assert_snapshot!(told);
}
