//! Weigh: what to change first, then everything next to it, read back in words; own concerns; deal-breakers.

mod concerns;
mod limits;

use weighup_core::consultation::{Action, Weighable};
use weighup_core::view::{WeighItem, WeighView};
use yew::{Html, classes, html};

use crate::Ui;
use crate::parts::choices::{Choice, Kind, choices};
use crate::parts::said::{numerals, phrase, sentence, sentences};
use crate::parts::stepper::{Stepper, stepper};

/// The step.
pub fn weigh(ui: &Ui, view: &WeighView) -> Html {
    html! {
        <>
            { first(ui, view) }
            { others(ui, view) }
            { read_back(ui, view) }
            { concerns::concerns(ui, &view.concerns) }
            { limits::limits(ui, view) }
            { left_out(ui, &view.left_out) }
        </>
    }
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
    html! {
        <section class="wu-card wu-weigh__first">
            { choices(ui, "weigh-first", Kind::One, text.title, Some(text.hint), answers.collect()) }
        </section>
    }
}

fn others(ui: &Ui, view: &WeighView) -> Html {
    let texts = &ui.texts.weigh;
    let chosen = view.items.iter().any(|item| item.first);
    html! {
        <section class="wu-card">
            <h2 class="wu-h2">{ texts.others.title }</h2>
            if chosen {
                <p key="hint">{ numerals(texts.others.hint) }</p>
                <ul key="items" class="wu-weigh__items">
                    for item in &view.items {
                        <li key={id(&item.what).to_owned()}
                            class={classes!("wu-weigh__item", item.first.then_some("wu-weigh__item--first"))}>
                            { one(ui, item) }
                        </li>
                    }
                </ul>
                <div key="left">
                    if let Some(left) = &view.still_to_answer {
                        { sentence("wu-weigh__left", left) }
                    }
                </div>
            } else {
                <p key="wait" class="wu-soft">{ texts.others_wait }</p>
            }
        </section>
    }
}

fn one(ui: &Ui, item: &WeighItem) -> Html {
    let texts = &ui.texts.weigh;
    let points = item.points.map(|points| points.to_string());
    html! {
        <>
            <div class="wu-weigh__what">
                <p class="wu-weigh__name">{ phrase("", &item.name) }</p>
                { sentence("wu-weigh__swing", &item.swing) }
                { length(item.points) }
            </div>
            <div class="wu-weigh__value">
                if item.first {
                    <p key="first" class="wu-weigh__reference">
                        <strong class="wu-stepper__value" translate="no">{ points.unwrap_or_default() }</strong>
                        <span class="wu-soft wu-small">{ texts.reference }</span>
                    </p>
                } else {
                    <div key="stepper">
                        { stepper(ui, &Stepper {
                            name: &item.name,
                            value: points.as_deref().unwrap_or(texts.unanswered),
                            answered: item.points.is_some(),
                            less: item.can_lower.then(|| Action::FewerPoints(item.what.clone())),
                            more: item.can_raise.then(|| Action::MorePoints(item.what.clone())),
                        }) }
                    </div>
                }
            </div>
        </>
    }
}

/// The value as a length, next to the others of the list.
fn length(points: Option<u8>) -> Html {
    html! {
        <svg class="wu-weigh__length" viewBox="0 0 100 4" width="100" height="4" preserveAspectRatio="none"
            aria-hidden="true" focusable="false">
            <rect class="wu-weigh__track" width="100" height="4" fill="currentColor" />
            <rect width={points.unwrap_or_default().to_string()} height="4" fill="currentColor" />
        </svg>
    }
}

fn read_back(ui: &Ui, view: &WeighView) -> Html {
    let texts = &ui.texts.weigh;
    if view.read_back.is_empty() && view.about_equal.is_none() {
        return html! { <div /> };
    }
    html! {
        <section class="wu-card wu-weigh__read-back">
            <h2 class="wu-h2">{ texts.read_back }</h2>
            { sentences("wu-list--plain", &view.read_back) }
            if let Some(equal) = &view.about_equal {
                { sentence("", equal) }
            }
            <p class="wu-soft">{ texts.read_back_hint }</p>
        </section>
    }
}

fn left_out(ui: &Ui, left_out: &[(String, String)]) -> Html {
    if left_out.is_empty() {
        return html! { <div /> };
    }
    html! {
        <section class="wu-card">
            <h2 class="wu-h2">{ ui.texts.weigh.left_out }</h2>
            <dl class="wu-facts">
                for (name, why) in left_out {
                    <dt key={format!("t:{name}")}>{ name.clone() }</dt>
                    <dd key={format!("d:{name}:{why}")}>{ numerals(why) }</dd>
                }
            </dl>
        </section>
    }
}
