//! Ranking: what has a place, in order, with buttons to move it; below it what is still to place.

use weighup_core::consultation::{Action, Place, Weighable};
use weighup_core::view::{PlacedView, WeighItem, WeighView};
use yew::Html;

use super::id;
use super::points::still;
use crate::Ui;
use crate::markup::{
    Value, button, card, copied, el, h2, h3, is, keyed, list, maybe, p, part, says, tag, text, truth, when,
    wrap,
};
use crate::parts::said::{figure, phrase, sentence};
use crate::texts::fill;

/// The section.
pub(super) fn ranking(ui: &Ui, view: &WeighView, placed: &[PlacedView]) -> Html {
    let texts = &ui.texts.weigh;
    let of = |what: &Weighable| view.items.iter().find(|item| item.what == *what);
    let rows = placed
        .iter()
        .filter_map(|at| of(&at.what).map(|item| keyed(id(&at.what), row(ui, at, item))));
    let open = view
        .items
        .iter()
        .filter(|item| placed.iter().all(|at| at.what != item.what));
    let open: Vec<Html> = open
        .map(|item| keyed(id(&item.what), to_place(ui, item)))
        .collect();
    let more = (!open.is_empty()).then(|| {
        let open = vec![h3(texts.rank_open), el("ul", "wu-weigh__items", open)];
        keyed("open", el("div", "", open))
    });
    let rows: Vec<Html> = rows.collect();
    let rows = (!rows.is_empty()).then(|| keyed("placed", el("ol", "wu-weigh__items", rows)));
    card(vec![
        h2(texts.rank.title),
        p("", texts.rank.hint),
        wrap("div", "", maybe(rows)),
        wrap("div", "", maybe(more)),
        still(view),
    ])
}

fn named(item: &WeighItem) -> Html {
    el(
        "div",
        "wu-weigh__what",
        vec![
            wrap("p", "wu-weigh__name", phrase("", &item.name)),
            sentence("wu-weigh__swing", &item.swing),
        ],
    )
}

fn row(ui: &Ui, at: &PlacedView, item: &WeighItem) -> Html {
    let texts = &ui.texts.weigh;
    let class = if at.same {
        "wu-weigh__item wu-rank wu-rank--same"
    } else {
        "wu-weigh__item wu-rank"
    };
    let sign = |place: Place, sign: &'static str, template: &str, action: Option<&Action>| {
        tag(
            "button",
            &[
                "type",
                "aria-label",
                "aria-disabled",
                "class",
                "data-act",
                "data-focus",
            ],
            vec![
                is("button"),
                says(&fill(template, &[("name", &item.name)])),
                when(action.is_none(), "true"),
                is("wu-stepper__button"),
                action.cloned().and_then(|action| ui.does(action)),
                focus(ui, at, place),
            ],
            tag("span", &["aria-hidden"], vec![is("true")], text(sign)),
        )
    };
    let hidden = wrap("span", "wu-hidden", copied(&[" ", &item.name].concat()));
    let same = tag(
        "button",
        &[
            "type",
            "aria-pressed",
            "aria-disabled",
            "class",
            "part",
            "data-act",
            "data-focus",
        ],
        vec![
            is("button"),
            truth(at.same),
            when(at.together.is_none(), "true"),
            is("wu-button wu-button--small wu-rank__same"),
            part("wu-button wu-button--small wu-rank__same"),
            at.together.clone().and_then(|action| ui.does(action)),
            focus(ui, at, Place::Same),
        ],
        list(vec![text(texts.rank_same), hidden]),
    );
    let place = keyed(&at.place, wrap("p", "wu-rank__place", figure("", &at.place)));
    let buttons = vec![
        sign(Place::Up, "↑", texts.rank_up, at.up.as_ref()),
        sign(Place::Down, "↓", texts.rank_down, at.down.as_ref()),
        same,
    ];
    el(
        "li",
        class,
        vec![place, named(item), el("div", "wu-rank__buttons", buttons)],
    )
}

/// The mark of the control that had the focus before its row moved. What was just placed goes on with its first button.
fn focus(ui: &Ui, at: &PlacedView, place: Place) -> Value {
    let held = ui.open.moved.as_ref()?;
    let here = held.0 == at.what && (held.1 == place || (held.1 == Place::Next && place == Place::Up));
    when(here, "true")
}

fn to_place(ui: &Ui, item: &WeighItem) -> Html {
    let words = vec![
        text(ui.texts.weigh.rank_next),
        wrap("span", "wu-hidden", copied(&[" ", &item.name].concat())),
    ];
    let act = ui.does(Action::rank(item.what.clone(), Place::Next));
    let next = button("wu-button wu-button--quiet", act, list(words));
    el("li", "wu-weigh__item", vec![named(item), wrap("div", "", next)])
}
