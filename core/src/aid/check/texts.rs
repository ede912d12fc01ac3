//! Every text of a document, with its place and what may stand in it.

use super::super::document::Document;
use super::super::problem::{Code, Place};
use super::super::reference::{Piece, pieces};
use super::super::{Cell, Outcome};
use super::Checker;

/// What may stand in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::aid) enum TextKind {
    /// A paragraph shown to patients, with figures by reference.
    Rich,
    /// Shown to patients, without figures.
    Plain,
    /// A note on a row of derived figures: shows the working, so it may hold counts.
    Working,
    /// A name or part of a sentence: no figures, and too short for a rule on sentences.
    Phrase,
    /// Citations, addresses and names of people: shown, not prose.
    Label,
}

pub(super) struct Text<'a> {
    pub(super) place: Place,
    pub(super) text: &'a str,
    pub(super) kind: TextKind,
}

impl Checker<'_> {
    pub(super) fn all_texts(&mut self, outcomes: &[Outcome]) {
        let doc = self.doc;
        for (place, list) in needed_lists(doc) {
            if list.is_empty() {
                self.report(
                    Code::EmptyText,
                    place,
                    "the list is empty",
                    "write at least one entry",
                );
            }
        }
        for Text { place, text, kind } in texts(doc) {
            self.characters(text, &place);
            self.references(text, kind, &place, outcomes);
            #[cfg(feature = "authoring")]
            super::super::prose::lint(text, kind, &place, &mut self.problems);
        }
    }

    fn characters(&mut self, text: &str, place: &Place) {
        if text.trim().is_empty() {
            self.report(
                Code::EmptyText,
                place.clone(),
                "the text is empty",
                "write it, or remove the field if it is optional",
            );
        }
        if let Some(hidden) = text.chars().find(|c| is_hidden(*c)) {
            self.report(
                Code::HiddenCharacter,
                place.clone(),
                format!("the text holds the hidden character U+{:04X}", u32::from(hidden)),
                "remove it; text direction comes from the language",
            );
        }
    }

    fn references(&mut self, text: &str, kind: TextKind, place: &Place, outcomes: &[Outcome]) {
        for piece in pieces(text) {
            let (message, remedy) = match piece {
                Piece::Words(_) => continue,
                Piece::Malformed(what) => (
                    format!("`{what}` is not a reference to a figure"),
                    "write it as `{outcome.option@time}`; braces have no other use".to_owned(),
                ),
                Piece::Figure(_) if kind != TextKind::Rich => (
                    "figures cannot be shown in this text".to_owned(),
                    "move the figure to a paragraph, such as `about`, `benefits` or `risks`".to_owned(),
                ),
                Piece::Figure(figure) => {
                    let Some(outcome) = outcomes.iter().find(|outcome| outcome.id == figure.outcome) else {
                        if !self
                            .doc
                            .outcomes
                            .iter()
                            .any(|doc| doc.id == figure.outcome.as_str())
                        {
                            self.report(
                                Code::BadReference,
                                place.clone(),
                                format!("there is no outcome called `{}`", figure.outcome),
                                "check the name after `{`",
                            );
                        }
                        continue;
                    };
                    let Some(option) = self.options.iter().position(|option| option.id == figure.option)
                    else {
                        self.report(
                            Code::BadReference,
                            place.clone(),
                            format!("there is no option called `{}`", figure.option),
                            "check the name after the full stop",
                        );
                        continue;
                    };
                    match outcome.row(&figure.horizon).map(|row| row.cells.get(option)) {
                        Some(Some(Cell::Known(_))) => continue,
                        Some(_) => (
                            format!(
                                "`{}` of `{}` is not known at `{}`",
                                figure.outcome, figure.option, figure.horizon
                            ),
                            "say in words that we do not know".to_owned(),
                        ),
                        None if self.broken_row(&figure.outcome, figure.horizon.as_str()) => continue,
                        None => (
                            format!("`{}` has no figures at `{}`", figure.outcome, figure.horizon),
                            "check the time after `@`, or add the row".to_owned(),
                        ),
                    }
                }
            };
            self.report(Code::BadReference, place.clone(), message, remedy);
        }
    }

    /// The row is in the document and has problems of its own.
    fn broken_row(&self, outcome: &super::OutcomeId, at: &str) -> bool {
        self.doc
            .outcomes
            .iter()
            .any(|doc| doc.id == outcome.as_str() && doc.rows.iter().any(|row| row.at == at))
    }
}

/// Controls other than line ends, and the characters that reorder or hide text (Unicode TR 36).
fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}')
}

/// Lists that must not be empty.
fn needed_lists(doc: &Document) -> Vec<(Place, &[String])> {
    let root = Place::root();
    let (about, choice) = (root.key("about"), root.key("choice"));
    let mut out: Vec<(Place, &[String])> = vec![
        (about.key("purpose"), &doc.about.purpose),
        (about.key("who_for"), &doc.about.who_for),
        (about.key("not_for"), &doc.about.not_for),
        (choice.key("condition"), &doc.choice.condition),
        (choice.key("decision"), &doc.choice.decision),
        (choice.key("natural_course"), &doc.choice.natural_course),
    ];
    for (index, option) in doc.options.iter().enumerate() {
        let place = root.key("option").index(index);
        for (key, list) in option_lists(option) {
            out.push((place.key(key), list));
        }
    }
    for (index, outcome) in doc.outcomes.iter().enumerate() {
        out.push((root.key("outcome").index(index).key("about"), &outcome.about));
    }
    out
}

fn option_lists(option: &super::super::document::OptionDoc) -> [(&'static str, &[String]); 7] {
    [
        ("involves", &option.involves),
        ("benefits", &option.benefits),
        ("risks", &option.risks),
        ("alternatives", &option.alternatives),
        ("nothing", &option.nothing),
        ("recovery", &option.recovery),
        ("practicalities", &option.practicalities),
    ]
}

/// Every text, in the file's order of tables.
pub(super) fn texts(doc: &Document) -> Vec<Text<'_>> {
    use TextKind::{Label, Phrase, Plain, Rich, Working};
    let root = Place::root();
    let mut walk = Walk(Vec::new());
    walk.one(&root, "title", &doc.title, Phrase);
    walk.one(&root, "short_title", &doc.short_title, Phrase);

    let (place, about) = (root.key("about"), &doc.about);
    walk.one(&place, "condition", &about.condition, Phrase);
    walk.one(&place, "decision", &about.decision, Phrase);
    walk.list(&place, "purpose", &about.purpose, Rich);
    walk.list(&place, "who_for", &about.who_for, Plain);
    walk.list(&place, "not_for", &about.not_for, Plain);
    walk.one(&place, "funding", &about.funding, Plain);
    walk.one(&place, "interests", &about.interests, Plain);
    walk.one(&place, "update_policy", &about.update_policy, Plain);
    walk.one(&place, "evidence_method", &about.evidence_method, Plain);
    walk.one(&place, "licence", &about.licence, Label);
    for (index, author) in about.authors.iter().enumerate() {
        let place = place.key("authors").index(index);
        walk.one(&place, "name", &author.name, Label);
        walk.one(&place, "role", &author.role, Label);
    }

    let (place, choice) = (root.key("choice"), &doc.choice);
    walk.list(&place, "condition", &choice.condition, Rich);
    walk.list(&place, "decision", &choice.decision, Rich);
    walk.list(&place, "natural_course", &choice.natural_course, Rich);
    walk.one(&place, "urgency", &choice.urgency, Rich);

    for (index, prompt) in doc.prompts.iter().enumerate() {
        walk.one(&root.key("prompt").index(index), "text", &prompt.text, Plain);
    }
    for (index, class) in doc.reference_classes.iter().enumerate() {
        let place = root.key("reference_class").index(index);
        walk.one(&place, "people", &class.people, Phrase);
        walk.one(&place, "description", &class.description, Phrase);
        walk.one(&place, "analysis_note", &class.analysis_note, Plain);
    }
    for (index, option) in doc.options.iter().enumerate() {
        let place = root.key("option").index(index);
        walk.one(&place, "name", &option.name, Phrase);
        walk.one(&place, "in_sentence", &option.in_sentence, Phrase);
        walk.one(&place, "summary", &option.summary, Rich);
        for (key, list) in option_lists(option) {
            walk.list(&place, key, list, Rich);
        }
        walk.one(&place, "reversible", &option.reversible, Rich);
        let place = place.key("experience");
        walk.one(&place, "physical", &option.experience.physical, Rich);
        walk.one(&place, "emotional", &option.experience.emotional, Rich);
        walk.one(&place, "social", &option.experience.social, Rich);
    }
    for (index, outcome) in doc.outcomes.iter().enumerate() {
        let place = root.key("outcome").index(index);
        walk.one(&place, "name", &outcome.name, Phrase);
        walk.one(&place, "in_sentence", &outcome.in_sentence, Phrase);
        walk.some(&place, "medical_name", outcome.medical_name.as_deref(), Phrase);
        walk.one(&place, "event", &outcome.event, Phrase);
        walk.some(&place, "event_one", outcome.event_one.as_deref(), Phrase);
        walk.one(&place, "no_event", &outcome.no_event, Phrase);
        walk.some(&place, "no_event_one", outcome.no_event_one.as_deref(), Phrase);
        walk.list(&place, "about", &outcome.about, Rich);
        walk.some(
            &place,
            "why_not_weighed",
            outcome.why_not_weighed.as_deref(),
            Plain,
        );
        for (index, row) in outcome.rows.iter().enumerate() {
            let place = place.key("figures").index(index);
            walk.some(&place, "certainty_why", row.certainty_why.as_deref(), Plain);
            let derived = row.status == super::super::document::StatusDoc::Derived;
            walk.some(
                &place,
                "note",
                row.note.as_deref(),
                if derived { Working } else { Plain },
            );
            for (option, cell) in &row.cells {
                walk.some(
                    &place.key("cells").key(option),
                    "unknown",
                    cell.unknown.as_deref(),
                    Plain,
                );
            }
        }
    }
    walk.list(&root, "questions", &doc.questions, Plain);
    for (index, support) in doc.support.iter().enumerate() {
        let place = root.key("support").index(index);
        walk.one(&place, "name", &support.name, Label);
        walk.one(&place, "what", &support.what, Plain);
        walk.some(&place, "phone", support.phone.as_deref(), Label);
    }
    for (index, term) in doc.terms.iter().enumerate() {
        let place = root.key("term").index(index);
        walk.one(&place, "term", &term.term, Label);
        walk.one(&place, "means", &term.means, Plain);
    }
    for (index, source) in doc.sources.iter().enumerate() {
        let place = root.key("source").index(index);
        walk.one(&place, "short", &source.short, Label);
        walk.one(&place, "citation", &source.citation, Label);
        walk.one(&place, "read", &source.read, Label);
    }
    if let Some(review) = &doc.review {
        for (index, reviewer) in review.reviewers.iter().enumerate() {
            let place = root.key("review").key("reviewers").index(index);
            walk.one(&place, "name", &reviewer.name, Label);
            walk.one(&place, "role", &reviewer.role, Label);
        }
        for (index, check) in review.checks.iter().enumerate() {
            let place = root.key("review").key("check").index(index);
            walk.one(&place, "what", &check.what, Label);
            walk.one(&place, "against", &check.against, Label);
            walk.one(&place, "found", &check.found, Label);
        }
    }
    walk.0
}

struct Walk<'a>(Vec<Text<'a>>);

impl<'a> Walk<'a> {
    fn one(&mut self, place: &Place, key: &str, text: &'a str, kind: TextKind) {
        self.0.push(Text {
            place: place.key(key),
            text,
            kind,
        });
    }

    fn some(&mut self, place: &Place, key: &str, text: Option<&'a str>, kind: TextKind) {
        if let Some(text) = text {
            self.one(place, key, text, kind);
        }
    }

    fn list(&mut self, place: &Place, key: &str, list: &'a [String], kind: TextKind) {
        for (index, text) in list.iter().enumerate() {
            self.0.push(Text {
                place: place.key(key).index(index),
                text,
                kind,
            });
        }
    }
}
