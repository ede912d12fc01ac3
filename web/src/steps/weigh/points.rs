//! Ways of answering with points: what to change first and everything next to it, or 100 points to share out.

use weighup_core::consultation::Action;
use weighup_core::view::{WeighItem, WeighView};
use yew::Html;

use super::id;
use crate::Ui;
use crate::markup::{Value, card, el, h2, is, keyed, line, list, maybe, none, p, says, tag, wrap};
use crate::parts::choices::{Choice, Kind, choices};
use crate::parts::said::{Words, figure, phrase, sentence};
use crate::parts::stepper::{Stepper, stepper};
use crate::ui::FIRST;

/// What to change first, and everything next to it.
pub(super) fn swing(ui: &Ui, view: &WeighView) -> Html {
    let others = (ui.parts > FIRST).then(|| others(ui, view));
    el("div", "", vec![first(ui, view), maybe(others)])
}

fn first(ui: &Ui, view: &WeighView) -> Html {
    let text = ui.texts.weigh.first;
    let answers = view.items.iter().map(|item| Choice {
        hint: Some(item.swing.clone()),
        ..Choice::new(
            id(&item.what),
            Words::Aid(&item.name),
            item.first,
            Action::choose_first(item.what.clone()),
        )
    });
    let answers = answers.collect();
    // Once one is chosen, each stands below with the same change beside it: here it is then heard, not seen.
    let class = if view.items.iter().any(|item| item.first) {
        "wu-card wu-weigh__first wu-weigh__first--chosen"
    } else {
        "wu-card wu-weigh__first"
    };
    wrap(
        "section",
        class,
        choices(
            ui,
            "weigh-first",
            Kind::One,
            Words::Ours(text.title),
            Some(Words::Ours(text.hint)),
            answers,
        ),
    )
}

fn others(ui: &Ui, view: &WeighView) -> Html {
    let texts = &ui.texts.weigh;
    if !view.items.iter().any(|item| item.first) {
        let wait = wrap("div", "", p("wu-soft", texts.others_wait));
        return card(vec![h2(texts.others.title), keyed("wait", wait)]);
    }
    card(vec![
        h2(texts.others.title),
        keyed("hint", wrap("p", "", Words::Ours(texts.others.hint).html())),
        items(ui, view),
        still(view),
    ])
}

/// 100 points to share out. What is left stands above and below, and never stops anyone.
pub(super) fn share(ui: &Ui, view: &WeighView, left: &str) -> Html {
    let texts = &ui.texts.weigh;
    card(vec![
        h2(texts.share.title),
        wrap("p", "", Words::Ours(texts.share.hint).html()),
        sentence("wu-weigh__left wu-weigh__remainder", left),
        items(ui, view),
        still(view),
    ])
}

fn items(ui: &Ui, view: &WeighView) -> Html {
    let items = view.items.iter().map(|item| {
        let class = if item.first {
            "wu-weigh__item wu-weigh__item--first"
        } else {
            "wu-weigh__item"
        };
        keyed(id(&item.what), el("li", class, one(ui, item)))
    });
    el("ul", "wu-weigh__items", items.collect())
}

/// What is still to answer.
pub(super) fn still(view: &WeighView) -> Html {
    let left = view.still_to_answer.as_ref();
    wrap(
        "div",
        "",
        maybe(left.map(|left| sentence("wu-weigh__left", left))),
    )
}

fn one(ui: &Ui, item: &WeighItem) -> Vec<Html> {
    let texts = &ui.texts.weigh;
    let points = item.points.map(|points| points.to_string());
    let value = if item.first {
        let words = vec![
            figure("wu-stepper__value", points.as_deref().unwrap_or_default()),
            line("span", "wu-soft wu-small", texts.reference),
        ];
        keyed("first", el("p", "wu-weigh__reference", words))
    } else {
        let stepper = stepper(
            ui,
            Stepper {
                name: &item.name,
                buttons: [texts.less, texts.more],
                value: points.as_deref().unwrap_or(texts.unanswered),
                answered: item.points.is_some(),
                less: item.less.clone(),
                more: item.more.clone(),
            },
        );
        keyed("stepper", wrap("div", "", stepper))
    };
    let what = vec![
        wrap("p", "wu-weigh__name", phrase("", &item.name)),
        sentence("wu-weigh__swing", &item.swing),
        length(says(points.as_deref().unwrap_or("0"))),
    ];
    vec![
        el("div", "wu-weigh__what", what),
        wrap("div", "wu-weigh__value", value),
    ]
}

/// The value as a length, next to the others of the list.
fn length(points: Value) -> Html {
    let bar = |width: Value, class: Value| {
        tag(
            "rect",
            &["width", "height", "fill", "class"],
            vec![width, is("4"), is("currentColor"), class],
            none(),
        )
    };
    tag(
        "svg",
        &[
            "viewBox",
            "width",
            "height",
            "preserveAspectRatio",
            "aria-hidden",
            "focusable",
            "class",
        ],
        vec![
            is("0 0 100 4"),
            is("100"),
            is("4"),
            is("none"),
            is("true"),
            is("false"),
            is("wu-weigh__length"),
        ],
        list(vec![bar(is("100"), is("wu-weigh__track")), bar(points, None)]),
    )
}
