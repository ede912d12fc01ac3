//! How far answers agree: one person's with each other, and several people's (the gap between them).

use serde::Serialize;

use crate::consultation::{Person, Weighable};
use crate::format::Form;

/// How far answers agree.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct AgreementView {
    /// Whether the answers of the person whose turn it is agree with each other, in words. Empty when there is nothing
    /// to check.
    pub check: Vec<String>,
    /// Where people differ. `None` until the person deciding and someone else have weighed and may be shown.
    pub gap: Option<GapView>,
}

/// Where people differ on how much things matter. Nobody's answers are the right ones.
#[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct GapView {
    /// The largest gap, in words: the conversation to have.
    pub lead: Vec<String>,
    /// One line per thing that matters, the largest gap first.
    pub lines: Vec<GapLine>,
    /// Whether the gap changes anything. Empty where the fit is not shown.
    pub changes: Vec<String>,
    /// One thing to do next.
    pub next: String,
    /// What to know about these answers.
    pub notes: Vec<String>,
}

/// How much one thing matters to each person.
#[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct GapLine {
    /// What.
    pub what: Weighable,
    /// Its name.
    pub name: String,
    /// Each person's mark; the person deciding is first, and the order is the same on every line.
    pub marks: Vec<GapMark>,
    /// The line in words.
    pub words: String,
}

/// One person's mark on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct GapMark {
    /// Whose.
    pub who: Person,
    /// Of 100 for everything together.
    pub count: u32,
    /// Where it stands on the line, in thousandths of it.
    pub place: u16,
}
