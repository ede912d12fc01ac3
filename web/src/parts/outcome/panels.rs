//! What a card has one tap away: where its numbers come from, and its pictures to keep.

use weighup_core::consultation::CompareAs;
use weighup_core::view::{CellView, ChangeCell, OptionHead, OutcomeCard};
use yew::Html;

use super::{Place, opener};
use crate::Ui;
use crate::act::{Act, Format, Panel};
use crate::markup::{copied, el, h3, is, keyed, line, list, maybe, none, part, space, tag, text, wrap};
use crate::parts::option_mark::option_name;
use crate::parts::said::{phrase, sentence};
use crate::parts::sources::sources;

/// Where the numbers come from, and the pictures to keep.
pub(super) fn panels(ui: &Ui, place: Place<'_>) -> Html {
    let (card, texts) = (place.card, &ui.texts.compare);
    let can_save = !ui.still && place.view.show_as != CompareAs::Numbers && !pictures(place).is_empty();
    let saving = can_save && ui.open.shows(&card.id, Panel::Save, false);
    el(
        "div",
        "wu-outcome__panels",
        vec![
            h3(texts.source),
            origin(ui, card),
            maybe(can_save.then(|| opener(ui, card, Panel::Save, texts.save, saving))),
            wrap(
                "div",
                "wu-outcome__panel",
                if saving { keep(ui, place) } else { none() },
            ),
        ],
    )
}

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
            keyed(&[id, worked_out].concat(), el("dd", "", how)),
        ]
    });
    list(vec![
        sentence("", &card.group),
        sentence("", &card.analysis),
        el("dl", "wu-facts", facts.collect()),
        sources(ui, &card.sources),
    ])
}

/// The options that have a picture, in the order shown.
fn pictures<'a>(place: Place<'a>) -> Vec<(usize, &'a OptionHead)> {
    let known = |cell: &'a CellView| match cell {
        CellView::Known(figure) => Some(&figure.option),
        CellView::NotKnown { .. } => None,
    };
    let heads: Vec<Option<&OptionHead>> = match &place.card.changes {
        Some(changes) => std::iter::once(known(&changes.against))
            .chain(changes.cells.iter().map(|cell| match cell {
                ChangeCell::Drawn(view) => Some(&view.option),
                ChangeCell::NotDrawn { .. } => None,
            }))
            .collect(),
        None => place.card.cells.iter().map(known).collect(),
    };
    let numbered = heads.into_iter().enumerate();
    numbered.filter_map(|(at, head)| Some((at, head?))).collect()
}

/// A line an option, with a button a format.
fn keep(ui: &Ui, place: Place<'_>) -> Html {
    let rows = pictures(place).into_iter().map(|(cell, head)| {
        let save = |format: Format| {
            let hidden = [" ", &head.name, ", ", &place.card.name].concat();
            tag(
                "button",
                &["type", "class", "part", "data-act"],
                vec![
                    is("button"),
                    is("wu-button wu-button--small"),
                    part("wu-button wu-button--small"),
                    ui.act(Act::Picture {
                        card: place.at,
                        cell,
                        format,
                    }),
                ],
                list(vec![
                    text(format.name()),
                    wrap("span", "wu-hidden", copied(&hidden)),
                ]),
            )
        };
        let buttons = el("span", "wu-row", vec![save(Format::Svg), save(Format::Png)]);
        keyed(
            head.id.as_str(),
            el("li", "wu-save", vec![option_name(head), buttons]),
        )
    });
    list(vec![
        line("p", "wu-soft wu-small", ui.texts.compare.save_hint),
        el("ul", "wu-list wu-list--plain", rows.collect()),
    ])
}
