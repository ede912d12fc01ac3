//! What a control does, and how a press, a choice or a letter typed finds it.
//!
//! Every control carries the place of its act in a list that is made anew with the page, in the attribute
//! `data-act`, and the widget listens once for all of them. Yew's own listeners are not used: it never lets go of
//! those, so that every widget taken off a page would leave its root behind (decision 0009).

use weighup_core::aid::OutcomeId;
use weighup_core::consultation::{Action, WordsBox};

/// What a control does.
#[derive(Clone, Debug)]
pub enum Act {
    /// Something about the answers.
    Do(Action),
    /// What is typed goes into a box of own words.
    Words(WordsBox),
    /// What is typed goes into the questions to ask.
    Questions,
    /// The form's text becomes a concern.
    AddConcern,
    /// Opens the card of an outcome, which is made when it is first wanted.
    Card(OutcomeId),
    /// Opens or closes the list of steps.
    Steps,
    /// Opens or closes the choice of whose turn it is.
    Turns,
    /// Asks whether to start again, or no longer asks.
    AskAgain(bool),
    /// Copies the summary.
    Copy,
    /// Prints the page.
    Print,
}
