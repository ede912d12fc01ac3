//! How far answers agree: whether one person's agree with each other, and the gap between several people's.

mod gap;
mod own;

use crate::aid::{Aid, document::Results};
use crate::consultation::Answers;

use super::super::AgreementView;
use super::super::items::items;

/// Everything there is to say about the agreement of answers.
pub(super) fn agreement(aid: &Aid, answers: &Answers, results: Results) -> AgreementView {
    let aid = &answers.seen(aid);
    let items = items(aid, answers);
    AgreementView {
        check: own::check(aid.wording(), answers, &items),
        gap: gap::gap(aid, answers, &items, results),
    }
}
