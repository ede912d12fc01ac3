//! One page per aid, as in `docs/evidence`.

use std::fmt::Write as _;

use weighup_core::aid::document::{Document, Results};
use weighup_core::words::capital;

use super::{address, analysis, certainty, comparison, figure, sources, status, when_of};

/// Adds a line. A string takes any text.
macro_rules! line {
    ($out:expr, $($text:tt)*) => { let _ = writeln!($out, $($text)*); };
}

/// The page of an aid.
pub(super) fn page(doc: &Document) -> String {
    let mut out = format!("# Evidence: {}\n\n", doc.title);
    let signed = doc
        .review
        .iter()
        .flat_map(|review| review.reviewers.iter().map(move |by| (by, &review.content)))
        .find(|(by, content)| by.version == doc.version && by.content.is_some() && by.content == **content)
        .map(|(by, _)| by);
    let review = match signed {
        Some(by) => format!(
            "This version was reviewed by {}, {}, on {}.",
            by.name, by.role, by.date
        ),
        None => "No clinician has reviewed this version.".to_owned(),
    };
    let results = match doc.results {
        Results::Fit => "The aid works out how the options fit with what matters.",
        Results::Facts => "The aid shows the facts only, and no fit.",
    };
    line!(
        out,
        "Version {}. Every figure in the aid, where it comes from, how far it was read, and what a second source said.\n{review} {results}\n\nMade by `weighup evidence`; change the aid, not this page.\n",
        doc.version
    );
    figures(&mut out, doc);
    line!(out, "Groups:\n");
    for class in &doc.reference_classes {
        line!(
            out,
            "- `{}`: {}. {}. {}",
            class.id,
            class.description,
            analysis(class.analysis),
            class.analysis_note
        );
    }
    for score in &doc.scores {
        line!(out, "{}", super::score(doc, score));
    }
    line!(out, "\n## Sources\n");
    for source in &doc.sources {
        line!(
            out,
            "- **{}.** {} {} Read: {}",
            source.short,
            source.citation,
            address(source),
            source.read
        );
    }
    line!(out, "\n## What was checked\n");
    let checks = doc.review.iter().flat_map(|review| &review.checks);
    let mut none = true;
    for check in checks {
        none = false;
        line!(
            out,
            "### {}\n\nAgainst: {}.\n\n{}\n",
            capital(&check.what),
            check.against.trim_end_matches('.'),
            check.found
        );
    }
    if none {
        line!(out, "Nothing yet: `review.toml` holds no checks.\n");
    }
    let trimmed = out.trim_end().len();
    out.truncate(trimmed);
    out.push('\n');
    out
}

fn figures(out: &mut String, doc: &Document) {
    line!(out, "## Figures\n");
    let names: Vec<String> = doc.options.iter().map(|option| cell(&option.name)).collect();
    line!(
        out,
        "| Outcome | When | {} | Group | Status | Certainty | Source |",
        names.join(" | ")
    );
    line!(out, "|{}", "---|".repeat(names.len() + 6));
    for outcome in &doc.outcomes {
        let weighed = if outcome.weighed { "" } else { " (not weighed)" };
        for row in &outcome.rows {
            let cells = doc
                .options
                .iter()
                .map(|option| row.cell(&option.id).map_or_else(String::new, figure));
            let cells: Vec<String> = cells.map(|text| cell(&text)).collect();
            let from: Vec<String> = sources(doc, &row.sources)
                .map(|source| cell(&source.short))
                .collect();
            line!(
                out,
                "| {}{weighed} | {} | {} | {} | {} | {} | {} |",
                cell(&outcome.name),
                cell(&when_of(doc, row)),
                cells.join(" | "),
                row.group,
                status(row.status),
                row.certainty.map_or("", certainty),
                from.join("; ")
            );
        }
    }
    let notes: Vec<(String, &str)> = doc
        .outcomes
        .iter()
        .flat_map(|outcome| outcome.rows.iter().map(move |row| (outcome, row)))
        .filter_map(|(outcome, row)| {
            Some((
                format!("{}, {}", outcome.name, when_of(doc, row)),
                row.note.as_deref()?,
            ))
        })
        .collect();
    line!(out, "");
    let mut differences = Vec::new();
    for outcome in &doc.outcomes {
        for row in &outcome.rows {
            let about = format!("{}, {}", outcome.name, when_of(doc, row));
            let all = row.compared.iter();
            differences.extend(all.map(|compared| format!("- {about}: {}", comparison(doc, compared))));
            if let Some(why) = &row.weighed_because {
                differences.push(format!("- {about}: comes first. {why}"));
            }
        }
        if let Some(why) = &outcome.studies_differ {
            differences.push(format!("- {}: why the studies may differ. {why}", outcome.name));
        }
    }
    if !differences.is_empty() {
        line!(
            out,
            "Differences as published, and studies:\n\n{}\n",
            differences.join("\n")
        );
    }
    if !notes.is_empty() {
        line!(out, "Notes:\n");
        for (about, note) in notes {
            line!(out, "- {about}: {note}");
        }
        line!(out, "");
    }
}

/// A text inside a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
