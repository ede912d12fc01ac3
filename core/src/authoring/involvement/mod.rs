//! `involvement.toml`: who was heard while an aid was made, what they hoped to change, what changed and what did not.
//!
//! Patients read a part of it on the aid ([`Involvement::shown`]). The rest is for those who judge the aid or answer for it.

mod begin;
mod check;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Dossier, Stage, Who};
use crate::aid::Place;
use crate::aid::document::{HeardDoc, InvolvementDoc, SaidDoc};
use crate::format::Form;

pub use begin::begin;
pub(super) use check::{check, texts};

/// Who was heard while an aid was made, and what came of it.
#[derive(Clone, Debug, Default, PartialEq, Form, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Involvement {
    /// Identifier of the aid.
    pub aid: String,
    /// True for an example: nobody took part, every screen says so, and no rule set counts it.
    #[serde(default)]
    pub example: bool,
    /// Why people were involved: item 1 of the GRIPP2 short form.
    pub aim: String,
    /// What went well with involving people, and what did not: item 5 of the GRIPP2 short form.
    pub reflections: String,
    /// Only where all that was asked for was done: how that can be. Otherwise `not_changed_because` says what was not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub all_was_done: Option<String>,
    /// Groups of people the aid is for, to compare those who were heard with.
    #[serde(default, rename = "population", skip_serializing_if = "Vec::is_empty")]
    pub populations: Vec<Population>,
    /// Groups of people who were heard.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub heard: Vec<Heard>,
    /// What was done with them.
    #[serde(default, rename = "activity", skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<Activity>,
    /// What they said, and what came of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub said: Vec<Said>,
}

/// A group of people the aid is for.
#[derive(Clone, Debug, PartialEq, Form, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Population {
    /// Identifier.
    pub id: String,
    /// Who, in words.
    pub who: String,
    /// How large a part of those the aid is for they are, in words, as `source` has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<String>,
    /// Where the share is from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Where nobody of them was heard: why, and what is planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_heard_because: Option<String>,
}

/// A group of people who were heard.
#[derive(Clone, Debug, PartialEq, Form, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Heard {
    /// Identifier.
    pub id: String,
    /// Who, in words that name nobody: "parents of young children". Patients read it.
    pub who: String,
    /// As whom they were heard.
    pub kind: HeardAs,
    /// How many. Leave it out where so few would be known by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// Groups of `[[population]]` that they are of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub population: Vec<String>,
    /// Whether they were paid.
    pub paid: Paid,
    /// Names, only of those who wish to be named. Patients do not see them here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
}

/// As whom somebody was heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Form, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HeardAs {
    /// Patients.
    Patients,
    /// Carers and families.
    Carers,
    /// The public.
    Public,
    /// Health professionals.
    Professionals,
}

/// Whether people were paid for their time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Paid {
    /// Paid for their time.
    Paid,
    /// Only what it cost them.
    Expenses,
    /// Neither.
    Unpaid,
    /// It is their work.
    AtWork,
    /// Nobody wrote it down.
    NotRecorded,
}

/// What was done with people.
#[derive(Clone, Debug, PartialEq, Form, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Activity {
    /// Identifier.
    pub id: String,
    /// Which stage of making the aid.
    pub stage: Stage,
    /// What was done, and how.
    pub how: String,
    /// ISO date it ended.
    pub date: String,
    /// Groups of `[[heard]]` that took part.
    #[serde(rename = "heard")]
    pub groups: Vec<String>,
}

/// Something people said, and what came of it. At least one of `did` and `not_changed_because` is there.
#[derive(Clone, Debug, PartialEq, Form, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Said {
    /// Identifier.
    pub id: String,
    /// The activity it was said in.
    pub at: String,
    /// Groups of `[[heard]]` that said it; all of the activity unless said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<String>,
    /// What they hoped to change: the goal a board reads it under.
    pub hoped: String,
    /// What they said, in plain words. Patients read it.
    pub said: String,
    /// What was done. Patients read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub did: Option<String>,
    /// The version of the aid it was done in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Address of the difference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// Why it was not done, or not all of it. Patients read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_changed_because: Option<String>,
    /// Why it matters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why_it_matters: Option<String>,
    /// Which of the UK Standards for Public Involvement it speaks to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standards: Vec<UkStandard>,
    /// Identifiers of comments it came from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<String>,
}

/// The UK Standards for Public Involvement (2019), by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Form, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum UkStandard {
    /// Inclusive opportunities.
    InclusiveOpportunities,
    /// Working together.
    WorkingTogether,
    /// Support and learning.
    SupportAndLearning,
    /// Governance.
    Governance,
    /// Communications.
    Communications,
    /// Impact.
    Impact,
}

impl UkStandard {
    /// Every standard, in the order they are published in.
    pub const ALL: [Self; 6] = [
        Self::InclusiveOpportunities,
        Self::WorkingTogether,
        Self::SupportAndLearning,
        Self::Governance,
        Self::Communications,
        Self::Impact,
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::InclusiveOpportunities => "Inclusive opportunities",
            Self::WorkingTogether => "Working together",
            Self::SupportAndLearning => "Support and learning",
            Self::Governance => "Governance",
            Self::Communications => "Communications",
            Self::Impact => "Impact",
        }
    }
}

impl HeardAs {
    /// In words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Patients => "patients",
            Self::Carers => "carers and families",
            Self::Public => "the public",
            Self::Professionals => "health professionals",
        }
    }

    /// The word in a file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Patients => "patients",
            Self::Carers => "carers",
            Self::Public => "public",
            Self::Professionals => "professionals",
        }
    }

    /// What a word in a file says.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Patients, Self::Carers, Self::Public, Self::Professionals]
            .into_iter()
            .find(|kind| kind.word() == word)
    }
}

impl Paid {
    /// In words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Paid => "paid for their time",
            Self::Expenses => "expenses paid",
            Self::Unpaid => "not paid",
            Self::AtWork => "took part at work",
            Self::NotRecorded => "not written down whether paid",
        }
    }
}

impl Stage {
    /// The word in a file.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Needs => "needs",
            Self::Review => "review",
            Self::FieldTest => "field-test",
        }
    }

    /// In words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Needs => "asked what they need",
            Self::Review => "reviewed it",
            Self::FieldTest => "tried it",
        }
    }
}

impl Involvement {
    /// The part that patients read on the aid.
    #[must_use]
    pub fn shown(&self) -> InvolvementDoc {
        InvolvementDoc {
            example: self.example,
            heard: self
                .heard
                .iter()
                .map(|heard| HeardDoc {
                    who: heard.who.clone(),
                    people: heard.people,
                })
                .collect(),
            said: self
                .said
                .iter()
                .map(|said| SaidDoc {
                    id: said.id.clone(),
                    said: said.said.clone(),
                    did: said.did.clone(),
                    not_changed_because: said.not_changed_because.clone(),
                })
                .collect(),
        }
    }

    /// The groups that said something.
    pub fn speakers<'r>(&'r self, said: &'r Said) -> impl Iterator<Item = &'r Heard> {
        let activity = self.activities.iter().find(|activity| activity.id == said.at);
        let all = activity.map_or(&[][..], |activity| &activity.groups);
        let by = if said.by.is_empty() { all } else { &said.by };
        self.heard.iter().filter(move |heard| by.contains(&heard.id))
    }
}

/// Patients or professionals who took part in a stage, wherever the aid's files say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TookPart<'d> {
    /// Where the files say so.
    pub place: Place,
    /// The stage.
    pub stage: Stage,
    /// Who.
    pub who: Who,
    /// What was done.
    pub how: &'d str,
    /// When it ended.
    pub date: &'d str,
}

impl Dossier {
    /// Everybody who took part, of `[[development.involved]]` and of `involvement.toml`. An example counts nobody.
    #[must_use]
    pub fn took_part(&self) -> Vec<TookPart<'_>> {
        let root = Place::root();
        let mut all = Vec::new();
        let involved = self.development.iter().flat_map(|made| &made.involved);
        for (index, step) in involved.enumerate() {
            all.push(TookPart {
                place: root.key("development").key("involved").index(index),
                stage: step.stage,
                who: step.who,
                how: &step.how,
                date: &step.date,
            });
        }
        for record in self.involvement.iter().filter(|record| !record.example) {
            for (index, activity) in record.activities.iter().enumerate() {
                for who in [Who::Patients, Who::Professionals] {
                    let there = record.heard.iter().any(|heard| {
                        (heard.kind == HeardAs::Professionals) == (who == Who::Professionals)
                            && activity.groups.contains(&heard.id)
                    });
                    if there {
                        all.push(TookPart {
                            place: root.key("involvement").key("activity").index(index),
                            stage: activity.stage,
                            who,
                            how: &activity.how,
                            date: &activity.date,
                        });
                    }
                }
            }
        }
        all
    }
}
