//! How to answer: one button a way, any of them at any time, behind one quiet line.

use weighup_core::consultation::{Action, Method};
use weighup_core::view::WeighView;
use yew::Html;

use crate::Ui;
use crate::markup::{details, empty, is, keyed, line, list, p, tag, text, truth, wrap};
use crate::parts::said::numerals;

/// The section; nothing when there is only one way.
pub(super) fn ways(ui: &Ui, view: &WeighView) -> Html {
    let texts = &ui.texts.weigh;
    if view.methods.is_empty() {
        return empty();
    }
    let id = ui.id("ways");
    let all = view.methods.iter().map(|way| {
        let begun = if way.begun { texts.has_answers } else { "" };
        let words = vec![
            wrap("strong", "", numerals(&way.name)),
            line("span", "wu-small", hint(ui, way.method)),
            line("span", "wu-small wu-way__begun", begun),
        ];
        let one = tag(
            "button",
            &["type", "aria-pressed", "class", "data-act"],
            vec![
                is("button"),
                truth(way.method == view.method),
                is("wu-way"),
                ui.does(Action::use_method(way.method)),
            ],
            list(words),
        );
        keyed(&way.name, wrap("div", "", one))
    });
    let name = tag("span", &["id"], vec![Some(id.clone())], text(texts.methods.title));
    let all = tag(
        "div",
        &["role", "aria-labelledby", "class"],
        vec![is("group"), Some(id), is("wu-ways")],
        list(all.collect()),
    );
    wrap(
        "div",
        "wu-weigh__ways",
        details(ui, name, vec![p("", texts.methods.hint), all]),
    )
}

const fn hint(ui: &Ui, method: Method) -> &'static str {
    let [swing, ranking, points, best_worst] = ui.texts.weigh.method_hints;
    match method {
        Method::Swing => swing,
        Method::Ranking => ranking,
        Method::Points => points,
        Method::BestWorst => best_worst,
    }
}
