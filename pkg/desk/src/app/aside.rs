//! What was typed and not taken, when its place changes. A box never shows words of which nobody can tell whether they are in the file: while
//! the file has there what it had, they stay in the box and say that they are not taken; once something else is there (a paste, undo, another
//! entry in its place) the box shows the file, and the words are kept beside the form until the author lets them go.

use weighup_core::desk::{AuthorDesk, DeskSheet};

use super::{App, At, How};
use crate::place::{self, Group};

/// What the file has where words wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stands {
    /// Its value there, as a box shows it; `None` where the place is gone.
    value: Option<String>,
    /// The entries that the place is in: another one in the same place is another place.
    whose: Vec<String>,
    /// The place in words.
    pub(super) place: String,
    /// The path of its box.
    pub(super) path: Option<String>,
}

/// A text that no box holds any more, and no file has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Aside {
    pub(crate) file: String,
    /// The path of the box that it was typed into; `None` for the text of a whole file.
    pub(crate) path: Option<String>,
    /// The place in words.
    pub(crate) place: String,
    pub(crate) text: String,
}

impl App {
    /// Looks whether the file still has what it had wherever words wait. What was typed into a field moves no entry; all else may have `moved`
    /// some.
    pub(super) fn stand(&mut self, moved: bool) {
        let (Some(desk), Some(sheet)) = (&self.desk, &self.sheet) else {
            return;
        };
        if moved {
            self.drafts.of.retain(|_, draft| draft.waiting);
        }
        let mut gone = Vec::new();
        for (at, draft) in self.drafts.of.iter_mut().filter(|(_, draft)| draft.waiting) {
            let now = stands(desk, sheet, at);
            let same = draft
                .stands
                .as_ref()
                .is_none_or(|was| was.value == now.value && (!moved || was.whose == now.whose));
            if same {
                draft.stands = Some(now);
            } else {
                gone.push(at.clone());
            }
        }
        for at in gone {
            let Some(draft) = self.drafts.of.remove(&at) else {
                continue;
            };
            self.drafts.aside.push(Aside {
                path: draft.path().map(str::to_owned),
                place: draft.place().to_owned(),
                text: draft.text,
                file: at.file,
            });
        }
    }
}

fn stands(desk: &AuthorDesk, sheet: &DeskSheet, at: &At) -> Stands {
    let (value, path, place) = match at.how {
        How::Set | How::Rename => {
            let field = if at.how == How::Rename {
                place::id_field(sheet, &at.file, &at.path)
            } else {
                place::field(sheet, &at.file, &at.path)
            };
            let value = field
                .as_ref()
                .map(|field| super::shown(&field.kind, field.value.as_ref()));
            let path = field
                .as_ref()
                .map_or_else(|| at.path.clone(), |field| field.path.clone());
            let place = place::words(sheet, &at.file, &path, field.as_ref());
            (value, Some(path), place)
        }
        How::Cell => (
            place::cell(sheet, &at.path).map(|(_, cell)| cell.said.clone()),
            Some(at.path.clone()),
            place::words(sheet, &at.file, &at.path, None),
        ),
        How::Translate => {
            let language = at.file.trim_end_matches(".toml");
            let pairs = desk.translation(language).unwrap_or_default();
            let pair = pairs.into_iter().find(|pair| pair.name == at.path);
            (
                pair.map(|pair| pair.translated.unwrap_or_default()),
                Some(at.path.clone()),
                format!("{}, {}", Group::Translations.name(), at.path),
            )
        }
        How::Text => (
            desk.text(&at.file).map(str::to_owned),
            None,
            format!("the text of {}", at.file),
        ),
    };
    Stands {
        value,
        whose: place::whose(sheet, &at.file, &at.path),
        place,
        path,
    }
}
