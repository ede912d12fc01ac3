//! A form on paper for comments on an aid, and what was written on it, typed in afterwards.

use schemars::JsonSchema;
use serde::Serialize;

use super::{AidPlaces, AidSection, Comment, CommentFile, CommentPurpose, Commented, CommentedBy};
use crate::aid::{Aid, Code, Place, Problem};
use crate::authoring::{HeardAs, SourceFile, form_of, quoted, reviewers_words};
use crate::format::Form;
use crate::words::{Words, say};

/// What is asked of every part of an aid, as files of comments have it in every language.
pub const FORM_QUESTIONS: [&str; 3] = ["Is this clear?", "Is this fair?", "Is anything missing?"];

/// A form as it is printed, in the language of the aid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperForm {
    /// Heading.
    pub title: String,
    /// What it is for, in sentences.
    pub lead: Vec<String>,
    /// "I am:", and the four groups in the order of [`HeardAs`].
    pub who: (String, [String; 4]),
    /// Labels of the lines for a role and for an organisation.
    pub lines: [String; 2],
    /// The questions, in the order of [`FORM_QUESTIONS`].
    pub questions: [String; 3],
    /// Yes and no.
    pub answers: [String; 2],
    /// Above the lines to write on.
    pub words: String,
    /// The parts: number, heading, what the aid says there.
    pub parts: Vec<(usize, String, Vec<String>)>,
    /// Which aid and which version, for whoever types it in.
    pub stamp: String,
}

/// The form of an aid.
#[must_use]
pub fn paper_form(aid: &Aid) -> PaperForm {
    let words = &reviewers_words(aid);
    let places = AidPlaces::of(aid);
    let doc = aid.document();
    let parts = places
        .sections()
        .iter()
        .filter(|section| is_asked(&section.name))
        .map(|section| {
            let texts = places
                .all()
                .iter()
                .filter(|one| places.section(&one.name) == Some(section));
            let texts = texts.filter(|one| is_read(&one.name)).map(|one| one.text.clone());
            (section.number, heading(words, section), texts.collect())
        });
    PaperForm {
        title: say!(words, context "on a form", "What do you think of these pages?"),
        lead: vec![
            say!(words, context "on a form", "These pages are to help people choose. They are not finished."),
            say!(words, context "on a form", "Please tell us what is good and what is not. You do not have to answer everything."),
            say!(words, context "on a form", "You do not have to say your name. Please write nothing about your own health that you want to keep to yourself."),
        ],
        who: (
            say!(words, context "on a form", "I am"),
            kinds(words).map(|(_, name)| name),
        ),
        lines: [
            say!(words, context "on a form", "In my own words, I am"),
            say!(words, context "on a form", "I speak for (you can leave this out)"),
        ],
        questions: questions(words),
        answers: [
            say!(words, context "on a form", "Yes"),
            say!(words, context "on a form", "No"),
        ],
        words: say!(words, context "on a form", "What would you change?"),
        parts: parts.collect(),
        stamp: format!("{} {} {}", doc.id, doc.version, short(&content(aid))),
    }
}

/// The groups that people may say they are of: the word of a file of comments, and how it is said.
pub(super) fn kinds(words: &Words) -> [(&'static str, String); 4] {
    [
        (
            HeardAs::Patients.word(),
            say!(words, context "on a form", "a patient"),
        ),
        (
            HeardAs::Carers.word(),
            say!(words, context "on a form", "a carer or family"),
        ),
        (
            HeardAs::Public.word(),
            say!(words, context "on a form", "someone else"),
        ),
        (
            HeardAs::Professionals.word(),
            say!(words, context "on a form", "a health professional"),
        ),
    ]
}

/// [`FORM_QUESTIONS`] as they are asked.
pub(super) fn questions(words: &Words) -> [String; 3] {
    [
        say!(words, context "on a form", "Is this clear?"),
        say!(words, context "on a form", "Is this fair?"),
        say!(words, context "on a form", "Is anything missing?"),
    ]
}

/// The heading of a part, in the language of the form.
pub(super) fn heading(words: &Words, section: &AidSection) -> String {
    match section.name.as_str() {
        "about" => say!(words, context "on a form", "About these pages"),
        "choice" => say!(words, context "on a form", "The choice"),
        "test" => say!(words, context "on a form", "The test"),
        "understanding" => say!(words, context "on a form", "Questions about the facts"),
        "questions" => say!(words, context "on a form", "Questions to ask"),
        "support" => say!(words, context "on a form", "Who can help"),
        _ => section.heading.clone(),
    }
}

/// Hash of what there is to comment on.
pub(super) fn content(aid: &Aid) -> String {
    Aid::content_of(aid.document()).to_string()
}

fn short(hash: &str) -> &str {
    hash.get(..12).unwrap_or(hash)
}

/// Parts that people are asked about: not those that only hold other parts together.
pub(super) fn is_asked(section: &str) -> bool {
    let first = section.split('.').next().unwrap_or_default();
    [
        "about",
        "choice",
        "option",
        "outcome",
        "test",
        "understanding",
        "questions",
        "support",
    ]
    .contains(&first)
}

/// Texts that stand on the form: what is read, without names, addresses and notes on figures.
fn is_read(name: &str) -> bool {
    let parts: Vec<&str> = name.split('.').collect();
    match parts.as_slice() {
        ["about", field, ..] => ["decision", "purpose", "who_for", "not_for"].contains(field),
        ["option", _, field, ..] => [
            "summary",
            "involves",
            "benefits",
            "risks",
            "practicalities",
            "recovery",
        ]
        .contains(field),
        ["outcome", _, field, ..] => *field == "about",
        ["support", _, field] => *field == "what",
        ["understanding", _, field, ..] => *field == "question",
        _ => true,
    }
}

/// What was written on a form, as it is typed in.
#[derive(Clone, Debug, PartialEq, Form, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct TypedForm {
    /// Identifier of the aid.
    pub aid: String,
    /// The version on the form.
    pub version: String,
    /// The first of the hash on the form.
    pub content: String,
    /// The language of the form.
    pub language: String,
    /// True for an example: nobody wrote it.
    #[serde(default)]
    pub example: bool,
    /// As whom they wrote.
    pub kind: HeardAs,
    /// Who they are, in their own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The organisation they speak for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// What they wrote on the parts.
    #[serde(default)]
    pub on: Vec<TypedPart>,
}

/// What was written on one part.
#[derive(Clone, Debug, PartialEq, Form, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct TypedPart {
    /// Number of the part on the form.
    pub number: u32,
    /// Whether it is clear.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clear: Option<bool>,
    /// Whether it is fair.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fair: Option<bool>,
    /// Whether anything is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<bool>,
    /// Their words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// The file to type a form into.
#[must_use]
pub fn typed_template(aid: &Aid) -> String {
    let doc = aid.document();
    let mut out = format!(
        "# What was written on one form. Copy this file for each form, and type in only what stands there, in their words.\n\
         aid = {}\nversion = {}\ncontent = {}\nlanguage = {}\n\n\
         # patients, carers, public or professionals.\nkind = \"\"\n# role = \"\"\n# organisation = \"\"\n",
        quoted(&doc.id),
        quoted(&doc.version),
        quoted(short(&content(aid))),
        quoted(&doc.language)
    );
    for (number, heading, _) in paper_form(aid).parts {
        let heading: String = heading
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        out.push_str(&format!(
            "\n# {number}. {heading}\n# [[on]]\n# number = {number}\n# clear = true\n# fair = true\n# missing = false\n# words = \"\"\n"
        ));
    }
    out
}

/// What was typed in, as a file of comments. `stem` tells it from other forms.
#[must_use]
pub fn typed_comments(aid: &Aid, file: SourceFile<'_>, stem: &str) -> (Option<CommentFile>, Vec<Problem>) {
    let doc = aid.document();
    let places = AidPlaces::of(aid);
    let asked = |number: u32| {
        let section = places
            .sections()
            .iter()
            .find(|section| u32::try_from(section.number) == Ok(number));
        section.filter(|section| is_asked(&section.name))
    };
    let hash = content(aid);
    let wrong = |typed: &TypedForm| {
        let mut problems = Vec::new();
        let mut say = |place: Place, message: String, remedy: &str| {
            problems.push(Problem::new(Code::BadInvolvement, place, message, remedy));
        };
        let root = Place::root();
        for (key, found, there) in [
            ("aid", &typed.aid, &doc.id),
            ("version", &typed.version, &doc.version),
            ("language", &typed.language, &doc.language),
        ] {
            if found != there {
                let message = format!("the form is of {key} `{found}`, and the aid at hand of `{there}`");
                say(
                    root.key(key),
                    message,
                    "type it in with the aid that was printed; `weighup comments` then finds each place again",
                );
            }
        }
        if typed.content.len() < 12 || !hash.starts_with(typed.content.as_str()) {
            let message = format!(
                "the form says `{}`, and the aid at hand is `{}`",
                typed.content,
                short(&hash)
            );
            say(
                root.key("content"),
                message,
                "type it in with the aid that was printed, as its parts may have other numbers now",
            );
        }
        for (index, part) in typed.on.iter().enumerate() {
            let place = root.key("on").index(index);
            if asked(part.number).is_none() {
                say(
                    place.key("number"),
                    format!("the form has no part {}", part.number),
                    "write the number that stands beside the heading",
                );
            }
            let words = part.words.as_ref().is_some_and(|words| !words.trim().is_empty());
            if !words && part.clear.is_none() && part.fair.is_none() && part.missing.is_none() {
                say(
                    place,
                    "nothing was written there".to_owned(),
                    "remove the table, or type in what stands on the form",
                );
            }
        }
        problems
    };
    let (typed, problems) = form_of(file, TypedForm::of_fields, wrong);
    let sound = !problems.iter().any(Problem::is_error);
    let made = typed.filter(|_| sound).map(|typed| {
        let parts = typed.on.iter().enumerate();
        let parts = parts.filter_map(|(at, part)| Some((at, part, asked(part.number)?)));
        let mut comments = Vec::new();
        for (at, part, section) in parts {
            let mut add = |what: &str, purpose, text: &str, question: Option<&str>, yes| {
                comments.push(Comment {
                    id: format!("urn:weighup:comment:{}:{stem}-{}-{what}", doc.id, at + 1),
                    place: section.name.clone(),
                    quote: None,
                    purpose,
                    text: text.to_owned(),
                    question: question.map(str::to_owned),
                    yes,
                });
            };
            let answers = [
                ("clear", part.clear),
                ("fair", part.fair),
                ("missing", part.missing),
            ];
            for ((what, yes), question) in answers.into_iter().zip(FORM_QUESTIONS) {
                if yes.is_some() {
                    add(what, CommentPurpose::Assessing, "", Some(question), yes);
                }
            }
            if let Some(words) = part
                .words
                .as_deref()
                .map(str::trim)
                .filter(|words| !words.is_empty())
            {
                add("words", CommentPurpose::Commenting, words, None, None);
            }
        }
        CommentFile {
            file: file.name.to_owned(),
            about: Commented {
                aid: doc.id.clone(),
                version: doc.version.clone(),
                content: hash.clone(),
                language: doc.language.clone(),
            },
            reviewer: CommentedBy {
                kind: typed.kind,
                role: typed.role.unwrap_or_default(),
                organisation: typed.organisation,
                name: None,
            },
            example: typed.example,
            comments,
        }
    });
    (made, problems)
}
