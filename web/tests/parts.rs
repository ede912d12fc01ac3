//! Every part of the fixtures as HTML.
#![cfg(feature = "ssr")]

mod support;

use std::error::Error;

use weighup_web::fixtures;
use weighup_web::page::render_html;

/// One tag a line, paths cut short: what a person reads in a review.
fn shown(html: &str) -> String {
    let lines = html.replace("><", ">\n<");
    lines.lines().map(|line| format!("{}\n", cut(line))).collect()
}

fn cut(line: &str) -> String {
    match line.split_once(" d=\"") {
        Some((before, rest)) if rest.len() > 120 => {
            let icons = rest.matches('M').count();
            let after = rest.split_once('"').map(|(_, after)| after).unwrap_or_default();
            format!("{before} d=\"… {icons} icons …\"{after}")
        }
        _ => line.to_owned(),
    }
}

#[test]
fn every_part() -> Result<(), Box<dyn Error>> {
    let aid = support::prostate()?;
    for sample in fixtures::samples(&aid)? {
        insta::assert_snapshot!(sample.name, shown(&render_html(sample.html)?));
    }
    Ok(())
}
