//! What can be wrong with an action.

use crate::aid::{HorizonId, OptionId, OutcomeId, ReferenceClassId};

use super::ConcernId;

/// Why an action changed nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ActionError {
    /// No such option.
    #[error("no option `{id}` in this aid: use the id of one of its options")]
    UnknownOption {
        /// The id given.
        id: OptionId,
    },
    /// No such outcome.
    #[error("no outcome `{id}` in this aid: use the id of one of its outcomes")]
    UnknownOutcome {
        /// The id given.
        id: OutcomeId,
    },
    /// The outcome has no figures then.
    #[error("outcome `{outcome}` has no figures at `{horizon}`: choose one of its own points in time")]
    UnknownHorizon {
        /// The outcome.
        outcome: OutcomeId,
        /// The horizon given.
        horizon: HorizonId,
    },
    /// Not one of the groups to choose from.
    #[error("no group `{id}` to choose in this aid: use the id of one of the groups under `baseline`")]
    UnknownGroup {
        /// The id given.
        id: ReferenceClassId,
    },
    /// Not something to tick.
    #[error(
        "nothing called `{what}` to tick in a score `{score}` of this aid: use the id of one of its items or levels"
    )]
    UnknownTick {
        /// The score given.
        score: String,
        /// What was to be ticked.
        what: String,
    },
    /// No outcome has figures then.
    #[error("no outcome has figures at `{horizon}`: choose a point in time of the aid")]
    NoFiguresAt {
        /// The horizon given.
        horizon: HorizonId,
    },
    /// An outcome has two places in an order.
    #[error("outcome `{id}` stands twice in the order: name each outcome once")]
    OutcomeTwice {
        /// The outcome.
        id: OutcomeId,
    },
    /// No such concern.
    #[error("no concern `{}` in these answers: add it first", id.0)]
    UnknownConcern {
        /// The id given.
        id: ConcernId,
    },
    /// The outcome drops out of weighing.
    #[error("outcome `{outcome}` is not weighed in this aid: its options do not differ, or it is left out")]
    NotWeighed {
        /// The outcome.
        outcome: OutcomeId,
    },
    /// A limit above the denominator.
    #[error(
        "limit of {count} on outcome `{outcome}` is above {of}, the most there can be: give {of} or less"
    )]
    LimitAbove {
        /// The outcome.
        outcome: OutcomeId,
        /// The count given.
        count: u32,
        /// The denominator.
        of: u32,
    },
    /// There is no limit to step.
    #[error("no limit on outcome `{outcome}` yet: set one before stepping it")]
    NoLimit {
        /// The outcome.
        outcome: OutcomeId,
    },
    /// Fewer than two options would stay.
    #[error("cannot hide `{id}`: at least two options stay on screen, so show another one first")]
    LastTwoOptions {
        /// The option.
        id: OptionId,
    },
    /// A concern without words.
    #[error("a concern needs words: write what matters before adding it")]
    EmptyConcern,
    /// Too many concerns.
    #[error("there are already {limit} concerns: remove one before adding another")]
    TooManyConcerns {
        /// The most there can be.
        limit: usize,
    },
    /// Too much text.
    #[error("{characters} characters in one box is too long: keep it to {limit}")]
    TooLong {
        /// Characters given.
        characters: usize,
        /// The most there can be.
        limit: usize,
    },
    /// No such question.
    #[error("no question `{id}` in this aid: use the id of one of its `[[understanding]]` questions")]
    UnknownQuestion {
        /// The id given.
        id: String,
    },
    /// No such answer to a question.
    #[error("question `{id}` has no answer {answer}: count its answers from 1")]
    UnknownAnswer {
        /// The question.
        id: String,
        /// The answer given.
        answer: u32,
    },
    /// Not a day.
    #[error("`{given}` is not a day: write it as 2027-03-31, or leave it empty")]
    NotADay {
        /// What was given.
        given: String,
    },
    /// A decision for no option.
    #[error(
        "nothing is decided without an option: say which option they lean to before saying that it is decided"
    )]
    NothingDecided,
    /// A line without words.
    #[error("a line needs words: write what it is before adding it")]
    EmptyNote,
    /// No such line.
    #[error("no line {id} in this list: add it first")]
    UnknownNote {
        /// The number given.
        id: u32,
    },
    /// Too many lines.
    #[error("there are already {limit} lines: take one away before adding another")]
    TooManyNotes {
        /// The most there can be.
        limit: usize,
    },
    /// A rating off the scale.
    #[error("rating {rating} is off the scale: use 0 (not good) to 4 (very good)")]
    OffScale {
        /// The rating given.
        rating: u8,
    },
    /// A comparison off its steps, or of something with itself.
    #[error(
        "{times} times is not a step of a comparison of two things: use 1 (as much), 2, 3, 5 or 9 (much more)"
    )]
    NotAStep {
        /// The number given.
        times: u8,
    },
    /// Something next to itself.
    #[error("a thing cannot be compared with itself: name two things")]
    WithItself,
    /// Someone else's turn.
    #[error(
        "own concerns, marks and limits are the person's who decides, and nobody takes away what another person answered: hand \
         back first"
    )]
    NotTheirs,
}
