//! A box for a person's own words.

use yew::{Html, NodeRef};

use crate::Ui;
use crate::act::Act;
use crate::markup::{el, is, tag, text, textarea};
use crate::texts::Headed;

/// The box. `name` is unique in the widget; `act` takes the text after every change.
pub fn own_words(ui: &Ui, name: &str, words: Headed, value: &str, act: Act) -> Html {
    let id = ui.id(name);
    let hint = ui.id(&[name, "-hint"].concat());
    el(
        "div",
        "wu-field",
        vec![
            tag(
                "label",
                &["for", "class"],
                vec![Some(id.clone()), is("wu-field__label")],
                text(words.title),
            ),
            tag(
                "span",
                &["id", "class"],
                vec![Some(hint.clone()), is("wu-field__hint")],
                text(words.hint),
            ),
            textarea(
                &NodeRef::default(),
                &[
                    "id",
                    "aria-describedby",
                    "rows",
                    "dir",
                    "autocomplete",
                    "spellcheck",
                    "class",
                    "part",
                    "data-act",
                ],
                vec![
                    Some(id),
                    Some(hint),
                    is("3"),
                    is("auto"),
                    is("off"),
                    is("true"),
                    is("wu-input"),
                    is("input"),
                    ui.act(act),
                ],
                value,
            ),
        ],
    )
}
