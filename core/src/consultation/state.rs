//! What people have said and chosen so far: plain data, saved and restored as one object.

use super::sorted::{Map, Set};
use super::{Marked, People, Person, Weighing};

use serde::Serialize;

use super::talk::{Liking, Mode, Note, ReadinessPrompt, Sure};
use crate::aid::{HorizonId, OptionId, OutcomeId, ReferenceClassId};
use crate::format::Form;
use crate::words::Chances;

/// A step of the path, in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Form, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub enum Step {
    /// Who it is for, who made it, who is here.
    #[default]
    About,
    /// The person's own words.
    WhatMatters,
    /// The condition and the decision.
    Choice,
    /// One card per option.
    Options,
    /// Outcome by option.
    Compare,
    /// Weighing.
    Weigh,
    /// How the options fit.
    Fit,
    /// Whether the person feels ready, and what they understood.
    Ready,
    /// Where the decision stands, and who does what.
    Decide,
    /// One page to keep.
    Summary,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 10] = [
        Self::About,
        Self::WhatMatters,
        Self::Choice,
        Self::Options,
        Self::Compare,
        Self::Weigh,
        Self::Fit,
        Self::Ready,
        Self::Decide,
        Self::Summary,
    ];

    /// Its name in an event and in the consultation's JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        crate::format::Word::word(self)
    }

    /// The step of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }
}

/// Who is here today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Form, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub enum Presence {
    /// The person deciding.
    Me,
    /// Someone with them.
    SomeoneWithMe,
    /// A health professional.
    Professional,
}

/// Where the person is with the decision. None is preselected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub enum DecisionStage {
    /// Not thought about it.
    NotStarted,
    /// Thinking about the options.
    Considering,
    /// Close to choosing.
    CloseToChoosing,
    /// Already chosen; checking.
    Chosen,
}

/// The boxes for people's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Form, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub enum WordsBox {
    /// What matters to me.
    Matters,
    /// What worries me.
    Worries,
    /// What I hope for.
    Hopes,
    /// What I would not accept.
    WouldNotAccept,
    /// Reservations about where the decision stands.
    Reservations,
    /// What was decided and why, as the person would tell someone at home.
    TeachBack,
    /// What someone with the person wants to say.
    Companion,
    /// What the health professional wants to say.
    Professional,
}

impl WordsBox {
    /// Every box, in order.
    pub const ALL: [Self; 8] = [
        Self::Matters,
        Self::Worries,
        Self::Hopes,
        Self::WouldNotAccept,
        Self::Reservations,
        Self::TeachBack,
        Self::Companion,
        Self::Professional,
    ];

    /// Whether it holds the words of the person who decides.
    #[must_use]
    pub const fn is_own(self) -> bool {
        !matches!(self, Self::Companion | Self::Professional)
    }
}

/// How Compare shows each outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Form, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub enum CompareAs {
    /// A row for every outcome, a column for every option; a row opens to its pictures and sources.
    #[default]
    Matrix,
    /// Sentences, numbers and a picture for each option.
    Pictures,
    /// What changes against the option without active treatment, in one picture each.
    Difference,
    /// One table.
    Table,
    /// Numbers in words, without pictures.
    Numbers,
}

/// What Compare and the summary show first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub enum OutcomeOrder {
    /// The aid's order.
    #[default]
    Aid,
    /// What matters most to the person first, as they weighed it.
    Weights,
    /// What the person marked first, as it stood when Compare was last opened or they asked for it. What it leaves out follows
    /// in the aid's order.
    Marks(Vec<OutcomeId>),
    /// The person's own order. What it leaves out follows in the aid's order.
    Own(Vec<OutcomeId>),
}

/// Identifies a concern a person added: `own-1`, `own-2`, …
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Form, Serialize)]
#[serde(transparent)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct ConcernId(pub String);

/// Something that can be weighed: an outcome of the aid or a concern of one's own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Form, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub enum Weighable {
    /// An outcome.
    Outcome(OutcomeId),
    /// A concern of one's own.
    Concern(ConcernId),
}

/// A concern of one's own, with the person's rating of each option. It has no evidence figure.
#[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Concern {
    /// Identifier.
    pub id: ConcernId,
    /// In the person's words.
    pub words: String,
    /// How good each option is for it, 0 (not good) to 4 (very good). Unrated options are absent.
    pub ratings: Map<OptionId, u8>,
}

/// Something the person would not accept. It excludes options; it never scores.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Form, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub enum DealBreaker {
    /// This option is ruled out.
    Option(OptionId),
    /// Any option for which more than `count` of every [`crate::chance::Denominator`] people on screen have
    /// this outcome (fewer than, for an outcome where higher is better). Of an amount: more than so many steps of
    /// the shown decimals above the low end of its scale. Of levels: a worse one than the one at this place.
    Limit {
        /// The outcome.
        outcome: OutcomeId,
        /// People, of the denominator shown on the screen; or steps; or the level's place.
        count: u32,
    },
}

/// Where the decision stands. "Undecided" and the like are answers like any other.
#[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub enum Leaning {
    /// Towards an option.
    Option(OptionId),
    /// Not decided.
    Undecided,
    /// Needs more time or information.
    MoreTime,
    /// Would like to be advised.
    PleaseAdvise,
}

/// Whether something is decided. A record says it first, so that nobody takes a leaning for a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub enum DecisionStatus {
    /// Nothing is decided yet. So it is too where nobody said anything.
    InProgress,
    /// They decided on the option they lean to.
    Made,
    /// They had decided, and it no longer stands.
    Withdrawn,
}

impl DecisionStatus {
    /// Every status, in order.
    pub const ALL: [Self; 3] = [Self::InProgress, Self::Made, Self::Withdrawn];
}

/// Answers about how much things matter that were given for a group which is not the chosen one now.
#[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SetAside {
    /// The group they were given for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<ReferenceClassId>,
    /// The group of the second question they were given for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub also: Option<ReferenceClassId>,
    /// Hash of the ranges they were about.
    pub ranges: String,
    /// What each person answered.
    pub weighings: Map<Person, Weighing>,
    /// The times they were about, where those are not the author's.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub times: Map<OutcomeId, HorizonId>,
}

/// Everything a person has said and chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Answers {
    /// Where they are.
    #[form(shown)]
    pub step: Step,
    /// Steps opened so far.
    #[form(shown)]
    pub visited: Set<Step>,
    /// Who is here.
    pub present: Set<Presence>,
    /// Where they are with the decision.
    pub stage: Option<DecisionStage>,
    /// Their own words.
    pub words: Map<WordsBox, String>,
    /// The outcomes that the words of a box are about, as the person says. The words stay in their box, and stand beside these too.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub about: Map<WordsBox, Set<OutcomeId>>,
    /// Pictures, differences, table or numbers.
    #[form(shown)]
    pub compare_as: CompareAs,
    /// What is shown first.
    #[form(shown)]
    pub order: OutcomeOrder,
    /// Horizon chosen for an outcome; the aid's own where absent.
    #[form(shown, asked)]
    pub horizons: Map<OutcomeId, HorizonId>,
    /// The horizons that were chosen when somebody began to say how much things matter, or set a limit: what was said is about
    /// them, whichever are looked at since.
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[form(asked)]
    pub weighed_at: Map<OutcomeId, HorizonId>,
    /// The outcome whose row two people opened last in the consultation: what they speak about, for a second screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[form(shown)]
    pub spoken_of: Option<OutcomeId>,
    /// Options left out of Compare for now. Never fewer than two stay.
    #[form(shown)]
    pub hidden: Set<OptionId>,
    /// How chances are said everywhere: as counts of people at first.
    #[serde(skip_serializing_if = "is_counts")]
    #[form(shown, asked)]
    pub chances: Chances,
    /// The group the figures are for, of those the aid lets people choose from. None is chosen at first.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[form(asked)]
    pub group: Option<ReferenceClassId>,
    /// The group of the second question, where an aid asks two.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[form(asked)]
    pub also: Option<ReferenceClassId>,
    /// What is ticked of each score, by the score's id: items, or an item and its level.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub ticked: Map<String, Set<String>>,
    /// Whose turn it is to weigh, and whether the guess was shown.
    #[form(shown, asked)]
    pub people: People,
    /// What each person said about how much things matter.
    #[form(asked)]
    pub weighings: Map<Person, Weighing>,
    /// Concerns of the person's own.
    #[form(asked)]
    pub concerns: Vec<Concern>,
    /// What the person who decides said of outcomes, with or without figures. It belongs to no range and no group.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub marks: Map<OutcomeId, Marked>,
    /// Outcomes that the person asked to weigh though the studies cannot tell the options apart on them.
    #[serde(skip_serializing_if = "Set::is_empty")]
    #[form(asked)]
    pub anyway: Set<OutcomeId>,
    /// Deal-breakers.
    #[form(asked)]
    pub deal_breakers: Set<DealBreaker>,
    /// Answers given for other groups: they come back with their group.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub set_aside: Vec<SetAside>,
    /// Where the decision stands.
    pub leaning: Option<Leaning>,
    /// Whether that is decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<DecisionStatus>,
    /// Questions the person wants to ask, in their words.
    pub questions: String,
    /// The aid's questions that they want to ask, counted from 1.
    #[serde(skip_serializing_if = "Set::is_empty")]
    pub asks: Set<u32>,
    /// How the page is used. None is chosen at first, which is as alone before a visit.
    #[form(shown)]
    pub mode: Option<Mode>,
    /// How they like information.
    #[form(shown)]
    pub liking: Set<Liking>,
    /// Which question of What matters is on screen, counted from 0, where they are asked one at a time.
    #[serde(skip_serializing_if = "is_first")]
    #[form(shown)]
    pub question_at: u8,
    /// Whether they are fine with each prompt (`true`), or not yet.
    pub ready: Map<ReadinessPrompt, bool>,
    /// Answers to the aid's own questions, by the question's id, counted from 1. Never scored.
    pub understood: Map<String, u32>,
    /// How sure they are.
    pub sure: Option<Sure>,
    /// What to talk about, in the agreed order.
    pub agenda: Vec<Note>,
    /// Who does what.
    pub actions: Vec<Note>,
    /// When to look at the decision again, as an ISO date; empty when nobody said.
    pub review: String,
}

/// What is as at first is not written: pages from before this choice read the rest.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_counts(chances: &Chances) -> bool {
    *chances == Chances::Counts
}

/// The first question is where everybody begins: pages from before there were others read the rest.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_first(at: &u8) -> bool {
    *at == 0
}
