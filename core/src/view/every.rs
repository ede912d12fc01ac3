//! Every card of an aid, for pages that show all of it at once.

use super::{OutcomeCard, compare};
use crate::aid::Aid;
use crate::consultation::{Action, Consultation};

/// Every outcome at every point in time and for every group, in the aid's order.
#[must_use]
pub fn every_card(aid: &Aid) -> Vec<OutcomeCard> {
    let fresh = Consultation::new(aid);
    let groups = compare(aid, &fresh).group;
    let mut seen: Vec<Consultation> = vec![fresh];
    // Every answer to one question with every answer to the other.
    for asked in groups.into_iter().flat_map(|group| group.asked) {
        let with = |said: &Consultation| {
            let said = said.clone();
            asked.choices.iter().map(move |choice| {
                let mut said = said.clone();
                // The choices come from the aid itself, so none is refused, here and below.
                let _ = said.apply(aid, Action::choose_group(choice.id.clone()));
                said
            })
        };
        seen = seen.iter().flat_map(with).collect();
    }
    let mut cards = Vec::new();
    for outcome in aid.outcomes() {
        // Figures that no group changes stand there once.
        let times = if aid.depends_on_group(&outcome.id) {
            seen.len()
        } else {
            1
        };
        for said in seen.iter_mut().take(times) {
            let card = |said: &Consultation| {
                let mut cards = compare(aid, said).outcomes.into_iter();
                cards.find(|card| card.id == outcome.id)
            };
            for choice in card(said).map(|card| card.horizons).unwrap_or_default() {
                let _ = said.apply(aid, Action::choose_horizon(outcome.id.clone(), choice.id));
                // A card that depends on one question alone is the same whatever the other's answer.
                let known = |card: &OutcomeCard| {
                    let mut cards = cards.iter();
                    cards.any(|known: &OutcomeCard| {
                        known.id == card.id
                            && known.for_group == card.for_group
                            && known.horizon == card.horizon
                    })
                };
                let new = card(said).filter(|card| !known(card));
                cards.extend(new);
            }
        }
    }
    cards
}
