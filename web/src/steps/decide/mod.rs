//! Decide together: where the decision stands, how sure, doubts in words, who does what, when to look again.

use weighup_core::consultation::{Action, DecisionStatus, Leaning, List, Presence, Sure, WordsBox};
use weighup_core::view::DecideView;
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{Keyed, empty, folded, h2, h3, markup};
use crate::parts::choices::{ChoiceItem, HowMany, choices};
use crate::parts::notes;
use crate::parts::own_words::own_words;
use crate::parts::sentences::{WordsOf, sentence};
use crate::texts::{Headed, fill};

/// The step.
pub fn decide(ui: &Ui, view: &DecideView) -> Html {
    markup! { ui,
        <>
            <section class="wu-card">{stands(ui, view)}</section>
            {ask(ui, view)}
            <section class="wu-card">{how_sure(ui, view)}</section>
            <section class="wu-card">{actions(ui, view)}</section>
            <section class="wu-card">{review(ui, view)}</section>
        </>
    }
}

/// Where the decision stands. The summary's sheet has it too, as it has what follows.
pub(crate) fn stands(ui: &Ui, view: &DecideView) -> Html {
    markup! { ui,
        <>
            {leaning(ui, view)}
            {decided(ui, view)}
            <p class="wu-soft">{ui.texts.later().decide.consent}</p>
        </>
    }
}

/// How sure, what was decided as one would tell it at home, and doubts.
pub(crate) fn how_sure(ui: &Ui, view: &DecideView) -> Html {
    let texts = &ui.texts.later().decide;
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
            {sures}
            <div class="wu-decide__doubts">
                {own(ui, "teach-back", WordsBox::TeachBack, &view.teach_back)}
                {own(ui, "reservations", WordsBox::Reservations, &view.reservations)}
            </div>
        </>
    }
}

fn leaning(ui: &Ui, view: &DecideView) -> Html {
    let text = ui.texts.later().decide.leaning;
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

/// Whether it is decided, once there is something to decide on.
fn decided(ui: &Ui, view: &DecideView) -> Html {
    if view.statuses.is_empty() {
        return empty();
    }
    let answers = view.statuses.iter().map(|(status, chosen)| {
        let id = match status {
            DecisionStatus::InProgress => "in-progress",
            DecisionStatus::Made => "made",
            DecisionStatus::Withdrawn => "withdrawn",
        };
        let words = WordsOf::Ours(ui.texts.decided(*status));
        ChoiceItem::new(ui, id, words, *chosen, Action::set_status(*status))
    });
    let asked = WordsOf::Ours(ui.texts.later().decide.decided);
    choices(ui, "decided", HowMany::One, asked, None, answers.collect())
}

/// A question, never an error: what they lean to and what they said point different ways.
fn ask(ui: &Ui, view: &DecideView) -> Html {
    match &view.ask {
        Some(question) => markup! { ui,
            <section class="wu-card">{h2(ui, ui.texts.later().decide.ask)}{sentence(ui, "", question)}</section>
        },
        None => empty(),
    }
}

/// A box of words. What doubts are needs no more said.
fn own(ui: &Ui, name: &str, which: WordsBox, said: &str) -> Html {
    let words = match which {
        WordsBox::Reservations if !ui.full => Headed {
            hint: "",
            ..ui.texts.words_box(which)
        },
        _ => ui.texts.words_box(which),
    };
    own_words(ui, name, words, said, Act::Words(which))
}

/// A side for each who may have something to do. What was noted is in view, the fields to add more are one tap away.
fn actions(ui: &Ui, view: &DecideView) -> Html {
    markup! { ui, <>{h2(ui, ui.texts.later().decide.actions)}{sides(ui, view)}</> }
}

/// The sides alone.
pub(crate) fn sides(ui: &Ui, view: &DecideView) -> Html {
    markup! { ui,
        <div class="wu-decide__sides">
            for who in &view.sides { {side(ui, view, *who)} }
        </div>
    }
}

fn side(ui: &Ui, view: &DecideView, who: Presence) -> Keyed {
    let texts = &ui.texts.later().decide;
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

/// When to look again.
pub(crate) fn review(ui: &Ui, view: &DecideView) -> Html {
    let texts = ui.texts.later().decide.review;
    let (id, hint) = (ui.id("review"), ui.id("review-hint"));
    markup! { ui,
        <>
            <h2 class="wu-hidden">{texts.title}</h2>
            <div class="wu-field">
                <label for={&id} class="wu-field__label">{texts.title}</label>
                if ui.full { <span id={&hint} class="wu-field__hint">{texts.hint}</span> }
                // Years have 4 digits while they are typed.
                <input
                    type="date"
                    max="9999-12-31"
                    id={&id}
                    aria-describedby={Some(&hint).filter(|_| ui.full)}
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
