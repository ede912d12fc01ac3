//! The aids as their files are now, and a bell that wakes the pages which wait for the next save.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use weighup_core::aid::Aid;
use weighup_core::standards::RuleSet;
use weighup_serve::{Bell, Seen, forever};

use crate::aids::{self, FindError, Folder};
use crate::check::{self, Checked};
use crate::{clock, report};

/// What is served.
pub(super) struct Work {
    paths: Vec<PathBuf>,
    /// The built widget.
    pub(super) widget: Option<PathBuf>,
    state: Mutex<State>,
    /// Rung at every save.
    pub(super) saves: Bell,
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
            number: 0,
            shown: folders.into_iter().map(|folder| look(folder, None)).collect(),
            trouble: None,
        };
        Ok(Self {
            paths,
            widget,
            state: Mutex::new(state),
            saves: Bell::default(),
        })
    }

    /// The aids as they are now.
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks at the files again whenever one changes.
    pub(super) fn watch(&self) -> ! {
        // A folder of folders of aids, and what stands in those.
        let look = || Seen::now(self.watched(), 2);
        forever(look(), Path::new(""), look, |_| self.again())
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
        self.saves.ring();
        state.number = self.saves.number();
    }

    /// The folders that are looked at: each aid's own, and those that were asked for, in which there may be a new one.
    fn watched(&self) -> Vec<PathBuf> {
        let state = self.state();
        let own = state.shown.iter().filter_map(|shown| {
            let folder = Path::new(&shown.folder.aid.0).parent()?;
            Some(folder.to_path_buf())
        });
        let usual = self.paths.is_empty().then(|| PathBuf::from(aids::DEFAULT));
        own.chain(self.paths.iter().cloned()).chain(usual).collect()
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
