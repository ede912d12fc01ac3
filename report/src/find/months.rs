//! Control charts: months in their order, with the limits within which chance alone moves them.

use super::{everyone, groups, share};
use crate::ask::Question;
use crate::small::Release;
use crate::stats::{self, Limits, Share};

/// A month.
#[derive(Clone, Debug, PartialEq)]
pub struct Month {
    /// Which.
    pub month: String,
    /// The share, where enough people said.
    pub share: Option<Share>,
    /// The limits for as many people.
    pub limits: Option<Limits>,
    /// Whether it lies beyond them.
    pub beyond: bool,
}

/// One question over the months.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The question.
    pub question: String,
    /// The share of all months together, which the limits are around.
    pub all: Share,
    /// The months.
    pub months: Vec<Month>,
}

/// The charts, of all aids together.
pub fn charts(questions: &[Question], release: &Release) -> Vec<Chart> {
    let charted = questions.iter().filter(|question| question.chart);
    charted
        .filter_map(|question| {
            let all = share(question, release, &everyone(None))?;
            let months = groups(release, None, "month")
                .into_iter()
                .map(|month| {
                    let share = share(question, release, &(None, "month".to_owned(), month.clone()));
                    let limits = share.map(|share| stats::limits(share.of, all.share));
                    let within =
                        |(share, limits): (Share, Limits)| (limits.low..=limits.high).contains(&share.people);
                    let beyond = share.zip(limits).is_some_and(|both| !within(both));
                    Month {
                        month,
                        share,
                        limits,
                        beyond,
                    }
                })
                .collect();
            Some(Chart {
                question: question.id.clone(),
                all,
                months,
            })
        })
        .collect()
}
