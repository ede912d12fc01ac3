//! What authors do at the desk: figures typed and pasted, names changed, translations, signatures, damaged files, a new aid.
#![cfg(feature = "desk")]
#![expect(clippy::expect_used, clippy::panic, reason = "helpers of tests fail the test")]

#[path = "common/desk.rs"]
mod common;

use common::{Files, aids, cells, desk, fields, files, same, set, sorted, text};
use weighup_core::aid::{Aid, Date};
use weighup_core::authoring::{Start, Wanted};
use weighup_core::desk::{AuthorDesk, DeskChange, DeskError, DeskSeen, FieldSaid, PairState, PasteColumns};

#[test]
fn what_is_renamed_is_renamed_everywhere_and_back() {
    for (aid, paths) in [
        (
            "otitis-media",
            &[
                "option[1]",
                "outcome[0]",
                "horizon[0]",
                "source[0]",
                "prompt[0]",
                "reference_class[0]",
                "understanding[0]",
            ][..],
        ),
        ("carpal-tunnel", &["option[0]", "outcome[1]", "horizon[1]"]),
        (
            "atrial-fibrillation",
            &["reference_class[1]", "score[0]", "score[0].item[0]"],
        ),
    ] {
        let mut desk = desk(aid);
        let before = sorted(&desk);
        let problems = desk.problems(None).len();
        for path in paths {
            let id = |desk: &AuthorDesk| {
                let found = fields(desk)
                    .into_iter()
                    .find(|field| field.1 == format!("{path}.id") && field.0 == "aid.toml");
                match found {
                    Some((_, _, _, Some(FieldSaid::Text(id)))) => id,
                    other => panic!("{aid} {path}: {other:?}"),
                }
            };
            let old = id(&desk);
            let rename = |to: &str| DeskChange::Rename {
                path: (*path).to_owned(),
                to: to.to_owned(),
            };
            desk.change(&rename("quite-new"))
                .unwrap_or_else(|error| panic!("{aid} {path}: {error}"));
            assert_eq!(id(&desk), "quite-new");
            let found = desk.problems(None);
            assert_eq!(
                found.len(),
                problems,
                "{aid} {path}: {:?}",
                found
                    .iter()
                    .map(|remark| &remark.problem.message)
                    .collect::<Vec<_>>()
            );
            desk.built(&DeskSeen::Aid)
                .unwrap_or_else(|found| panic!("{aid} {path}: {found:?}"));
            desk.change(&rename(&old)).expect("it is called as before");
            same(&desk, &before, &format!("{aid} {path}"));
        }
    }
    let mut desk = desk("otitis-media");
    let refused = |desk: &mut AuthorDesk, path: &str, to: &str| {
        desk.change(&DeskChange::Rename {
            path: path.to_owned(),
            to: to.to_owned(),
        })
        .expect_err("refused")
        .to_string()
    };
    assert!(refused(&mut desk, "option[0]", "now").contains("called so"));
    assert!(refused(&mut desk, "option[0]", "Ä").contains("lower-case"));
    assert!(refused(&mut desk, "about", "x").contains("no place"));
}

#[test]
fn figures_are_typed_and_pasted_as_a_spreadsheet_has_them() {
    let mut desk = desk("otitis-media");
    let before = sorted(&desk);
    let all = cells(&desk);
    let chance = all
        .iter()
        .position(|cell| cell.said.contains(" / "))
        .expect("people counted");
    let cell = |desk: &AuthorDesk, index: usize| cells(desk)[index].clone();
    let write = |desk: &mut AuthorDesk, path: &str, said: &str| {
        desk.change(&DeskChange::Cell {
            path: path.to_owned(),
            said: said.to_owned(),
        })
        .map_err(|error| error.to_string())
    };
    let path = all[chance].path.clone();
    write(&mut desk, &path, "1,234 / 5,678").expect("it is taken");
    assert_eq!(cell(&desk, chance).said, "1234 / 5678");
    write(&mut desk, &path, "12").expect("the people stay");
    assert_eq!(cell(&desk, chance).said, "12 / 5678");
    let error = write(&mut desk, &path, "5679").expect_err("more than all people");
    assert!(error.contains("5679 of 5678 people cannot be"), "{error}");
    write(&mut desk, &path, "24 per 100").expect("a rate");
    write(&mut desk, &path, "no study: Nobody has looked").expect("a reason");
    assert_eq!(cell(&desk, chance).said, "no study: Nobody has looked");
    for (said, why) in [
        ("12%", "a percentage has no count"),
        ("12 %", "a percentage has no count"),
        ("12", "of how many people"),
        ("13 / 12", "13 of 12 people cannot be"),
        ("13 of 12", "13 of 12 people cannot be"),
        ("n/a", "say why there is no figure"),
        ("?", "say why there is no figure"),
        ("12 per 50", "a rate is per 100"),
        ("no study:", "say why"),
        ("same as nobody", "no option of that name"),
        ("twelve", "how many of how many"),
    ] {
        let error = write(&mut desk, &path, said).expect_err(said);
        assert!(error.contains(why), "{said}: {error}");
    }
    while desk.undo().is_some() {}
    same(&desk, &before, "");

    let paste = |desk: &mut AuthorDesk, path: &str, text: &str| {
        desk.change(&DeskChange::Paste {
            file: "aid.toml".to_owned(),
            path: path.to_owned(),
            text: text.to_owned(),
            columns: PasteColumns::AsTheyAre,
        })
    };
    // Two rows of three options; the empty cell stays as it was.
    let row = desk.sheet().figures.expect("figures").rows[0].clone();
    let first = row.cells[0].path.clone();
    let kept = row.cells[2].said.clone();
    paste(
        &mut desk,
        &first,
        "10 / 100\t20 / 200\t\r\n30 / 300\t40 / 400\t50 / 500\r\n",
    )
    .expect("it is pasted");
    let rows = desk.sheet().figures.expect("figures").rows;
    let said: Vec<&str> = rows[..2]
        .iter()
        .flat_map(|row| &row.cells)
        .map(|cell| cell.said.as_str())
        .collect();
    assert_eq!(
        said,
        ["10 / 100", "20 / 200", &kept, "30 / 300", "40 / 400", "50 / 500"]
    );
    desk.undo().expect("one step");
    same(&desk, &before, "");
    let error = paste(&mut desk, &first, "10 / 100,20 / 200\n30 / 300,40%\n")
        .expect_err("refused")
        .to_string();
    assert!(
        error.starts_with("row 2, column 2 of the table, “40%” (") && error.contains("): a percentage"),
        "{error}"
    );
    same(&desk, &before, "");
    for (text, why) in [
        ("1 / 2\t".repeat(9).as_str(), "columns"),
        (&"1 / 2\n".repeat(900), "rows"),
        (&"1\n".repeat(100_000), "more than 1000 rows"),
        ("", "empty"),
    ] {
        let error = paste(&mut desk, &first, text).expect_err("refused").to_string();
        assert!(error.contains(why), "{error}");
    }
    // Entries of a list, with the names of its columns first.
    paste(&mut desk, "source", "id\tshort\tyear\nnew-one\tNew 2026\t2026\n").expect("it is pasted");
    assert!(
        desk.text("aid.toml")
            .expect("text")
            .contains("[[source]]\nid = \"new-one\"\nshort = \"New 2026\"\nyear = 2026\n")
    );
    let error = paste(&mut desk, "source", "id\tyear\nother\tlast year\n")
        .expect_err("refused")
        .to_string();
    assert!(
        error.contains("row 2, column 2") && error.contains("whole number"),
        "{error}"
    );
}

#[test]
fn an_old_range_does_not_stay_beside_a_new_figure() {
    for aid in aids() {
        let mut desk = desk(&aid);
        let all = cells(&desk);
        let Some(cell) = all
            .iter()
            .find(|cell| cell.values.contains_key("range") && cell.said.contains(" per "))
        else {
            continue;
        };
        let done = desk
            .change(&DeskChange::Cell {
                path: cell.path.clone(),
                said: "7 per 1,000".to_owned(),
            })
            .expect("it is taken");
        let now = cells(&desk)
            .into_iter()
            .find(|other| other.path == cell.path)
            .expect("it is there");
        assert!(!now.values.contains_key("range"), "{aid}");
        assert!(done.also[0].contains("range"), "{aid}: {:?}", done.also);
        return;
    }
    panic!("no aid has a published range");
}

#[test]
fn a_damaged_file_is_opened_as_text_and_mended_as_text() {
    let mut files = files("otitis-media");
    let whole = files[0].1.clone();
    assert_eq!(files[0].0, "aid.toml");
    files[0].1 = [b"\xEF\xBB\xBFoops\n".as_slice(), &whole].concat();
    let damaged = files.clone();
    let mut desk = AuthorDesk::open(files).expect("it opens");
    same(&desk, &damaged, "");
    let sheet = desk.sheet();
    assert!(!sheet.files[0].form && sheet.figures.is_none());
    assert!(
        desk.problems(None)
            .iter()
            .any(|remark| remark.problem.is_error() && remark.file.as_deref() == Some("aid.toml"))
    );
    assert!(matches!(
        desk.change(&set("aid.toml", "title", text("x"))),
        Err(DeskError::OnlyText(_))
    ));
    assert!(desk.built(&DeskSeen::Aid).is_err());
    let mended = desk.text("aid.toml").expect("text").replace("oops\n", "");
    desk.set_text("aid.toml", &mended).expect("it is written");
    assert!(desk.sheet().files[0].form);
    desk.built(&DeskSeen::Aid).expect("it builds");
    desk.undo().expect("a step");
    same(&desk, &damaged, "");
}

#[test]
fn what_is_no_folder_is_refused_by_name() {
    let file = |name: &str| (name.to_owned(), Vec::new());
    let why = |files: Files| AuthorDesk::open(files).expect_err("refused").to_string();
    assert!(why(vec![file("review.toml")]).contains("aid.toml"));
    assert!(why(vec![file("aid.toml"), file("AID.toml")]).contains("twice"));
    for name in [
        "../aid.toml",
        "a/b",
        "a\\b",
        ".git",
        "",
        "a\u{0}b",
        "a:b",
        "con\n",
    ] {
        assert!(
            why(vec![file("aid.toml"), file(name)]).contains("cannot be the name"),
            "{name:?}"
        );
    }
    assert!(why((0..300).map(|n| file(&format!("{n}.toml"))).collect()).contains("300 files"));
    // Anything else is opened, and kept as it is.
    let odd = vec![
        ("Leaflet & picture, 2nd.png".to_owned(), vec![0xff, 0xfe, 0]),
        file("aid.toml"),
    ];
    assert_eq!(sorted(&AuthorDesk::open(odd.clone()).expect("it opens")), odd);
}

#[test]
fn a_translation_is_written_text_by_text_with_the_numbers_locked() {
    let mut desk = desk("otitis-media");
    let before = sorted(&desk);
    let pairs = desk.translation("cy").expect("it is there");
    assert!(pairs.iter().all(|pair| pair.state == PairState::Done));
    let wrong: Vec<_> = pairs
        .iter()
        .filter(|pair| pair.problem.is_some())
        .map(|pair| (&pair.name, &pair.problem))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    let pair = pairs
        .iter()
        .find(|pair| pair.locked.iter().any(|one| one.starts_with('{')))
        .expect("a figure in a text");
    let old = pair.translated.clone().expect("a translation");
    let without = old.replace(&pair.locked[0], "rhai");
    let error = desk
        .translate("cy", &pair.name, &without)
        .expect_err("refused")
        .to_string();
    assert!(
        error.contains(&pair.locked[0]) && error.contains("is missing"),
        "{error}"
    );
    same(&desk, &before, "");
    desk.translate("cy", &pair.name, &format!("Felly, {old}"))
        .expect("it is written");
    desk.translate("cy", &pair.name, "").expect("it is taken out");
    let now = desk.translation("cy").expect("it is there");
    assert_eq!(
        now.iter()
            .find(|other| other.name == pair.name)
            .expect("there")
            .state,
        PairState::Missing
    );
    desk.translate("cy", &pair.name, &old).expect("it is written");
    same(&desk, &before, "");
    // With a new version every text is to be looked at again.
    desk.change(&set("aid.toml", "version", text("9.0.0")))
        .expect("it is set");
    assert!(
        desk.translation("cy")
            .expect("there")
            .iter()
            .all(|pair| pair.state == PairState::Stale)
    );
    desk.translation_is_current("cy").expect("it is said");
    assert!(
        desk.translation("cy")
            .expect("there")
            .iter()
            .all(|pair| pair.state == PairState::Done)
    );
    assert!(desk.begin_translation("cy").is_err());
    assert!(
        desk.begin_translation("klingon")
            .expect_err("refused")
            .to_string()
            .contains("languages are")
    );
    let mut new = common::desk("appendicitis");
    new.begin_translation("cy").expect("it begins");
    assert!(
        new.translation("cy")
            .expect("there")
            .iter()
            .all(|pair| pair.state == PairState::Missing)
    );
    let first = new.translation("cy").expect("there")[0].clone();
    new.translate("cy", &first.name, &first.original)
        .expect("it is written");
    assert_eq!(new.translation("cy").expect("there")[0].state, PairState::Done);
}

#[test]
fn a_signature_is_of_the_content_as_it_is() {
    let day = Date::parse("2026-11-30").expect("a day");
    let mut desk = desk("appendicitis");
    let now = desk.sign_off();
    let content = now.content.clone().expect("it is sound");
    assert!(now.signed.is_empty() && now.notice.is_some());
    desk.sign(" An Example ", "Surgeon, an example", day)
        .expect("it is signed");
    let signed = desk.sign_off();
    assert!(signed.signed.len() == 1 && signed.signed[0].counts, "{signed:?}");
    assert_eq!(signed.content, Some(content));
    assert!(
        desk.sign("An Example", "again", day)
            .expect_err("refused")
            .to_string()
            .contains("already")
    );
    let built = Aid::from_json(&desk.built(&DeskSeen::Aid).expect("it builds")).expect("it is an aid");
    assert!(weighup_core::view::review_notice(&built).reviewed);
    // One changed figure, and it counts no more.
    let cell = cells(&desk)
        .into_iter()
        .find(|cell| cell.said.contains(" / "))
        .expect("people counted");
    let (events, people) = cell.said.split_once(" / ").expect("two numbers");
    let fewer = events.parse::<u32>().expect("a number").saturating_sub(1);
    desk.change(&DeskChange::Cell {
        path: cell.path,
        said: format!("{fewer} / {people}"),
    })
    .expect("it is taken");
    assert!(desk.sign_off().signed.iter().all(|by| !by.counts));
    for (name, role) in [("", "x"), ("x", " "), ("a\u{1b}", "x")] {
        assert!(desk.sign(name, role, day).is_err());
    }
}

#[test]
fn a_new_aid_begins_as_the_command_writes_it() {
    let start = Start {
        condition: "Sore throat".to_owned(),
        id: String::new(),
        decision: "What can I do about my sore throat?".to_owned(),
        options: vec!["No treatment".to_owned(), "Lozenges".to_owned()],
        outcomes: vec![("Pain".to_owned(), Wanted::Lower)],
    };
    let day = Date::parse("2026-11-30").expect("a day");
    let desk = AuthorDesk::start(&start, day).expect("it begins");
    desk.built(&DeskSeen::Aid).expect("it builds as it is");
    let sheet = desk.sheet();
    assert!(
        sheet.files.iter().all(|file| file.changed),
        "nothing of it was kept yet"
    );
    assert!(
        desk.problems(Some(day))
            .iter()
            .all(|remark| remark.path.is_some())
    );
    assert!(
        AuthorDesk::start(
            &Start {
                options: Vec::new(),
                ..start
            },
            day
        )
        .is_err()
    );
}

/// Every problem of a broken aid stands at a field of the sheet, or at one around it.
#[test]
fn problems_name_fields_of_the_sheet() {
    let mut desk = desk("otitis-media");
    for change in [
        set("aid.toml", "about.next_review", text("2020-01-01")),
        set(
            "aid.toml",
            "about.purpose",
            Some(FieldSaid::List(vec!["It helps 20% of people.".to_owned()])),
        ),
        set("aid.toml", "outcome[0].better", None),
        set(
            "aid.toml",
            "outcome[1].figures[0].sources",
            Some(FieldSaid::List(vec!["nowhere".to_owned()])),
        ),
    ] {
        desk.change(&change).expect("it is set");
    }
    let known: Vec<String> = fields(&desk).into_iter().map(|field| field.1).collect();
    let found = desk.problems(Date::parse("2026-11-30"));
    for wanted in [
        "about.next_review",
        "about.purpose",
        "outcome[0].better",
        "outcome[1].figures[0].sources",
    ] {
        assert!(
            found.iter().any(|remark| remark.path.as_deref() == Some(wanted)),
            "{wanted}: {found:?}"
        );
        assert!(known.iter().any(|path| path == wanted), "{wanted}");
    }
}

#[test]
fn what_is_pasted_into_an_outcome_never_runs_on_into_the_next() {
    for aid in aids() {
        let mut desk = desk(&aid);
        let before = sorted(&desk);
        let rows = desk.sheet().figures.expect("figures").rows;
        for pair in rows.windows(2).filter(|pair| pair[0].outcome != pair[1].outcome) {
            let error = desk
                .change(&DeskChange::Paste {
                    file: "aid.toml".to_owned(),
                    path: pair[0].cells[0].path.clone(),
                    text: "1 / 2\n3 / 4\n".to_owned(),
                    columns: PasteColumns::AsTheyAre,
                })
                .expect_err("there is one row left in the outcome")
                .to_string();
            assert!(
                error.contains("the outcome has 1;"),
                "{aid}, {}: {error}",
                pair[0].path
            );
        }
        same(&desk, &before, &aid);
    }
}
