//! What a personalised care and support plan takes in from a record: the headings of the Professional Record Standards Body's
//! Personalised Care and Support Plan v2.0 that a decision aid has something for.
//!
//! How much outcomes matter is no "goal importance score" of that standard: that is a number from 1 to 10 which nobody was
//! asked for here. So there is none.

use crate::consultation::{Presence, WordsBox};

use super::value::Record;

/// The standard, as it is named.
pub const PLAN_STANDARD: &str = "PRSB Personalised Care and Support Plan v2.0";

/// Headings of a plan with what goes under each.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Plan {
    /// The standard.
    pub standard: &'static str,
    /// Headings in the standard's order, each with its entries; none of them is empty.
    pub headings: Vec<(&'static str, Vec<String>)>,
}

impl Record {
    /// What of the record belongs in a personalised care and support plan.
    #[must_use]
    pub fn plan(&self) -> Plan {
        let said = |place: WordsBox| -> Vec<String> {
            let boxes = self.words.iter().filter(move |words| words.place == place);
            boxes.map(|words| words.words.clone()).collect()
        };
        let doing = |who: &dyn Fn(Presence) -> bool| -> Vec<String> {
            let notes = self.actions.iter().filter(|note| who(note.who));
            notes.map(|note| note.said.clone()).collect()
        };
        let mut concerns = said(WordsBox::Worries);
        concerns.extend(Some(self.decision.doubts.clone()).filter(|doubts| !doubts.is_empty()));
        let mut not = said(WordsBox::WouldNotAccept);
        not.extend(self.limits.iter().cloned());
        let mut headings = vec![
            ("About me: what is most important to me", said(WordsBox::Matters)),
            ("About me: please do and please don't", not),
            ("Needs, concerns or problems", concerns),
            ("Goals and hopes", said(WordsBox::Hopes)),
            (
                "Actions: the person and who supports them",
                doing(&|who| who != Presence::Professional),
            ),
            (
                "Actions: professionals",
                doing(&|who| who == Presence::Professional),
            ),
            (
                "Agreed with person or legitimate representative",
                std::iter::once(self.status.said.clone())
                    .chain(said(WordsBox::TeachBack))
                    .collect(),
            ),
            (
                "Planned review date",
                self.review_on.iter().map(|day| day.said.clone()).collect(),
            ),
            ("Date this plan was last updated", vec![self.made.day.clone()]),
        ];
        headings.retain(|(_, entries)| !entries.is_empty());
        Plan {
            standard: PLAN_STANDARD,
            headings,
        }
    }
}

impl Plan {
    /// As plain text, each heading on a line of its own.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = [self.standard, "\n"].concat();
        super::headings(&mut text, &self.headings, "");
        text
    }
}
