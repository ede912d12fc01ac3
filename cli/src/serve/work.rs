//! The aids as their files are now, and a bell that wakes the pages which wait for the next save.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use weighup_core::aid::Aid;
use weighup_core::standards::RuleSet;
use weighup_serve::{Bell, Seen, forever};

use super::ServeError;
use crate::aids::{self, Folder};
use crate::check::{self, Checked};
use crate::{clock, report};

/// What is served.
pub(super) struct Work {
    paths: Vec<PathBuf>,
    overlay: Option<PathBuf>,
    /// Language to begin with.
    pub(super) lang: Option<String>,
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
    /// The aid in the languages it has translations into, by the names of their files: each as it last was without errors.
    pub(super) translated: Vec<(String, Aid)>,
    /// The self-assessment, as a page.
    pub(super) report: String,
}

impl Shown {
    /// The aid's folder.
    pub(super) fn at(&self) -> &Path {
        let around = Path::new(&self.folder.aid.0).parent();
        around
            .filter(|around| !around.as_os_str().is_empty())
            .unwrap_or(Path::new("."))
    }

    /// The aid in a language it has a translation into.
    pub(super) fn in_language(&self, lang: &str) -> Option<&Aid> {
        self.translated
            .iter()
            .find(|(name, _)| name == lang)
            .map(|(_, aid)| aid)
    }
}

impl Work {
    /// Reads the aids a first time.
    pub(super) fn new(
        paths: Vec<PathBuf>,
        overlay: Option<PathBuf>,
        lang: Option<String>,
        widget: Option<PathBuf>,
    ) -> Result<Self, ServeError> {
        let folders = aids::find_with(&paths, overlay.as_deref())?;
        if let Some(lang) = &lang
            && !folders.iter().any(|folder| folder.languages().contains(lang))
        {
            return Err(ServeError::NoTranslation { lang: lang.clone() });
        }
        let state = State {
            number: 0,
            shown: folders.into_iter().map(|folder| look(folder, None)).collect(),
            trouble: None,
        };
        Ok(Self {
            paths,
            overlay,
            lang,
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
        let found = aids::find_with(&self.paths, self.overlay.as_deref());
        let mut state = self.state();
        match found {
            Ok(folders) => {
                let before = std::mem::take(&mut state.shown);
                let kept = |name: &str| before.iter().find(|shown| shown.name == name);
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
        let own = state.shown.iter().map(|shown| shown.at().to_path_buf());
        let usual = self.paths.is_empty().then(|| PathBuf::from(aids::DEFAULT));
        let overlay = self.overlay.iter().filter_map(|overlay| {
            let folder = overlay.parent()?;
            Some(if folder.as_os_str().is_empty() {
                PathBuf::from(".")
            } else {
                folder.to_path_buf()
            })
        });
        own.chain(overlay)
            .chain(self.paths.iter().cloned())
            .chain(usual)
            .collect()
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

fn look(folder: Folder, before: Option<&Shown>) -> Shown {
    let checked = check::look(&folder, &RuleSet::all(), clock::today());
    let (current, sound) = match checked.found.aid.clone() {
        Some(aid) => (true, Some(aid)),
        None => (false, before.and_then(|before| before.sound.clone())),
    };
    let made = sound
        .as_ref()
        .map(|aid| folder.translated(aid))
        .unwrap_or_default();
    let translated = made.into_iter().filter_map(|(name, made)| {
        let last = || {
            let all = before.map(|before| &before.translated);
            all.and_then(|all| all.iter().find(|(known, _)| *known == name))
                .map(|(_, aid)| aid.clone())
        };
        let aid = made.aid.or_else(last)?;
        Some((name, aid))
    });
    let translated = translated.collect();
    let problems = checked.found.problems.clone();
    let report = report::page(std::slice::from_ref::<Checked<'_>>(&checked));
    Shown {
        name: name(&folder),
        problems,
        sound,
        current,
        translated,
        report,
        folder,
    }
}
