//! What is being typed. It is in its box until the field is left, and in the file after each pause; all that was typed in one stay in a field
//! is one step of undo. What the file cannot take stays in its box, with the reason beside it.

use std::collections::BTreeMap;

use weighup_core::desk::{AuthorDesk, DeskChange, DeskError, Done, FieldKind, FieldSaid};

use super::App;
use crate::place;

/// A field that words are typed into.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct At {
    pub(crate) file: String,
    pub(crate) path: String,
    pub(crate) how: How,
}

/// What typing into it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum How {
    /// Writes a value.
    Set,
    /// Writes a cell of the figures.
    Cell,
    /// Renames an entry; the path is the entry's.
    Rename,
    /// Writes a text of a translation; the path is the text's name there.
    Translate,
    /// Writes a whole file.
    Text,
}

/// What stands in a box.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Draft {
    pub(crate) text: String,
    /// It is not in the file as it stands here.
    pub(crate) waiting: bool,
    /// Why it is not.
    pub(crate) refused: Option<String>,
}

/// All that stands in boxes, and the field whose words are the last step of undo.
#[derive(Clone, Debug, Default)]
pub(crate) struct Drafts {
    of: BTreeMap<At, Draft>,
    last: Option<At>,
}

impl Drafts {
    /// What stands in a box that differs from the file, or may.
    pub(crate) fn at(&self, at: &At) -> Option<&Draft> {
        self.of.get(at)
    }

    pub(crate) fn typed(&mut self, at: At, text: String) {
        let draft = self.of.entry(at).or_default();
        draft.text = text;
        draft.waiting = true;
        draft.refused = None;
    }

    /// Something else was changed: what is typed next is a step of its own.
    pub(crate) fn settle(&mut self) {
        self.last = None;
    }

    /// How many boxes hold what the file does not.
    pub(crate) fn waiting(&self) -> usize {
        self.of.values().filter(|draft| draft.waiting).count()
    }

    /// Everything goes that is in the file.
    pub(crate) fn left(&mut self) {
        self.of.retain(|_, draft| draft.waiting);
        self.last = None;
    }

    /// Undo goes behind what was typed: the boxes show the file again.
    pub(crate) fn forget(&mut self) {
        self.of.clear();
        self.last = None;
    }
}

impl App {
    /// Takes over what is typed; true when the file changed. A name that other fields go by is only taken when its field was `left`: halves of
    /// it are no names.
    pub(crate) fn take(&mut self, left: bool) -> bool {
        let (Some(desk), Some(sheet)) = (&mut self.desk, &self.sheet) else {
            return false;
        };
        let mut changed = false;
        let waiting: Vec<At> = self
            .drafts
            .of
            .iter()
            .filter(|(at, draft)| draft.waiting && draft.refused.is_none() && (left || at.how != How::Rename))
            .map(|(at, _)| at.clone())
            .collect();
        for at in waiting {
            let Some(draft) = self.drafts.of.get_mut(&at) else {
                continue;
            };
            let field = place::field(sheet, &at.file, &at.path);
            let kind = field.as_ref().map(|field| field.kind.clone());
            if let (How::Set, Some(field)) = (at.how, &field)
                && value(&field.kind, &draft.text) == field.value
            {
                draft.waiting = false;
                continue;
            }
            let again = self.drafts.last.as_ref() == Some(&at);
            if again {
                desk.undo();
            }
            match put(desk, &at, kind.as_ref(), &draft.text) {
                Ok(done) => {
                    draft.waiting = false;
                    changed |= again || !done.words.is_empty();
                    // What was so already is no step that could be taken back.
                    self.drafts.last = (!done.words.is_empty()).then_some(at);
                }
                Err(why) => {
                    if again {
                        desk.redo();
                    }
                    draft.refused = Some(why.to_string());
                }
            }
        }
        changed
    }
}

fn put(desk: &mut AuthorDesk, at: &At, kind: Option<&FieldKind>, text: &str) -> Result<Done, DeskError> {
    match at.how {
        How::Set => desk.change(&DeskChange::Set {
            file: at.file.clone(),
            path: at.path.clone(),
            value: kind.and_then(|kind| value(kind, text)),
        }),
        How::Cell => desk.change(&DeskChange::Cell {
            path: at.path.clone(),
            said: text.trim().to_owned(),
        }),
        How::Rename => desk.change(&DeskChange::Rename {
            path: at.path.clone(),
            to: text.trim().to_owned(),
        }),
        How::Translate => {
            let language = at.file.strip_suffix(".toml").unwrap_or(&at.file);
            desk.translate(language, &at.path, &one_line(text))
        }
        How::Text => desk.set_text(&at.file, text),
    }
}

/// What is written in the file for what stands in a box; `None` leaves the field out.
fn value(kind: &FieldKind, text: &str) -> Option<FieldSaid> {
    let said = match kind {
        FieldKind::Paragraphs => {
            let parts: Vec<String> = paragraphs(text);
            return (!parts.is_empty()).then_some(FieldSaid::List(parts));
        }
        FieldKind::Range => {
            let digits = text.split(|c: char| !c.is_ascii_digit());
            let numbers: Vec<String> = digits
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect();
            return (!numbers.is_empty()).then_some(FieldSaid::List(numbers));
        }
        FieldKind::Line => one_line(text),
        _ => text.trim().to_owned(),
    };
    (!said.is_empty()).then_some(FieldSaid::Text(said))
}

/// What stands in a box for what is written in the file.
pub(crate) fn shown(kind: &FieldKind, value: Option<&FieldSaid>) -> String {
    match value {
        None => String::new(),
        Some(FieldSaid::Flag(is)) => is.to_string(),
        Some(FieldSaid::Text(text)) => text.clone(),
        Some(FieldSaid::List(parts)) if matches!(kind, FieldKind::Range) => parts.join(" to "),
        Some(FieldSaid::List(parts)) => parts.join("\n\n"),
    }
}

/// Lines that an empty line divides, each as one.
fn paragraphs(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for line in text.lines() {
        match found.last_mut() {
            Some(last) if !line.trim().is_empty() => {
                last.push_str(line);
                last.push('\n');
            }
            _ => found.push(String::new()),
        }
    }
    let each = found.iter().map(|part| one_line(part));
    each.filter(|part| !part.is_empty()).collect()
}

/// A text without lines of its own.
fn one_line(text: &str) -> String {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join(" ")
}

#[cfg(test)]
mod tests {
    use super::{FieldKind, FieldSaid, shown, value};

    #[test]
    fn what_is_in_the_file_is_in_the_box_and_back() {
        let list = FieldSaid::List(vec!["One.".to_owned(), "Two and three.".to_owned()]);
        let box_of = shown(&FieldKind::Paragraphs, Some(&list));
        assert_eq!(box_of, "One.\n\nTwo and three.");
        assert_eq!(value(&FieldKind::Paragraphs, &box_of), Some(list));
        let range = FieldSaid::List(vec!["3".to_owned(), "7".to_owned()]);
        assert_eq!(
            value(&FieldKind::Range, &shown(&FieldKind::Range, Some(&range))),
            Some(range)
        );
        assert_eq!(
            value(&FieldKind::Line, " a \n b "),
            Some(FieldSaid::Text("a b".to_owned()))
        );
        assert_eq!(value(&FieldKind::Line, " \n "), None);
        assert_eq!(value(&FieldKind::Paragraphs, "\n\n \n"), None);
    }
}
