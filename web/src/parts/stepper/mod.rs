//! Less, the value, more: buttons, no dragging. The value stands between them and as a line of its length.

use weighup_core::consultation::Action;
use yew::Html;

use crate::Ui;
use crate::markup::{copied, markup, when};
use crate::texts::fill;

/// A value to step.
pub struct Stepper<'a> {
    /// What it is the value of; part of both buttons' names.
    pub name: &'a str,
    /// The buttons' names, less and more, with a place for `{name}`; nothing else on the page is called so.
    pub buttons: [&'static str; 2],
    /// The value as shown.
    pub value: &'a str,
    /// Whether that is an answer.
    pub answered: bool,
    /// What one less does; `None` at the end.
    pub less: Option<Action>,
    /// What one more does; `None` at the end.
    pub more: Option<Action>,
}

/// The control. The buttons stay focusable at either end, so that focus is never lost under a person.
pub fn stepper(ui: &Ui, stepper: Stepper<'_>) -> Html {
    let [less, more] = stepper.buttons;
    let button = |sign: &'static str, template: &str, action: Option<Action>| {
        markup! { ui,
            <button
                type="button"
                aria-label={fill(template, &[("name", stepper.name)])}
                aria-disabled={when(action.is_none(), "true")}
                class="wu-stepper__button"
                act={action}
            >
                <span aria-hidden="true">{sign}</span>
            </button>
        }
    };
    let class = if stepper.answered {
        "wu-stepper__value"
    } else {
        "wu-stepper__value wu-stepper__value--none"
    };
    markup! { ui,
        <div class="wu-stepper">
            {button("−", less, stepper.less)}
            <span key={stepper.value} translate="no" class={class}>{copied(stepper.value)}</span>
            {button("+", more, stepper.more)}
        </div>
    }
}
