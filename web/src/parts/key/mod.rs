//! How to read the pictures.

use yew::Html;

use crate::Ui;
use crate::markup::markup;
use crate::parts::picture::{Icon, icon, square};

/// The key: one line per state of an icon, drawn as a person, as a square, or as both where the page has both.
pub fn key(ui: &Ui, per_row: &[u32]) -> Html {
    let many = per_row.iter().position(|row| *row > 10).unwrap_or_default();
    lines(ui, |state| {
        let shapes = per_row.iter().take(many + 1).copied();
        markup! { <>for row in shapes { <span key={&row.to_string()}>{icon(ui, state, row)}</span> }</> }
    })
}

/// The same for strips of squares: three of them, as one alone is the mark of an option.
pub fn squares_key(ui: &Ui) -> Html {
    lines(ui, |state| {
        let one = || square(ui, state);
        markup! { ui, <span class="wu-key__strip">{one()}{one()}{one()}</span> }
    })
}

fn lines(ui: &Ui, drawn: impl Fn(Icon) -> Html) -> Html {
    let texts = &ui.texts.later().compare;
    let states = [
        (Icon::Certain, texts.key_certain),
        (Icon::Band, texts.key_band),
        (Icon::Rest, texts.key_rest),
    ];
    markup! { ui,
        <ul aria-label={texts.key} class="wu-key">
            for (state, words) in states {
                <li key={words}>{drawn(state)}<span>{words}</span></li>
            }
        </ul>
    }
}
