//! How to answer: one button a way, any of them at any time.

use weighup_core::consultation::{Action, Method};
use weighup_core::view::WeighView;
use yew::Html;

use crate::Ui;
use crate::markup::{el, empty, is, keyed, line, list, p, part, tag, text, truth, wrap};
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
                ui.does(Action::UseMethod(way.method)),
            ],
            list(words),
        );
        keyed(&way.name, wrap("div", "", one))
    });
    tag(
        "section",
        &["role", "aria-labelledby", "class", "part"],
        vec![is("group"), Some(id.clone()), is("wu-card"), part("wu-card")],
        list(vec![
            tag(
                "h2",
                &["id", "class", "part"],
                vec![Some(id), is("wu-h2"), part("wu-h2")],
                text(texts.methods.title),
            ),
            p("", texts.methods.hint),
            el("div", "wu-ways", all.collect()),
        ]),
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
