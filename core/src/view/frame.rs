//! The frame around every step: title, stages with their steps, review notice, stamp; own words, and what can be taken back.

use crate::aid::Aid;
use crate::consultation::{Consultation, Mode, PathStage, Step, Undoable, WordsBox};
use crate::words::say;

use super::notice::review_notice;
use super::summary::said_words;
use super::{Engine, Frame, StageLink, StepLink, UndoChange, UndoView};

/// The frame around every step: title, stages with their steps, review notice and stamp.
#[must_use]
pub fn frame(aid: &Aid, consultation: &Consultation, engine: &dyn Engine) -> Frame {
    let answers = consultation.answers();
    let (review, words) = (review_notice(aid), aid.wording());
    Frame {
        title: aid.title().to_owned(),
        short_title: aid.short_title().to_owned(),
        stages: PathStage::ALL
            .into_iter()
            .map(|stage| StageLink {
                stage,
                current: stage == answers.step.stage(),
                to: leads_to(stage, answers.mode),
                steps: stage
                    .steps()
                    .iter()
                    .map(|step| StepLink {
                        step: *step,
                        current: *step == answers.step,
                        visited: answers.visited.contains(step),
                    })
                    .collect(),
            })
            .collect(),
        review_short: if review.reviewed {
            say!(words, "Clinically reviewed")
        } else {
            say!(words, "Not clinically reviewed")
        },
        review,
        stamp: stamp(&answers.seen(aid), engine),
        can_undo: consultation.can_undo(),
        can_redo: consultation.can_redo(),
    }
}

/// The step that a stage leads to. In the consultation there is no time for what leads up to the figures: it is one press away.
fn leads_to(stage: PathStage, mode: Option<Mode>) -> Step {
    match (stage, mode) {
        (PathStage::Compare, Some(Mode::Together)) => Step::Compare,
        _ => stage.steps().first().copied().unwrap_or_default(),
    }
}

/// What was said in every box before there were options, to stand on every later step.
#[must_use]
pub fn their_words(consultation: &Consultation) -> Vec<(WordsBox, String)> {
    let mut words = said_words(consultation.answers());
    words.retain(|(place, _)| {
        !matches!(
            place,
            WordsBox::Professional | WordsBox::Reservations | WordsBox::TeachBack
        )
    });
    words
}

/// What can be taken back and brought back on the step that is shown.
#[must_use]
pub fn undo(aid: &Aid, consultation: &Consultation) -> UndoView {
    let told = |change: Undoable| UndoChange {
        outcome: match &change {
            Undoable::Mark(outcome) => aid.outcome(outcome).map(|outcome| outcome.name.clone()),
            _ => None,
        },
        change,
    };
    UndoView {
        undoes: consultation.undoes().map(told),
        redoes: consultation.redoes().map(told),
    }
}

/// "prostate-localised 1.0.0, 3f9a12cd": the aid, its version, and the first 8 digits of its content's hash as soon as
/// that is known; then the group whose figures are shown, where the person chose one.
#[must_use]
pub fn stamp(aid: &Aid, engine: &dyn Engine) -> String {
    let mut stamp = [aid.id(), aid.version()].join(" ");
    if let Some(short) = engine.hash(aid).and_then(|hash| hash.get(..8)) {
        stamp.push_str(", ");
        stamp.push_str(short);
    }
    for group in aid.groups() {
        stamp.push_str(", ");
        stamp.push_str(&group.in_sentence);
    }
    stamp
}
