//! Whether a clinician has reviewed this version, on every step.

use super::sentences::sentence;
use crate::Ui;
use crate::markup::Keyed;
use weighup_core::view::ReviewNotice;

/// The notice.
pub fn review_notice(ui: &Ui, notice: &ReviewNotice) -> Keyed {
    let class = if notice.reviewed {
        "wu-review"
    } else {
        "wu-review wu-review--open"
    };
    sentence(ui, class, &notice.text)
}
