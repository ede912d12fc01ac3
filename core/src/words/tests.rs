use proptest::prelude::*;

use super::*;

/// Two messages in a language of which some sentences are there.
fn words(language: Language, sentences: &[(u32, &str)]) -> Words {
    let owned = sentences.iter().map(|(key, text)| (*key, (*text).to_owned()));
    Words::new(language, owned.collect())
}

#[test]
fn holes_are_filled_in_any_order_once() {
    let cy = words(
        Language::Welsh,
        &[(
            key("", "With {option}, {count}."),
            "{count} gyda {option}. {Option}!",
        )],
    );
    let (option, count) = ("llawdriniaeth {count}", "24".to_owned());
    assert_eq!(
        say!(cy, "With {option}, {count}.", option, count),
        "24 gyda llawdriniaeth {count}. Llawdriniaeth {count}!"
    );
    assert_eq!(
        say!(Words::english(), "With {option}, {count}.", option, count),
        "With llawdriniaeth {count}, 24."
    );
}

#[test]
fn capitals_are_those_of_unicode_or_none() {
    // What is two letters as a capital, what is none of a word, and what no first letter of a word is written with.
    let left = "µßÿıŉſǰΐΰςև";
    let alphabets = [
        'a'..='z',
        'à'..='ž',
        'ș'..='ț',
        'ά'..='ώ',
        'а'..='ԯ',
        'ա'..='ֆ',
        'ẁ'..='ẕ',
        'ạ'..='ỿ',
    ];
    for letter in '\0'..=char::MAX {
        let made = capital(&letter.to_string());
        let known: String = letter.to_uppercase().collect();
        if alphabets.iter().any(|letters| letters.contains(&letter)) && !left.contains(letter) {
            assert_eq!(made, known, "{letter}");
        } else {
            assert!(made == known || made == letter.to_string(), "{letter}: {made}");
        }
    }
    assert_eq!(capital("źle to"), "Źle to");
    assert_eq!(capital(""), "");
}

#[test]
fn a_sentence_for_each_plural() {
    let id = key("", "{n} men of {all}");
    let pl = words(
        Language::Polish,
        &[
            (key_for(id, Plural::One), "jeden z {all}"),
            (key_for(id, Plural::Few), "{n} mężczyźni z {all}"),
            (id, "{n} mężczyzn z {all}"),
        ],
    );
    let said = |words: &Words, n: u32| say!(words, n => "one man of {all}", "{n} men of {all}", all = words.number(9_999u32));
    assert_eq!(said(Words::english(), 1), "one man of 9,999");
    assert_eq!(said(Words::english(), 0), "0 men of 9,999");
    assert_eq!(said(&pl, 1), "jeden z 9999");
    assert_eq!(said(&pl, 22), "22 mężczyźni z 9999");
    assert_eq!(said(&pl, 12_345), "12\u{a0}345 mężczyzn z 9999");
}

#[test]
fn a_context_makes_another_message() {
    let cy = words(
        Language::Welsh,
        &[(key("a rating", "good"), "da"), (key("a mood", "good"), "iawn")],
    );
    assert_eq!(say!(cy, context "a rating", "good"), "da");
    assert_eq!(say!(cy, context "a mood", "good"), "iawn");
    assert_eq!(say!(cy, "good"), "good");
}

#[test]
fn latin_letters_stand_apart_from_right_to_left_text() {
    let ur = words(
        Language::Urdu,
        &[(key("", "With {option}, {n}."), "{option} کے ساتھ {n}۔")],
    );
    assert_eq!(
        say!(ur, "With {option}, {n}.", option = "PSA", n = "24"),
        "\u{2068}PSA\u{2069} کے ساتھ 24۔"
    );
}

#[test]
fn right_to_left_letters_stand_apart_from_left_to_right_text() {
    let said = |words: &str| say!(Words::english(), "“{words}”, {n}.", words, n = "24");
    assert_eq!(said("البقاء في البيت"), "“\u{2068}البقاء في البيت\u{2069}”, 24.");
    let inside = said("بيت");
    assert_eq!(said(&inside), format!("“{inside}”, 24."));
    assert_eq!(said("Ça va"), "“Ça va”, 24.");
    assert_eq!(apart_in("Take away: {words}", "بيت"), "\u{2068}بيت\u{2069}");
    assert_eq!(apart_in("ہٹائیں: {words}", "Home"), "\u{2068}Home\u{2069}");
    assert_eq!(apart_in("ہٹائیں: {words}", "بيت"), "بيت");
    assert_eq!((comma_in("Here: "), comma_in("یہاں: ")), (", ", "، "));
}

#[test]
fn lists() {
    let items = |n: usize| {
        let all = ["a", "b", "c", "d"].iter().take(n);
        Words::english().list(&all.map(ToString::to_string).collect::<Vec<_>>())
    };
    assert_eq!(
        [0, 1, 2, 3, 4].map(items),
        ["", "a", "a and b", "a, b and c", "a, b, c and d"]
    );
}

#[test]
fn languages_by_tag() {
    assert_eq!(Language::of("en-GB"), Some(Language::English));
    assert_eq!(Language::of("UR-pk"), Some(Language::Urdu));
    assert_eq!(Language::of("cym"), None);
    assert_eq!(Language::of(""), None);
}

proptest! {
    /// What is filled in is there, as it was, and what has no hole is the sentence itself.
    #[test]
    fn values_come_through(a in ".{0,20}", b in "\\PC{0,20}", n in any::<u32>()) {
        let text = say!(Words::english(), "{a}|{b}", a, b).replace(['\u{2068}', '\u{2069}'], "");
        let [a, b] = [a, b].map(|value| value.replace(['\u{2068}', '\u{2069}'], ""));
        prop_assert_eq!(text, [a.as_str(), "|", &b].concat());
        let number = Words::english().number(n).replace(',', "");
        prop_assert_eq!(number.parse::<u32>().ok(), Some(n));
    }

    /// Every number has a plural that its language says it has.
    #[test]
    fn every_number_has_a_sentence(n in any::<u32>()) {
        for language in Language::ALL {
            prop_assert!(language.plurals().contains(&language.plural(n)), "{:?} {}", language, n);
        }
    }

    /// A text of any kind is filled without a stop, however it is broken.
    #[test]
    fn no_text_stops_it(text in "[{}a-zA-Z ]{0,30}", value in ".{0,9}") {
        for language in [Language::English, Language::Arabic] {
            let words = words(language, &[(key("", "{a}"), &text)]);
            let said = say!(words, "{a}", a = value);
            let holes = text.contains('{');
            prop_assert!(holes || said == text);
        }
    }
}
