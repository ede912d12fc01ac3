//! Figures as one real table. On a narrow screen every row becomes a block with the option's name before each
//! number; the roles are spelt out because that layout would otherwise cost the table its meaning.

use weighup_core::view::{CellView, CompareView, OptionHead, SummaryTable};
use yew::{Html, html};

use crate::Ui;
use crate::parts::option_mark::option_name;
use crate::parts::said::{numerals, phrase};

/// A table to lay out.
pub struct Table {
    /// Caption.
    pub caption: String,
    /// Columns.
    pub options: Vec<OptionHead>,
    /// Rows.
    pub rows: Vec<Row>,
}

/// One row.
pub struct Row {
    /// Outcome.
    pub outcome: String,
    /// When.
    pub horizon: String,
    /// Number and range, one pair an option.
    pub cells: Vec<(String, Option<String>)>,
}

impl From<&SummaryTable> for Table {
    fn from(table: &SummaryTable) -> Self {
        let rows = table.rows.iter().map(|row| Row {
            outcome: row.outcome.clone(),
            horizon: row.horizon.clone(),
            cells: row.cells.iter().map(|cell| (cell.clone(), None)).collect(),
        });
        Self {
            caption: table.caption.clone(),
            options: table.options.clone(),
            rows: rows.collect(),
        }
    }
}

impl From<&CompareView> for Table {
    fn from(view: &CompareView) -> Self {
        let rows = view.outcomes.iter().map(|card| Row {
            outcome: card.name.clone(),
            horizon: card.horizon.clone(),
            cells: card
                .cells
                .iter()
                .map(|cell| match cell {
                    CellView::Known(figure) => (figure.count.clone(), figure.range_short.clone()),
                    CellView::NotKnown { text, .. } => (text.clone(), None),
                })
                .collect(),
        });
        let shown = view.options.iter().filter(|(_, shown)| *shown);
        Self {
            caption: view.denominator_note.clone(),
            options: shown.map(|(head, _)| head.clone()).collect(),
            rows: rows.collect(),
        }
    }
}

/// The table.
#[must_use]
pub fn figures_table(ui: &Ui, table: &Table) -> Html {
    html! {
        <table class="wu-table" role="table">
            <caption key={table.caption.clone()} class="wu-table__caption">{ numerals(&table.caption) }</caption>
            <thead role="rowgroup" class="wu-table__head">
                <tr role="row">
                    <th role="columnheader" scope="col">{ ui.texts.compare.outcome }</th>
                    for head in &table.options {
                        <th role="columnheader" scope="col">{ option_name(head) }</th>
                    }
                </tr>
            </thead>
            <tbody role="rowgroup">
                for row in &table.rows {
                    { line(ui, &table.options, row) }
                }
            </tbody>
        </table>
    }
}

fn line(ui: &Ui, options: &[OptionHead], row: &Row) -> Html {
    html! {
        <tr role="row" class="wu-table__row" key={format!("{}:{}", row.outcome, row.horizon)}>
            <th role="rowheader" scope="row" class="wu-table__outcome">
                { phrase("", &row.outcome) }
                <span>{ " " }</span>
                { phrase("wu-table__when", &row.horizon) }
            </th>
            for (head, (number, range)) in options.iter().zip(&row.cells) {
                <td role="cell" class="wu-table__cell" key={format!("{}:{number}", head.id)}>
                    <span class="wu-table__name">{ option_name(head) }</span>
                    <span class="wu-table__number">
                        { phrase("wu-table__count", number) }
                        if let Some(range) = range {
                            <span>{ " " }</span>
                            <span class="wu-table__range" key={range.clone()}>
                                <span class="wu-hidden">{ format!("{}: ", ui.texts.compare.range) }</span>
                                { numerals(&format!("({range})")) }
                            </span>
                        }
                    </span>
                </td>
            }
        </tr>
    }
}
