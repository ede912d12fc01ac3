//! Start again, asked twice in the page itself.

use weighup_core::consultation::Action;
use yew::{AttrValue, Html};

use crate::Ui;
use crate::act::Act;
use crate::markup::{button, el, is, list, maybe, p, part, tag, text, truth};

/// The button and its question.
pub fn start_again(ui: &Ui) -> Html {
    let asking = ui.open.again;
    let open = tag(
        "button",
        &["type", "aria-expanded", "class", "part", "data-act"],
        vec![
            is("button"),
            truth(asking),
            is("wu-button wu-button--quiet"),
            is("button button-secondary"),
            ui.act(Act::AskAgain(!asking)),
        ],
        text(ui.texts.shell.start_again),
    );
    el("div", "wu-again", vec![open, maybe(asking.then(|| question(ui)))])
}

fn question(ui: &Ui) -> Html {
    let texts = &ui.texts.summary;
    let name: AttrValue = ui.id("start-again");
    let answers = vec![
        button("wu-button", ui.does(Action::start_again()), text(texts.again_yes)),
        button(
            "wu-button wu-button--quiet",
            ui.act(Act::AskAgain(false)),
            text(texts.again_no),
        ),
    ];
    tag(
        "div",
        &["role", "aria-labelledby", "class"],
        vec![is("group"), Some(name.clone()), is("wu-again__question")],
        list(vec![
            tag(
                "h3",
                &["id", "class", "part"],
                vec![Some(name), is("wu-h3"), part("wu-h3")],
                text(texts.again.title),
            ),
            p("", texts.again.hint),
            el("div", "wu-row", answers),
        ]),
    )
}
