//! The sheet for an appointment: what the person wants to ask, three in front.

use crate::aid::Aid;
use crate::consultation::Consultation;

use super::AppointmentView;
use super::ready::questions;

/// So many questions stand in front: an appointment seldom has time for more.
const IN_FRONT: usize = 3;

/// The sheet. A person's own questions come first, a line each. Where nothing was chosen it has all of the aid's, to tick with a pen.
#[must_use]
pub fn appointment(aid: &Aid, consultation: &Consultation) -> AppointmentView {
    let answers = consultation.answers();
    let questions = questions(aid, answers);
    let own = answers.questions.lines().map(str::trim);
    let own = own
        .filter(|line| !line.is_empty())
        .map(|line| (true, line.to_owned()));
    let ticked = questions.iter().filter(|(.., ticked)| *ticked);
    let mut front: Vec<(bool, String)> = own
        .chain(ticked.map(|(_, text, _)| (false, text.clone())))
        .collect();
    let more = if front.is_empty() {
        questions
            .iter()
            .map(|(_, text, _)| (false, text.clone()))
            .collect()
    } else {
        front.split_off(front.len().min(IN_FRONT))
    };
    AppointmentView {
        front,
        more,
        questions,
    }
}
