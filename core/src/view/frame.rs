//! The frame around every step: title, list of steps, own words, review notice, stamp.

use crate::aid::Aid;
use crate::consultation::{Consultation, Step, WordsBox};

use super::notice::review_notice;
use super::{Engine, Frame, StepLink};

/// The frame around every step: title, steps, the person's own words, review notice and stamp.
#[must_use]
pub fn frame(aid: &Aid, consultation: &Consultation, engine: &dyn Engine) -> Frame {
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
        review: review_notice(aid),
        stamp: stamp(&answers.seen(aid), engine),
        can_undo: consultation.can_undo(),
        can_redo: consultation.can_redo(),
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
