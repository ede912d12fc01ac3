//! In how many of 100 readings each option is in front: a picture of 100 tiles for each option, filled from the same corner
//! row by row as pictures of people are. A tile is a reading, not a person.

use weighup_core::view::ReadingView;
use yew::{AttrValue, Html};

use crate::Ui;
use crate::markup::{Keyed, markup};
use crate::parts::option_mark::{colour, option_name};
use crate::parts::sentences::sentence;

/// All options, side by side where there is room, in the aid's order.
pub fn readings(ui: &Ui, all: &[ReadingView]) -> Html {
    markup! { ui,
        <div class="wu-readings">
            for reading in all {
                <div key={reading.option.id.as_str()} class="wu-readings__one">
                    <h3 class="wu-readings__option">{option_name(ui, &reading.option)}</h3>
                    {picture(reading)}
                    {sentence(ui, "wu-readings__words", &reading.words)}
                </div>
            }
        </div>
    }
}

fn picture(reading: &ReadingView) -> Keyed {
    markup! {
        <svg
            key={&reading.words}
            viewBox="0 0 205 205"
            width="205"
            height="205"
            role="img"
            aria-label={reading.words.clone()}
            focusable="false"
            class={["wu-readings__picture ", colour(reading.option.mark)].concat()}
        >
            <path d={tiles(reading.count, 100)} fill="none" stroke="currentColor" stroke-width="1.1"/>
            <path d={tiles(0, reading.count)} fill="currentColor" stroke="currentColor" stroke-width="1.1"/>
        </svg>
    }
}

/// The tiles `from..to`, counted from the bottom corner at the start of the line, ten a row, a space after the fifth.
fn tiles(from: u32, to: u32) -> AttrValue {
    let place = |at: u32| at * 20 + at / 5 * 5;
    let mut path = String::new();
    for at in from..to {
        path.push('M');
        path.push_str(&(place(at % 10) + 2).to_string());
        path.push(' ');
        path.push_str(&(187_u32.saturating_sub(place(at / 10))).to_string());
        path.push_str("h16v16h-16z");
    }
    AttrValue::from(path)
}
