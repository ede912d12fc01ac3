//! Which crate and which room may know which: the table in `docs/architecture.md` against every path in the sources. And
//! that no two rooms give a public type the same name.
//!
//! A room is a crate, or a module of a crate that the table divides. It may know the rooms that its row lists, and a row
//! may only list rows above it, so there can be no circle. There are no exceptions.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test: failing is how it reports"
)]

#[path = "rooms/source.rs"]
mod source;
#[path = "rooms/table.rs"]
mod table;
#[path = "rooms/types.rs"]
mod types;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use table::Room;

/// A crate of the workspace.
struct House {
    /// Its folder, which is its name in the table.
    folder: String,
    /// Its name in a path.
    name: String,
    /// Whether its modules are rooms of their own.
    divided: bool,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

fn rooms() -> Vec<Room> {
    table::read(&text(&root().join("docs/architecture.md")))
}

/// The members of the workspace.
fn houses(rooms: &[Room]) -> Vec<House> {
    let manifest = text(&root().join("Cargo.toml"));
    let members = manifest.split_once("members = [").expect("members").1;
    let members = members.split(']').next().unwrap_or_default();
    members
        .split('"')
        .skip(1)
        .step_by(2)
        .map(|folder| {
            let manifest = text(&root().join(folder).join("Cargo.toml"));
            let name = manifest.split_once("name = \"").expect("a name").1;
            let inside = format!("{folder}/");
            House {
                folder: folder.to_owned(),
                name: name.split('"').next().unwrap_or_default().replace('-', "_"),
                divided: rooms.iter().any(|room| room.name.starts_with(&inside)),
            }
        })
        .collect()
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            found.push(path);
        }
    }
}

/// The module that a file of `src` is.
fn module(path: &Path, src: &Path) -> Vec<String> {
    let inside = path.strip_prefix(src).expect("inside").with_extension("");
    let mut names: Vec<String> = inside
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    if names
        .last()
        .is_some_and(|last| matches!(last.as_str(), "mod" | "lib" | "main"))
    {
        names.pop();
    }
    names
}

/// Every use of a room by another: who, whom, and where it is written.
type Uses = BTreeMap<(String, String), String>;

/// What the sources of every crate say.
#[derive(Default)]
struct Found {
    /// The rooms there are.
    rooms: BTreeSet<String>,
    /// Who uses whom.
    uses: Uses,
    /// The public types, by name: the rooms that declare one of that name.
    types: BTreeMap<String, BTreeSet<String>>,
}

/// Reads the sources of every crate.
fn read(houses: &[House]) -> Found {
    let names: Vec<&str> = houses.iter().map(|house| house.name.as_str()).collect();
    let handed: BTreeMap<&str, Vec<(String, String)>> = houses
        .iter()
        .filter(|house| house.divided)
        .map(|house| {
            let lib = text(&root().join(&house.folder).join("src/lib.rs"));
            (house.folder.as_str(), source::handed_on(&lib))
        })
        .collect();
    let room = |house: &House, names: &[String]| -> String {
        let Some(first) = names.first().filter(|_| house.divided) else {
            return house.folder.clone();
        };
        let src = root().join(&house.folder).join("src");
        if src.join(first).is_dir() || src.join(first).with_extension("rs").is_file() {
            return format!("{}/{first}", house.folder);
        }
        // A name that the root of the crate hands on.
        let handed = handed.get(house.folder.as_str()).and_then(|handed| {
            let mut handed = handed.iter();
            handed.find(|(name, _)| name == first).map(|(_, from)| from)
        });
        let from = handed.unwrap_or_else(|| {
            panic!(
                "`{first}` is no room of {} and not handed on by its root",
                house.folder
            )
        });
        format!("{}/{from}", house.folder)
    };
    let mut found = Found::default();
    for house in houses {
        let folder = root().join(&house.folder);
        // A crate whose folder holds something else has its one source there.
        let src = Some(folder.join("src"))
            .filter(|src| src.is_dir())
            .unwrap_or(folder);
        let mut files = Vec::new();
        sources(&src, &mut files);
        assert!(!files.is_empty(), "{} has sources", house.folder);
        for file in files {
            let module = module(&file, &src);
            // The root of a divided crate is in no room: it names them.
            if house.divided && module.is_empty() {
                continue;
            }
            let here = room(house, &module);
            found.rooms.insert(here.clone());
            let text = text(&file);
            for name in types::declared(&text) {
                found.types.entry(name).or_default().insert(here.clone());
            }
            for path in source::paths(&text, &module, &names) {
                let (of, inside) = path.split_first().expect("a path has a name");
                let of = houses.iter().find(|known| known.name == *of).unwrap_or(house);
                if of.divided && inside.is_empty() {
                    continue;
                }
                let known = room(of, inside);
                if known != here {
                    let file = file.strip_prefix(root()).unwrap_or(&file).display().to_string();
                    let uses = &mut found.uses;
                    uses.entry((here.clone(), known))
                        .or_insert_with(|| format!("{file}: {}", path.join("::")));
                }
            }
        }
    }
    found
}

/// What is wrong between the table and the sources.
fn differences(rooms: &[Room], there: &BTreeSet<String>, uses: &Uses) -> Vec<String> {
    let mut wrong = table::climbs(rooms);
    let named = |name: &str| rooms.iter().find(|room| room.name == name);
    wrong.extend(
        there
            .iter()
            .filter(|name| named(name).is_none())
            .map(|name| format!("`{name}` has no row")),
    );
    for room in rooms {
        if !there.contains(&room.name) {
            wrong.push(format!("`{}` has a row and no sources", room.name));
        }
        for known in &room.knows {
            if !uses.contains_key(&(room.name.clone(), known.clone())) {
                wrong.push(format!(
                    "`{}` may know `{known}` and does not: take it out of its row",
                    room.name
                ));
            }
        }
    }
    for ((room, known), at) in uses {
        if !named(room).is_some_and(|room| room.knows.contains(known)) {
            wrong.push(format!("`{room}` may not know `{known}`: {at}"));
        }
    }
    wrong
}

#[test]
fn rooms_know_lower_floors_only() {
    let rooms = rooms();
    let found = read(&houses(&rooms));
    let wrong = differences(&rooms, &found.rooms, &found.uses);
    assert!(
        wrong.is_empty(),
        "against the table in docs/architecture.md:\n{}",
        wrong.join("\n")
    );
}

/// A name alone says which type is meant, whichever room it is read in.
#[test]
fn a_public_type_has_its_name_to_itself() {
    let found = read(&houses(&rooms()));
    assert!(found.types.contains_key("TreatmentOption"), "types are found");
    let shared = types::shared(&found.types);
    assert!(
        shared.is_empty(),
        "declared in more than one room: give the one that is less central a more telling name, by docs/glossary.md\n{}",
        shared.join("\n")
    );
}

#[test]
fn a_type_is_seen_however_it_is_declared() {
    for (text, names) in [
        ("pub struct Row;", vec!["Row"]),
        ("pub struct Row(f64);", vec!["Row"]),
        ("#[derive(Clone)] pub enum Row<'a, T> { A(&'a T) }", vec!["Row"]),
        ("pub trait Row: Clone {}", vec!["Row"]),
        ("pub type Row = [f64; 2];", vec!["Row"]),
        ("pub union Row { a: u8, b: i8 }", vec!["Row"]),
        (
            "mod inside { pub struct Row; pub enum Cell {} }",
            vec!["Row", "Cell"],
        ),
        ("ids! { pub struct Row; }", vec!["Row"]),
        (
            "pub use other::{Kind as Row, deep::{Sort as Cell}};",
            vec!["Row", "Cell"],
        ),
        ("pub use other::{Kind, MOST as LIMIT, solve as work_out};", vec![]),
        ("use other::Kind as Row;", vec![]),
        (
            "pub(crate) struct Row; struct Cell; pub(super) enum Kind {}",
            vec![],
        ),
        ("pub fn row() { struct Row; } pub const ROW: Row = Row;", vec![]),
        (
            "macro_rules! m { ($name:ident) => { pub struct $name; } }",
            vec![],
        ),
        (
            "// pub struct Row;\nconst TEXT: &str = \"pub struct Row;\";",
            vec![],
        ),
    ] {
        assert_eq!(types::declared(text), names, "{text}");
    }
    let two = |name: &str| {
        let rooms = ["core/aid", "core/compute"].map(str::to_owned).into();
        (name.to_owned(), rooms)
    };
    let one = ("Cell".to_owned(), ["core/aid".to_owned()].into());
    assert_eq!(
        types::shared(&[one, two("Row")].into()),
        ["`Row`: core/aid, core/compute"]
    );
}

/// Ways to write a path, each of which leads out of `fit`.
#[test]
fn a_climb_is_seen_however_it_is_written() {
    let module = vec!["fit".to_owned(), "draws".to_owned()];
    let seen = |text: &str| source::paths(text, &module, &["weighup_core"]);
    for text in [
        "use crate::view::Engine;",
        "use crate::view::*;",
        "use crate::{values::Row, view::{self, Engine}};",
        "pub(crate) use crate::view::Engine as Works;",
        "pub use super::super::view::Engine;",
        "use super::super::{values, view};",
        "fn f() { let x = crate::view::fit(); }",
        "fn f(x: &dyn crate::view::Engine<'_>) {}",
        "impl crate::view::Engine for Here {}",
        "mod tests { use super::super::super::view::Engine; }",
        "mod tests { fn f() { mod deep { use crate::view::Engine; } } }",
        "macro_rules! m { () => { $crate::view::fit() } }",
        "fn f() { assert!(x, \"{}\", crate::view::fit()); }",
    ] {
        let paths = seen(text);
        let out = paths.iter().any(|path| path.iter().take(2).eq(["crate", "view"]));
        assert!(out, "{text}: {paths:?}");
    }
    assert_eq!(
        seen("fn f() { weighup_core::view::fit(); }"),
        [["weighup_core", "view", "fit"]]
    );
    for text in [
        "//! [`crate::view::fit`]",
        "fn f() { say(\"crate::view\"); }",
        "pub(crate) fn f() {}",
        "use super::weights::Walk;",
        "use self::weights::Walk;",
        "mod tests { use super::*; }",
    ] {
        let paths = seen(text);
        let out = paths
            .iter()
            .any(|path| path.get(1).is_some_and(|first| first != "fit"));
        assert!(!out, "{text}: {paths:?}");
    }
}

/// A made-up house of three rooms, with everything that can be wrong between it and its table.
#[test]
fn what_the_table_does_not_allow_is_refused() {
    let rooms = table::read(
        "# A house\n\n## Floors\n\n| room | holds | knows |\n|---|---|---|\n| `core/format` | files | |\n\
         | `core/aid` | aids | `format` `view` |\n| `core/view` | steps | `aid` |\n| `core/gone` | nothing | |\n\n## More\n",
    );
    let there = ["core/format", "core/aid", "core/view", "core/new"]
        .map(str::to_owned)
        .into();
    let used = |room: &str, known: &str| {
        (
            (room.to_owned(), known.to_owned()),
            "src/x.rs: crate::x".to_owned(),
        )
    };
    let uses = Uses::from([
        used("core/aid", "core/format"),
        used("core/view", "core/aid"),
        used("core/format", "core/view"),
    ]);
    assert_eq!(
        differences(&rooms, &there, &uses),
        [
            "`core/aid` may know `core/view`, which is no row above it",
            "`core/new` has no row",
            "`core/aid` may know `core/view` and does not: take it out of its row",
            "`core/gone` has a row and no sources",
            "`core/format` may not know `core/view`: src/x.rs: crate::x",
        ]
    );
}
