//! What is being typed. It is in its box until the field is left, and in the file after each pause; all that was typed in one stay in a field
//! is one step of undo. What the file cannot take stays in its box, with the reason beside it, until something else stands there in the file:
//! then the box shows the file, and the text is kept aside (`aside.rs`).

use std::collections::BTreeMap;

use weighup_core::desk::{AuthorDesk, DeskChange, DeskError, Done, FieldKind, FieldSaid};

use super::App;
use super::aside::{Aside, Stands};
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
    /// It was still to be done when somebody began to type: a box stays in the list that it stands in until it is left, as one that is moved
    /// loses what is typed into it.
    pub(crate) to_do: bool,
    /// What the file has there meanwhile; known for what is waiting.
    pub(super) stands: Option<Stands>,
}

impl Draft {
    /// Where it is, in words.
    pub(crate) fn place(&self) -> &str {
        self.stands.as_ref().map_or("a field", |stands| &stands.place)
    }

    /// The path of its box in the file.
    pub(crate) fn path(&self) -> Option<&str> {
        self.stands.as_ref()?.path.as_deref()
    }
}

/// All that stands in boxes, and the field whose words are the last step of undo.
#[derive(Clone, Debug, Default)]
pub(crate) struct Drafts {
    pub(super) of: BTreeMap<At, Draft>,
    /// What no box holds any more and no file has.
    pub(super) aside: Vec<Aside>,
    last: Option<At>,
    /// The box whose words were refused after the last step of the files: undo is about them first.
    fresh: Option<At>,
    /// What undo took out of a box, for redo.
    back: Option<(At, Draft)>,
}

impl Drafts {
    /// What stands in a box that differs from the file, or may.
    pub(crate) fn at(&self, at: &At) -> Option<&Draft> {
        self.of.get(at)
    }

    /// Words were typed; whether that was still to be done is asked where the box is begun.
    pub(crate) fn typed(&mut self, at: At, text: String, to_do: impl FnOnce(&At) -> bool) {
        if self.fresh.as_ref() == Some(&at) {
            self.fresh = None;
        }
        self.back = None;
        let draft = self.of.entry(at).or_insert_with_key(|at| Draft {
            to_do: to_do(at),
            ..Draft::default()
        });
        draft.text = text;
        draft.waiting = true;
        draft.refused = None;
        draft.stands = None;
    }

    /// Something else was changed: what is typed next is a step of its own.
    pub(crate) fn settle(&mut self) {
        self.last = None;
        self.fresh = None;
        self.back = None;
    }

    /// The boxes whose words are not taken.
    pub(crate) fn refused(&self) -> impl Iterator<Item = (&At, &Draft)> {
        self.of.iter().filter(|(_, draft)| draft.refused.is_some())
    }

    /// The texts that no box holds any more and no file has.
    pub(crate) fn aside(&self) -> &[Aside] {
        &self.aside
    }

    /// Lets one of them go.
    pub(crate) fn let_go(&mut self, at: usize) {
        if at < self.aside.len() {
            self.aside.remove(at);
        }
    }

    /// Whether there is anything that leaving would lose.
    pub(crate) fn any(&self) -> bool {
        !self.aside.is_empty() || self.of.values().any(|draft| draft.waiting)
    }

    /// Whether words wait for one of these files.
    pub(crate) fn waits_for(&self, file: &str) -> bool {
        self.of.iter().any(|(at, draft)| draft.waiting && at.file == file)
    }

    /// Everything goes that is in the file.
    pub(crate) fn left(&mut self) {
        self.of.retain(|_, draft| draft.waiting);
        self.last = None;
    }

    /// Where the words are that undo would take out of their box.
    pub(crate) fn undo(&self) -> Option<&str> {
        Some(self.of.get(self.fresh.as_ref()?)?.place())
    }

    /// Where the words belong that redo would put back into their box.
    pub(crate) fn redo(&self) -> Option<&str> {
        self.back.as_ref().map(|(_, draft)| draft.place())
    }

    /// Takes words that were refused out of their box; where they were.
    pub(crate) fn take_back(&mut self) -> Option<String> {
        let (at, draft) = self.of.remove_entry(&self.fresh.take()?)?;
        let place = draft.place().to_owned();
        self.back = Some((at, draft));
        Some(place)
    }

    /// Puts them back; where they are.
    pub(crate) fn put_back(&mut self) -> Option<String> {
        let (at, draft) = self.back.take()?;
        let place = draft.place().to_owned();
        self.fresh = Some(at.clone());
        self.of.insert(at, draft);
        Some(place)
    }
}

/// What came of taking over what was typed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Taken {
    /// A file is another one.
    pub(super) changed: bool,
    /// Entries may be elsewhere, or be called otherwise.
    pub(super) moved: bool,
}

impl App {
    /// Takes over what is typed. A name that other fields go by is only taken when its field was `left`: halves of it are no names.
    pub(super) fn take(&mut self, left: bool) -> Taken {
        let mut taken = Taken::default();
        let (Some(desk), Some(sheet)) = (&mut self.desk, &self.sheet) else {
            return taken;
        };
        let mut also = Vec::new();
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
                    if again || !done.words.is_empty() {
                        taken.changed = true;
                        taken.moved |= matches!(at.how, How::Rename | How::Text);
                        self.drafts.fresh = None;
                    }
                    also.extend(done.also);
                    // What was so already is no step that could be taken back.
                    self.drafts.last = (!done.words.is_empty()).then_some(at);
                }
                Err(why) => {
                    if again {
                        desk.redo();
                    }
                    draft.refused = Some(reason(&why));
                    self.drafts.fresh = Some(at);
                }
            }
        }
        // What became of all that stood beside an old figure, where it was written over.
        if !also.is_empty() {
            self.say(also.join(" "));
        }
        taken
    }
}

/// Why it was refused, beside the box that it was typed into: what the box is, and what stands in it, is seen there.
fn reason(why: &DeskError) -> String {
    match why {
        DeskError::Value { why, .. } | DeskError::Numbers { why, .. } => why.clone(),
        other => other.to_string(),
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
