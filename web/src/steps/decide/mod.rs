//! Decide together: where the decision stands, how sure, doubts in words, who does what, when to look again.

use weighup_core::consultation::{Action, Leaning, List, Presence, Sure, WordsBox};
use weighup_core::view::DecideView;
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{Keyed, empty, folded, h2, h3, markup};
use crate::parts::choices::{ChoiceItem, HowMany, choices};
use crate::parts::notes;
use crate::parts::own_words::own_words;
use crate::parts::sentences::{WordsOf, sentence};
use crate::texts::fill;

/// The step.
pub fn decide(ui: &Ui, view: &DecideView) -> Html {
    let texts = &ui.texts.decide;
    let sures = view.sure.iter().map(|(sure, chosen)| {
        let words = WordsOf::Ours(ui.texts.sure(*sure));
        ChoiceItem::new(ui, sure_id(*sure), words, *chosen, Action::set_sure(*sure))
    });
    let sures = choices(
        ui,
        "sure",
        HowMany::One,
        WordsOf::Ours(texts.sure),
        None,
        sures.collect(),
    );
    markup! { ui,
        <>
            <section class="wu-card">
                {leaning(ui, view)}
                <p class="wu-soft">{texts.consent}</p>
            </section>
            {ask(ui, view)}
            <section class="wu-card">
                {sures}
                <div class="wu-decide__doubts">{doubts(ui, view)}</div>
            </section>
            <section class="wu-card">{actions(ui, view)}</section>
            <section class="wu-card">{review(ui, view)}</section>
        </>
    }
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
        ChoiceItem::new(
            ui,
            id,
            WordsOf::Aid(label),
            *chosen,
            Action::set_leaning(leaning.clone()),
        )
    });
    choices(
        ui,
        "leaning",
        HowMany::One,
        WordsOf::Ours(text.title),
        Some(WordsOf::Ours(text.hint)),
        answers.collect(),
    )
}

/// A question, never an error: what they lean to and what they said point different ways.
fn ask(ui: &Ui, view: &DecideView) -> Html {
    match &view.ask {
        Some(question) => markup! { ui,
            <section class="wu-card">{h2(ui, ui.texts.decide.ask)}{sentence(ui, "", question)}</section>
        },
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
    markup! { ui,
        <>
            {h2(ui, texts.actions)}
            <div class="wu-decide__sides">
                for who in shown { {side(ui, view, who)} }
            </div>
        </>
    }
}

fn side(ui: &Ui, view: &DecideView, who: Presence) -> Keyed {
    let texts = &ui.texts.decide;
    let name = ui.texts.side(who);
    let form = notes::add(
        ui,
        &["action-", side_id(who)].concat(),
        List::Actions,
        who,
        &[texts.what, texts.when],
        &fill(texts.add, &[("who", name)]),
        view.actions.len(),
    );
    let theirs = view.actions.iter().filter(|action| action.who == who);
    markup! { ui,
        <div key={name} role="group" aria-label={name}>
            {folded(ui, h3(ui, name), form)}
            <ul class="wu-notes">
                for action in theirs {
                    <li key={&action.id.to_string()}>{notes::note(ui, List::Actions, action)}</li>
                }
            </ul>
        </div>
    }
}

fn review(ui: &Ui, view: &DecideView) -> Html {
    let texts = ui.texts.decide.review;
    let (id, hint) = (ui.id("review"), ui.id("review-hint"));
    markup! { ui,
        <>
            <h2 class="wu-hidden">{texts.title}</h2>
            <div class="wu-field">
                <label for={&id} class="wu-field__label">{texts.title}</label>
                <span id={&hint} class="wu-field__hint">{texts.hint}</span>
                // Years have 4 digits while they are typed.
                <input
                    type="date"
                    max="9999-12-31"
                    id={&id}
                    aria-describedby={&hint}
                    class="wu-input wu-decide__date"
                    act={Act::Review}
                    value={&view.review}
                />
            </div>
        </>
    }
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
