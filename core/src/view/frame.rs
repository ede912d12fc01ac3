//! What stands on every step.

use crate::aid::Aid;
use crate::consultation::{Consultation, Step, WordsBox};

use super::{Frame, StepLink};

/// The frame around every step: title, steps, the person's own words, review notice and stamp.
#[must_use]
pub fn frame(aid: &Aid, consultation: &Consultation) -> Frame {
    let answers = consultation.answers();
    let matters = answers.words.get(&WordsBox::Matters).map(|words| words.trim());
    Frame {
        title: aid.title().to_owned(),
        short_title: aid.short_title().to_owned(),
        steps: Step::ALL
            .into_iter()
            .map(|step| StepLink {
                step,
                current: step == answers.step,
                visited: answers.visited.contains(&step),
            })
            .collect(),
        their_words: matters.filter(|words| !words.is_empty()).map(str::to_owned),
        review: aid.review_notice(),
        stamp: aid.stamp(),
        can_undo: consultation.can_undo(),
        can_redo: consultation.can_redo(),
    }
}
