//! An author's folder on the desk: whatever its text is, it opens, a change of a field changes what it was meant to change or nothing,
//! and all of it can be taken back to the first byte.

use super::of_lines;
use crate::corpus;
use weighup_core::desk::{AuthorDesk, DeskChange, DeskSheet, FieldSaid, Part};
use weighup_fuzz::{Came, Tried, run};

/// `aid.toml` on the desk.
pub(crate) fn desk(seed: u64, from: u64, executions: u64) -> Tried {
    let mut sound = corpus::small();
    sound.extend(corpus::texts("decision-aids/sore-throat", "aid.toml"));
    let broken = corpus::broken();
    run(
        seed,
        from,
        executions,
        |draw| of_lines(draw, &sound, &broken),
        |text: &String| tried(text),
        Clone::clone,
    )
}

fn tried(text: &str) -> Came {
    let files = vec![("aid.toml".to_owned(), text.as_bytes().to_vec())];
    let mut desk = match AuthorDesk::open(files.clone()) {
        Ok(desk) => desk,
        Err(error) => return Came::Broken(format!("a folder did not open: {error}")),
    };
    let paths = paths(&desk.sheet());
    // Which field is tried follows from the text, so that an input says the same again.
    let Some(path) = paths.get(text.len().checked_rem(paths.len()).unwrap_or(0)) else {
        return Came::Refused;
    };
    let changes = [
        set(path, Some("2")),
        set(path, None),
        DeskChange::Rename {
            path: "option[0]".to_owned(),
            to: "quite-new".to_owned(),
        },
        DeskChange::Remove {
            file: "aid.toml".to_owned(),
            path: "outcome[0]".to_owned(),
        },
    ];
    for change in changes {
        let before = desk.files();
        match desk.change(&change) {
            Ok(_) if desk.sheet().figures.is_none() => {
                return Came::Broken(format!("{change:?} broke the file"));
            }
            Ok(_) => {}
            Err(error) if error.to_string().is_empty() => {
                return Came::Broken("an error says nothing".to_owned());
            }
            Err(_) if desk.files() != before => {
                return Came::Broken(format!("{change:?} was refused and changed something"));
            }
            Err(_) => {}
        }
    }
    while desk.undo().is_some() {}
    if desk.files() == files {
        Came::Accepted
    } else {
        Came::Broken("not everything was taken back".to_owned())
    }
}

fn set(path: &str, value: Option<&str>) -> DeskChange {
    DeskChange::Set {
        file: "aid.toml".to_owned(),
        path: path.to_owned(),
        value: value.map(|text| FieldSaid::Text(text.to_owned())),
    }
}

/// Every field of a sheet.
fn paths(sheet: &DeskSheet) -> Vec<String> {
    fn walk(part: &Part, out: &mut Vec<String>) {
        match part {
            Part::Field(field) => out.push(field.path.clone()),
            Part::Table(table) => table.parts.iter().for_each(|part| walk(part, out)),
            Part::List(list) => list
                .entries
                .iter()
                .flat_map(|entry| &entry.parts)
                .for_each(|part| walk(part, out)),
        }
    }
    let mut out = Vec::new();
    sheet
        .sections
        .iter()
        .for_each(|section| walk(&section.part, &mut out));
    out
}
