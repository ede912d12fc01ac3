//! Decide together: where the decision stands, how sure, doubts in words, who does what, when to look again.

use weighup_core::consultation::{Action, Leaning, List, Presence, Sure, WordsBox};
use weighup_core::view::DecideView;
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{
    card, el, empty, folded, h2, h3, is, keyed, line, list, p, part, tag, text, valued, wrap,
};
use crate::parts::choices::{Choice, Kind, choices};
use crate::parts::notes;
use crate::parts::own_words::own_words;
use crate::parts::said::{Words, sentence};
use crate::texts::fill;

/// The step.
pub fn decide(ui: &Ui, view: &DecideView) -> Html {
    let texts = &ui.texts.decide;
    let sures = view.sure.iter().map(|(sure, chosen)| {
        let action = Action::set_sure(*sure);
        Choice::new(sure_id(*sure), Words::Ours(ui.texts.sure(*sure)), *chosen, action)
    });
    list(vec![
        card(vec![leaning(ui, view), p("wu-soft", texts.consent)]),
        ask(ui, view),
        card(vec![
            choices(
                ui,
                "sure",
                Kind::One,
                Words::Ours(texts.sure),
                None,
                sures.collect(),
            ),
            wrap("div", "wu-decide__doubts", doubts(ui, view)),
        ]),
        card(vec![actions(ui, view)]),
        card(vec![review(ui, view)]),
    ])
}

fn leaning(ui: &Ui, view: &DecideView) -> Html {
    let text = ui.texts.decide.leaning;
    let answers = view.leanings.iter().map(|(leaning, label, chosen)| {
        let id = match leaning {
            Leaning::Option(option) => ["option-", option.as_str()].concat(),
            Leaning::Undecided => "undecided".to_owned(),
            Leaning::MoreTime => "more-time".to_owned(),
            Leaning::PleaseAdvise => "please-advise".to_owned(),
        };
        Choice::new(
            id,
            Words::Aid(label),
            *chosen,
            Action::set_leaning(leaning.clone()),
        )
    });
    choices(
        ui,
        "leaning",
        Kind::One,
        Words::Ours(text.title),
        Some(Words::Ours(text.hint)),
        answers.collect(),
    )
}

/// A question, never an error: what they lean to and what they said point different ways.
fn ask(ui: &Ui, view: &DecideView) -> Html {
    match &view.ask {
        Some(question) => card(vec![h2(ui.texts.decide.ask), sentence("", question)]),
        None => empty(),
    }
}

fn doubts(ui: &Ui, view: &DecideView) -> Html {
    own_words(
        ui,
        "reservations",
        ui.texts.words_box(WordsBox::Reservations),
        &view.reservations,
        Act::Words(WordsBox::Reservations),
    )
}

/// A side each for the person, someone with them, and the team. The one with them only when they are here. What was noted
/// is in view, the fields to add more are one tap away.
fn actions(ui: &Ui, view: &DecideView) -> Html {
    let texts = &ui.texts.decide;
    let sides = [Presence::Me, Presence::SomeoneWithMe, Presence::Professional];
    let shown = sides.into_iter().filter(|side| {
        *side != Presence::SomeoneWithMe
            || view.present.contains(side)
            || view.actions.iter().any(|action| action.who == *side)
    });
    let sides = shown.map(|side| {
        let theirs = view.actions.iter().filter(|action| action.who == side);
        let theirs = theirs.map(|action| {
            let line = notes::note(ui, List::Actions, action);
            keyed(&action.id.to_string(), wrap("li", "", line))
        });
        let name = ui.texts.side(side);
        let add = fill(texts.add, &[("who", name)]);
        let form = notes::add(
            ui,
            &["action-", side_id(side)].concat(),
            List::Actions,
            side,
            &[texts.what, texts.when],
            &add,
        );
        let parts = vec![
            folded(ui, h3(name), vec![form]),
            el("ul", "wu-notes", theirs.collect()),
        ];
        let group = tag(
            "div",
            &["role", "aria-label"],
            vec![is("group"), is(name)],
            list(parts),
        );
        keyed(name, group)
    });
    list(vec![
        h2(texts.actions),
        el("div", "wu-decide__sides", sides.collect()),
    ])
}

fn review(ui: &Ui, view: &DecideView) -> Html {
    let texts = ui.texts.decide.review;
    let (id, hint) = (ui.id("review"), ui.id("review-hint"));
    let field = valued(
        &[
            "type",
            "max",
            "id",
            "aria-describedby",
            "class",
            "part",
            "data-act",
        ],
        vec![
            is("date"),
            // Years have 4 digits while they are typed.
            is("9999-12-31"),
            Some(id.clone()),
            Some(hint.clone()),
            is("wu-input wu-decide__date"),
            part("wu-input wu-decide__date"),
            ui.act(Act::Review),
        ],
        &view.review,
    );
    let label = tag(
        "label",
        &["for", "class"],
        vec![Some(id), is("wu-field__label")],
        text(texts.title),
    );
    let hint = tag(
        "span",
        &["id", "class"],
        vec![Some(hint), is("wu-field__hint")],
        text(texts.hint),
    );
    list(vec![
        line("h2", "wu-hidden", texts.title),
        el("div", "wu-field", vec![label, hint, field]),
    ])
}

const fn sure_id(sure: Sure) -> &'static str {
    match sure {
        Sure::Very => "very",
        Sure::Fairly => "fairly",
        Sure::NotVery => "not-very",
        Sure::NotAtAll => "not-at-all",
    }
}

const fn side_id(side: Presence) -> &'static str {
    match side {
        Presence::Me => "me",
        Presence::SomeoneWithMe => "someone",
        Presence::Professional => "team",
    }
}
