//! A question with answers to choose from: radio buttons for one, checkboxes for any.

use weighup_core::consultation::Action;
use yew::{AttrValue, Html};

use crate::Ui;
use crate::markup::{Keyed, markup};
use crate::parts::sentences::WordsOf;

/// How many may be chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum HowMany {
    /// One.
    One,
    /// Any number.
    Any,
}

/// One answer.
pub struct ChoiceItem {
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

impl ChoiceItem {
    /// An answer with a plain label.
    #[must_use]
    pub fn new(ui: &Ui, id: impl Into<String>, label: WordsOf<'_>, chosen: bool, action: Action) -> Self {
        Self {
            id: id.into(),
            label: label.html(ui),
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
    kind: HowMany,
    legend: WordsOf<'_>,
    hint: Option<WordsOf<'_>>,
    answers: Vec<ChoiceItem>,
) -> Html {
    let group = ui.id(name);
    let hint_id = hint.map(|_| ui.id(&[name, "-hint"].concat()));
    markup! { ui,
        <fieldset aria-describedby={&hint_id} class="wu-choices">
            <legend class="wu-choices__legend">
                <span key={legend.text()}>{legend.html(ui)}</span>
            </legend>
            {hint.map(|hint| hinted(ui, "wu-choices__hint", &hint_id, hint))}
            <div class="wu-choices__list">
                for answer in answers {
                    <div key={&answer.id.clone()}>{one(ui, &group, kind, answer)}</div>
                }
            </div>
        </fieldset>
    }
}

fn hinted(ui: &Ui, class: &'static str, id: &Option<AttrValue>, hint: WordsOf<'_>) -> Keyed {
    markup! { ui, <p key={hint.text()} id={id} class={class}>{hint.html(ui)}</p> }
}

fn one(ui: &Ui, group: &AttrValue, kind: HowMany, answer: ChoiceItem) -> Html {
    let id = AttrValue::from([group.as_str(), "-", &answer.id].concat());
    let hint_id = answer
        .hint
        .is_some()
        .then(|| AttrValue::from([&id, "-hint"].concat()));
    let (shape, class) = match (kind, answer.able) {
        (HowMany::One, true) => ("radio", "wu-choice wu-choice--one"),
        (HowMany::Any, true) => ("checkbox", "wu-choice wu-choice--any"),
        (HowMany::One, false) => ("radio", "wu-choice wu-choice--one wu-choice--unable"),
        (HowMany::Any, false) => ("checkbox", "wu-choice wu-choice--any wu-choice--unable"),
    };
    markup! { ui,
        <div class={class}>
            <input
                type={shape}
                id={&id}
                name={group}
                aria-describedby={&hint_id}
                disabled={!answer.able}
                class="wu-choice__input"
                act={answer.action}
                checked={answer.chosen}
            />
            <div class="wu-choice__text">
                <label for={&id} class="wu-choice__label">{answer.label}</label>
                {answer.hint.map(|hint| hinted(ui, "wu-choice__hint", &hint_id, WordsOf::Aid(&hint)))}
            </div>
        </div>
    }
}
