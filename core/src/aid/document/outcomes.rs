//! Outcomes, and the people and points in time their figures are about.

use serde::Serialize;

use super::RowDoc;
use crate::chance::{Analysis, Average, Decimal};
use crate::format::Form;
use crate::words::Plural;

/// A group of people that figures are about.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct ReferenceClassDoc {
    /// Identifier.
    pub id: String,
    /// Plural noun for a sentence: "men".
    pub people: String,
    /// Who they are, in full, as a noun phrase.
    pub description: String,
    /// How they were grouped for the figures.
    pub analysis: Analysis,
    /// The analysis in plain words.
    pub analysis_note: String,
    /// Groups of `baseline` that these people are in: one, or one of each question. A group's own class has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub of: Vec<String>,
}

/// A point in time, one of the units given.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct HorizonDoc {
    /// Identifier, `12y`.
    pub id: String,
    /// Days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<u16>,
    /// Weeks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weeks: Option<u16>,
    /// Months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<u16>,
    /// Years.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub years: Option<u16>,
    /// True when people were followed for this long at the median, not all exactly this long.
    #[serde(default)]
    pub median: bool,
    /// True when people are counted who had the outcome at any moment up to then ("within 1 year"), not those
    /// who have it then ("at 1 year").
    #[serde(default)]
    pub within: bool,
}

/// What an amount is measured in and between which ends. Makes the outcome an amount: its cells have `value`.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct AmountDoc {
    /// Unit after any number but 1: "days".
    pub unit: String,
    /// Unit after 1: "day".
    pub unit_one: String,
    /// Verb phrase between the people and the number: "are in hospital for", "have a pain score of".
    pub phrase: String,
    /// Mean or median of the people measured; of a rate neither.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub average: Option<Average>,
    /// Makes it a rate: how often something happens in so many person-years, 100, 1,000 or 10,000. `unit` is then what happens:
    /// "strokes". In place of `average`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_years: Option<u32>,
    /// True when the amount is itself a length of time, such as days in hospital: its rows then need no `at`, and it no `weigh_at`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub duration: bool,
    /// Low end of the scale, as drawn.
    pub low: Decimal,
    /// High end of the scale, as drawn.
    pub high: Decimal,
    /// What the low end means: "no pain".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low_means: Option<String>,
    /// What the high end means: "the worst pain".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high_means: Option<String>,
    /// Decimals shown, 0 (the usual) to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
}

/// One level of an outcome in words. Two or more make the outcome one of levels: its cells have `level`.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct LevelDoc {
    /// Identifier.
    pub id: String,
    /// In a word or two: "a little".
    pub name: String,
    /// What it means, in a sentence.
    pub means: String,
    /// How good, 0 (worst) to 100 (best). All levels or none: without it the steps are equal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<u8>,
}

/// Groups of people that figures depend on. A person chooses theirs once for the whole aid.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct BaselineDoc {
    /// What is asked: "What is your score?".
    pub question: String,
    /// How someone finds out, in a sentence or two.
    pub help: String,
    /// The groups, two or more, in the order shown.
    #[serde(rename = "group")]
    pub groups: Vec<BaselineGroupDoc>,
    /// A second question, where figures depend on two things: a stroke score and a bleeding score, age and sex.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub also: Option<AlsoDoc>,
}

/// The second question, asked and answered apart from the first.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct AlsoDoc {
    /// What is asked: "What is your bleeding score?".
    pub question: String,
    /// How someone finds out, in a sentence or two.
    pub help: String,
    /// The groups, two or more, in the order shown.
    #[serde(rename = "group")]
    pub groups: Vec<BaselineGroupDoc>,
}

/// One of the questions that figures depend on.
#[derive(Clone, Copy, Debug)]
pub struct Axis<'d> {
    /// What is asked.
    pub question: &'d str,
    /// How someone finds out.
    pub help: &'d str,
    /// The groups to choose from.
    pub groups: &'d [BaselineGroupDoc],
}

impl BaselineDoc {
    /// The questions, one or two. Each is answered by itself.
    pub fn axes(&self) -> impl Iterator<Item = Axis<'_>> {
        let first = Axis {
            question: &self.question,
            help: &self.help,
            groups: &self.groups,
        };
        let also = self.also.as_ref().map(|also| Axis {
            question: &also.question,
            help: &also.help,
            groups: &also.groups,
        });
        std::iter::once(first).chain(also)
    }
}

impl super::Document {
    /// The questions that figures depend on: none, one or two.
    pub fn axes(&self) -> impl Iterator<Item = Axis<'_>> {
        self.baseline.iter().flat_map(BaselineDoc::axes)
    }

    /// Place of the question that has a group, from 0.
    #[must_use]
    pub fn axis_of(&self, group: &str) -> Option<usize> {
        self.axes()
            .position(|axis| axis.groups.iter().any(|known| known.id == group))
    }

    /// The groups somebody has to be in for the figures of a class to be theirs; none when they are everybody's.
    #[must_use]
    pub fn groups_of<'d>(&'d self, class: &'d str) -> Vec<&'d str> {
        let known = self.reference_classes.iter().find(|known| known.id == class);
        match known {
            Some(known) if !known.of.is_empty() => known.of.iter().map(String::as_str).collect(),
            _ if self.axis_of(class).is_some() => vec![class],
            _ => Vec::new(),
        }
    }
}

/// One of the groups.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct BaselineGroupDoc {
    /// Identifier: that of the group of people it stands for.
    pub id: String,
    /// On the control: "2".
    pub name: String,
    /// Inside a sentence, after "people with" or "for": "a score of 2".
    pub in_sentence: String,
}

/// Which end of an outcome is better for most people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Better {
    /// Fewer people is better; of an amount, less; of levels, the first.
    Lower,
    /// More people is better; of an amount, more; of levels, the last.
    Higher,
}

impl OutcomeDoc {
    /// The forms that only some languages have: which, after a count, after a count of the others.
    #[must_use]
    pub fn forms(&self) -> [(Plural, &Option<String>, &Option<String>); 4] {
        [
            (Plural::Zero, &self.event_zero, &self.no_event_zero),
            (Plural::Two, &self.event_two, &self.no_event_two),
            (Plural::Few, &self.event_few, &self.no_event_few),
            (Plural::Many, &self.event_many, &self.no_event_many),
        ]
    }
}

/// One outcome, with a row of figures for each point in time.
#[derive(Clone, Debug, PartialEq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct OutcomeDoc {
    /// Identifier.
    pub id: String,
    /// Plain name as a heading: "Wearing pads for leaking urine".
    pub name: String,
    /// The name inside a sentence: "wearing pads for leaking urine".
    pub in_sentence: String,
    /// Medical name, when there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub medical_name: Option<String>,
    /// A line drawing for Easy Read, as an option's. Every outcome has one, or none has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drawing: Option<String>,
    /// Which end is better.
    pub better: Better,
    /// Unit and scale, when it is an amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<AmountDoc>,
    /// Its levels in order, when it is told in words.
    #[serde(default, rename = "level", skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<LevelDoc>,
    /// Fewest people its figures are shown out of: 100 unless said, 1,000 or 10,000. For options that differ by less than 1
    /// in 100, so that a real difference is not rounded away.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[form(without("amount", "level"))]
    pub denominator: Option<u32>,
    /// Verb phrase after "24 of every 100 men": "wear pads for leaking urine". Of outcomes that are chances only.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "authoring", schemars(default))]
    #[form(without("amount", "level"))]
    pub event: String,
    /// The same after "1 of every 100 men": "wears pads for leaking urine". Needed when a count or a
    /// difference is 1 or fewer.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[form(without("amount", "level"))]
    pub event_one: Option<String>,
    /// The same after other counts, in languages that have a form of their own for them: after 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[form(without("amount", "level"))]
    pub event_zero: Option<String>,
    /// After 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[form(without("amount", "level"))]
    pub event_two: Option<String>,
    /// After a few, as the language counts them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[form(without("amount", "level"))]
    pub event_few: Option<String>,
    /// After many, as the language counts them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[form(without("amount", "level"))]
    pub event_many: Option<String>,
    /// Verb phrase after "and 76 of every 100": "do not". Of outcomes that are chances only.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "authoring", schemars(default))]
    #[form(without("amount", "level"))]
    pub no_event: String,
    /// The same after "1 of every 100": "does not". Needed when only 1 is left, unless `no_event` is "do not"
    /// or "are not", whose singular is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[form(without("amount", "level"))]
    pub no_event_one: Option<String>,
    /// The same after other counts, as for `event`: after 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[form(without("amount", "level"))]
    pub no_event_zero: Option<String>,
    /// After 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[form(without("amount", "level"))]
    pub no_event_two: Option<String>,
    /// After a few, as the language counts them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[form(without("amount", "level"))]
    pub no_event_few: Option<String>,
    /// After many, as the language counts them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[form(without("amount", "level"))]
    pub no_event_many: Option<String>,
    /// What it is and why it may matter.
    pub about: Vec<String>,
    /// Serious harm: never folded away.
    #[serde(default)]
    pub serious: bool,
    /// Whether it can be weighed; `false` needs `why_not_weighed`.
    #[serde(default)]
    #[form(default = true)]
    pub weighed: bool,
    /// Why it is not weighed (for example: it already counts inside another outcome).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why_not_weighed: Option<String>,
    /// Why studies of one point in time may differ, in a sentence or two. Needed where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub studies_differ: Option<String>,
    /// The horizon shown first and used for weighing. Left out for a duration that has no point in time.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub weigh_at: String,
    /// Rows of figures.
    #[serde(rename = "figures")]
    pub rows: Vec<RowDoc>,
}
