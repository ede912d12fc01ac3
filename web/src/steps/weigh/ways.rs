//! How to answer: one button per way, any of them at any time, behind one quiet line.

use weighup_core::consultation::{Action, Method};
use weighup_core::view::WeighView;
use yew::Html;

use crate::Ui;
use crate::markup::{details, empty, markup};
use crate::parts::sentences::numerals;

/// The section; nothing when there is only one way.
pub(super) fn ways(ui: &Ui, view: &WeighView) -> Html {
    let texts = &ui.texts.later().weigh;
    if view.methods.is_empty() {
        return empty();
    }
    let id = ui.id("ways");
    let name = markup! { ui, <span id={&id}>{texts.methods.title}</span> };
    let begun = |begun: bool| if begun { texts.has_answers } else { "" };
    let all = markup! { ui,
        <>
            <p>{texts.methods.hint}</p>
            <div role="group" aria-labelledby={&id} class="wu-ways">
                for way in &view.methods {
                    <div key={&way.name}>
                        <button
                            type="button"
                            aria-pressed={way.method == view.method}
                            class="wu-way"
                            act={Action::use_method(way.method)}
                        >
                            <strong>{numerals(ui, &way.name)}</strong>
                            <span class="wu-small">{hint(ui, way.method)}</span>
                            <span class="wu-small wu-way__begun">{begun(way.begun)}</span>
                        </button>
                    </div>
                }
            </div>
        </>
    };
    markup! { ui, <div class="wu-weigh__ways">{details(ui, name, all)}</div> }
}

fn hint(ui: &Ui, method: Method) -> &'static str {
    let [pairs, ranking, swing, points, best_worst] = ui.texts.later().weigh.method_hints;
    match method {
        Method::Pairs => pairs,
        Method::Swing => swing,
        Method::Ranking => ranking,
        Method::Points => points,
        Method::BestWorst => best_worst,
    }
}
