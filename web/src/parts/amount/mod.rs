//! An outcome that is no count of people: amounts on one axis, the same for every option, or levels in words. The
//! picture says nothing that the sentence and the table do not.

use weighup_core::view::{MeasuredRow, MeasuredView, PointView, ScaleView};
use yew::Html;

use crate::Ui;
use crate::markup::{el, is, keyed, line, list, maybe, none, says, tag, wrap};
use crate::parts::option_mark::{colour, option_name};
use crate::parts::said::{facts, numerals, phrase, sentence};

/// An option's amount or level in a few words, as an item of a list.
pub(crate) fn brief(row: &MeasuredRow) -> Html {
    let words = vec![
        wrap("strong", "wu-brief__count", numerals(&row.value)),
        phrase("wu-soft", &[" ", &row.detail].concat()),
    ];
    let words = keyed(&[row.value.as_str(), &row.detail].concat(), el("p", "", words));
    keyed(
        row.option.id.as_str(),
        el("li", "", vec![option_name(&row.option), words]),
    )
}

/// Every option, one under the other, so that the axes stand in line.
pub(crate) fn measured(ui: &Ui, view: &MeasuredView) -> Html {
    let sure = common(&view.rows);
    let rows = view.rows.iter().map(|row| option(row, sure.is_none()));
    let under = match &view.scale {
        ScaleView::Axis { low, high } => el(
            "div",
            "",
            vec![
                el("p", "wu-axis__ends", vec![phrase("", low), phrase("", high)]),
                line("p", "wu-soft wu-small", ui.texts.compare.axis),
            ],
        ),
        ScaleView::Levels(levels) => el(
            "div",
            "",
            vec![line("h3", "wu-h3", ui.texts.compare.levels), facts(levels)],
        ),
    };
    el(
        "div",
        "wu-axis",
        vec![
            el("div", "wu-axis__rows", rows.collect()),
            under,
            sentence("wu-axis__better", &view.better),
            maybe(sure.map(|sure| sentence("", sure))),
        ],
    )
}

/// What all rows say about certainty, when they say the same.
fn common(rows: &[MeasuredRow]) -> Option<&str> {
    let mut said = rows
        .iter()
        .map(|row| row.certainty.as_str())
        .filter(|said| !said.is_empty());
    let first = said.next()?;
    said.all(|other| other == first).then_some(first)
}

fn option(row: &MeasuredRow, sure: bool) -> Html {
    let picture = row.point.as_ref().map(|point| axis(row, point));
    let words = vec![
        keyed(&row.value, wrap("p", "wu-axis__value", numerals(&row.value))),
        wrap("div", "", maybe(picture)),
        sentence("", &row.sentence),
        sentence("wu-soft", &row.detail),
        maybe((sure && !row.certainty.is_empty()).then(|| sentence("", &row.certainty))),
    ];
    keyed(
        &[row.option.id.as_str(), &row.value, &row.detail].concat(),
        el(
            "div",
            "wu-axis__row",
            vec![
                wrap("h3", "wu-figure__option", option_name(&row.option)),
                el("div", "", words),
            ],
        ),
    )
}

/// The axis, the range on it as a bar, the average as a mark across.
fn axis(row: &MeasuredRow, point: &PointView) -> Html {
    let rect = |x: u16, y: &'static str, width: u16, height: &'static str, class: &'static str| {
        tag(
            "rect",
            &["x", "y", "width", "height", "class"],
            vec![
                says(&x.to_string()),
                is(y),
                says(&width.to_string()),
                is(height),
                is(class),
            ],
            none(),
        )
    };
    let at = says(&point.at.to_string());
    let mark = tag(
        "line",
        &["x1", "x2", "y1", "y2", "vector-effect", "class"],
        vec![
            at.clone(),
            at,
            is("3"),
            is("37"),
            is("non-scaling-stroke"),
            is("wu-axis__mark"),
        ],
        none(),
    );
    tag(
        "svg",
        &[
            "viewBox",
            "preserveAspectRatio",
            "role",
            "aria-label",
            "focusable",
            "class",
        ],
        vec![
            is("0 0 1000 40"),
            is("none"),
            is("img"),
            says(&point.picture),
            is("false"),
            says(&["wu-axis__line ", colour(row.option.mark)].concat()),
        ],
        list(vec![
            rect(0, "18", 1000, "4", "wu-axis__track"),
            rect(
                point.low,
                "10",
                point.high.saturating_sub(point.low),
                "20",
                "wu-axis__range",
            ),
            mark,
        ]),
    )
}
