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

/// A change of a page has a browser style again what the change may reach. By these forms it reaches everything, so that opening one row
/// of Compare would style all of the step anew: see docs/decisions/0088-what-comes-with-the-other-steps.md.
#[test]
fn no_rule_has_a_browser_style_everything_anew() {
    let found = far_reaching(weighup_web::page::STYLES);
    assert!(found.is_empty(), "{}", found.join("\n"));
    // The check sees what it is there for.
    for selector in [
        ".wu-step:has(~ .wu-changed) :focus-visible",
        ".wu-sheet > * + *",
        ".wu-step > slot ~ :is(.a, .b ~ *)",
        ".wu-card:last-child > *",
        ".weighup *::before",
        "@container x { .a:has(.b) > *",
    ] {
        assert_eq!(
            far_reaching(&format!("{selector} {{ color: red; }}")).len(),
            1,
            "{selector}"
        );
    }
    assert!(
        far_reaching(".a:has(.b) .c { d: e } .a:last-child .b, .a > :last-child { d: e } summary::before { d: e } .a > .b { d: e }").is_empty()
    );
}

/// Each selector by which a change of one element may reach any other: what depends on siblings or on what is inside ends in something that
/// has neither class nor name, or a part of an element is asked of all elements.
fn far_reaching(css: &str) -> Vec<String> {
    const DEPENDS: [&str; 4] = [":has(", ":first-child", ":last-child", ":nth-"];
    let mut found = Vec::new();
    for rule in css.split('}') {
        let Some((before, _)) = rule.rsplit_once('{') else {
            continue;
        };
        let before = before.rsplit(['{', ';']).next().unwrap_or_default();
        let before = before.rsplit_once("*/").map_or(before, |(_, after)| after);
        for selector in apart(before, ',').into_iter().map(str::trim) {
            let last = apart(selector, ' ').pop().unwrap_or_default();
            let earlier = selector.strip_suffix(last).unwrap_or_default();
            // What stands between brackets is asked of the element itself.
            let named =
                last.starts_with(|c: char| c == '.' || c == '#' || c == '[' || c.is_ascii_lowercase());
            let siblings =
                earlier.trim_end().ends_with(['+', '~']) || last.contains("~ *") || last.contains("+ *");
            let depends = DEPENDS.iter().any(|form| earlier.contains(form));
            // What only large type has, very high screens while a step is made, or a page without scripts, is not met in the usual way.
            let rare = ["weighup--room", "wu-step--begun", "noscript"]
                .iter()
                .any(|form| selector.contains(form));
            if !rare
                && !named
                && (siblings || depends || last.starts_with("*::") || last.starts_with("::before"))
            {
                found.push(selector.to_owned());
            }
        }
    }
    found
}

/// A text cut at a character, where that does not stand between brackets.
fn apart(text: &str, at: char) -> Vec<&str> {
    let (mut depth, mut from, mut parts) = (0_i32, 0, Vec::new());
    for (place, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ if c == at && depth == 0 => {
                parts.extend(text.get(from..place));
                from = place + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.extend(text.get(from..));
    parts
}
