//! In how many of 100 readings each option is in front, in words alone. A reading is no person: pictures of people are kept for people.

use weighup_core::view::ReadingView;
use yew::Html;

use crate::Ui;
use crate::parts::sentences::sentences;

/// A sentence for each option, in the aid's order.
pub fn readings(ui: &Ui, all: &[ReadingView]) -> Html {
    let said: Vec<String> = all.iter().map(|reading| reading.words.clone()).collect();
    sentences(ui, "wu-list", &said).into()
}
