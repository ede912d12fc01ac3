//! Weigh: whose turn it is, how to answer, the questions, all read back in words; where people differ; own concerns;
//! deal-breakers.

mod best_worst;
mod concerns;
mod limits;
mod marks;
mod pairs;
mod points;
mod ranking;
mod turn;
mod untold;
mod ways;

use weighup_core::consultation::{OutcomeMark, Person, Weighable};
use weighup_core::view::{AgreementView, AskedView, MarksView, WeighItem, WeighView};
use yew::Html;

use crate::Ui;
use crate::markup::{Keyed, empty, folded, h2, markup};
use crate::parts::gap::gap;
use crate::parts::group_choice::group_choice;
use crate::parts::marking::{label, own};
use crate::parts::sentences::{begun, facts, sentence, sentences};
use crate::ui::{FIRST, NEXT};

/// Whose turn it is, as the panel says it.
pub(crate) fn turn_title(ui: &Ui, who: Person) -> &'static str {
    turn::of(who, ui.texts.later().weigh.turns).title
}

/// The step. Marking the outcomes is the weighing where nothing more is worked out.
pub fn weigh(ui: &Ui, view: &WeighView, agreement: &AgreementView, marks: &MarksView) -> Html {
    let theirs = view.turn.who != Person::Patient;
    let ways = || {
        markup! { ui,
            <>
                <div key={turn::name(view.turn.who)}>{way(ui, view)}</div>
                if ui.pieces > FIRST { {ways::ways(ui, view)} }
            </>
        }
    };
    markup! { ui,
        <>
            {group(ui, view)}
            {other_times(ui, view)}
            {turn::turn(ui, &view.turn)}
            if marks.is_weighing && !theirs {
                <div key="marks">{marks::marks(ui, view, marks, ways)}</div>
            } else if view.items.is_empty() {
                <div key="none"><p class="wu-soft">{ui.texts.later().marks.theirs}</p></div>
            } else {
                <div key="ways">{ways()}</div>
            }
            if ui.pieces > FIRST { {read_back(ui, view, agreement)} }
            if ui.pieces > NEXT { {below(ui, view, agreement)} }
        </>
    }
}

/// Another way, or another person, is another set of questions: nothing of the one before stays in the page.
fn way(ui: &Ui, view: &WeighView) -> Keyed {
    match &view.asked {
        AskedView::Pairs(asked) => pairs::pairs(ui, view, asked),
        AskedView::Swing => points::swing(ui, view),
        AskedView::Ranking(placed) => ranking::ranking(ui, view, placed),
        AskedView::Points(left) => points::share(ui, view, left),
        AskedView::BestWorst { best, worst, pairs } => {
            best_worst::best_worst(ui, view, best.as_ref(), worst.as_ref(), pairs)
        }
    }
}

/// Where people differ, own concerns and deal-breakers.
fn below(ui: &Ui, view: &WeighView, agreement: &AgreementView) -> Html {
    let theirs = view.turn.who != Person::Patient;
    markup! { ui,
        <>
            <div>{agreement.gap.as_ref().map(|view| gap(ui, view))}</div>
            <div class="wu-sheet">
                if theirs {
                    <p class="wu-soft">{ui.texts.later().weigh.only_theirs}</p>
                } else {
                    {concerns::concerns(ui, &view.concerns)}
                }
                if !theirs { {limits::limits(ui, view)} }
                {untold::untold(ui, &view.untold)}
                if !view.left_out.is_empty() {
                    {folded(ui, h2(ui, ui.texts.later().weigh.left_out), facts(ui, &view.left_out))}
                }
            </div>
        </>
    }
}

/// Whose figures these are, to choose where they are asked about, and what is kept for another group.
fn group(ui: &Ui, view: &WeighView) -> Html {
    if let Some(choose) = view.choose.as_ref().filter(|_| !ui.still) {
        return group_choice(ui, choose);
    }
    markup! { ui,
        if !view.group.is_empty() || view.kept.is_some() {
            <section class="wu-card">
                for said in view.group.iter().chain(&view.kept) { {sentence(ui, "", said)} }
            </section>
        }
    }
}

/// What was weighed at other times than Compare shows, and the way to weigh with these. Nothing that was answered goes before it is pressed,
/// and undo brings it back.
fn other_times(ui: &Ui, view: &WeighView) -> Html {
    markup! { ui,
        <div>
            if let Some(others) = &view.other_times {
                <section key={&others.text} class="wu-card">
                    {sentence(ui, "", &others.text)}
                    if let Some(action) = &others.action {
                        <button type="button" class="wu-link" act={action.clone()}>{ui.texts.later().weigh.weigh_shown}</button>
                    }
                </section>
            }
        </div>
    }
}

/// How an outcome was marked, beside what is asked about it.
fn marked(ui: &Ui, mark: OutcomeMark) -> Html {
    markup! { ui, <p class="wu-marked__now--said wu-small"><span class="wu-marked__word">{label(ui, mark)}</span></p> }
}

/// How an outcome was marked and what was said of it, beside what is asked about it.
fn beside(ui: &Ui, item: &WeighItem) -> Html {
    markup! { ui, <div><div>{item.mark.map(|mark| marked(ui, mark))}</div>{own(ui, &item.said)}</div> }
}

/// A name that is unique among the things to weigh.
fn id(what: &Weighable) -> &str {
    match what {
        Weighable::Outcome(outcome) => outcome.as_str(),
        Weighable::Concern(concern) => &concern.0,
    }
}

fn read_back(ui: &Ui, view: &WeighView, agreement: &AgreementView) -> Html {
    let texts = &ui.texts.later().weigh;
    if view.read_back.is_empty() && view.about_equal.is_none() {
        return empty();
    }
    let list = "wu-list wu-list--plain";
    let rest = markup! { ui,
        <>
            <div>{view.about_equal.as_ref().map(|equal| sentence(ui, "wu-weigh__left", equal))}</div>
            <p class="wu-soft">{texts.read_back_hint}</p>
        </>
    };
    // Answers in words are there to be read already, each where it was given.
    let in_words = matches!(view.asked, AskedView::Pairs(_));
    let said = if in_words {
        let all = markup! { ui, <>{sentences(ui, list, &view.read_back)}{rest}</> };
        markup! { ui, <div key="folded" class="wu-sheet">{folded(ui, h2(ui, texts.read_back), all)}</div> }
    } else {
        let first = begun(ui, list, texts.read_back, &view.read_back, 2);
        markup! { ui,
            <section key="told" class="wu-card wu-weigh__read-back">{h2(ui, texts.read_back)}{first}{rest}</section>
        }
    };
    markup! { ui,
        <>
            <div>{said}</div>
            <div>
                if !agreement.check.is_empty() {
                    <section key={&agreement.check.concat()} class="wu-card wu-weigh__read-back">
                        {h2(ui, texts.check)}
                        for line in &agreement.check { {sentence(ui, "", line)} }
                    </section>
                }
            </div>
        </>
    }
}
