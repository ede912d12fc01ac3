//! Compare: outcome by option, as pictures with their numbers or as one table.

use std::rc::Rc;

use weighup_core::consultation::{Action, CompareAs};
use weighup_core::view::{CompareView, SummaryTable};
use yew::{AttrValue, Html, html};

use crate::Ui;
use crate::parts::choices::{Choice, Kind, choices};
use crate::parts::figures_table::figures_table;
use crate::parts::option_mark::option_name;
use crate::parts::outcome::Outcome;
use crate::parts::said::sentence;
use crate::parts::segmented::{Segment, segmented};

/// The step.
pub fn compare(ui: &Ui, view: &CompareView, table: &SummaryTable) -> Html {
    html! {
        <>
            <section class="wu-card">
                { sentence("wu-compare__note", &view.denominator_note) }
                { sentence("", &view.no_one_can_know) }
                { controls(ui, view) }
            </section>
            <div class="wu-compare__outcomes">
                if view.show_as == CompareAs::Table {
                    <section class="wu-card" key="table">{ figures_table(ui, table) }</section>
                } else {
                    { outcomes(view) }
                }
            </div>
        </>
    }
}

/// Every outcome as a card.
fn outcomes(view: &CompareView) -> Html {
    let no_one_can_know = AttrValue::from(view.no_one_can_know.clone());
    html! {
        <div key="pictures">
            for card in &view.outcomes {
                <Outcome key={card.id.as_str().to_owned()} card={Rc::new(card.clone())}
                    no_one_can_know={no_one_can_know.clone()} />
            }
        </div>
    }
}

fn controls(ui: &Ui, view: &CompareView) -> Html {
    if ui.still {
        return html! { <div /> };
    }
    let texts = &ui.texts.compare;
    let segment = |label: &str, as_: CompareAs| Segment {
        label: label.to_owned(),
        selected: view.show_as == as_,
        action: Action::CompareAs(as_),
    };
    let options = view.options.iter().map(|(head, shown)| Choice {
        id: head.id.as_str().to_owned(),
        label: option_name(head),
        hint: None,
        chosen: *shown,
        able: view.can_hide || !*shown,
        action: Action::ToggleOption(head.id.clone()),
    });
    html! {
        <div class="wu-compare__controls">
            { segmented(ui, "compare-as", texts.show_as, vec![
                segment(texts.pictures, CompareAs::Pictures),
                segment(texts.table, CompareAs::Table),
            ]) }
            <div class="wu-compare__show">
                { choices(ui, "compare-show", Kind::Any, texts.show, None, options.collect()) }
                if !view.can_hide {
                    <p class="wu-soft wu-small">{ texts.two_stay }</p>
                }
            </div>
        </div>
    }
}
