//! What came of the slips: tried side by side, counted, and written down.

use crate::copy::Copy;
use crate::run::{self, Came, Sound};
use anyhow::{Context, Result, anyhow};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// What came of each that was tried.
pub(crate) type Results = BTreeMap<u32, Came>;

/// Tries them in turn, so many beside one another, until time is up.
pub(crate) fn try_all(
    copy: &Copy,
    sound: &[Sound],
    chosen: &[u32],
    jobs: usize,
    until: Option<Instant>,
) -> Result<Results> {
    let next = AtomicUsize::new(0);
    let results: Mutex<Results> = Mutex::new(BTreeMap::new());
    let work = || -> Result<()> {
        while until.is_none_or(|until| Instant::now() < until) {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(number) = chosen.get(place) else { break };
            let came = run::trial(copy.root(), sound, *number)?;
            let mut results = results
                .lock()
                .map_err(|_| anyhow!("one of the runs beside one another stopped"))?;
            results.insert(*number, came);
            if results.len() % 50 == 0 {
                eprintln!("{} of {}", results.len(), chosen.len());
            }
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let running: Vec<_> = (0..jobs.max(1)).map(|_| scope.spawn(work)).collect();
        running
            .into_iter()
            .try_for_each(|each| each.join().map_err(|_| anyhow!("a run stopped"))?)
    })?;
    results
        .into_inner()
        .map_err(|_| anyhow!("one of the runs beside one another stopped"))
}

/// Counts, by room.
pub(crate) struct Tally {
    rooms: BTreeMap<String, Counts>,
}

/// What came of those of one room.
#[derive(Clone, Copy, Default)]
struct Counts {
    slips: usize,
    noticed: usize,
    endless: usize,
    survived: usize,
    unreached: usize,
}

impl Tally {
    /// Counts them.
    pub(crate) fn of(copy: &Copy, results: &Results) -> Self {
        let mut rooms: BTreeMap<String, Counts> = BTreeMap::new();
        for (number, mutant) in &copy.mutants {
            let counts = rooms.entry(room(&mutant.file)).or_default();
            counts.slips += 1;
            let Some(came) = results.get(number) else {
                continue;
            };
            *match came {
                Came::Noticed => &mut counts.noticed,
                Came::Endless => &mut counts.endless,
                Came::Survived => &mut counts.survived,
                Came::Unreached => &mut counts.unreached,
            } += 1;
        }
        Self { rooms }
    }
}

impl Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (room, counts) in &self.rooms {
            writeln!(
                f,
                "{room}: {} noticed and {} never end, {} not noticed, {} not reached, of {}",
                counts.noticed, counts.endless, counts.survived, counts.unreached, counts.slips
            )?;
        }
        Ok(())
    }
}

/// What was seen, as it is kept: rooms that were not tried this time stay as they were.
#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Seen {
    #[serde(default)]
    room: Vec<Room>,
    #[serde(default)]
    left: Vec<Left>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Room {
    name: String,
    slips: usize,
    noticed: usize,
    endless: usize,
    survived: usize,
    unreached: usize,
    at: String,
}

/// A slip that no test notices.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Left {
    room: String,
    file: String,
    line: usize,
    what: String,
    came: Came,
}

/// Writes it, in the place of what was there of these rooms.
pub(crate) fn write(path: &Path, copy: &Copy, results: &Results, tally: Tally, at: &str) -> Result<()> {
    let mut seen: Seen = match fs::read_to_string(path) {
        Ok(text) => {
            toml::from_str(&text).with_context(|| format!("{} is not as expected", path.display()))?
        }
        Err(_) => Seen::default(),
    };
    seen.room.retain(|room| !tally.rooms.contains_key(&room.name));
    seen.left.retain(|left| !tally.rooms.contains_key(&left.room));
    for (name, counts) in tally.rooms {
        seen.room.push(Room {
            name,
            slips: counts.slips,
            noticed: counts.noticed,
            endless: counts.endless,
            survived: counts.survived,
            unreached: counts.unreached,
            at: at.to_owned(),
        });
    }
    for (number, came) in results {
        let Some(mutant) = copy.mutants.get(number) else {
            continue;
        };
        if matches!(came, Came::Survived | Came::Unreached) {
            seen.left.push(Left {
                room: room(&mutant.file),
                file: mutant.file.clone(),
                line: mutant.line,
                what: mutant.what.clone(),
                came: *came,
            });
        }
    }
    seen.room.sort_by(|a, b| a.name.cmp(&b.name));
    seen.left
        .sort_by(|a, b| (&a.file, a.line, &a.what).cmp(&(&b.file, b.line, &b.what)));
    fs::write(path, toml::to_string(&seen)?).with_context(|| format!("could not write {}", path.display()))
}

/// `core/src/chance/wording/counts.rs` is of the room `core/chance`, and `core/src/aid/check/figures.rs` of `core/aid`.
fn room(file: &str) -> String {
    let (folder, inside) = file.split_once("/src/").unwrap_or(("", file));
    let first = inside.split('/').next().unwrap_or(inside);
    format!("{folder}/{}", first.trim_end_matches(".rs"))
}
