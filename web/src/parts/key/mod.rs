//! How to read the pictures.

use yew::{Html, html};

use crate::Ui;
use crate::parts::picture::{PERSON, hatching};

/// The key, one line a state. `name` is unique in the widget.
pub fn key(ui: &Ui, name: &str) -> Html {
    let texts = &ui.texts.compare;
    let hatch = ui.id(&format!("{name}-key-hatch"));
    let states = [
        ("currentColor".to_owned(), texts.key_certain),
        (format!("url(#{hatch})"), texts.key_band),
        ("none".to_owned(), texts.key_rest),
    ];
    html! {
        <ul class="wu-key" aria-label={texts.key}>
            for (fill, text) in states {
                <li key={text}>
                    <svg class="wu-key__icon" viewBox="2 0 16 22" width="16" height="22" aria-hidden="true" focusable="false">
                        if fill.starts_with("url") {
                            <defs>{ hatching(hatch.clone()) }</defs>
                        }
                        <path d={PERSON} fill={fill} stroke="currentColor" stroke-width="1.1" />
                    </svg>
                    <span>{ text }</span>
                </li>
            }
        </ul>
    }
}
