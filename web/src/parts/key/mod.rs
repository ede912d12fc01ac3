//! How to read the pictures.

use yew::Html;

use crate::Ui;
use crate::markup::{el, is, keyed, line, list, maybe, none, says, tag};
use crate::parts::picture::{PERSON, hatching};

/// The key, one line a state. `name` is unique in the widget.
pub fn key(ui: &Ui, name: &str) -> Html {
    let texts = &ui.texts.compare;
    let hatch = ui.id(&[name, "-key-hatch"].concat());
    let url = ["url(#", &hatch, ")"].concat();
    let states = [
        (is("currentColor"), None, texts.key_certain),
        (says(&url), Some(hatch), texts.key_band),
        (is("none"), None, texts.key_rest),
    ];
    let items = states.into_iter().map(|(fill, hatch, words)| {
        let person = tag(
            "path",
            &["d", "fill", "stroke", "stroke-width"],
            vec![is(PERSON), fill, is("currentColor"), is("1.1")],
            none(),
        );
        let icon = tag(
            "svg",
            &["viewBox", "width", "height", "aria-hidden", "focusable", "class"],
            vec![
                is("2 0 16 22"),
                is("16"),
                is("22"),
                is("true"),
                is("false"),
                is("wu-key__icon"),
            ],
            list(vec![maybe(hatch.map(hatching)), person]),
        );
        keyed(words, el("li", "", vec![icon, line("span", "", words)]))
    });
    tag(
        "ul",
        &["aria-label", "class"],
        vec![is(texts.key), is("wu-key")],
        list(items.collect()),
    )
}
