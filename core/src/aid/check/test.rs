//! Checks what a test finds: counts that are all of the same number of people.

use super::super::document::TestResults;
use super::Checker;
use crate::format::At;
use crate::format::Code;

impl Checker<'_> {
    pub(super) fn test(&mut self) {
        let Some(test) = &self.doc.test else { return };
        let place = At::ROOT.key("test");
        match &test.results {
            Some(results) => self.results(results, &place.key("results")),
            None if test.no_results.is_none() => report!(
                self,
                Code::BadTest,
                place,
                "nothing says how often the test is right, or why that is not known",
                "add `[test.results]` with four counts, or `no_results` with the reason",
            ),
            None => {}
        }
        if test.results.is_some() && test.no_results.is_some() {
            report!(
                self,
                Code::BadTest,
                place.key("no_results"),
                "there are results, and a reason why there are none",
                "remove `no_results`",
            );
        }
    }

    fn results(&mut self, results: &TestResults, place: &At<'_>) {
        let four = [
            results.true_positive,
            results.false_positive,
            results.true_negative,
            results.false_negative,
        ];
        let sum: u64 = four.iter().map(|count| u64::from(*count)).sum();
        if sum != u64::from(results.people) || sum == 0 {
            report!(
                self,
                Code::BadTest,
                place.key("people"),
                format!(
                    "the four results add up to {sum} and {} people were tested",
                    results.people
                ),
                "check the five numbers against the source; round so that the four add up",
            );
        }
        if results.found_without.is_some_and(|found| found > results.people) {
            report!(
                self,
                Code::BadTest,
                place.key("found_without"),
                "more people are found without the test than were tested",
                "check both numbers against the source",
            );
        }
        self.named_sources(&results.sources, place);
        self.group(&results.group, &place.key("group"));
        self.horizon(&results.at, false, &place.key("at"));
    }
}
