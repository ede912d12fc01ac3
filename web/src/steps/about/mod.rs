//! About: the decision, who it is for, what it does not do, who made it, who is here.

use weighup_core::consultation::{Action, Presence};
use weighup_core::view::AboutView;
use yew::Html;

use crate::Ui;
use crate::markup::{card, el, empty, h2, h3, list, p};
use crate::parts::choices::{Choice, Kind, choices};
use crate::parts::said::{facts, paragraphs, sentence, sentences};

/// The step.
pub fn about(ui: &Ui, view: &AboutView) -> Html {
    let texts = &ui.texts.about;
    let half = |first: Html, second: Html| el("div", "", vec![first, second]);
    let practical = vec![
        half(h3(texts.how_long), sentence("", &view.how_long)),
        half(h3(texts.privacy.title), p("", texts.privacy.hint)),
    ];
    let who = vec![
        half(h2(texts.who_for), sentences("wu-list", &view.who_for)),
        half(h2(texts.not_for), sentences("wu-list", &view.not_for)),
    ];
    list(vec![
        card(vec![
            h2(texts.decision),
            sentence("wu-about__decision", &view.decision),
            sentence("wu-soft", &view.condition),
            h3(texts.purpose),
            paragraphs(&view.purpose),
            el("div", "wu-two", practical),
        ]),
        el("section", "wu-card wu-two", who),
        card(vec![
            h2(texts.intended_use),
            sentences("wu-list", &view.intended_use),
        ]),
        present(ui, view),
        card(vec![h2(texts.facts), facts(&view.facts)]),
    ])
}

fn present(ui: &Ui, view: &AboutView) -> Html {
    if ui.still {
        return empty();
    }
    let text = ui.texts.about.present;
    let answers = view.present.iter().map(|(who, here)| {
        let action = Action::TogglePresence(*who);
        Choice::new(id(*who), ui.texts.presence(*who), *here, action)
    });
    card(vec![choices(
        ui,
        "present",
        Kind::Any,
        text.title,
        Some(text.hint),
        answers.collect(),
    )])
}

const fn id(who: Presence) -> &'static str {
    match who {
        Presence::Me => "me",
        Presence::SomeoneWithMe => "someone-with-me",
        Presence::Professional => "professional",
    }
}
