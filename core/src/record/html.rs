//! The record as a page of its own: one file without scripts or addresses that are loaded, to attach, print or open again.

use crate::words::{Words, say};

use super::value::{Record, RecordOption};

/// Type and space that read on a screen and on A4, in black on white.
const STYLE: &str = "body{font:1rem/1.5 Arial,sans-serif;color:#000;background:#fff;max-width:42rem;margin:1rem auto;padding:0 1rem}\
h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.19rem;margin:1.5rem 0 .25rem}ul{margin:.25rem 0;padding-inline-start:1.25rem}\
.status{border:2px solid #000;padding:.5rem .75rem;font-weight:700}q,.own{unicode-bidi:isolate;white-space:pre-line}\
table{border-collapse:collapse;width:100%}caption{text-align:start}th,td{border-top:1px solid #000;padding:.25rem .5rem;text-align:start;vertical-align:top}\
footer{border-top:1px solid #000;margin-top:2rem;font-size:.9rem}@media print{body{margin:0;max-width:none}h2{break-after:avoid}tr,li{break-inside:avoid}}";

/// The page. `dir` is how the language runs: `ltr` or `rtl`.
#[must_use]
pub fn html_page(words: &Words, record: &Record) -> String {
    let mut page = Page(String::new());
    page.start(record, words.language().is_rtl());
    page.list(
        &say!(words, context "a heading of the record", "Who was here"),
        record.people.iter().map(|person| person.said.as_str()),
    );
    page.list(
        &say!(words, context "a heading of the record", "Where you were with the decision"),
        record.stage.iter().map(|stage| stage.said.as_str()),
    );
    page.own(
        &say!(words, context "a heading of the record", "In your own words"),
        record.words.iter().map(|words| words.said.as_str()),
    );
    page.list(
        &say!(words, context "a heading of the record", "What matters most to you here"),
        record.weighed.iter().map(String::as_str),
    );
    page.own(
        &say!(words, context "a heading of the record", "Your own concerns and what you would not accept"),
        record.limits.iter().map(String::as_str),
    );
    page.list(
        &say!(words, context "a heading of the record", "How the options fit with what you said"),
        record.fit.iter().map(String::as_str),
    );
    page.figures(
        &say!(words, context "a heading of the record", "The figures you saw"),
        record,
    );
    page.list(
        &say!(words, context "a heading of the record", "What the test finds"),
        record.test.iter().map(String::as_str),
    );
    page.list(
        &say!(words, context "a heading of the record", "What we do not know"),
        record.not_known.iter().map(String::as_str),
    );
    let decision = &record.decision;
    let sure = decision.sure.iter().map(|sure| sure.said.as_str());
    page.list(
        &say!(words, context "a heading of the record", "Where the decision stands"),
        decision.said.iter().map(String::as_str).chain(sure),
    );
    page.own(
        &say!(words, context "a heading of the record", "Your reservations"),
        Some(decision.doubts.as_str())
            .filter(|doubts| !doubts.is_empty())
            .into_iter(),
    );
    page.own(
        &say!(words, context "a heading of the record", "Who does what"),
        record.actions.iter().map(|note| note.said.as_str()),
    );
    page.list(
        &say!(words, context "a heading of the record", "When to look at this again"),
        record.review_on.iter().map(|day| day.said.as_str()),
    );
    page.list(
        &say!(words, context "a heading of the record", "To look at again first"),
        decision.not_yet.iter().map(String::as_str),
    );
    page.own(
        &say!(words, context "a heading of the record", "Your questions"),
        Some(record.own_questions.as_str())
            .filter(|asked| !asked.is_empty())
            .into_iter()
            .chain(record.asks.iter().map(String::as_str)),
    );
    page.list(
        &say!(words, context "a heading of the record", "Questions you could ask"),
        record.questions.iter().map(String::as_str),
    );
    page.list(
        &say!(words, context "a heading of the record", "Get help now if"),
        record.get_help.iter().map(String::as_str),
    );
    let support: Vec<String> = record
        .support
        .iter()
        .map(|who| {
            let reach = who
                .phone
                .iter()
                .chain(&who.url)
                .cloned()
                .collect::<Vec<_>>()
                .join(", ");
            [&who.name, ". ", &who.what, " ", &reach].concat()
        })
        .collect();
    page.list(
        &say!(words, context "a heading of the record", "Who can help"),
        support.iter().map(String::as_str),
    );
    let sources: Vec<String> = record
        .sources
        .iter()
        .map(|source| {
            [
                source.citation.as_str(),
                " ",
                source.href.as_deref().unwrap_or_default(),
            ]
            .concat()
        })
        .collect();
    page.list(
        &say!(words, context "a heading of the record", "Where the figures come from"),
        sources.iter().map(String::as_str),
    );
    page.end(record);
    page.0
}

/// Writes markup; every text goes through [`Page::text`].
struct Page(String);

impl Page {
    fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// A text, with what markup is made of written out, and characters that XML does not know left out.
    fn text(&mut self, text: &str) {
        for character in text.trim().chars() {
            match character {
                '&' => self.raw("&amp;"),
                '<' => self.raw("&lt;"),
                '>' => self.raw("&gt;"),
                '"' => self.raw("&quot;"),
                '\n' | '\t' => self.0.push(character),
                '\u{fffe}' | '\u{ffff}' => {}
                other if other.is_control() => {}
                other => self.0.push(other),
            }
        }
    }

    fn tag(&mut self, open: &str, text: &str, close: &str) {
        self.raw(open);
        self.text(text);
        self.raw(close);
    }

    fn start(&mut self, record: &Record, rtl: bool) {
        self.tag("<!doctype html>\n<html lang=\"", &record.aid.lang, "\" dir=\"");
        self.raw(if rtl { "rtl" } else { "ltr" });
        self.raw("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        self.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        self.tag("<title>", &record.aid.title, "</title>\n<style>");
        self.raw(STYLE);
        self.tag("</style></head>\n<body><main><h1>", &record.aid.title, "</h1>\n");
        self.tag("<p class=\"status\">", &record.status.said, "</p>\n");
        self.tag("<p>", &record.made.day, ". ");
        self.tag("", &record.what_it_is, "</p>\n");
    }

    fn end(&mut self, record: &Record) {
        self.tag("<footer><p>", &record.aid.stamp, "<br>");
        self.tag("", &record.aid.review, "<br>");
        self.tag("", &record.made.software, "</p></footer></main></body></html>\n");
    }

    fn list<'t>(&mut self, heading: &str, items: impl Iterator<Item = &'t str>) {
        self.items(heading, "<li>", items);
    }

    /// Items with own words in them: they keep their lines and run in their own direction.
    fn own<'t>(&mut self, heading: &str, items: impl Iterator<Item = &'t str>) {
        self.items(heading, "<li class=\"own\" dir=\"auto\">", items);
    }

    fn items<'t>(&mut self, heading: &str, open: &str, items: impl Iterator<Item = &'t str>) {
        let mut items = items.peekable();
        if items.peek().is_some() {
            self.tag("<h2>", heading, "</h2>\n<ul>\n");
            for item in items {
                self.tag(open, item, "</li>\n");
            }
            self.raw("</ul>\n");
        }
    }

    /// A row for every outcome and time, a column for every option.
    fn figures(&mut self, heading: &str, record: &Record) {
        let Some(first) = record.options.first() else {
            return;
        };
        self.tag("<h2>", heading, "</h2>\n<table><caption>");
        self.text(&record.figures_note);
        self.raw(" ");
        self.text(&record.group.join(" "));
        self.raw("</caption>\n<thead><tr><td></td>");
        for option in &record.options {
            self.tag("<th scope=\"col\">", &option.name, "</th>");
        }
        self.raw("</tr></thead>\n<tbody>\n");
        for (at, row) in first.may_happen.iter().enumerate() {
            self.tag("<tr><th scope=\"row\">", &row.name, "<br>");
            self.tag("", &row.when, "</th>");
            for option in &record.options {
                self.tag("<td>", &shown(option, at), "</td>");
            }
            self.raw("</tr>\n");
        }
        self.raw("</tbody></table>\n");
    }
}

/// A figure with its range.
fn shown(option: &RecordOption, at: usize) -> String {
    let Some(figure) = option.may_happen.get(at) else {
        return String::new();
    };
    match &figure.range {
        Some(range) => [&figure.figure, " (", range, ")"].concat(),
        None => figure.figure.clone(),
    }
}
