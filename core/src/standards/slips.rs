//! Slips that are sound in form: a name twice, a telephone that is none, a day still to come, an outcome the wrong way round.
//! What is looked for are lists and shapes, each of a whole kind; people read the rest.

mod outcomes;
mod texts;

use super::style::about;
use crate::aid::document::Document;
use crate::aid::{Code, Date, Place, Problem, Text};

/// Every slip of this kind in a document.
pub(super) fn remarks(doc: &Document, all: &[Text<'_>], day: Option<Date>, problems: &mut Vec<Problem>) {
    for text in all {
        texts::remarks(text, problems);
    }
    outcomes::remarks(doc, problems);
    names(doc, problems);
    sources(doc, day, problems);
    contacts(doc, problems);
    answers(doc, problems);
    dates(doc, day, problems);
}

/// Names that a reader cannot tell apart, or that no heading has room for.
fn names(doc: &Document, problems: &mut Vec<Problem>) {
    let root = Place::root();
    let options: Vec<&str> = doc.options.iter().map(|option| option.name.as_str()).collect();
    let outcomes: Vec<&str> = doc.outcomes.iter().map(|outcome| outcome.name.as_str()).collect();
    twice("option", "name", &root.key("option"), &options, problems);
    twice("outcome", "name", &root.key("outcome"), &outcomes, problems);
    let said: Vec<&str> = doc
        .options
        .iter()
        .map(|option| option.in_sentence.as_str())
        .collect();
    twice("option", "in_sentence", &root.key("option"), &said, problems);
    for (index, outcome) in doc.outcomes.iter().enumerate() {
        let levels: Vec<&str> = outcome.levels.iter().map(|level| level.name.as_str()).collect();
        let place = root.key("outcome").index(index).key("level");
        twice("level", "name", &place, &levels, problems);
    }
    for (at, axis) in doc.axes().enumerate() {
        let groups: Vec<&str> = axis.groups.iter().map(|group| group.name.as_str()).collect();
        let place = root.key("baseline");
        let place = if at == 0 { place } else { place.key("also") }.key("group");
        twice("group", "name", &place, &groups, problems);
    }
    let terms: Vec<&str> = doc.terms.iter().map(|term| term.term.as_str()).collect();
    twice("term", "term", &root.key("term"), &terms, problems);
    let retold: Vec<&str> = doc.retold.iter().map(|retold| retold.to.name()).collect();
    twice("retold", "to", &root.key("retold"), &retold, problems);
    long(&root.key("short_title"), &doc.short_title, 60, problems);
    for (index, option) in doc.options.iter().enumerate() {
        let place = root.key("option").index(index);
        long(&place.key("name"), &option.name, 80, problems);
        long(&place.key("in_sentence"), &option.in_sentence, 100, problems);
    }
    for (index, outcome) in doc.outcomes.iter().enumerate() {
        let place = root.key("outcome").index(index);
        long(&place.key("name"), &outcome.name, 100, problems);
        long(&place.key("in_sentence"), &outcome.in_sentence, 120, problems);
        for (level, doc) in outcome.levels.iter().enumerate() {
            long(
                &place.key("level").index(level).key("name"),
                &doc.name,
                60,
                problems,
            );
        }
    }
    for (index, source) in doc.sources.iter().enumerate() {
        let place = root.key("source").index(index).key("short");
        long(&place, &source.short, 80, problems);
    }
}

fn twice(what: &str, field: &str, place: &Place, names: &[&str], problems: &mut Vec<Problem>) {
    let plain = |name: &str| {
        name.to_lowercase()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    for (index, name) in names.iter().enumerate() {
        let before = names.iter().take(index).any(|other| plain(other) == plain(name));
        if before && !name.trim().is_empty() {
            problems.push(Problem::new(
                Code::SameName,
                place.index(index).key(field),
                format!("another {what} is called \"{name}\" already"),
                "name it so that readers can tell the two apart",
            ));
        }
    }
}

fn long(place: &Place, name: &str, most: usize, problems: &mut Vec<Problem>) {
    let letters = name.chars().count();
    if letters > most {
        problems.push(Problem::new(
            Code::LongName,
            place.clone(),
            format!("the name has {letters} characters"),
            format!("write {most} at most; what explains it belongs into a text"),
        ));
    }
}

/// Sources that are one source, or of no year.
fn sources(doc: &Document, day: Option<Date>, problems: &mut Vec<Problem>) {
    let most = day
        .and_then(|day| day.to_string().get(..4)?.parse::<u16>().ok())
        .map_or(2100, |year| year + 1);
    for (index, source) in doc.sources.iter().enumerate() {
        let place = Place::root().key("source").index(index);
        if !(1600..=most).contains(&source.year) {
            problems.push(Problem::new(
                Code::BadYear,
                place.key("year"),
                format!("no source can be of the year {}", source.year),
                "write the year it was published, with four digits",
            ));
        }
        let doi = |doi: &Option<String>| doi.as_ref().map(|doi| doi.trim().to_lowercase());
        let mut before = doc.sources.iter().take(index);
        let same = before.find_map(|other| {
            let field = match () {
                () if source.doi.is_some() && doi(&source.doi) == doi(&other.doi) => "doi",
                // Parts of one site may have one address and different titles.
                () if source.citation == other.citation => "citation",
                () => return None,
            };
            Some((field, other))
        });
        if let Some((field, other)) = same {
            problems.push(Problem::new(
                Code::SameSource,
                place.key(field),
                format!("the source `{}` has the same `{field}`", other.id),
                "keep one of the two, and name it wherever the other is named; or mend what was copied",
            ));
        }
    }
}

/// Contacts that cannot be reached.
fn contacts(doc: &Document, problems: &mut Vec<Problem>) {
    for (index, support) in doc.support.iter().enumerate() {
        let place = Place::root().key("support").index(index);
        match &support.phone {
            // Whoever is the reader's own already is known to them.
            None if support.url.is_none() && !support.name.to_lowercase().starts_with("your ") => problems
                .push(Problem::new(
                    Code::BadContact,
                    place,
                    format!("\"{}\" has neither telephone nor address", support.name),
                    "add `phone` or `url`; how else to reach them can stand in `what`",
                )),
            Some(phone) if !is_telephone(phone) => problems.push(Problem::new(
                Code::BadContact,
                place.key("phone"),
                format!("\"{phone}\" is no telephone number"),
                "write its digits, with spaces if you like; anything else belongs into `what`",
            )),
            _ => {}
        }
    }
}

/// Digits with what stands between them, and perhaps an extension.
fn is_telephone(phone: &str) -> bool {
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    let words = phone.split(|c: char| !c.is_alphabetic()).filter(|word| {
        !word.is_empty() && !["ext", "extension", "x", "option", "or"].contains(&&*word.to_lowercase())
    });
    (3..=40).contains(&digits) && words.count() == 0
}

/// Answers to a question that are one answer.
fn answers(doc: &Document, problems: &mut Vec<Problem>) {
    for (index, asked) in doc.understanding.iter().enumerate() {
        for (at, answer) in asked.answers.iter().enumerate() {
            if asked
                .answers
                .iter()
                .take(at)
                .any(|other| other.trim() == answer.trim())
            {
                problems.push(Problem::new(
                    Code::BadUnderstanding,
                    Place::root()
                        .key("understanding")
                        .index(index)
                        .key("answers")
                        .index(at),
                    format!("\"{answer}\" is an answer twice"),
                    "give answers that differ, so that one of them is right",
                ));
            }
        }
    }
}

/// Finds dates that a document speaks of as past although they are still to come.
fn dates(doc: &Document, day: Option<Date>, problems: &mut Vec<Problem>) {
    let Some(day) = day else { return };
    let mut past = |place: Place, date: &str, what: &str, remedy: &str| {
        if Date::parse(date).is_some_and(|date| date.day_number() > day.day_number()) {
            problems.push(Problem::new(
                Code::FutureDate,
                place,
                format!("{what} {date}, and today is {day}"),
                remedy,
            ));
        }
    };
    let last = &doc.about.last_reviewed;
    past(
        about("last_reviewed"),
        last,
        "the evidence is said to have been reviewed on",
        "write the day it was last looked at",
    );
    let reviewers = doc.review.iter().flat_map(|review| &review.reviewers).enumerate();
    for (index, reviewer) in reviewers {
        past(
            Place::root()
                .key("review")
                .key("reviewers")
                .index(index)
                .key("date"),
            &reviewer.date,
            "the review is said to be of",
            "write the day of the review; nobody has reviewed it before then",
        );
    }
}
