//! The questions that the aid asks and the person's answers: Questionnaire and QuestionnaireResponse.

use serde_json::{Value, json};

use super::{Bundle, Resource, uuid};
use crate::consultation::{DecisionStatus, WordsBox};

/// A question: its `linkId`, its text, its FHIR type, whether it can have several answers.
struct Question {
    id: String,
    text: String,
    kind: &'static str,
    many: bool,
    answers: Vec<String>,
}

fn question(id: &str, text: &str, kind: &'static str, many: bool, answers: Vec<String>) -> Question {
    Question {
        id: id.to_owned(),
        text: text.to_owned(),
        kind,
        many,
        answers: answers
            .into_iter()
            .map(|said| said.trim().to_owned())
            .filter(|said| !said.is_empty())
            .collect(),
    }
}

/// Boxes for own words, as a form lists them.
const BOXES: [(WordsBox, &str, &str); 7] = [
    (WordsBox::Matters, "matters", "What matters to the person"),
    (WordsBox::Worries, "worries", "What worries the person"),
    (WordsBox::Hopes, "hopes", "What the person hopes for"),
    (
        WordsBox::WouldNotAccept,
        "would-not-accept",
        "What the person would not accept",
    ),
    (
        WordsBox::TeachBack,
        "teach-back",
        "What was decided and why, as the person would tell someone at home",
    ),
    (
        WordsBox::Companion,
        "companion",
        "What someone with the person says",
    ),
    (
        WordsBox::Professional,
        "professional",
        "What the health professional says",
    ),
];

impl Bundle<'_> {
    fn questions(&self) -> Vec<(&'static str, &'static str, Vec<Question>)> {
        let record = self.record;
        let own = BOXES.map(|(place, id, text)| {
            let boxes = record.words.iter().filter(|words| words.place == place);
            question(
                &["words.", id].concat(),
                text,
                "text",
                false,
                boxes.map(|words| words.words.clone()).collect(),
            )
        });
        let mut marks: Vec<Question> = Vec::new();
        let first = record.options.first();
        let shown = first.into_iter().flat_map(|option| &option.may_happen);
        let named = shown.map(|figure| (&figure.outcome, &figure.name));
        let marked = record.marks.iter().map(|mark| (&mark.outcome, &mark.name));
        for (outcome, name) in named.chain(marked) {
            let id = ["marks.", outcome.as_str()].concat();
            if marks.iter().any(|known| known.id == id) {
                continue;
            }
            let said = record.marks.iter().find(|mark| mark.outcome == *outcome);
            // A mark is a name of three that the aid offers, as it stands in the record's JSON.
            let mark = said
                .and_then(|mark| mark.mark)
                .map(|mark| crate::format::Word::word(mark).to_owned());
            let words = said.map(|mark| mark.words.clone());
            marks.push(question(&id, name, "string", false, mark.into_iter().collect()));
            let text = [name.as_str(), ": own words"].concat();
            marks.push(question(
                &[&id, ".words"].concat(),
                &text,
                "text",
                false,
                words.into_iter().collect(),
            ));
        }
        let decision = &record.decision;
        vec![
            ("words", "In their own words", own.into()),
            ("marks", "How outcomes matter", marks),
            (
                "weighing",
                "What matters most",
                vec![
                    question(
                        "weighing.said",
                        "What was marked and weighed",
                        "text",
                        true,
                        record.weighed.clone(),
                    ),
                    question(
                        "weighing.limits",
                        "Own concerns and limits",
                        "text",
                        true,
                        record.limits.clone(),
                    ),
                    question(
                        "weighing.fit",
                        "How the options fit, in words",
                        "text",
                        true,
                        record.fit.clone(),
                    ),
                ],
            ),
            (
                "decision",
                "Where the decision stands",
                vec![
                    question(
                        "decision.status",
                        "Whether anything is decided",
                        "string",
                        false,
                        vec![record.status.said.clone()],
                    ),
                    question(
                        "decision.stands",
                        "Where the decision stands",
                        "string",
                        false,
                        decision.said.iter().cloned().collect(),
                    ),
                    question(
                        "decision.sure",
                        "How sure the person is",
                        "string",
                        false,
                        decision.sure.iter().map(|sure| sure.said.clone()).collect(),
                    ),
                    question(
                        "decision.doubts",
                        "Doubts",
                        "text",
                        false,
                        vec![decision.doubts.clone()],
                    ),
                    question(
                        "decision.not-yet",
                        "What to look at again first",
                        "string",
                        true,
                        decision.not_yet.clone(),
                    ),
                    question(
                        "decision.review-on",
                        "When to look at the decision again",
                        "date",
                        false,
                        record.review_on.iter().map(|day| day.day.clone()).collect(),
                    ),
                ],
            ),
            (
                "talk",
                "The conversation",
                vec![
                    question(
                        "talk.present",
                        "Who was here",
                        "string",
                        true,
                        record.people.iter().map(|person| person.said.clone()).collect(),
                    ),
                    question(
                        "talk.agenda",
                        "What to talk about",
                        "text",
                        true,
                        record.agenda.iter().map(|note| note.said.clone()).collect(),
                    ),
                    question(
                        "talk.questions",
                        "Questions of the person",
                        "text",
                        true,
                        std::iter::once(&record.own_questions)
                            .chain(&record.asks)
                            .filter(|asked| !asked.is_empty())
                            .cloned()
                            .collect(),
                    ),
                    question(
                        "talk.actions",
                        "Who does what",
                        "text",
                        true,
                        record.actions.iter().map(|note| note.said.clone()).collect(),
                    ),
                ],
            ),
        ]
    }

    /// The same for every record of one content of an aid.
    fn canonical(&self) -> String {
        let aid = &self.record.aid;
        let content = aid.content.as_deref().unwrap_or_default();
        let parts = ["questionnaire", &aid.id, &aid.version, content];
        ["urn:uuid:", &uuid(&parts.map(str::as_bytes))].concat()
    }

    pub(super) fn questionnaire(&self) -> Resource {
        let aid = &self.record.aid;
        let items: Vec<Value> = self
            .questions()
            .into_iter()
            .filter(|(.., questions)| !questions.is_empty())
            .map(|(id, text, questions)| {
                let asked: Vec<Value> = questions
                    .into_iter()
                    .map(|asked| {
                        json!({ "linkId": asked.id, "text": asked.text, "type": asked.kind, "repeats": asked.many })
                    })
                    .collect();
                json!({ "linkId": id, "text": text, "type": "group", "item": asked })
            })
            .collect();
        let says = ["What the decision aid “", &aid.title, "” asks."].concat();
        self.resource(
            "Questionnaire",
            "questionnaire",
            &says,
            json!({
                "url": self.canonical(),
                "version": aid.version,
                "name": "DecisionAidQuestions",
                "title": aid.title,
                "status": "active",
                "subjectType": ["Patient"],
                "date": self.record.made.at,
                "item": items,
            }),
        )
    }

    pub(super) fn response(&self) -> Resource {
        let groups: Vec<Value> = self
            .questions()
            .into_iter()
            .filter_map(|(id, text, questions)| {
                let given: Vec<Value> = questions
                    .into_iter()
                    .filter(|asked| !asked.answers.is_empty())
                    .map(|asked| {
                        let field = if asked.kind == "date" {
                            "valueDate"
                        } else {
                            "valueString"
                        };
                        let answers: Vec<Value> =
                            asked.answers.iter().map(|said| json!({ field: said })).collect();
                        json!({ "linkId": asked.id, "text": asked.text, "answer": answers })
                    })
                    .collect();
                (!given.is_empty()).then(|| json!({ "linkId": id, "text": text, "item": given }))
            })
            .collect();
        self.resource(
            "QuestionnaireResponse",
            "response",
            &self.record.status.said,
            json!({
                "language": self.record.aid.lang,
                "questionnaire": format!("{}|{}", self.canonical(), self.record.aid.version),
                "status": match self.record.status.code {
                    DecisionStatus::InProgress => "in-progress",
                    DecisionStatus::Made => "completed",
                    DecisionStatus::Withdrawn => "stopped",
                },
                "subject": self.subject(),
                "authored": self.record.made.at,
                "item": groups,
            }),
        )
    }
}
