//! A list that people make together: its lines, and a form to add one.

use weighup_core::consultation::{Action, List, Note, Presence};
use yew::{AttrValue, Html};

use crate::Ui;
use crate::act::Act;
use crate::markup::{button, copied, el, is, keyed, list, maybe, part, tag, text, theirs, wrap};
use crate::texts::fill;

/// One line with what can be done to it.
pub fn note(ui: &Ui, which: List, note: &Note) -> Html {
    let texts = &ui.texts.decide;
    let remove = fill(texts.remove, &[("words", &note.words)]);
    let when = (!note.when.is_empty()).then(|| {
        let words = fill(texts.by_when, &[("when", &note.when)]);
        keyed(&words, wrap("span", "wu-soft", copied(&words)))
    });
    let act = ui.does(Action::remove_note(which, note.id));
    let words = vec![theirs("span", "", &note.words), copied(" "), maybe(when)];
    el(
        "div",
        "wu-notes__line",
        vec![
            el("span", "wu-notes__words", words),
            button("wu-link", act, copied(&remove)),
        ],
    )
}

/// The form: what, and by when if that is asked. `name` is unique in the widget; nothing else is called `add`.
pub fn add(ui: &Ui, name: &str, which: List, who: Presence, labels: &[&'static str], add: &str) -> Html {
    let fields = labels.iter().enumerate().map(|(at, label)| {
        let id = ui.id(&[name, &at.to_string()].concat());
        keyed(label, field(id, label))
    });
    let press = tag(
        "button",
        &["type", "class", "part"],
        vec![
            is("submit"),
            is("wu-button wu-button--quiet"),
            part("wu-button wu-button--quiet"),
        ],
        copied(add),
    );
    tag(
        "form",
        &["class", "data-act"],
        vec![is("wu-notes__add"), ui.act(Act::AddNote(which, who))],
        list(vec![el("div", "wu-notes__fields", fields.collect()), press]),
    )
}

fn field(id: AttrValue, label: &'static str) -> Html {
    let input = tag(
        "input",
        &["type", "dir", "id", "autocomplete", "class", "part"],
        vec![
            is("text"),
            is("auto"),
            Some(id.clone()),
            is("off"),
            is("wu-input"),
            part("wu-input"),
        ],
        Html::default(),
    );
    let label = tag(
        "label",
        &["for", "class"],
        vec![Some(id), is("wu-field__label")],
        text(label),
    );
    el("div", "wu-notes__field", vec![label, input])
}
