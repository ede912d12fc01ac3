//! Whether a clinician has reviewed this version, on every step.

use weighup_core::view::ReviewNotice;
use yew::{Html, classes, html};

use super::said::numerals;

/// The notice.
pub fn review_notice(notice: &ReviewNotice) -> Html {
    html! {
        <p key={notice.text.clone()}
            class={classes!("wu-review", (!notice.reviewed).then_some("wu-review--open"))}>
            { numerals(&notice.text) }
        </p>
    }
}
