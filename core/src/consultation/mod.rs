//! One consultation: who is here, what they said, where they are. One state, one reducer, undo.

mod state;

pub use state::{
    Action, Answers, CompareAs, Concern, ConcernId, DealBreaker, Leaning, Presence, Stage, Step, Swing,
    Weighable, WordsBox,
};
