//! What the check says, in the words of the form: a field by its label, an entry by its name, a choice as the form offers it.
//!
//! The check speaks to whoever has the file before them, and marks what stands in the file by backticks: `range_kind`, `interval =
//! "wilson95"`, `outcome[0].figures[3]`. Whoever fills in a form has never seen these.

use serde_json::Value;

use super::place::{name_of, parsed, spot};
use super::shape::{FieldShape, Is, Shapes, label};
use super::words;
use crate::aid::PlaceStep;

/// Lists whose entries are called by their identifiers in messages.
const LISTS: [&str; 5] = ["option", "outcome", "horizon", "reference_class", "source"];

/// A message of the check in the words of the form. `aid` is what the aid says, `file` the form of the file that it is about.
pub(super) fn spoken(message: &str, aid: Option<&Value>, file: Option<&Shapes>) -> String {
    let mut out = String::with_capacity(message.len());
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('`') {
        let Some((inside, behind)) = after.split_once('`') else {
            break;
        };
        out.push_str(before);
        out.push_str(&one(inside, aid, file));
        rest = behind;
    }
    out + rest
}

fn one(inside: &str, aid: Option<&Value>, file: Option<&Shapes>) -> String {
    let said = called(inside, aid, file).unwrap_or_else(|| inside.to_owned());
    // What is typed into a terminal is typed as it stands.
    if inside.starts_with("weighup ") {
        return format!("`{inside}`");
    }
    format!("“{said}”")
}

/// What the form calls it; nothing where it is no word of the format.
fn called(inside: &str, aid: Option<&Value>, file: Option<&Shapes>) -> Option<String> {
    let field = |key: &str| file.and_then(|shapes| known(shapes, key));
    let plain = inside.trim_matches(['{', '}', ' ']);
    if plain.contains(" = ") {
        let all: Option<Vec<String>> = plain
            .split(", ")
            .map(|pair| {
                let (key, value) = pair.split_once(" = ")?;
                let field = field(key)?;
                Some(format!(
                    "{}: {}",
                    label(key),
                    choice(field, value.trim_matches('"'))
                ))
            })
            .collect();
        return all.map(|all| all.join(", "));
    }
    let header = inside.trim_matches(['[', ']']);
    if header.len() < inside.len() && !header.contains(['[', ']']) {
        let names: Vec<String> = header.split('.').map(label).collect();
        return Some(names.join(", "));
    }
    if let Some(id) = inside.strip_prefix("cells.") {
        return Some(aid.map_or_else(|| id.to_owned(), |aid| words::option(aid, id)));
    }
    // A name with a line under it is a field of some file, and no word that people write.
    let written = inside.contains('_')
        && inside
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if written || field(inside).is_some() {
        return Some(label(inside));
    }
    if inside.contains(['.', '['])
        && let Some(place) = parsed(inside)
    {
        if file.is_some_and(|shapes| spot(shapes, &place).is_some()) {
            return Some(words::place(aid, &place));
        }
        // The tail of a place, as `review.content` or `amount.unit`.
        let keys: Option<Vec<String>> = place
            .steps()
            .iter()
            .map(|step| match step {
                PlaceStep::Key(key) if field(key).is_some() || key == "review" => Some(label(key)),
                _ => None,
            })
            .collect();
        return keys.map(|keys| keys.join(", "));
    }
    entry(aid?, inside)
}

/// A field of any table by its name.
fn known<'s>(shapes: &'s Shapes, key: &str) -> Option<&'s FieldShape> {
    shapes
        .values()
        .flat_map(|shape| &shape.fields)
        .find(|field| field.key == key)
}

/// A value as the form offers it.
fn choice(field: &FieldShape, value: &str) -> String {
    let words = match &field.is {
        Is::Word(words) | Is::Words(words) => words.as_slice(),
        _ => &[],
    };
    let found = words.iter().find(|known| known.word == value);
    found.map_or_else(|| value.to_owned(), |known| known.label.clone())
}

/// An entry by its identifier.
fn entry(aid: &Value, id: &str) -> Option<String> {
    LISTS.iter().find_map(|list| {
        let found = aid
            .get(list)?
            .as_array()?
            .iter()
            .find(|entry| entry.get("id").and_then(Value::as_str) == Some(id))?;
        Some(match *list {
            "horizon" => words::time(aid, id),
            _ => name_of(found).unwrap_or(id).to_owned(),
        })
    })
}

/// A text of a translation by its name there, in words: `option.surgery.summary` is "Surgery, Summary".
pub(super) fn text_name(aid: Option<&Value>, name: &str) -> String {
    let steps: Vec<&str> = name.split('.').collect();
    let mut out = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let list = at.checked_sub(1).and_then(|before| steps.get(before));
        let entered = list
            .zip(aid)
            .filter(|(list, _)| LISTS.contains(list))
            .and_then(|(_, aid)| entry(aid, step));
        if let Some(entry) = entered {
            out.pop();
            out.push(entry);
        } else if let Ok(number) = step.parse::<usize>() {
            out.push((number + 1).to_string());
        } else {
            out.push(label(step));
        }
    }
    out.join(", ")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::shape::of;
    use super::*;
    use crate::authoring::AuthorFile;

    #[test]
    fn what_stands_in_the_file_is_said_as_the_form_calls_it() {
        let aid = json!({
            "option": [{ "id": "now", "name": "Antibiotics now" }],
            "horizon": [{ "id": "3d", "days": 3 }],
            "outcome": [{ "id": "pain", "name": "Pain", "figures": [{ "at": "3d" }] }],
        });
        let said = |text: &str| spoken(text, Some(&aid), Some(of(AuthorFile::Aid)));
        for (message, wanted) in [
            (
                "`pain` at `3d` has no cell for `now`",
                "“Pain” at “3 days” has no cell for “Antibiotics now”",
            ),
            (
                "add `cells.now`; `{ not_read = \"…\" }`",
                "add “Antibiotics now”; “Not read: …”",
            ),
            (
                "add `interval = \"wilson95\"`",
                "add “Interval: Worked out from the count (Wilson)”",
            ),
            ("write `count = 49, per = 1000`", "write “Count: 49, Per: 1000”"),
            ("`range_kind` is missing", "“Range kind” is missing"),
            ("see `outcome[0].figures[0].note`", "see “Pain, 3 days, Note”"),
            ("one or more `[[option]]`", "one or more “Option”"),
            (
                "see `weighup diff` and `cy.toml`",
                "see `weighup diff` and “cy.toml”",
            ),
            ("one ` alone", "one ` alone"),
        ] {
            assert_eq!(said(message), wanted);
        }
        assert_eq!(
            text_name(Some(&aid), "option.now.risks.0"),
            "Antibiotics now, Risks, 1"
        );
        assert_eq!(text_name(Some(&aid), "about.purpose.1"), "About, Purpose, 2");
    }
}
