//! Less, the value, more: buttons, no dragging. The value stands between them and as a line of its length.

use weighup_core::consultation::Action;
use yew::{Html, classes, html};

use crate::Ui;
use crate::texts::fill;

/// A value to step.
pub struct Stepper<'a> {
    /// What it is the value of; part of both buttons' names.
    pub name: &'a str,
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
pub fn stepper(ui: &Ui, stepper: &Stepper<'_>) -> Html {
    let texts = &ui.texts.weigh;
    let button = |sign: &'static str, template: &'static str, action: Option<Action>| {
        html! {
            <button key={sign} type="button" class="wu-stepper__button"
                aria-label={fill(template, &[("name", stepper.name)])} aria-disabled={action.is_none().then_some("true")}
                onclick={action.map(|action| ui.act(action))}>
                <span aria-hidden="true">{ sign }</span>
            </button>
        }
    };
    html! {
        <div class="wu-stepper">
            { button("−", texts.less, stepper.less.clone()) }
            <span class={classes!("wu-stepper__value", (!stepper.answered).then_some("wu-stepper__value--none"))}
                key={stepper.value.to_owned()} translate="no">
                { stepper.value.to_owned() }
            </span>
            { button("+", texts.more, stepper.more.clone()) }
        </div>
    }
}
