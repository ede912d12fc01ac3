//! A question with answers to choose from: radio buttons for one, checkboxes for any.

use weighup_core::consultation::Action;
use yew::{Event, Html, classes, html};

use crate::Ui;
use crate::parts::said::numerals;

/// How many may be chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One.
    One,
    /// Any number.
    Any,
}

/// One answer.
pub struct Choice {
    /// Unique in the question.
    pub id: String,
    /// Its label.
    pub label: Html,
    /// A sentence under it.
    pub hint: Option<String>,
    /// Chosen.
    pub chosen: bool,
    /// False when choosing it would do nothing now.
    pub able: bool,
    /// What choosing it does.
    pub action: Action,
}

impl Choice {
    /// An answer with a plain label.
    #[must_use]
    pub fn new(id: impl Into<String>, label: &str, chosen: bool, action: Action) -> Self {
        Self {
            id: id.into(),
            label: numerals(label),
            hint: None,
            chosen,
            able: true,
            action,
        }
    }
}

/// The question. `name` is unique in the widget.
pub fn choices(
    ui: &Ui,
    name: &str,
    kind: Kind,
    legend: &str,
    hint: Option<&str>,
    answers: Vec<Choice>,
) -> Html {
    let group = ui.id(name);
    let hint_id = ui.id(&format!("{name}-hint"));
    html! {
        <fieldset class="wu-choices" aria-describedby={hint.is_some().then(|| hint_id.clone())}>
            <legend class="wu-choices__legend"><span key={legend.to_owned()}>{ legend.to_owned() }</span></legend>
            if let Some(hint) = hint {
                <p id={hint_id} key={hint.to_owned()} class="wu-choices__hint">{ numerals(hint) }</p>
            }
            <div class="wu-choices__list">
                for answer in answers {
                    <div key={answer.id.clone()}>{ one(ui, &group, kind, answer) }</div>
                }
            </div>
        </fieldset>
    }
}

fn one(ui: &Ui, group: &str, kind: Kind, answer: Choice) -> Html {
    let id = format!("{group}-{}", answer.id);
    let hint_id = format!("{id}-hint");
    let (input, shape) = match kind {
        Kind::One => ("radio", "wu-choice--one"),
        Kind::Any => ("checkbox", "wu-choice--any"),
    };
    html! {
        <div class={classes!("wu-choice", shape, (!answer.able).then_some("wu-choice--unable"))}>
            <input class="wu-choice__input" type={input} id={id.clone()} name={group.to_owned()} checked={answer.chosen}
                disabled={!answer.able} aria-describedby={answer.hint.is_some().then(|| hint_id.clone())}
                onchange={ui.act::<Event>(answer.action)} />
            <div class="wu-choice__text">
                <label class="wu-choice__label" for={id}>{ answer.label }</label>
                if let Some(hint) = answer.hint {
                    <p id={hint_id} key={hint.clone()} class="wu-choice__hint">{ numerals(&hint) }</p>
                }
            </div>
        </div>
    }
}
