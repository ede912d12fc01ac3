//! Marking as the weighing: every outcome with both ends of its figures, and what was marked with what happens with each option.

use weighup_core::view::{MarkItem, MarkedOutcome, MarksView, WeighView};
use yew::Html;

use crate::Ui;
use crate::act::{Act, Panel};
use crate::markup::{Keyed, empty, folded, h2, markup};
use crate::parts::marking::{choices, is_open, label, own, words};
use crate::parts::option_mark::option_name;
use crate::parts::sentences::{phrase, quoted, sentence};
use crate::ui::FIRST;

/// The list, what came of it, and the other ways of answering where the figures allow any.
pub(super) fn marks(ui: &Ui, view: &WeighView, marks: &MarksView, ways: impl FnOnce() -> Html) -> Html {
    let texts = &ui.texts.later().marks;
    markup! { ui,
        <>
            <section class="wu-card">
                {h2(ui, texts.list.title)}
                <p>{texts.list.hint}</p>
                <ul class="wu-marks">for each in &marks.items { {item(ui, each)} }</ul>
            </section>
            if ui.pieces > FIRST { {result(ui, marks)} }
            if ui.pieces > FIRST && !view.items.is_empty() {
                <div class="wu-sheet">{folded(ui, h2(ui, texts.further), ways())}</div>
            }
        </>
    }
}

fn item(ui: &Ui, item: &MarkItem) -> Keyed {
    let mark = &item.mark;
    let open = is_open(ui, mark);
    markup! { ui,
        <li key={mark.outcome.as_str()} class="wu-marks__item">
            <div>
                <p class="wu-marks__name">{quoted(ui, "", &mark.name)}</p>
                for said in &item.ends { {sentence(ui, "wu-marks__ends", said)} }
            </div>
            {choices(ui, mark)}
            <div class="wu-marks__own">
                <button
                    type="button"
                    aria-expanded={open}
                    class="wu-link wu-opener"
                    act={Act::Card(mark.outcome.clone(), Panel::Mark)}
                >
                    {ui.texts.later().marks.words}
                    <span class="wu-hidden">{[" ", &mark.name].concat()}</span>
                </button>
                if open {
                    <div key="box">{words(ui, mark)}</div>
                } else {
                    <div key="said">{own(ui, &mark.said)}</div>
                }
            </div>
        </li>
    }
}

/// What was marked, those that matter a lot first, with every option in the order it has everywhere.
fn result(ui: &Ui, view: &MarksView) -> Html {
    if view.marked.is_empty() && view.does_not.is_none() {
        return empty();
    }
    markup! { ui,
        <section class="wu-card wu-marks__result">
            {h2(ui, ui.texts.later().marks.result)}
            for each in &view.marked { {marked(ui, each)} }
            {view.does_not.as_ref().map(|said| sentence(ui, "", said))}
            {sentence(ui, "wu-soft", &view.note)}
        </section>
    }
}

fn marked(ui: &Ui, each: &MarkedOutcome) -> Keyed {
    let mark = &each.mark;
    let now = mark.mark.map_or("", |mark| label(ui, mark));
    markup! { ui,
        <div key={&[mark.outcome.as_str(), now].concat()}>
            <h3 class="wu-h3">{quoted(ui, "", &mark.name)}</h3>
            <div>if !now.is_empty() { <p class="wu-marked__now--said"><span class="wu-marked__word">{now}</span></p> }</div>
            {own(ui, &mark.said)}
            <div>if !each.when.is_empty() { {sentence(ui, "wu-marks__when", &each.when)} }</div>
            <dl class="wu-marks__options">
                for (option, figure) in &each.options {
                    <div key={option.id.as_str()}>
                        <dt>{option_name(ui, option)}</dt>
                        <dd>{phrase(ui, "", figure)}</dd>
                    </div>
                }
            </dl>
        </div>
    }
}
