//! A box for a person's own words.

use web_sys::HtmlTextAreaElement;
use weighup_core::consultation::Action;
use yew::{Html, InputEvent, TargetCast, html};

use crate::Ui;
use crate::texts::Headed;

/// The box. `name` is unique in the widget; `typed` makes an action of the text after every change.
pub fn own_words(
    ui: &Ui,
    name: &str,
    text: Headed,
    value: &str,
    typed: impl Fn(String) -> Action + 'static,
) -> Html {
    let id = ui.id(name);
    let hint = ui.id(&format!("{name}-hint"));
    let input = ui.with(move |event: InputEvent| {
        typed(
            event
                .target_dyn_into::<HtmlTextAreaElement>()
                .map(|area| area.value())
                .unwrap_or_default(),
        )
    });
    html! {
        <div class="wu-field">
            <label class="wu-field__label" for={id.clone()}>{ text.title }</label>
            <span class="wu-field__hint" id={hint.clone()}>{ text.hint }</span>
            <textarea class="wu-input" id={id} aria-describedby={hint} rows="3" value={value.to_owned()}
                autocomplete="off" spellcheck="true" oninput={input} />
        </div>
    }
}
