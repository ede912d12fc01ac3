//! One outcome in Compare: what it is, who the numbers are about, when, then the options side by side.

use weighup_core::consultation::Action;
use weighup_core::view::{CellView, OutcomeCard};
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{
    Value, copied, details, el, h3, is, keyed, line, list, maybe, says, space, tag, when, wrap,
};
use crate::parts::amount;
use crate::parts::figure::{common_certainty, figure};
use crate::parts::key::key;
use crate::parts::option_mark::option_name;
use crate::parts::said::{figure as count, numerals, paragraphs, phrase, quoted, sentence, sentences};
use crate::parts::segmented::{Segment, segmented};
use crate::parts::sources::sources;
use crate::texts::fill;

/// The card of an outcome. `no_one_can_know` is "No one can know which of the 100 people you would be."
///
/// Every option's number is always in view. The pictures and what the numbers mean are one tap away, or `open` from
/// the start: for all options of an outcome alike.
pub fn outcome(ui: &Ui, card: &OutcomeCard, no_one_can_know: &str, open: bool) -> Html {
    let name = name(ui, card);
    let heading = ui.id(&[&name, "-h"].concat());
    // The static page has a card for every point in time: the time is part of each one's name.
    let label = match moment(ui, &name) {
        Some(when) => [heading.as_str(), &when].join(" "),
        None => heading.to_string(),
    };
    let mut parts = vec![tag(
        "h2",
        &["id", "class", "part"],
        vec![Some(heading), is("wu-h2"), is("card-heading")],
        quoted("", &card.name),
    )];
    if ui.still {
        parts.extend([about(ui, card), horizon(ui, &name, card)]);
        parts.extend(pictures(ui, &name, card, no_one_can_know));
    } else {
        let brief = match &card.measured {
            Some(measured) => measured.rows.iter().map(amount::brief).collect(),
            None => card.cells.iter().map(brief).collect(),
        };
        let mut body = Vec::new();
        let made = open || ui.open.cards.contains(&card.id);
        if made {
            body.push(about(ui, card));
            body.extend(pictures(ui, &name, card, no_one_can_know));
        }
        parts.extend([
            horizon(ui, &name, card),
            el("ul", "wu-brief", brief),
            more(ui, card, open, body),
        ]);
    }
    tag(
        "section",
        &["aria-labelledby", "class", "part"],
        vec![says(&label), is("wu-card wu-outcome"), is("card")],
        list(parts),
    )
}

/// An option's number, in both frames, with its range.
fn brief(cell: &CellView) -> Html {
    let (option, words) = match cell {
        CellView::Known(figure) => {
            let both = [" ", &figure.of_every, ". ", &figure.does_not, " "].concat();
            let words = vec![
                count("wu-brief__count", &figure.count),
                numerals(&both),
                phrase("wu-soft", &figure.range),
            ];
            (
                &figure.option,
                keyed(
                    &[both.as_str(), &figure.count, &figure.range].concat(),
                    el("p", "", words),
                ),
            )
        }
        CellView::NotKnown { option, text, why } => {
            let words = [text.as_str(), why].join(" ");
            (option, sentence("", &words))
        }
    };
    keyed(option.id.as_str(), el("li", "", vec![option_name(option), words]))
}

/// The rest of the card behind its summary. Whether it is open is the browser's business; a press makes it, if it is not
/// there.
fn more(ui: &Ui, card: &OutcomeCard, open: bool, body: Vec<Html>) -> Html {
    tag(
        "details",
        &["open", "class"],
        vec![when(open, "open"), is("wu-details wu-outcome__more")],
        list(vec![
            tag(
                "summary",
                &["data-act"],
                vec![
                    body.is_empty()
                        .then(|| ui.act(Act::Card(card.id.clone())))
                        .flatten(),
                ],
                named(ui.texts.compare.more, card),
            ),
            el("div", "wu-outcome__body", body),
        ]),
    )
}

/// What every card has, with the outcome's name for those who hear it without the card around it.
fn named(words: &'static str, card: &OutcomeCard) -> Html {
    list(vec![
        line("span", "", words),
        wrap("span", "wu-hidden", copied(&[": ", &card.name].concat())),
    ])
}

/// The figures with their pictures, and what they mean.
fn pictures(ui: &Ui, name: &str, card: &OutcomeCard, no_one_can_know: &str) -> Vec<Html> {
    let texts = &ui.texts.compare;
    let certainty = common_certainty(&card.cells);
    let measured = card.measured.as_ref().map(|view| amount::measured(ui, view));
    let counted = measured.is_none();
    let figures = card
        .cells
        .iter()
        .map(|cell| figure(ui, name, cell, certainty.is_none()));
    let differences = (!card.differences.is_empty()).then(|| {
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
    vec![
        measured.unwrap_or_else(|| el("div", columns(card.cells.len()), figures.collect())),
        wrap(
            "div",
            "wu-outcome__certainty",
            maybe(certainty.map(|certainty| sentence("", certainty))),
        ),
        maybe(counted.then(|| key(ui, name))),
        maybe(counted.then(|| sentence("wu-outcome__no-one", no_one_can_know))),
        maybe(differences),
        maybe(note),
        origin(ui, card),
    ]
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

const fn columns(count: usize) -> &'static str {
    match count {
        0..=2 => "wu-figures wu-figures--2",
        3 => "wu-figures wu-figures--3",
        _ => "wu-figures wu-figures--4",
    }
}

fn about(ui: &Ui, card: &OutcomeCard) -> Html {
    let texts = &ui.texts.compare;
    let medical = card
        .medical_name
        .as_ref()
        .map(|name| sentence("wu-soft", &fill(texts.also_called, &[("name", name)])));
    let group = vec![
        wrap("strong", "", copied(&[texts.group, ": "].concat())),
        numerals(&card.group),
    ];
    el(
        "div",
        "wu-outcome__about",
        vec![
            paragraphs(&card.about),
            maybe(medical),
            keyed(&card.group, el("p", "wu-soft", group)),
        ],
    )
}

/// The point in time: a control when there are several, words when there is one.
fn horizon(ui: &Ui, name: &str, card: &OutcomeCard) -> Html {
    let several = card.horizons.len() > 1 && !ui.still;
    let shown = if several {
        let segments = card.horizons.iter().map(|choice| Segment {
            label: choice.label.clone(),
            selected: choice.selected,
            action: Action::ChooseHorizon(card.id.clone(), choice.id.clone()),
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

/// Where the numbers come from, one tap away.
fn origin(ui: &Ui, card: &OutcomeCard) -> Html {
    let figures = card.cells.iter().filter_map(|cell| match cell {
        CellView::Known(figure) => Some(figure),
        CellView::NotKnown { .. } => None,
    });
    let counted = figures.map(|figure| (&figure.option, &figure.worked_out, &figure.status));
    let measured = card.measured.iter().flat_map(|view| &view.rows);
    // What is not known has no working to show.
    let measured = measured.filter(|row| !row.status.is_empty());
    let measured = measured.map(|row| (&row.option, &row.worked_out, &row.status));
    let facts = counted.chain(measured).flat_map(|(option, worked_out, status)| {
        let id = option.id.as_str();
        let how = vec![phrase("", worked_out), space(), phrase("wu-soft", status)];
        [
            keyed(id, wrap("dt", "", phrase("", &option.name))),
            keyed(&["how:", id, worked_out].concat(), el("dd", "", how)),
        ]
    });
    let body = vec![
        sentence("", &card.analysis),
        el("dl", "wu-facts", facts.collect()),
        sources(ui, &card.sources),
    ];
    details(ui, named(ui.texts.compare.source, card), body)
}
