//! Aids on the desk, and what tests ask of it.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::allow_attributes,
    reason = "each test crate uses a part"
)]

use std::fs;
use std::path::Path;

use weighup_core::desk::{AuthorDesk, DeskChange, FieldSaid, FigureCell, Part};

pub type Files = Vec<(String, Vec<u8>)>;

pub fn files(aid: &str) -> Files {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../decision-aids")
        .join(aid);
    let entries = fs::read_dir(&folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path());
    let mut files: Files = entries
        .filter(|path| path.is_file())
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, fs::read(path).expect("it is read"))
        })
        .collect();
    files.sort();
    files
}

pub fn desk(aid: &str) -> AuthorDesk {
    AuthorDesk::open(files(aid)).expect("it opens")
}

pub fn aids() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../decision-aids");
    let entries = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path());
    let mut all: Vec<String> = entries
        .filter(|path| path.join("aid.toml").is_file())
        .map(|path| path.file_name().expect("a name").to_string_lossy().into_owned())
        .collect();
    all.sort();
    all
}

pub fn sorted(desk: &AuthorDesk) -> Files {
    let mut files = desk.files();
    files.sort();
    files
}

/// The files are these, byte for byte. What differs is told by its name and its first line.
#[track_caller]
pub fn same(desk: &AuthorDesk, wanted: &Files, what: &str) {
    let now = sorted(desk);
    assert_eq!(now.len(), wanted.len(), "{what}");
    for (a, b) in now.iter().zip(wanted) {
        if a != b {
            let (new, old) = (String::from_utf8_lossy(&a.1), String::from_utf8_lossy(&b.1));
            let line = new.lines().zip(old.lines()).find(|(a, b)| a != b);
            panic!("{what}: {} and {} differ: {line:?}", a.0, b.0);
        }
    }
}

/// Every field of the sheet: its file, its path, whether it has to be there, and its value.
pub fn fields(desk: &AuthorDesk) -> Vec<(String, String, bool, Option<FieldSaid>)> {
    fn walk(file: &str, part: &Part, out: &mut Vec<(String, String, bool, Option<FieldSaid>)>) {
        match part {
            Part::Field(field) => out.push((
                file.to_owned(),
                field.path.clone(),
                field.required,
                field.value.clone(),
            )),
            Part::Table(table) => table.parts.iter().for_each(|part| walk(file, part, out)),
            Part::List(list) => list
                .entries
                .iter()
                .flat_map(|entry| &entry.parts)
                .for_each(|part| walk(file, part, out)),
        }
    }
    let sheet = desk.sheet();
    let mut out = Vec::new();
    for section in &sheet.sections {
        walk(&section.file, &section.part, &mut out);
    }
    let figures = sheet.figures.expect("it has figures");
    for part in figures.rows.iter().flat_map(|row| &row.parts) {
        walk("aid.toml", part, &mut out);
    }
    out
}

pub fn set(file: &str, path: &str, value: Option<FieldSaid>) -> DeskChange {
    DeskChange::Set {
        file: file.to_owned(),
        path: path.to_owned(),
        value,
    }
}

pub fn text(said: &str) -> Option<FieldSaid> {
    Some(FieldSaid::Text(said.to_owned()))
}

pub fn cells(desk: &AuthorDesk) -> Vec<FigureCell> {
    desk.sheet()
        .figures
        .expect("figures")
        .rows
        .into_iter()
        .flat_map(|row| row.cells)
        .collect()
}
