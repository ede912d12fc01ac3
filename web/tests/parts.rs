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

/// Sizes of letters and weights are those of `tokens.css`, so that lines of different parts line up and a page stays calm. Only the
/// size of all text, which stands on the body and what it is laid out in, and what is printed have sizes of their own.
#[test]
fn no_rule_has_a_size_or_a_weight_of_its_own() {
    let found = strays(weighup_web::page::STYLES);
    assert!(found.is_empty(), "{}", found.join("\n"));
    // The check sees what it is there for.
    assert_eq!(strays(".a { font-size: 0.92em; }").len(), 1);
    assert_eq!(strays("@container x { .a, .b { font-weight: 650 } }").len(), 1);
    assert_eq!(strays(".a { font: 1.1em/1.4 x; }").len(), 1);
    assert!(
        strays(".weighup--large .wu-body { font-size: 1.5em } @media print { .a { font-size: 9pt; } }")
            .is_empty()
    );
}

/// Each declaration of a size or a weight that is not on the list.
fn strays(css: &str) -> Vec<String> {
    const SIZES: [&str; 6] = [
        "1em",
        "medium",
        "var(--wu-size-s)",
        "var(--wu-size-l)",
        "var(--wu-size-xl)",
        "var(--wu-size-number)",
    ];
    // Outside the widget's own elements, where there is no body to measure by: the bar that reads aloud, and what stands in a page
    // before the widget comes.
    const OUTSIDE: [&str; 4] = [".wu-read", ".wu-mount::before", ".wu-late", ".wu-message button"];
    let mut found = Vec::new();
    for rule in css.split('}') {
        let Some((selector, body)) = rule.rsplit_once('{') else {
            continue;
        };
        let selector = selector.rsplit(['{', ';', '/']).next().unwrap_or_default().trim();
        for declaration in body.split(';') {
            let Some((name, value)) = declaration.split_once(':') else {
                continue;
            };
            let (name, value) = (name.trim(), value.trim());
            let sound = match name {
                "font-size" => {
                    SIZES.contains(&value)
                        || selector.ends_with(".wu-body")
                        || selector.ends_with(".wu-desk__page")
                        || value.ends_with("pt")
                }
                "font-weight" => matches!(value, "400" | "700"),
                "font" => value == "inherit" || OUTSIDE.contains(&selector),
                _ => true,
            };
            if !sound {
                found.push(format!("{selector}: {name}: {value}"));
            }
        }
    }
    found
}
