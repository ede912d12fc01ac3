//! The steps of the path: one folder each, with its styles. Each lays out one view of core's.

use weighup_core::view::*;
use yew::{Html, html};

use crate::Ui;
use crate::parts::said::{paragraphs, sentence, sentences};

macro_rules! soon { ($($n:ident: $t:ty,)*) => {$(
    /// To come.
    pub fn $n(_: &Ui, _: &$t) -> Html { html!{ <div>{stringify!($n)}</div> } }
)*} }
soon! { what_matters: WhatMattersView, choice: ChoiceView, options: Vec<OptionCard>, compare: CompareView, weigh: WeighView, fit: FitView, summary: SummaryView, }

/// About.
pub fn about(_: &Ui, view: &AboutView) -> Html {
    html! { <div>{ sentence("", &view.decision) }{ paragraphs(&view.purpose) }{ sentences("", &view.who_for) }</div> }
}
