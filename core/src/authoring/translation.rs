//! A translation, called by its language: the texts of an aid in another language, under the same names, and nothing else.
//!
//! Options, outcomes and the like are tables by identifier: `[option.surgery]`, `[outcome.pads]`. Figures come by the
//! same references as in the original, so that no number is ever translated.

use super::made_from::{MADE_FROM, mark, mark_of};
use super::{Reading, SourceFile, Text, taken_apart};
use crate::aid::document::{ScoreDoc, ScoreItemDoc};
use crate::aid::{Code, Piece, Place, PlaceStep, Problem, TextKind, first, lint, pieces, texts};
use crate::format::tree::{Node, Value};
use crate::format::{At, locate};
use crate::words::{Language, Plural, Spoken};

/// Up to this many texts without a translation are told one by one.
const MOST_ONE_BY_ONE: usize = 12;

/// A text of the original: its name in a translation, and what it says.
pub(super) struct Original<'d> {
    pub(super) name: Vec<String>,
    pub(super) place: Place,
    pub(super) text: &'d str,
    pub(super) kind: TextKind,
}

/// A text of the translation.
pub(super) struct Translated<'t> {
    pub(super) name: Vec<String>,
    pub(super) text: &'t str,
    pub(super) span: std::ops::Range<usize>,
}

/// What is wrong with a translation: texts without a translation, texts the original has not, figures that differ.
/// How many texts are translated, and of how many, comes with it.
#[must_use]
pub fn translation(reading: &Reading, file: SourceFile<'_>) -> (Vec<Problem>, usize, usize) {
    let text = Text::of(file);
    let mut problems = Vec::new();
    let Some((text, tree)) = taken_apart(&text, &mut problems) else {
        return (problems, 0, 0);
    };
    let Some(doc) = &reading.document else {
        return (problems, 0, 0);
    };
    let mut report = |code, name: &[String], message: String, remedy: &str, span: std::ops::Range<usize>| {
        let place = name.iter().fold(Place::root(), |place, step| match step.parse() {
            Ok(index) => place.index(index),
            Err(_) => place.key(step),
        });
        let mut problem = Problem::new(code, place, message, remedy);
        locate::place(&mut problem, Some(text.name), text.text, span);
        problems.push(problem);
    };
    let original = originals(doc);
    let language = language_of(text.name);
    let mut given = Vec::new();
    walk(&tree, &mut Vec::new(), &mut given);
    let from = given
        .iter()
        .position(|one| one.name == ["from_version"])
        .map(|at| given.swap_remove(at));
    let (marks, mut given): (Vec<_>, Vec<_>) = given
        .into_iter()
        .partition(|one| one.name.first().is_some_and(|name| name == MADE_FROM));
    // Where every text says what it was made from, the version of them all says no more.
    let said_of_each = given
        .iter()
        .filter(|one| original.iter().any(|known| known.name == one.name) && !one.text.trim().is_empty())
        .all(|one| mark(&marks, &one.name).is_some());
    match from {
        Some(from) if from.text != doc.version && (marks.is_empty() || !said_of_each) => report(
            Code::TranslationBehind,
            &from.name,
            format!(
                "it was made from version {}, and the aid is {}",
                from.text, doc.version
            ),
            "see what changed with `weighup diff`, then name the new version",
            from.span,
        ),
        Some(_) => {}
        None => report(
            Code::MissingField,
            &["from_version".to_owned()],
            "`from_version` is missing".to_owned(),
            "add `from_version`, the version of the aid it was made from",
            0..0,
        ),
    }
    // Who checked it; whether that is this version is seen when it is made.
    given.retain(|one| one.name.first().is_none_or(|name| name != "checked"));
    let mut done = 0;
    // What is empty is as good as not there: the file a translation starts from has every text, and each is written in time.
    let missing = |one: &&Original<'_>| {
        let said = |given: &Translated<'_>| given.name == one.name && !given.text.trim().is_empty();
        !is_form(&one.name) && !given.iter().any(said)
    };
    let lacking: Vec<&Original<'_>> = original.iter().filter(missing).collect();
    if lacking.len() > MOST_ONE_BY_ONE {
        let begin: Vec<String> = lacking
            .iter()
            .take(3)
            .map(|one| format!("`{}`", one.name.join(".")))
            .collect();
        report(
            Code::Untranslated,
            &[],
            format!(
                "{} of {} texts have no translation, the first of them {}",
                lacking.len(),
                original.len(),
                begin.join(", ")
            ),
            "`weighup translate` writes them into the file, each below its original; until then they are shown in the language of the original",
            0..0,
        );
    }
    for one in &original {
        let written = |given: &&Translated<'_>| given.name == one.name && !given.text.trim().is_empty();
        let Some(found) = given.iter().find(written) else {
            if is_form(&one.name) {
                done += 1;
                continue;
            }
            if lacking.len() > MOST_ONE_BY_ONE {
                continue;
            }
            let message = format!("\"{}\" has no translation", begins(one.text));
            // At the nearest table around it that is there.
            let around = (0..one.name.len())
                .rev()
                .find_map(|n| span_of(&tree, one.name.get(..n)?));
            report(
                Code::Untranslated,
                &one.name,
                message,
                "translate it; until then it is shown in the language of the original",
                around.unwrap_or(0..0),
            );
            continue;
        };
        done += 1;
        if mark(&marks, &one.name).is_some_and(|mark| mark != mark_of(one.text)) {
            report(
                Code::TranslationBehind,
                &found.name,
                "the original was changed since this was translated".to_owned(),
                "translate it anew; or, where it is right as it is, say so in the desk, or take its line out of `made_from`",
                found.span.clone(),
            );
        }
        let (mut before, mut after) = (figures(one.text), figures(found.text));
        before.sort_unstable();
        after.sort_unstable();
        if before != after {
            report(
                Code::TranslationFigures,
                &found.name,
                format!(
                    "the original refers to {}, and this to {}",
                    listed(&before),
                    listed(&after)
                ),
                "refer to the same figures, in whatever order the language needs",
                found.span.clone(),
            );
        }
        let known = numbers(one.text);
        if let Some(number) = numbers(found.text)
            .into_iter()
            .find(|number| !known.contains(number))
        {
            report(
                Code::TranslationFigures,
                &found.name,
                format!("the number {number} is not in the original"),
                "numbers come from the original; counts come by reference",
                found.span.clone(),
            );
        }
        // Words for numbers are in no original either.
        let mut typed = Vec::new();
        if let Some(language) = language {
            lint(found.text, one.kind, language, &At::ROOT, &mut typed);
        }
        for problem in typed.into_iter().filter(Problem::is_error) {
            let span = found.span.clone();
            report(problem.code, &found.name, problem.message, &problem.remedy, span);
        }
    }
    for extra in given
        .iter()
        .filter(|given| !is_form(&given.name) && !original.iter().any(|one| one.name == given.name))
    {
        report(
            Code::TranslationDrift,
            &extra.name,
            "the original has no such text".to_owned(),
            "remove it; see whether the original has it under another name",
            extra.span.clone(),
        );
    }
    problems.sort_by_key(|problem| (problem.line, problem.column));
    first(&mut problems);
    (problems, done, original.len())
}

/// A form of a verb phrase after a count, which one language has and another has not.
pub(super) fn is_form(name: &[String]) -> bool {
    let [outcome, _, field] = name else { return false };
    let form = field.strip_prefix("no_").unwrap_or(field).strip_prefix("event_");
    outcome == "outcome" && form.is_some_and(|form| Plural::ALL.iter().any(|plural| plural.name() == form))
}

/// Every text of the aid that is translated, by its name in a translation.
pub(super) fn originals(doc: &crate::aid::document::Document) -> Vec<Original<'_>> {
    let all = texts(doc).into_iter().filter(|text| {
        let first = text.place.steps().first();
        let reviewers = matches!(first, Some(PlaceStep::Key(key)) if key == "review" || key == "source" || key == "overlay");
        // Names of people, telephone numbers and licences are the same in every language; explained words are not.
        let label = text.kind == TextKind::Label && !matches!(first, Some(PlaceStep::Key(key)) if key == "term");
        !reviewers && !label
    });
    all.map(|text| Original {
        name: named(doc, &text.place),
        place: text.place,
        text: text.text,
        kind: text.kind,
    })
    .collect()
}

/// Every text of an aid that its readers see, by its name in a translation, with where it stands. Names of people and addresses are
/// among them; what reviewers, sources and organisations say is not.
pub(crate) fn named_texts(doc: &crate::aid::document::Document) -> Vec<(String, Place, String)> {
    let all = texts(doc).into_iter().filter(|text| {
        let first = text.place.steps().first();
        !matches!(first, Some(PlaceStep::Key(key)) if key == "review" || key == "source" || key == "overlay")
    });
    all.map(|text| {
        (
            named(doc, &text.place).join("."),
            text.place,
            text.text.to_owned(),
        )
    })
    .collect()
}

/// "option.surgery.risks.0": identifiers in place of numbers where a list has them.
pub(crate) fn named(doc: &crate::aid::document::Document, place: &Place) -> Vec<String> {
    let mut name: Vec<String> = Vec::new();
    let mut outcome = None;
    let (mut score, mut item): (Option<&ScoreDoc>, Option<&ScoreItemDoc>) = (None, None);
    for step in place.steps() {
        let next = match step {
            PlaceStep::Key(key) => key.clone(),
            PlaceStep::Index(index) => {
                let id = match name.last().map_or("", String::as_str) {
                    "option" => doc.options.get(*index).map(|option| option.id.clone()),
                    "outcome" => {
                        outcome = doc.outcomes.get(*index);
                        outcome.map(|outcome| outcome.id.clone())
                    }
                    "figures" => outcome
                        .and_then(|outcome: &crate::aid::document::OutcomeDoc| outcome.rows.get(*index))
                        .map(|row| row_name(doc, row)),
                    "level" => match (item, outcome) {
                        (Some(item), _) => item.levels.get(*index).map(|level| level.id.clone()),
                        (None, Some(outcome)) => outcome.levels.get(*index).map(|level| level.id.clone()),
                        (None, None) => None,
                    },
                    "group" => {
                        let also = name.iter().any(|name| name == "also");
                        let axis = doc.axes().nth(usize::from(also));
                        axis.and_then(|axis| axis.groups.get(*index))
                            .map(|group| group.id.clone())
                    }
                    "score" => {
                        score = doc.scores.get(*index);
                        score.map(|score| score.id.clone())
                    }
                    "item" => {
                        item = score.and_then(|score| score.items.get(*index));
                        item.map(|item| item.id.clone())
                    }
                    "said" => doc
                        .involvement
                        .as_ref()
                        .and_then(|record| record.said.get(*index))
                        .map(|said| said.id.clone()),
                    "prompt" => doc.prompts.get(*index).map(|prompt| prompt.id.clone()),
                    "reference_class" => doc.reference_classes.get(*index).map(|class| class.id.clone()),
                    "understanding" => doc.understanding.get(*index).map(|asked| asked.id.clone()),
                    _ => None,
                };
                id.unwrap_or_else(|| index.to_string())
            }
        };
        name.push(next);
    }
    name
}

/// "12y"; "1y-score-2" where each group has a row; "1y-appac" of a study.
fn row_name(doc: &crate::aid::document::Document, row: &crate::aid::document::RowDoc) -> String {
    if let Some(study) = &row.study {
        let name: String = study
            .to_lowercase()
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
            .collect();
        return format!("{}-{name}", group_row(doc, row));
    }
    group_row(doc, row)
}

fn group_row(doc: &crate::aid::document::Document, row: &crate::aid::document::RowDoc) -> String {
    let at = row.time();
    if !doc.groups_of(&row.group).is_empty() {
        return format!("{at}-{}", row.group);
    }
    at.to_owned()
}

pub(super) fn walk<'n>(node: &'n Node<'_>, name: &mut Vec<String>, found: &mut Vec<Translated<'n>>) {
    match &node.value {
        Value::Text(text) => found.push(Translated {
            name: name.clone(),
            text,
            span: node.span.clone(),
        }),
        Value::List(list) => {
            for (index, node) in list.iter().enumerate() {
                name.push(index.to_string());
                walk(node, name, found);
                name.pop();
            }
        }
        Value::Table(entries) => {
            for entry in entries {
                name.push(entry.key.to_string());
                walk(&entry.node, name, found);
                name.pop();
            }
        }
        // A number or a flag is no text: named as what the original has not.
        Value::Null | Value::Flag(_) | Value::Number(_) | Value::Other(_) => found.push(Translated {
            name: name.clone(),
            text: "",
            span: node.span.clone(),
        }),
    }
}

/// The span of a name of a translation.
fn span_of(tree: &Node<'_>, name: &[String]) -> Option<std::ops::Range<usize>> {
    let mut here = tree;
    for step in name {
        here = match &here.value {
            Value::Table(entries) => &entries.iter().find(|entry| entry.key == *step)?.node,
            Value::List(list) => list.get(step.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    (!name.is_empty()).then(|| here.span.clone())
}

pub(super) fn figures(text: &str) -> Vec<String> {
    let figure = |piece: Piece<'_>| match piece {
        Piece::Figure(at) => Some(at.to_string()),
        Piece::Malformed(what) => Some(what.to_owned()),
        Piece::Words(_) => None,
    };
    pieces(text).into_iter().filter_map(figure).collect()
}

/// Numbers in digits of any script, outside references.
pub(super) fn numbers(text: &str) -> Vec<String> {
    let words: Vec<&str> = pieces(text)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Words(words) => Some(words),
            Piece::Figure(_) | Piece::Malformed(_) => None,
        })
        .collect();
    crate::aid::numbers(&words.join(" "))
}

/// The language of a translation by its file's name.
fn language_of(file: &str) -> Option<Language> {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = name.split('.').next().unwrap_or(name);
    let spoken = Spoken::named(stem).or_else(|| Spoken::of(stem));
    spoken.map(|spoken| spoken.language)
}

fn listed(figures: &[String]) -> String {
    if figures.is_empty() {
        "none".to_owned()
    } else {
        figures.join(", ")
    }
}

fn begins(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(6).collect();
    words.join(" ")
}
