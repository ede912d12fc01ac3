//! Figures as one real table. On a narrow screen every row becomes a block with the option's name before each
//! number; the roles are spelt out because that layout would otherwise cost the table its meaning.

use weighup_core::view::{OptionHead, SummaryRow, SummaryTable, TableCell};
use yew::Html;

use crate::Ui;
use crate::markup::{Keyed, markup, space};
use crate::parts::option_mark::option_name;
use crate::parts::sentences::{numerals, phrase};

/// The table.
pub fn figures_table(ui: &Ui, table: &SummaryTable) -> Html {
    markup! { ui,
        <table role="table" class="wu-table">
            <caption key={&table.caption} class="wu-table__caption">{numerals(ui, &table.caption)}</caption>
            <thead role="rowgroup" class="wu-table__head">
                <tr role="row">
                    <th role="columnheader" scope="col">{ui.texts.later().compare.outcome}</th>
                    for head in &table.options {
                        <th key={head.id.as_str()} role="columnheader" scope="col">{option_name(ui, head)}</th>
                    }
                </tr>
            </thead>
            <tbody role="rowgroup">
                for row in &table.rows { {line(ui, &table.options, row)} }
            </tbody>
        </table>
    }
}

fn line(ui: &Ui, options: &[OptionHead], row: &SummaryRow) -> Keyed {
    markup! { ui,
        <tr key={&[row.outcome.as_str(), &row.horizon].concat()} role="row" class="wu-table__row">
            <th role="rowheader" scope="row" class="wu-table__outcome">
                {phrase(ui, "", &row.outcome)}
                {space()}
                {phrase(ui, "wu-table__when", &row.horizon)}
            </th>
            for (head, cell) in options.iter().zip(&row.cells) {
                <td key={&[head.id.as_str(), &cell.text].concat()} role="cell" class="wu-table__cell">
                    <span class="wu-table__name">{option_name(ui, head)}</span>
                    {number(ui, cell)}
                </td>
            }
        </tr>
    }
}

/// A cell: the count stands out, and its range follows it on the same line. A sentence that says why there is none does not.
fn number(ui: &Ui, cell: &TableCell) -> Html {
    let Some(figure) = &cell.figure else {
        return markup! { ui,
            <span class="wu-table__number"><span class="wu-table__gap">{numerals(ui, &cell.text)}</span></span>
        };
    };
    markup! { ui,
        <span class="wu-table__number">
            <strong class="wu-table__count">{numerals(ui, &figure.count)}</strong>
            if let Some(range) = &figure.range {
                // The space is the page's: in an element of the aid's own direction it would stand at the other end.
                <span class="wu-table__range">{space()}{numerals(ui, range)}</span>
            }
        </span>
    }
}
