//! The list of steps: where the person is, and every step one press away. A short line with a disclosure on a
//! narrow screen.

use weighup_core::consultation::{Action, Step};
use weighup_core::view::StepLink;
use yew::{Html, Properties, classes, function_component, html, use_context, use_state_eq};

use crate::Ui;
use crate::texts::fill;

/// Properties of [`StepsNav`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The steps.
    pub steps: Vec<StepLink>,
}

/// The list of steps.
#[function_component]
pub fn StepsNav(props: &Props) -> Html {
    let open = use_state_eq(|| None::<Step>);
    let Some(ui) = use_context::<Ui>() else {
        return html! { <nav /> };
    };
    let current = props
        .steps
        .iter()
        .position(|link| link.current)
        .unwrap_or_default();
    let step = props.steps.get(current).map(|link| link.step).unwrap_or_default();
    // Opening belongs to the step it happened on: going to another step closes the list.
    let is_open = *open == Some(step);
    let toggle = {
        let open = open.clone();
        move |_| open.set(if is_open { None } else { Some(step) })
    };
    let list = ui.id("steps");
    let line = fill(
        ui.texts.shell.step_of,
        &[
            ("n", &(current + 1).to_string()),
            ("all", &props.steps.len().to_string()),
            ("name", ui.texts.step(step).name),
        ],
    );
    html! {
        <nav class="wu-steps" aria-label={ui.texts.shell.steps}>
            <button type="button" class="wu-steps__toggle" aria-expanded={is_open.to_string()}
                aria-controls={list.clone()} onclick={toggle}>
                <span key={line.clone()}>{ line }</span>
            </button>
            <ol id={list} class={classes!("wu-steps__list", is_open.then_some("wu-steps__list--open"))}>
                for link in props.steps.iter().copied() {
                    <li key={ui.texts.step(link.step).name} class={classes!(
                        "wu-steps__item",
                        link.visited.then_some("wu-steps__item--visited"),
                        link.current.then_some("wu-steps__item--current"),
                    )}>
                        <button type="button" class="wu-steps__link" onclick={ui.act(Action::GoTo(link.step))}
                            aria-current={link.current.then_some("step")}>
                            <span>{ ui.texts.step(link.step).name }</span>
                            if link.visited && !link.current {
                                <span class="wu-hidden">{ format!(" ({})", ui.texts.shell.visited) }</span>
                            }
                        </button>
                    </li>
                }
            </ol>
        </nav>
    }
}
