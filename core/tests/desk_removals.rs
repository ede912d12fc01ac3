//! What an author takes out at the desk takes with it what is its own, says so, and comes back byte for byte.
#![cfg(feature = "desk")]
#![expect(clippy::expect_used, clippy::panic, reason = "helpers of tests fail the test")]

#[path = "common/desk.rs"]
mod common;

use common::{cells, desk, fields, files, same, set, sorted, text};
use weighup_core::desk::{AuthorDesk, DeskChange, FieldSaid};

#[test]
fn an_option_that_is_removed_takes_its_figures_with_it_and_comes_back_whole() {
    for (aid, at, id) in [
        ("carpal-tunnel", 1, "splint"),
        ("otitis-media", 1, ""),
        ("prostate-localised", 1, "surgery"),
    ] {
        let mut desk = desk(aid);
        let before = sorted(&desk);
        let aid_text = desk.text("aid.toml").expect("text").to_owned();
        let path = format!("option[{at}]");
        let found = fields(&desk)
            .into_iter()
            .find(|field| field.0 == "aid.toml" && field.1 == format!("{path}.id"));
        let Some((_, _, _, Some(FieldSaid::Text(known)))) = found else {
            panic!("{aid}: {found:?}")
        };
        assert!(id.is_empty() || id == known, "{aid}: {known}");
        let lines = |text: &str| {
            text.lines()
                .filter(|line| line.starts_with(&format!("cells.{known} =")))
                .count()
        };
        let figures = lines(&aid_text);
        assert!(figures > 5, "{aid}: {figures}");
        let done = desk
            .change(&DeskChange::Remove {
                file: "aid.toml".to_owned(),
                path: path.clone(),
            })
            .expect("it is removed");
        assert!(
            done.words.contains(&format!("its figures in {figures} cells")),
            "{aid}: {done:?}"
        );
        assert!(
            done.also
                .iter()
                .any(|said| said.contains(&format!("{figures} cells"))),
            "{aid}: {done:?}"
        );
        for (name, bytes) in sorted(&desk) {
            let text = String::from_utf8(bytes).expect("text");
            for left in [
                format!("cells.{known}"),
                format!("[option.{known}"),
                format!("\"option.{known}."),
            ] {
                assert!(!text.contains(&left), "{aid}: {left} is left in {name}");
            }
            assert!(
                !text.contains(&format!("option = \"{known}\"")),
                "{aid}: an entry is left in {name}"
            );
            // Every line that is left is one that was there, in its order.
            let old = before.iter().find(|file| file.0 == name).expect("the same files");
            let mut old = std::str::from_utf8(&old.1).expect("text").lines();
            for line in text.lines() {
                assert!(old.any(|was| was == line), "{aid} {name}: {line}");
            }
        }
        if aid == "otitis-media" {
            assert!(
                done.words
                    .contains("line in 1 guideline and texts in 3 translations"),
                "{done:?}"
            );
            // Translations call what a guideline says by its number: the third is the second now.
            let welsh = desk.text("cy.toml").expect("text");
            assert!(welsh.contains("[guideline.0.says.1]") && !welsh.contains("[guideline.0.says.2]"));
        }
        assert_eq!(desk.undo().as_deref(), Some(done.words.as_str()));
        same(&desk, &before, aid);
        assert!(desk.undo().is_none(), "it was one step");
        desk.redo().expect("it is done again");
        assert!(
            !desk
                .text("aid.toml")
                .expect("text")
                .contains(&format!("cells.{known} "))
        );
    }
}

#[test]
fn an_option_that_was_added_and_filled_leaves_nothing_behind() {
    let mut desk = desk("carpal-tunnel");
    let before = sorted(&desk);
    let problems = desk.problems(None).len();
    desk.change(&DeskChange::Add {
        file: "aid.toml".to_owned(),
        path: "option".to_owned(),
        at: None,
        fields: vec![
            ("id".to_owned(), FieldSaid::Text("night".to_owned())),
            ("name".to_owned(), FieldSaid::Text("Night splint".to_owned())),
        ],
    })
    .expect("it is added");
    let new: Vec<String> = cells(&desk)
        .into_iter()
        .map(|cell| cell.path)
        .filter(|path| path.ends_with(".cells.night"))
        .collect();
    for path in &new {
        desk.change(&DeskChange::Cell {
            path: path.clone(),
            said: "no study: Nobody has looked".to_owned(),
        })
        .expect("it is taken");
    }
    let done = desk
        .change(&DeskChange::Remove {
            file: "aid.toml".to_owned(),
            path: "option[4]".to_owned(),
        })
        .expect("it is removed");
    assert_eq!(
        done.also,
        [format!("Its figures in {} cells went with it.", new.len())]
    );
    assert_eq!(
        done.words,
        format!(
            "removal of Option “Night splint”, with its figures in {} cells",
            new.len()
        )
    );
    same(&desk, &before, "nothing is left behind");
    assert_eq!(desk.problems(None).len(), problems);
}

#[test]
fn what_names_a_removed_option_from_elsewhere_stays_and_is_told() {
    let mut desk = desk("carpal-tunnel");
    let cell = cells(&desk)
        .into_iter()
        .map(|cell| cell.path)
        .find(|path| path.ends_with(".cells.wait"))
        .expect("a cell");
    desk.change(&DeskChange::Cell {
        path: cell.clone(),
        said: String::new(),
    })
    .expect("it is emptied");
    desk.change(&set("aid.toml", &format!("{cell}.same_as"), text("splint")))
        .expect("it is as another");
    desk.change(&set(
        "aid.toml",
        &format!("{cell}.because"),
        text("Nobody has had anything yet."),
    ))
    .expect("it says why");
    desk.change(&DeskChange::Remove {
        file: "aid.toml".to_owned(),
        path: "option[1]".to_owned(),
    })
    .expect("it is removed");
    assert!(
        desk.text("aid.toml")
            .expect("text")
            .contains("same_as = \"splint\"")
    );
    let told = desk.problems(None);
    let of_it = told
        .iter()
        .find(|remark| remark.path.as_deref() == Some(&*format!("{cell}.same_as")));
    assert!(of_it.is_some_and(|remark| !remark.todo.is_empty()), "{told:?}");
}

#[test]
fn an_emptied_cell_says_that_the_note_stays_and_asks_nothing_of_a_figure_that_is_not_there() {
    let mut desk = desk("carpal-tunnel");
    let cell = cells(&desk)
        .into_iter()
        .find(|cell| cell.path.ends_with(".cells.splint") && !cell.said.is_empty())
        .expect("a cell");
    let row = cell.path.trim_end_matches(".cells.splint");
    desk.change(&set("aid.toml", &format!("{row}.note"), text("Of one trial.")))
        .expect("a note");
    let mut write = |said: &str| {
        let done = desk.change(&DeskChange::Cell {
            path: cell.path.clone(),
            said: said.to_owned(),
        });
        done.expect("it is taken").also.join(" ")
    };
    let other = write("3 per 100");
    assert!(
        other.contains(
            "The note of its row stays: “Of one trial.”. See that it is true of the new figure too."
        ),
        "{other}"
    );
    let emptied = write("");
    assert!(
        emptied.contains("The note of its row stays: “Of one trial.”."),
        "{emptied}"
    );
    assert!(!emptied.contains("new figure"), "{emptied}");
}

#[test]
fn marks_and_an_overlay_lose_what_was_of_the_option_and_keep_the_rest() {
    let mut folder = files("otitis-media");
    for file in folder.iter_mut().filter(|file| file.0 == "cy.toml") {
        file.1.extend_from_slice(
            b"\n[made_from]\n\"option.backup.summary\" = \"a\"\n\"option.now.summary\" = \"b\"\n\"guideline.0.says.1.words\" = \"c\"\n\"guideline.0.says.2.words\" = \"d\"\n",
        );
    }
    folder.push((
        "overlay.toml".to_owned(),
        b"[[hide]]\noption = \"backup\"\nreason = \"Not here.\"\n\n[[hide]]\noption = \"now\"\nreason = \"Not here.\"\n".to_vec(),
    ));
    let mut desk = AuthorDesk::open(folder).expect("it opens");
    let before = sorted(&desk);
    let done = desk
        .change(&DeskChange::Remove {
            file: "aid.toml".to_owned(),
            path: "option[1]".to_owned(),
        })
        .expect("it is removed");
    assert!(done.words.contains("1 entry of the overlay"), "{done:?}");
    let welsh = desk.text("cy.toml").expect("text");
    assert!(
        welsh
            .ends_with("[made_from]\n\"option.now.summary\" = \"b\"\n\"guideline.0.says.1.words\" = \"d\"\n"),
        "{welsh}"
    );
    assert_eq!(
        desk.text("overlay.toml"),
        Some("[[hide]]\noption = \"now\"\nreason = \"Not here.\"\n")
    );
    desk.undo().expect("one step");
    same(&desk, &before, "all of it is back");
}
