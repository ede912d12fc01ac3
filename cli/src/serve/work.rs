//! The aids as they are now, and a bell for those who wait for the next save.

use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use weighup_core::aid::Aid;
use weighup_core::standards::RuleSet;

use crate::aids::{self, FindError, Folder};
use crate::check::{self, Checked};
use crate::{clock, report};

const PAUSE: Duration = Duration::from_millis(250);

/// What is served.
pub(super) struct Work {
    paths: Vec<PathBuf>,
    /// The built widget.
    pub(super) widget: Option<PathBuf>,
    state: Mutex<State>,
    bell: Condvar,
}

/// The aids as they are now.
#[derive(Default)]
pub(super) struct State {
    /// Grows with every save.
    pub(super) number: u64,
    /// The aids, in order of name.
    pub(super) shown: Vec<Shown>,
    /// Why they could not be read this time.
    pub(super) trouble: Option<String>,
}

/// One aid.
pub(super) struct Shown {
    /// A name for its address: the aid's folder.
    pub(super) name: String,
    /// Its files, with what was found.
    pub(super) folder: Folder,
    /// What was found.
    pub(super) problems: Vec<weighup_core::aid::Problem>,
    /// The last sound version; it stays while the file has errors.
    pub(super) sound: Option<Aid>,
    /// Whether [`Self::sound`] is the file as it is now.
    pub(super) current: bool,
    /// The self-assessment, as a page.
    pub(super) report: String,
}

impl Work {
    /// Reads the aids a first time.
    pub(super) fn new(paths: Vec<PathBuf>, widget: Option<PathBuf>) -> Result<Self, FindError> {
        let folders = aids::find(&paths)?;
        let state = State {
            number: 1,
            shown: folders.into_iter().map(|folder| look(folder, None)).collect(),
            trouble: None,
        };
        Ok(Self {
            paths,
            widget,
            state: Mutex::new(state),
            bell: Condvar::new(),
        })
    }

    /// The aids as they are now.
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits up to `limit` for a save after the one of that number, and gives the newest number.
    pub(super) fn after(&self, number: u64, limit: Duration) -> u64 {
        let waited = self
            .bell
            .wait_timeout_while(self.state(), limit, |state| state.number <= number);
        waited.map_or_else(
            |poisoned| poisoned.into_inner().0.number,
            |(state, _)| state.number,
        )
    }

    /// Looks at the files again whenever one changes.
    pub(super) fn watch(&self) -> ! {
        let mut seen = self.seen();
        loop {
            std::thread::sleep(PAUSE);
            let now = self.seen();
            if now != seen {
                // An editor may still be writing.
                std::thread::sleep(PAUSE / 2);
                seen = self.seen();
                self.again();
            }
        }
    }

    fn again(&self) {
        let found = aids::find(&self.paths);
        let mut state = self.state();
        match found {
            Ok(folders) => {
                let before = std::mem::take(&mut state.shown);
                let kept = |name: &str| {
                    before
                        .iter()
                        .find(|shown| shown.name == name)
                        .and_then(|shown| shown.sound.clone())
                };
                state.shown = folders
                    .into_iter()
                    .map(|folder| {
                        let sound = kept(&name(&folder));
                        look(folder, sound)
                    })
                    .collect();
                state.trouble = None;
            }
            Err(error) => state.trouble = Some(error.to_string()),
        }
        state.number += 1;
        drop(state);
        self.bell.notify_all();
    }

    /// Time and length of every file in every folder that is served.
    fn seen(&self) -> Vec<(PathBuf, Option<SystemTime>, u64)> {
        let mut files = Vec::new();
        let names: Vec<PathBuf> = self
            .state()
            .shown
            .iter()
            .map(|shown| PathBuf::from(&shown.folder.aid.0))
            .collect();
        let around = self
            .paths
            .iter()
            .cloned()
            .chain(self.paths.is_empty().then(|| PathBuf::from(aids::DEFAULT)));
        let folders = names
            .iter()
            .filter_map(|file| file.parent().map(Path::to_path_buf))
            .chain(around);
        for folder in folders {
            for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
                if let Ok(data) = entry.metadata() {
                    files.push((entry.path(), data.modified().ok(), data.len()));
                }
            }
        }
        files.sort();
        files
    }
}

fn name(folder: &Folder) -> String {
    let path = Path::new(&folder.aid.0);
    let parent = path
        .parent()
        .and_then(Path::file_name)
        .map(|name| name.to_string_lossy().into_owned());
    parent.unwrap_or_else(|| "aid".to_owned())
}

fn look(folder: Folder, before: Option<Aid>) -> Shown {
    let checked = check::look(&folder, &RuleSet::all(), clock::today());
    let (current, sound) = match checked.found.aid.clone() {
        Some(aid) => (true, Some(aid)),
        None => (false, before),
    };
    let problems = checked.found.problems.clone();
    let report = report::page(std::slice::from_ref::<Checked<'_>>(&checked));
    Shown {
        name: name(&folder),
        problems,
        sound,
        current,
        report,
        folder,
    }
}
