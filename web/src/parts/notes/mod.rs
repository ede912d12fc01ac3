//! A list that people make together: its lines, and a form to add one.

use weighup_core::consultation::{Action, List, MAX_NOTES, Note, Presence, places_left};
use yew::{AttrValue, Html};

use crate::Ui;
use crate::act::Act;
use crate::markup::{Keyed, empty, markup, theirs};
use crate::texts::fill;

/// One line with what can be done to it.
pub fn note(ui: &Ui, which: List, note: &Note) -> Html {
    let texts = &ui.texts.later().decide;
    let when = (!note.when.is_empty()).then(|| fill(texts.by_when, &[("when", &note.when)]));
    markup! { ui,
        <div class="wu-notes__line">
            <span class="wu-notes__words">
                {theirs("span", "", &note.words)}
                " "
                if let Some(when) = when { <span key={&when.clone()} class="wu-soft">{when}</span> }
            </span>
            <button type="button" class="wu-link" act={Action::remove_note(which, note.id)}>
                {fill(texts.remove, &[("words", &note.words)])}
            </button>
        </div>
    }
}

/// The form: what, and by when if that is asked. `name` is unique in the widget; nothing else is called `add`. `taken` is how many lines
/// the list has: that it fills up is said before it is full.
pub fn add(
    ui: &Ui,
    name: &str,
    which: List,
    who: Presence,
    labels: &[&'static str],
    add: &str,
    taken: usize,
) -> Html {
    let left = places_left(taken, MAX_NOTES);
    if left == Some(0) {
        return places(ui, left);
    }
    markup! { ui,
        <form class="wu-notes__add" act={Act::AddNote(which, who)}>
            <div class="wu-notes__fields">
                for (at, label) in labels.iter().enumerate() {
                    {field(ui, ui.id(&[name, &at.to_string()].concat()), label)}
                }
            </div>
            <button type="submit" class="wu-button wu-button--quiet">{add.to_owned()}</button>
            {places(ui, left)}
        </form>
    }
}

/// How many more can be added, where that is worth saying.
pub fn places(ui: &Ui, left: Option<usize>) -> Html {
    let told = &ui.texts.later().told;
    let said = match left {
        None => return empty(),
        Some(0) => told.places_none.to_owned(),
        Some(left) => fill(told.places_left, &[("n", &left.to_string())]),
    };
    markup! { ui, <p class="wu-field__room">{said}</p> }
}

fn field(ui: &Ui, id: AttrValue, label: &'static str) -> Keyed {
    markup! { ui,
        <div key={label} class="wu-notes__field">
            <label for={&id} class="wu-field__label">{label}</label>
            <input type="text" dir="auto" id={&id} autocomplete="off" class="wu-input"/>
        </div>
    }
}
