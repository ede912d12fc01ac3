//! Options: one card an option, every card under the same headings, none set apart. The four that people ask about stand in
//! view, benefits and risks with their answers. The other answers, and what happens from day to day, open with a press, in
//! the same way in every card. Where there is room the cards stand side by side, with the same heading at the same height in
//! each.

use weighup_core::view::{OptionCard, Rich};
use yew::Html;

use crate::Ui;
use crate::markup::{copied, details, el, h3, is, keyed, line, list, none, picture_slot, tag, text, wrap};
use crate::parts::option_mark::option_name;
use crate::parts::said::{bullets, paragraph};
use crate::texts::fill;

/// The step.
pub fn options(ui: &Ui, cards: &[OptionCard]) -> Html {
    let class = match cards.len() {
        0..=2 | 4 => "wu-options wu-options--2",
        _ => "wu-options wu-options--3",
    };
    let cards = cards.iter().map(|one| keyed(one.head.id.as_str(), card(ui, one)));
    el("div", class, cards.collect())
}

fn card(ui: &Ui, card: &OptionCard) -> Html {
    let texts = &ui.texts.options;
    let heading = ui.id(&["option-", card.head.id.as_str()].concat());
    let four = vec![
        part(texts.benefits, &card.benefits),
        part(texts.risks, &card.risks),
        asked(ui, texts.alternatives, &card.alternatives, card),
        asked(ui, texts.nothing, &card.nothing, card),
    ];
    let lived = [
        (texts.physical, &card.physical),
        (texts.emotional, &card.emotional),
        (texts.social, &card.social),
    ];
    let lived = lived
        .into_iter()
        .flat_map(|(label, text)| [line("dt", "", label), wrap("dd", "", paragraph("", text))]);
    let more = fill(texts.more, &[("name", &card.head.in_sentence)]);
    let body = vec![
        part(texts.involves, &card.involves),
        part(texts.recovery, &card.recovery),
        part(texts.practicalities, &card.practicalities),
        h3(texts.experience),
        el("dl", "wu-facts", lived.collect()),
        h3(texts.reversible),
        paragraph("", &card.reversible),
    ];
    tag(
        "section",
        &["aria-labelledby", "class", "part"],
        vec![Some(heading.clone()), is("wu-card"), is("card")],
        list(vec![
            picture_slot(&["picture-option-", card.head.id.as_str()], none()),
            tag(
                "h2",
                &["id", "class", "part"],
                vec![Some(heading), is("wu-h2"), is("card-heading")],
                option_name(&card.head),
            ),
            paragraph("wu-options__summary", &card.summary),
            el("div", "wu-options__four", four),
            details(ui, wrap("span", "", copied(&more)), body),
        ]),
    )
}

/// A heading that opens, with the option's name for those who hear it without the card around it.
fn asked(ui: &Ui, heading: &'static str, texts: &[Rich], card: &OptionCard) -> Html {
    let of = copied(&[" ", &card.head.in_sentence].concat());
    let head = vec![text(heading), wrap("span", "wu-hidden", of)];
    let answer = details(ui, el("h3", "wu-h3", head), vec![bullets(texts)]);
    wrap("div", "wu-options__part", answer)
}

fn part(heading: &'static str, texts: &[Rich]) -> Html {
    el("div", "wu-options__part", vec![h3(heading), bullets(texts)])
}
