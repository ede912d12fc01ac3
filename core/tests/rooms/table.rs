//! The table of rooms in `docs/architecture.md`.

use std::collections::BTreeSet;

/// A room: a crate, or a module of a crate that is divided.
#[derive(Debug)]
pub(crate) struct Room {
    /// `core/aid`.
    pub(crate) name: String,
    /// The rooms it may know.
    pub(crate) knows: BTreeSet<String>,
}

/// Reads the table: the rows below the heading "Floors", from the ground up.
pub(crate) fn read(text: &str) -> Vec<Room> {
    let part = text.split("\n## Floors\n").nth(1).expect("a heading \"Floors\"");
    let part = part.split("\n## ").next().unwrap_or_default();
    let names: BTreeSet<String> = part
        .lines()
        .filter_map(|line| quoted(line.trim_matches('|').split('|').next()?).next())
        .collect();
    part.lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let [room, _, knows] = cells.as_slice() else {
                return None;
            };
            let name = quoted(room).next()?;
            let house = name.rsplit_once('/').map(|(house, _)| house.to_owned());
            // A name alone is a room of the same crate, where that has one of this name.
            let whole = |known: String| {
                let here = house.as_ref().map(|house| format!("{house}/{known}"));
                here.filter(|here| names.contains(here)).unwrap_or(known)
            };
            Some(Room {
                knows: quoted(knows).map(whole).collect(),
                name,
            })
        })
        .collect()
}

/// What stands between backquotes.
fn quoted(cell: &str) -> impl Iterator<Item = String> + '_ {
    cell.split('`').skip(1).step_by(2).map(str::to_owned)
}

/// What is wrong with the table itself: a room that knows one which does not stand below it.
pub(crate) fn climbs(rooms: &[Room]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (floor, room) in rooms.iter().enumerate() {
        for known in &room.knows {
            if !rooms.iter().take(floor).any(|lower| lower.name == *known) {
                wrong.push(format!(
                    "`{}` may know `{known}`, which is no row above it",
                    room.name
                ));
            }
        }
    }
    wrong
}
