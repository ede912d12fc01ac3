//! `evidence --table` and `views`, as a person or a program asks for them.

mod common;

use std::fs;

use common::{folder, root, text, weighup};
use serde_json::Value;

const SOUND: &str = "tests/fixtures/aids/sound";

#[test]
fn the_table_in_every_way_of_writing_it() {
    for format in ["text", "csv", "markdown", "html"] {
        let output = weighup(&["evidence", "--table", "--format", format, SOUND]);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let said = text(&output.stdout).replace('\r', "");
        // The style of the page is another file's.
        let said = match (said.split_once("<style>"), said.split_once("</style>")) {
            (Some((before, _)), Some((_, after))) => format!("{before}{after}"),
            _ => said,
        };
        insta::assert_snapshot!(format!("table_{format}"), said);
    }
    let plain = weighup(&["evidence", "--table", SOUND]);
    let named = weighup(&["evidence", "--table", "--format", "text", SOUND]);
    assert_eq!(plain.stdout, named.stdout, "text is what a terminal gets");
}

#[test]
fn every_figure_is_not_written_as_text() {
    let output = weighup(&["evidence", "--format", "text", SOUND]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr).contains("add `--table`"),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn an_aid_with_errors_has_no_table_and_no_views() {
    let out = folder("table");
    let broken = fs::read_to_string(root().join(SOUND).join("aid.toml"))
        .unwrap()
        .replace("events = 60", "events = 600");
    fs::write(out.join("aid.toml"), broken).unwrap();
    let out = out.to_str().unwrap();
    for args in [&["evidence", "--table", out][..], &["views", out]] {
        let output = weighup(args);
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert!(text(&output.stderr).contains("weighup check"), "{args:?}");
        assert!(output.stdout.is_empty(), "{args:?}");
    }
}

/// A line of JSON for each aid; a state for each way of saying chances and of comparing, and for each point in time.
#[test]
fn views_have_a_state_for_every_way_of_showing() {
    let said = text(&weighup(&["views", SOUND]).stdout);
    let aid: Value = serde_json::from_str(said.lines().next().unwrap()).unwrap();
    let states = aid.get("states").and_then(Value::as_array).unwrap();
    let count = |key: &str, value: &str| {
        let is = |state: &&Value| state.get(key).and_then(Value::as_str) == Some(value);
        states.iter().filter(is).count()
    };
    assert_eq!(count("chances", "counts"), count("chances", "percent"));
    for way in ["pictures", "table", "numbers"] {
        assert_eq!(count("way", way), 2, "{way}");
    }
    let whole: Vec<&Value> = states
        .iter()
        .filter(|state| state.get("summary").is_some())
        .collect();
    assert_eq!(whole.len(), 2);
    for state in &whole {
        for step in ["compare", "choice", "options", "weigh", "ready"] {
            assert!(
                state.get(step).is_some_and(Value::is_object) || step == "options",
                "{step}"
            );
        }
    }
    // An answer of one way is not the other's.
    assert_ne!(
        whole.first().and_then(|state| state.get("compare")),
        whole.last().and_then(|state| state.get("compare"))
    );
}
