//! A trust's own layer over a published aid: options it does not offer, local practicalities, contacts, questions and
//! outcomes of its own. It cannot reach a published figure: there is no field for one.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Reading, SourceFile, Text, explains, naming, taken_apart};
use crate::aid::document::{
    Document, HorizonDoc, OutcomeDoc, OverlayDoc, ReferenceClassDoc, SourceDoc, Support,
};
use crate::aid::{Aid, Code, Date, Place, PlaceStep, Problem};
use crate::format::{Form, locate};

mod hiding;

pub(super) use hiding::without;

/// How identifiers of a trust's own things begin.
const LOCAL: &str = "local-";

/// `overlay.toml`.
#[derive(Clone, Debug, PartialEq, Form, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Overlay {
    /// The organisation, as patients know it.
    pub organisation: String,
    /// ISO date of this overlay.
    pub date: String,
    /// Identifier of the aid it is for.
    pub aid: String,
    /// Version of the aid it was made for.
    pub version: String,
    /// The aid's title here, where the published one names an option that is not offered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The short title here, for the same reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_title: Option<String>,
    /// Options not offered here, each with the reason.
    #[serde(default, rename = "hide")]
    pub hidden: Vec<Hidden>,
    /// What an option means here: where, how often, how to get there.
    #[serde(default, rename = "practicality")]
    pub practicalities: Vec<LocalText>,
    /// People here who can help.
    #[serde(default)]
    pub support: Vec<Support>,
    /// More questions to take to the visit.
    #[serde(default)]
    pub questions: Vec<String>,
    /// Outcomes of its own, with figures from its own sources. Identifiers begin `local-`.
    #[serde(default, rename = "outcome")]
    pub outcomes: Vec<OutcomeDoc>,
    /// Groups of people its own figures are about. Identifiers begin `local-`.
    #[serde(default, rename = "reference_class")]
    pub reference_classes: Vec<ReferenceClassDoc>,
    /// Points in time its own figures are about. Identifiers begin `local-`.
    #[serde(default, rename = "horizon")]
    pub horizons: Vec<HorizonDoc>,
    /// Where its own figures come from. Identifiers begin `local-`.
    #[serde(default, rename = "source")]
    pub sources: Vec<SourceDoc>,
}

/// An option not offered here.
#[derive(Clone, Debug, PartialEq, Form, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Hidden {
    /// The option.
    pub option: String,
    /// Why, as the end of a sentence: "the nearest centre is in Leeds". Patients read it.
    pub reason: String,
}

/// A local paragraph about an option.
#[derive(Clone, Debug, PartialEq, Form, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LocalText {
    /// The option.
    pub option: String,
    /// The paragraph.
    pub text: String,
}

/// An aid with an overlay on it.
#[derive(Clone, Debug)]
pub struct Laid {
    /// The aid, when nothing stops it.
    pub aid: Option<Aid>,
    /// What the overlay changed, as the aid says it; empty when it could not be read.
    pub changes: Vec<String>,
    /// What is wrong with the overlay, or with the aid it makes.
    pub problems: Vec<Problem>,
}

/// Lays an overlay over an aid. Everything wrong with the overlay is told at once, also when the aid has errors of its own;
/// only over an aid without any is it laid.
#[must_use]
pub fn lay(reading: &Reading, file: SourceFile<'_>) -> Laid {
    let text = Text::of(file);
    let mut problems = Vec::new();
    let mut changes = Vec::new();
    let mut aid = None;
    if let Some((text, tree)) = taken_apart(&text, &mut problems) {
        let (overlay, found) = crate::format::read(&tree, text.text, Some(text.name), Overlay::of_fields);
        problems.extend(found);
        let mut add = |new: Vec<Problem>| {
            let known = problems.clone();
            for mut problem in new {
                if known.iter().any(|cause| explains(cause, &problem)) {
                    continue;
                }
                let span = tree.span_of(problem.path.steps());
                locate::place(&mut problem, Some(text.name), text.text, span);
                problems.push(problem);
            }
        };
        if let Some(published) = &reading.document {
            add(own_problems(&overlay, published));
        }
        if let Some(published) = reading.aid.as_ref().map(Aid::document)
            && overlay.aid == published.id
        {
            let (document, changed) = laid(published, &overlay);
            changes = changed;
            add(hiding::mentions(published, &document, &overlay));
            let (checked, found) = Aid::check_all(document);
            let (_, known) = Aid::check_all(published.clone());
            let new = found.into_iter().filter(|problem| {
                !known
                    .iter()
                    .any(|old| old.code == problem.code && old.message == problem.message)
            });
            add(new
                .map(|mut problem| {
                    problem.path = here(&problem.path, published, &overlay);
                    problem
                })
                .collect());
            aid = checked;
        }
        // What would change a published outcome is told once: that it is unfinished as one of its own does not matter.
        let national: Vec<Place> = problems
            .iter()
            .filter(|problem| problem.code == Code::OverlayNational)
            .filter_map(|problem| match problem.path.steps() {
                [
                    PlaceStep::Key(list),
                    PlaceStep::Index(index),
                    PlaceStep::Key(field),
                ] if field == "id" => Some(Place::root().key(list).index(*index)),
                _ => None,
            })
            .filter(|place| {
                reading
                    .document
                    .as_ref()
                    .is_some_and(|doc| is_published(place, &overlay, doc))
            })
            .collect();
        problems.retain(|problem| {
            problem.code == Code::OverlayNational && problem.path.steps().len() == 3
                || !national.iter().any(|place| place.holds(&problem.path))
        });
        for problem in &mut problems {
            if problem.code == Code::UnknownField && problem.path.steps().len() == 1 {
                problem.remedy = "published figures and texts cannot be changed by an overlay; it has `hide`, `practicality`, `support`, \
                                  `questions`, and outcomes of its own"
                    .to_owned();
            }
            naming::name(problem, &tree);
        }
    }
    problems.sort_by_key(|problem| (problem.line, problem.column));
    let aid = aid.filter(|_| !problems.iter().any(Problem::is_error));
    Laid {
        aid,
        changes,
        problems,
    }
}

/// Whether an entry of an overlay has the identifier of a published outcome.
fn is_published(place: &Place, overlay: &Overlay, published: &Document) -> bool {
    let [PlaceStep::Key(list), PlaceStep::Index(index)] = place.steps() else {
        return false;
    };
    let own = overlay.outcomes.get(*index).filter(|_| list == "outcome");
    own.is_some_and(|own| published.outcomes.iter().any(|outcome| outcome.id == own.id))
}

/// What only an overlay can get wrong.
fn own_problems(overlay: &Overlay, published: &Document) -> Vec<Problem> {
    let root = Place::root();
    let mut problems = Vec::new();
    let mut report = |code, place: Place, message: String, remedy: &str| {
        problems.push(Problem::new(code, place, message, remedy));
    };
    if overlay.aid != published.id {
        report(
            Code::OverlayMismatch,
            root.key("aid"),
            format!(
                "this overlay is for `{}`, and the aid is `{}`",
                overlay.aid, published.id
            ),
            "name the aid the overlay was made for",
        );
    } else if overlay.version != published.version {
        report(
            Code::OverlayBehind,
            root.key("version"),
            format!(
                "it was made for version {}, and the aid is {}",
                overlay.version, published.version
            ),
            "see what changed with `weighup diff`, then name the new version",
        );
    }
    if Date::parse(&overlay.date).is_none() {
        report(
            Code::BadDate,
            root.key("date"),
            format!("`{}` is not a day", overlay.date),
            "write year, month and day, such as 2026-03-31",
        );
    }
    let known = |id: &str| published.options.iter().any(|option| option.id == id);
    let named = overlay
        .hidden
        .iter()
        .map(|hidden| ("hide", hidden.option.as_str(), hidden.reason.as_str()));
    let named = named.enumerate().chain(
        overlay
            .practicalities
            .iter()
            .map(|local| ("practicality", local.option.as_str(), local.text.as_str()))
            .enumerate(),
    );
    for (index, (list, option, text)) in named {
        let place = root.key(list).index(index);
        if !known(option) {
            report(
                Code::UnknownOption,
                place.key("option"),
                format!("there is no option called `{option}`"),
                "use the identifier of an option of the aid",
            );
        }
        if text.trim().is_empty() {
            report(
                Code::EmptyText,
                place.key(if list == "hide" { "reason" } else { "text" }),
                "the text is empty".to_owned(),
                "write it: patients read it",
            );
        }
    }
    let own = |list: &'static str, ids: Vec<&str>| {
        ids.into_iter()
            .enumerate()
            .filter(|(_, id)| !id.starts_with(LOCAL))
            .map(|(index, id)| (Place::root().key(list).index(index).key("id"), id.to_owned()))
            .collect::<Vec<_>>()
    };
    let lists = [
        own(
            "outcome",
            overlay
                .outcomes
                .iter()
                .map(|outcome| outcome.id.as_str())
                .collect(),
        ),
        own(
            "source",
            overlay.sources.iter().map(|source| source.id.as_str()).collect(),
        ),
        own(
            "horizon",
            overlay
                .horizons
                .iter()
                .map(|horizon| horizon.id.as_str())
                .collect(),
        ),
        own(
            "reference_class",
            overlay
                .reference_classes
                .iter()
                .map(|class| class.id.as_str())
                .collect(),
        ),
    ];
    for (place, id) in lists.into_iter().flatten() {
        let published = published.outcomes.iter().find(|outcome| {
            outcome.id == id && matches!(place.steps(), [PlaceStep::Key(list), ..] if list == "outcome")
        });
        report(
            Code::OverlayNational,
            place,
            match published {
                Some(outcome) => format!(
                    "“{}” is the published aid's, and its figures cannot be changed here",
                    outcome.name
                ),
                None => format!("`{id}` could be the published aid's"),
            },
            "begin identifiers of your own with `local-`; published figures cannot be changed",
        );
    }
    for (index, outcome) in overlay.outcomes.iter().enumerate() {
        for (row, doc) in outcome.rows.iter().enumerate() {
            for (at, source) in doc.sources.iter().enumerate() {
                if !source.starts_with(LOCAL) {
                    report(
                        Code::OverlayNational,
                        root.key("outcome")
                            .index(index)
                            .key("figures")
                            .index(row)
                            .key("sources")
                            .index(at),
                        format!("a figure of your own cannot come from the published source `{source}`"),
                        "name a `[[source]]` of this overlay",
                    );
                }
            }
        }
    }
    problems
}

/// The aid as it is here, and what was changed.
fn laid(published: &Document, overlay: &Overlay) -> (Document, Vec<String>) {
    let mut doc = published.clone();
    let mut changes = Vec::new();
    for hidden in &overlay.hidden {
        let Some(option) = doc.options.iter().find(|option| option.id == hidden.option) else {
            continue;
        };
        let change = format!(
            "“{}” is not offered here{}",
            option.name,
            hiding::because(&hidden.reason)
        );
        let left_out = hiding::hide(&mut doc, &hidden.option);
        changes.push(format!("{change}{left_out}"));
    }
    for (title, own) in [
        (&mut doc.title, &overlay.title),
        (&mut doc.short_title, &overlay.short_title),
    ] {
        if let Some(own) = own {
            title.clone_from(own);
            changes.push("a title of its own".to_owned());
        }
    }
    for local in &overlay.practicalities {
        if let Some(option) = doc.options.iter_mut().find(|option| option.id == local.option) {
            option
                .practicalities
                .push(format!("At {}: {}", overlay.organisation, local.text));
            changes.push(format!("local information about {}", option.in_sentence));
        }
    }
    if !overlay.outcomes.is_empty() {
        let names: Vec<&str> = overlay
            .outcomes
            .iter()
            .map(|outcome| outcome.in_sentence.as_str())
            .collect();
        changes.push(format!("figures of its own about {}", names.join(", ")));
    }
    for (many, what) in [
        (overlay.support.len(), "local contacts"),
        (overlay.questions.len(), "more questions to ask"),
    ] {
        if many > 0 {
            changes.push(what.to_owned());
        }
    }
    changes.dedup();
    doc.support.extend(overlay.support.iter().cloned());
    doc.questions.extend(overlay.questions.iter().cloned());
    doc.outcomes.extend(overlay.outcomes.iter().cloned());
    doc.reference_classes
        .extend(overlay.reference_classes.iter().cloned());
    doc.horizons.extend(overlay.horizons.iter().cloned());
    doc.sources.extend(overlay.sources.iter().cloned());
    if !changes.is_empty() {
        doc.overlay = Some(OverlayDoc {
            organisation: overlay.organisation.clone(),
            date: overlay.date.clone(),
            changes: changes.clone(),
        });
    }
    (doc, changes)
}

/// A place of the laid aid as a place of the overlay that made it.
fn here(place: &Place, published: &Document, overlay: &Overlay) -> Place {
    let root = Place::root();
    let rest = |steps: &[PlaceStep], from: Place| {
        steps.iter().fold(from, |place, step| match step {
            PlaceStep::Key(key) => place.key(key),
            PlaceStep::Index(index) => place.index(*index),
        })
    };
    if let [PlaceStep::Key(list), PlaceStep::Index(index), more @ ..] = place.steps() {
        let before = match list.as_str() {
            "outcome" => published.outcomes.len(),
            "source" => published.sources.len(),
            "horizon" => published.horizons.len(),
            "reference_class" => published.reference_classes.len(),
            "support" => published.support.len(),
            "questions" => published.questions.len(),
            _ => usize::MAX,
        };
        if let Some(own) = index.checked_sub(before) {
            return rest(more, root.key(list).index(own));
        }
        if let (true, [PlaceStep::Key(key), PlaceStep::Index(at), ..]) = (list == "option", more)
            && key == "practicalities"
        {
            let hidden = |id: &str| overlay.hidden.iter().any(|hidden| hidden.option == id);
            let mut offered = published.options.iter().filter(|option| !hidden(&option.id));
            let local = offered.nth(*index).and_then(|option| {
                let own = at.checked_sub(option.practicalities.len())?;
                let all = overlay.practicalities.iter().enumerate();
                all.filter(|(_, local)| local.option == option.id).nth(own)
            });
            let list = root.key("practicality");
            return local.map_or(list.clone(), |(at, _)| list.index(at).key("text"));
        }
    }
    if overlay.hidden.is_empty() {
        root
    } else {
        root.key("hide")
    }
}
