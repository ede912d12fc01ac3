//! Ready?: prompts that lead back and a box for questions; questions one could ask, and the aid's own with kind feedback, one
//! tap away. Nothing is scored.

use weighup_core::consultation::{Action, ReadinessPrompt};
use weighup_core::view::{QuestionView, ReadyView};
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{folded, h2, markup};
use crate::parts::choices::{ChoiceItem, HowMany, choices};
use crate::parts::own_words::own_words;
use crate::parts::segmented::{Segment, segmented};
use crate::parts::sentences::{WordsOf, paragraph, plain};
use crate::texts::fill;

/// The step.
pub fn ready(ui: &Ui, view: &ReadyView) -> Html {
    let texts = &ui.texts.later().ready;
    let ask = own_words(
        ui,
        "questions",
        texts.own_questions,
        &view.own_questions,
        Act::Questions,
    );
    let asked = markup! { ui,
        <>
            {questions(ui, &view.questions)}
            <button type="button" class="wu-button wu-button--quiet" act={Act::Sheet(true)}>
                {ui.texts.later().summary.asks_sheet}
            </button>
        </>
    };
    markup! { ui,
        <>
            <section class="wu-card">
                if ui.full { <p class="wu-soft">{texts.prompts}</p> }
                {prompts(ui, &view.prompts)}
            </section>
            <section class="wu-card">{ask}</section>
            <div class="wu-sheet">
                {folded(ui, h2(ui, texts.questions), asked)}
                if !view.understanding.is_empty() { {understanding(ui, &view.understanding)} }
            </div>
        </>
    }
}

/// The prompts, which the summary's sheet has too.
pub(crate) fn prompts(ui: &Ui, prompts: &[(ReadinessPrompt, Option<bool>)]) -> Html {
    markup! { ui,
        <div class="wu-ready__prompts">
            for (which, fine) in prompts {
                <div key={ui.texts.prompt(*which)} class="wu-ready__prompt">{prompt(ui, *which, *fine)}</div>
            }
        </div>
    }
}

/// The aid's questions, to tick what one wants to ask.
pub(crate) fn questions(ui: &Ui, questions: &[(u32, String, bool)]) -> Html {
    let answers = questions.iter().map(|(number, text, ticked)| {
        let action = Action::toggle_ask(*number);
        ChoiceItem::new(ui, number.to_string(), WordsOf::Aid(text), *ticked, action)
    });
    let legend = WordsOf::Ours(ui.texts.later().ready.questions);
    choices(ui, "asks", HowMany::Any, legend, None, answers.collect())
}

/// One prompt; "not yet" shows the way back.
fn prompt(ui: &Ui, which: ReadinessPrompt, fine: Option<bool>) -> Html {
    let texts = &ui.texts.later().ready;
    let answer = |label: &str, means: bool| Segment {
        label: label.to_owned(),
        ours: true,
        selected: fine == Some(means),
        action: Action::set_ready(which, means),
    };
    let answers = vec![answer(texts.fine, true), answer(texts.not_yet, false)];
    let step = which.step();
    markup! { ui,
        <>
            {segmented(ui, &["ready-", step.name()].concat(), ui.texts.prompt(which), answers)}
            <div class="wu-ready__back">
                if fine == Some(false) {
                    <button type="button" class="wu-button wu-button--quiet" act={Action::go_to(step)}>
                        {fill(ui.texts.later().fit.go_to, &[("name", ui.texts.step(step).name)])}
                    </button>
                }
            </div>
        </>
    }
}

fn understanding(ui: &Ui, questions: &[QuestionView]) -> Html {
    let texts = ui.texts.later().ready.understanding;
    let body = markup! { ui,
        <>
            <p class="wu-soft">{texts.hint}</p>
            <div>
                for asked in questions {
                    <div key={&asked.id} class="wu-ready__question">{question(ui, asked)}</div>
                }
            </div>
        </>
    };
    folded(ui, h2(ui, texts.title), body)
}

fn question(ui: &Ui, asked: &QuestionView) -> Html {
    let answers = asked.answers.iter().map(|(number, answer, chosen)| {
        let action = Action::understand(asked.id.clone(), *number);
        ChoiceItem::new(
            ui,
            number.to_string(),
            WordsOf::Aid(&plain(answer)),
            *chosen,
            action,
        )
    });
    let question = choices(
        ui,
        &["understand-", &asked.id].concat(),
        HowMany::One,
        WordsOf::Aid(&plain(&asked.question)),
        None,
        answers.collect(),
    );
    markup! { ui,
        <>
            {question}
            <div>
                if let Some((right, because)) = &asked.feedback {
                    <div key={said(ui, *right)} class="wu-ready__feedback">
                        <p>{said(ui, *right)}</p>
                        {paragraph(ui, "", because)}
                    </div>
                }
            </div>
        </>
    }
}

/// How an answer is met: kindly, and without a mark.
pub(crate) fn said(ui: &Ui, right: bool) -> &'static str {
    if right {
        ui.texts.later().ready.yes
    } else {
        ui.texts.later().ready.another
    }
}
