//! The list of steps: where the person is, and every step one press away. A short line with a disclosure on a
//! narrow screen.

use weighup_core::consultation::Action;
use weighup_core::view::StepLink;
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{Keyed, markup, when};
use crate::texts::fill;

/// The list of steps.
pub fn steps_nav(ui: &Ui, steps: &[StepLink]) -> Html {
    let open = ui.open.steps;
    let current = steps.iter().position(|link| link.current).unwrap_or_default();
    let step = steps.get(current).map(|link| link.step).unwrap_or_default();
    let id = ui.id("steps");
    let line = fill(
        ui.texts.shell.step_of,
        &[
            ("n", &(current + 1).to_string()),
            ("all", &steps.len().to_string()),
            ("name", ui.texts.step(step).name),
        ],
    );
    let class = if open {
        "wu-steps__list wu-steps__list--open"
    } else {
        "wu-steps__list"
    };
    markup! { ui,
        <nav aria-label={ui.texts.shell.steps} class="wu-steps">
            <button
                type="button"
                aria-expanded={open}
                aria-controls={&id}
                class="wu-steps__toggle"
                act={Act::Steps}
            >
                <span key={&line.clone()}>{line}</span>
            </button>
            <ol id={&id} class={class}>
                for link in steps { {item(ui, link)} }
            </ol>
        </nav>
    }
}

fn item(ui: &Ui, link: &StepLink) -> Keyed {
    let name = ui.texts.step(link.step).name;
    let class = match (link.visited, link.current) {
        (false, false) => "wu-steps__item",
        (true, false) => "wu-steps__item wu-steps__item--visited",
        (false, true) => "wu-steps__item wu-steps__item--current",
        (true, true) => "wu-steps__item wu-steps__item--visited wu-steps__item--current",
    };
    markup! { ui,
        <li key={name} class={class}>
            <button
                type="button"
                aria-current={when(link.current, "step")}
                class="wu-steps__link"
                act={Action::go_to(link.step)}
            >
                <span>{name}</span>
                if link.visited && !link.current {
                    <span class="wu-hidden">{[" (", ui.texts.shell.visited, ")"].concat()}</span>
                }
            </button>
        </li>
    }
}
