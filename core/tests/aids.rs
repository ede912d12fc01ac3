//! Every aid in `decision-aids/`: it passes its checks, and here is everything it says. Adding an aid adds
//! its tests.
#![cfg(feature = "authoring")]
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail the test"
)]

#[cfg(test)]
mod common;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use common::report;
use proptest::prelude::*;
use weighup_core::aid::document::{Document, ReviewDoc, Reviewer};
use weighup_core::aid::{Aid, Cell, Outcome, Row};
use weighup_core::authoring::{SourceFile, read};
use weighup_core::chance::wording::Saying;
use weighup_core::standards::Report;
use weighup_core::view::{review_notice, rich};

fn aid(file: &Path) -> Aid {
    let bytes = fs::read(file).expect("the aid is there");
    let review = fs::read(file.with_file_name("review.toml")).ok();
    let review = review.as_deref().map(|bytes| SourceFile {
        name: "review.toml",
        bytes,
    });
    let reading = read(
        SourceFile {
            name: "aid.toml",
            bytes: &bytes,
        },
        review,
    );
    let problems: String = reading
        .problems
        .iter()
        .map(|problem| format!("{problem}\n"))
        .collect();
    reading
        .aid
        .unwrap_or_else(|| panic!("{}:\n{problems}", file.display()))
}

fn saying<'a>(aid: &'a Aid, outcome: &'a Outcome, option: usize, row: &'a Row) -> Option<Saying<'a>> {
    Some(Saying {
        figure: row.cell(option)?.figure()?,
        of: outcome.of,
        event: &outcome.event,
        option: aid.options()[option].in_sentence(),
    })
}

/// Everything the aid's figures say.
fn sentences(aid: &Aid) -> String {
    let (mut out, wording) = (String::new(), aid.wording());
    let mut line = |text: &str| writeln!(out, "{text}").expect("a string takes text");
    line(&wording.denominator_note(&aid.denominators()));
    for outcome in aid.outcomes() {
        for row in &outcome.rows {
            line(&format!(
                "\n## {}. {}",
                outcome.name,
                wording.horizon_heading(&row.horizon)
            ));
            for (index, cell) in row.cells.iter().enumerate() {
                if let Cell::Gap(gap) = cell {
                    line(&format!(
                        "{}: {} {}",
                        aid.options()[index].name(),
                        gap.said(wording),
                        gap.reason(wording)
                    ));
                }
                let Some(saying) = saying(aid, outcome, index, row) else {
                    continue;
                };
                let words = wording.figure(&saying);
                line(&words.sentence);
                line(&format!(
                    "  {} {} {} {}",
                    words.range, words.certainty, words.worked_out, words.status
                ));
                line(&format!("  [{}] {:?}", words.picture, words.icons));
                let first = (index > 0).then(|| self::saying(aid, outcome, 0, row)).flatten();
                if let Some(first) = first {
                    line(&format!(
                        "  {}",
                        wording.difference(&saying, &first, row.tells_apart(index, 0))
                    ));
                }
            }
        }
    }
    out
}

/// The outcomes whose figures stand in texts of an option.
fn counted<'a>(texts: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    let refs = texts.flat_map(|text| text.split('{').skip(1));
    refs.filter_map(|rest| rest.split(['.', '}']).next()).collect()
}

#[test]
fn no_outcome_is_counted_as_a_benefit_of_one_option_and_as_a_risk_of_another() {
    insta::glob!("../../decision-aids", "*/aid.toml", |file| {
        let aid = aid(file);
        let options = &aid.document().options;
        let benefits = counted(options.iter().flat_map(|option| &option.benefits));
        let risks = counted(options.iter().flat_map(|option| &option.risks));
        let both: Vec<_> = risks.iter().filter(|id| benefits.contains(id)).collect();
        assert!(both.is_empty(), "{}: {both:?}", file.display());
    });
}

#[test]
fn every_aid_says_what_it_said() {
    insta::glob!("../../decision-aids", "*/aid.toml", |path| {
        let aid = aid(path);
        let name = aid.id().to_owned();
        insta::with_settings!({ snapshot_suffix => "", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, sentences(&aid));
        });
    });
}

#[test]
fn every_aid_survives_its_json() {
    insta::glob!("../../decision-aids", "*/aid.toml", |path| {
        let aid = aid(path);
        let again = Aid::from_json(aid.to_json()).expect("its own JSON");
        assert_eq!(again.hash(), aid.hash());
        assert_eq!(again.document(), aid.document());
        // The order of fields and white space are not content.
        let shuffled: serde_json::Value = serde_json::from_str(aid.to_json()).expect("JSON");
        let shuffled = serde_json::to_string_pretty(&shuffled).expect("JSON");
        assert_eq!(
            Aid::from_json(&shuffled).expect("the same aid").hash(),
            aid.hash()
        );
    });
}

#[test]
fn every_text_has_its_figures_written_out() {
    insta::glob!("../../decision-aids", "*/aid.toml", |path| {
        let aid = aid(path);
        for outcome in aid.outcomes() {
            assert!(outcome.by_group || outcome.weigh_row().is_some());
        }
        for option in aid.options() {
            for text in option.doc.benefits.iter().chain(&option.doc.risks) {
                let rich = format!("{:?}", rich(&aid, text));
                assert!(!rich.contains(['@', '}']) || !text.contains('{'), "{rich}");
                assert_eq!(
                    text.matches('{').count(),
                    rich.matches("Figure(").count(),
                    "{text}"
                );
            }
        }
    });
}

fn told(report: &Report) -> String {
    let mut out = String::new();
    if let Some(read) = &report.readability {
        for block in std::iter::once(&read.all).chain(&read.blocks) {
            writeln!(
                out,
                "{}: {} words, {} sentences, {} long; ease {:.1}, grade {:.1}, age {:.1}, SMOG {:?}",
                block.name,
                block.words,
                block.sentences,
                block.long_sentences,
                block.reading_ease,
                block.grade,
                block.reading_age,
                block.smog
            )
            .expect("a string takes text");
        }
    }
    for set in &report.sets {
        writeln!(out, "\n# {}", set.set.id).expect("a string takes text");
        for item in &set.items {
            writeln!(out, "{} {}: {}", item.rule.id, item.verdict.words(), item.because)
                .expect("a string takes text");
        }
    }
    out
}

#[test]
fn every_aid_has_its_report() {
    insta::glob!("../../decision-aids", "*/aid.toml", |path| {
        let report = report(path);
        let name = format!("report-{}", report.aid);
        // Identifiers, verdicts and reasons; lines move with every edit and are tested below.
        insta::with_settings!({ snapshot_path => "snapshots/standards", snapshot_suffix => "", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(name, told(&report));
        });
    });
}

fn fixture() -> Aid {
    aid(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../tests/fixtures/aids/sound/aid.toml"
    )
    .as_ref())
}

#[test]
fn json_names_the_place_of_what_is_wrong() {
    let json = fixture().to_json().replacen("\"events\":60", "\"evnts\":60", 1);
    let error = Aid::from_json(&json).expect_err("an unknown field").to_string();
    assert!(
        error.contains("outcome[0].figures[0].cells.wait") && error.contains("evnts"),
        "{error}"
    );
    let json = fixture().to_json().replacen("\"events\":60", "\"events\":600", 1);
    let error = Aid::from_json(&json).expect_err("above everybody").to_string();
    assert!(
        error.contains("above-denominator") && error.contains("600 of 200"),
        "{error}"
    );
}

#[test]
fn a_review_is_of_one_version() {
    let mut document: Document = fixture().document().clone();
    let review = |version: &str| ReviewDoc {
        reviewers: vec![Reviewer {
            name: "A. Reviewer".to_owned(),
            role: "made up".to_owned(),
            date: "2026-01-31".to_owned(),
            version: version.to_owned(),
            content: Some("what there is".to_owned()),
        }],
        checks: Vec::new(),
        content: Some("what there is".to_owned()),
    };
    assert!(!review_notice(&fixture()).reviewed);
    document.review = Some(review("1.0.0"));
    let notice = review_notice(&Aid::check(document.clone()).expect("sound"));
    assert_eq!(
        notice.text,
        "Reviewed by A. Reviewer, made up, on 31 January 2026."
    );
    document.version = "1.1.0".to_owned();
    let notice = review_notice(&Aid::check(document).expect("sound"));
    assert!(
        !notice.reviewed && notice.text.contains("has changed since"),
        "{}",
        notice.text
    );
}

proptest! {
    #[test]
    fn any_bytes_are_refused_and_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        prop_assert!(Aid::from_json(&text).is_err());
        let reading = read(SourceFile { name: "aid.toml", bytes: &bytes }, None);
        prop_assert!(reading.aid.is_none() && !reading.problems.is_empty());
    }

    #[test]
    fn damaged_aids_never_panic(at in any::<prop::sample::Index>(), len in 0_usize..60, new in ".{0,8}") {
        let json = fixture().to_json().to_owned();
        let toml = include_str!("../../tests/fixtures/aids/sound/aid.toml");
        for (text, is_json) in [(json.as_str(), true), (toml, false)] {
            let start = at.index(text.len());
            let end = (start + len).min(text.len());
            let damaged = format!("{}{new}{}", &text[..start], &text[end..]);
            if is_json {
                let _ = Aid::from_json(&damaged);
            } else {
                let reading = read(SourceFile { name: "aid.toml", bytes: damaged.as_bytes() }, None);
                prop_assert_eq!(reading.aid.is_none(), reading.problems.iter().any(|p| p.is_error()));
            }
        }
    }
}
