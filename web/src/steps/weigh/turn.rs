//! Whose turn it is, large; handing over is asked for first. What is known of the hidden guess.

use weighup_core::consultation::{Action, Person};
use weighup_core::view::{GuessView, PersonView, TurnView};
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::markup;
use crate::texts::Headed;

/// The panel.
pub(super) fn turn(ui: &Ui, view: &TurnView) -> Html {
    let texts = &ui.texts.later().weigh;
    let said = of(view.who, texts.turns);
    // Who answers alone has no turn: only the way for somebody else to answer too.
    let alone = view.who == Person::Patient
        && view.guess == GuessView::None
        && !view
            .people
            .iter()
            .any(|person| person.who != Person::Patient && person.begun);
    let class = match (alone, ui.open.turns) {
        (false, _) => "wu-card wu-turn",
        (true, true) => "wu-card",
        (true, false) => "wu-turn--alone",
    };
    markup! { ui,
        <section class={class}>
            if !alone { <h2 key={said.title} class="wu-h2 wu-turn__who">{said.title}</h2> }
            if !alone { <div key={said.hint}><p>{said.hint}</p></div> }
            <div class="wu-row">
                if view.who != Person::Patient {
                    <button
                        key="back"
                        type="button"
                        class="wu-button"
                        act={Action::take_turn(Person::Patient)}
                    >
                        {texts.hand_back}
                    </button>
                }
                <button
                    key="change"
                    type="button"
                    aria-expanded={ui.open.turns}
                    class="wu-link"
                    act={Act::Turns}
                >
                    {texts.turn_change}
                </button>
            </div>
            <div>if ui.open.turns { {choose(ui, view, alone)} }</div>
            {guess(ui, view)}
        </section>
    }
}

pub(super) const fn of(who: Person, texts: [Headed; 3]) -> Headed {
    let [patient, companion, clinician] = texts;
    match who {
        Person::Patient => patient,
        Person::Companion => companion,
        Person::Clinician => clinician,
    }
}

/// A name that is unique among people.
pub(super) const fn name(who: Person) -> &'static str {
    match who {
        Person::Patient => "patient",
        Person::Companion => "companion",
        Person::Clinician => "clinician",
    }
}

fn choose(ui: &Ui, view: &TurnView, alone: bool) -> Html {
    let texts = &ui.texts.later().weigh;
    let id = ui.id("turns");
    markup! { ui,
        <div role="group" aria-labelledby={&id} class="wu-turn__choose">
            // Where nothing stands above it, it is the heading of the card.
            if alone {
                <h2 id={&id} class="wu-h2">{texts.turn_legend}</h2>
            } else {
                <h3 id={&id} class="wu-h3">{texts.turn_legend}</h3>
            }
            <div class="wu-ways">
                for (person, label) in view.people.iter().zip(texts.people) {
                    <div key={name(person.who)}>
                        <button
                            type="button"
                            aria-pressed={person.who == view.who}
                            class="wu-way"
                            act={Action::take_turn(person.who)}
                        >
                            <span>{label}</span>
                            <span class="wu-small">{stands(ui, person)}</span>
                        </button>
                    </div>
                }
            </div>
        </div>
    }
}

fn stands(ui: &Ui, person: &PersonView) -> &'static str {
    let texts = &ui.texts.later().weigh;
    match (person.complete, person.begun) {
        (true, _) => texts.has_answered,
        (false, true) => texts.has_begun,
        (false, false) => "",
    }
}

fn guess(ui: &Ui, view: &TurnView) -> Html {
    let texts = &ui.texts.later().weigh;
    let own = view.who == Person::Patient;
    markup! { ui,
        <div>
            if own && view.guess == GuessView::Waiting {
                <div key="guess" class="wu-turn__guess"><p>{texts.guess_waits}</p></div>
            } else if own && view.guess == GuessView::Ready {
                <div key="guess" class="wu-turn__guess">
                    <p>{texts.guess_ready}</p>
                    <div class="wu-row">
                        <button type="button" class="wu-button wu-button--quiet" act={Action::reveal_guess()}>
                            {texts.guess_show}
                        </button>
                    </div>
                </div>
            }
        </div>
    }
}
