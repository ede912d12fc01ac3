//! Whether a clinician has reviewed this version, on every step.

use weighup_core::view::ReviewNotice;
use yew::Html;

use super::said::sentence;

/// The notice.
pub fn review_notice(notice: &ReviewNotice) -> Html {
    let class = if notice.reviewed {
        "wu-review"
    } else {
        "wu-review wu-review--open"
    };
    sentence(class, &notice.text)
}
