//! The choice: the condition, why there is a decision, what happens if nothing is done.

use weighup_core::view::{ChoiceView, Rich};
use yew::Html;

use crate::Ui;
use crate::markup::{card, el, empty, h2, keyed, line, list, maybe, p, wrap};
use crate::parts::option_mark::option_name;
use crate::parts::said::{facts, paragraph, paragraphs, sentence};
use crate::parts::test_figures::test_figures;

/// The step.
pub fn choice(ui: &Ui, view: &ChoiceView) -> Html {
    let texts = &ui.texts.choice;
    let options = view
        .options
        .iter()
        .map(|head| keyed(head.id.as_str(), wrap("li", "", option_name(head))));
    let terms = if view.terms.is_empty() {
        empty()
    } else {
        card(vec![h2(texts.terms), facts(&view.terms)])
    };
    list(vec![
        card(vec![
            sentence("wu-about__decision", &view.question),
            line("h2", "wu-h3", texts.options.title),
            el(
                "ul",
                "wu-list wu-list--plain wu-choice-options",
                options.collect(),
            ),
            p("wu-soft", texts.options.hint),
        ]),
        part(texts.condition, &view.condition),
        part(texts.decision, &view.decision),
        part(texts.natural_course, &view.natural_course),
        maybe(view.test.as_ref().map(|test| test_figures(ui, test))),
        card(vec![h2(texts.urgency), paragraph("", &view.urgency)]),
        terms,
    ])
}

fn part(heading: &'static str, text: &[Rich]) -> Html {
    card(vec![h2(heading), paragraphs(text)])
}
