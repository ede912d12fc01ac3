//! Whose turn it is, large; handing over is asked for first. What is known of the hidden guess.

use weighup_core::consultation::{Action, Person};
use weighup_core::view::{GuessView, PersonView, TurnView};
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{button, copied, el, is, keyed, line, list, maybe, p, part, tag, text, truth, wrap};
use crate::texts::Headed;

/// The panel.
pub(super) fn turn(ui: &Ui, view: &TurnView) -> Html {
    let texts = &ui.texts.weigh;
    let said = of(view.who, texts.turns);
    let back = (view.who != Person::Patient).then(|| {
        let act = ui.does(Action::take_turn(Person::Patient));
        keyed("back", button("wu-button", act, text(texts.hand_back)))
    });
    let change = tag(
        "button",
        &["type", "aria-expanded", "class", "part", "data-act"],
        vec![
            is("button"),
            truth(ui.open.turns),
            is("wu-link"),
            part("wu-link"),
            ui.act(Act::Turns),
        ],
        text(texts.turn_change),
    );
    // Who answers alone has no turn: only the way for somebody else to answer too.
    let alone = view.who == Person::Patient
        && view.guess == GuessView::None
        && !view
            .people
            .iter()
            .any(|person| person.who != Person::Patient && person.begun);
    let choice = ui.open.turns.then(|| choose(ui, view, alone));
    let title = (!alone).then(|| keyed(said.title, line("h2", "wu-h2 wu-turn__who", said.title)));
    let hint = (!alone).then(|| keyed(said.hint, wrap("div", "", p("", said.hint))));
    el(
        "section",
        match (alone, ui.open.turns) {
            (false, _) => "wu-card wu-turn",
            (true, true) => "wu-card",
            (true, false) => "wu-turn--alone",
        },
        vec![
            maybe(title),
            maybe(hint),
            el("div", "wu-row", vec![maybe(back), keyed("change", change)]),
            wrap("div", "", maybe(choice)),
            guess(ui, view),
        ],
    )
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
    let texts = &ui.texts.weigh;
    // Where nothing stands above it, it is the heading of the card.
    let (level, look) = if alone { ("h2", "wu-h2") } else { ("h3", "wu-h3") };
    let id = ui.id("turns");
    let people = view.people.iter().zip(texts.people).map(|(person, label)| {
        let act = ui.does(Action::take_turn(person.who));
        let now = truth(person.who == view.who);
        let words = vec![
            line("span", "", label),
            wrap("span", "wu-small", stands(ui, person)),
        ];
        let one = tag(
            "button",
            &["type", "aria-pressed", "class", "data-act"],
            vec![is("button"), now, is("wu-way"), act],
            list(words),
        );
        keyed(name(person.who), wrap("div", "", one))
    });
    tag(
        "div",
        &["role", "aria-labelledby", "class"],
        vec![is("group"), Some(id.clone()), is("wu-turn__choose")],
        list(vec![
            tag(
                level,
                &["id", "class"],
                vec![Some(id), is(look)],
                text(texts.turn_legend),
            ),
            el("div", "wu-ways", people.collect()),
        ]),
    )
}

fn stands(ui: &Ui, person: &PersonView) -> Html {
    let texts = &ui.texts.weigh;
    let words = match (person.complete, person.begun) {
        (true, _) => texts.has_answered,
        (false, true) => texts.has_begun,
        (false, false) => "",
    };
    copied(words)
}

fn guess(ui: &Ui, view: &TurnView) -> Html {
    let texts = &ui.texts.weigh;
    let hidden = match view.guess {
        _ if view.who != Person::Patient => None,
        GuessView::None | GuessView::Shown => None,
        GuessView::Waiting => Some(el("div", "wu-turn__guess", vec![p("", texts.guess_waits)])),
        GuessView::Ready => {
            let act = ui.does(Action::reveal_guess());
            let show = button("wu-button wu-button--quiet", act, text(texts.guess_show));
            Some(el(
                "div",
                "wu-turn__guess",
                vec![p("", texts.guess_ready), wrap("div", "wu-row", show)],
            ))
        }
    };
    wrap("div", "", maybe(hidden.map(|hidden| keyed("guess", hidden))))
}
