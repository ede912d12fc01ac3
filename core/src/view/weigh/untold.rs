//! Outcomes on which the studies cannot tell the options apart: they are weighed only where the person asks.

use crate::aid::Aid;
use crate::consultation::{Action, Answers, Person, Weighable};

use super::super::UntoldView;
use super::super::items::{Items, untold_reason};

/// Each of them, with its figures, and how to weigh it or no longer.
pub(super) fn untold(aid: &Aid, answers: &Answers, items: &Items<'_>) -> Vec<UntoldView> {
    let theirs = answers.people.turn == Person::Patient;
    let found = items.untold.iter().map(|item| {
        let weighed = items.of(&item.what).is_some();
        let action = match &item.what {
            Weighable::Outcome(id) if theirs => Some(Action::weigh_anyway(id.clone(), !weighed)),
            _ => None,
        };
        UntoldView {
            what: item.what.clone(),
            name: item.name.clone(),
            swing: item.swing.clone(),
            text: untold_reason(aid.wording(), weighed),
            weighed,
            action,
        }
    });
    found.collect()
}
