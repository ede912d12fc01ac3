//! Options: one card an option, every card under the same headings, none set apart.

use weighup_core::view::{OptionCard, Rich};
use yew::{Html, html};

use crate::Ui;
use crate::parts::option_mark::option_name;
use crate::parts::said::{bullets, paragraph};
use crate::texts::fill;

/// The step.
pub fn options(ui: &Ui, cards: &[OptionCard]) -> Html {
    html! {
        <>
            for one in cards {
                <div key={one.head.id.as_str().to_owned()}>{ card(ui, one) }</div>
            }
        </>
    }
}

fn card(ui: &Ui, card: &OptionCard) -> Html {
    let texts = &ui.texts.options;
    let heading = ui.id(&format!("option-{}", card.head.id));
    html! {
        <section class="wu-card" aria-labelledby={heading.clone()}>
            <h2 class="wu-h2" id={heading}>{ option_name(&card.head) }</h2>
            { paragraph("wu-options__summary", &card.summary) }
            <h3 class="wu-h3">{ texts.involves }</h3>
            { bullets(&card.involves) }
            <div class="wu-two wu-options__four">
                { part(texts.benefits, &card.benefits) }
                { part(texts.risks, &card.risks) }
                { part(texts.alternatives, &card.alternatives) }
                { part(texts.nothing, &card.nothing) }
            </div>
            <details class="wu-details" open={ui.still}>
                <summary><span>{ fill(texts.more, &[("name", &card.head.in_sentence)]) }</span></summary>
                <div class="wu-details__body">
                    { part(texts.recovery, &card.recovery) }
                    { part(texts.practicalities, &card.practicalities) }
                    <h3 class="wu-h3">{ texts.experience }</h3>
                    <dl class="wu-facts">
                        { lived(texts.physical, &card.physical) }
                        { lived(texts.emotional, &card.emotional) }
                        { lived(texts.social, &card.social) }
                    </dl>
                    <h3 class="wu-h3">{ texts.reversible }</h3>
                    { paragraph("", &card.reversible) }
                </div>
            </details>
        </section>
    }
}

fn part(heading: &'static str, texts: &[Rich]) -> Html {
    html! {
        <div class="wu-options__part">
            <h3 class="wu-h3">{ heading }</h3>
            { bullets(texts) }
        </div>
    }
}

fn lived(label: &'static str, text: &Rich) -> Html {
    html! {
        <>
            <dt>{ label }</dt>
            <dd>{ paragraph("", text) }</dd>
        </>
    }
}
