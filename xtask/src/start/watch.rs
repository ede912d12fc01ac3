//! Notices changed files by looking, which also works in containers and on shared folders.

use crate::project;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};
use walkdir::WalkDir;

/// Everything a build reads. A change to `xtask` itself needs a new start.
const WATCHED: [&str; 7] = [
    "core",
    "web",
    "pkg",
    "cli",
    "decision-aids",
    "Cargo.toml",
    "Cargo.lock",
];
const PAUSE: Duration = Duration::from_millis(300);

/// The files as they were, by time and length.
#[derive(PartialEq)]
pub(super) struct Seen(BTreeMap<PathBuf, (Option<SystemTime>, u64)>);

impl Seen {
    /// As they are now.
    pub(super) fn now() -> Self {
        let entries = WATCHED.iter().flat_map(|name| {
            WalkDir::new(project::root().join(name))
                .into_iter()
                .filter_entry(|entry| {
                    let name = entry.file_name().to_string_lossy();
                    // Editors' swap files begin with a dot; tests leave snapshots to be looked at.
                    !name.starts_with('.') && !name.ends_with(".snap.new") && name != "node_modules"
                })
        });
        let files = entries
            .flatten()
            .filter(|entry| entry.file_type().is_file())
            .filter_map(|entry| {
                let data = entry.metadata().ok()?;
                Some((entry.into_path(), (data.modified().ok(), data.len())))
            });
        Self(files.collect())
    }

    /// Names one file that differs, and how many others do.
    fn difference(&self, later: &Self) -> Option<String> {
        let gone = self.0.keys().filter(|path| !later.0.contains_key(*path));
        let new = later
            .0
            .iter()
            .filter(|(path, data)| self.0.get(*path) != Some(*data))
            .map(|(path, _)| path);
        let mut paths = new.chain(gone);
        let first = paths.next()?;
        let root = project::root();
        let name = first.strip_prefix(&root).unwrap_or(first).display();
        Some(match paths.count() {
            0 => name.to_string(),
            more => format!("{name} and {more} more"),
        })
    }
}

/// Calls `rebuild` with what changed since the last build began, until the person stops it.
pub(super) fn forever(mut seen: Seen, mut rebuild: impl FnMut(&str)) -> ! {
    loop {
        std::thread::sleep(PAUSE);
        let mut now = Seen::now();
        let Some(changed) = seen.difference(&now) else {
            continue;
        };
        // An editor or a checkout may still be writing.
        loop {
            std::thread::sleep(PAUSE / 2);
            let again = Seen::now();
            if again == now {
                break;
            }
            now = again;
        }
        seen = now;
        rebuild(&changed);
    }
}
