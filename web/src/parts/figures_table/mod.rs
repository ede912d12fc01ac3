//! Figures as one real table. On a narrow screen every row becomes a block with the option's name before each
//! number; the roles are spelt out because that layout would otherwise cost the table its meaning.

use weighup_core::view::{OptionHead, SummaryRow, SummaryTable};
use yew::{Html, html};

use crate::Ui;
use crate::parts::option_mark::option_name;
use crate::parts::said::{numerals, phrase};

/// The table.
pub fn figures_table(ui: &Ui, table: &SummaryTable) -> Html {
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
                    { line(&table.options, row) }
                }
            </tbody>
        </table>
    }
}

fn line(options: &[OptionHead], row: &SummaryRow) -> Html {
    html! {
        <tr role="row" class="wu-table__row" key={format!("{}:{}", row.outcome, row.horizon)}>
            <th role="rowheader" scope="row" class="wu-table__outcome">
                { phrase("", &row.outcome) }
                <span>{ " " }</span>
                { phrase("wu-table__when", &row.horizon) }
            </th>
            for (head, cell) in options.iter().zip(&row.cells) {
                <td role="cell" class="wu-table__cell" key={format!("{}:{cell}", head.id)}>
                    <span class="wu-table__name">{ option_name(head) }</span>
                    { number(cell) }
                </td>
            }
        </tr>
    }
}

/// The count stands out; its range follows in the same breath.
fn number(cell: &str) -> Html {
    let (count, range) = match cell.split_once(" (") {
        Some((count, range)) => (count, Some(format!(" ({range}"))),
        None => (cell, None),
    };
    html! {
        <span class="wu-table__number">
            <strong class="wu-table__count">{ numerals(count) }</strong>
            if let Some(range) = range {
                <span class="wu-table__range">{ numerals(&range) }</span>
            }
        </span>
    }
}
