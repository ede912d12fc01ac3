//! Chances in percent: the same counts, exact, in every sentence, table and summary; and the way back.
#![cfg(feature = "authoring")]
#![expect(clippy::unwrap_used, reason = "a test: failing is how it reports")]

#[cfg(test)]
mod common;

use std::path::Path;

use common::{after, aid, aids, script};
use proptest::prelude::*;
use weighup_core::aid::{Aid, Cell, document::Results};
use weighup_core::authoring::{SourceFile, translate};
use weighup_core::chance::wording::{Saying, Words};
use weighup_core::chance::{Denominator, PeopleCount};
use weighup_core::consultation::{Action, Chances, Consultation};
use weighup_core::record::plain_text;
use weighup_core::view::{self, CellView, Engine as _, Here};
use weighup_core::words::Language;

/// The hundredths of a percent a text like "0.3%" says.
fn hundredths(text: &str) -> u32 {
    let number = text.trim_matches('\u{200e}').trim_end_matches('%');
    let number = number.trim_matches('\u{200e}').replace(',', ".");
    let (whole, decimals) = number.split_once('.').unwrap_or((&number, ""));
    format!("{whole}{decimals:0<2}").parse().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// A percentage of the denominator is the count: nothing is rounded on the way.
    #[test]
    fn a_percentage_is_the_count(of in prop::sample::select(Denominator::ALL.to_vec()), part in 0_u32..=10_000) {
        let people = part % (of.people_in_all() + 1);
        for language in Language::ALL {
            let words = Words::new(language, Vec::new()).saying(Chances::Percent);
            let said = words.percent(people, of);
            prop_assert_eq!(hundredths(&said) * of.people_in_all(), people * 10_000, "{}", said);
            let decimals = said.split(['.', ',']).nth(1).map_or(0, |tail| tail.bytes().filter(u8::is_ascii_digit).count());
            prop_assert_eq!(decimals, usize::from(of.percent_decimals()), "{}", said);
        }
    }
}

#[test]
fn small_chances_stay_what_they_are() {
    let words = Words::english().clone().saying(Chances::Percent);
    let said = |count| words.count(count);
    use Denominator::{Hundred, TenThousand, Thousand};
    assert_eq!(said(PeopleCount::Exactly(3, Thousand)), "0.3%");
    assert_eq!(said(PeopleCount::Exactly(240, Thousand)), "24.0%");
    assert_eq!(said(PeopleCount::Exactly(3, TenThousand)), "0.03%");
    assert_eq!(said(PeopleCount::Exactly(0, Hundred)), "0%");
    assert_eq!(said(PeopleCount::FewerThanOne(Hundred)), "less than 1%");
    assert_eq!(said(PeopleCount::FewerThanOne(TenThousand)), "less than 0.01%");
    assert_eq!(said(PeopleCount::AllButFewerThanOne(Thousand)), "more than 99.9%");
    assert_eq!(words.about(PeopleCount::Exactly(24, Hundred)), "about 24%");
    assert_eq!(words.people(PeopleCount::Exactly(24, Hundred)), "24");
}

#[test]
fn the_sentences_in_english() {
    let aid = aid(Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../decision-aids/prostate-localised"
    )));
    let c = after(&aid, [Action::say_chances(Chances::Percent)]);
    let view = view::compare(&aid, &c);
    assert_eq!(
        view.denominator_note,
        "All chances on this page are percentages. 1% is 1 of every 100 people."
    );
    let pads = view
        .outcomes
        .iter()
        .find(|card| card.id.as_str() == "pads")
        .unwrap();
    let known = pads.cells.iter().map(|cell| match cell {
        CellView::Known(figure) => figure,
        CellView::NotKnown { .. } => panic!("a figure is known"),
    });
    let said: Vec<_> = known
        .flat_map(|figure| {
            [&figure.sentence, &figure.does_not, &figure.range, &figure.picture].map(String::clone)
        })
        .chain(pads.differences.clone())
        .collect();
    insta::assert_snapshot!("percent__prostate_pads", said.join("\n"));
}

/// Every aid, and every translation of one.
fn every() -> Vec<(String, Aid)> {
    let mut all = Vec::new();
    for folder in aids() {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let base = aid(&folder);
        for tag in ["cy", "ur"] {
            let Ok(text) = std::fs::read(folder.join(format!("{tag}.toml"))) else {
                continue;
            };
            let file = SourceFile {
                name: "translation.toml",
                bytes: &text,
            };
            all.push((
                format!("{name} {tag}"),
                translate(base.document(), file, tag).aid.unwrap(),
            ));
        }
        all.push((name, base));
    }
    all
}

/// What is said of an aid with chances in percent holds the exact percentages of its counts and no count of people.
#[test]
fn every_outcome_of_every_aid_in_percent() {
    for (name, aid) in every() {
        let words = aid.wording().clone().saying(Chances::Percent);
        for outcome in aid.outcomes() {
            let of = outcome.of;
            let every = format!("{} ", aid.wording().number(of.people_in_all()));
            for row in &outcome.rows {
                for option in aid.options() {
                    let Some(Cell::Known(figure)) = row.cell(option.index) else {
                        continue;
                    };
                    let saying = Saying {
                        figure,
                        of,
                        event: &outcome.event,
                        option: option.in_sentence(),
                    };
                    let said = words.figure(&saying);
                    let place = format!("{name}: {} {}: {}", outcome.name, option.name(), said.sentence);
                    let people = figure.people(of);
                    for count in [people, people.complement()] {
                        assert!(said.sentence.contains(&words.count(count)), "{place}");
                    }
                    let counts = [&said.sentence, &said.happens, &said.does_not, &said.of_every];
                    let texts = counts.into_iter().chain([&said.range]).chain(&said.range_short);
                    for text in texts {
                        assert!(!text.contains(&every), "{place}: {text}");
                        assert!(!text.contains('{'), "{place}: {text}");
                    }
                    assert!(said.count.contains('%') && said.happens.contains('%'), "{place}");
                    if let (PeopleCount::Exactly(k, of), PeopleCount::Exactly(rest, _)) =
                        (people, people.complement())
                    {
                        let sum = hundredths(&words.percent(k, of)) + hundredths(&words.percent(rest, of));
                        assert_eq!(sum, 10_000, "{place}");
                    }
                    // A picture is people.
                    assert_eq!(said.picture, aid.wording().figure(&saying).picture, "{place}");
                }
            }
        }
    }
}

/// The table and the summary have the same percentages as the table of counts has counts, one format in all cells.
#[test]
fn tables_and_summaries_of_every_aid() {
    for (name, aid) in every() {
        let counts = Consultation::new(&aid);
        let percent = after(&aid, [Action::say_chances(Chances::Percent)]);
        let summary = |c: &Consultation| view::summary(&aid, c, Results::Fit, &Here);
        let (plain, said) = (summary(&counts), summary(&percent));
        assert_ne!(plain.figures.caption, said.figures.caption, "{name}");
        for (row, was) in said.figures.rows.iter().zip(&plain.figures.rows) {
            assert_eq!(row.outcome, was.outcome, "{name}");
            let of = aid.outcomes().iter().find(|o| o.name == row.outcome).unwrap().of;
            for (cell, was) in row.cells.iter().zip(&was.cells) {
                let (cell, was) = (cell.text.as_str(), was.text.as_str());
                if cell == was {
                    let amount = aid.outcomes().iter().any(|o| {
                        o.name == row.outcome && o.rows.iter().all(|row| row.figures().next().is_none())
                    });
                    let gap = !was.contains(|c: char| c.is_ascii_digit());
                    assert!(amount || gap, "{name}: {cell}");
                    continue;
                }
                let shown = numbers(cell);
                let people: Vec<u32> = numbers(was)
                    .iter()
                    .map(|n| n.replace([',', '\u{a0}'], "").parse().unwrap())
                    .collect();
                assert_eq!(shown.len(), people.len(), "{name}: {cell} | {was}");
                for (shown, people) in shown.iter().zip(people) {
                    // "less than 1%" and "fewer than 1" name the same one person.
                    assert_eq!(
                        hundredths(shown) * of.people_in_all(),
                        people * 10_000,
                        "{name}: {cell} | {was}"
                    );
                    let decimals = shown.split('.').nth(1).map_or(0, str::len);
                    assert_eq!(decimals, usize::from(of.percent_decimals()), "{name}: {cell}");
                }
            }
        }
        let text = plain_text(aid.wording(), &said);
        assert!(text.contains(&said.figures.caption), "{name}");
    }
}

/// The numbers of a text, without marks around them.
fn numbers(text: &str) -> Vec<String> {
    let numeral = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let found = text
        .split(|c| !numeral(c))
        .map(|part| part.trim_matches([',', '.']));
    found.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Whatever a person answered, no view of theirs mixes the two ways.
#[test]
fn after_every_script_nothing_says_so_many_of_every() {
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts");
    let texts: Vec<String> = std::fs::read_dir(scripts)
        .unwrap()
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    for folder in aids() {
        let aid = aid(&folder);
        for text in &texts {
            let mut actions = script(&aid, text);
            actions.push(Action::say_chances(Chances::Percent));
            let mut c = Consultation::new(&aid);
            for action in actions {
                // A script written for any aid may do what one refuses.
                let _ = c.apply(&aid, action);
            }
            let of = format!(
                "of every {} {}",
                aid.wording().number(aid.denominators()[0].people_in_all()),
                ""
            );
            let weigh = format!("{:?}", view::weigh(&aid, &c));
            let compare = view::compare(&aid, &c);
            let note = aid
                .wording()
                .clone()
                .saying(Chances::Percent)
                .denominator_note(&aid.denominators());
            let options = format!("{:?}", view::options(&aid, &c));
            let fit = format!("{:?}", view::fit(&aid, &c, Results::Fit, &Here));
            let cells: Vec<String> = compare
                .outcomes
                .iter()
                .flat_map(|card| card.differences.clone())
                .collect();
            for said in [
                weigh,
                options,
                fit,
                cells.join(" "),
                format!("{:?}", view::compare_table(&aid, &c).rows),
            ] {
                // Which says what a percentage is.
                let said = said.replace(&note, "");
                for group in aid.outcomes().iter().flat_map(|outcome| &outcome.rows) {
                    let counted = format!("{of}{}", group.group.people);
                    assert!(!said.contains(&counted), "{}: {said}", folder.display());
                }
            }
        }
    }
}

#[test]
fn it_is_how_things_are_shown_kept_and_never_undone() {
    let aid = common::example();
    let mut c = after(
        &aid,
        [
            Action::set_questions("Who?".into()),
            Action::say_chances(Chances::Percent),
        ],
    );
    c.apply(&aid, Action::undo()).unwrap();
    assert_eq!(c.answers().chances, Chances::Percent);
    assert_eq!(c.answers().questions, "");
    let saved = c.save(&aid, Here.hash(&aid));
    let back = Consultation::restore(&aid, &saved, Here.hash(&aid)).unwrap();
    assert!(back.dropped.is_empty());
    assert_eq!(back.consultation.answers().chances, Chances::Percent);
    // A second window follows.
    let mut other = Consultation::new(&aid);
    other.follow(&aid, &back.consultation);
    assert_eq!(other.answers().chances, Chances::Percent);
    // The engine behind the widget is asked with it.
    assert!(view::ask(c.answers()).contains("\"chances\":\"percent\""));
    c.apply(&aid, Action::say_chances(Chances::Counts)).unwrap();
    assert!(!c.save(&aid, Here.hash(&aid)).contains("chances"));
}
