//! Which options are compared, when, and what comes first.

use weighup_core::aid::OutcomeId;
use weighup_core::consultation::{Action, CompareAs, OutcomeOrder};
use weighup_core::view::{CompareView, OrderFrom, OrderView};
use yew::{AttrValue, Html};

use crate::Ui;
use crate::act::Act;
use crate::markup::{copied, el, is, keyed, line, list, maybe, p, part, tag, when, wrap};
use crate::parts::choices::{Choice, Kind, choices};
use crate::parts::option_mark::option_name;
use crate::parts::said::{Words, quoted};
use crate::parts::segmented::{Segment, segmented};
use crate::texts::fill;

/// One tap away: few people need it before they have read the first numbers.
pub(super) fn choose(ui: &Ui, view: &CompareView) -> Html {
    let texts = &ui.texts.compare;
    let options = view.options.iter().map(|(head, shown)| Choice {
        id: head.id.as_str().to_owned(),
        label: option_name(head),
        hint: None,
        chosen: *shown,
        able: view.can_hide || !*shown,
        action: Action::toggle_option(head.id.clone()),
    });
    let mut show = vec![
        choices(
            ui,
            "compare-show",
            Kind::Any,
            Words::Ours(texts.show),
            None,
            options.collect(),
        ),
        maybe((!view.can_hide).then(|| p("wu-soft wu-small", texts.two_stay))),
    ];
    let times = view.times.iter().map(|choice| Segment {
        label: choice.label.clone(),
        ours: false,
        selected: choice.selected,
        action: Action::choose_horizon_for_all(choice.id.clone()),
    });
    let timed = !view.times.is_empty() && view.show_as != CompareAs::Table;
    let times = timed.then(|| segmented(ui, "compare-times", texts.times, times.collect()));
    show.push(wrap("div", "", maybe(times)));
    el(
        "div",
        "wu-compare__choose",
        vec![
            el("div", "wu-compare__show", show),
            el("div", "wu-compare__order", order(ui, &view.order)),
        ],
    )
}

/// The id of the control that moves an outcome up: after it has moved, the focus is still on it.
pub(crate) fn order_control(ui: &Ui, id: &OutcomeId) -> AttrValue {
    ui.id(&["up-", id.as_str()].concat())
}

fn order(ui: &Ui, order: &OrderView) -> Vec<Html> {
    let texts = &ui.texts.compare;
    let items = order.items.iter().map(|item| {
        let name = fill(texts.move_up, &[("name", &item.name)]);
        let act = item
            .up
            .as_ref()
            .and_then(|order| ui.act(Act::Raise(item.id.clone(), order.clone())));
        let up = tag(
            "button",
            &[
                "type",
                "id",
                "aria-label",
                "aria-disabled",
                "class",
                "part",
                "data-act",
            ],
            vec![
                is("button"),
                Some(order_control(ui, &item.id)),
                Some(name.into()),
                when(item.up.is_none(), "true"),
                is("wu-button wu-button--small wu-up"),
                part("wu-button wu-button--small wu-up"),
                act,
            ],
            copied("↑"),
        );
        keyed(item.id.as_str(), el("li", "", vec![up, quoted("", &item.name)]))
    });
    let choice = |label: &str, from: OrderFrom, order_: OutcomeOrder| Segment {
        label: label.to_owned(),
        ours: true,
        selected: order.from == from,
        action: Action::order_outcomes(order_),
    };
    let mut ways = vec![choice(texts.order_aid, OrderFrom::Aid, OutcomeOrder::Aid)];
    if order.weighed {
        ways.push(choice(
            texts.order_weights,
            OrderFrom::Weights,
            OutcomeOrder::Weights,
        ));
    }
    let back = order.weighed || order.from != OrderFrom::Aid;
    vec![
        line("h2", "wu-h3", texts.order.title),
        p("wu-soft wu-small", texts.order.hint),
        wrap(
            "div",
            "",
            maybe(back.then(|| segmented(ui, "compare-order", texts.order_by, ways))),
        ),
        tag("ol", &["class"], vec![is("wu-order")], list(items.collect())),
    ]
}
