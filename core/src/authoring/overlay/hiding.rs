//! An option that is not offered: what goes with it, and what still names it.

use super::Overlay;
use crate::aid::document::{CellDoc, Document, OptionKind, RowDoc};
use crate::aid::{Code, Piece, Place, PlaceStep, Problem, pieces, sentences, texts};
use crate::chance::Status;

/// The words that stand in a field that must not be empty, where all that it said was about the hidden option.
const NOTHING_LEFT: &str = "What was said here is about an option that is not offered here.";

/// First words of a sentence that are small letters inside one.
const SMALL: [&str; 22] = [
    "we", "the", "it", "there", "this", "that", "our", "they", "you", "your", "a", "an", "in", "at", "no",
    "only", "here", "people", "because", "nobody", "patients", "as",
];

/// The reason as the end of a sentence: a clause after "because", and what is more than one sentence after a colon.
pub(super) fn because(reason: &str) -> String {
    let reason = reason.trim().trim_end_matches('.');
    let first = reason.split_whitespace().next().unwrap_or_default();
    let small = SMALL.contains(&&*first.to_lowercase());
    if reason.contains(". ") {
        return format!(": {reason}");
    }
    let rest = reason.get(first.len()..).unwrap_or_default();
    match (small, first.to_lowercase().as_str()) {
        (true, "because") => format!(", because{rest}"),
        (true, lower) => format!(", because {lower}{rest}"),
        (false, _) => format!(", because {reason}"),
    }
}

/// Takes an option out of an aid with its figures, the sentences that refer to them and the questions about it. What was
/// left out is said as the end of a sentence.
pub(super) fn hide(doc: &mut Document, option: &str) -> String {
    let gone = doc.options.iter().find(|known| known.id == option).cloned();
    let names = gone
        .as_ref()
        .map(|gone| vec![gone.name.clone(), gone.in_sentence.clone()]);
    let names = names.unwrap_or_default();
    doc.options.retain(|known| known.id != option);
    for row in doc.outcomes.iter_mut().flat_map(|outcome| &mut outcome.rows) {
        pass_on(row, option);
        without_working(row, option);
        row.cells.retain(|(known, _)| *known != option);
        for told in [&mut row.compared, &mut row.worked_out_by] {
            told.retain(|compared| compared.from != option && compared.to != option);
        }
    }
    for guideline in &mut doc.guidelines {
        guideline.says.retain(|says| says.option != option);
    }
    // With the last test goes what is told about it.
    if gone.is_some_and(|gone| gone.kind == OptionKind::Test)
        && !doc.options.iter().any(|known| known.kind == OptionKind::Test)
    {
        doc.test = None;
    }
    let before = doc.understanding.len();
    doc.understanding.retain(|asked| {
        let mut all = asked.answers.iter().chain([&asked.question, &asked.because]);
        !all.any(|text| refers(text, option) || names.iter().any(|name| holds(text, name)))
    });
    let asked = before - doc.understanding.len();
    let left_out = without_sentences(doc, option);
    let mut said = Vec::new();
    if left_out > 0 {
        let s = if left_out == 1 { "" } else { "s" };
        said.push(format!("{left_out} sentence{s} with its figures"));
    }
    if asked > 0 {
        let s = if asked == 1 { "" } else { "s" };
        said.push(format!("{asked} question{s} about it"));
    }
    if said.is_empty() {
        return String::new();
    }
    format!(", and {} left out", said.join(" and "))
}

/// A figure that others share by design stays when the option it was read for goes: the first of them has it now.
fn pass_on(row: &mut RowDoc, option: &str) {
    let Some(figure) = row.cell(option).cloned() else {
        return;
    };
    let mut heir: Option<String> = None;
    for (id, cell) in &mut row.cells {
        if cell.same_as.as_deref() == Some(option) {
            match &heir {
                None => {
                    *cell = figure.clone();
                    heir = Some(id.clone());
                }
                Some(heir) => cell.same_as = Some(heir.clone()),
            }
        }
    }
}

/// Where only the hidden option's figure was worked out, the working goes with it: the sentences of the note that have numbers.
fn without_working(row: &mut RowDoc, option: &str) {
    let worked_out = |cell: &CellDoc| cell.status == Some(Status::Derived);
    let others = row
        .cells
        .iter()
        .any(|(id, cell)| id != option && worked_out(cell));
    if others || row.status == Status::Derived || !row.cell(option).is_some_and(worked_out) {
        return;
    }
    row.note = row.note.take().and_then(|note| {
        let kept = sentences(&note).into_iter().map(str::trim);
        let kept: Vec<&str> = kept
            .filter(|sentence| !sentence.contains(|c: char| c.is_numeric()))
            .collect();
        (!kept.is_empty()).then(|| kept.join(" "))
    });
}

fn refers(text: &str, option: &str) -> bool {
    pieces(text)
        .iter()
        .any(|piece| matches!(piece, Piece::Figure(figure) if figure.option.as_str() == option))
}

/// A text without the sentences that refer to figures of an option, and how many those were; nothing where there are none.
fn shortened(text: &str, option: &str) -> Option<(String, usize)> {
    if !refers(text, option) {
        return None;
    }
    let all = sentences(text);
    let kept = all.iter().map(|sentence| sentence.trim());
    let kept: Vec<&str> = kept.filter(|sentence| !refers(sentence, option)).collect();
    Some((kept.join(" "), all.len() - kept.len()))
}

/// What is left of a text, in whatever language, without the sentences that refer to figures of these options.
pub(in crate::authoring) fn without(text: &str, options: &[&str]) -> String {
    options.iter().fold(text.to_owned(), |text, option| {
        shortened(&text, option).map_or(text, |(kept, _)| kept)
    })
}

/// Leaves out sentences that refer to figures of an option, and how many there were.
fn without_sentences(doc: &mut Document, option: &str) -> usize {
    let mut left_out = 0;
    let mut shorten = |text: &mut String| {
        if let Some((kept, dropped)) = shortened(text, option) {
            left_out += dropped;
            *text = kept;
        }
    };
    let mut lists = vec![
        &mut doc.about.purpose,
        &mut doc.choice.condition,
        &mut doc.choice.decision,
        &mut doc.choice.natural_course,
    ];
    let mut alone = vec![&mut doc.choice.urgency];
    for told in &mut doc.options {
        alone.extend([
            &mut told.summary,
            &mut told.reversible,
            &mut told.experience.physical,
            &mut told.experience.emotional,
            &mut told.experience.social,
        ]);
        lists.extend([
            &mut told.involves,
            &mut told.benefits,
            &mut told.risks,
            &mut told.alternatives,
            &mut told.nothing,
            &mut told.recovery,
            &mut told.practicalities,
        ]);
    }
    if let Some(test) = &mut doc.test {
        alone.extend([
            &mut test.purpose,
            &mut test.if_positive,
            &mut test.if_negative,
            &mut test.overdiagnosis,
        ]);
    }
    lists.extend(doc.outcomes.iter_mut().map(|outcome| &mut outcome.about));
    for list in lists {
        let written = list.iter().any(|text| !text.is_empty());
        list.iter_mut().for_each(&mut shorten);
        list.retain(|text| !text.is_empty());
        if list.is_empty() && written {
            list.push(NOTHING_LEFT.to_owned());
        }
    }
    for text in alone {
        let written = !text.is_empty();
        shorten(text);
        if written && text.is_empty() {
            NOTHING_LEFT.clone_into(text);
        }
    }
    left_out
}

/// Whether a text has a name in it, as whole words, whatever its capitals.
fn holds(text: &str, name: &str) -> bool {
    let (text, name) = (text.to_lowercase(), name.to_lowercase());
    let name = ["the ", "a ", "an "]
        .iter()
        .find_map(|article| name.strip_prefix(article))
        .unwrap_or(&name);
    if name.trim().is_empty() {
        return false;
    }
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(name).any(|(at, found)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text
            .get(at + found.len()..)
            .and_then(|after| after.chars().next());
        !word(before) && !word(after)
    })
}

/// Where an aid still names an option that is hidden: a list of the texts for each, at the overlay's own line.
pub(super) fn mentions(published: &Document, laid: &Document, overlay: &Overlay) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (index, hidden) in overlay.hidden.iter().enumerate() {
        let Some(option) = published.options.iter().find(|option| option.id == hidden.option) else {
            continue;
        };
        let mut found: Vec<String> = Vec::new();
        for text in texts(laid) {
            let first = match text.place.steps().first() {
                Some(PlaceStep::Key(key)) => key.as_str(),
                _ => "",
            };
            // What the overlay itself says names it on purpose; citations and reviews are of the published aid.
            let own = ["overlay", "review", "source"].contains(&first);
            if !own && (holds(text.text, &option.name) || holds(text.text, &option.in_sentence)) {
                found.push(said(laid, &text.place));
            }
        }
        found.dedup();
        if found.is_empty() {
            continue;
        }
        let titles = found
            .iter()
            .any(|place| place == "title" || place == "short_title");
        let more = found.len().saturating_sub(MOST_NAMED);
        let mut listed = found
            .iter()
            .take(MOST_NAMED)
            .cloned()
            .collect::<Vec<_>>()
            .join("; ");
        if more > 0 {
            listed.push_str(&format!("; and {more} more"));
        }
        let mut remedy =
            "read them: readers are told that it is not offered here, and may still be told about it"
                .to_owned();
        if titles {
            remedy.push_str("; give the overlay a `title` and a `short_title` of its own");
        }
        problems.push(Problem::new(
            Code::OverlayMentions,
            Place::root().key("hide").index(index).key("option"),
            format!("“{}” is still named in {listed}", option.name),
            remedy,
        ));
    }
    problems
}

/// Most places that are listed.
const MOST_NAMED: usize = 6;

/// A place by the names of the aid: "option “Open repair”, alternatives 1".
fn said(doc: &Document, place: &Place) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut list = "";
    for (at, step) in place.steps().iter().enumerate() {
        match step {
            PlaceStep::Key(key) => {
                list = key;
                if !matches!(place.steps().get(at + 1), Some(PlaceStep::Index(_))) {
                    parts.push(key.clone());
                }
            }
            PlaceStep::Index(index) => {
                let name = match list {
                    "option" => doc.options.get(*index).map(|option| option.name.as_str()),
                    "outcome" => doc.outcomes.get(*index).map(|outcome| outcome.name.as_str()),
                    _ => None,
                };
                parts.push(match name {
                    Some(name) => format!("{list} “{name}”"),
                    None => format!("{list} {}", index + 1),
                });
            }
        }
    }
    parts.join(", ")
}
