//! The report as one page: no script, nothing fetched, to be read, printed and filed.

mod aids;
mod changes;
mod html;
mod parts;
mod pictures;
mod private;
mod read;
mod shares;
mod words;

use crate::ask::{Kind, Question};
use crate::find::{self, Findings};
use crate::names::Names;
use crate::small::Release;
use crate::take::Taken;
use html::{list, p, safe, tag};
pub use private::{PrivatePage, private_page};

/// What the page is made from.
pub struct PageContent<'a> {
    /// The questions.
    pub questions: &'a [Question],
    /// What may be shown.
    pub release: &'a Release,
    /// What it amounts to.
    pub findings: &'a Findings,
    /// What was read.
    pub taken: &'a Taken,
    /// What things are called.
    pub names: &'a Names,
    /// Who counted: the engine's name.
    pub engine: &'a str,
}

const STYLE: &str = include_str!("style.css");

/// Writes the page.
#[must_use]
pub fn page(told: &PageContent<'_>) -> String {
    let people: Vec<&Question> = told
        .questions
        .iter()
        .filter(|question| question.kind == Kind::People)
        .collect();
    let mut main = String::new();
    main += &tag("h1", "Did it help?");
    if find::made_up(told.release) {
        main += "<p class=\"mark\">These answers are made up. No person gave them. They show what a report looks like.</p>\n";
    }
    main += &p(
        "These are answers that people chose to give after they used a decision aid. Others used it and gave none, and they may have found it different. So the numbers are of those who gave answers, and not of everybody.",
    );
    main += &p(
        "Nothing here compares clinics or people who work in them. Groups stand in the order of their names, never by their numbers.",
    );
    let parts = [
        ("short", "In short", parts::short(told)),
        ("read", "What was read", read::read(told)),
        (
            "changes",
            "You said, we did, and this moved",
            changes::changes(told),
        ),
        ("languages", "The same for everybody?", parts::languages(told)),
        ("months", "Month by month", parts::months(told)),
        (
            "questions",
            "Question by question",
            people
                .iter()
                .map(|question| shares::question(told, question))
                .collect(),
        ),
        ("aids", "Aid by aid", aids::aids(told)),
        ("how", "How this was counted", parts::how(told)),
    ];
    let contents: Vec<String> = parts
        .iter()
        .map(|(id, title, _)| format!("<a href=\"#{id}\">{}</a>", safe(title)))
        .collect();
    main += &format!("<nav aria-label=\"Contents\">{}</nav>\n", list(&contents));
    for (id, title, part) in parts {
        main += &format!(
            "<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{}</h2>\n{part}</section>\n",
            safe(title)
        );
    }
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>Did it help? A report of answers that people gave</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{main}</main>\n</body>\n</html>\n"
    )
}
