//! In how many of 100 readings each option is in front: a picture of 100 tiles an option, filled from the same corner
//! row by row as pictures of people are. A tile is a reading, not a person.

use weighup_core::view::ReadingView;
use yew::{AttrValue, Html};

use crate::Ui;
use crate::markup::{el, is, keyed, list, none, says, tag, wrap};
use crate::parts::option_mark::{colour, option_name};
use crate::parts::said::sentence;

/// All options, side by side where there is room, in the aid's order.
pub fn readings(_: &Ui, all: &[ReadingView]) -> Html {
    let each = all.iter().map(|reading| {
        let inside = vec![
            wrap("h3", "wu-readings__option", option_name(&reading.option)),
            picture(reading),
            sentence("wu-readings__words", &reading.words),
        ];
        keyed(reading.option.id.as_str(), el("div", "wu-readings__one", inside))
    });
    el("div", "wu-readings", each.collect())
}

fn picture(reading: &ReadingView) -> Html {
    let tiles = |from: u32, to: u32, fill: &'static str| {
        tag(
            "path",
            &["d", "fill", "stroke", "stroke-width"],
            vec![Some(tiles(from, to)), is(fill), is("currentColor"), is("1.1")],
            none(),
        )
    };
    let svg = tag(
        "svg",
        &[
            "viewBox",
            "width",
            "height",
            "role",
            "aria-label",
            "focusable",
            "class",
        ],
        vec![
            is("0 0 205 205"),
            is("205"),
            is("205"),
            is("img"),
            says(&reading.words),
            is("false"),
            says(&["wu-readings__picture ", colour(reading.option.mark)].concat()),
        ],
        list(vec![
            tiles(reading.count, 100, "none"),
            tiles(0, reading.count, "currentColor"),
        ]),
    );
    keyed(&reading.words, svg)
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
