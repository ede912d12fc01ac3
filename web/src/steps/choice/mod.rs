//! The choice: the options by name, why there is a decision and how soon it is; what happens if nothing is done and the condition one
//! tap away.

use weighup_core::view::ChoiceView;
use yew::Html;

use crate::Ui;
use crate::markup::{folded, h2, markup};
use crate::parts::option_mark::option_name;
use crate::parts::sentences::{facts, paragraph, paragraphs};
use crate::parts::test_figures::test_figures;

/// The step.
pub fn choice(ui: &Ui, view: &ChoiceView) -> Html {
    let texts = &ui.texts.later().choice;
    markup! { ui,
        <>
            <section class="wu-card">
                <h2 class="wu-h3">{texts.options.title}</h2>
                <ul class="wu-list wu-list--plain wu-choice-options">
                    for head in &view.options { <li key={head.id.as_str()}>{option_name(ui, head)}</li> }
                </ul>
                <p class="wu-soft">{texts.options.hint}</p>
            </section>
            <div class="wu-sheet">
                {section(ui, texts.decision, paragraphs(ui, &view.decision))}
                {section(ui, texts.urgency, paragraph(ui, "", &view.urgency).into())}
                {folded(ui, h2(ui, texts.natural_course), paragraphs(ui, &view.natural_course))}
                {folded(ui, h2(ui, texts.condition), paragraphs(ui, &view.condition))}
                if !view.left_out.is_empty() {
                    {folded(ui, h2(ui, texts.left_out), facts(ui, &view.left_out))}
                }
                if !view.terms.is_empty() { {folded(ui, h2(ui, texts.terms), facts(ui, &view.terms))} }
            </div>
            {view.test.as_ref().map(|test| test_figures(ui, test))}
        </>
    }
}

/// A section of a sheet: its heading stands beside what it says where there is room.
fn section(ui: &Ui, heading: &'static str, child: Html) -> Html {
    markup! { ui, <section class="wu-sheet__part">{h2(ui, heading)}{child}</section> }
}
