//! Less, the value, more: buttons, no dragging. The value stands between them and as a line of its length.

use weighup_core::consultation::Action;
use yew::Html;

use crate::Ui;
use crate::markup::{copied, el, is, keyed, says, tag, text, when};
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
        tag(
            "button",
            &["type", "aria-label", "aria-disabled", "class", "data-act"],
            vec![
                is("button"),
                says(&fill(template, &[("name", stepper.name)])),
                when(action.is_none(), "true"),
                is("wu-stepper__button"),
                action.and_then(|action| ui.does(action)),
            ],
            tag("span", &["aria-hidden"], vec![is("true")], text(sign)),
        )
    };
    let class = if stepper.answered {
        "wu-stepper__value"
    } else {
        "wu-stepper__value wu-stepper__value--none"
    };
    let value = tag(
        "span",
        &["translate", "class"],
        vec![is("no"), is(class)],
        copied(stepper.value),
    );
    el(
        "div",
        "wu-stepper",
        vec![
            button("−", less, stepper.less),
            keyed(stepper.value, value),
            button("+", more, stepper.more),
        ],
    )
}
