//! The last value that an aid may have and the first that it may not, next to each other: `tests/fixtures/mistakes/edges.toml`.
//!
//! A slip of one in a comparison shows here, and nowhere that a mistake is made as people make them.
#![cfg(feature = "authoring")]

use std::collections::BTreeSet;

use serde::Deserialize;
use weighup_core::aid::Date;
use weighup_core::authoring::SourceFile;
use weighup_core::standards::examine;

const SOUND: &str = include_str!("../../tests/fixtures/aids/sound/aid.toml");
const MEASURED: &str = include_str!("aids/measured/aid.toml");
const TABLE: &str = include_str!("../../tests/fixtures/mistakes/edges.toml");

/// What a file of the second format may have: results of a test.
const TESTED: &str = "
[test]
purpose = \"It looks for the itch.\"
if_positive = \"You are asked to come back.\"
if_negative = \"You are told so.\"
overdiagnosis = \"Some itches would never have been felt.\"

[test.results]
people = 1000
true_positive = 30
false_positive = 50
true_negative = 910
false_negative = 10
found_without = 20
group = \"adults\"
at = \"1y\"
sources = [\"made-up\"]
status = \"verified\"
";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    edge: Vec<Edge>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edge {
    what: String,
    /// The file that is changed; the sound one where none is named.
    #[serde(default)]
    aid: String,
    /// What stood there, and what stands there now.
    changes: Vec<[String; 2]>,
    /// The codes of all that is told then.
    told: Vec<String>,
}

fn told(text: &str) -> BTreeSet<String> {
    let file = SourceFile {
        name: "aid.toml",
        bytes: text.as_bytes(),
    };
    let problems = examine(file, None, Date::parse("2026-07-01")).problems;
    problems
        .iter()
        .map(|problem| problem.code.as_str().to_owned())
        .collect()
}

fn aid(name: &str) -> String {
    match name {
        "" => SOUND.to_owned(),
        "newest" => SOUND.replacen("format = 1", "format = 3", 1),
        "tested" => SOUND.replacen("format = 1", "format = 2", 1) + TESTED,
        other => {
            assert_eq!(other, "measured", "there is no such aid");
            MEASURED.to_owned()
        }
    }
}

/// A drawing is measured in characters: this many more may follow its first.
const DRAWING: usize = 599;

#[test]
fn one_step_beyond_what_is_allowed_is_told_and_one_step_before_is_not() {
    let table: Table = toml::from_str(TABLE).map_err(|error| error.to_string()).unwrap();
    assert!(table.edge.len() > 40, "the table is whole");
    let mut wrong = Vec::new();
    for edge in table.edge {
        let before = aid(&edge.aid);
        let mut text = before.clone();
        for [was, is] in &edge.changes {
            assert!(text.contains(was), "{}: nothing has `{was}`", edge.what);
            text = text.replacen(was, &is.replace("@{drawing}", &"8".repeat(DRAWING)), 1);
        }
        let already = told(&before);
        let now: BTreeSet<String> = told(&text).difference(&already).cloned().collect();
        if now != edge.told.iter().cloned().collect() {
            wrong.push(format!("{}: {now:?}, not {:?}", edge.what, edge.told));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
