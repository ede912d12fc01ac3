//! One consultation: who is here, what they said, where they are. One state, one reducer, undo.
//!
//! [`Consultation::apply`] is the only thing that changes [`Answers`]. It is pure: the same aid, answers and
//! action always give the same result. [`Consultation::save`] and [`Consultation::restore`] keep answers as a
//! file for someone who asks for it.
//!
//! ```
//! use weighup_core::aid::Aid;
//! use weighup_core::consultation::{Action, Applied, Consultation, Method, Weighable};
//!
//! let aid = Aid::from_json(include_str!("../../examples/made-up.json"))?;
//! let mut consultation = Consultation::new(&aid);
//! assert!(consultation.is_blank(&aid) && !consultation.can_undo());
//!
//! let itching = Weighable::Outcome("itch".try_into()?);
//! consultation.apply(&aid, Action::use_method(Method::Swing))?;
//! assert_eq!(consultation.apply(&aid, Action::choose_first(itching.clone()))?, Applied::Changed);
//! // The same again changes nothing; what the aid does not have is refused, and changes nothing either.
//! assert_eq!(consultation.apply(&aid, Action::choose_first(itching))?, Applied::Unchanged);
//! let before = consultation.clone();
//! assert!(consultation.apply(&aid, Action::choose_first(Weighable::Outcome("cough".try_into()?))).is_err());
//! assert_eq!(consultation, before);
//!
//! consultation.apply(&aid, Action::undo())?;
//! assert!(consultation.can_redo());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod action;
mod bounds;
mod dropped;
mod error;
mod group;
mod history;
mod marks;
mod notes;
mod pairs;
mod people;
mod reduce;
mod room;
mod save;
mod score;
mod sorted;
mod stage;
mod state;
pub(crate) mod swings;
mod talk;
mod times;
mod undoable;
mod weighing;

pub use crate::words::Chances;
pub use action::{
    AboutAction, Action, ActionKind, HistoryAction, OwnAction, ShowAction, TalkAction, TurnAction, TypedIn,
    WeighAction, WordsAction,
};
pub use dropped::Dropped;
pub use error::ActionError;
pub use history::{Applied, Consultation, MAX_HISTORY};
pub(crate) use marks::UNMARKED;
pub use marks::{Marked, OutcomeMark};
pub use notes::MAX_NOTES;
pub use pairs::{Claim, InPairs, LEVEL, NextTo};
pub use people::{People, Person};
pub use reduce::{FIRST_POINTS, MAX_CONCERNS, MAX_RATING, POINT_STEP};
pub use room::{MAX_LINE, MAX_WORDS, PAGE, Room, places_left, too_long};
pub use save::{MAX_SAVED_BYTES, RestoreError, Restored, SAVED_FORMAT};
pub(crate) use score::group_of;
pub use sorted::{Map, Set};
pub use stage::PathStage;
pub use state::{
    Answers, CompareAs, Concern, ConcernId, DealBreaker, DecisionStage, DecisionStatus, Leaning,
    OutcomeOrder, Presence, SetAside, Step, Weighable, WordsBox,
};
pub use talk::{Liking, List, Mode, Note, ReadinessPrompt, Sure};
pub use undoable::Undoable;
pub use weighing::{BestWorstAnswers, Method, RankMove, SHARE_STEP, SHARED, Swing, TIMES, Weighing};
