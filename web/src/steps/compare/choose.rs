//! Which options are compared, when, and what comes first.

use weighup_core::aid::OutcomeId;
use weighup_core::consultation::{Action, CompareAs, OutcomeOrder};
use weighup_core::view::{CompareView, OrderFrom, OrderItem, OrderView};
use yew::{AttrValue, Html};

use crate::Ui;
use crate::act::Act;
use crate::markup::{markup, when};
use crate::parts::choices::{ChoiceItem, HowMany, choices};
use crate::parts::option_mark::option_name;
use crate::parts::segmented::{Segment, segmented};
use crate::parts::sentences::{WordsOf, quoted};
use crate::texts::fill;

/// One tap away: few people need it before they have read the first numbers.
pub(super) fn choose(ui: &Ui, view: &CompareView) -> Html {
    let texts = &ui.texts.later().compare;
    let options = view.options.iter().map(|(head, shown)| ChoiceItem {
        id: head.id.as_str().to_owned(),
        label: option_name(ui, head).into(),
        hint: None,
        chosen: *shown,
        able: view.can_hide || !*shown,
        action: Action::toggle_option(head.id.clone()),
    });
    let options = choices(
        ui,
        "compare-show",
        HowMany::Any,
        WordsOf::Ours(texts.show),
        None,
        options.collect(),
    );
    let times = view.times.iter().map(|choice| Segment {
        label: choice.label.clone(),
        ours: false,
        selected: choice.selected,
        action: Action::choose_horizon_for_all(choice.id.clone()),
    });
    let timed = !view.times.is_empty() && view.show_as != CompareAs::Table;
    markup! { ui,
        <div class="wu-compare__choose">
            <div class="wu-compare__show">
                {options}
                if !view.can_hide { <p class="wu-soft wu-small">{texts.two_stay}</p> }
                <div>if timed { {segmented(ui, "compare-times", texts.times, times.collect())} }</div>
            </div>
            <div class="wu-compare__order">{order(ui, &view.order)}</div>
        </div>
    }
}

/// The id of the control that moves an outcome up: after it has moved, the focus is still on it.
pub(crate) fn order_control(ui: &Ui, id: &OutcomeId) -> AttrValue {
    ui.id(&["up-", id.as_str()].concat())
}

fn order(ui: &Ui, order: &OrderView) -> Html {
    let texts = &ui.texts.later().compare;
    let choice = |label: &str, from: OrderFrom, order_: OutcomeOrder| Segment {
        label: label.to_owned(),
        ours: true,
        selected: order.from == from,
        action: Action::order_outcomes(order_),
    };
    let mut ways = vec![choice(texts.order_aid, OrderFrom::Aid, order.at_first.clone())];
    if let Some(marked) = &order.marked {
        ways.push(choice(
            ui.texts.later().marks.order,
            OrderFrom::Marks,
            marked.clone(),
        ));
    }
    if order.weighed {
        ways.push(choice(
            texts.order_weights,
            OrderFrom::Weights,
            OutcomeOrder::Weights,
        ));
    }
    let back = order.weighed || order.marked.is_some() || order.from != OrderFrom::Aid;
    markup! { ui,
        <>
            <h2 class="wu-h3">{texts.order.title}</h2>
            <p class="wu-soft wu-small">{texts.order.hint}</p>
            <div>if back { {segmented(ui, "compare-order", texts.order_by, ways)} }</div>
            <ol class="wu-order">
                for item in &order.items {
                    <li key={item.id.as_str()}>{up(ui, item)}{quoted(ui, "", &item.name)}</li>
                }
            </ol>
        </>
    }
}

/// The control that moves an outcome up.
fn up(ui: &Ui, item: &OrderItem) -> Html {
    let order = item.up.as_ref();
    markup! { ui,
        <button
            type="button"
            id={order_control(ui, &item.id)}
            aria-label={fill(ui.texts.later().compare.move_up, &[("name", &item.name)])}
            aria-disabled={when(order.is_none(), "true")}
            class="wu-button wu-button--small wu-up"
            act={order.map(|order| Act::Raise(item.id.clone(), order.clone()))}
        >
            "↑"
        </button>
    }
}
