//! CSL-JSON, as publishers and reference managers give it.

use serde_json::Value;

use super::{Read, Reference, doi};

pub(super) fn read(text: &str) -> Read {
    let (mut references, mut wrong) = (Vec::new(), Vec::new());
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(why) => {
            return (
                references,
                vec![format!(
                    "line {}, column {}: it is no JSON: {why}",
                    why.line(),
                    why.column()
                )],
            );
        }
    };
    let all = match &value {
        Value::Array(all) => all.iter().collect(),
        one => vec![one],
    };
    for (index, one) in all.into_iter().enumerate() {
        let text = |field: &str| match one.get(field) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            // Crossref gives lists of one.
            Some(Value::Array(list)) => list
                .first()
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned(),
            _ => String::new(),
        };
        let title = if one.get("title").is_some_and(Value::is_number) {
            String::new()
        } else {
            text("title")
        };
        if title.is_empty() {
            wrong.push(format!("reference {}: it has no title", index + 1));
            continue;
        }
        let year = one.get("issued").and_then(|issued| {
            let parts = issued.get("date-parts")?.get(0)?.get(0)?;
            parts
                .as_u64()
                .or_else(|| parts.as_str()?.parse().ok())
                .and_then(|year| u16::try_from(year).ok())
        });
        let authors = one
            .get("author")
            .and_then(Value::as_array)
            .map_or(&[][..], Vec::as_slice);
        references.push(Reference {
            authors: authors.iter().filter_map(author).collect(),
            title,
            container: text("container-title"),
            year,
            volume: text("volume"),
            issue: text("issue"),
            pages: text("page"),
            publisher: text("publisher"),
            doi: doi(&text("DOI")),
            url: text("URL"),
        });
    }
    (references, wrong)
}

fn author(author: &Value) -> Option<String> {
    let text = |field: &str| author.get(field).and_then(Value::as_str).unwrap_or_default();
    if text("family").is_empty() {
        return Some(text("literal").to_owned()).filter(|literal| !literal.is_empty());
    }
    Some(named(text("family"), text("given")))
}

/// "Hamdy, Freddie C." as "Hamdy FC".
pub(super) fn author_of(text: &str) -> String {
    match text.split_once(',') {
        Some((family, given)) => named(family, given),
        None => text.trim().to_owned(),
    }
}

/// A name with the first letters of its given names.
pub(super) fn named(family: &str, given: &str) -> String {
    let letters = given
        .split([' ', '.', '-'])
        .filter_map(|part| part.chars().next());
    let initials: String = letters.collect();
    format!("{} {initials}", family.trim()).trim().to_owned()
}
