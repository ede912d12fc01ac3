//! The plural of every language for whole numbers, as a file: `tests/browser/plurals.test.mjs` holds it to `Intl`.

use std::fmt::Write as _;

use weighup_core::words::Language;

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
