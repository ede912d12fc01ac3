//! The headings of the Shared Decision Making Standard v1.0 of the Professional Record Standards Body (DAPB4070), filled from
//! a record. The standard is published under the Open Government Licence v3.0; its headings are named, its text is not copied.
//!
//! The page knows what was said about the decision. It does not know the appointment or the problem list: who asks for the
//! record gives them, or they are named as missing. A record that lacks what the standard calls mandatory is never called valid.

use crate::consultation::{DecisionStatus, Presence, WordsBox};

use super::value::{Record, RecordOption};

/// The standard, as it is named wherever a record is held against it.
pub const PRSB_STANDARD: &str = "PRSB Shared Decision Making Standard v1.0";

/// What the host knows of the appointment. Written as it is given; where it is not, that is said.
#[derive(Clone, Copy, Debug, Default)]
pub struct Host<'a> {
    /// The problem that the decision is about, as the record has it.
    pub problem: Option<&'a str>,
    /// When, where and with whom the contact was.
    pub contact: Option<&'a str>,
}

/// A record under the headings of the standard.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Prsb {
    /// The standard.
    pub standard: &'static str,
    /// `in progress`, `valid` or `cancelled`: the standard's own words. Never `valid` where anything is missing.
    pub status: &'static str,
    /// What the standard calls mandatory and the record does not have, each as its heading.
    pub missing: Vec<&'static str>,
    /// Headings in the standard's order, each with its entries.
    pub headings: Vec<(&'static str, Vec<String>)>,
}

impl Record {
    /// The record under the standard's headings.
    #[must_use]
    pub fn prsb(&self, host: Host<'_>) -> Prsb {
        let given = |text: Option<&str>| {
            let text = text.map(str::trim).filter(|text| !text.is_empty());
            text.map(|text| vec![text.to_owned()]).unwrap_or_default()
        };
        let said = |places: &[WordsBox]| -> Vec<String> {
            let boxes = self.words.iter().filter(|words| places.contains(&words.place));
            boxes.map(|words| words.said.clone()).collect()
        };
        let side = |mine: bool| -> Vec<String> {
            let notes = self.actions.iter();
            let notes = notes.filter(|note| (note.who != Presence::Professional) == mine);
            notes.map(|note| note.said.clone()).collect()
        };
        let mut matters = said(&[
            WordsBox::Matters,
            WordsBox::Worries,
            WordsBox::Hopes,
            WordsBox::WouldNotAccept,
        ]);
        matters.extend(
            self.marks
                .iter()
                .filter(|mark| !mark.words.is_empty())
                .map(|mark| [mark.name.as_str(), ": ", &mark.words].concat()),
        );
        matters.extend(self.weighed.iter().chain(&self.limits).cloned());
        let mut decision = vec![self.status.said.clone()];
        decision.extend(self.decision.said.iter().cloned());
        decision.extend(said(&[WordsBox::TeachBack]));
        decision.extend(self.decision.sure.iter().map(|sure| sure.said.clone()));
        let issues = [&self.decision.doubts]
            .into_iter()
            .filter(|doubts| !doubts.is_empty())
            .cloned();
        let headings = vec![
            ("Contacts with professionals", given(host.contact)),
            ("Problem list", given(host.problem)),
            (
                "People involved in making the decision",
                self.people.iter().map(|person| person.said.clone()).collect(),
            ),
            (
                "Shared agenda setting",
                self.agenda.iter().map(|note| note.said.clone()).collect(),
            ),
            ("What matters to the person", matters),
            (
                "Options discussed, with their risks and benefits",
                self.discussed(),
            ),
            ("Decision support tool item", vec![self.tool()]),
            ("Recording the decision", decision),
            (
                "Planned review date",
                self.review_on.iter().map(|day| day.said.clone()).collect(),
            ),
            (
                "Decision issues",
                issues.chain(self.decision.not_yet.iter().cloned()).collect(),
            ),
            ("Post-discussion actions for professionals", side(false)),
            ("Post-discussion actions for the person or carer", side(true)),
        ];
        let missing = self.missing(&headings);
        Prsb {
            standard: PRSB_STANDARD,
            status: match (self.status.code, missing.is_empty()) {
                (DecisionStatus::Withdrawn, _) => "cancelled",
                (DecisionStatus::Made, true) => "valid",
                (DecisionStatus::Made, false) | (DecisionStatus::InProgress, _) => "in progress",
            },
            missing,
            headings,
        }
    }

    /// Every option, after a line that says what the numbers are.
    fn discussed(&self) -> Vec<String> {
        let options = self.options.iter().map(discussed);
        std::iter::once(self.figures_note.clone())
            .chain(options)
            .collect()
    }

    /// The aid as an item of the record: its name, what it is, where it stands.
    fn tool(&self) -> String {
        let aid = &self.aid;
        let mut tool = vec![aid.stamp.clone(), aid.title.clone(), "decision aid".to_owned()];
        tool.extend(aid.address.clone());
        tool.push("text/html".to_owned());
        tool.join("; ")
    }

    fn missing(&self, headings: &[(&'static str, Vec<String>)]) -> Vec<&'static str> {
        let empty = |name: &str| {
            headings
                .iter()
                .any(|(heading, entries)| *heading == name && entries.is_empty())
        };
        let mandatory = [
            "Contacts with professionals",
            "Problem list",
            "What matters to the person",
        ];
        let mut missing: Vec<&'static str> = mandatory.into_iter().filter(|name| empty(name)).collect();
        if !self.options.iter().any(|option| option.no_treatment) {
            missing.push("Options discussed: the option of doing nothing");
        }
        let unknown = |option: &RecordOption| !option.may_happen.iter().any(|figure| figure.known);
        if self.options.iter().any(unknown) {
            missing.push("Options discussed: a risk and a benefit for each option");
        }
        if self.status.code == DecisionStatus::InProgress {
            missing.push("Recording the decision: the decision");
        }
        missing
    }
}

/// An option in one block with what may happen, as the standard allows: which outcome is a risk and which a benefit is for the
/// person to say.
fn discussed(option: &RecordOption) -> String {
    let mut block = vec![[option.name.as_str(), ". ", &option.what].concat()];
    block.extend(option.may_happen.iter().map(|figure| figure.said.clone()));
    block.join("\n")
}

impl Prsb {
    /// Whether it lacks nothing that is mandatory.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty()
    }

    /// What it is held against and what is missing, in one line.
    #[must_use]
    pub fn verdict(&self) -> String {
        if self.is_complete() {
            ["every mandatory heading of ", self.standard, " is filled"].concat()
        } else {
            ["incomplete against PRSB SDM v1.0: ", &self.missing.join("; ")].concat()
        }
    }

    /// As plain text, each heading on a line of its own.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!(
            "{}\n{}\nShared decision status: {}\n",
            self.standard,
            self.verdict(),
            self.status
        );
        super::headings(&mut text, &self.headings, "(nothing recorded)");
        text
    }
}
