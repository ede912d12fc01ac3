//! What an aid's author says about its making: read by reviewers and rule sets, not carried to browsers.

use schemars::JsonSchema;
use serde::Serialize;

use crate::aid::document::{Document, StatusDoc};
use crate::aid::read::{TableFields as Fields, Word};
use crate::aid::{At, Code, Date, Piece, Place, Problem, Text, TextKind, lint, pieces};

/// How the aid was made, and what its test does: `[development]`, `[test]` and `[[understanding]]` of `aid.toml`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Dossier {
    /// How the aid was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub development: Option<Development>,
    /// The test, when an option is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub test: Option<Test>,
    /// Questions that show whether the figures were understood.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub understanding: Vec<Understanding>,
}

/// How the aid was made, for those who judge it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Development {
    /// "As PEOPLE facing the decision about OPTIONS, I need … so that I …".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_need: Option<String>,
    /// Country the figures and pathways are for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// When in care, and where, it is to be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub setting: Option<String>,
    /// Address of the page that says how aids are made and checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub process_url: Option<String>,
    /// How equality was considered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equality: Option<String>,
    /// Other formats and languages, one a line: "large print", "British Sign Language".
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub formats: Vec<String>,
    /// Options left out, each with the reason.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub options_left_out: Vec<String>,
    /// What was done with whom: at most one of each stage.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub involved: Vec<Involved>,
    /// Studies of what the aid does for those who use it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub evaluations: Vec<Evaluation>,
}

/// Patients or professionals who took part in one stage.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Involved {
    /// The stage.
    pub stage: Stage,
    /// Patients or professionals.
    pub who: Who,
    /// What was done, and with how many people.
    pub how: String,
    /// ISO date it ended.
    pub date: String,
}

/// A stage of making an aid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Asked what they need before it was made.
    Needs,
    /// Reviewed it without having made it.
    Review,
    /// Tried it while facing the decision, or counselling about it.
    FieldTest,
}

impl Word for Stage {
    const WORDS: &'static [&'static str] = &["needs", "review", "field-test"];

    fn at(index: usize) -> Option<Self> {
        [Self::Needs, Self::Review, Self::FieldTest].get(index).copied()
    }
}

/// Who took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// Patients, carers, the public.
    Patients,
    /// Health professionals.
    Professionals,
}

impl Word for Who {
    const WORDS: &'static [&'static str] = &["patients", "professionals"];

    fn at(index: usize) -> Option<Self> {
        [Self::Patients, Self::Professionals].get(index).copied()
    }
}

/// A published study of the aid.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Evaluation {
    /// What was measured.
    pub measured: Measured,
    /// Full citation.
    pub citation: String,
}

/// What a study of an aid measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Measured {
    /// Knowledge.
    Knowledge,
    /// Match between what matters and what is chosen.
    Congruence,
    /// Anything else, named in the citation.
    Other,
}

impl Word for Measured {
    const WORDS: &'static [&'static str] = &["knowledge", "congruence", "other"];

    fn at(index: usize) -> Option<Self> {
        [Self::Knowledge, Self::Congruence, Self::Other]
            .get(index)
            .copied()
    }
}

/// A test: what it is for and what follows.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Test {
    /// What it is meant to find.
    pub purpose: String,
    /// What usually happens next when it finds something.
    pub if_positive: String,
    /// What happens next when it finds nothing.
    pub if_negative: String,
    /// What it means to find something that would never have caused trouble.
    pub overdiagnosis: String,
    /// How many results are right and wrong, of one number of people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub results: Option<TestResults>,
}

/// Results of a test as counts of one number of people.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct TestResults {
    /// People tested.
    pub people: u32,
    /// Have the condition, and the test says so.
    pub true_positive: u32,
    /// Do not have it, and the test says they do.
    pub false_positive: u32,
    /// Do not have it, and the test says so.
    pub true_negative: u32,
    /// Have the condition, and the test says they do not.
    pub false_negative: u32,
    /// People of the same number whose condition is found without the test.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found_without: Option<u32>,
    /// Reference class the people belong to.
    pub group: String,
    /// Point in time.
    pub at: String,
    /// Source ids.
    pub sources: Vec<String>,
    /// How far the source was read.
    pub status: StatusDoc,
}

/// A question about the facts, with kind feedback. No score is kept.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Understanding {
    /// Identifier.
    pub id: String,
    /// The question.
    pub question: String,
    /// Two or more answers; figures by reference.
    pub answers: Vec<String>,
    /// Which answer is right, from 1.
    pub right: u32,
    /// Why, in a sentence or two; figures by reference.
    pub because: String,
}

/// The tables of `aid.toml` that are not part of [`Document`].
pub(crate) fn dossier(f: &mut Fields<'_, '_>) -> Dossier {
    Dossier {
        development: f.maybe_table("development", development),
        test: f.maybe_table("test", test),
        understanding: f.maybe_tables("understanding", |f| Understanding {
            id: f.text("id"),
            question: f.text("question"),
            answers: f.texts("answers"),
            right: f.number("right"),
            because: f.text("because"),
        }),
    }
}

fn development(f: &mut Fields<'_, '_>) -> Development {
    Development {
        user_need: f.maybe_text("user_need"),
        country: f.maybe_text("country"),
        setting: f.maybe_text("setting"),
        process_url: f.maybe_text("process_url"),
        equality: f.maybe_text("equality"),
        formats: f.maybe_texts("formats"),
        options_left_out: f.maybe_texts("options_left_out"),
        involved: f.maybe_tables("involved", |f| Involved {
            stage: f.choice("stage", Stage::Needs),
            who: f.choice("who", Who::Patients),
            how: f.text("how"),
            date: f.text("date"),
        }),
        evaluations: f.maybe_tables("evaluations", |f| Evaluation {
            measured: f.choice("measured", Measured::Other),
            citation: f.text("citation"),
        }),
    }
}

fn test(f: &mut Fields<'_, '_>) -> Test {
    Test {
        purpose: f.text("purpose"),
        if_positive: f.text("if_positive"),
        if_negative: f.text("if_negative"),
        overdiagnosis: f.text("overdiagnosis"),
        results: f.maybe_table("results", |f| TestResults {
            people: f.number("people"),
            true_positive: f.number("true_positive"),
            false_positive: f.number("false_positive"),
            true_negative: f.number("true_negative"),
            false_negative: f.number("false_negative"),
            found_without: f.maybe_number("found_without"),
            group: f.text("group"),
            at: f.text("at"),
            sources: f.texts("sources"),
            status: f.choice("status", StatusDoc::Verified),
        }),
    }
}

/// Every text of the dossier, with what may stand in it.
pub(crate) fn texts(dossier: &Dossier) -> Vec<Text<'_>> {
    let root = Place::root();
    let mut out = Vec::new();
    let mut add = |place: Place, text, kind| out.push(Text { place, text, kind });
    if let Some(made) = &dossier.development {
        let place = root.key("development");
        for (key, text) in [
            ("user_need", &made.user_need),
            ("country", &made.country),
            ("setting", &made.setting),
            ("process_url", &made.process_url),
            ("equality", &made.equality),
        ] {
            if let Some(text) = text {
                add(place.key(key), text.as_str(), TextKind::Label);
            }
        }
        for (key, list) in [
            ("formats", &made.formats),
            ("options_left_out", &made.options_left_out),
        ] {
            for (index, text) in list.iter().enumerate() {
                add(place.key(key).index(index), text.as_str(), TextKind::Label);
            }
        }
        for (index, involved) in made.involved.iter().enumerate() {
            add(
                place.key("involved").index(index).key("how"),
                &involved.how,
                TextKind::Label,
            );
        }
        for (index, study) in made.evaluations.iter().enumerate() {
            add(
                place.key("evaluations").index(index).key("citation"),
                &study.citation,
                TextKind::Label,
            );
        }
    }
    if let Some(test) = &dossier.test {
        let place = root.key("test");
        add(place.key("purpose"), &test.purpose, TextKind::Rich);
        add(place.key("if_positive"), &test.if_positive, TextKind::Rich);
        add(place.key("if_negative"), &test.if_negative, TextKind::Rich);
        add(place.key("overdiagnosis"), &test.overdiagnosis, TextKind::Rich);
    }
    for (index, asked) in dossier.understanding.iter().enumerate() {
        let place = root.key("understanding").index(index);
        add(place.key("question"), &asked.question, TextKind::Rich);
        for (index, answer) in asked.answers.iter().enumerate() {
            add(place.key("answers").index(index), answer, TextKind::Rich);
        }
        add(place.key("because"), &asked.because, TextKind::Rich);
    }
    out
}

/// What is wrong with a dossier beside its document.
pub(super) fn check(dossier: &Dossier, doc: &Document) -> Vec<Problem> {
    let mut problems = Vec::new();
    for Text { place, text, kind } in texts(dossier) {
        if text.trim().is_empty() {
            problems.push(Problem::new(
                Code::EmptyText,
                place.clone(),
                "the text is empty",
                "write it, or remove the field if it is optional",
            ));
        }
        references(text, &place, doc, &mut problems);
        let before = problems.len();
        lint(text, kind, &At::ROOT, &mut problems);
        for problem in problems.iter_mut().skip(before) {
            problem.path = place.clone();
        }
    }
    if let Some(made) = &dossier.development {
        for (index, involved) in made.involved.iter().enumerate() {
            if Date::parse(&involved.date).is_none() {
                let place = Place::root()
                    .key("development")
                    .key("involved")
                    .index(index)
                    .key("date");
                problems.push(Problem::new(
                    Code::BadDate,
                    place,
                    format!("`{}` is not a day", involved.date),
                    "write year, month and day, such as 2026-03-31",
                ));
            }
        }
    }
    if let Some(results) = dossier.test.as_ref().and_then(|test| test.results.as_ref()) {
        test_results(results, doc, &mut problems);
    }
    for (index, asked) in dossier.understanding.iter().enumerate() {
        let right = usize::try_from(asked.right).unwrap_or(usize::MAX);
        if asked.answers.len() < 2 || right == 0 || right > asked.answers.len() {
            problems.push(Problem::new(
                Code::BadUnderstanding,
                Place::root().key("understanding").index(index).key("right"),
                format!(
                    "answer {} of {} is said to be right",
                    asked.right,
                    asked.answers.len()
                ),
                "give two or more answers, and count the right one from 1",
            ));
        }
    }
    problems
}

fn references(text: &str, place: &Place, doc: &Document, problems: &mut Vec<Problem>) {
    for piece in pieces(text) {
        let message = match piece {
            Piece::Words(_) => continue,
            Piece::Malformed(what) => format!("`{what}` is not a reference to a figure"),
            Piece::Figure(figure) => {
                let known = doc.outcomes.iter().any(|outcome| {
                    outcome.id == figure.outcome.as_str()
                        && outcome.rows.iter().any(|row| {
                            row.at == figure.horizon.as_str()
                                && row
                                    .cell(figure.option.as_str())
                                    .is_some_and(|cell| cell.unknown.is_none())
                        })
                });
                if known {
                    continue;
                }
                format!(
                    "`{}.{}@{}` is no figure of this aid",
                    figure.outcome, figure.option, figure.horizon
                )
            }
        };
        problems.push(Problem::new(
            Code::BadReference,
            place.clone(),
            message,
            "write it as `{outcome.option@time}`, naming a row that has a figure for the option",
        ));
    }
}

fn test_results(results: &TestResults, doc: &Document, problems: &mut Vec<Problem>) {
    let place = Place::root().key("test").key("results");
    let four = [
        results.true_positive,
        results.false_positive,
        results.true_negative,
        results.false_negative,
    ];
    let sum: u64 = four.iter().map(|count| u64::from(*count)).sum();
    if sum != u64::from(results.people) || sum == 0 {
        problems.push(Problem::new(
            Code::BadTest,
            place.key("people"),
            format!(
                "the four results add up to {sum} and {} people were tested",
                results.people
            ),
            "check the five numbers against the source; round so that the four add up",
        ));
    }
    if results.found_without.is_some_and(|found| found > results.people) {
        problems.push(Problem::new(
            Code::BadTest,
            place.key("found_without"),
            "more people are found without the test than were tested",
            "check both numbers against the source",
        ));
    }
    if results.sources.is_empty() {
        problems.push(Problem::new(
            Code::NoSource,
            place.key("sources"),
            "the results name no source",
            "name one or more of the aid's sources",
        ));
    }
    for (index, source) in results.sources.iter().enumerate() {
        if !doc.sources.iter().any(|known| known.id == *source) {
            problems.push(Problem::new(
                Code::UnknownSource,
                place.key("sources").index(index),
                format!("there is no source called `{source}`"),
                "add a `[[source]]`, or name another",
            ));
        }
    }
    if !doc
        .reference_classes
        .iter()
        .any(|class| class.id == results.group)
    {
        problems.push(Problem::new(
            Code::UnknownGroup,
            place.key("group"),
            format!("there is no group of people called `{}`", results.group),
            "add a `[[reference_class]]`, or name another",
        ));
    }
    if !doc.horizons.iter().any(|horizon| horizon.id == results.at) {
        problems.push(Problem::new(
            Code::UnknownHorizon,
            place.key("at"),
            format!("there is no point in time called `{}`", results.at),
            "add a `[[horizon]]`, or name another",
        ));
    }
}
