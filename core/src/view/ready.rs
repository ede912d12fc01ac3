//! Ready?: prompts that lead back, the aid's own questions with kind feedback, questions to ask. Nothing is scored.

use crate::aid::Aid;
use crate::consultation::{Answers, Consultation, ReadinessPrompt};

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
        questions: questions(aid, answers),
        own_questions: answers.questions.clone(),
    }
}

/// The aid's questions to ask, numbered from 1, and whether each is ticked.
pub(super) fn questions(aid: &Aid, answers: &Answers) -> Vec<(u32, String, bool)> {
    let all = (1..).zip(&aid.document().questions);
    all.map(|(number, text)| (number, text.clone(), answers.asks.contains(&number)))
        .collect()
}
