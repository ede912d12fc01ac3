//! What a test finds: four counts of one number of people.

use crate::aid::document::TestResults;
use crate::aid::{Aid, HorizonId, ReferenceClassId, SourceId};
use crate::words::{Words, say};

use super::heads::source;
use super::rich::rich;
use super::{TestBranch, TestCounts, TestResultsView, TestView};

/// The test, where an option is one.
pub(super) fn tested(aid: &Aid) -> Option<Box<TestView>> {
    let test = aid.document().test.as_ref()?;
    let results = match &test.results {
        Some(results) => TestResultsView::Counted(Box::new(counts(aid, results))),
        None => {
            let why = test.no_results.as_deref().unwrap_or_default();
            TestResultsView::NotKnown([&aid.wording().not_known(), " ", why].concat())
        }
    };
    Some(Box::new(TestView {
        purpose: rich(aid, &test.purpose),
        if_positive: rich(aid, &test.if_positive),
        if_negative: rich(aid, &test.if_negative),
        overdiagnosis: rich(aid, &test.overdiagnosis),
        results,
    }))
}

fn counts(aid: &Aid, results: &TestResults) -> TestCounts {
    let words = aid.wording();
    let number = |count: u32| words.number(count);
    let group = ReferenceClassId::try_from(results.group.as_str()).ok();
    let who = group.as_ref().and_then(|id| aid.reference_class(id));
    let at = HorizonId::try_from(results.at.as_str()).ok();
    let when = at
        .as_ref()
        .and_then(|id| aid.horizon(id))
        .map_or_else(String::new, |horizon| words.horizon(horizon));
    let people = number(results.people);
    let group = who.map_or("", |class| class.description.trim_end_matches(['.', '۔']));
    let (tp, fn_, fp, tn) = (
        results.true_positive,
        results.false_negative,
        results.false_positive,
        results.true_negative,
    );
    // A count, and the sentence it stands in.
    let counted = |count: u32, sentence: fn(&Words, String) -> String| {
        let count = number(count);
        (count.clone(), sentence(words, count))
    };
    let branch = |(count, words), right, wrong| TestBranch {
        words,
        count,
        right,
        wrong,
    };
    let (with, without) = (tp.saturating_add(fn_), fp.saturating_add(tn));
    TestCounts {
        of: say!(words, "Of {people} {group}, {when}:", people, group, when),
        branches: [
            branch(
                counted(with, |words, count| {
                    say!(words, "{count} have what the test looks for.", count)
                }),
                counted(tp, |words, count| say!(words, "The test finds {count}.", count)),
                counted(fn_, |words, count| say!(words, "The test misses {count}.", count)),
            ),
            branch(
                counted(without, |words, count| {
                    say!(words, "{count} do not have it.", count)
                }),
                counted(tn, |words, count| {
                    say!(words, "The test gives {count} the all-clear.", count)
                }),
                counted(fp, |words, count| {
                    say!(words, "The test gives {count} a false alarm.", count)
                }),
            ),
        ],
        without: results.found_without.map(|found| {
            say!(
                words,
                "Without the test, {found} of the same {all} would be found.",
                found = number(found),
                all = number(results.people)
            )
        }),
        sources: results
            .sources
            .iter()
            .filter_map(|id| source(aid, &SourceId::try_from(id.as_str()).ok()?))
            .collect(),
        status: words.status(results.status),
    }
}

/// The same in lines, for the summary.
pub(crate) fn lines(aid: &Aid) -> Vec<String> {
    let Some(test) = tested(aid) else {
        return Vec::new();
    };
    match &test.results {
        TestResultsView::NotKnown(why) => vec![why.clone()],
        TestResultsView::Counted(counts) => {
            let mut lines = vec![counts.of.clone()];
            for branch in &counts.branches {
                lines.push([&*branch.words, &branch.right.1, &branch.wrong.1].join(" "));
            }
            lines.extend(counts.without.clone());
            lines
        }
    }
}
