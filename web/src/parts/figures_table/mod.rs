//! Figures as one real table. On a narrow screen every row becomes a block with the option's name before each
//! number; the roles are spelt out because that layout would otherwise cost the table its meaning.

use weighup_core::view::{OptionHead, SummaryRow, SummaryTable};
use yew::Html;

use crate::Ui;
use crate::markup::{el, is, keyed, list, maybe, space, tag, text, when, wrap};
use crate::parts::option_mark::option_name;
use crate::parts::said::{numerals, phrase};

/// The table.
pub fn figures_table(ui: &Ui, table: &SummaryTable) -> Html {
    let column = |child: Html| {
        tag(
            "th",
            &["role", "scope"],
            vec![is("columnheader"), is("col")],
            child,
        )
    };
    let mut heads = vec![column(text(ui.texts.compare.outcome))];
    heads.extend(table.options.iter().map(|head| column(option_name(head))));
    let rows = table.rows.iter().map(|row| line(&table.options, row));
    tag(
        "table",
        &["role", "class", "part"],
        vec![is("table"), is("wu-table"), is("table")],
        list(vec![
            keyed(
                &table.caption,
                wrap("caption", "wu-table__caption", numerals(&table.caption)),
            ),
            role(
                "thead",
                "rowgroup",
                "wu-table__head",
                vec![role("tr", "row", "", heads)],
            ),
            role("tbody", "rowgroup", "", rows.collect()),
        ]),
    )
}

fn role(name: &'static str, role: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    let class = when(!class.is_empty(), class);
    tag(name, &["role", "class"], vec![is(role), class], list(children))
}

fn line(options: &[OptionHead], row: &SummaryRow) -> Html {
    let outcome = vec![
        phrase("", &row.outcome),
        space(),
        phrase("wu-table__when", &row.horizon),
    ];
    let mut cells = vec![tag(
        "th",
        &["role", "scope", "class"],
        vec![is("rowheader"), is("row"), is("wu-table__outcome")],
        list(outcome),
    )];
    cells.extend(options.iter().zip(&row.cells).map(|(head, cell)| {
        let content = vec![wrap("span", "wu-table__name", option_name(head)), number(cell)];
        keyed(
            &[head.id.as_str(), cell].concat(),
            role("td", "cell", "wu-table__cell", content),
        )
    }));
    keyed(
        &[row.outcome.as_str(), &row.horizon].concat(),
        role("tr", "row", "wu-table__row", cells),
    )
}

/// The count stands out; its range follows in the same breath.
fn number(cell: &str) -> Html {
    let (count, range) = match cell.find(" (") {
        Some(at) => cell.split_at(at),
        None => (cell, ""),
    };
    // The space is the page's: in an element of the aid's own direction it would stand at the other end.
    let range = (!range.is_empty()).then(|| {
        let words = vec![space(), numerals(range.trim_start())];
        el("span", "wu-table__range", words)
    });
    el(
        "span",
        "wu-table__number",
        vec![wrap("strong", "wu-table__count", numerals(count)), maybe(range)],
    )
}
