//! A few choices in a row, one of them on: radio buttons in the shape of one control.

use weighup_core::consultation::Action;
use yew::Html;

use crate::Ui;
use crate::markup::{el, input, is, keyed, line, wrap};
use crate::parts::said::Words;

/// One choice.
pub struct Segment {
    /// Its label.
    pub label: String,
    /// Whether that is in the interface's words, not the aid's.
    pub ours: bool,
    /// Whether it is on.
    pub selected: bool,
    /// What choosing it does.
    pub action: Action,
}

/// The control. `name` is unique in the widget.
pub fn segmented(ui: &Ui, name: &str, legend: &'static str, segments: Vec<Segment>) -> Html {
    let group = ui.id(name);
    let segments = segments.into_iter().map(|segment| {
        let control = input(
            &["type", "name", "class", "data-act"],
            vec![
                is("radio"),
                Some(group.clone()),
                is("wu-segmented__input"),
                ui.does(segment.action),
            ],
            segment.selected,
        );
        let label = if segment.ours {
            Words::Ours(&segment.label)
        } else {
            Words::Aid(&segment.label)
        };
        let label = wrap("span", "wu-segmented__label", label.html());
        keyed(
            &segment.label,
            el("label", "wu-segmented__choice", vec![control, label]),
        )
    });
    el(
        "fieldset",
        "wu-segmented",
        vec![
            line("legend", "wu-segmented__legend", legend),
            el("div", "wu-segmented__row", segments.collect()),
        ],
    )
}
