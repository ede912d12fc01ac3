//! The evidence as a page to print and file.

use std::fmt::Write as _;

use weighup_core::aid::document::Document;

use super::{address, certainty, comparison, figure, sources, status, when_of};
use crate::report::{STYLE, escaped};

/// Adds a line. A string takes any text.
macro_rules! line {
    ($out:expr, $($text:tt)*) => { let _ = writeln!($out, $($text)*); };
}

/// One page for every aid.
pub(super) fn page(documents: &[Document]) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Evidence</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n"
    );
    for doc in documents {
        line!(
            out,
            "<article>\n<header><p class=\"kind\">Evidence</p><h1>{}</h1>",
            escaped(&doc.title)
        );
        line!(
            out,
            "<p>{} {}, evidence last reviewed {}, next review {}.</p></header>",
            escaped(&doc.id),
            escaped(&doc.version),
            escaped(&doc.about.last_reviewed),
            escaped(&doc.about.next_review)
        );
        for outcome in &doc.outcomes {
            line!(out, "<section>\n<h2>{}</h2>", escaped(&outcome.name));
            for row in &outcome.rows {
                table(&mut out, doc, row);
            }
            if let Some(why) = &outcome.studies_differ {
                line!(out, "<p>Why the studies may differ: {}</p>", escaped(why));
            }
            line!(out, "</section>");
        }
        for score in &doc.scores {
            line!(out, "<p>{}</p>", escaped(super::score(doc, score).trim()));
        }
        line!(out, "<section>\n<h2>Sources</h2>\n<ul class=\"found\">");
        for source in &doc.sources {
            let address = address(source);
            line!(
                out,
                "<li><strong>{0}</strong> {2} <a href=\"{1}\">{1}</a> Read: {3}</li>",
                escaped(&source.short),
                escaped(&address),
                escaped(&source.citation),
                escaped(&source.read)
            );
        }
        line!(out, "</ul>\n</section>\n</article>");
    }
    out + "</main>\n</body>\n</html>\n"
}

fn table(out: &mut String, doc: &Document, row: &weighup_core::aid::document::RowDoc) {
    let names: Vec<String> = sources(doc, &row.sources)
        .map(|source| escaped(&source.short))
        .collect();
    line!(
        out,
        "<table class=\"numbers\"><caption>{}; {}. {}, certainty {}. {}</caption>\n<thead><tr><th scope=\"col\">Option</th>\
         <th scope=\"col\">Figure</th></tr></thead>\n<tbody>",
        escaped(&when_of(doc, row)),
        escaped(&row.group),
        status(row.status),
        row.certainty.map_or("not rated", certainty),
        names.join("; ")
    );
    for option in &doc.options {
        let text = row.cell(&option.id).map_or_else(|| "no cell".to_owned(), figure);
        line!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{}</td></tr>",
            escaped(&option.name),
            escaped(&text)
        );
    }
    line!(out, "</tbody></table>");
    for compared in &row.compared {
        line!(out, "<p>{}</p>", escaped(&comparison(doc, compared)));
    }
    if let Some(why) = &row.weighed_because {
        line!(out, "<p>Comes first. {}</p>", escaped(why));
    }
    if let Some(note) = &row.note {
        line!(out, "<p class=\"soft\">{}</p>", escaped(note));
    }
}
