//! One action on the answers. Pure: the same answers and action always give the same result.

use crate::aid::{Date, OptionId};

use super::{
    Action, ActionError, Answers, Concern, ConcernId, DealBreaker, Leaning, Person, Step, Weighable,
    ground::Ground, notes, weighing,
};

/// The most concerns of one's own: more than about six things to weigh is too much at once.
pub const MAX_CONCERNS: usize = 5;
/// The most characters in one box, about a page.
pub const MAX_WORDS: usize = 4_000;
/// Points go in steps of ten: finer answers would claim a precision nobody has.
pub const POINT_STEP: u8 = 10;
/// What the first to change counts as.
pub const FIRST_POINTS: u8 = 100;
/// The best rating of an option for a concern.
pub const MAX_RATING: u8 = 4;

/// Applies an action that is about the answers. Undo, redo and start-again are the history's.
pub(super) fn reduce(answers: &mut Answers, ground: &Ground, action: Action) -> Result<(), ActionError> {
    match action {
        Action::GoTo(step) => {
            go_to(answers, step);
        }
        Action::TogglePresence(presence) => toggle(&mut answers.present, presence),
        Action::SetStage(stage) => answers.stage = Some(stage),
        Action::SetWords(place, words) => {
            fits(&words)?;
            if words.is_empty() {
                answers.words.remove(&place);
            } else {
                answers.words.insert(place, words);
            }
        }
        Action::CompareAs(show_as) => answers.compare_as = show_as,
        Action::SayChances(chances) => answers.chances = chances,
        Action::ChooseGroup(group) => super::group::choose(answers, ground, group)?,
        Action::OrderOutcomes(order) => {
            ground.order(&order)?;
            answers.order = order;
        }
        Action::ChooseHorizon(outcome, horizon) => {
            ground.horizon(&outcome, &horizon)?;
            answers.horizons.insert(outcome, horizon);
        }
        Action::ChooseHorizonForAll(horizon) => {
            for outcome in ground.with_horizon(&horizon)? {
                answers.horizons.insert(outcome, horizon.clone());
            }
        }
        Action::ToggleOption(option) => toggle_option(answers, ground, option)?,
        Action::TakeTurn(person) => answers.people.turn = person,
        Action::RevealGuess => answers.people.revealed = true,
        Action::UseMethod(_)
        | Action::ChooseFirst(_)
        | Action::SetPoints(..)
        | Action::Rank(..)
        | Action::Share(..)
        | Action::ChooseBest(_)
        | Action::ChooseWorst(_)
        | Action::SetTimes(..) => weighing::reduce(answers, ground, action)?,
        Action::AddConcern(_)
        | Action::RemoveConcern(_)
        | Action::RateConcern(..)
        | Action::ToggleDealBreaker(_)
        | Action::StepLimit(..)
            if answers.people.turn != Person::Patient =>
        {
            return Err(ActionError::NotTheirs);
        }
        Action::AddConcern(words) => add_concern(answers, &words)?,
        Action::RemoveConcern(id) => {
            concern(answers, &id)?;
            answers.concerns.retain(|concern| concern.id != id);
            let what = Weighable::Concern(id);
            for theirs in answers.weighings.values_mut() {
                theirs.forget(&what);
            }
        }
        Action::RateConcern(id, option, rating) => {
            ground.option(&option)?;
            if rating > MAX_RATING {
                return Err(ActionError::OffScale { rating });
            }
            concern(answers, &id)?.ratings.insert(option, rating);
        }
        Action::ToggleDealBreaker(DealBreaker::Option(option)) => {
            ground.option(&option)?;
            toggle(&mut answers.deal_breakers, DealBreaker::Option(option));
        }
        Action::ToggleDealBreaker(DealBreaker::Limit { outcome, count }) => {
            ground.limit(&outcome, count)?;
            let same = answers.deal_breakers.contains(&DealBreaker::Limit {
                outcome: outcome.clone(),
                count,
            });
            answers.deal_breakers.retain(|given| !given.limits(&outcome));
            if !same {
                answers
                    .deal_breakers
                    .insert(DealBreaker::Limit { outcome, count });
            }
        }
        Action::StepLimit(outcome, up) => {
            ground.limit(&outcome, 0)?;
            let count = answers.limit_on(&outcome).ok_or_else(|| ActionError::NoLimit {
                outcome: outcome.clone(),
            })?;
            let count = ground.stepped(&outcome, count, up);
            answers.deal_breakers.retain(|given| !given.limits(&outcome));
            answers
                .deal_breakers
                .insert(DealBreaker::Limit { outcome, count });
        }
        Action::SetLeaning(leaning) => {
            if let Leaning::Option(option) = &leaning {
                ground.option(option)?;
            }
            answers.leaning = if answers.leaning.as_ref() == Some(&leaning) {
                None
            } else {
                Some(leaning)
            };
        }
        Action::SetQuestions(words) => {
            fits(&words)?;
            answers.questions = words;
        }
        Action::SetMode(mode) => {
            answers.mode = Some(mode);
            if let Some(step) = mode.opens() {
                go_to(answers, step);
            }
        }
        Action::ToggleLiking(liking) => toggle(&mut answers.liking, liking),
        Action::SetReady(prompt, fine) => {
            if answers.ready.get(&prompt) == Some(&fine) {
                answers.ready.remove(&prompt);
            } else {
                answers.ready.insert(prompt, fine);
            }
        }
        Action::Understand(id, answer) => {
            ground.answer(&id, answer)?;
            answers.understood.insert(id, answer);
        }
        Action::SetSure(sure) => answers.sure = (answers.sure != Some(sure)).then_some(sure),
        Action::SetReview(day) => {
            if !day.is_empty() && Date::parse(&day).is_none() {
                return Err(ActionError::NotADay { given: day });
            }
            answers.review = day;
        }
        Action::AddNote(list, who, words, when) => notes::add(answers.notes_mut(list), who, &words, &when)?,
        Action::RemoveNote(list, id) => notes::remove(answers.notes_mut(list), id)?,
        Action::MoveNote(list, id, up) => notes::shift(answers.notes_mut(list), id, up)?,
        Action::Undo | Action::Redo | Action::StartAgain => {}
    }
    Ok(())
}

fn go_to(answers: &mut Answers, step: Step) {
    answers.step = step;
    answers.visited.insert(step);
}

impl DealBreaker {
    fn limits(&self, on: &crate::aid::OutcomeId) -> bool {
        matches!(self, Self::Limit { outcome, .. } if outcome == on)
    }
}

impl Answers {
    /// The limit set on an outcome, in people of the aid's denominator.
    #[must_use]
    pub fn limit_on(&self, on: &crate::aid::OutcomeId) -> Option<u32> {
        self.deal_breakers.iter().find_map(|given| match given {
            DealBreaker::Limit { outcome, count } if outcome == on => Some(*count),
            _ => None,
        })
    }
}

fn toggle<T: Ord>(set: &mut super::kept::Set<T>, item: T) {
    if !set.remove(&item) {
        set.insert(item);
    }
}

fn toggle_option(answers: &mut Answers, ground: &Ground, option: OptionId) -> Result<(), ActionError> {
    ground.option(&option)?;
    if answers.hidden.remove(&option) {
        return Ok(());
    }
    let shown = ground
        .options
        .iter()
        .filter(|id| !answers.hidden.contains(*id))
        .count();
    if shown <= 2 {
        return Err(ActionError::LastTwoOptions { id: option });
    }
    answers.hidden.insert(option);
    Ok(())
}

fn add_concern(answers: &mut Answers, words: &str) -> Result<(), ActionError> {
    fits(words)?;
    let words = words.trim();
    if words.is_empty() {
        return Err(ActionError::EmptyConcern);
    }
    if answers.concerns.len() >= MAX_CONCERNS {
        return Err(ActionError::TooManyConcerns { limit: MAX_CONCERNS });
    }
    let last = answers
        .concerns
        .iter()
        .filter_map(|concern| number(&concern.id))
        .max()
        .unwrap_or(0);
    answers.concerns.push(Concern {
        id: ConcernId(format!("own-{}", last.saturating_add(1))),
        words: words.to_owned(),
        ratings: super::kept::Map::default(),
    });
    Ok(())
}

/// The number in `own-3`.
pub(super) fn number(id: &ConcernId) -> Option<u32> {
    id.0.strip_prefix("own-")?.parse().ok()
}

fn concern<'a>(answers: &'a mut Answers, id: &ConcernId) -> Result<&'a mut Concern, ActionError> {
    answers
        .concerns
        .iter_mut()
        .find(|concern| concern.id == *id)
        .ok_or_else(|| ActionError::UnknownConcern { id: id.clone() })
}

pub(super) fn fits(words: &str) -> Result<(), ActionError> {
    let characters = words.chars().count();
    if characters > MAX_WORDS {
        return Err(ActionError::TooLong {
            characters,
            limit: MAX_WORDS,
        });
    }
    Ok(())
}
