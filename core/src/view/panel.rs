//! The health professional's panel: what the person already said, and what to talk about.

use super::PanelView;
use super::decide::leanings;
use super::summary::{said_words, weighed};
use crate::aid::Aid;
use crate::consultation::{Consultation, WordsBox};

/// The panel.
#[must_use]
pub fn panel(aid: &Aid, consultation: &Consultation) -> PanelView {
    let answers = consultation.answers();
    let aid = &answers.seen(aid);
    let mut words = said_words(answers);
    words.retain(|(place, _)| *place != WordsBox::Professional);
    PanelView {
        words,
        stage: answers.stage,
        weighed: weighed(aid, answers),
        leaning: leanings(aid, answers)
            .into_iter()
            .find(|(_, _, chosen)| *chosen)
            .map(|(_, words, _)| words),
        questions: answers.questions.trim().to_owned(),
        not_yet: answers
            .ready
            .iter()
            .filter(|(_, fine)| !fine)
            .map(|(prompt, _)| *prompt)
            .collect(),
        agenda: answers.agenda.clone(),
        notes: answers
            .words
            .get(&WordsBox::Professional)
            .cloned()
            .unwrap_or_default(),
    }
}
