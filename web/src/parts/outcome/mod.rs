//! One outcome in Compare: what it is, when, the options side by side, then what the numbers mean.

mod panels;
mod saved;
mod studies;

use weighup_core::consultation::{Action, CompareAs};
use weighup_core::view::{CompareView, OutcomeCard};
use yew::{AttrValue, Html};

use crate::Ui;
use crate::act::{Act, Panel};
use crate::markup::{Keyed, empty, h3, markup, pictured};
use crate::parts::amount;
use crate::parts::figure::{Shown, change, common_certainty, figure};
use crate::parts::marking;
use crate::parts::segmented::{Segment, segmented};
use crate::parts::sentences::{WordsOf, numerals, paragraphs, quoted, sentence, sentences};
use crate::parts::sure::sure;
use crate::texts::fill;

pub(crate) use saved::saved;

/// A card, and where it stands.
#[derive(Clone, Copy)]
pub struct PlacedCard<'a> {
    /// The page it is on.
    pub view: &'a CompareView,
    /// The card.
    pub card: &'a OutcomeCard,
    /// Its place among the cards.
    pub at: usize,
}

/// The card of an outcome.
///
/// Every option's number, picture and range, and how sure the evidence is, are always in view: for every outcome alike, so
/// that none reads as the one that counts. What the numbers mean and where they come from are one tap away.
pub fn outcome(ui: &Ui, place: PlacedCard<'_>) -> Keyed {
    let card = place.card;
    let name = name(ui, card);
    let heading = ui.id(&[&name, "-h"].concat());
    // The static page has a card for every point in time: the time is part of each one's name.
    let label = match moment(ui, &name) {
        Some(when) => [heading.as_str(), &when].join(" "),
        None => heading.to_string(),
    };
    let whole = ui.still || ui.open.shows(&card.id, Panel::Meaning, ui.full);
    // Where the page has pictures of several crowds, those of the smallest are smaller.
    let class = if place.view.per_row.len() > 1 {
        "wu-card wu-outcome wu-crowds"
    } else {
        "wu-card wu-outcome"
    };
    let no_range = card
        .no_range
        .as_ref()
        .filter(|_| !whole && card.changes.is_none());
    markup! { ui,
        <section key={&name} aria-labelledby={label} class={class}>
            <div class="wu-outcome__head">
                {pictured(ui, &["picture-outcome-", card.id.as_str()], card.drawing.as_ref())}
                <h2 id={heading} class="wu-h2">{quoted(ui, "", &card.name)}</h2>
                {marking::opener(ui, &card.mark)}
                {marking::own(ui, &card.mark.said)}
                if marking::is_open(ui, &card.mark) {
                    {marking::panel(ui, &card.mark, place.view.order.bring.as_ref())}
                } else {
                    {empty()}
                }
                {horizon(ui, &name, card)}
                {group(ui, place)}
            </div>
            {card.studies.as_ref().map(|studies| studies::name(ui, &studies.name))}
            {figures(ui, place, whole)}
            {no_range.map(|no| sentence(ui, "wu-figure__range", no))}
            {common_certainty(&card.cells).map(|figure| sure(ui, figure, whole))}
            {studies::others(ui, place, whole)}
            if !ui.still { {opener(ui, card, Panel::Meaning, ui.texts.later().compare.more, whole)} }
            <div class="wu-outcome__body">
                if whole { {meaning(ui, place)} {panels::panels(ui, place)} }
            </div>
        </section>
    }
}

/// What a row of the matrix opens to: all of the card but its name.
pub fn details(ui: &Ui, place: PlacedCard<'_>) -> Html {
    let card = place.card;
    let name = name(ui, card);
    markup! { ui,
        <div class={if place.view.per_row.len() > 1 { "wu-outcome wu-crowds" } else { "wu-outcome" }}>
            <h2 class="wu-hidden">{quoted(ui, "", &card.name)}</h2>
            {horizon(ui, &name, card)}
            {group(ui, place)}
            {card.studies.as_ref().map(|studies| studies::name(ui, &studies.name))}
            {figures(ui, place, true)}
            {common_certainty(&card.cells).map(|figure| sure(ui, figure, true))}
            {studies::others(ui, place, true)}
            <div class="wu-outcome__body">{meaning(ui, place)} {panels::panels(ui, place)}</div>
        </div>
    }
}

/// A quiet control that shows or hides part of a card. Every card has it, with the outcome's name for those who hear it
/// without the card around it.
fn opener(ui: &Ui, card: &OutcomeCard, panel: Panel, words: &'static str, open: bool) -> Html {
    markup! { ui,
        <button
            type="button"
            aria-expanded={open}
            class="wu-link wu-opener"
            act={Act::Card(card.id.clone(), panel)}
        >
            {words}
            <span class="wu-hidden">{[" ", &card.name].concat()}</span>
        </button>
    }
}

/// The options side by side: what happens with each, or what changes with each.
fn figures(ui: &Ui, place: PlacedCard<'_>, whole: bool) -> Html {
    let card = place.card;
    let pictures = place.view.show_as != CompareAs::Numbers;
    if let Some(measured) = &card.measured {
        return if pictures || whole {
            amount::measured(ui, measured)
        } else {
            markup! { <ul class="wu-brief">for row in &measured.rows { {amount::brief(ui, row)} }</ul> }
        };
    }
    let mut shown = Shown {
        picture: pictures,
        certainty: common_certainty(&card.cells).is_none(),
        whole,
    };
    let mut cells: Vec<Keyed> = Vec::with_capacity(card.cells.len());
    let mut class = columns(card.cells.len(), pictures);
    match card.changes.as_ref().filter(|_| pictures) {
        Some(changes) => {
            class = with_changes(class);
            shown.certainty = false;
            cells.push(figure(ui, &changes.against, shown));
            cells.extend(changes.cells.iter().map(|cell| change(ui, cell)));
        }
        None => cells.extend(card.cells.iter().map(|cell| figure(ui, cell, shown))),
    }
    markup! { <div class={class}>for cell in cells { {cell} }</div> }
}

/// Pictures of changes have more words: they stand under one another, not beside.
fn with_changes(columns: &'static str) -> &'static str {
    if columns.contains("--3") {
        "wu-figures wu-figures--3 wu-figures--drawn wu-figures--changes"
    } else {
        columns
    }
}

const fn columns(count: usize, pictures: bool) -> &'static str {
    match (count, pictures) {
        (0..=2, false) => "wu-figures wu-figures--2",
        (3, false) => "wu-figures wu-figures--3",
        (_, false) => "wu-figures wu-figures--4",
        (0..=2, true) => "wu-figures wu-figures--2 wu-figures--drawn",
        (3, true) => "wu-figures wu-figures--3 wu-figures--drawn",
        (_, true) => "wu-figures wu-figures--4 wu-figures--drawn",
    }
}

/// What the pictures and the numbers mean.
fn meaning(ui: &Ui, place: PlacedCard<'_>) -> Html {
    let (card, texts) = (place.card, &ui.texts.later().compare);
    let counted = card.measured.is_none();
    let drawn = counted && place.view.show_as != CompareAs::Numbers;
    // Each picture of a change has its own sentence.
    let changed = drawn && card.changes.is_some();
    let assumes = card.changes.as_ref().filter(|_| drawn);
    markup! { ui,
        <div class="wu-outcome__text">
            <div>
                if !changed && !card.differences.is_empty() {
                    {h3(ui, texts.differences)}
                    {sentences(ui, "wu-list", &card.differences)}
                }
                {assumes.map(|changes| sentences(ui, "wu-list wu-list--plain", &changes.assumes))}
                if let Some(note) = &card.note {
                    <p key={note} class="wu-note">
                        <strong>{[texts.note, ". "].concat()}</strong>
                        {numerals(ui, note)}
                    </p>
                }
            </div>
            <div>
                {h3(ui, texts.about)}
                {paragraphs(ui, &card.about)}
                {card.medical_name.as_ref().map(|name| also_called(ui, name))}
            </div>
        </div>
    }
}

fn also_called(ui: &Ui, name: &str) -> Keyed {
    let called = fill(ui.texts.later().compare.also_called, &[("name", name)]);
    markup! { ui, <p key={&called} class="wu-soft">{WordsOf::Ours(&called).html(ui)}</p> }
}

/// A name that is unique in the widget; the static page has every point in time of every outcome.
fn name(ui: &Ui, card: &OutcomeCard) -> String {
    match card.horizons.iter().find(|choice| choice.selected) {
        Some(now) if ui.still => {
            let group = card.for_group.as_ref().map_or("", |group| group.as_str());
            [card.id.as_str(), now.id.as_str(), group].join("-")
        }
        _ => card.id.as_str().to_owned(),
    }
}

/// The id of the point in time, where there are cards for several.
fn moment(ui: &Ui, name: &str) -> Option<AttrValue> {
    ui.still.then(|| ui.id(&[name, "-when"].concat()))
}

/// Who the numbers are about, unless the page says it once for all.
fn group(ui: &Ui, place: PlacedCard<'_>) -> Option<Keyed> {
    let said = place.view.people.is_some();
    (!said).then(|| sentence(ui, "wu-soft wu-outcome__who", &place.card.group))
}

/// The point in time: a control when there are several, words when there is one.
fn horizon(ui: &Ui, name: &str, card: &OutcomeCard) -> Html {
    let several = card.horizons.len() > 1 && !ui.still;
    let shown = if several {
        let segments = card.horizons.iter().map(|choice| Segment {
            label: choice.label.clone(),
            ours: false,
            selected: choice.selected,
            action: Action::choose_horizon(card.id.clone(), choice.id.clone()),
        });
        let group = [name, "-horizon"].concat();
        segmented(ui, &group, ui.texts.later().compare.horizon, segments.collect())
    } else {
        sentence(ui, "wu-outcome__when", &card.horizon).into()
    };
    markup! { <div id={moment(ui, name)} class="wu-outcome__horizon">{shown}</div> }
}
