//! Ready?: prompts that lead back and a box for questions; questions one could ask, and the aid's own with kind feedback, one
//! tap away. Nothing is scored.

use weighup_core::consultation::{Action, Prompt};
use weighup_core::view::{QuestionView, ReadyView};
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{button, card, copied, el, folded, h2, keyed, list, maybe, p, sheet, wrap};
use crate::parts::choices::{Choice, Kind, choices};
use crate::parts::own_words::own_words;
use crate::parts::said::{Words, paragraph, plain, sentences};
use crate::parts::segmented::{Segment, segmented};
use crate::texts::fill;

/// The step.
pub fn ready(ui: &Ui, view: &ReadyView) -> Html {
    let texts = &ui.texts.ready;
    let prompts = view.prompts.iter().map(|(which, fine)| {
        let words = ui.texts.prompt(*which);
        keyed(words, wrap("div", "wu-ready__prompt", prompt(ui, *which, *fine)))
    });
    let ask = own_words(
        ui,
        "questions",
        texts.own_questions,
        &view.own_questions,
        Act::Questions,
    );
    list(vec![
        card(vec![
            p("wu-soft", texts.prompts),
            el("div", "wu-ready__prompts", prompts.collect()),
        ]),
        card(vec![ask]),
        sheet(vec![
            folded(
                ui,
                h2(texts.questions),
                vec![sentences("wu-list", &view.questions)],
            ),
            maybe((!view.understanding.is_empty()).then(|| understanding(ui, &view.understanding))),
        ]),
    ])
}

/// One prompt; "not yet" shows the way back.
fn prompt(ui: &Ui, which: Prompt, fine: Option<bool>) -> Html {
    let texts = &ui.texts.ready;
    let answer = |label: &str, means: bool| Segment {
        label: label.to_owned(),
        ours: true,
        selected: fine == Some(means),
        action: Action::set_ready(which, means),
    };
    let answers = vec![answer(texts.fine, true), answer(texts.not_yet, false)];
    let step = which.step();
    let back = (fine == Some(false)).then(|| {
        let label = fill(ui.texts.fit.go_to, &[("name", ui.texts.step(step).name)]);
        button(
            "wu-button wu-button--quiet",
            ui.does(Action::go_to(step)),
            copied(&label),
        )
    });
    list(vec![
        segmented(
            ui,
            &["ready-", step.name()].concat(),
            ui.texts.prompt(which),
            answers,
        ),
        wrap("div", "wu-ready__back", maybe(back)),
    ])
}

fn understanding(ui: &Ui, questions: &[QuestionView]) -> Html {
    let texts = &ui.texts.ready;
    let asked = questions
        .iter()
        .map(|asked| keyed(&asked.id, wrap("div", "wu-ready__question", question(ui, asked))));
    folded(
        ui,
        h2(texts.understanding.title),
        vec![
            p("wu-soft", texts.understanding.hint),
            el("div", "", asked.collect()),
        ],
    )
}

fn question(ui: &Ui, asked: &QuestionView) -> Html {
    let answers = asked.answers.iter().map(|(number, answer, chosen)| {
        let action = Action::understand(asked.id.clone(), *number);
        Choice::new(number.to_string(), Words::Aid(&plain(answer)), *chosen, action)
    });
    let feedback = asked.feedback.as_ref().map(|(right, because)| {
        let first = said(ui, *right);
        keyed(
            first,
            el(
                "div",
                "wu-ready__feedback",
                vec![p("", first), paragraph("", because)],
            ),
        )
    });
    list(vec![
        choices(
            ui,
            &["understand-", &asked.id].concat(),
            Kind::One,
            Words::Aid(&plain(&asked.question)),
            None,
            answers.collect(),
        ),
        wrap("div", "", maybe(feedback)),
    ])
}

/// How an answer is met: kindly, and without a mark.
pub(crate) fn said(ui: &Ui, right: bool) -> &'static str {
    if right {
        ui.texts.ready.yes
    } else {
        ui.texts.ready.another
    }
}
