//! The self-assessment as a page: one file, no script, no request, to print and file.

use std::fmt::Write as _;

use weighup_core::standards::{Balance, Block, Item, Readability, Report, SetReport, Verdict, Wording};
use weighup_core::words::capital;

use super::html::escaped;
use crate::check::Checked;

/// The page's style.
pub(crate) const STYLE: &str = include_str!("page.css");

/// One page for every aid that was looked at.
pub(crate) fn page(checked: &[Checked<'_>]) -> String {
    let title = match checked {
        [one] => one
            .report
            .as_ref()
            .map_or("An aid that cannot be read", |report| report.title.as_str()),
        _ => "Decision aids",
    };
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Self-assessment: {}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        escaped(title)
    );
    for one in checked {
        aid(&mut out, one);
    }
    out + "</main>\n</body>\n</html>\n"
}

/// Adds a line. A string takes any text.
macro_rules! line {
    ($out:expr, $($text:tt)*) => { let _ = writeln!($out, $($text)*); };
}

fn aid(out: &mut String, one: &Checked<'_>) {
    line!(out, "<article>");
    let Some(report) = &one.report else {
        line!(
            out,
            "<header><p class=\"kind\">Self-assessment</p><h1>{}</h1></header>",
            escaped(&one.folder.aid.0)
        );
        line!(
            out,
            "<p class=\"lead\">The file cannot be read, so nothing can be judged.</p>"
        );
        problems(out, one);
        line!(out, "</article>");
        return;
    };
    head(out, report);
    summary(out, report);
    problems(out, one);
    for set in &report.sets {
        rule_set(out, set);
    }
    if let Some(read) = &report.readability {
        readability(out, read);
    }
    balance(out, &report.balance);
    sign(out);
    line!(out, "</article>");
}

fn head(out: &mut String, report: &Report) {
    line!(
        out,
        "<header>\n<p class=\"kind\">Self-assessment of a decision aid</p>\n<h1>{}</h1>",
        escaped(&report.title)
    );
    line!(out, "<dl class=\"facts\">");
    let mut fact = |name: &str, value: &str| {
        line!(out, "<div><dt>{name}</dt><dd>{}</dd></div>", escaped(value));
    };
    fact("Aid and version", &format!("{} {}", report.aid, report.version));
    fact("Judged on", report.day.as_deref().unwrap_or("no day given"));
    let hash = report
        .hash
        .as_deref()
        .map_or("none while there are errors", |hash| {
            hash.get(..16).unwrap_or(hash)
        });
    fact("Content hash", hash);
    fact(
        "Clinical review",
        report
            .review
            .as_deref()
            .unwrap_or("Not known while there are errors."),
    );
    line!(out, "</dl>\n</header>");
    line!(
        out,
        "<p class=\"lead\">A program read this aid and says what is there and what is missing. Where it takes judgement it says \
         “needs a person”, with boxes to tick. It does not certify anything.</p>"
    );
}

fn summary(out: &mut String, report: &Report) {
    line!(
        out,
        "<section>\n<h2>At a glance</h2>\n<table class=\"glance\">\n<thead><tr><th scope=\"col\">Rules</th>"
    );
    for verdict in Verdict::ALL {
        line!(out, "<th scope=\"col\" class=\"n\">{}</th>", verdict.words());
    }
    line!(
        out,
        "<th scope=\"col\" class=\"n\">all</th></tr></thead>\n<tbody>"
    );
    for set in &report.sets {
        line!(
            out,
            "<tr><th scope=\"row\">{} <span class=\"soft\">{}</span></th>",
            escaped(&set.set.title),
            escaped(&set.set.version)
        );
        for verdict in Verdict::ALL {
            line!(out, "<td class=\"n\">{}</td>", set.count(verdict));
        }
        line!(out, "<td class=\"n\">{}</td></tr>", set.items.len());
    }
    line!(out, "</tbody>\n</table>\n</section>");
}

fn problems(out: &mut String, one: &Checked<'_>) {
    let found = &one.found.problems;
    line!(out, "<section>\n<h2>What the linter found</h2>");
    if found.is_empty() {
        line!(out, "<p>Nothing: no error and no warning.</p>\n</section>");
        return;
    }
    line!(out, "<ul class=\"found\">");
    for problem in found {
        let kind = if problem.is_error() { "Error" } else { "Warning" };
        let line = problem
            .line
            .map_or_else(String::new, |line| format!(", line {line}"));
        line!(
            out,
            "<li><strong>{kind}</strong> <span class=\"soft\">{}{line}</span><br>{} {}</li>",
            problem.code.as_str(),
            escaped(&sentence(&problem.message)),
            escaped(&sentence(&problem.remedy))
        );
    }
    line!(out, "</ul>\n</section>");
}

/// A capital, and a full stop.
pub(crate) fn sentence(text: &str) -> String {
    let stop = if text.ends_with(['.', '?', '!']) { "" } else { "." };
    capital(text) + stop
}

fn rule_set(out: &mut String, set: &SetReport) {
    line!(
        out,
        "<section class=\"set\">\n<h2>{} <span class=\"soft\">{}</span></h2>",
        escaped(&set.set.title),
        escaped(&set.set.version)
    );
    line!(out, "<p class=\"soft\">{}</p>", escaped(&set.set.source));
    if !set.set.note.is_empty() {
        line!(out, "<p>{}</p>", escaped(&set.set.note));
    }
    let mut class = "";
    let mut open = false;
    for item in &set.items {
        if item.rule.class != class {
            if open {
                line!(out, "</tbody></table>");
            }
            class = &item.rule.class;
            open = true;
            line!(
                out,
                "<table class=\"rules\">\n<caption>{}</caption>\n<thead><tr><th scope=\"col\">Rule</th><th scope=\"col\">Verdict</th>\
                 <th scope=\"col\">Why, and where</th></tr></thead>\n<tbody>",
                escaped(
                    &sentence(class)
                        .trim_end_matches('.')
                        .replace("Shown", "Kept by the software")
                )
            );
        }
        rule(out, item);
    }
    if open {
        line!(out, "</tbody></table>");
    }
    let waiting = set
        .items
        .iter()
        .filter(|item| item.rule.wording.caveat().is_some())
        .count();
    if waiting > 0 {
        line!(
            out,
            "<p class=\"soft\">† {waiting} rules of this set wait for their wording to be checked against the standard.</p>"
        );
    }
    line!(out, "</section>");
}

/// A letter for black and white, beside the words.
fn sign_of(verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Met => ("yes", "✓"),
        Verdict::PartlyMet => ("part", "◐"),
        Verdict::NotMet => ("no", "✗"),
        Verdict::NotApplicable => ("na", "–"),
        Verdict::NeedsPerson => ("person", "?"),
    }
}

fn rule(out: &mut String, item: &Item) {
    let (class, mark) = sign_of(item.verdict);
    let dagger = match item.rule.wording {
        Wording::Secondary | Wording::Unread => {
            format!(
                "<abbr title=\"{}\">†</abbr>",
                escaped(item.rule.wording.caveat().unwrap_or_default())
            )
        }
        Wording::Source | Wording::Own => String::new(),
    };
    let number = item
        .rule
        .number
        .as_deref()
        .map_or_else(String::new, |number| format!(" ({})", escaped(number)));
    line!(
        out,
        "<tr id=\"{0}\"><th scope=\"row\"><span class=\"id\">{0}{number} {dagger}</span>{1}</th>",
        escaped(&item.rule.id),
        escaped(&item.rule.text)
    );
    line!(
        out,
        "<td class=\"verdict {class}\"><span aria-hidden=\"true\">{mark}</span> {}",
        item.verdict.words()
    );
    line!(out, "</td><td>{}", escaped(&item.because));
    if let Some(remedy) = item.remedy.as_deref().filter(|remedy| !remedy.is_empty()) {
        line!(out, "<p class=\"remedy\">{}</p>", escaped(remedy));
    }
    if item.verdict == Verdict::NeedsPerson {
        line!(
            out,
            "<p class=\"boxes\"><span>☐ met</span> <span>☐ partly met</span> <span>☐ not met</span> <span>☐ not applicable</span></p>"
        );
    }
    let mut lines: Vec<u32> = item.evidence.iter().filter_map(|seen| seen.line).collect();
    lines.sort_unstable();
    lines.dedup();
    if let (Some(first), Some(place)) = (lines.first(), item.evidence.first()) {
        let more = lines.iter().skip(1).take(5).map(|line| format!(", {line}"));
        let rest = if lines.len() > 6 { " and more" } else { "" };
        let word = if lines.len() > 1 { "lines" } else { "line" };
        line!(
            out,
            "<p class=\"where\">{word} {first}{}{rest} <code>{}</code></p>",
            more.collect::<String>(),
            escaped(&place.place.to_string())
        );
    }
    line!(out, "</td></tr>");
}

fn readability(out: &mut String, read: &Readability) {
    line!(
        out,
        "<section>\n<h2>How hard it is to read</h2>\n<p>Flesch-Kincaid grade, SMOG and the reading age they suggest in the United \
         Kingdom. Syllables are counted by rule, so these are estimates. The aim is an age of 9 to 11.</p>\n<table class=\"numbers\">\n\
         <thead><tr><th scope=\"col\">Part</th><th scope=\"col\" class=\"n\">words</th><th scope=\"col\" class=\"n\">sentences</th>\
         <th scope=\"col\" class=\"n\">over 20 words</th><th scope=\"col\" class=\"n\">reading ease</th><th scope=\"col\" class=\"n\">grade</th>\
         <th scope=\"col\" class=\"n\">SMOG</th><th scope=\"col\" class=\"n\">reading age</th></tr></thead>\n<tbody>"
    );
    let row = |block: &Block| {
        format!(
            "<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{:.0}</td>\
             <td class=\"n\">{:.1}</td><td class=\"n\">{}</td><td class=\"n\">{:.0}</td></tr>",
            escaped(&block.name),
            block.words,
            block.sentences,
            block.long_sentences,
            block.reading_ease,
            block.grade,
            block
                .smog
                .map_or_else(|| "–".to_owned(), |smog| format!("{smog:.1}")),
            block.reading_age
        )
    };
    for block in std::iter::once(&read.all).chain(&read.blocks) {
        line!(out, "{}", row(block));
    }
    line!(out, "</tbody>\n</table>\n</section>");
}

fn balance(out: &mut String, balance: &Balance) {
    line!(
        out,
        "<section>\n<h2>Whether the options are told alike</h2>\n<p>The longest option has {:.1} words for each word of the shortest. \
         A ratio above 2 gets a warning, above 3 the rule is not met.</p>\n<table class=\"numbers\">\n<thead><tr><th scope=\"col\">Option</th>\
         <th scope=\"col\" class=\"n\">place</th><th scope=\"col\" class=\"n\">words</th><th scope=\"col\" class=\"n\">benefits</th>\
         <th scope=\"col\" class=\"n\">words</th><th scope=\"col\" class=\"n\">figures</th><th scope=\"col\" class=\"n\">risks</th>\
         <th scope=\"col\" class=\"n\">words</th><th scope=\"col\" class=\"n\">figures</th><th scope=\"col\" class=\"n\">outcomes known</th></tr></thead>\n<tbody>",
        balance.words_ratio
    );
    for told in &balance.options {
        line!(
            out,
            "<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td>\
             <td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{} of {}</td></tr>",
            escaped(&told.name),
            told.position,
            told.words,
            told.benefits,
            told.benefit_words,
            told.benefit_figures,
            told.risks,
            told.risk_words,
            told.risk_figures,
            told.known,
            balance.cells
        );
    }
    line!(out, "</tbody>\n</table>\n</section>");
}

fn sign(out: &mut String) {
    line!(
        out,
        "<section class=\"sign\">\n<h2>Reviewed by</h2>\n<dl>\n<div><dt>Name</dt><dd></dd></div>\n<div><dt>Role and registration</dt><dd></dd></div>\n\
         <div><dt>Date</dt><dd></dd></div>\n<div><dt>Signature</dt><dd></dd></div>\n<div class=\"wide\"><dt>Notes</dt><dd></dd></div>\n</dl>\n</section>"
    );
}
