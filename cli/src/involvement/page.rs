//! Records of involvement as a page for a board: one file, no script, no request, to print and file.

use std::fmt::Write as _;

use weighup_core::authoring::{Heard, HeardAs, Involvement};
use weighup_core::involvement::{BoardAid, BoardPoint, board};

use super::Told;
use crate::report::{STYLE, escaped};

/// Adds a line. A string takes any text.
macro_rules! line {
    ($out:expr, $($text:tt)*) => { let _ = writeln!($out, $($text)*); };
}

/// One page for every aid.
pub(super) fn page(told: &[Told]) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Made with people</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<article>\n\
         <header><p class=\"kind\">Made with people</p><h1>Who was heard, and what changed</h1></header>\n"
    );
    let with = |record: &&Involvement| !record.example;
    let real: Vec<&Told> = told
        .iter()
        .filter(|one| one.record.as_ref().is_some_and(|r| with(&r)))
        .collect();
    let examples = told
        .iter()
        .filter(|one| one.record.as_ref().is_some_and(|record| record.example))
        .count();
    line!(
        out,
        "<p class=\"lead\">Of {}, {} {} a record of who was heard. {}</p>",
        aids(told.len()),
        real.len(),
        if real.len() == 1 { "has" } else { "have" },
        match examples {
            0 => String::new(),
            1 => "One record is an example: nobody took part, and it is not counted.".to_owned(),
            n => format!("{n} records are examples: nobody took part, and they are not counted."),
        }
    );
    summary(&mut out, &real);
    let without: Vec<&Told> = told.iter().filter(|one| one.record.is_none()).collect();
    if !without.is_empty() {
        line!(
            out,
            "<section>\n<h2>No record</h2>\n<p>Of these nothing says who was heard.</p>\n<ul class=\"found\">"
        );
        for one in without {
            line!(
                out,
                "<li>{} {}</li>",
                escaped(&one.document.title),
                escaped(&one.document.version)
            );
        }
        line!(out, "</ul>\n</section>");
    }
    line!(out, "</article>");
    for one in told {
        if let Some(record) = &one.record {
            aid(&mut out, &board(&one.document, record));
        }
    }
    out + "</main>\n</body>\n</html>\n"
}

fn aids(count: usize) -> String {
    if count == 1 {
        "1 aid".to_owned()
    } else {
        format!("{count} aids")
    }
}

/// What all real records come to.
fn summary(out: &mut String, real: &[&Told]) {
    if real.is_empty() {
        return;
    }
    line!(
        out,
        "<table class=\"glance\"><caption>At a glance</caption><thead><tr><th scope=\"col\">Aid</th><th scope=\"col\">Who was heard</th>\
         <th scope=\"col\">Nobody heard of</th><th scope=\"col\" class=\"n\">done</th><th scope=\"col\" class=\"n\">in part</th>\
         <th scope=\"col\" class=\"n\">not done</th></tr></thead><tbody>"
    );
    for one in real {
        let Some(record) = &one.record else { continue };
        let board = board(&one.document, record);
        let (done, not, both) = board.came_of();
        let unheard: Vec<&str> = board
            .population
            .iter()
            .filter(|group| group.heard.is_empty())
            .map(|group| group.who)
            .collect();
        line!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td class=\"n\">{done}</td><td class=\"n\">{both}</td><td class=\"n\">{not}</td></tr>",
            escaped(&one.document.short_title),
            escaped(&kinds(&board)),
            escaped(&if unheard.is_empty() {
                "–".to_owned()
            } else {
                unheard.join("; ")
            })
        );
    }
    line!(out, "</tbody></table>");
}

/// "8 carers and families; 3 health professionals".
fn kinds(board: &BoardAid<'_>) -> String {
    let counted = board.counted();
    let one = |(kind, (people, untold)): (&HeardAs, &(u64, usize))| match (people, untold) {
        (0, _) => format!("{} (how many is not said)", kind.name()),
        (people, 0) => format!("{people} {}", kind.name()),
        (people, _) => format!("{people} {} and more", kind.name()),
    };
    counted.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn group(heard: &Heard) -> String {
    let people = heard
        .people
        .map(|people| format!("{people} {}, ", if people == 1 { "person" } else { "people" }))
        .unwrap_or_default();
    let names = if heard.names.is_empty() {
        String::new()
    } else {
        format!("; {}, who wished to be named", heard.names.join(", "))
    };
    format!(
        "{} ({people}{}, {}{names})",
        heard.who,
        heard.kind.name(),
        heard.paid.name()
    )
}

fn aid(out: &mut String, board: &BoardAid<'_>) {
    line!(
        out,
        "<article>\n<header><p class=\"kind\">Made with people</p><h1>{}</h1>\n<p>{} {}</p></header>",
        escaped(&board.doc.title),
        escaped(&board.doc.id),
        escaped(&board.doc.version)
    );
    if board.record.example {
        line!(
            out,
            "<p class=\"lead\"><strong>This is an example. Nobody took part.</strong></p>"
        );
    }
    line!(
        out,
        "<section>\n<h2>Who was heard, of those the aid is for</h2>\n<table class=\"rules\"><thead><tr><th scope=\"col\">For whom</th>\
         <th scope=\"col\">How many they are</th><th scope=\"col\">Who was heard</th></tr></thead><tbody>"
    );
    for group_of in &board.population {
        let share = group_of
            .share
            .map_or("–".to_owned(), |(share, from)| format!("{share} ({from})"));
        let heard: Vec<String> = group_of.heard.iter().map(|heard| group(heard)).collect();
        let heard = if heard.is_empty() {
            format!("Nobody. {}", group_of.why_not.unwrap_or("Nothing says why."))
        } else {
            heard.join("; ")
        };
        line!(
            out,
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>",
            escaped(group_of.who),
            escaped(&share),
            escaped(&heard)
        );
    }
    for heard in &board.others {
        line!(
            out,
            "<tr><th scope=\"row\">Others</th><td>–</td><td>{}</td></tr>",
            escaped(&group(heard))
        );
    }
    line!(
        out,
        "</tbody></table>\n</section>\n<section>\n<h2>What they hoped to change, and what came of it</h2>"
    );
    for goal in &board.goals {
        line!(out, "<h3>{}</h3>\n<ul class=\"found\">", escaped(goal.hoped));
        for point in &goal.points {
            said(out, point);
        }
        line!(out, "</ul>");
    }
    if let Some(all) = &board.record.all_was_done {
        line!(out, "<p>Everything was done: {}</p>", escaped(all));
    }
    line!(
        out,
        "</section>\n<section>\n<h2>UK Standards for Public Involvement</h2>\n<ul>"
    );
    for (standard, count) in &board.standards {
        let what = match count {
            0 => "nothing that was said speaks to it".to_owned(),
            1 => "1 thing that was said speaks to it".to_owned(),
            n => format!("{n} things that were said speak to it"),
        };
        line!(out, "<li>{}: {what}.</li>", standard.name());
    }
    line!(
        out,
        "</ul>\n</section>\n<section>\n<h2>GRIPP2 short form</h2>\n<p class=\"soft\">For reports of research (Staniszewska S, et al. BMJ \
         2017;358:j3453), in our own words; to be checked against the published form.</p>\n<dl class=\"facts\">"
    );
    for (item, texts) in board.gripp2() {
        let texts: Vec<String> = texts.iter().map(|text| escaped(text)).collect();
        let texts = if texts.is_empty() {
            "Nothing is recorded.".to_owned()
        } else {
            texts.join("<br>")
        };
        line!(out, "<div><dt>{item}</dt><dd>{texts}</dd></div>");
    }
    line!(out, "</dl>\n</section>\n</article>");
}

fn said(out: &mut String, point: &BoardPoint<'_>) {
    let said = point.said;
    let by: Vec<&str> = point.by.iter().map(|heard| heard.who.as_str()).collect();
    let when = point.activity.map_or("", |activity| &activity.date);
    line!(
        out,
        "<li><strong>You said</strong> {} <span class=\"soft\">{}, {}</span>",
        escaped(&said.said),
        escaped(&by.join("; ")),
        escaped(when)
    );
    if let Some(did) = &said.did {
        let since = said
            .version
            .as_ref()
            .map(|version| format!(" In version {}.", escaped(version)));
        let link = said
            .link
            .as_ref()
            .map(|link| format!(" <a href=\"{0}\">{0}</a>", escaped(link)));
        line!(
            out,
            "<br><strong>We did</strong> {}{}{}",
            escaped(did),
            since.unwrap_or_default(),
            link.unwrap_or_default()
        );
    }
    if let Some(why) = &said.not_changed_because {
        line!(out, "<br><strong>We could not</strong> {}", escaped(why));
    }
    if let Some(why) = &said.why_it_matters {
        line!(out, "<br>Why it matters: {}", escaped(why));
    }
    line!(out, "</li>");
}
