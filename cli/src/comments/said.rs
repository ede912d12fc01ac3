//! Merged comments as a text: place by place, then what has no place any more, then where groups do not agree.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use weighup_core::involvement::{CommentAnswers, Found, Merged, PlacedComment};

use super::Reviewed;

/// The whole text. A string takes any text.
pub(super) fn text(
    reviewed: &Reviewed,
    merged: &Merged,
    answers: &CommentAnswers,
    line: &dyn Fn(&str) -> Option<u32>,
) -> String {
    let mut out = String::new();
    let all = merged.placed.len() + merged.orphans.len();
    let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
    for one in merged.placed.iter().chain(&merged.orphans) {
        *groups.entry(one.by.kind.name()).or_default() += 1;
    }
    let groups: Vec<String> = groups
        .iter()
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    let _ = writeln!(
        out,
        "{all} comments on {} {}: {}",
        reviewed.aid.id(),
        reviewed.aid.document().version,
        if groups.is_empty() {
            "none".to_owned()
        } else {
            groups.join(", ")
        }
    );
    if merged.placed.iter().chain(&merged.orphans).any(|one| one.example) {
        out.push_str("Some are marked as examples: nobody made them.\n");
    }
    let mut section = String::new();
    let mut place = String::new();
    for one in &merged.placed {
        let places = reviewed.places.first().map(|(_, places)| places);
        let heading = places.and_then(|places| places.section(&one.place));
        let heading = heading
            .map(|section| format!("{}. {}", section.number, section.heading))
            .unwrap_or_default();
        if heading != section {
            let _ = writeln!(out, "\n{}", shown(&heading).to_uppercase());
            section = heading;
            place.clear();
        }
        if one.place != place {
            let at = line(&one.place)
                .map(|line| format!(" (aid.toml line {line})"))
                .unwrap_or_default();
            let _ = writeln!(out, "\n{}{at}", shown(&one.place));
            place.clone_from(&one.place);
        }
        comment(&mut out, one, answers, &reviewed.aid.document().version);
    }
    if !merged.orphans.is_empty() {
        out.push_str("\nWITHOUT A PLACE: neither the place nor the words are in this version\n");
        for one in &merged.orphans {
            let _ = writeln!(out, "\n{}", shown(&one.place));
            comment(&mut out, one, answers, &reviewed.aid.document().version);
        }
    }
    if !merged.disagreements.is_empty() {
        out.push_str("\nWHERE GROUPS DO NOT AGREE\n");
        for one in &merged.disagreements {
            let about = one.question.as_deref().unwrap_or("they suggest different words");
            let _ = writeln!(out, "\n{}: {}", shown(&one.place), shown(about));
            for (kind, said) in &one.sides {
                let _ = writeln!(out, "  {}: {}", kind.name(), shown(said));
            }
        }
    }
    out
}

fn comment(out: &mut String, one: &PlacedComment, answers: &CommentAnswers, now: &str) {
    let comment = &one.comment;
    let role = if one.by.role.is_empty() {
        String::new()
    } else {
        format!(", {}", one.by.role)
    };
    let mut said = String::new();
    if let Some(question) = &comment.question {
        let _ = write!(said, "{question} ");
    }
    if let Some(yes) = comment.yes {
        said.push_str(if yes { "Yes. " } else { "No. " });
    }
    said.push_str(&comment.text);
    let _ = writeln!(
        out,
        "- {}{}: {}",
        one.by.kind.name(),
        shown(&role),
        shown(said.trim())
    );
    if let Some(quote) = &comment.quote {
        let _ = writeln!(out, "  about “{}”", shown(quote));
    }
    let older = one.version != now;
    match one.found {
        Found::There if older => {
            let _ = writeln!(out, "  made on version {}", shown(&one.version));
        }
        Found::There => {}
        Found::Changed => {
            let _ = writeln!(
                out,
                "  made on version {}; these words have changed since",
                shown(&one.version)
            );
        }
        Found::Moved => {
            let _ = writeln!(
                out,
                "  made at {}; the words stand here now",
                shown(&comment.place)
            );
        }
        Found::Orphan => {
            let _ = writeln!(out, "  made on version {}", shown(&one.version));
        }
    }
    let answer = answers.of(&comment.id);
    let state = answer.map_or("not in the file of answers", |answer| answer.answer.words());
    let _ = write!(out, "  {}: {state}", shown(&comment.id));
    for told in answer
        .iter()
        .flat_map(|answer| [&answer.did, &answer.because])
        .flatten()
    {
        let _ = write!(out, "; {}", shown(told));
    }
    out.push('\n');
}

/// What a terminal may show: what would move its cursor, colour it or turn its direction is spelled out, a line end is a space.
fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            c if c.is_control()
                || matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}') =>
            {
                out.extend(c.escape_unicode());
            }
            c => out.push(c),
        }
    }
    out
}
