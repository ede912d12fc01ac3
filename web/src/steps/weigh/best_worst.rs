//! Best-worst: what matters most, what least, and the rest next to those two, in steps of plain words.

use weighup_core::consultation::{Action, Weighable};
use weighup_core::view::{PairView, WeighView};
use yew::Html;

use super::id;
use super::points::still;
use crate::Ui;
use crate::markup::{card, el, h2, keyed, p, wrap};
use crate::parts::choices::{Choice, Kind, choices};
use crate::parts::said::{Words, phrase};
use crate::parts::stepper::{Stepper, stepper};
use crate::texts::Headed;

/// The section.
pub(super) fn best_worst(
    ui: &Ui,
    view: &WeighView,
    best: Option<&Weighable>,
    worst: Option<&Weighable>,
    pairs: &[PairView],
) -> Html {
    let texts = &ui.texts.weigh;
    let ask = |name: &str, words: Headed, chosen: Option<&Weighable>, action: fn(Weighable) -> Action| {
        let answers = view.items.iter().map(|item| Choice {
            hint: Some(item.swing.clone()),
            ..Choice::new(
                id(&item.what),
                Words::Aid(&item.name),
                chosen == Some(&item.what),
                action(item.what.clone()),
            )
        });
        choices(
            ui,
            name,
            Kind::One,
            Words::Ours(words.title),
            Some(Words::Ours(words.hint)),
            answers.collect(),
        )
    };
    let both = vec![
        ask("weigh-best", texts.best, best, Action::choose_best),
        ask("weigh-worst", texts.worst, worst, Action::choose_worst),
    ];
    let rest = if pairs.is_empty() {
        keyed("wait", wrap("div", "", p("wu-soft", texts.pairs_wait)))
    } else {
        let rows = pairs
            .iter()
            .map(|pair| keyed(&pair.name, el("li", "wu-weigh__item", row(ui, pair))));
        let rows = vec![
            p("", texts.pairs.hint),
            el("ul", "wu-weigh__items wu-pairs", rows.collect()),
        ];
        keyed("pairs", el("div", "", rows))
    };
    el(
        "div",
        "",
        vec![
            el("section", "wu-card wu-two wu-weigh__first", both),
            card(vec![h2(texts.pairs.title), rest, still(view)]),
        ],
    )
}

fn row(ui: &Ui, pair: &PairView) -> Vec<Html> {
    let texts = &ui.texts.weigh;
    let stepper = stepper(
        ui,
        Stepper {
            name: &pair.name,
            buttons: [texts.less, texts.more],
            value: pair.said.as_deref().unwrap_or(texts.unanswered),
            answered: pair.said.is_some(),
            less: pair.less.clone(),
            more: pair.more.clone(),
        },
    );
    vec![
        wrap("p", "wu-weigh__name", phrase("", &pair.name)),
        wrap("div", "", stepper),
    ]
}
