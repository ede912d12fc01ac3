//! The bounds of an answer: which identifiers the aid has, and which numbers make sense for it. The reducer refuses all else.

use crate::aid::document::ScoreDoc;
use crate::aid::{Aid, HorizonId, OptionId, OutcomeId, ReferenceClassId};

use super::{
    ActionError, OutcomeOrder, Weighable,
    swings::{SwingOf, Swings, swings},
};

/// The identifiers and bounds that an action is checked against.
pub(super) struct Bounds {
    pub(super) options: Vec<OptionId>,
    outcomes: Vec<(OutcomeId, Vec<HorizonId>)>,
    /// The groups of each question that figures depend on.
    axes: Vec<Vec<String>>,
    /// The scores that can be worked out, each with the place of the question it answers.
    scores: Vec<(ScoreDoc, usize)>,
    pub(super) swings: Swings,
    /// The aid's own questions, and how many answers each has.
    questions: Vec<(String, u32)>,
    /// How many questions there are to ask.
    asks: usize,
}

impl Bounds {
    pub(super) fn new(aid: &Aid) -> Self {
        Self {
            options: aid.options().iter().map(|option| option.id.clone()).collect(),
            outcomes: aid
                .outcomes()
                .iter()
                .map(|outcome| {
                    (
                        outcome.id.clone(),
                        outcome.rows.iter().map(|row| row.horizon.id.clone()).collect(),
                    )
                })
                .collect(),
            axes: aid
                .document()
                .axes()
                .map(|axis| axis.groups.iter().map(|group| group.id.clone()).collect())
                .collect(),
            scores: aid
                .scores()
                .iter()
                .filter_map(|score| Some((score.clone(), score.axis(aid.document())?)))
                .collect(),
            swings: swings(aid),
            asks: aid.document().questions.len(),
            questions: aid
                .document()
                .understanding
                .iter()
                .map(|asked| {
                    (
                        asked.id.clone(),
                        u32::try_from(asked.answers.len()).unwrap_or_default(),
                    )
                })
                .collect(),
        }
    }

    /// An answer to one of the aid's own questions.
    pub(super) fn answer(&self, id: &str, answer: u32) -> Result<(), ActionError> {
        let id = || id.to_owned();
        match self.questions.iter().find(|(known, _)| *known == id()) {
            None => Err(ActionError::UnknownQuestion { id: id() }),
            Some((_, answers)) if answer == 0 || answer > *answers => {
                Err(ActionError::UnknownAnswer { id: id(), answer })
            }
            Some(_) => Ok(()),
        }
    }

    /// A question to ask, by its number.
    pub(super) fn ask(&self, question: u32) -> Result<(), ActionError> {
        match usize::try_from(question) {
            Ok(number) if (1..=self.asks).contains(&number) => Ok(()),
            _ => Err(ActionError::UnknownQuestion {
                id: question.to_string(),
            }),
        }
    }

    pub(super) fn option(&self, id: &OptionId) -> Result<(), ActionError> {
        if self.options.contains(id) {
            Ok(())
        } else {
            Err(ActionError::UnknownOption { id: id.clone() })
        }
    }

    /// Place of the question that a group answers.
    pub(super) fn group(&self, id: &ReferenceClassId) -> Result<usize, ActionError> {
        let of = |groups: &Vec<String>| groups.iter().any(|group| group == id.as_str());
        self.axes
            .iter()
            .position(of)
            .ok_or_else(|| ActionError::UnknownGroup { id: id.clone() })
    }

    /// A score that can be worked out, and the place of the question it answers.
    pub(super) fn score(&self, id: &str) -> Option<&(ScoreDoc, usize)> {
        self.scores.iter().find(|(score, _)| score.id == id)
    }

    pub(super) fn horizon(&self, outcome: &OutcomeId, horizon: &HorizonId) -> Result<(), ActionError> {
        let Some((_, horizons)) = self.outcomes.iter().find(|(id, _)| id == outcome) else {
            return Err(ActionError::UnknownOutcome { id: outcome.clone() });
        };
        if horizons.contains(horizon) {
            return Ok(());
        }
        Err(ActionError::UnknownHorizon {
            outcome: outcome.clone(),
            horizon: horizon.clone(),
        })
    }

    /// Every outcome, in the aid's order.
    pub(super) fn outcome_ids(&self) -> Vec<OutcomeId> {
        self.outcomes.iter().map(|(id, _)| id.clone()).collect()
    }

    /// An order whose outcomes all exist, each once.
    pub(super) fn order(&self, order: &OutcomeOrder) -> Result<(), ActionError> {
        let (OutcomeOrder::Own(ids) | OutcomeOrder::Marks(ids)) = order else {
            return Ok(());
        };
        for (at, id) in ids.iter().enumerate() {
            self.known(id)?;
            if ids.iter().take(at).any(|before| before == id) {
                return Err(ActionError::OutcomeTwice { id: id.clone() });
            }
        }
        Ok(())
    }

    /// The outcomes that have figures at a point in time; there is one at least.
    pub(super) fn with_horizon(&self, horizon: &HorizonId) -> Result<Vec<OutcomeId>, ActionError> {
        let found: Vec<OutcomeId> = self
            .outcomes
            .iter()
            .filter(|(_, horizons)| horizons.contains(horizon))
            .map(|(id, _)| id.clone())
            .collect();
        if found.is_empty() {
            return Err(ActionError::NoFiguresAt {
                horizon: horizon.clone(),
            });
        }
        Ok(found)
    }

    /// An outcome whose swing can be weighed. Concerns are checked against the answers.
    pub(super) fn weighed(&self, outcome: &OutcomeId) -> Result<(), ActionError> {
        self.known(outcome)?;
        if self.swings.weighed.iter().any(|swing| swing.outcome == *outcome) {
            return Ok(());
        }
        Err(ActionError::NotWeighed {
            outcome: outcome.clone(),
        })
    }

    /// An outcome on which a limit of `count` people can be set.
    pub(super) fn limit(&self, outcome: &OutcomeId, count: u32) -> Result<(), ActionError> {
        self.known(outcome)?;
        let Some(swing) = self.swings.weighed.iter().find(|swing| swing.outcome == *outcome) else {
            return Err(ActionError::NotWeighed {
                outcome: outcome.clone(),
            });
        };
        let of = swing.most;
        if count > of {
            return Err(ActionError::LimitAbove {
                outcome: outcome.clone(),
                count,
                of,
            });
        }
        Ok(())
    }

    /// A limit one press up or down.
    pub(super) fn stepped(&self, outcome: &OutcomeId, count: u32, up: bool) -> u32 {
        let swing = self.swings.weighed.iter().find(|swing| swing.outcome == *outcome);
        let step = swing.map_or(1, SwingOf::limit_step);
        if up {
            count
                .saturating_add(step)
                .min(swing.map_or(0, |swing| swing.most))
        } else {
            count.saturating_sub(step)
        }
    }

    /// An outcome of the aid, with or without figures.
    pub(super) fn known(&self, outcome: &OutcomeId) -> Result<(), ActionError> {
        if self.outcomes.iter().any(|(id, _)| id == outcome) {
            return Ok(());
        }
        Err(ActionError::UnknownOutcome { id: outcome.clone() })
    }

    /// Whether something can be weighed, given the concerns there are.
    pub(super) fn weighable(&self, what: &Weighable, concerns: &[super::Concern]) -> Result<(), ActionError> {
        match what {
            Weighable::Outcome(id) => self.weighed(id),
            Weighable::Concern(id) if concerns.iter().any(|concern| concern.id == *id) => Ok(()),
            Weighable::Concern(id) => Err(ActionError::UnknownConcern { id: id.clone() }),
        }
    }
}
