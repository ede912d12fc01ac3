//! The places of an aid that a comment can be about: every text, by the path it has in a translation.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::figures::figure_places;
use crate::aid::{Aid, Place};
use crate::authoring::named_texts;
use crate::view::{Run, rich};

/// A text of an aid, with the path a comment names it by.
#[derive(Clone, Debug, PartialEq)]
pub struct AidPlace {
    /// "option.wait.risks.0".
    pub name: String,
    /// Where it stands in the file.
    pub place: Place,
    /// What a reader sees, figures written out.
    pub text: String,
    /// The same, as quotes are compared.
    plain: String,
}

impl AidPlace {
    /// A place and what stands there.
    pub(super) fn new(name: String, place: Place, text: String) -> Self {
        Self {
            plain: plain(&text),
            name,
            place,
            text,
        }
    }
}

/// A part of an aid as people look at it: About, an option, an outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct AidSection {
    /// The path its texts begin with.
    pub name: String,
    /// Its heading.
    pub heading: String,
    /// Its number, from 1.
    pub number: usize,
}

/// All places of an aid.
pub struct AidPlaces {
    all: Vec<AidPlace>,
    by_name: HashMap<String, usize>,
    sections: Vec<AidSection>,
    /// What holds several parts: all options, all outcomes.
    steps: Vec<AidSection>,
    /// The aid itself, and the places of its figures once a comment is about one: they are made of every card there is.
    aid: Aid,
    figures: OnceLock<Vec<AidPlace>>,
    content: String,
}

/// Steps that hold several parts, by the path that the parts begin with.
const STEPS: [(&str, &str); 2] = [("option", "All options"), ("outcome", "All outcomes")];

impl AidPlaces {
    /// Of an aid, in the order of its file.
    #[must_use]
    pub fn of(aid: &Aid) -> Self {
        let mut all = Vec::new();
        let mut sections: Vec<AidSection> = Vec::new();
        for (name, place, text) in named_texts(aid.document()) {
            let section = section_of(&name);
            if !sections.iter().any(|known| known.name == section) {
                sections.push(AidSection {
                    heading: heading(aid, &section),
                    number: sections.len() + 1,
                    name: section,
                });
            }
            all.push(AidPlace::new(name, place, seen(aid, &text)));
        }
        let by_name = all
            .iter()
            .enumerate()
            .map(|(at, one)| (one.name.clone(), at))
            .collect();
        let steps = STEPS.iter().filter_map(|(step, heading)| {
            let inside = |known: &&AidSection| known.name.split('.').next() == Some(step);
            let first = sections.iter().find(inside)?;
            Some(AidSection {
                name: (*step).to_owned(),
                heading: (*heading).to_owned(),
                number: first.number,
            })
        });
        Self {
            steps: steps.collect(),
            all,
            by_name,
            sections,
            aid: aid.clone(),
            figures: OnceLock::new(),
            content: Aid::content_of(aid.document()).to_string(),
        }
    }

    /// Hash of what there is to comment on.
    #[must_use]
    pub fn content(&self) -> &str {
        &self.content
    }

    fn figures(&self) -> &[AidPlace] {
        self.figures.get_or_init(|| figure_places(&self.aid))
    }

    /// Every text.
    #[must_use]
    pub fn all(&self) -> &[AidPlace] {
        &self.all
    }

    /// The parts, in the order of the aid.
    #[must_use]
    pub fn sections(&self) -> &[AidSection] {
        &self.sections
    }

    /// The part a path is in, when there is such a part.
    #[must_use]
    pub fn section(&self, name: &str) -> Option<&AidSection> {
        let section = section_of(name);
        let mut all = self.sections.iter().chain(&self.steps);
        all.find(|known| known.name == section)
    }

    /// What stands at a path: a text, or the figures of a row or a cell.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&AidPlace> {
        match self.by_name.get(name) {
            Some(at) => self.all.get(*at),
            None if name.contains(".figures.") => self.figures().iter().find(|one| one.name == name),
            None => None,
        }
    }

    /// Where a path stands in the aid: what holds several texts before the first of them, figures after the texts of their outcome.
    #[must_use]
    pub fn order(&self, name: &str) -> Option<(usize, usize)> {
        if let Some(at) = self.by_name.get(name) {
            return Some((*at, 1));
        }
        if name.contains(".figures.")
            && let Some(at) = self.figures().iter().position(|one| one.name == name)
        {
            let section = section_of(name);
            let last = self
                .all
                .iter()
                .rposition(|one| section_of(&one.name) == section)?;
            return Some((last, at.saturating_add(2)));
        }
        let first = self.first_in(name)?;
        Some((*self.by_name.get(&first.name)?, 0))
    }

    /// Whether a path is of a text, or of something that texts are in.
    #[must_use]
    pub fn holds(&self, name: &str) -> bool {
        self.first_in(name).is_some()
    }

    /// The first text of what a path names.
    #[must_use]
    pub fn first_in(&self, name: &str) -> Option<&AidPlace> {
        self.get(name).or_else(|| {
            let inside = |one: &&AidPlace| {
                one.name
                    .strip_prefix(name)
                    .is_some_and(|rest| rest.starts_with('.'))
            };
            self.all.iter().find(inside)
        })
    }

    /// Whether the words of a quote stand in what a path names.
    #[must_use]
    pub fn says(&self, name: &str, quote: &str) -> bool {
        let quote = plain(quote);
        if let Some(one) = self.get(name) {
            return one.plain.contains(&quote);
        }
        let inside = |one: &&AidPlace| {
            one.name
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with('.'))
        };
        self.all
            .iter()
            .filter(inside)
            .any(|one| one.plain.contains(&quote))
    }

    /// Where the words of a quote stand now, of texts alone, as two figures may well be the same number; of several, the one whose path is most like `name`.
    #[must_use]
    pub fn find(&self, quote: &str, name: &str) -> Option<&AidPlace> {
        let quote = plain(quote);
        let alike = |one: &AidPlace| {
            let both = one.name.split('.').zip(name.split('.'));
            both.take_while(|(a, b)| a == b).count()
        };
        let found = self.all.iter().filter(|one| one.plain.contains(&quote));
        // The first of those that are most like it, so that the order of the aid decides.
        found.rev().max_by_key(|one| alike(one))
    }
}

/// "option.wait" of "option.wait.risks.0"; "about" of "about.purpose.0".
fn section_of(name: &str) -> String {
    let mut parts = name.split('.');
    let first = parts.next().unwrap_or_default();
    match (first, parts.next()) {
        ("option" | "outcome" | "score", Some(id)) => format!("{first}.{id}"),
        ("short_title", _) => "title".to_owned(),
        _ => first.to_owned(),
    }
}

/// How people call a part.
fn heading(aid: &Aid, section: &str) -> String {
    let doc = aid.document();
    let named = match section.split_once('.') {
        Some(("option", id)) => doc
            .options
            .iter()
            .find(|one| one.id == id)
            .map(|one| one.name.clone()),
        Some(("outcome", id)) => doc
            .outcomes
            .iter()
            .find(|one| one.id == id)
            .map(|one| one.name.clone()),
        Some(("score", id)) => doc
            .scores
            .iter()
            .find(|one| one.id == id)
            .map(|one| one.name.clone()),
        _ => None,
    };
    named.unwrap_or_else(|| {
        match section {
            "title" => "Title",
            "about" => "About",
            "choice" => "The choice",
            "prompt" => "What matters to you",
            "reference_class" => "Whom the figures are about",
            "horizon" => "Points in time",
            "baseline" => "Groups",
            "test" => "The test",
            "guideline" => "What guidelines say",
            "left_out" => "What is left out",
            "understanding" => "Questions about the facts",
            "questions" => "Questions to ask",
            "support" => "Who can help",
            "term" => "Words explained",
            "involvement" => "Who was heard",
            other => other,
        }
        .to_owned()
    })
}

/// A text as its readers see it.
fn seen(aid: &Aid, text: &str) -> String {
    let runs = rich(aid, text).0.into_iter().map(|run| match run {
        Run::Words(words) | Run::Figure(words) => words,
    });
    runs.collect()
}

/// A text as quotes are compared: one space between words, straight quotes, small letters.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let signs = |c: char| match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '–' | '‑' => '-',
        c => c,
    };
    words.join(" ").to_lowercase().chars().map(signs).collect()
}
