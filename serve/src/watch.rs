//! Notices changed files by looking, which also works in containers and on shared folders.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use walkdir::WalkDir;

/// How often is looked.
const PAUSE: Duration = Duration::from_millis(300);

/// Files as they were, by time and length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen(BTreeMap<PathBuf, (Option<SystemTime>, u64)>);

impl Seen {
    /// Every file in these places as it is now, at most `depth` folders down. Hidden files, what editors and tests put down for a moment, and `node_modules` are
    /// not looked at.
    pub fn now(places: impl IntoIterator<Item = PathBuf>, depth: usize) -> Self {
        let entries = places.into_iter().flat_map(move |place| {
            WalkDir::new(place)
                .max_depth(depth)
                .into_iter()
                .filter_entry(|entry| {
                    let name = entry.file_name().to_string_lossy();
                    // The place itself may have any name.
                    entry.depth() == 0
                        || !name.starts_with('.')
                            && !name.ends_with('~')
                            && !name.ends_with(".snap.new")
                            && name != "node_modules"
                })
        });
        let files = entries.flatten().filter(|entry| entry.file_type().is_file());
        let files = files.filter_map(|entry| {
            let data = entry.metadata().ok()?;
            Some((entry.into_path(), (data.modified().ok(), data.len())))
        });
        Self(files.collect())
    }

    /// Names one file that differs, and how many others do; `root` is left out of the name.
    #[must_use]
    pub fn difference(&self, later: &Self, root: &Path) -> Option<String> {
        let gone = self.0.keys().filter(|path| !later.0.contains_key(*path));
        let new = later
            .0
            .iter()
            .filter(|(path, data)| self.0.get(*path) != Some(*data));
        let mut paths = new.map(|(path, _)| path).chain(gone);
        let first = paths.next()?;
        let name = first.strip_prefix(root).unwrap_or(first).display();
        Some(match paths.count() {
            0 => name.to_string(),
            more => format!("{name} and {more} more"),
        })
    }
}

/// Calls `changed` with what has changed since the last call began, until the program is ended. `look` says how things are.
pub fn forever(mut seen: Seen, root: &Path, look: impl Fn() -> Seen, mut changed: impl FnMut(&str)) -> ! {
    loop {
        std::thread::sleep(PAUSE);
        let mut now = look();
        let Some(what) = seen.difference(&now, root) else {
            continue;
        };
        // An editor or a checkout may still be writing.
        loop {
            std::thread::sleep(PAUSE / 2);
            let again = look();
            if again == now {
                break;
            }
            now = again;
        }
        seen = now;
        changed(&what);
    }
}
