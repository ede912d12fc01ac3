//! An outcome that is no count of people: amounts on one axis, the same for every option, or levels in words. The
//! picture says nothing that the sentence and the table do not.

use weighup_core::view::{MeasuredRow, MeasuredView, PointView, ScaleView};
use yew::Html;

use crate::Ui;
use crate::markup::{Keyed, markup};
use crate::parts::option_mark::{colour, option_name};
use crate::parts::sentences::{facts, numerals, phrase, sentence};

/// An option's amount or level in a few words, as an item of a list.
pub(crate) fn brief(ui: &Ui, row: &MeasuredRow) -> Keyed {
    markup! { ui,
        <li key={row.option.id.as_str()}>
            {option_name(ui, &row.option)}
            <p key={&[row.value.as_str(), &row.detail].concat()}>
                <strong class="wu-brief__count">{numerals(ui, &row.value)}</strong>
                {phrase(ui, "wu-soft", &[" ", &row.detail].concat())}
            </p>
        </li>
    }
}

/// Every option, one under the other, so that the axes stand in line.
pub(crate) fn measured(ui: &Ui, view: &MeasuredView) -> Html {
    let sure = common(&view.rows);
    let under = match &view.scale {
        ScaleView::Axis { low, high } => markup! { ui,
            <div>
                <p class="wu-axis__ends">{phrase(ui, "", low)}{phrase(ui, "", high)}</p>
                <p class="wu-soft wu-small">{ui.texts.later().compare.axis}</p>
            </div>
        },
        ScaleView::Levels(levels) => markup! { ui,
            <div>
                <h3 class="wu-h3">{ui.texts.later().compare.levels}</h3>
                {facts(ui, levels)}
            </div>
        },
    };
    markup! { ui,
        <div class="wu-axis">
            <div class="wu-axis__rows">
                for row in &view.rows { {option(ui, row, sure.is_none())} }
            </div>
            {under}
            {sentence(ui, "wu-axis__better", &view.better)}
            {sure.map(|sure| sentence(ui, "", sure))}
        </div>
    }
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

fn option(ui: &Ui, row: &MeasuredRow, sure: bool) -> Keyed {
    markup! { ui,
        <div key={&[row.option.id.as_str(), &row.value, &row.detail].concat()} class="wu-axis__row">
            <h3 class="wu-figure__option">{option_name(ui, &row.option)}</h3>
            <div>
                <p key={&row.value} class="wu-axis__value">{numerals(ui, &row.value)}</p>
                <div>{row.point.as_ref().map(|point| axis(row, point))}</div>
                {sentence(ui, "", &row.sentence)}
                {sentence(ui, "wu-soft", &row.detail)}
                if sure && !row.certainty.is_empty() { {sentence(ui, "", &row.certainty)} }
            </div>
        </div>
    }
}

/// The axis, the range on it as a bar, the average as a mark across.
fn axis(row: &MeasuredRow, point: &PointView) -> Html {
    let width = point.high.saturating_sub(point.low);
    markup! {
        <svg
            viewBox="0 0 1000 40"
            preserveAspectRatio="none"
            role="img"
            aria-label={point.picture.clone()}
            focusable="false"
            class={["wu-axis__line ", colour(row.option.mark)].concat()}
        >
            <rect x="0" y="18" width="1000" height="4" class="wu-axis__track"/>
            <rect x={point.low} y="10" width={width} height="20" class="wu-axis__range"/>
            <line
                x1={point.at}
                x2={point.at}
                y1="3"
                y2="37"
                vector-effect="non-scaling-stroke"
                class="wu-axis__mark"
            />
        </svg>
    }
}
