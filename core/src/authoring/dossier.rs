//! What an aid's author says about its making: read by reviewers and rule sets, not carried to browsers.

use schemars::JsonSchema;
use serde::Serialize;

use crate::aid::document::{Document, FORMAT, OLDEST_FORMAT, RowDoc};
use crate::aid::{Code, Date, Piece, Place, Problem, Text, TextKind, lint, pieces};
use crate::format::{At, Form};
use crate::words::Language;

use super::finding::Finding;
use super::involvement::{self, Involvement};

/// What helps to find the aid, and how it was made: `[finding]` and `[development]` of `aid.toml`.
#[derive(Clone, Debug, Default, PartialEq, Form, Serialize, JsonSchema)]
pub struct Dossier {
    /// What helps people to find the aid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finding: Option<Finding>,
    /// How the aid was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub development: Option<Development>,
    /// Who was heard: `involvement.toml`, when there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[form(built)]
    pub involvement: Option<Involvement>,
}

/// How the aid was made, for those who judge it.
#[derive(Clone, Debug, Default, PartialEq, Form, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Development {
    /// "As PEOPLE facing the decision about OPTIONS, I need … so that I …".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_need: Option<String>,
    /// Of format 1: country the figures and pathways are for. Since format 2 it is `about.country`, which patients see.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Of format 1: when in care, and where, it is to be used. Since format 2 it is `about.setting`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub setting: Option<String>,
    /// Address of the page that says how aids are made and checked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub process_url: Option<String>,
    /// How equality was considered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equality: Option<String>,
    /// Other formats and languages, each by itself: "large print", "British Sign Language".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formats: Vec<String>,
    /// Options left out, each with the reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options_left_out: Vec<String>,
    /// What was done with whom: at most one of each stage.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub involved: Vec<Involved>,
    /// Studies of what the aid does for those who use it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evaluations: Vec<Evaluation>,
}

/// Patients or professionals who took part in one stage.
#[derive(Clone, Debug, PartialEq, Form, Serialize, JsonSchema)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Asked what they need before it was made.
    Needs,
    /// Reviewed it without having made it.
    Review,
    /// Tried it while facing the decision, or counselling about it.
    FieldTest,
}

/// Who took part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// Patients, carers, the public.
    Patients,
    /// Health professionals.
    Professionals,
}

/// A published study of the aid.
#[derive(Clone, Debug, PartialEq, Form, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Evaluation {
    /// What was measured.
    pub measured: Measured,
    /// Full citation.
    pub citation: String,
}

/// What a study of an aid measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Measured {
    /// Knowledge.
    Knowledge,
    /// Match between what matters and what is chosen.
    Congruence,
    /// Anything else, named in the citation.
    #[form(stand_in)]
    Other,
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
    if let Some(finding) = &dossier.finding {
        for (place, text) in finding.texts() {
            add(place, text, TextKind::Label);
        }
    }
    if let Some(record) = &dossier.involvement {
        out.extend(involvement::texts(record));
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
        // Authors and reviewers read it, whatever the language of the aid.
        lint(text, kind, Language::English, &At::ROOT, &mut problems);
        for problem in problems.iter_mut().skip(before) {
            problem.path = place.clone();
        }
    }
    problems.extend(dossier.finding.iter().flat_map(Finding::problems));
    if let Some(record) = &dossier.involvement {
        problems.extend(involvement::check(record, doc));
        if dossier
            .development
            .as_ref()
            .is_some_and(|made| !made.involved.is_empty())
        {
            problems.push(Problem::new(
                Code::BadInvolvement,
                Place::root().key("development").key("involved"),
                "who took part is said here and in `involvement.toml`",
                "move it there as `[[activity]]`, and remove it here",
            ));
        }
    }
    if let Some(made) = &dossier.development {
        for (key, there) in [
            ("country", made.country.is_some()),
            ("setting", made.setting.is_some()),
        ] {
            if there && doc.format > OLDEST_FORMAT {
                problems.push(Problem::new(
                    Code::BadFormat,
                    Place::root().key("development").key(key),
                    format!("`{key}` stands under `about` since format {FORMAT}, where patients see it"),
                    "move the line to `[about]`",
                ));
            }
        }
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
    problems
}

fn references(text: &str, place: &Place, doc: &Document, problems: &mut Vec<Problem>) {
    for piece in pieces(text) {
        let message = match piece {
            Piece::Words(_) => continue,
            Piece::Malformed(what) => format!("`{what}` is not a reference to a figure"),
            Piece::Figure(figure) => {
                let known = doc.outcomes.iter().any(|outcome| {
                    let grouped = |row: &RowDoc| !doc.groups_of(&row.group).is_empty();
                    outcome.id == figure.outcome.as_str()
                        && outcome.rows.iter().any(|row| {
                            row.time() == figure.horizon.as_str()
                                && match &figure.group {
                                    Some(group) => row.group == group.as_str(),
                                    None => !grouped(row),
                                }
                                && row
                                    .cell(figure.option.as_str())
                                    .is_some_and(|cell| cell.gap().is_none())
                        })
                });
                if known {
                    continue;
                }
                format!("`{figure}` is no figure of this aid")
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
