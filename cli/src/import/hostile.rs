//! Damaged files of every kind that is imported: none ends the command, and the draft that comes of it is TOML.
//!
//! `cargo xtask fuzz imports --executions 100000` runs as many as it is asked for.

use std::fs;
use std::path::{Path, PathBuf};

use weighup_core::aid::Code;
use weighup_core::authoring::{SourceFile, read};
use weighup_fuzz::{Came, Draw, Tried, changed, damaged, moved, run, stop_after};

use super::draft::Draft;
use super::one;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files that fixtures are imported from, and a table that the command itself wrote.
fn seeds() -> Vec<String> {
    let mut paths: Vec<PathBuf> = fs::read_dir(root().join("tests/fixtures/import"))
        .expect("the fixtures are there")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let mut all: Vec<String> = paths
        .iter()
        .map(|path| fs::read_to_string(path).expect("a text"))
        .collect();
    let aid = fs::read(root().join("core/tests/aids/measured/aid.toml")).expect("the aid is there");
    let file = SourceFile {
        name: "aid.toml",
        bytes: &aid,
    };
    let document = read(file, None).document.expect("it is sound");
    all.push(crate::evidence::csv(&[document]));
    all
}

fn drawn(draw: &mut Draw, seeds: &[String]) -> String {
    let text = draw.of(seeds).cloned().unwrap_or_default();
    let tree = serde_json::from_str::<serde_json::Value>(&text).ok();
    match (tree, draw.below(3)) {
        (_, 0) => damaged(draw, &text, seeds),
        (Some(tree), _) => changed(draw, &tree, &[]),
        (None, 1) => moved(draw, &text, seeds),
        (None, _) => cells(draw, &text),
    }
}

/// Exchanges cells of a table.
fn cells(draw: &mut Draw, text: &str) -> String {
    let mark = if text.contains('\t') { '\t' } else { ',' };
    let mut lines: Vec<Vec<String>> = text
        .lines()
        .map(|line| line.split(mark).map(str::to_owned).collect())
        .collect();
    let all: Vec<String> = lines.iter().flatten().cloned().collect();
    for _ in 0..draw.pieces(6) {
        let at = draw.below(lines.len());
        let cell = draw.of(&all).cloned().unwrap_or_default();
        if let Some(line) = lines.get_mut(at) {
            let column = draw.below(line.len());
            if let Some(there) = line.get_mut(column) {
                *there = cell;
            }
        }
    }
    let lines = lines.iter().map(|line| line.join(&mark.to_string()));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

fn tried(text: &str) -> Came {
    let mut draft = Draft::new(None);
    one("file", text.as_bytes(), None, &mut draft);
    let written = draft.written(Path::new("made-up-itch"));
    let file = SourceFile {
        name: "aid.toml",
        bytes: written.as_bytes(),
    };
    if let Some(problem) = read(file, None)
        .problems
        .iter()
        .find(|problem| problem.code == Code::Syntax)
    {
        return Came::Broken(format!("the draft is no TOML: {problem}"));
    }
    // Refused is what leaves nothing but gaps.
    if written.contains("cells.") && !draft.unread().iter().any(|line| line.contains("it is no JSON")) {
        Came::Accepted
    } else {
        Came::Refused
    }
}

fn hostile(seed: u64, from: u64, executions: u64) -> Tried {
    let seeds = seeds();
    run(
        seed,
        from,
        executions,
        |draw| drawn(draw, &seeds),
        |text: &String| tried(text),
        Clone::clone,
    )
}

#[test]
fn a_few_damaged_files_become_drafts_or_a_list() {
    let counted = hostile(1, 0, 150);
    assert!(counted.found.is_empty(), "{:?}", counted.found);
    assert!(counted.accepted > 15, "{} of 150 are accepted", counted.accepted);
}

#[test]
#[ignore = "as many as WEIGHUP_EXECUTIONS says"]
fn many_damaged_files_become_drafts_or_a_list() {
    let number = |name: &str, else_: u64| {
        let text = std::env::var(name).ok();
        text.and_then(|text| text.parse().ok()).unwrap_or(else_)
    };
    let begun = std::time::Instant::now();
    match number("WEIGHUP_FOR", 0) {
        0 => {}
        seconds => stop_after(std::time::Duration::from_secs(seconds)),
    }
    let counted = hostile(
        number("WEIGHUP_SEED", 1),
        number("WEIGHUP_FROM", 0),
        number("WEIGHUP_EXECUTIONS", 3_000),
    );
    println!(
        "fuzz imports executions {} accepted {} found {} slowest_ms {} seconds {:.0}",
        counted.executions,
        counted.accepted,
        counted.found.len(),
        counted.slowest.as_millis(),
        begun.elapsed().as_secs_f64()
    );
    assert!(counted.found.is_empty(), "{:?}", counted.found);
}
