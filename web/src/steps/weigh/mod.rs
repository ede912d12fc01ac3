//! Weigh: whose turn it is, how to answer, the questions, all read back in words; where people differ; own concerns;
//! deal-breakers.

mod best_worst;
mod concerns;
mod limits;
mod points;
mod ranking;
mod turn;
mod ways;

use weighup_core::consultation::{Person, Weighable};
use weighup_core::view::{AskedView, BesideView, WeighView};
use yew::Html;

use crate::Ui;
use crate::markup::{card, el, empty, folded, h2, keyed, list, maybe, p, sheet, wrap};
use crate::parts::gap::gap;
use crate::parts::said::{begun, facts, sentence};
use crate::ui::{FIRST, NEXT};

/// Whose turn it is, as the panel says it.
pub(crate) fn turn_title(ui: &Ui, who: Person) -> &'static str {
    turn::of(who, ui.texts.weigh.turns).title
}

/// The step.
pub fn weigh(ui: &Ui, view: &WeighView, beside: &BesideView) -> Html {
    // Another way, or another person, is another set of questions: nothing of the one before stays in the page.
    let way = match &view.asked {
        AskedView::Swing => keyed("swing", points::swing(ui, view)),
        AskedView::Ranking(placed) => keyed("ranking", ranking::ranking(ui, view, placed)),
        AskedView::Points(left) => keyed("points", points::share(ui, view, left)),
        AskedView::BestWorst { best, worst, pairs } => keyed(
            "best-worst",
            best_worst::best_worst(ui, view, best.as_ref(), worst.as_ref(), pairs),
        ),
    };
    list(vec![
        group(view),
        turn::turn(ui, &view.turn),
        ways::ways(ui, view),
        keyed(turn::name(view.turn.who), wrap("div", "", way)),
        maybe((ui.parts > FIRST).then(|| read_back(ui, view, beside))),
        maybe((ui.parts > NEXT).then(|| rest(ui, view, beside))),
    ])
}

/// Where people differ, own concerns and deal-breakers.
fn rest(ui: &Ui, view: &WeighView, beside: &BesideView) -> Html {
    let theirs = view.turn.who != Person::Patient;
    list(vec![
        wrap("div", "", maybe(beside.gap.as_ref().map(|view| gap(ui, view)))),
        sheet(vec![
            if theirs {
                p("wu-soft", ui.texts.weigh.only_theirs)
            } else {
                concerns::concerns(ui, &view.concerns)
            },
            maybe((!theirs).then(|| limits::limits(ui, view))),
            maybe((!view.left_out.is_empty()).then(|| left_out(ui, &view.left_out))),
        ]),
    ])
}

/// Whose figures these are, and what is kept for another group.
fn group(view: &WeighView) -> Html {
    let said = [view.group.as_ref(), view.kept.as_ref()].into_iter().flatten();
    let said: Vec<Html> = said.map(|said| sentence("", said)).collect();
    maybe((!said.is_empty()).then(|| card(said)))
}

/// A name that is unique among the things to weigh.
fn id(what: &Weighable) -> &str {
    match what {
        Weighable::Outcome(outcome) => outcome.as_str(),
        Weighable::Concern(concern) => &concern.0,
    }
}

fn read_back(ui: &Ui, view: &WeighView, beside: &BesideView) -> Html {
    let texts = &ui.texts.weigh;
    if view.read_back.is_empty() && view.about_equal.is_none() {
        return empty();
    }
    let equal = view
        .about_equal
        .as_ref()
        .map(|equal| sentence("wu-weigh__left", equal));
    let check = (!beside.check.is_empty()).then(|| {
        let lines = beside.check.iter().map(|line| sentence("", line));
        let mut all = vec![crate::markup::h3(texts.check)];
        all.extend(lines);
        keyed(&beside.check.concat(), el("div", "", all))
    });
    el(
        "section",
        "wu-card wu-weigh__read-back",
        vec![
            h2(texts.read_back),
            begun(ui, "wu-list wu-list--plain", texts.read_back, &view.read_back, 2),
            wrap("div", "", maybe(equal)),
            p("wu-soft", texts.read_back_hint),
            wrap("div", "", maybe(check)),
        ],
    )
}

fn left_out(ui: &Ui, left_out: &[(String, String)]) -> Html {
    folded(ui, h2(ui.texts.weigh.left_out), vec![facts(left_out)])
}
