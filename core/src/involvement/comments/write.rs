//! Writes a file of comments: what a typed-in form becomes.

use serde_json::{Value, json};

use super::read::AID;
use super::{CommentFile, CommentPurpose};

/// The file as JSON-LD. `at` is the moment, `software` what made it.
#[must_use]
pub fn write_comments(file: &CommentFile, at: &str, software: &str) -> String {
    let about = &file.about;
    let source = format!("{AID}{}:{}:{}", about.aid, about.version, about.content);
    let by = &file.reviewer;
    let mut creator = json!({
        "type": "Person",
        "schema:audienceType": by.kind.word(),
        "schema:roleName": by.role,
    });
    for (key, text) in [("schema:affiliation", &by.organisation), ("name", &by.name)] {
        if let (Some(text), Some(creator)) = (text, creator.as_object_mut()) {
            creator.insert(key.to_owned(), json!(text));
        }
    }
    let body = |value: &str, purpose: CommentPurpose| {
        json!({
            "type": "TextualBody",
            "value": value,
            "format": "text/plain",
            "language": about.language,
            "purpose": purpose.word(),
        })
    };
    let items = file.comments.iter().map(|comment| {
        let mut bodies = Vec::new();
        if let Some(question) = &comment.question {
            bodies.push(json!({ "type": "TextualBody", "value": question, "purpose": "describing" }));
        }
        if let Some(yes) = comment.yes {
            bodies.push(body(if yes { "yes" } else { "no" }, CommentPurpose::Assessing));
        }
        if !comment.text.is_empty() {
            let purpose = match comment.purpose {
                CommentPurpose::Assessing => CommentPurpose::Commenting,
                other => other,
            };
            bodies.push(body(&comment.text, purpose));
        }
        let mut selectors = vec![json!({ "type": "FragmentSelector", "value": comment.place })];
        if let Some(quote) = &comment.quote {
            selectors.push(json!({ "type": "TextQuoteSelector", "exact": quote }));
        }
        json!({
            "id": comment.id,
            "type": "Annotation",
            "motivation": comment.purpose.word(),
            "body": bodies,
            "target": { "source": source, "selector": selectors },
        })
    });
    let items: Vec<Value> = items.collect();
    let mut whole = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        "label": format!("Comments on {} {}", about.aid, about.version),
        "schema:about": { "id": source, "language": about.language },
        "creator": creator,
        "created": at,
        "generator": { "type": "Software", "name": software },
        "total": items.len(),
        "first": { "type": "AnnotationPage", "startIndex": 0, "items": items },
    });
    if file.example
        && let Some(whole) = whole.as_object_mut()
    {
        whole.insert("as:summary".to_owned(), json!("example"));
    }
    // A tree of strings and numbers always serialises.
    serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
}
