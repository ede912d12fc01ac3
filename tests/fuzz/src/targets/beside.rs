//! What stands beside an aid: overlays and translations.
//!
//! Neither changes a published figure, whatever is in it; what they make can be shown on every step.

use super::aid::shown;
use super::of_lines;
use crate::corpus;
use serde_json::Value;
use weighup_core::aid::{Aid, Problem};
use weighup_core::authoring::{Reading, SourceFile, lay, translate, translation};
use weighup_fuzz::{Came, Tried, run};

/// `overlay.toml`.
pub(crate) fn overlays(seed: u64, from: u64, executions: u64) -> Tried {
    let sound = corpus::texts("tests/fixtures/aids/overlay", "overlay.toml");
    let broken = corpus::texts("tests/fixtures/aids/broken", "overlay.toml");
    let aids = corpus::texts("tests/fixtures/aids/sound", "aid.toml");
    tried(
        [seed, from, executions],
        [&sound, &broken],
        &aids,
        |reading, text| {
            let file = SourceFile {
                name: "overlay.toml",
                bytes: text.as_bytes(),
            };
            lay(reading, file).aid
        },
    )
}

/// `cy.toml` and the like.
pub(crate) fn translations(seed: u64, from: u64, executions: u64) -> Tried {
    let sound = corpus::texts("tests/fixtures/aids/translated", "cy.toml");
    let broken = corpus::texts("tests/fixtures/aids/broken", "cy.toml");
    let aids = corpus::texts("tests/fixtures/aids/translated", "aid.toml");
    tried(
        [seed, from, executions],
        [&sound, &broken],
        &aids,
        |reading, text| {
            let file = || SourceFile {
                name: "cy.toml",
                bytes: text.as_bytes(),
            };
            let (problems, _, _) = translation(reading, file());
            let translated = translate(reading.document.as_ref()?, file(), "cy");
            let sound = !problems.iter().any(Problem::is_error);
            translated.aid.filter(|_| sound)
        },
    )
}

fn tried(
    [seed, from, executions]: [u64; 3],
    [sound, broken]: [&[String]; 2],
    aids: &[String],
    lay: impl Fn(&Reading, &str) -> Option<Aid>,
) -> Tried {
    let readings: Vec<Reading> = aids.iter().map(|text| corpus::reading(text)).collect();
    run(
        seed,
        from,
        executions,
        |draw| (draw.below(readings.len()), of_lines(draw, sound, broken)),
        |(at, text)| {
            let Some(reading) = readings.get(*at) else {
                return Came::Refused;
            };
            let (Some(published), Some(laid)) = (&reading.aid, lay(reading, text)) else {
                return Came::Refused;
            };
            match figures_differ(published, &laid) {
                Some(wrong) => Came::Broken(wrong),
                None => shown(&laid),
            }
        },
        |(_, text)| text.clone(),
    )
}

/// The first published figure that is another now.
fn figures_differ(published: &Aid, now: &Aid) -> Option<String> {
    for (was, is) in published.document().outcomes.iter().zip(&now.document().outcomes) {
        if was.id != is.id {
            return Some(format!("`{}` stands in the place of `{}`", is.id, was.id));
        }
        for (row, other) in was.rows.iter().zip(&is.rows) {
            for (option, cell) in &other.cells {
                let now = numbers(serde_json::to_value(cell).unwrap_or_default());
                let before = row.cells.iter().find(|(known, _)| known == option);
                let before = before.map(|(_, cell)| numbers(serde_json::to_value(cell).unwrap_or_default()));
                if before.as_ref() != Some(&now) {
                    return Some(format!("{}, {option}: {before:?} is {now} now", was.id));
                }
            }
        }
    }
    None
}

/// A cell without its words: a translation has others.
fn numbers(cell: Value) -> Value {
    match cell {
        Value::String(text) if text.parse::<f64>().is_err() => Value::Null,
        Value::Array(list) => list.into_iter().map(numbers).collect(),
        Value::Object(map) => map
            .into_iter()
            .map(|(key, value)| (key, numbers(value)))
            .collect(),
        other => other,
    }
}
