//! What the conversation adds to the answers: how the page is used, whether the person feels ready, what is to be
//! talked about, and who does what.

use serde::Serialize;

use super::{Presence, Step};
use crate::format::Form;

/// How the page is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// Alone, before a visit.
    Prepare,
    /// In the consultation.
    Together,
    /// Afterwards: to read back, or to change one's mind.
    After,
}

impl Mode {
    /// Every mode, in order.
    pub const ALL: [Self; 3] = [Self::Prepare, Self::Together, Self::After];

    /// Its name in the `mode` attribute and in the consultation's JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        crate::format::Word::word(self)
    }

    /// The mode of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }

    /// Where it opens: together on the figures, beside what the person already said, afterwards on the summary.
    #[must_use]
    pub const fn opens(self) -> Option<Step> {
        match self {
            Self::Prepare => None,
            Self::Together => Some(Step::Compare),
            Self::After => Some(Step::Summary),
        }
    }
}

/// How a person likes information. Pictures or a table first is [`super::CompareAs`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Liking {
    /// Everything opened out, instead of the main points first.
    InFull,
    /// Larger type.
    Large,
    /// One question at a time where several are asked, instead of all on one sheet.
    OneByOne,
}

/// What a person may want to look at again before deciding. Prompts of our own: they are no measure, and no total
/// is ever made of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ReadinessPrompt {
    /// What the choice is about.
    Choice,
    /// What each option involves.
    Options,
    /// What may happen, and what nobody knows.
    Chances,
    /// What matters to them.
    Matters,
    /// People to talk to.
    People,
}

impl ReadinessPrompt {
    /// Every prompt, in the order of the path.
    pub const ALL: [Self; 5] = [
        Self::Choice,
        Self::Options,
        Self::Chances,
        Self::Matters,
        Self::People,
    ];

    /// The step to go back to.
    #[must_use]
    pub const fn step(self) -> Step {
        match self {
            Self::Choice => Step::Choice,
            Self::Options => Step::Options,
            Self::Chances => Step::Compare,
            Self::Matters => Step::Weigh,
            Self::People => Step::Decide,
        }
    }
}

/// How sure a person is of where they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Sure {
    /// Very sure.
    Very,
    /// Fairly sure.
    Fairly,
    /// Not very sure.
    NotVery,
    /// Not at all sure.
    NotAtAll,
}

impl Sure {
    /// Every answer, in order.
    pub const ALL: [Self; 4] = [Self::Very, Self::Fairly, Self::NotVery, Self::NotAtAll];
}

/// A list that people make together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum List {
    /// What to talk about, in the agreed order.
    Agenda,
    /// Who does what.
    Actions,
}

/// One line of such a list. Whose it is stands with it and never changes.
#[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Its number, unique in its list.
    pub id: u32,
    /// Whose topic, or who does it.
    pub who: Presence,
    /// In their words.
    pub words: String,
    /// By when, in their words; empty when nobody said.
    pub when: String,
}
