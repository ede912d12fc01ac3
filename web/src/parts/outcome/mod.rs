//! One outcome in Compare: what it is, who the numbers are about, when, then the options side by side.

use std::rc::Rc;

use weighup_core::consultation::Action;
use weighup_core::view::{CellView, OutcomeCard};
use yew::{AttrValue, Html, Properties, classes, function_component, html, use_context};

use crate::Ui;
use crate::parts::figure::{common_certainty, figure};
use crate::parts::key::key;
use crate::parts::said::{numerals, paragraphs, phrase, sentence, sentences};
use crate::parts::segmented::{Segment, segmented};
use crate::parts::sources::sources;
use crate::texts::fill;

/// Properties of [`Outcome`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The outcome.
    pub card: Rc<OutcomeCard>,
    /// "No one can know which of the 100 people you would be."
    pub no_one_can_know: AttrValue,
}

/// The card of an outcome.
#[function_component]
pub fn Outcome(props: &Props) -> Html {
    let Some(ui) = use_context::<Ui>() else {
        return html! { <section /> };
    };
    let card = &*props.card;
    let name = name(&ui, card);
    let certainty = common_certainty(&card.cells);
    let heading = ui.id(&format!("{name}-h"));
    // The static page has a card for every point in time: the time is part of each one's name.
    let label = match when(&ui, &name) {
        Some(when) => format!("{heading} {when}"),
        None => heading.to_string(),
    };
    html! {
        <section class="wu-card wu-outcome" aria-labelledby={label}>
            <h2 class="wu-h2" id={heading}><span key={card.name.clone()}>{ card.name.clone() }</span></h2>
            { about(&ui, card) }
            { horizon(&ui, &name, card) }
            <div class={classes!("wu-figures", columns(card.cells.len()))}>
                for cell in &card.cells {
                    { figure(&name, cell, certainty.is_none()) }
                }
            </div>
            <div class="wu-outcome__certainty">
                if let Some(certainty) = certainty {
                    { sentence("", certainty) }
                }
            </div>
            { key(&ui, &name) }
            { sentence("wu-outcome__no-one", &props.no_one_can_know) }
            if !card.differences.is_empty() {
                <h3 class="wu-h3">{ ui.texts.compare.differences }</h3>
                { sentences("", &card.differences) }
            }
            if let Some(note) = &card.note {
                <p key={note.clone()} class="wu-note">
                    <strong>{ format!("{}. ", ui.texts.compare.note) }</strong>
                    { numerals(note) }
                </p>
            }
            { origin(&ui, card) }
        </section>
    }
}

/// A name that is unique in the widget; the static page has every point in time of every outcome.
fn name(ui: &Ui, card: &OutcomeCard) -> String {
    match card.horizons.iter().find(|choice| choice.selected) {
        Some(now) if ui.still => format!("{}-{}", card.id, now.id),
        _ => card.id.to_string(),
    }
}

/// The id of the point in time, where there are cards for several.
fn when(ui: &Ui, name: &str) -> Option<String> {
    ui.still.then(|| ui.id(&format!("{name}-when")).to_string())
}

const fn columns(count: usize) -> &'static str {
    match count {
        0..=2 => "wu-figures--2",
        3 => "wu-figures--3",
        _ => "wu-figures--4",
    }
}

fn about(ui: &Ui, card: &OutcomeCard) -> Html {
    let texts = &ui.texts.compare;
    html! {
        <div class="wu-outcome__about">
            { paragraphs(&card.about) }
            if let Some(name) = &card.medical_name {
                { sentence("wu-soft", &fill(texts.also_called, &[("name", name)])) }
            }
            <p key={card.group.clone()} class="wu-soft">
                <strong>{ format!("{}: ", texts.group) }</strong>
                { numerals(&card.group) }
            </p>
        </div>
    }
}

/// The point in time: a control when there are several, words when there is one.
fn horizon(ui: &Ui, name: &str, card: &OutcomeCard) -> Html {
    let several = card.horizons.len() > 1 && !ui.still;
    html! {
        <div class="wu-outcome__horizon" id={when(ui, name)}>
            if several {
                { segmented(ui, &format!("{name}-horizon"), ui.texts.compare.horizon, card.horizons.iter().map(|choice| Segment {
                    label: choice.label.clone(),
                    selected: choice.selected,
                    action: Action::ChooseHorizon(card.id.clone(), choice.id.clone()),
                }).collect()) }
            } else {
                { sentence("wu-outcome__when", &card.horizon) }
            }
        </div>
    }
}

/// Where the numbers come from, one tap away.
fn origin(ui: &Ui, card: &OutcomeCard) -> Html {
    let texts = &ui.texts.compare;
    html! {
        <details class="wu-details" open={ui.still}>
            <summary>{ texts.source }</summary>
            <div class="wu-details__body">
                { sentence("", &card.analysis) }
                <dl class="wu-facts">
                    for cell in &card.cells {
                        if let CellView::Known(figure) = cell {
                            <dt key={figure.option.id.as_str().to_owned()}>{ phrase("", &figure.option.name) }</dt>
                            <dd key={format!("{}:{}", figure.option.id, figure.worked_out)}>
                                { phrase("", &figure.worked_out) }
                                <span>{ " " }</span>
                                { phrase("wu-soft", &figure.status) }
                            </dd>
                        }
                    }
                </dl>
                { sources(ui, &card.sources) }
            </div>
        </details>
    }
}
