//! Options: one card per option, every card under the same headings, none set apart. The four that people ask about stand in
//! view, benefits and risks with their answers. The other answers, and what happens from day to day, open with a press, in
//! the same way in every card. Where there is room the cards stand side by side, with the same heading at the same height in
//! each.

use weighup_core::view::{OptionCard, Rich};
use yew::Html;

use crate::Ui;
use crate::markup::{Keyed, details, empty, h3, markup, picture_slot};
use crate::parts::option_mark::option_name;
use crate::parts::sentences::{bullets, facts, paragraph, sentences};
use crate::texts::fill;

/// The step.
pub fn options(ui: &Ui, cards: &[OptionCard]) -> Html {
    let class = match cards.len() {
        0..=2 | 4 => "wu-options wu-options--2",
        _ => "wu-options wu-options--3",
    };
    markup! { <div class={class}>for one in cards { {card(ui, one)} }</div> }
}

fn card(ui: &Ui, card: &OptionCard) -> Keyed {
    let texts = &ui.texts.options;
    let heading = ui.id(&["option-", card.head.id.as_str()].concat());
    let lived = [
        (texts.physical, &card.physical),
        (texts.emotional, &card.emotional),
        (texts.social, &card.social),
    ];
    let more = fill(texts.more, &[("name", &card.head.in_sentence)]);
    let body = markup! { ui,
        <>
            {part(ui, texts.involves, &card.involves)}
            {part(ui, texts.recovery, &card.recovery)}
            {part(ui, texts.practicalities, &card.practicalities)}
            {h3(ui, texts.experience)}
            <dl class="wu-facts">
                for (label, text) in lived {
                    <dt key={["t:", label].concat().as_str()}>{label}</dt>
                    <dd key={["d:", label].concat().as_str()}>{paragraph(ui, "", text)}</dd>
                }
            </dl>
            {h3(ui, texts.reversible)}
            {paragraph(ui, "", &card.reversible)}
        </>
    };
    markup! { ui,
        <section key={card.head.id.as_str()} aria-labelledby={&heading} class="wu-card">
            {picture_slot(ui, &["picture-option-", card.head.id.as_str()], Html::default())}
            <h2 id={&heading} class="wu-h2">{option_name(ui, &card.head)}</h2>
            {paragraph(ui, "wu-options__summary", &card.summary)}
            {told(ui, texts.for_whom, card.for_whom.as_slice())}
            <div class="wu-options__four">
                {part(ui, texts.benefits, &card.benefits)}
                {part(ui, texts.risks, &card.risks)}
                {asked(ui, texts.alternatives, &card.alternatives, card)}
                {asked(ui, texts.nothing, &card.nothing, card)}
            </div>
            {details(ui, markup! { <span>{more}</span> }, body)}
            {ways(ui, card)}
            {told(ui, texts.guidelines, &card.guidelines)}
            {told(ui, texts.get_help, &card.get_help)}
        </section>
    }
}

/// A heading that opens, with the option's name for those who hear it without the card around it.
fn asked(ui: &Ui, heading: &'static str, texts: &[Rich], card: &OptionCard) -> Html {
    let head = markup! { ui,
        <h3 class="wu-h3">
            {heading}
            <span class="wu-hidden">{[" ", &card.head.in_sentence].concat()}</span>
        </h3>
    };
    markup! { ui, <div class="wu-options__part">{details(ui, head, bullets(ui, texts))}</div> }
}

/// Ways to have an option, said alike for every option that has them.
fn ways(ui: &Ui, card: &OptionCard) -> Html {
    if card.ways.is_empty() {
        return empty();
    }
    markup! { ui,
        <div class="wu-options__part">{h3(ui, ui.texts.options.ways)}{facts(ui, &card.ways)}</div>
    }
}

/// Sentences under a heading, in view; an empty row where there are none, so that the rows of all cards stand side by side.
fn told(ui: &Ui, heading: &'static str, texts: &[String]) -> Html {
    if texts.is_empty() {
        return empty();
    }
    markup! { ui,
        <div class="wu-options__part">{h3(ui, heading)}{sentences(ui, "wu-list", texts)}</div>
    }
}

fn part(ui: &Ui, heading: &'static str, texts: &[Rich]) -> Html {
    markup! { ui, <div class="wu-options__part">{h3(ui, heading)}{bullets(ui, texts)}</div> }
}
