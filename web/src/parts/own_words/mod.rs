//! A box for a person's own words.

use weighup_core::consultation::{Room, WordsBox};
use yew::{AttrValue, Html};

use crate::Ui;
use crate::act::Act;
use crate::markup::markup;
use crate::texts::{Headed, fill};

/// A name for a box that is unique among them.
pub const fn place_name(which: WordsBox) -> &'static str {
    match which {
        WordsBox::Matters => "matters",
        WordsBox::Worries => "worries",
        WordsBox::Hopes => "hopes",
        WordsBox::WouldNotAccept => "would-not-accept",
        WordsBox::Reservations => "reservations",
        WordsBox::TeachBack => "teach-back",
        WordsBox::Companion => "companion",
        WordsBox::Professional => "professional",
    }
}

/// The box with its label and, where that needs more said, what to write. `name` is unique in the widget; `act` takes the text after every change.
pub fn own_words(ui: &Ui, name: &str, words: Headed, kept: &str, act: Act) -> Html {
    let id = ui.id(name);
    let hint = ui.id(&[name, "-hint"].concat());
    markup! { ui,
        <div class="wu-field">
            <label for={&id} class="wu-field__label">{words.title}</label>
            if !words.hint.is_empty() { <span id={&hint} class="wu-field__hint">{words.hint}</span> }
            {typed(ui, (&id, Some(&hint).filter(|_| !words.hint.is_empty())), "3", kept, act)}
        </div>
    }
}

/// The box alone: by its id and that of its hint, as many lines high as `rows`. What is too long to be kept stays in it until the
/// person shortens it, and how much room there is is said before it is used up.
pub fn typed(
    ui: &Ui,
    (id, hint): (&AttrValue, Option<&AttrValue>),
    rows: &'static str,
    kept: &str,
    act: Act,
) -> Html {
    let place = act.place();
    let value = place
        .as_ref()
        .and_then(|place| ui.too_long(place))
        .unwrap_or(kept);
    let room = place.as_ref().and_then(|place| Room::beside(place, value));
    markup! { ui,
        <>
            <textarea
                id={id}
                aria-describedby={hint}
                rows={rows}
                dir="auto"
                autocomplete="off"
                spellcheck="true"
                class="wu-input"
                act={act}
                value={value}
            />
            <div role="status">{room.map(|room| left(ui, room))}</div>
        </>
    }
}

/// How much room there is.
fn left(ui: &Ui, room: Room) -> Html {
    let told = &ui.texts.later().told;
    let (said, n) = match room {
        Room::Left(n) => (told.room_left, n),
        Room::Over(n) => (told.room_over, n),
        Room::TooLong(n) => (told.room_none, n),
    };
    markup! { ui, <p class="wu-field__room">{fill(said, &[("n", &n.to_string())])}</p> }
}
