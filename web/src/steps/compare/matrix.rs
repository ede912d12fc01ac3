//! Compare at a glance: one table of every outcome and every option, in which a row opens to its pictures and sources. On a
//! narrow screen every row becomes a block with a line for each option; the roles are spelt out because that layout would
//! otherwise cost the table its meaning.

use weighup_core::view::{
    CompareView, MatrixCell, MatrixGroup, MatrixRow, MatrixView, OptionHead, OutcomeCard,
};
use yew::Html;

use crate::Ui;
use crate::act::{Act, Panel};
use crate::markup::ui::FIRST;
use crate::markup::{Keyed, markup, pictured, space};
use crate::parts::marking::{is_open, opener, own, panel};
use crate::parts::option_mark::option_name;
use crate::parts::outcome::{PlacedCard, details};
use crate::parts::picture::strip;
use crate::parts::sentences::{numerals, phrase, quoted};

/// The table. Until its first rows are on screen it has no others: all of them at once would keep the press waiting.
pub(super) fn matrix(ui: &Ui, view: &CompareView, matrix: &MatrixView) -> Html {
    let mut room = if ui.pieces > FIRST {
        usize::MAX
    } else {
        ui.rows_first
    };
    let groups = matrix.groups.iter().enumerate().map_while(|(at, group)| {
        let shown = group.rows.get(..room).unwrap_or(&group.rows);
        room = room.saturating_sub(shown.len());
        (!shown.is_empty()).then_some((at, group, shown))
    });
    markup! { ui,
        <table role="table" class={columns(matrix.options.len())}>
            <caption class="wu-hidden">{ui.texts.later().compare.glance_how}</caption>
            <thead role="rowgroup" class="wu-matrix__head">
                <tr role="row">
                    <th role="columnheader" scope="col" class="wu-matrix__of">
                        {matrix.of_every.as_ref().map_or_else(|| ui.texts.later().compare.outcome.into(), |of| numerals(ui, of))}
                    </th>
                    for head in &matrix.options {
                        <th key={head.id.as_str()} role="columnheader" scope="col">{option_name(ui, head)}</th>
                    }
                </tr>
            </thead>
            for (at, group, shown) in groups { {rows(ui, view, matrix, (at, group, shown))} }
        </table>
    }
}

/// The class for so many columns: what stands beside the number with few options stands under it with more, and more need a
/// wider page to be a table.
const fn columns(options: usize) -> &'static str {
    match options {
        0..=3 => "wu-matrix wu-matrix--few",
        4 => "wu-matrix wu-matrix--many",
        _ => "wu-matrix wu-matrix--most",
    }
}

/// Rows that stand together, those of them that are shown, under their heading.
fn rows(
    ui: &Ui,
    view: &CompareView,
    matrix: &MatrixView,
    (at, group, shown): (usize, &MatrixGroup, &[MatrixRow]),
) -> Keyed {
    let across = matrix.options.len().saturating_add(1).to_string();
    let mut lines: Vec<Keyed> = Vec::new();
    for row in shown {
        if let Some(card) = view.outcomes.get(row.card) {
            let open = ui.open.shows(&card.id, Panel::Meaning, ui.full);
            lines.push(line(ui, matrix, (row, card), open));
            if is_open(ui, &card.mark) {
                lines.push(markup! { ui,
                    <tr key={&["mark-", card.id.as_str()].concat()} role="row" class="wu-matrix__open">
                        <td role="cell" colspan={across.clone()}>{panel(ui, &card.mark, view.order.bring.as_ref())}</td>
                    </tr>
                });
            }
            if open {
                let place = PlacedCard {
                    view,
                    card,
                    at: row.card,
                };
                lines.push(markup! { ui,
                    <tr key={&["open-", card.id.as_str()].concat()} role="row" class="wu-matrix__open">
                        <td role="cell" colspan={across.clone()}>{details(ui, place)}</td>
                    </tr>
                });
            }
        }
    }
    markup! { ui,
        <tbody key={&["rows-", &at.to_string()].concat()} role="rowgroup">
            if group.heading.is_some() || group.people.is_some() {
                <tr key="when" role="row" class="wu-matrix__group">
                    <th role="rowheader" scope="rowgroup" colspan={across}>
                        {group.heading.as_ref().map(|heading| phrase(ui, "wu-matrix__when", heading))}
                        {group.people.as_ref().map(|people| phrase(ui, "wu-matrix__who", people))}
                    </th>
                </tr>
            }
            for line in lines { {line} }
        </tbody>
    }
}

/// One outcome: its name opens what the row stands for.
fn line(ui: &Ui, matrix: &MatrixView, (row, card): (&MatrixRow, &OutcomeCard), open: bool) -> Keyed {
    markup! { ui,
        <tr key={card.id.as_str()} role="row" class="wu-matrix__row">
            <th role="rowheader" scope="row" class="wu-matrix__outcome">
                {pictured(ui, &["picture-outcome-", card.id.as_str()], card.drawing.as_ref())}
                <div class="wu-matrix__top">
                    <button
                        type="button"
                        aria-expanded={open}
                        class="wu-matrix__name"
                        act={Act::Card(card.id.clone(), Panel::Meaning)}
                    >
                        {quoted(ui, "", &row.name)}
                        <span class="wu-hidden">{[" ", ui.texts.later().compare.more].concat()}</span>
                    </button>
                    {opener(ui, &card.mark)}
                </div>
                {own(ui, &card.mark.said)}
                for note in &row.notes { {phrase(ui, "wu-matrix__note", note)} }
            </th>
            for (head, cell) in matrix.options.iter().zip(&row.cells) { {figure(ui, head, cell)} }
        </tr>
    }
}

/// One option's figure: the number first, its range, its people as a strip.
fn figure(ui: &Ui, head: &OptionHead, cell: &MatrixCell) -> Keyed {
    let (class, value) = match (cell.known, cell.strip) {
        (true, Some(_)) => (
            "wu-matrix__cell wu-matrix__known wu-matrix__drawn",
            "wu-matrix__value",
        ),
        (true, None) => ("wu-matrix__cell wu-matrix__known", "wu-matrix__value"),
        (false, Some(_)) => ("wu-matrix__cell wu-matrix__drawn", "wu-matrix__gap"),
        (false, None) => ("wu-matrix__cell", "wu-matrix__gap"),
    };
    markup! { ui,
        <td key={head.id.as_str()} role="cell" class={class}>
            <span class="wu-matrix__option">{option_name(ui, head)}</span>
            <span class="wu-matrix__said">
                <strong class={value}>{numerals(ui, &cell.value)}</strong>
                <span class="wu-hidden">{space()}{numerals(ui, &cell.of_every)}{space()}{numerals(ui, &cell.range_said)}</span>
                if let Some(range) = &cell.range {
                    <span key={range} class="wu-matrix__range" aria-hidden="true">{numerals(ui, range)}</span>
                }
            </span>
            {cell.strip.map(|icons| strip(ui, icons))}
        </td>
    }
}
