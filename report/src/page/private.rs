//! The page of a private release: fewer tables than the whole report has, with noise in every number, and what that means.

use super::html::{list, p, row, safe, table, tag};
use super::{STYLE, words};
use crate::ask::Question;
use crate::names::{self, Names};
use crate::private::{OTHER, PrivateRelease, PrivateTable, share};

/// What the page is made from.
pub struct PrivatePage<'a> {
    /// The questions.
    pub questions: &'a [Question],
    /// What is released.
    pub release: &'a PrivateRelease,
    /// What things are called.
    pub names: &'a Names,
    /// Whether the answers were made up.
    pub made_up: bool,
}

/// Writes the page.
#[must_use]
pub fn private_page(told: &PrivatePage<'_>) -> String {
    let mut main = tag("h1", "Did it help? With noise that hides each person");
    if told.made_up {
        main += "<p class=\"mark\">These answers are made up. No person gave them. They show what a report looks like.</p>\n";
    }
    main += &p(
        "These are answers that people chose to give after they used a decision aid. Others used it and gave none, and they may have found it different. Nothing here compares clinics or people who work in them.",
    );
    main += &section("noise", "What the noise does", &noise(told.release));
    for question in told.questions {
        let tables: Vec<&PrivateTable> = told
            .release
            .tables
            .iter()
            .filter(|table| table.question == question.id)
            .collect();
        if tables.is_empty() {
            continue;
        }
        let mut part = p(&format!("{} Of every 100: who {}.", question.asks, question.says));
        for each in tables {
            part += &one(told, question, each);
        }
        main += &section(&question.id, &question.title, &part);
    }
    main += &section("left-out", "What is left out", &left_out(told.release));
    main += &section("budget", "The budget", &budget(told));
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>Did it help? A private release of answers that people gave</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{main}</main>\n</body>\n</html>\n"
    )
}

fn section(id: &str, title: &str, part: &str) -> String {
    format!(
        "<section aria-labelledby=\"{id}\"><h2 id=\"{id}\">{}</h2>\n{part}</section>\n",
        safe(title)
    )
}

fn noise(release: &PrivateRelease) -> String {
    let epsilon = &release.epsilon;
    let factor = epsilon.value().exp();
    p(&format!(
        "Every number below has noise in it: a random whole number was added or taken away. In 95 of 100 numbers it is at most {}. A number can be below zero: that is noise too, and none was mended, so that sums and averages stay right.",
        words::count(release.noise.mostly_within())
    )) + &p(&format!(
        "The whole budget is {epsilon}. Whether somebody gave a line of answers or not, any page such as this one is at most {factor:.2} times as likely with it as without it. The nearer that is to 1, the less the page tells of whether any one person is in it, whatever somebody else knows. Somebody who gave two lines is hidden half as well."
    )) + &p("Another release of the same answers adds its budget to this one. Publish one.")
}

/// A table: groups down, answers across, and the share where it says something.
fn one(told: &PrivatePage<'_>, question: &Question, each: &PrivateTable) -> String {
    let heading = match each.by {
        "aid" => "Aid",
        "language" => "Language",
        _ => "Month",
    };
    let mut head = vec![heading];
    head.extend(question.answers.iter().map(|(_, words)| words.as_str()));
    head.extend(["of every 100", "interval"]);
    let cells = |numbers: &[i64]| {
        let mut cells: Vec<String> = numbers.iter().map(|number| signed(*number)).collect();
        cells.extend(share(question, told.release.noise, numbers).map_or_else(
            || ["noise is too much of it".to_owned(), String::new()],
            |(share, low, high)| [words::of_100(share), words::interval(low, high)],
        ));
        cells
    };
    let rows: String = each
        .rows
        .iter()
        .map(|(group, numbers)| row(&name(told, each.by, group), &cells(numbers)))
        .collect();
    table(
        &format!("{}, by {}", question.title, each.by),
        &head,
        &tag("tbody", &rows),
    )
}

fn signed(number: i64) -> String {
    let size = words::count(number.unsigned_abs());
    if number < 0 { format!("−{size}") } else { size }
}

fn name(told: &PrivatePage<'_>, by: &str, group: &str) -> String {
    match (by, group) {
        (_, OTHER) => "All others".to_owned(),
        ("aid", id) => told.names.aid_name(id).to_owned(),
        ("language", tag) => names::language(tag),
        (_, month) => names::month(month),
    }
}

fn left_out(release: &PrivateRelease) -> String {
    let mut items: Vec<String> = release
        .left_out
        .iter()
        .map(|title| safe(&format!("{title}: one person can be in any number of its rows, so no noise of this size would hide them.")))
        .collect();
    items.extend(
        [
            "Before and after a change of an aid, whether languages differ, and limits by month: their tests know of chance and not of noise.",
            "Versions and needs, and answers within one aid by language or month: each more table would take a part of the budget from the others.",
            "How many lines were read, from which files, and what was refused: such numbers have no noise.",
        ]
        .map(safe),
    );
    list(&items)
}

fn budget(told: &PrivatePage<'_>) -> String {
    let release = told.release;
    let part = format!(
        "{:.6}",
        release.epsilon.value() / release.tables.len().max(1) as f64
    );
    let rows: String = release
        .tables
        .iter()
        .map(|each| {
            let title = told
                .questions
                .iter()
                .find(|question| question.id == each.question);
            let title = title.map_or(each.question.as_str(), |question| &question.title);
            row(&format!("{title}, by {}", each.by), std::slice::from_ref(&part))
        })
        .collect();
    p(&format!(
        "One line stands in one answer of one group of a table, so it moves one number of each table by 1. The budget of {} is shared out evenly over {} tables. The noise is that of the discrete Laplace distribution, drawn from the randomness of the machine.",
        release.epsilon,
        release.tables.len()
    )) + &table(
        "Budget by table",
        &["Table", "Its part of the budget"],
        &tag(
            "tbody",
            &(rows + &row("All together", &[release.epsilon.to_string()])),
        ),
    )
}
