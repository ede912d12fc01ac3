//! Ready?: prompts that lead back, the aid's own questions with kind feedback, questions to ask. Nothing is scored.

use crate::aid::Aid;
use crate::consultation::{Consultation, ReadinessPrompt};

use super::rich::rich;
use super::{QuestionView, ReadyView};

/// Ready?
#[must_use]
pub fn ready(aid: &Aid, consultation: &Consultation) -> ReadyView {
    let answers = consultation.answers();
    let aid = &answers.seen(aid);
    let document = aid.document();
    ReadyView {
        prompts: ReadinessPrompt::ALL
            .into_iter()
            .map(|prompt| (prompt, answers.ready.get(&prompt).copied()))
            .collect(),
        understanding: document
            .understanding
            .iter()
            .map(|asked| {
                let given = answers.understood.get(&asked.id).copied();
                QuestionView {
                    id: asked.id.clone(),
                    question: rich(aid, &asked.question),
                    answers: (1..)
                        .zip(&asked.answers)
                        .map(|(number, answer)| (number, rich(aid, answer), given == Some(number)))
                        .collect(),
                    feedback: given.map(|given| (given == asked.right, rich(aid, &asked.because))),
                }
            })
            .collect(),
        questions: document.questions.clone(),
        own_questions: answers.questions.clone(),
    }
}
