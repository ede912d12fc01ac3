//! A box for a person's own words.

use weighup_core::consultation::{Room, TypedIn};
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{empty, markup};
use crate::texts::{Headed, fill};

/// The box. `name` is unique in the widget; `act` takes the text after every change. What is too long to be kept stays in it until
/// the person shortens it.
pub fn own_words(ui: &Ui, name: &str, words: Headed, kept: &str, act: Act) -> Html {
    let id = ui.id(name);
    let hint = ui.id(&[name, "-hint"].concat());
    let value = act
        .typed_in()
        .and_then(|place| ui.too_long(&place))
        .unwrap_or(kept);
    markup! { ui,
        <div class="wu-field">
            <label for={&id} class="wu-field__label">{words.title}</label>
            <span id={&hint} class="wu-field__hint">{words.hint}</span>
            <textarea
                id={&id}
                aria-describedby={&hint}
                rows="3"
                dir="auto"
                autocomplete="off"
                spellcheck="true"
                class="wu-input"
                act={act}
                value={value}
            />
            <div role="status">{room(ui, value)}</div>
        </div>
    }
}

/// How much room there is, where that is worth saying.
fn room(ui: &Ui, words: &str) -> Html {
    let told = &ui.texts.told;
    let (said, n) = match Room::beside(words) {
        None => return empty(),
        Some(Room::Left(n)) => (told.room_left, n),
        Some(Room::Over(n)) => (told.room_over, n),
        Some(Room::TooLong(n)) => (told.room_none, n),
    };
    markup! { ui, <p class="wu-field__room">{fill(said, &[("n", &n.to_string())])}</p> }
}

impl Act {
    /// The box that it is about.
    fn typed_in(&self) -> Option<TypedIn> {
        match self {
            Self::Words(place) => Some(TypedIn::Words(*place)),
            Self::Questions => Some(TypedIn::Questions),
            _ => None,
        }
    }
}
