//! One outcome in Compare: what it is, when, the options side by side, then what the numbers mean.

mod panels;
mod saved;

use weighup_core::consultation::{Action, CompareAs};
use weighup_core::view::{CompareView, OutcomeCard};
use yew::Html;

use crate::Ui;
use crate::act::{Act, Panel};
use crate::markup::{
    Value, copied, el, h3, is, keyed, list, maybe, none, part, picture_slot, says, tag, text, truth, wrap,
};
use crate::parts::amount;
use crate::parts::figure::{Shown, change, common_certainty, figure};
use crate::parts::said::{Words, numerals, paragraphs, quoted, sentence, sentences};
use crate::parts::segmented::{Segment, segmented};
use crate::parts::sure::sure;
use crate::texts::fill;

pub(crate) use saved::saved;

/// A card, and where it stands.
#[derive(Clone, Copy)]
pub struct Place<'a> {
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
pub fn outcome(ui: &Ui, place: Place<'_>) -> Html {
    let card = place.card;
    let name = name(ui, card);
    let heading = ui.id(&[&name, "-h"].concat());
    // The static page has a card for every point in time: the time is part of each one's name.
    let label = match moment(ui, &name) {
        Some(when) => [heading.as_str(), &when].join(" "),
        None => heading.to_string(),
    };
    let title = tag(
        "h2",
        &["id", "class", "part"],
        vec![Some(heading), is("wu-h2"), is("card-heading")],
        quoted("", &card.name),
    );
    let head = el(
        "div",
        "wu-outcome__head",
        vec![
            picture_slot(&["picture-outcome-", card.id.as_str()], none()),
            title,
            horizon(ui, &name, card),
            group(place),
        ],
    );
    let whole = ui.still || ui.open.shows(&card.id, Panel::Meaning, ui.full);
    let opens = (!ui.still).then(|| opener(ui, card, Panel::Meaning, ui.texts.compare.more, whole));
    let body = if whole {
        list(vec![meaning(ui, place), panels::panels(ui, place)])
    } else {
        none()
    };
    let parts = vec![
        head,
        figures(ui, place, whole),
        maybe(
            card.no_range
                .as_ref()
                .filter(|_| !whole && card.changes.is_none())
                .map(|no| sentence("wu-figure__range", no)),
        ),
        maybe(common_certainty(&card.cells).map(|figure| sure(figure, whole))),
        maybe(opens),
        wrap("div", "wu-outcome__body", body),
    ];
    tag(
        "section",
        &["aria-labelledby", "class", "part"],
        vec![says(&label), is("wu-card wu-outcome"), is("card")],
        list(parts),
    )
}

/// A quiet control that shows or hides part of a card. Every card has it, with the outcome's name for those who hear it
/// without the card around it.
fn opener(ui: &Ui, card: &OutcomeCard, panel: Panel, words: &'static str, open: bool) -> Html {
    tag(
        "button",
        &["type", "aria-expanded", "class", "part", "data-act"],
        vec![
            is("button"),
            truth(open),
            is("wu-link wu-opener"),
            part("wu-link wu-opener"),
            ui.act(Act::Card(card.id.clone(), panel)),
        ],
        list(vec![
            text(words),
            wrap("span", "wu-hidden", copied(&[" ", &card.name].concat())),
        ]),
    )
}

/// The options side by side: what happens with each, or what changes with each.
fn figures(ui: &Ui, place: Place<'_>, whole: bool) -> Html {
    let card = place.card;
    let pictures = place.view.show_as != CompareAs::Numbers;
    if let Some(measured) = &card.measured {
        return if pictures || whole {
            amount::measured(ui, measured)
        } else {
            el(
                "ul",
                "wu-brief",
                measured.rows.iter().map(amount::brief).collect(),
            )
        };
    }
    let mut shown = Shown {
        picture: pictures,
        certainty: common_certainty(&card.cells).is_none(),
        whole,
    };
    let mut cells: Vec<Html> = Vec::with_capacity(card.cells.len());
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
    el("div", class, cells)
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
fn meaning(ui: &Ui, place: Place<'_>) -> Html {
    let (card, texts) = (place.card, &ui.texts.compare);
    let counted = card.measured.is_none();
    let drawn = counted && place.view.show_as != CompareAs::Numbers;
    // Each picture of a change has its own sentence.
    let changed = drawn && card.changes.is_some();
    let differences = (!changed && !card.differences.is_empty()).then(|| {
        list(vec![
            h3(texts.differences),
            sentences("wu-list", &card.differences),
        ])
    });
    let note = card.note.as_ref().map(|note| {
        let words = vec![
            wrap("strong", "", copied(&[texts.note, ". "].concat())),
            numerals(note),
        ];
        keyed(note, el("p", "wu-note", words))
    });
    let assumes = card
        .changes
        .as_ref()
        .filter(|_| drawn)
        .map(|changes| sentences("wu-list wu-list--plain", &changes.assumes));
    let left = vec![maybe(differences), maybe(assumes), maybe(note)];
    let right = vec![
        h3(texts.about),
        paragraphs(&card.about),
        maybe(
            card.medical_name
                .as_ref()
                .map(|name| fill(texts.also_called, &[("name", name)]))
                .map(|called| keyed(&called, wrap("p", "wu-soft", Words::Ours(&called).html()))),
        ),
    ];
    el(
        "div",
        "wu-outcome__text",
        vec![el("div", "", left), el("div", "", right)],
    )
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
fn moment(ui: &Ui, name: &str) -> Value {
    ui.still.then(|| ui.id(&[name, "-when"].concat()))
}

/// Who the numbers are about, unless the page says it once for all.
fn group(place: Place<'_>) -> Html {
    let said = place.view.people.is_some();
    maybe((!said).then(|| sentence("wu-soft wu-outcome__who", &place.card.group)))
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
        segmented(ui, &group, ui.texts.compare.horizon, segments.collect())
    } else {
        sentence("wu-outcome__when", &card.horizon)
    };
    tag(
        "div",
        &["id", "class"],
        vec![moment(ui, name), is("wu-outcome__horizon")],
        shown,
    )
}
