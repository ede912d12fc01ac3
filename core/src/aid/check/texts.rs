//! Checks every text of a document against what may stand in a text of its kind.

mod people;

use super::super::document::{Document, OutcomeDoc, RowDoc, ScoreDoc};
use super::super::reference::{FigureRef, Piece, pieces};
use super::super::{HorizonId, Outcome};
use super::{Checker, listed};
use crate::format::At;
use crate::format::Code;
use crate::words::untranslated;

/// Most characters of one text: some seven pages.
const LONGEST_TEXT: usize = 10_000;

/// What may stand in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextKind {
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

impl Checker<'_> {
    pub(super) fn all_texts(&mut self, outcomes: &[Outcome]) {
        let doc = self.doc;
        needed_lists(doc, &mut |place, list| {
            if list.is_empty() {
                report!(
                    self,
                    Code::EmptyText,
                    place,
                    "the list is empty",
                    "write at least one entry",
                );
            }
        });
        // A translation is looked at where it is read, with its file's lines.
        #[cfg(feature = "authoring")]
        let language = crate::words::Language::of(&doc.language).filter(|_| doc.translation.is_none());
        texts(doc, &mut |place, text, kind| {
            if self.is_too_long(text, &place) {
                return;
            }
            self.characters(text, &place);
            self.references(text, kind, &place, outcomes);
            #[cfg(feature = "authoring")]
            if let Some(language) = language {
                super::super::prose::lint(text, kind, language, &place, &mut self.problems);
            }
        });
    }

    /// Reports a text that is longer than anybody reads; nothing else is said of it.
    fn is_too_long(&mut self, text: &str, place: &At<'_>) -> bool {
        // As many bytes as characters at least: most texts need no counting.
        let long = text.len() > LONGEST_TEXT && text.chars().nth(LONGEST_TEXT).is_some();
        if long {
            report!(
                self,
                Code::TooLong,
                *place,
                format!(
                    "the text has {} characters, and the most is {LONGEST_TEXT}",
                    text.chars().count()
                ),
                "look for what was pasted too often, or write it as several texts",
            );
        }
        long
    }

    fn characters(&mut self, text: &str, place: &At<'_>) {
        if text.trim().is_empty() {
            report!(
                self,
                Code::EmptyText,
                *place,
                "the text is empty",
                "write it, or remove the field if it is optional",
            );
        }
        // A text that has no translation is marked so that it can be shown as what it is.
        let marked = self.doc.translation.as_ref().and_then(|_| untranslated(text));
        if let Some(hidden) = marked.unwrap_or(text).chars().find(|c| is_hidden(*c)) {
            report!(
                self,
                Code::HiddenCharacter,
                *place,
                format!("the text holds {}", named(hidden)),
                "remove it; text direction comes from the language",
            );
        }
        #[cfg(feature = "authoring")]
        if let Some(garbled) = GARBLED.iter().find(|letters| text.contains(**letters)) {
            let problem = super::super::Problem::new(
                Code::GarbledText,
                place.place(),
                format!("\"{garbled}\" comes of a text that was read in the wrong encoding"),
                "type the letter again, and save the file as UTF-8",
            );
            self.problems.push(problem.about(*garbled));
        }
    }

    fn references(&mut self, text: &str, kind: TextKind, place: &At<'_>, outcomes: &[Outcome]) {
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
                            report!(
                                self,
                                Code::BadReference,
                                *place,
                                format!("there is no outcome called `{}`", figure.outcome),
                                known(outcomes.iter().map(|outcome| outcome.id.as_str())),
                            );
                        }
                        continue;
                    };
                    let Some(option) = self.options.iter().position(|option| option.id == figure.option)
                    else {
                        report!(
                            self,
                            Code::BadReference,
                            *place,
                            format!("there is no option called `{}`", figure.option),
                            known(self.options.iter().map(|option| option.id.as_str())),
                        );
                        continue;
                    };
                    let then = outcome.rows.iter().filter(|row| row.horizon.id == figure.horizon);
                    if figure.group.is_none() && then.count() > 1 {
                        report!(
                            self,
                            Code::BadReference,
                            *place,
                            format!("the figures of `{}` depend on the group", figure.outcome),
                            "name the group after the time: `{outcome.option@time:group}`",
                        );
                        continue;
                    }
                    let row = outcome.row_for(&figure.horizon, figure.group.as_ref());
                    match row.map(|row| row.cells.get(option)) {
                        Some(Some(cell)) if cell.is_known() => continue,
                        Some(_) => (
                            format!(
                                "`{}` of `{}` has no figure at `{}`",
                                figure.outcome, figure.option, figure.horizon
                            ),
                            "say in words why there is no figure".to_owned(),
                        ),
                        None if self.broken_row(&figure) => continue,
                        None if figure.horizon == HorizonId::whole() => (
                            format!("`{}.{}` does not say when", figure.outcome, figure.option),
                            "write the time, `{outcome.option@time}`; only a duration whose row has no `at` goes without".to_owned(),
                        ),
                        None => (
                            format!("`{}` has no figures at `{}`", figure.outcome, figure.horizon),
                            "check the time after `@`, or add the row".to_owned(),
                        ),
                    }
                }
            };
            report!(self, Code::BadReference, *place, message, remedy);
        }
    }

    /// The figure's row is in the document but is wrong itself, which is reported there.
    fn broken_row(&self, figure: &FigureRef) -> bool {
        let row = |row: &RowDoc| {
            let group = figure.group.as_ref();
            row.time() == figure.horizon.as_str() && group.is_none_or(|group| row.group == group.as_str())
        };
        let mut outcomes = self.doc.outcomes.iter();
        outcomes.any(|doc| doc.id == figure.outcome.as_str() && doc.rows.iter().any(row))
    }
}

/// What there is in place of a name that is none.
fn known<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let mut names = names.peekable();
    if names.peek().is_none() {
        return "there is none yet: add it, or leave the reference out".to_owned();
    }
    format!("use one of {}", listed(names))
}

/// UTF-8 that was read as Windows-1252.
#[cfg(feature = "authoring")]
const GARBLED: [&str; 17] = [
    "â€™",
    "â€˜",
    "â€œ",
    "â€\u{9d}",
    "â€“",
    "â€”",
    "â€¦",
    "Ã©",
    "Ã¨",
    "Ã¶",
    "Ã¼",
    "Ã¡",
    "Ã³",
    "Â£",
    "Â°",
    "Â\u{a0}",
    "ï»¿",
];

/// A hidden character in words.
pub(super) fn named(hidden: char) -> String {
    match hidden {
        '\u{FFFD}' => "U+FFFD, which stands for a letter that was lost".to_owned(),
        other => format!("the hidden character U+{:04X}", u32::from(other)),
    }
}

/// Controls other than line ends, the characters that reorder or hide text (Unicode TR 36), what stands for something else
/// (an object, a lost letter), and what is no character.
pub(super) fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{E0000}'..='\u{E007F}')
        // What takes room, and shows nothing: a name of these alone is no name.
        || matches!(c, '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{2028}' | '\u{2029}' | '\u{2800}' | '\u{3164}' | '\u{FFA0}' | '\u{1D173}'..='\u{1D17A}')
        || matches!(c, '\u{FFF9}'..='\u{FFFD}' | '\u{FDD0}'..='\u{FDEF}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}

/// Lists that must not be empty.
fn needed_lists(doc: &Document, visit: &mut dyn FnMut(At<'_>, &[String])) {
    let root = At::ROOT;
    let (about, choice) = (root.key("about"), root.key("choice"));
    visit(about.key("purpose"), &doc.about.purpose);
    visit(about.key("who_for"), &doc.about.who_for);
    visit(about.key("not_for"), &doc.about.not_for);
    visit(choice.key("condition"), &doc.choice.condition);
    visit(choice.key("decision"), &doc.choice.decision);
    visit(choice.key("natural_course"), &doc.choice.natural_course);
    for (index, option) in doc.options.iter().enumerate() {
        let place = root.item("option", index);
        for (key, list) in option_lists(option) {
            visit(place.key(key), list);
        }
    }
    for (index, outcome) in doc.outcomes.iter().enumerate() {
        visit(root.item("outcome", index).key("about"), &outcome.about);
    }
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

/// One text of a document, to keep.
#[cfg(feature = "authoring")]
pub(crate) struct Text<'d> {
    /// Where it stands.
    pub(crate) place: super::super::Place,
    /// What it says.
    pub(crate) text: &'d str,
    /// What may stand in it.
    pub(crate) kind: TextKind,
}

/// A text, up to the longest that is looked at.
#[cfg(feature = "authoring")]
pub(crate) fn clipped(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST_TEXT);
    end.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// Every text of a document, in the file's order of tables.
#[cfg(feature = "authoring")]
pub(crate) fn every_text(doc: &Document) -> Vec<Text<'_>> {
    let mut all = Vec::new();
    texts(doc, &mut |at, text, kind| {
        all.push(Text {
            place: at.place(),
            // Of a text that is too long the beginning is enough: it is refused.
            text: clipped(text),
            kind,
        });
    });
    all
}

/// Every text, in the file's order of tables.
fn texts<'d>(doc: &'d Document, visit: &mut dyn FnMut(At<'_>, &'d str, TextKind)) {
    use TextKind::{Label, Phrase, Plain, Rich, Working};
    let root = At::ROOT;
    let mut walk = Walk { visit };
    walk.one(&root, "title", &doc.title, Phrase);
    walk.one(&root, "short_title", &doc.short_title, Phrase);

    let (place, about) = (root.key("about"), &doc.about);
    walk.one(&place, "condition", &about.condition, Phrase);
    walk.one(&place, "decision", &about.decision, Phrase);
    walk.list(&place, "purpose", &about.purpose, Rich);
    walk.some(&place, "country", about.country.as_deref(), Plain);
    walk.some(&place, "setting", about.setting.as_deref(), Plain);
    walk.list(&place, "who_for", &about.who_for, Plain);
    walk.list(&place, "not_for", &about.not_for, Plain);
    walk.one(&place, "funding", &about.funding, Plain);
    walk.one(&place, "interests", &about.interests, Plain);
    walk.one(&place, "update_policy", &about.update_policy, Plain);
    walk.one(&place, "evidence_method", &about.evidence_method, Plain);
    walk.one(&place, "licence", &about.licence, Label);
    for (index, author) in about.authors.iter().enumerate() {
        let place = place.item("authors", index);
        walk.one(&place, "name", &author.name, Label);
        walk.one(&place, "role", &author.role, Label);
    }

    let (place, choice) = (root.key("choice"), &doc.choice);
    walk.list(&place, "condition", &choice.condition, Rich);
    walk.list(&place, "decision", &choice.decision, Rich);
    walk.list(&place, "natural_course", &choice.natural_course, Rich);
    walk.one(&place, "urgency", &choice.urgency, Rich);

    for (index, prompt) in doc.prompts.iter().enumerate() {
        walk.one(&root.item("prompt", index), "text", &prompt.text, Plain);
    }
    for (index, class) in doc.reference_classes.iter().enumerate() {
        let place = root.item("reference_class", index);
        walk.one(&place, "people", &class.people, Phrase);
        walk.one(&place, "description", &class.description, Phrase);
        walk.one(&place, "analysis_note", &class.analysis_note, Plain);
    }
    let baseline = root.key("baseline");
    for (at, axis) in doc.axes().enumerate() {
        let also = baseline.key("also");
        let place = if at == 0 { &baseline } else { &also };
        walk.one(place, "question", axis.question, Plain);
        walk.one(place, "help", axis.help, Plain);
        for (index, group) in axis.groups.iter().enumerate() {
            let place = place.item("group", index);
            walk.one(&place, "name", &group.name, Phrase);
            walk.one(&place, "in_sentence", &group.in_sentence, Phrase);
        }
    }
    walk.scores(&root, &doc.scores);
    for (index, option) in doc.options.iter().enumerate() {
        let place = root.item("option", index);
        walk.one(&place, "name", &option.name, Phrase);
        walk.one(&place, "in_sentence", &option.in_sentence, Phrase);
        walk.one(&place, "summary", &option.summary, Rich);
        for (key, list) in option_lists(option) {
            walk.list(&place, key, list, Rich);
        }
        walk.one(&place, "reversible", &option.reversible, Rich);
        walk.some(&place, "for_whom", option.for_whom.as_deref(), Plain);
        for (index, way) in option.ways.iter().enumerate() {
            let place = place.item("ways", index);
            walk.one(&place, "name", &way.name, Phrase);
            walk.one(&place, "text", &way.text, Plain);
        }
        walk.list(&place, "get_help", &option.get_help, Plain);
        let place = place.key("experience");
        walk.one(&place, "physical", &option.experience.physical, Rich);
        walk.one(&place, "emotional", &option.experience.emotional, Rich);
        walk.one(&place, "social", &option.experience.social, Rich);
    }
    for (index, outcome) in doc.outcomes.iter().enumerate() {
        let place = root.item("outcome", index);
        walk.one(&place, "name", &outcome.name, Phrase);
        walk.one(&place, "in_sentence", &outcome.in_sentence, Phrase);
        walk.some(&place, "medical_name", outcome.medical_name.as_deref(), Phrase);
        walk.measure(&place, outcome);
        walk.list(&place, "about", &outcome.about, Rich);
        walk.some(
            &place,
            "why_not_weighed",
            outcome.why_not_weighed.as_deref(),
            Plain,
        );
        walk.some(&place, "studies_differ", outcome.studies_differ.as_deref(), Plain);
        for (index, row) in outcome.rows.iter().enumerate() {
            let place = place.item("figures", index);
            walk.some(&place, "study", row.study.as_deref(), Label);
            walk.some(&place, "weighed_because", row.weighed_because.as_deref(), Plain);
            for (index, compared) in row.compared.iter().enumerate() {
                let place = place.item("compared", index);
                walk.some(&place, "adjusted", compared.adjusted.as_deref(), Phrase);
            }
            walk.some(&place, "certainty_why", row.certainty_why.as_deref(), Plain);
            let worked_out = crate::chance::Status::Derived;
            let derived = row.status == worked_out || row.cells().any(|cell| cell.status == Some(worked_out));
            walk.some(
                &place,
                "note",
                row.note.as_deref(),
                if derived { Working } else { Plain },
            );
            let cells = place.key("cells");
            for (option, cell) in &row.cells {
                let place = cells.key(option);
                for (key, text) in [
                    ("because", &cell.because),
                    ("does_not_apply", &cell.does_not_apply),
                    ("no_study", &cell.no_study),
                    ("not_read", &cell.not_read),
                    ("unknown", &cell.unknown),
                ] {
                    walk.some(&place, key, text.as_deref(), Plain);
                }
                walk.some(&place, "searched", cell.searched.as_deref(), Label);
                if let Some(between) = &cell.between {
                    walk.one(&place.key("between"), "why", &between.why, Plain);
                }
            }
        }
    }
    for (index, guideline) in doc.guidelines.iter().enumerate() {
        let place = root.item("guideline", index);
        walk.one(&place, "body", &guideline.body, Label);
        walk.one(&place, "number", &guideline.number, Label);
        walk.one(&place, "for_whom", &guideline.for_whom, Phrase);
        for (index, says) in guideline.says.iter().enumerate() {
            walk.some(&place.item("says", index), "words", says.words.as_deref(), Plain);
        }
    }
    for (index, left_out) in doc.left_out.iter().enumerate() {
        let place = root.item("left_out", index);
        walk.one(&place, "what", &left_out.what, Phrase);
        walk.one(&place, "why", &left_out.why, Plain);
    }
    if let Some(test) = &doc.test {
        let place = root.key("test");
        walk.one(&place, "purpose", &test.purpose, Rich);
        walk.one(&place, "if_positive", &test.if_positive, Rich);
        walk.one(&place, "if_negative", &test.if_negative, Rich);
        walk.one(&place, "overdiagnosis", &test.overdiagnosis, Rich);
        walk.some(&place, "no_results", test.no_results.as_deref(), Plain);
    }
    for (index, asked) in doc.understanding.iter().enumerate() {
        let place = root.item("understanding", index);
        walk.one(&place, "question", &asked.question, Rich);
        walk.list(&place, "answers", &asked.answers, Rich);
        walk.one(&place, "because", &asked.because, Rich);
    }
    walk.list(&root, "questions", &doc.questions, Plain);
    for (index, support) in doc.support.iter().enumerate() {
        let place = root.item("support", index);
        walk.one(&place, "name", &support.name, Label);
        walk.one(&place, "what", &support.what, Plain);
        walk.some(&place, "phone", support.phone.as_deref(), Label);
    }
    for (index, term) in doc.terms.iter().enumerate() {
        let place = root.item("term", index);
        walk.one(&place, "term", &term.term, Label);
        walk.one(&place, "means", &term.means, Plain);
    }
    walk.retold(&root, &doc.retold);
    for (index, source) in doc.sources.iter().enumerate() {
        let place = root.item("source", index);
        walk.one(&place, "short", &source.short, Label);
        walk.one(&place, "citation", &source.citation, Label);
        walk.one(&place, "read", &source.read, Label);
    }
    if let Some(overlay) = &doc.overlay {
        let place = root.key("overlay");
        walk.one(&place, "organisation", &overlay.organisation, Label);
        walk.list(&place, "changes", &overlay.changes, Label);
    }
    if let Some(involvement) = &doc.involvement {
        walk.involvement(&root.key("involvement"), involvement);
    }
    if let Some(review) = &doc.review {
        let review_at = root.key("review");
        for (index, reviewer) in review.reviewers.iter().enumerate() {
            let place = review_at.item("reviewers", index);
            walk.one(&place, "name", &reviewer.name, Label);
            walk.one(&place, "role", &reviewer.role, Label);
        }
        for (index, check) in review.checks.iter().enumerate() {
            let place = review_at.item("check", index);
            walk.one(&place, "what", &check.what, Label);
            walk.one(&place, "against", &check.against, Label);
            walk.one(&place, "found", &check.found, Label);
        }
    }
}

struct Walk<'v, 'd> {
    visit: &'v mut dyn FnMut(At<'_>, &'d str, TextKind),
}

impl<'d> Walk<'_, 'd> {
    /// What stands around a figure: verb phrases, a unit, levels.
    fn measure(&mut self, place: &At<'_>, outcome: &'d OutcomeDoc) {
        use TextKind::{Phrase, Plain};
        if let Some(amount) = &outcome.amount {
            let place = place.key("amount");
            self.one(&place, "unit", &amount.unit, Phrase);
            self.one(&place, "unit_one", &amount.unit_one, Phrase);
            self.one(&place, "phrase", &amount.phrase, Phrase);
            self.some(&place, "low_means", amount.low_means.as_deref(), Phrase);
            self.some(&place, "high_means", amount.high_means.as_deref(), Phrase);
        }
        for (index, level) in outcome.levels.iter().enumerate() {
            let place = place.item("level", index);
            self.one(&place, "name", &level.name, Phrase);
            self.one(&place, "means", &level.means, Plain);
        }
        if outcome.amount.is_none() && outcome.levels.is_empty() {
            self.one(place, "event", &outcome.event, Phrase);
            self.some(place, "event_one", outcome.event_one.as_deref(), Phrase);
            self.one(place, "no_event", &outcome.no_event, Phrase);
            self.some(place, "no_event_one", outcome.no_event_one.as_deref(), Phrase);
            let forms = [
                ("event_zero", &outcome.event_zero),
                ("event_two", &outcome.event_two),
                ("event_few", &outcome.event_few),
                ("event_many", &outcome.event_many),
                ("no_event_zero", &outcome.no_event_zero),
                ("no_event_two", &outcome.no_event_two),
                ("no_event_few", &outcome.no_event_few),
                ("no_event_many", &outcome.no_event_many),
            ];
            for (key, form) in forms {
                self.some(place, key, form.as_deref(), Phrase);
            }
        }
    }

    fn scores(&mut self, root: &At<'_>, scores: &'d [ScoreDoc]) {
        use TextKind::{Phrase, Plain};
        for (index, score) in scores.iter().enumerate() {
            let place = root.item("score", index);
            self.one(&place, "name", &score.name, Phrase);
            self.one(&place, "validated_in", &score.validated_in, Plain);
            self.one(&place, "not_for", &score.not_for, Plain);
            for (index, item) in score.items.iter().enumerate() {
                let place = place.item("item", index);
                self.one(&place, "name", &item.name, Phrase);
                self.some(&place, "help", item.help.as_deref(), Plain);
                self.some(&place, "in_sentence", item.in_sentence.as_deref(), Phrase);
                for (index, level) in item.levels.iter().enumerate() {
                    let place = place.item("level", index);
                    self.one(&place, "name", &level.name, Phrase);
                    self.one(&place, "in_sentence", &level.in_sentence, Phrase);
                }
            }
            for (index, sum) in score.sums.iter().enumerate() {
                self.some(&place.item("sum", index), "says", sum.says.as_deref(), Plain);
            }
        }
    }

    fn one(&mut self, place: &At<'_>, key: &str, text: &'d str, kind: TextKind) {
        (self.visit)(place.key(key), text, kind);
    }

    fn some(&mut self, place: &At<'_>, key: &str, text: Option<&'d str>, kind: TextKind) {
        if let Some(text) = text {
            self.one(place, key, text, kind);
        }
    }

    fn list(&mut self, place: &At<'_>, key: &str, list: &'d [String], kind: TextKind) {
        for (index, text) in list.iter().enumerate() {
            (self.visit)(place.item(key, index), text, kind);
        }
    }
}
