//! Checks the denominators an author asks for, and the words for one person where a count is 1.

use super::super::{Outcome, Row};
use super::Checker;
use crate::chance::Denominator;
use crate::chance::wording::no_event_one;
use crate::format::At;
use crate::format::Code;

impl Checker<'_> {
    fn asked(&mut self, asked: Option<u32>, place: At<'_>) {
        if let Some(asked) = asked
            && Denominator::with(asked).is_none()
        {
            report!(
                self,
                Code::BadDenominator,
                place.key("denominator"),
                format!("{asked} is not a denominator figures are shown in"),
                "use 100, 1000 or 10000, or remove the field",
            );
        }
    }

    /// Words for one person where a count or a difference is 1.
    pub(super) fn denominator(&mut self, outcomes: &[Outcome]) {
        self.asked(self.doc.denominator, At::ROOT);
        for (index, outcome) in self.doc.outcomes.iter().enumerate() {
            self.asked(outcome.denominator, At::ROOT.item("outcome", index));
        }
        for outcome in outcomes {
            let of = outcome.of;
            let Some(index) = self
                .doc
                .outcomes
                .iter()
                .position(|doc| doc.id == outcome.id.as_str())
            else {
                continue;
            };
            let Some(doc) = self.doc.outcomes.get(index) else {
                continue;
            };
            let place = At::ROOT.item("outcome", index);
            let people: Vec<_> = outcome
                .rows
                .iter()
                .flat_map(Row::studies)
                .flat_map(Row::figures)
                .map(|f| f.people(of))
                .collect();
            let by_one = outcome.rows.iter().flat_map(Row::studies).any(|row| {
                let counts: Vec<u32> = row.figures().map(|f| f.people(of).rounded()).collect();
                counts.iter().any(|a| counts.iter().any(|b| a.abs_diff(*b) == 1))
            });
            if doc.event_one.is_none() && (by_one || people.iter().any(|p| p.is_singular())) {
                report!(
                    self,
                    Code::NoSingular,
                    place.key("event"),
                    format!(
                        "a count or a difference of `{}` is 1, and `{}` is for several people",
                        outcome.id, doc.event
                    ),
                    "add `event_one`, the words after \"1 of every 100 people\", such as \"wears pads\"",
                );
            }
            let known = no_event_one(&doc.no_event).is_some();
            if doc.no_event_one.is_none() && !known && people.iter().any(|p| p.complement().is_singular()) {
                report!(
                    self,
                    Code::NoSingular,
                    place.key("no_event"),
                    format!(
                        "a count of the others in `{}` is 1, and `{}` is for several people",
                        outcome.id, doc.no_event
                    ),
                    "add `no_event_one`, such as \"does not\"",
                );
            }
        }
    }
}
