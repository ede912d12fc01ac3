//! Actions on own concerns, marks and limits. Only the person who decides gives them.

use super::super::{
    ActionError, Answers, Concern, ConcernId, DealBreaker, OwnAction, Person, Weighable, Weighing,
    bounds::Bounds,
    room::{MAX_LINE, fits},
    sorted::Map,
};
use super::{MAX_CONCERNS, MAX_RATING, toggle};
use crate::aid::{OptionId, OutcomeId};

pub(super) fn reduce(answers: &mut Answers, bounds: &Bounds, action: OwnAction) -> Result<(), ActionError> {
    match action {
        OwnAction::AddConcern(words) => add_concern(answers, &words),
        OwnAction::RemoveConcern(id) => remove_concern(answers, id),
        OwnAction::RateConcern(id, option, rating) => rate(answers, bounds, &id, option, rating),
        OwnAction::Mark(outcome, mark) => {
            bounds.known(&outcome)?;
            answers.say_of(outcome, |said| {
                said.mark = (said.mark != Some(mark)).then_some(mark);
            });
            Ok(())
        }
        OwnAction::SayAbout(outcome, words) => {
            bounds.known(&outcome)?;
            fits(&words, MAX_LINE)?;
            answers.say_of(outcome, |said| said.words = words);
            Ok(())
        }
        OwnAction::WeighAnyway(outcome, wanted) => {
            bounds.known(&outcome)?;
            weigh_anyway(answers, outcome, wanted);
            Ok(())
        }
        OwnAction::ToggleDealBreaker(given) => toggle_deal_breaker(answers, bounds, given),
        OwnAction::StepLimit(outcome, up) => step_limit(answers, bounds, outcome, up),
    }
}

/// What is no longer weighed has no answers left that count.
fn weigh_anyway(answers: &mut Answers, outcome: OutcomeId, wanted: bool) {
    if wanted {
        answers.anyway.insert(outcome);
        return;
    }
    answers.anyway.remove(&outcome);
    let what = Weighable::Outcome(outcome);
    for theirs in answers.weighings.values_mut() {
        theirs.forget(&what);
    }
}

fn add_concern(answers: &mut Answers, words: &str) -> Result<(), ActionError> {
    fits(words, MAX_LINE)?;
    let words = words.trim();
    if words.is_empty() {
        return Err(ActionError::EmptyConcern);
    }
    if answers.concerns.len() >= MAX_CONCERNS {
        return Err(ActionError::TooManyConcerns { limit: MAX_CONCERNS });
    }
    let taken = answers.concerns.iter().filter_map(|concern| number(&concern.id));
    let new = crate::consultation::notes::next(&taken.collect::<Vec<_>>());
    answers.concerns.push(Concern {
        id: ConcernId(format!("own-{new}")),
        words: words.to_owned(),
        ratings: Map::default(),
    });
    Ok(())
}

/// The number in `own-3`.
pub(in super::super) fn number(id: &ConcernId) -> Option<u32> {
    id.0.strip_prefix("own-")?.parse().ok()
}

fn concern<'a>(answers: &'a mut Answers, id: &ConcernId) -> Result<&'a mut Concern, ActionError> {
    answers
        .concerns
        .iter_mut()
        .find(|concern| concern.id == *id)
        .ok_or_else(|| ActionError::UnknownConcern { id: id.clone() })
}

fn remove_concern(answers: &mut Answers, id: ConcernId) -> Result<(), ActionError> {
    concern(answers, &id)?;
    answers.concerns.retain(|concern| concern.id != id);
    let what = Weighable::Concern(id);
    for theirs in answers.weighings.values_mut() {
        theirs.forget(&what);
    }
    Ok(())
}

fn rate(
    answers: &mut Answers,
    bounds: &Bounds,
    id: &ConcernId,
    option: OptionId,
    rating: u8,
) -> Result<(), ActionError> {
    bounds.option(&option)?;
    if rating > MAX_RATING {
        return Err(ActionError::OffScale { rating });
    }
    concern(answers, id)?.ratings.insert(option, rating);
    Ok(())
}

/// Adds a deal-breaker, or takes it away when it is there. An outcome has one limit: another takes its place.
fn toggle_deal_breaker(
    answers: &mut Answers,
    bounds: &Bounds,
    given: DealBreaker,
) -> Result<(), ActionError> {
    match &given {
        DealBreaker::Option(option) => {
            bounds.option(option)?;
            toggle(&mut answers.deal_breakers, given);
        }
        DealBreaker::Limit { outcome, count } => {
            bounds.limit(outcome, *count)?;
            let same = answers.deal_breakers.contains(&given);
            answers.deal_breakers.retain(|other| !other.limits(outcome));
            if !same {
                answers.deal_breakers.insert(given);
            }
        }
    }
    Ok(())
}

fn step_limit(
    answers: &mut Answers,
    bounds: &Bounds,
    outcome: OutcomeId,
    up: bool,
) -> Result<(), ActionError> {
    bounds.limit(&outcome, 0)?;
    let count = answers.limit_on(&outcome).ok_or_else(|| ActionError::NoLimit {
        outcome: outcome.clone(),
    })?;
    let count = bounds.stepped(&outcome, count, up);
    answers.deal_breakers.retain(|given| !given.limits(&outcome));
    answers
        .deal_breakers
        .insert(DealBreaker::Limit { outcome, count });
    Ok(())
}

impl DealBreaker {
    fn limits(&self, on: &OutcomeId) -> bool {
        matches!(self, Self::Limit { outcome, .. } if outcome == on)
    }
}

impl Answers {
    /// Whether an outcome on which the studies cannot tell the options apart is weighed all the same: the person asked, or an
    /// answer about it is there.
    #[must_use]
    pub fn weighs_anyway(&self, outcome: &OutcomeId) -> bool {
        let names = |said: &Weighing| {
            let mut named = said.named().into_iter();
            named.any(|what| matches!(what, Weighable::Outcome(id) if id == outcome))
        };
        self.anyway.contains(outcome) || names(self.mine()) || names(self.weighing(Person::Patient))
    }

    /// The limit set on an outcome, in people of the outcome's denominator.
    #[must_use]
    pub fn limit_on(&self, on: &OutcomeId) -> Option<u32> {
        self.deal_breakers.iter().find_map(|given| match given {
            DealBreaker::Limit { outcome, count } if outcome == on => Some(*count),
            _ => None,
        })
    }
}
