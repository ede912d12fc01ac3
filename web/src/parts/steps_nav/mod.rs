//! The list of steps: where the person is, and every step one press away. A short line with a disclosure on a
//! narrow screen.

use weighup_core::consultation::Action;
use weighup_core::view::StepLink;
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{copied, is, keyed, line, list, maybe, tag, truth, when, wrap};
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
    let toggle = tag(
        "button",
        &["type", "aria-expanded", "aria-controls", "class", "data-act"],
        vec![
            is("button"),
            truth(open),
            Some(id.clone()),
            is("wu-steps__toggle"),
            ui.act(Act::Steps),
        ],
        keyed(&line, wrap("span", "", copied(&line))),
    );
    let class = if open {
        "wu-steps__list wu-steps__list--open"
    } else {
        "wu-steps__list"
    };
    let items = tag(
        "ol",
        &["id", "class"],
        vec![Some(id), is(class)],
        list(steps.iter().map(|link| item(ui, link)).collect()),
    );
    tag(
        "nav",
        &["aria-label", "class", "part"],
        vec![is(ui.texts.shell.steps), is("wu-steps"), is("steps")],
        list(vec![toggle, items]),
    )
}

fn item(ui: &Ui, link: &StepLink) -> Html {
    let name = ui.texts.step(link.step).name;
    let class = match (link.visited, link.current) {
        (false, false) => "wu-steps__item",
        (true, false) => "wu-steps__item wu-steps__item--visited",
        (false, true) => "wu-steps__item wu-steps__item--current",
        (true, true) => "wu-steps__item wu-steps__item--visited wu-steps__item--current",
    };
    let visited = (link.visited && !link.current).then(|| {
        let words = [" (", ui.texts.shell.visited, ")"].concat();
        wrap("span", "wu-hidden", copied(&words))
    });
    let button = tag(
        "button",
        &["type", "aria-current", "class", "data-act"],
        vec![
            is("button"),
            when(link.current, "step"),
            is("wu-steps__link"),
            ui.does(Action::go_to(link.step)),
        ],
        list(vec![line("span", "", name), maybe(visited)]),
    );
    keyed(name, wrap("li", class, button))
}
