//! What a person reads or hears in every state of the fixtures, line by line, kept as snapshots.
#![cfg(feature = "ssr")]

mod support;

use std::error::Error;

use weighup_web::fixtures;
use weighup_web::page::render_state;
use weighup_web::settings::Settings;

/// Elements that begin a line of their own.
const LINES: [&str; 16] = [
    "h1", "h2", "h3", "p", "li", "dt", "dd", "legend", "label", "caption", "tr", "button", "summary",
    "textarea", "input", "svg",
];
/// What of a control or picture is said beside its words.
const STATES: [&str; 9] = [
    "aria-label",
    "aria-current",
    "aria-expanded",
    "aria-disabled",
    "checked",
    "disabled",
    "open",
    "type",
    "role",
];

/// The text of a page with the element each line belongs to, and the states of what can be used.
fn outline(html: &str) -> String {
    let body = html.split_once("<body").map(|(_, body)| body).unwrap_or_default();
    let (mut lines, mut line) = (Vec::new(), String::new());
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let mut words = tag.trim_end_matches('/').splitn(2, ' ');
        let name = words.next().unwrap_or_default();
        if LINES.contains(&name.trim_start_matches('/')) {
            lines.push(std::mem::take(&mut line));
            if LINES.contains(&name) {
                line = [name, &states(words.next().unwrap_or_default()), ": "].concat();
            }
        }
        line.push_str(text);
    }
    lines.push(line);
    let said = |line: &String| {
        let line = line.trim();
        !line.is_empty() && !line.ends_with(':')
            || ["button ", "input ", "svg ", "textarea"]
                .iter()
                .any(|kind| line.starts_with(kind))
    };
    lines
        .iter()
        .filter(|line| said(line))
        .map(|line| format!("{}\n", line.trim()))
        .collect()
}

/// The attributes that are said, such as ` [checked=""]`.
fn states(attributes: &str) -> String {
    let mut found = String::new();
    let mut rest = attributes;
    while let Some((name, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').unwrap_or((after, ""));
        if STATES.contains(&name.trim()) {
            found.push_str(&format!(" [{}={value}]", name.trim()));
        }
        rest = after;
    }
    found
}

#[test]
fn every_state() -> Result<(), Box<dyn Error>> {
    let (easy, in_easy) = support::easy()?;
    for (aid, states, settings) in [
        (support::prostate()?, fixtures::states(), Settings::default()),
        (
            support::prostate()?,
            fixtures::waiting_states(),
            support::at_work(),
        ),
        (easy, fixtures::easy_states(), in_easy),
        (
            support::measured()?,
            fixtures::measured_states(),
            Settings::default(),
        ),
        (
            support::gallstones()?,
            fixtures::facts_states(),
            Settings::default(),
        ),
        (support::scored()?, fixtures::scored_states(), Settings::default()),
    ] {
        for state in states {
            let consultation = fixtures::at(&aid, &state)?;
            let html = render_state(&aid, consultation, settings.clone(), "weighup.css")?;
            insta::assert_snapshot!(state.name, outline(&html));
        }
    }
    Ok(())
}
