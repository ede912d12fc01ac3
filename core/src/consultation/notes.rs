//! The lists that people make together: what to talk about, and who does what.

use super::{
    ActionError, Answers, List, Note, Presence,
    room::{MAX_LINE, fits},
};

/// The most lines in one list: a page holds no more.
pub const MAX_NOTES: usize = 12;

impl Answers {
    /// The lines of a list, in order.
    #[must_use]
    pub fn notes(&self, list: List) -> &[Note] {
        match list {
            List::Agenda => &self.agenda,
            List::Actions => &self.actions,
        }
    }

    pub(super) fn notes_mut(&mut self, list: List) -> &mut Vec<Note> {
        match list {
            List::Agenda => &mut self.agenda,
            List::Actions => &mut self.actions,
        }
    }
}

pub(super) fn add(list: &mut Vec<Note>, who: Presence, words: &str, when: &str) -> Result<(), ActionError> {
    fits(words, MAX_LINE)?;
    fits(when, MAX_LINE)?;
    let words = words.trim();
    if words.is_empty() {
        return Err(ActionError::EmptyNote);
    }
    if list.len() >= MAX_NOTES {
        return Err(ActionError::TooManyNotes { limit: MAX_NOTES });
    }
    let id = next(&list.iter().map(|note| note.id).collect::<Vec<_>>());
    list.push(Note {
        id,
        who,
        words: words.to_owned(),
        when: when.trim().to_owned(),
    });
    Ok(())
}

/// A number that no line has: the next after the highest, or the first that is free where a file edited by hand has used up
/// the highest number there is.
pub(super) fn next(taken: &[u32]) -> u32 {
    let last = taken.iter().max().copied().unwrap_or(0);
    let free = || (1..u32::MAX).find(|number| !taken.contains(number));
    last.checked_add(1).or_else(free).unwrap_or(last)
}

pub(super) fn remove(list: &mut Vec<Note>, id: u32) -> Result<(), ActionError> {
    let at = place(list, id)?;
    list.remove(at);
    Ok(())
}

/// Moves a line one place up or down; at either end it stays.
pub(super) fn shift(list: &mut [Note], id: u32, up: bool) -> Result<(), ActionError> {
    let at = place(list, id)?;
    let to = if up { at.saturating_sub(1) } else { at + 1 };
    if to < list.len() {
        list.swap(at, to);
    }
    Ok(())
}

fn place(list: &[Note], id: u32) -> Result<usize, ActionError> {
    list.iter()
        .position(|note| note.id == id)
        .ok_or(ActionError::UnknownNote { id })
}
