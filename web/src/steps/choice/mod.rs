//! The choice: the condition, why there is a decision, what happens if nothing is done.

use weighup_core::view::{ChoiceView, Rich};
use yew::{Html, html};

use crate::Ui;
use crate::parts::option_mark::option_name;
use crate::parts::said::{numerals, paragraph, paragraphs, sentence};

/// The step.
pub fn choice(ui: &Ui, view: &ChoiceView) -> Html {
    let texts = &ui.texts.choice;
    html! {
        <>
            <section class="wu-card">
                { sentence("wu-about__decision", &view.question) }
                <h2 class="wu-h3">{ texts.options.title }</h2>
                <ul class="wu-list wu-list--plain wu-choice-options">
                    for head in &view.options {
                        <li key={head.id.as_str().to_owned()}>{ option_name(head) }</li>
                    }
                </ul>
                <p class="wu-soft">{ texts.options.hint }</p>
            </section>
            { part(texts.condition, &view.condition) }
            { part(texts.decision, &view.decision) }
            { part(texts.natural_course, &view.natural_course) }
            <section class="wu-card">
                <h2 class="wu-h2">{ texts.urgency }</h2>
                { paragraph("", &view.urgency) }
            </section>
            { terms(texts.terms, &view.terms) }
        </>
    }
}

fn part(heading: &'static str, text: &[Rich]) -> Html {
    html! {
        <section class="wu-card">
            <h2 class="wu-h2">{ heading }</h2>
            { paragraphs(text) }
        </section>
    }
}

fn terms(heading: &'static str, terms: &[(String, String)]) -> Html {
    if terms.is_empty() {
        return html! { <div /> };
    }
    html! {
        <section class="wu-card">
            <h2 class="wu-h2">{ heading }</h2>
            <dl class="wu-facts">
                for (term, means) in terms {
                    <dt key={format!("t:{term}")}>{ term.clone() }</dt>
                    <dd key={format!("d:{term}")}>{ numerals(means) }</dd>
                }
            </dl>
        </section>
    }
}
