//! A box for a person's own words.

use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::markup;
use crate::texts::Headed;

/// The box. `name` is unique in the widget; `act` takes the text after every change.
pub fn own_words(ui: &Ui, name: &str, words: Headed, value: &str, act: Act) -> Html {
    let id = ui.id(name);
    let hint = ui.id(&[name, "-hint"].concat());
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
        </div>
    }
}
