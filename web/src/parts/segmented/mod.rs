//! A few choices in a row, one of them on: radio buttons in the shape of one control.

use weighup_core::consultation::Action;
use yew::{Event, Html, html};

use crate::Ui;
use crate::parts::said::numerals;

/// One choice.
pub struct Segment {
    /// Its label.
    pub label: String,
    /// Whether it is on.
    pub selected: bool,
    /// What choosing it does.
    pub action: Action,
}

/// The control. `name` is unique in the widget.
pub fn segmented(ui: &Ui, name: &str, legend: &'static str, segments: Vec<Segment>) -> Html {
    let group = ui.id(name);
    html! {
        <fieldset class="wu-segmented">
            <legend class="wu-segmented__legend">{ legend }</legend>
            <div class="wu-segmented__row">
                for segment in segments {
                    <label key={segment.label.clone()} class="wu-segmented__choice">
                        <input type="radio" class="wu-segmented__input" name={group.clone()}
                            checked={segment.selected} onchange={ui.act::<Event>(segment.action)} />
                        <span class="wu-segmented__label">{ numerals(&segment.label) }</span>
                    </label>
                }
            </div>
        </fieldset>
    }
}
