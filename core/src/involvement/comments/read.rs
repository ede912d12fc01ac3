//! Reads a file of comments. What is not whole is named, and the rest is read.

use serde_json::Value;

use super::{
    Comment, CommentFile, CommentProblem, CommentPurpose, Commented, CommentedBy, MOST_COMMENT_BYTES,
};
use crate::authoring::HeardAs;

/// Where the name of an aid begins.
pub(in crate::involvement) const AID: &str = "urn:weighup:aid:";

/// Reads one file. The problems name comments that were left out; without a file, why there is none.
#[must_use]
pub fn read_comments(file: &str, text: &str) -> (Option<CommentFile>, Vec<CommentProblem>) {
    let mut problems = Vec::new();
    let read = whole(file, text, &mut problems);
    match read {
        Ok(read) => (Some(read), problems),
        Err(problem) => (None, vec![problem]),
    }
}

fn whole(file: &str, text: &str, problems: &mut Vec<CommentProblem>) -> Result<CommentFile, CommentProblem> {
    if text.len() > MOST_COMMENT_BYTES {
        return Err(CommentProblem::TooLarge {
            file: file.to_owned(),
            bytes: text.len(),
        });
    }
    let json: Value =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|why| CommentProblem::NotJson {
            file: file.to_owned(),
            why: why.to_string(),
        })?;
    let other = |found: String| CommentProblem::OtherProgram {
        file: file.to_owned(),
        found,
    };
    if !is_a(&json, "AnnotationCollection") {
        return Err(other("it is no collection of annotations".to_owned()));
    }
    let items = json.pointer("/first/items").or_else(|| json.get("items"));
    let Some(items) = items.and_then(Value::as_array) else {
        return Err(other("it has no list of annotations".to_owned()));
    };
    let source = json.pointer("/schema:about/id").and_then(Value::as_str);
    let source = source
        .or_else(|| items.iter().find_map(source_of))
        .unwrap_or_default();
    let Some(about) = commented(source, &json) else {
        return Err(other(match source {
            "" => "it names no aid".to_owned(),
            source => format!("it is about `{}`", short(source)),
        }));
    };
    let reviewer = reviewer(&json).map_err(other)?;
    let mut comments = Vec::new();
    for (index, item) in items.iter().enumerate() {
        match comment(item, source) {
            Ok(comment) => comments.push(comment),
            Err(what) => problems.push(CommentProblem::Broken {
                file: file.to_owned(),
                number: index + 1,
                what,
            }),
        }
    }
    Ok(CommentFile {
        file: file.to_owned(),
        about,
        reviewer,
        example: json.get("as:summary").and_then(Value::as_str) == Some("example"),
        comments,
    })
}

/// A type is one word or a list of them.
fn is_a(json: &Value, word: &str) -> bool {
    match json.get("type") {
        Some(Value::String(found)) => found == word,
        Some(Value::Array(all)) => all.iter().any(|found| found == word),
        _ => false,
    }
}

/// The beginning of a text, for a message.
fn short(text: &str) -> String {
    let mut short: String = text.chars().take(80).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

fn source_of(item: &Value) -> Option<&str> {
    match item.pointer("/target/source")? {
        Value::String(source) => Some(source),
        source => source.get("id")?.as_str(),
    }
}

/// `urn:weighup:aid:ID:VERSION:HASH`.
fn commented(source: &str, json: &Value) -> Option<Commented> {
    let mut parts = source.strip_prefix(AID)?.split(':');
    let (aid, version, content) = (parts.next()?, parts.next()?, parts.next()?);
    if aid.is_empty() || version.is_empty() || parts.next().is_some() {
        return None;
    }
    let language = json.pointer("/schema:about/language").and_then(Value::as_str);
    Some(Commented {
        aid: aid.to_owned(),
        version: version.to_owned(),
        content: content.to_owned(),
        language: language.unwrap_or("en-GB").to_owned(),
    })
}

fn reviewer(json: &Value) -> Result<CommentedBy, String> {
    let creator = json.get("creator").ok_or("it does not say who comments")?;
    let text = |key: &str| {
        let text = creator.get(key)?.as_str()?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    let kind = text("schema:audienceType").unwrap_or_default();
    let kind = HeardAs::of_word(&kind).ok_or_else(|| {
        format!(
            "its reviewer is “{}”, which is none of patients, carers, public and professionals",
            short(&kind)
        )
    })?;
    Ok(CommentedBy {
        kind,
        role: text("schema:roleName").unwrap_or_default(),
        organisation: text("schema:affiliation"),
        name: text("name"),
    })
}

fn comment(item: &Value, source: &str) -> Result<Comment, String> {
    if !is_a(item, "Annotation") {
        return Err("it is no annotation".to_owned());
    }
    let id = item
        .get("id")
        .and_then(Value::as_str)
        .filter(|id| !id.trim().is_empty());
    let id = id.ok_or("it has no `id`")?;
    let there = source_of(item).ok_or("it does not say what it is about")?;
    if there != source {
        return Err(format!(
            "it is about `{}`, and the file is about `{}`",
            short(there),
            short(source)
        ));
    }
    let selectors = match item.pointer("/target/selector") {
        Some(Value::Array(all)) => all.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    let selected = |kind: &str, key: &str| {
        let found = selectors.iter().find(|selector| is_a(selector, kind))?;
        Some(found.get(key)?.as_str()?.to_owned())
    };
    let place = selected("FragmentSelector", "value").ok_or("it does not say where in the aid")?;
    let bodies = match item.get("body") {
        Some(Value::Array(all)) => all.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    let said = |purpose: &str| {
        let of = |body: &&Value| body.get("purpose").and_then(Value::as_str) == Some(purpose);
        bodies.iter().find(of)?.get("value")?.as_str().map(str::to_owned)
    };
    let yes = match said("assessing").as_deref() {
        Some("yes") => Some(true),
        Some("no") => Some(false),
        Some(other) => {
            return Err(format!(
                "it answers “{}”, which is neither yes nor no",
                short(other)
            ));
        }
        None => None,
    };
    let purposes = [
        CommentPurpose::Editing,
        CommentPurpose::Questioning,
        CommentPurpose::Commenting,
    ];
    let written = purposes
        .into_iter()
        .find_map(|purpose| Some((purpose, said(purpose.word())?)));
    let (purpose, text) = match (written, yes) {
        (Some((_, text)), Some(_)) => (CommentPurpose::Assessing, text),
        (None, Some(_)) => (CommentPurpose::Assessing, String::new()),
        (Some(written), None) => written,
        (None, None) => return Err("nothing is written in it".to_owned()),
    };
    if yes.is_none() && text.trim().is_empty() {
        return Err("nothing is written in it".to_owned());
    }
    Ok(Comment {
        id: id.to_owned(),
        place,
        quote: selected("TextQuoteSelector", "exact").filter(|quote| !quote.trim().is_empty()),
        purpose,
        text,
        question: said("describing"),
        yes,
    })
}
