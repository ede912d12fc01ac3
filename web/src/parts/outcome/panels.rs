//! What a card has one tap away: where its numbers come from, and its pictures to keep.

use weighup_core::consultation::CompareAs;
use weighup_core::view::{CellView, ChangeCell, OptionHead, OutcomeCard};
use yew::Html;

use super::{PlacedCard, opener};
use crate::Ui;
use crate::act::{Act, Format, Panel};
use crate::markup::{h3, markup, space};
use crate::parts::option_mark::option_name;
use crate::parts::sentences::{phrase, sentence};
use crate::parts::sources::sources;

/// Where the numbers come from, and the pictures to keep.
pub(super) fn panels(ui: &Ui, place: PlacedCard<'_>) -> Html {
    let (card, texts) = (place.card, &ui.texts.later().compare);
    let can_save = !ui.still && place.view.show_as != CompareAs::Numbers && !pictures(place).is_empty();
    let saving = can_save && ui.open.shows(&card.id, Panel::Save, false);
    markup! { ui,
        <div class="wu-outcome__panels">
            {h3(ui, texts.source)}
            {origin(ui, card)}
            if can_save { {opener(ui, card, Panel::Save, texts.save, saving)} }
            <div class="wu-outcome__panel">if saving { {keep(ui, place)} }</div>
        </div>
    }
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
    markup! { ui,
        <>
            {sentence(ui, "", &card.group)}
            {sentence(ui, "", &card.analysis)}
            <dl class="wu-facts">
                for (option, worked_out, status) in counted.chain(measured) {
                    <dt key={option.id.as_str()}>{phrase(ui, "", &option.name)}</dt>
                    <dd key={&[option.id.as_str(), worked_out].concat()}>
                        {phrase(ui, "", worked_out)}
                        {space()}
                        {phrase(ui, "wu-soft", status)}
                    </dd>
                }
            </dl>
            {sources(ui, &card.sources)}
        </>
    }
}

/// The options that have a picture, in the order shown.
fn pictures<'a>(place: PlacedCard<'a>) -> Vec<(usize, &'a OptionHead)> {
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

/// A line per option, with a button per format.
fn keep(ui: &Ui, place: PlacedCard<'_>) -> Html {
    let save = |cell: usize, head: &OptionHead, format: Format| {
        markup! { ui,
            <button
                type="button"
                class="wu-button wu-button--small"
                act={Act::Picture { card: place.at, cell, format }}
            >
                {format.name()}
                <span class="wu-hidden">{[" ", &head.name, ", ", &place.card.name].concat()}</span>
            </button>
        }
    };
    markup! { ui,
        <>
            <p class="wu-soft wu-small">{ui.texts.later().compare.save_hint}</p>
            <ul class="wu-list wu-list--plain">
                for (cell, head) in pictures(place) {
                    <li key={head.id.as_str()} class="wu-save">
                        {option_name(ui, head)}
                        <span class="wu-row">
                            {save(cell, head, Format::Svg)}
                            {save(cell, head, Format::Png)}
                        </span>
                    </li>
                }
            </ul>
        </>
    }
}
