//! How to read the pictures.

use yew::Html;

use crate::Ui;
use crate::markup::markup;
use crate::parts::picture::{Icon, icon};

/// The key: one line per state of an icon.
pub fn key(ui: &Ui, per_row: u32) -> Html {
    let texts = &ui.texts.compare;
    let states = [
        (Icon::Certain, texts.key_certain),
        (Icon::Band, texts.key_band),
        (Icon::Rest, texts.key_rest),
    ];
    markup! { ui,
        <ul aria-label={texts.key} class="wu-key">
            for (state, words) in states {
                <li key={words}>{icon(ui, state, per_row)}<span>{words}</span></li>
            }
        </ul>
    }
}
