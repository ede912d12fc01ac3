//! The fit of each option as a bar: solid as far as it is sure, pale as far as it could move. No numbers, no
//! ranks, the aid's own order.

use weighup_core::view::FitBar;
use yew::Html;

use crate::Ui;
use crate::markup::{Value, copied, el, is, keyed, list, maybe, none, says, tag, wrap};
use crate::parts::option_mark::{colour, option_name};

/// The bars.
pub fn fit_bars(ui: &Ui, bars: &[FitBar]) -> Html {
    el("div", "wu-bars", bars.iter().map(|bar| row(ui, bar)).collect())
}

fn row(ui: &Ui, bar: &FitBar) -> Html {
    let out = bar.ruled_out.as_ref().map(|why| {
        let words = vec![
            wrap("strong", "", copied(&[ui.texts.fit.ruled_out, ". "].concat())),
            wrap("span", "", copied(why)),
        ];
        keyed(why, el("p", "wu-bars__out", words))
    });
    keyed(
        bar.option.id.as_str(),
        el(
            "div",
            "wu-bars__row",
            vec![
                wrap("h3", "wu-bars__option", option_name(&bar.option)),
                el("div", "wu-bars__bar", vec![picture(bar), maybe(out)]),
            ],
        ),
    )
}

fn picture(bar: &FitBar) -> Html {
    let low = bar.low.min(bar.high);
    let pale = bar.high.saturating_sub(low);
    let solid = |x: Value, y: Value, width: Value, height: Value, class: Value| {
        tag(
            "rect",
            &["x", "y", "width", "height", "fill", "class"],
            vec![x, y, width, height, is("currentColor"), class],
            none(),
        )
    };
    let outline = tag(
        "rect",
        &[
            "x",
            "y",
            "width",
            "height",
            "fill",
            "stroke",
            "stroke-width",
            "vector-effect",
        ],
        vec![
            is("0"),
            is("4"),
            says(&bar.high.to_string()),
            is("28"),
            is("none"),
            is("currentColor"),
            is("2"),
            is("non-scaling-stroke"),
        ],
        none(),
    );
    let svg = tag(
        "svg",
        &[
            "viewBox",
            "width",
            "height",
            "preserveAspectRatio",
            "role",
            "aria-label",
            "focusable",
            "class",
        ],
        vec![
            is("0 0 1000 36"),
            is("1000"),
            is("36"),
            is("none"),
            is("img"),
            says(&bar.words),
            is("false"),
            says(&["wu-bar ", colour(bar.option.mark)].concat()),
        ],
        list(vec![
            solid(is("0"), is("15"), is("1000"), is("6"), is("wu-bar__track")),
            outline,
            solid(
                says(&low.to_string()),
                is("4"),
                says(&pale.to_string()),
                is("28"),
                is("wu-bar__pale"),
            ),
            solid(is("0"), is("4"), says(&low.to_string()), is("28"), None),
        ]),
    );
    keyed(&bar.words, svg)
}
