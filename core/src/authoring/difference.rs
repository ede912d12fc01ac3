//! What changed between two versions of an aid, for the people who read it: options, figures, texts.

use serde::Serialize;

use crate::aid::document::{CellDoc, Document, OutcomeDoc, RowDoc};
use crate::aid::{Place, PlaceStep, Text, texts};

/// What kind of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DifferenceKind {
    /// An option came, went or moved.
    Option,
    /// An outcome came or went, or is weighed otherwise.
    Outcome,
    /// A figure, its range, its certainty or its source.
    Figure,
    /// Version, dates, review.
    Version,
    /// A text.
    Text,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What kind.
    pub kind: DifferenceKind,
    /// What it is about, in words: "Wearing pads, surgery, at 12y".
    pub about: String,
    /// As it was; `None` when it is new.
    pub before: Option<String>,
    /// As it is; `None` when it is gone.
    pub after: Option<String>,
}

/// Every change from one document to another: options and outcomes first, then figures, then texts.
#[must_use]
pub fn difference(old: &Document, new: &Document) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut add = |kind, about: String, before: Option<String>, after: Option<String>| {
        if before != after {
            changes.push(Change {
                kind,
                about,
                before,
                after,
            });
        }
    };
    let name = |doc: &Document, id: &str| {
        let found = doc.options.iter().find(|option| option.id == id);
        found.map(|option| option.name.clone())
    };
    for option in old
        .options
        .iter()
        .filter(|option| name(new, &option.id).is_none())
    {
        add(
            DifferenceKind::Option,
            "an option".to_owned(),
            Some(option.name.clone()),
            None,
        );
    }
    for option in new
        .options
        .iter()
        .filter(|option| name(old, &option.id).is_none())
    {
        add(
            DifferenceKind::Option,
            "an option".to_owned(),
            None,
            Some(option.name.clone()),
        );
    }
    let order = |doc: &Document, other: &Document| {
        let kept = doc
            .options
            .iter()
            .filter(|option| name(other, &option.id).is_some());
        kept.map(|option| option.id.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    add(
        DifferenceKind::Option,
        "the order of options".to_owned(),
        Some(order(old, new)),
        Some(order(new, old)),
    );
    outcomes(old, new, &mut add);
    let groups = |doc: &Document| {
        let groups = &doc.baseline.as_ref()?.groups;
        Some(
            groups
                .iter()
                .map(|group| group.id.as_str())
                .collect::<Vec<_>>()
                .join(", "),
        )
    };
    add(
        DifferenceKind::Outcome,
        "the groups to choose from".to_owned(),
        groups(old),
        groups(new),
    );
    let results = |doc: &Document| {
        let results = doc.test.as_ref()?.results.as_ref()?;
        Some(format!(
            "of {}: {} found, {} missed, {} false alarms, {} all-clears",
            thousands(results.people),
            thousands(results.true_positive),
            thousands(results.false_negative),
            thousands(results.false_positive),
            thousands(results.true_negative)
        ))
    };
    add(
        DifferenceKind::Figure,
        "what the test finds".to_owned(),
        results(old),
        results(new),
    );
    for (what, before, after) in [
        ("version", &old.version, &new.version),
        ("date of publication", &old.about.published, &new.about.published),
        (
            "last review of the evidence",
            &old.about.last_reviewed,
            &new.about.last_reviewed,
        ),
        ("next review", &old.about.next_review, &new.about.next_review),
    ] {
        add(
            DifferenceKind::Version,
            what.to_owned(),
            Some(before.clone()),
            Some(after.clone()),
        );
    }
    let fit = |doc: &Document| format!("{:?}", doc.results).to_lowercase();
    add(
        DifferenceKind::Version,
        "what is shown after weighing".to_owned(),
        Some(fit(old)),
        Some(fit(new)),
    );
    let (before, after) = (named_texts(old), named_texts(new));
    for (about, text) in &before {
        let now = after
            .iter()
            .find(|(other, _)| other == about)
            .map(|(_, text)| text.clone());
        add(DifferenceKind::Text, about.clone(), Some(text.clone()), now);
    }
    for (about, text) in after
        .iter()
        .filter(|(about, _)| !before.iter().any(|(other, _)| other == about))
    {
        add(DifferenceKind::Text, about.clone(), None, Some(text.clone()));
    }
    changes.sort_by_key(|change| change.kind);
    changes
}

type Add<'a> = dyn FnMut(DifferenceKind, String, Option<String>, Option<String>) + 'a;

fn outcomes(old: &Document, new: &Document, add: &mut Add<'_>) {
    let with = |doc: &Document, id: &str| doc.outcomes.iter().find(|outcome| outcome.id == id).cloned();
    for was in &old.outcomes {
        match with(new, &was.id) {
            None => add(
                DifferenceKind::Outcome,
                "an outcome".to_owned(),
                Some(was.name.clone()),
                None,
            ),
            Some(is) => {
                let weighed = |outcome: &OutcomeDoc| {
                    Some(if outcome.weighed {
                        format!("at {}", outcome.weigh_at)
                    } else {
                        "not weighed".to_owned()
                    })
                };
                add(
                    DifferenceKind::Outcome,
                    format!("{}, how it is weighed", is.name),
                    weighed(was),
                    weighed(&is),
                );
                // A scale and its ends: what all amounts of the outcome are read against.
                let scale = |outcome: &OutcomeDoc| {
                    let amount = outcome.amount.as_ref()?;
                    Some(format!("{} to {} {}", amount.low, amount.high, amount.unit))
                };
                add(
                    DifferenceKind::Outcome,
                    format!("{}, its scale", is.name),
                    scale(was),
                    scale(&is),
                );
                rows(was, &is, new, add);
            }
        }
    }
    for is in new
        .outcomes
        .iter()
        .filter(|outcome| with(old, &outcome.id).is_none())
    {
        add(
            DifferenceKind::Outcome,
            "an outcome".to_owned(),
            None,
            Some(is.name.clone()),
        );
    }
}

fn rows(was: &OutcomeDoc, is: &OutcomeDoc, doc: &Document, add: &mut Add<'_>) {
    let row = |outcome: &OutcomeDoc, like: &RowDoc| {
        let found = outcome
            .rows
            .iter()
            .find(|row| row.at == like.at && row.group == like.group);
        found.cloned()
    };
    let gone = was.rows.iter().filter(|before| row(is, before).is_none());
    for (before, after) in gone
        .map(|before| (Some(before.clone()), None))
        .chain(is.rows.iter().map(|after| (row(was, after), Some(after.clone()))))
    {
        let Some(like) = after.as_ref().or(before.as_ref()) else {
            continue;
        };
        let about = format!("{}, {}, at {}", is.name, like.group, like.at);
        let said = |row: &Option<RowDoc>, say: fn(&RowDoc) -> String| row.as_ref().map(say);
        add(
            DifferenceKind::Figure,
            format!("{about}: sources"),
            said(&before, |row| row.sources.join(", ")),
            said(&after, |row| row.sources.join(", ")),
        );
        let certainty = |row: &RowDoc| format!("{:?}", row.certainty).to_lowercase();
        add(
            DifferenceKind::Figure,
            format!("{about}: certainty"),
            said(&before, certainty),
            said(&after, certainty),
        );
        for option in &doc.options {
            let cell = |row: &Option<RowDoc>| row.as_ref().and_then(|row| row.cell(&option.id)).map(figure);
            add(
                DifferenceKind::Figure,
                format!("{}, {}, at {}", is.name, option.name, like.at),
                cell(&before),
                cell(&after),
            );
        }
    }
}

/// A cell in words: "24 of 100 (18 to 24)", "12 of 553", "not known".
#[must_use]
pub(crate) fn figure(cell: &CellDoc) -> String {
    let count = match (cell.events, cell.people, cell.count, cell.per) {
        (Some(part), Some(whole), ..) | (_, _, Some(part), Some(whole)) => {
            format!("{} of {}", thousands(part), thousands(whole))
        }
        _ => return measured(cell).unwrap_or_else(|| "not known".to_owned()),
    };
    match cell.range {
        Some([low, high]) => format!("{count} ({} to {})", thousands(low), thousands(high)),
        None => count,
    }
}

/// An amount or a level in words: "5.2 (4.1 to 6.3)", "5.2 (SD 1.1, 90 people)", "a-little".
fn measured(cell: &CellDoc) -> Option<String> {
    let Some(value) = cell.value else {
        return cell.level.clone();
    };
    Some(match (cell.low, cell.high, cell.sd, cell.people) {
        (Some(low), Some(high), ..) => format!("{value} ({low} to {high})"),
        (_, _, Some(sd), Some(people)) => format!("{value} (SD {sd}, {} people)", thousands(people)),
        _ => value.to_string(),
    })
}

/// "12,345".
#[must_use]
pub fn thousands(number: u32) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Texts by a name that survives a change of order: identifiers in place of numbers.
fn named_texts(doc: &Document) -> Vec<(String, String)> {
    // What was checked against what is for those who judge the aid.
    let checks = Place::root().key("review").key("check");
    let all = texts(doc);
    all.iter()
        .filter(|text| !checks.holds(&text.place))
        .map(|text| (named(doc, text), text.text.to_owned()))
        .collect()
}

fn named(doc: &Document, text: &Text<'_>) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut list = "";
    let mut outcome = None;
    for step in text.place.steps() {
        match step {
            PlaceStep::Key(key) => {
                list = key;
                parts.push(key.replace('_', " "));
            }
            PlaceStep::Index(index) => {
                let id = match list {
                    "option" => doc.options.get(*index).map(|option| option.id.clone()),
                    "outcome" => {
                        outcome = doc.outcomes.get(*index);
                        outcome.map(|outcome| outcome.id.clone())
                    }
                    "figures" => outcome
                        .and_then(|outcome: &OutcomeDoc| outcome.rows.get(*index))
                        .map(|row| format!("{} {}", row.at, row.group)),
                    "source" => doc.sources.get(*index).map(|source| source.id.clone()),
                    "prompt" => doc.prompts.get(*index).map(|prompt| prompt.id.clone()),
                    "understanding" => doc.understanding.get(*index).map(|asked| asked.id.clone()),
                    "reference_class" => doc.reference_classes.get(*index).map(|class| class.id.clone()),
                    "term" => doc.terms.get(*index).map(|term| term.term.clone()),
                    _ => None,
                };
                parts.push(id.unwrap_or_else(|| (index + 1).to_string()));
            }
        }
    }
    parts.join(" ")
}
