//! What the evidence of every aid of this repository amounts to, and which fall short of what is asked of them.
#![cfg(feature = "authoring")]
#![expect(clippy::unwrap_used, reason = "a test: failing is how it reports")]

#[cfg(test)]
mod common;

use std::collections::BTreeSet;
use std::path::Path;

use common::{aid, aids, example_text, read};
use weighup_core::standards::{Main, Sheet};

/// Aids that do not meet it yet: `AID: what it falls short of`, a line each. Lines are taken out as aids meet it, and none is
/// added; `EVIDENCE=write` takes them out.
const NOT_YET: &str = "tests/data/evidence-not-yet.txt";

/// At most one cell of ten unknown, at least four outcomes to weigh or on the screen why not, and a main benefit and a main harm
/// for every option.
#[test]
fn every_aid_meets_what_is_asked_of_its_evidence_or_is_known_not_to() {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join(NOT_YET);
    let known: BTreeSet<String> = std::fs::read_to_string(&list)
        .expect("the list is there")
        .lines()
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect();
    let mut short = BTreeSet::new();
    for folder in aids()
        .iter()
        .filter(|folder| folder.parent().is_some_and(|up| up.ends_with("decision-aids")))
    {
        let sheet = Sheet::of(&aid(folder));
        short.extend(sheet.short_of().iter().map(|of| format!("{}: {of}", sheet.aid)));
    }
    let new: Vec<_> = short.difference(&known).collect();
    assert!(
        new.is_empty(),
        "these fall short, see `weighup evidence --table`: {new:#?}"
    );
    let met: Vec<_> = known.difference(&short).collect();
    if std::env::var("EVIDENCE").is_ok_and(|way| way == "write") {
        let left: String = known
            .intersection(&short)
            .map(|line| format!("{line}\n"))
            .collect();
        std::fs::write(&list, left).expect("the list can be written");
        return;
    }
    assert!(
        met.is_empty(),
        "these are met now; `EVIDENCE=write` takes them out of core/{NOT_YET}: {met:#?}"
    );
}

#[test]
fn the_sheet_of_the_invented_aid() {
    insta::assert_snapshot!("evidence_sheet", told(&Sheet::of(&read(example_text()))));
}

/// A sheet in lines.
fn told(sheet: &Sheet) -> String {
    let main = |main: &Option<Main>| main.as_ref().map_or_else(|| "none".to_owned(), Main::to_string);
    let mut lines = vec![
        format!("{:?}", sheet.cells),
        format!("read {:?}, second source {:?}", sheet.read, sheet.second),
        format!("to weigh {:?}, left out {:?}", sheet.weighable, sheet.left_out),
        format!("falls short {:?}", sheet.short_of()),
    ];
    for option in &sheet.options {
        lines.push(format!(
            "{}\n  for {}\n  against {}",
            option.name,
            main(&option.benefit),
            main(&option.harm)
        ));
    }
    lines.join("\n")
}

/// Every aid with figures that depend on a group is looked at for its first, and none has nothing to say of every option.
#[test]
fn a_main_benefit_is_better_and_a_main_harm_worse_than_what_it_is_held_against() {
    let prostate = Sheet::of(&aid(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../decision-aids/prostate-localised")
    ));
    let surgery = prostate
        .options
        .iter()
        .find(|option| option.option == "surgery")
        .unwrap();
    let (benefit, harm) = (surgery.benefit.as_ref().unwrap(), surgery.harm.as_ref().unwrap());
    assert_eq!(benefit.than.as_ref().unwrap().0, "active monitoring");
    assert_eq!(harm.than.as_ref().unwrap().0, "active monitoring");
    assert_ne!(benefit.outcome, harm.outcome);
    assert!(!benefit.overlap && !harm.overlap, "{benefit} {harm}");
}

/// The benefit and the harm of an option of a sheet, by the names of their outcomes.
fn both(sheet: &Sheet, option: &str) -> [Option<String>; 2] {
    let option = sheet.options.iter().find(|each| each.option == option).unwrap();
    [&option.benefit, &option.harm].map(|main| main.as_ref().map(|main| main.outcome.clone()))
}

#[test]
fn what_the_author_names_among_the_benefits_or_risks_of_an_option_comes_first() {
    let lists = "benefits = [\"Less pain.\"]\nrisks = [\"A scar.\"]";
    let with = |lines: &str| {
        let text = example_text();
        assert_eq!(text.matches(lists).count(), 1, "the lists of the operation");
        both(&Sheet::of(&read(&text.replace(lists, lines))), "operation")
    };
    let some = |names: [&str; 2]| names.map(|name| Some(name.to_owned()));
    assert_eq!(with(lists), some(["Pain after treatment", "A serious harm"]));
    let own = "benefits = [\"{walking.operation@1y} can walk a mile.\"]\nrisks = [\"A scar.\"]";
    assert_eq!(with(own), some(["Walking a mile", "A serious harm"]));
    // What the risks of the option it is held against tell speaks for this one as well, and is first against the other.
    let risks = [
        "risks = [\"Pain may stay.\"]",
        "risks = [\"{walking.waiting@1y} can walk a mile.\"]",
    ];
    assert_eq!(
        example_text().matches(risks[0]).count(),
        1,
        "the risks of waiting"
    );
    let sheet = Sheet::of(&read(&example_text().replace(risks[0], risks[1])));
    assert_eq!(
        both(&sheet, "operation"),
        some(["Walking a mile", "A serious harm"])
    );
    assert_eq!(both(&sheet, "waiting")[1].as_deref(), Some("Walking a mile"));
    // Another option's figure says nothing of this one, and a benefit named as a risk is none.
    let others =
        "benefits = [\"{walking.tablets@1y} can walk a mile.\"]\nrisks = [\"{walking.operation@1y}.\"]";
    assert_eq!(with(others), some(["Pain after treatment", "A serious harm"]));
}

/// Three operations have one figure for what they do beside none, so it tells none of them apart: that stands beside it.
#[test]
fn treatments_with_the_same_main_benefit_say_what_speaks_for_each_beside_the_others() {
    let breast = Sheet::of(&aid(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../decision-aids/breast-surgery")
    ));
    let of = |id: &str| breast.options.iter().find(|each| each.option == id).unwrap();
    let operations = ["lump", "lump-radiotherapy", "mastectomy"].map(of);
    let benefits: BTreeSet<String> = operations
        .iter()
        .map(|each| each.benefit.as_ref().unwrap().to_string())
        .collect();
    assert_eq!(benefits.len(), 1, "{benefits:?}");
    let whom = operations.map(|each| {
        let told = each.among.iter().map(|main| {
            let (option, _) = main.than.as_ref().unwrap();
            (main.outcome.as_str(), option.as_str())
        });
        told.collect::<Vec<_>>()
    });
    // No figure speaks for leaving radiotherapy out: the table says nothing there.
    let expected = [
        vec![("A problem soon after surgery", "breast removal")],
        vec![
            ("Dying from breast cancer", "lump removal alone"),
            ("A problem soon after surgery", "breast removal"),
        ],
        vec![
            ("Dying from breast cancer", "lump removal alone"),
            (
                "Cancer coming back in the same breast or scar",
                "lump removal then radiotherapy",
            ),
        ],
    ];
    assert_eq!(whom, expected);
    // No operation has no treatment that shares its benefit, and where the figures differ nothing more is said.
    assert!(of("none").among.is_empty());
    let knees = Sheet::of(&aid(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../decision-aids/knee-osteoarthritis")
    ));
    assert!(knees.options.iter().all(|option| option.among.is_empty()));
}

/// Where an option has one outcome alone with a figure, it is both; nowhere else.
#[test]
fn no_outcome_is_the_main_benefit_and_the_main_harm_of_one_option_where_there_is_another() {
    let mut same = Vec::new();
    for folder in aids()
        .iter()
        .filter(|folder| folder.parent().is_some_and(|up| up.ends_with("decision-aids")))
    {
        let sheet = Sheet::of(&aid(folder));
        for option in &sheet.options {
            let [benefit, harm] = both(&sheet, &option.option);
            if benefit == harm {
                same.push(format!("{} {}", sheet.aid, option.option));
            }
        }
    }
    assert_eq!(same, ["appendicitis watch"]);
}

#[test]
fn what_does_not_apply_to_an_option_gives_way_to_a_figure_of_its_own() {
    let of = |name: &str| {
        Sheet::of(&aid(&Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../decision-aids")
            .join(name)))
    };
    // “Going home with no surgery” cannot be said against surgery, and not getting pregnant is why contraception is used.
    let [_, harm] = both(&of("appendicitis"), "surgery");
    assert_eq!(harm.as_deref(), Some("A problem after treatment: open surgery"));
    let [_, harm] = both(&of("contraception"), "none");
    assert_eq!(
        harm.as_deref(),
        Some("Getting pregnant, used as most people use it")
    );
    // 7 against 850 of 1,000 come without a range, and still before 1 against 2 of 10,000, which have one.
    let [benefit, _] = both(&of("contraception"), "hormonal-coil");
    assert_eq!(
        benefit.as_deref(),
        Some("Getting pregnant, used as most people use it")
    );
}

#[test]
fn cells_without_a_figure_are_counted_with_a_search_and_without() {
    let knees = Sheet::of(&aid(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("../decision-aids/knee-osteoarthritis")
    ));
    let cells = knees.cells;
    assert!(cells.no_study > 0 && cells.unknown() > 0, "{cells:?}");
    assert_eq!(cells.without(), cells.no_study + cells.unknown());
    assert!(cells.without() * 10 <= cells.could(), "{cells:?}");
}
