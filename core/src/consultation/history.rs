//! The consultation: answers, what came before and what was undone.

use std::sync::Arc;

use crate::aid::Aid;

use super::{
    Action, ActionError, ActionKind, Answers, HistoryAction, Step, TypedIn, bounds::Bounds, reduce::reduce,
};

/// The most answers that can be undone.
pub const MAX_HISTORY: usize = 200;

/// Where the last change came from, when more of the same kind goes on with it and is one undo with it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Typing {
    Here(TypedIn),
    /// In another window.
    Elsewhere,
}

/// Whether an action changed anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// The answers changed, or what is shown did.
    Changed,
    /// The answers were so already, or there was nothing to undo or redo.
    Unchanged,
}

/// One consultation about one aid. Cheap to clone: earlier answers are shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consultation {
    answers: Arc<Answers>,
    past: Vec<Arc<Answers>>,
    future: Vec<Arc<Answers>>,
    typing: Option<Typing>,
}

impl Consultation {
    /// A consultation at its first step, with nothing said. It needs no aid today; it takes one so that no
    /// consultation is without its aid.
    #[must_use]
    pub fn new(_aid: &Aid) -> Self {
        Self::with(Answers {
            visited: std::iter::once(Step::About).collect(),
            ..Answers::default()
        })
    }

    pub(super) fn with(answers: Answers) -> Self {
        Self {
            answers: Arc::new(answers),
            past: Vec::new(),
            future: Vec::new(),
            typing: None,
        }
    }

    /// Everything said and chosen so far.
    #[must_use]
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The answers as they were before each change that undo can reach, the oldest first, and as they are. No file has them.
    pub(crate) fn all_along(&self) -> impl Iterator<Item = &Answers> {
        let now = std::iter::once(&self.answers);
        self.past.iter().chain(now).map(|answers| &**answers)
    }

    /// Whether there is an answer to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.is_mine(self.past.last())
    }

    /// Whether there is an answer to do again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.is_mine(self.future.last())
    }

    /// The answers before the last change, where that was made on the step that is shown.
    pub(super) fn last_here(&self) -> Option<&Answers> {
        self.here(self.past.last())
    }

    /// The answers that redo brings back, where they were undone on the step that is shown.
    pub(super) fn next_here(&self) -> Option<&Answers> {
        self.here(self.future.last())
    }

    fn here<'a>(&self, found: Option<&'a Arc<Answers>>) -> Option<&'a Answers> {
        let found = found.filter(|answers| answers.step == self.answers.step);
        found.filter(|_| self.is_mine(found)).map(|answers| &**answers)
    }

    /// Nobody takes back what another person answered: undo ends where the turn changed hands.
    fn is_mine(&self, found: Option<&Arc<Answers>>) -> bool {
        found.is_some_and(|answers| answers.people.turn == self.answers.people.turn)
    }

    /// Applies one action. Deterministic: nothing but the aid, the answers and the action matters.
    ///
    /// # Errors
    /// An id that is not in this aid or these answers, or a value out of bounds. Nothing has changed then.
    pub fn apply(&mut self, aid: &Aid, action: Action) -> Result<Applied, ActionError> {
        if let Action::History(step) = action {
            return Ok(self.step(aid, step));
        }
        let (undoable, typing) = match action.kind() {
            ActionKind::Answer => (true, None),
            ActionKind::Typing(place) => (true, Some(Typing::Here(place))),
            ActionKind::Look | ActionKind::History => (false, None),
        };
        let mut answers = Answers::clone(&self.answers);
        let bounds = Bounds::new(&answers.seen(aid));
        reduce(&mut answers, &bounds, action)?;
        answers.hold_times(&self.answers);
        if answers == *self.answers {
            return Ok(Applied::Unchanged);
        }
        let before = std::mem::replace(&mut self.answers, Arc::new(answers));
        let goes_on = typing.is_some() && typing == self.typing;
        self.typing = typing;
        if undoable {
            self.future.clear();
            if !goes_on {
                push(&mut self.past, before);
            } else if self.past.last() == Some(&self.answers) {
                // Typed and taken out again: nothing to undo.
                self.past.pop();
                self.typing = None;
            }
        }
        Ok(Applied::Changed)
    }

    /// Goes on with the answers of the same consultation in another window. What came from there one after another
    /// is one undo. A guess that is hidden here stays, since no other window has it.
    pub fn follow(&mut self, aid: &Aid, other: &Self) -> Applied {
        let answers = Answers::clone(&other.answers).with_what_is_hidden(&self.answers, aid);
        self.go_on_with(Arc::new(answers))
    }

    /// Takes over the guess that is hidden in `other`, the same consultation as it stood in this window before, in another language.
    /// It is in no text, so it does not come along with the answers.
    pub fn keep_guess_of(&mut self, aid: &Aid, other: &Self) -> Applied {
        let answers = Answers::clone(&self.answers).with_what_is_hidden(&other.answers, aid);
        if answers == *self.answers {
            return Applied::Unchanged;
        }
        self.answers = Arc::new(answers);
        Applied::Changed
    }

    /// Whether nothing is answered here. What is only about how things are shown is no answer.
    #[must_use]
    pub fn is_blank(&self, aid: &Aid) -> bool {
        let fresh = Self::new(aid);
        self.answers.showing_the_same(&fresh.answers) == *self.answers
    }

    /// Goes on with the answers of a saved file in place of all that is here; one undo gives back what was.
    pub fn open(&mut self, saved: &Self) -> Applied {
        self.go_on_with(saved.answers.clone())
    }

    fn go_on_with(&mut self, answers: Arc<Answers>) -> Applied {
        if self.answers == answers {
            return Applied::Unchanged;
        }
        let before = std::mem::replace(&mut self.answers, answers);
        if self.answers.showing_the_same(&before) != *self.answers {
            if self.typing != Some(Typing::Elsewhere) {
                push(&mut self.past, before);
            }
            self.future.clear();
            self.typing = Some(Typing::Elsewhere);
        }
        Applied::Changed
    }

    fn step(&mut self, aid: &Aid, step: HistoryAction) -> Applied {
        match step {
            HistoryAction::Undo => self.undo(),
            HistoryAction::Redo => self.redo(),
            HistoryAction::StartAgain => self.start_again(aid),
        }
    }

    fn start_again(&mut self, aid: &Aid) -> Applied {
        let fresh = Self::new(aid);
        let applied = if *self == fresh {
            Applied::Unchanged
        } else {
            Applied::Changed
        };
        *self = fresh;
        applied
    }

    fn undo(&mut self) -> Applied {
        if !self.can_undo() {
            return Applied::Unchanged;
        }
        let Some(earlier) = self.past.pop() else {
            return Applied::Unchanged;
        };
        self.typing = None;
        let answers = self.answers.showing_the_same(&earlier);
        push(
            &mut self.future,
            std::mem::replace(&mut self.answers, Arc::new(answers)),
        );
        Applied::Changed
    }

    fn redo(&mut self) -> Applied {
        if !self.can_redo() {
            return Applied::Unchanged;
        }
        let Some(later) = self.future.pop() else {
            return Applied::Unchanged;
        };
        self.typing = None;
        let answers = self.answers.showing_the_same(&later);
        push(
            &mut self.past,
            std::mem::replace(&mut self.answers, Arc::new(answers)),
        );
        Applied::Changed
    }
}

fn push(history: &mut Vec<Arc<Answers>>, answers: Arc<Answers>) {
    if history.len() >= MAX_HISTORY {
        history.remove(0);
    }
    history.push(answers);
}
