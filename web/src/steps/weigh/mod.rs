//! Weigh: what to change first, then everything next to it, read back in words; own concerns; deal-breakers.

mod concerns;
mod limits;

use weighup_core::consultation::{Action, Weighable};
use weighup_core::view::{WeighItem, WeighView};
use yew::Html;

use crate::Ui;
use crate::markup::{Value, card, el, empty, h2, is, keyed, line, list, maybe, none, p, says, tag, wrap};
use crate::parts::choices::{Choice, Kind, choices};
use crate::parts::said::{facts, figure, numerals, phrase, sentence, sentences};
use crate::parts::stepper::{Stepper, stepper};

/// The step.
pub fn weigh(ui: &Ui, view: &WeighView) -> Html {
    list(vec![
        group(view),
        first(ui, view),
        others(ui, view),
        read_back(ui, view),
        concerns::concerns(ui, &view.concerns),
        limits::limits(ui, view),
        left_out(ui, &view.left_out),
    ])
}

/// Whose figures these are, and what is kept for another group.
fn group(view: &WeighView) -> Html {
    let said = [view.group.as_ref(), view.kept.as_ref()].into_iter().flatten();
    let said: Vec<Html> = said.map(|said| sentence("", said)).collect();
    maybe((!said.is_empty()).then(|| card(said)))
}

/// A name that is unique among the things to weigh.
fn id(what: &Weighable) -> &str {
    match what {
        Weighable::Outcome(outcome) => outcome.as_str(),
        Weighable::Concern(concern) => &concern.0,
    }
}

fn first(ui: &Ui, view: &WeighView) -> Html {
    let text = ui.texts.weigh.first;
    let answers = view.items.iter().map(|item| Choice {
        hint: Some(item.swing.clone()),
        ..Choice::new(
            id(&item.what),
            &item.name,
            item.first,
            Action::ChooseFirst(item.what.clone()),
        )
    });
    let answers = answers.collect();
    wrap(
        "section",
        "wu-card wu-weigh__first",
        choices(ui, "weigh-first", Kind::One, text.title, Some(text.hint), answers),
    )
}

fn others(ui: &Ui, view: &WeighView) -> Html {
    let texts = &ui.texts.weigh;
    if !view.items.iter().any(|item| item.first) {
        let wait = wrap("div", "", p("wu-soft", texts.others_wait));
        return card(vec![h2(texts.others.title), keyed("wait", wait)]);
    }
    let items = view.items.iter().map(|item| {
        let class = if item.first {
            "wu-weigh__item wu-weigh__item--first"
        } else {
            "wu-weigh__item"
        };
        keyed(id(&item.what), el("li", class, one(ui, item)))
    });
    let left = view.still_to_answer.as_ref();
    card(vec![
        h2(texts.others.title),
        keyed("hint", wrap("p", "", numerals(texts.others.hint))),
        el("ul", "wu-weigh__items", items.collect()),
        wrap(
            "div",
            "",
            maybe(left.map(|left| sentence("wu-weigh__left", left))),
        ),
    ])
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
                less: item.can_lower.then(|| Action::FewerPoints(item.what.clone())),
                more: item.can_raise.then(|| Action::MorePoints(item.what.clone())),
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

fn read_back(ui: &Ui, view: &WeighView) -> Html {
    let texts = &ui.texts.weigh;
    if view.read_back.is_empty() && view.about_equal.is_none() {
        return empty();
    }
    let equal = view.about_equal.as_ref().map(|equal| sentence("", equal));
    el(
        "section",
        "wu-card wu-weigh__read-back",
        vec![
            h2(texts.read_back),
            sentences("wu-list wu-list--plain", &view.read_back),
            maybe(equal),
            p("wu-soft", texts.read_back_hint),
        ],
    )
}

fn left_out(ui: &Ui, left_out: &[(String, String)]) -> Html {
    if left_out.is_empty() {
        return empty();
    }
    card(vec![h2(ui.texts.weigh.left_out), facts(left_out)])
}
