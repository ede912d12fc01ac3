//! What the desk says, in the words of whoever fills in its form: problems, refusals and steps of undo name outcomes, options and fields as
//! the page calls them; what has one cause is said once; a damaged file shows its line.
#![cfg(feature = "desk")]
#![expect(clippy::expect_used, clippy::panic, reason = "helpers of tests fail the test")]

#[path = "common/desk.rs"]
mod common;

use common::{cells, desk, files, same, set, sorted, text};
use weighup_core::aid::Date;
use weighup_core::desk::{AuthorDesk, DeskChange, FieldSaid, Remark};

const SOUND: &str = include_str!("../../tests/fixtures/aids/sound/aid.toml");
const MEASURED: &str = include_str!("aids/measured/aid.toml");
const TABLE: &str = include_str!("../../tests/fixtures/mistakes/mistakes.toml");

/// Signs of the file that nobody sees in a form: a place counted from 0, a field as it is written, a value behind an equals sign.
fn of_the_file(said: &str) -> Option<String> {
    let letters: Vec<char> = said.chars().collect();
    let three = |is: fn([char; 3]) -> bool| {
        let mut all = letters
            .windows(3)
            .filter_map(|three| <[char; 3]>::try_from(three).ok());
        all.find(|three| is(*three))
    };
    let joined = three(|[a, line, b]| line == '_' && a.is_alphanumeric() && b.is_alphanumeric());
    let counted = three(|[open, digit, close]| open == '[' && digit.is_ascii_digit() && close == ']');
    let marked = said
        .split('`')
        .skip(1)
        .step_by(2)
        .find(|inside| !inside.starts_with("weighup "));
    let found = joined.or(counted).map(|three| three.iter().collect::<String>());
    found
        .or(marked.map(str::to_owned))
        .or(said.contains(" = ").then(|| " = ".to_owned()))
}

fn told(remark: &Remark) -> String {
    format!("{} | {} | {}", remark.place, remark.said, remark.todo)
}

#[test]
fn every_mistake_is_told_in_the_words_of_the_form() {
    let table: toml::Value = toml::from_str(TABLE).expect("TOML");
    let rows = table
        .get("mistake")
        .and_then(toml::Value::as_array)
        .expect("rows");
    let (mut wrong, mut looked) = (Vec::new(), 0);
    for row in rows {
        let said = |key: &str| row.get(key).and_then(toml::Value::as_str).unwrap_or_default();
        let aid = if said("aid") == "measured" {
            MEASURED
        } else {
            SOUND
        };
        let ways = row.get("is").and_then(toml::Value::as_array).expect("ways");
        for way in ways.iter().filter_map(toml::Value::as_str) {
            let files = match said("file") {
                "" | "aid.toml" => {
                    let times = if row.get("everywhere").is_some() {
                        usize::MAX
                    } else {
                        1
                    };
                    vec![(
                        "aid.toml".to_owned(),
                        aid.replacen(said("was"), way, times).into_bytes(),
                    )]
                }
                // The desk opens plain names alone.
                file if file.contains('/') => continue,
                file => vec![
                    ("aid.toml".to_owned(), aid.as_bytes().to_vec()),
                    (file.to_owned(), way.replace("@aid", aid).into_bytes()),
                ],
            };
            let Ok(desk) = AuthorDesk::open(files) else {
                continue;
            };
            for remark in desk.problems(Date::parse("2026-07-01")) {
                // A file that is only text is mended as text, in the words of the text.
                if remark.text.is_some() {
                    continue;
                }
                looked += 1;
                if let Some(sign) = of_the_file(&told(&remark)) {
                    wrong.push(format!("{sign:?}: {}", told(&remark)));
                }
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(looked > 100, "{looked}");
    assert!(
        wrong.is_empty(),
        "{} of {looked}\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_new_option_says_once_what_is_missing_and_stands_with_the_others() {
    let mut desk = desk("otitis-media");
    let before = desk.problems(None).len();
    let rows = desk.sheet().figures.expect("figures").rows.len();
    let was = desk.text("aid.toml").expect("text").to_owned();
    let add = DeskChange::Add {
        file: "aid.toml".to_owned(),
        path: "option".to_owned(),
        at: None,
        fields: vec![
            ("id".to_owned(), FieldSaid::Text("new".to_owned())),
            ("name".to_owned(), FieldSaid::Text("Something new".to_owned())),
        ],
    };
    desk.change(&add).expect("it is added");
    let found = desk.problems(None);
    assert!(
        found.len() < before + 15,
        "{}",
        found.iter().map(told).collect::<Vec<_>>().join("\n")
    );
    let fields = found
        .iter()
        .find(|remark| remark.said.contains("still to be filled in"))
        .expect("fields");
    assert_eq!(fields.place, "Option “Something new”");
    assert!(
        fields.places.len() > 5 && fields.said.contains("Summary"),
        "{fields:?}"
    );
    let figures: Vec<&Remark> = found
        .iter()
        .filter(|remark| remark.said.contains("has no figure yet"))
        .collect();
    assert_eq!(figures.len(), 1);
    assert_eq!(
        figures[0].said,
        format!("“Something new” has no figure yet in {rows} cells")
    );
    assert_eq!(figures[0].places.len(), rows);
    let first = figures[0].path.as_deref().expect("a cell");
    assert!(
        cells(&desk)
            .iter()
            .any(|cell| cell.path == first && cell.said.is_empty())
    );
    assert_eq!(figures[0].places[0], first);
    for translation in ["cy.toml", "ur.toml", "easy.toml"] {
        let texts: Vec<&Remark> = found
            .iter()
            .filter(|remark| remark.file.as_deref() == Some(translation))
            .collect();
        assert_eq!(texts.len(), 1, "{translation}");
        assert!(texts[0].places.len() > 1 && texts[0].said.contains("have no translation yet"));
    }
    // With one cell left it is one.
    for path in figures[0].places.iter().skip(1) {
        let said = DeskChange::Cell {
            path: path.clone(),
            said: "not read: Nobody has looked".to_owned(),
        };
        desk.change(&said).expect("it is written");
    }
    let found = desk.problems(None);
    let left = found
        .iter()
        .find(|remark| remark.said.contains("has no figure yet"))
        .expect("one");
    assert!(
        left.said.ends_with("in 1 cell") && left.places.len() == 1,
        "{left:?}"
    );
    // Nothing between the options and what follows them has moved.
    while desk.undo().is_some() {}
    assert_eq!(desk.text("aid.toml"), Some(&*was));
}

#[test]
fn a_damaged_file_says_its_line_and_shows_it() {
    let mut files = files("otitis-media");
    let text = String::from_utf8(files[0].1.clone()).expect("text");
    let line = text
        .lines()
        .position(|line| line.starts_with("funding = "))
        .expect("a line");
    files[0].1 = text.replacen("funding = \"", "funding = ", 1).into_bytes();
    let desk = AuthorDesk::open(files).expect("it opens");
    let found = desk.problems(None);
    let remark = found.iter().find(|remark| remark.text.is_some()).expect("a line");
    assert_eq!(
        remark.problem.line.map(|at| at as usize),
        Some(line + 1),
        "{remark:?}"
    );
    assert!(
        remark
            .text
            .as_deref()
            .is_some_and(|text| text.starts_with("funding = ")),
        "{remark:?}"
    );
    assert!(remark.path.is_none() && remark.place.is_empty());
}

#[test]
fn what_is_refused_and_what_was_done_name_places_in_words() {
    let mut desk = desk("otitis-media");
    let before = sorted(&desk);
    let cell = cells(&desk)
        .into_iter()
        .find(|cell| cell.said.contains(" / "))
        .expect("people counted");
    let figures = desk.sheet().figures.expect("figures");
    let row = figures
        .rows
        .iter()
        .find(|row| row.cells.iter().any(|other| other.path == cell.path))
        .expect("its row");
    let option = figures
        .options
        .iter()
        .find(|option| option.word == cell.option)
        .expect("its option");
    let place = format!("{}, {}, {}", row.name, row.label, option.label);
    let write = |said: &str| DeskChange::Cell {
        path: cell.path.clone(),
        said: said.to_owned(),
    };
    let error = desk.change(&write("12%")).expect_err("refused").to_string();
    assert!(
        error.starts_with(&format!("{place} cannot be “12%”: ")),
        "{error}"
    );
    let done = desk.change(&write("12 / 50")).expect("it is taken");
    assert_eq!(done.words, format!("figure of {place}"));
    let error = desk
        .change(&set("aid.toml", "about.minutes", text("a while")))
        .expect_err("refused")
        .to_string();
    assert!(
        error.starts_with("About, Minutes cannot be “a while”: "),
        "{error}"
    );
    let error = desk
        .translate("cy", "about.funding", "12")
        .expect_err("refused")
        .to_string();
    assert!(
        error.starts_with("the translation of About, Funding cannot be kept: "),
        "{error}"
    );
    let done = desk
        .change(&set("aid.toml", "outcome[0].name", text("Another")))
        .expect("it is set");
    assert_eq!(done.words, format!("name of {}", row.name));
    for step in [done.words, error] {
        assert_eq!(of_the_file(&step), None);
    }
    while desk.undo().is_some() {}
    same(&desk, &before, "");
}
