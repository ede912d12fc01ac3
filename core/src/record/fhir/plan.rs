//! What was agreed, as a care plan: CarePlan, a Goal for what matters and what is hoped for, a Task for each action.

use serde_json::{Value, json};

use super::{Bundle, Resource, concept};
use crate::consultation::{DecisionStatus, WordsBox};

impl Bundle<'_> {
    /// The goals, the tasks and the plan that holds them. Nothing of it is active before a decision is made.
    pub(super) fn plan(&self) -> Vec<Resource> {
        let record = self.record;
        let status = record.status.code;
        let goals = record
            .words
            .iter()
            .filter(|words| matches!(words.place, WordsBox::Matters | WordsBox::Hopes));
        let mut parts: Vec<Resource> = goals
            .enumerate()
            .map(|(at, words)| {
                self.resource(
                    "Goal",
                    &format!("goal {at}"),
                    &words.said,
                    json!({
                        "lifecycleStatus": match status {
                            DecisionStatus::InProgress => "proposed",
                            DecisionStatus::Made => "accepted",
                            DecisionStatus::Withdrawn => "cancelled",
                        },
                        "description": concept(&words.words),
                        "subject": self.somebody(),
                    }),
                )
            })
            .collect();
        let goals: Vec<Value> = parts.iter().map(Resource::reference).collect();
        let tasks: Vec<Resource> = record
            .actions
            .iter()
            .enumerate()
            .map(|(at, note)| {
                let when = note.when.trim();
                self.resource(
                    "Task",
                    &format!("task {at}"),
                    &note.said,
                    json!({
                        "status": match status {
                            DecisionStatus::InProgress => "draft",
                            DecisionStatus::Made => "requested",
                            DecisionStatus::Withdrawn => "cancelled",
                        },
                        "intent": "plan",
                        "description": note.said,
                        "for": self.somebody(),
                        "authoredOn": record.made.at,
                        "note": if when.is_empty() { Value::Null } else { json!([{ "text": when }]) },
                    }),
                )
            })
            .collect();
        let activities: Vec<Value> = tasks
            .iter()
            .map(|task| json!({ "reference": task.reference() }))
            .collect();
        parts.extend(tasks);
        let again = record.review_on.iter().map(|day| json!({ "text": day.said }));
        let notes: Vec<Value> = again.collect();
        let some = |list: Vec<Value>| {
            if list.is_empty() {
                Value::Null
            } else {
                Value::Array(list)
            }
        };
        parts.push(self.resource(
            "CarePlan",
            "plan",
            &record.status.said,
            json!({
                "status": match status {
                    DecisionStatus::InProgress => "draft",
                    DecisionStatus::Made => "active",
                    DecisionStatus::Withdrawn => "revoked",
                },
                "intent": "plan",
                "title": record.aid.title,
                "description": record.status.said,
                "subject": self.somebody(),
                "created": record.made.at,
                "goal": some(goals),
                "activity": some(activities),
                "note": some(notes),
            }),
        ));
        parts
    }
}
