//! About: the decision, who it is for, what it does not do, who made it, who is here.

use weighup_core::consultation::{Action, CompareAs, Liking, Presence, Step};
use weighup_core::view::AboutView;
use yew::Html;

use crate::Ui;
use crate::markup::{
    button, card, details, el, empty, folded, h2, h3, line, list, maybe, p, sheet, text, wrap,
};
use crate::parts::choices::{Choice, Kind, choices};
use crate::parts::said::{Words, facts, paragraphs, sentence, sentences};

/// The step. What a person needs to begin stands in the first view; who made it is one tap away.
pub fn about(ui: &Ui, view: &AboutView) -> Html {
    let texts = &ui.texts.about;
    let half = |heading: &'static str, lines: &[String]| {
        el("div", "", vec![h3(heading), sentences("wu-list", lines)])
    };
    let start = (!ui.still).then(|| {
        let act = ui.does(Action::go_to(Step::WhatMatters));
        button("wu-button", act, text(texts.start))
    });
    let decision = vec![
        line("h2", "wu-h3 wu-about__label", texts.decision),
        sentence("wu-about__decision", &view.decision),
        sentence("wu-soft", &view.condition),
        wrap("div", "wu-about__start", maybe(start)),
    ];
    let practical = vec![
        h3(texts.purpose),
        paragraphs(&view.purpose),
        sentence("", &view.no_advice),
        h3(texts.how_long),
        sentence("", &view.how_long),
        h3(texts.privacy.title),
        p("", texts.privacy.hint),
    ];
    let who = vec![
        half(texts.who_for, &view.who_for),
        half(texts.not_for, &view.not_for),
    ];
    list(vec![
        el(
            "section",
            "wu-card wu-about",
            vec![
                el("div", "", decision),
                el("div", "wu-about__practical", practical),
            ],
        ),
        present(ui, view),
        sheet(vec![
            folded(ui, h2(texts.who), vec![el("div", "wu-two", who)]),
            folded(
                ui,
                h2(texts.intended_use),
                vec![sentences("wu-list", &view.intended_use)],
            ),
            folded(ui, h2(texts.facts), vec![facts(&view.facts)]),
        ]),
    ])
}

fn present(ui: &Ui, view: &AboutView) -> Html {
    if ui.still {
        return empty();
    }
    let words = ui.texts.about.present;
    let answers = view.present.iter().map(|(who, here)| {
        let action = Action::toggle_presence(*who);
        Choice::new(id(*who), Words::Ours(ui.texts.presence(*who)), *here, action)
    });
    let present = choices(
        ui,
        "present",
        Kind::Any,
        Words::Ours(words.title),
        Some(Words::Ours(words.hint)),
        answers.collect(),
    );
    card(vec![el(
        "div",
        "wu-about__you",
        vec![
            present,
            used(ui, view),
            details(ui, text(ui.texts.about.liking.title), vec![liked(ui, view)]),
        ],
    )])
}

/// Alone before, together, or afterwards.
fn used(ui: &Ui, view: &AboutView) -> Html {
    let answers = view.modes.iter().map(|(mode, chosen)| {
        let action = Action::set_mode(*mode);
        Choice::new(mode.name(), Words::Ours(ui.texts.mode(*mode)), *chosen, action)
    });
    let title = ui.texts.about.mode;
    choices(ui, "mode", Kind::One, Words::Ours(title), None, answers.collect())
}

/// How they like information. It changes how the next pages look, and nothing else.
fn liked(ui: &Ui, view: &AboutView) -> Html {
    let texts = &ui.texts.about;
    let table = view.show_as == CompareAs::Table;
    let other = if table {
        CompareAs::Pictures
    } else {
        CompareAs::Table
    };
    let [in_full, large] = texts.likings;
    let mut answers = vec![Choice::new(
        "table",
        Words::Ours(texts.table_first),
        table,
        Action::compare_as(other),
    )];
    answers.extend(view.liking.iter().map(|(liking, on)| {
        let (id, label) = match liking {
            Liking::InFull => ("in-full", in_full),
            Liking::Large => ("large", large),
        };
        Choice::new(id, Words::Ours(label), *on, Action::toggle_liking(*liking))
    }));
    let text = texts.liking;
    choices(
        ui,
        "liking",
        Kind::Any,
        Words::Ours(text.title),
        Some(Words::Ours(text.hint)),
        answers,
    )
}

const fn id(who: Presence) -> &'static str {
    match who {
        Presence::Me => "me",
        Presence::SomeoneWithMe => "someone-with-me",
        Presence::Professional => "professional",
    }
}
