//! Where the person is: the four stages, and the steps of the one they are in. Everything is one or two presses away and nothing has
//! to be opened for it.

use weighup_core::consultation::Action;
use weighup_core::view::{StageLink, StepLink};
use yew::Html;

use crate::Ui;
use crate::markup::{Keyed, markup, when};

/// The stages, each with the step that it leads to.
pub fn stages_nav(ui: &Ui, stages: &[StageLink]) -> Html {
    markup! { ui,
        <nav aria-label={ui.texts.shell.stages} class="wu-stages">
            <ol class="wu-stages__list">for stage in stages { {stage_item(ui, stage)} }</ol>
        </nav>
    }
}

fn stage_item(ui: &Ui, link: &StageLink) -> Keyed {
    let name = ui.texts.stage_name(link.stage);
    let class = if link.current {
        "wu-stages__item wu-stages__item--current"
    } else {
        "wu-stages__item"
    };
    markup! { ui,
        <li key={name} class={class}>
            <button
                type="button"
                aria-current={when(link.current, "true")}
                class="wu-stages__link"
                act={Action::go_to(link.to)}
            >
                {name}
            </button>
        </li>
    }
}

/// The steps of the stage that the person is in; nothing where it has but one.
pub fn steps_nav(ui: &Ui, stages: &[StageLink]) -> Html {
    let steps = stages
        .iter()
        .find(|stage| stage.current)
        .map(|stage| &*stage.steps)
        .filter(|steps| steps.len() > 1);
    markup! { ui,
        <div class="wu-steps">
            if let Some(steps) = steps {
                <nav aria-label={ui.texts.shell.steps}>
                    <ol class="wu-steps__list">for link in steps { {step_item(ui, link)} }</ol>
                </nav>
            }
        </div>
    }
}

fn step_item(ui: &Ui, link: &StepLink) -> Keyed {
    let name = ui.texts.step(link.step).name;
    let class = if link.current {
        "wu-steps__item wu-steps__item--current"
    } else {
        "wu-steps__item"
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
