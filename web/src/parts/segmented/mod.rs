//! A few choices in a row, one of them on: radio buttons in the shape of one control.

use weighup_core::consultation::Action;
use yew::Html;

use crate::Ui;
use crate::markup::markup;
use crate::parts::sentences::WordsOf;

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
    let words = |label: &str, ours: bool| {
        let words = if ours {
            WordsOf::Ours(label)
        } else {
            WordsOf::Aid(label)
        };
        words.html(ui)
    };
    markup! { ui,
        <fieldset class="wu-segmented">
            <legend class="wu-segmented__legend">{legend}</legend>
            <div class="wu-segmented__row">
                for segment in segments {
                    <label key={&segment.label} class="wu-segmented__choice">
                        <input
                            type="radio"
                            name={&group}
                            class="wu-segmented__input"
                            act={segment.action}
                            checked={segment.selected}
                        />
                        <span class="wu-segmented__label">{words(&segment.label, segment.ours)}</span>
                    </label>
                }
            </div>
        </fieldset>
    }
}
