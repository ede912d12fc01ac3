//! The choice: why there is a decision, what happens if nothing is done, how soon it is; the condition one tap away.

use weighup_core::view::{ChoiceView, Rich};
use yew::Html;

use crate::Ui;
use crate::markup::{card, el, folded, h2, keyed, line, list, maybe, p, section, sheet, wrap};
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
    let terms = (!view.terms.is_empty()).then(|| folded(ui, h2(texts.terms), vec![facts(&view.terms)]));
    let part = |heading: &'static str, text: &[Rich]| section(heading, paragraphs(text));
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
        sheet(vec![
            part(texts.decision, &view.decision),
            part(texts.natural_course, &view.natural_course),
            section(texts.urgency, paragraph("", &view.urgency)),
            folded(ui, h2(texts.condition), vec![paragraphs(&view.condition)]),
            maybe(terms),
        ]),
        maybe(view.test.as_ref().map(|test| test_figures(ui, test))),
    ])
}
