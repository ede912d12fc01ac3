//! Every semantic check on a document, all problems at once.

/// Reports a problem. Without the feature `spoken` its message and remedy are not compiled, and the problem is only counted.
macro_rules! report {
    ($checker:ident, $code:expr, $place:expr, $message:expr, $remedy:expr $(,)?) => {
        if crate::format::SPOKEN {
            let (message, remedy) = ($message.into(), $remedy.into());
            $checker.say($code, $place, message, remedy)
        } else {
            $checker.mark($code)
        }
    };
}

mod addresses;
mod axes;
mod contrasts;
mod denominators;
mod drawings;
mod figures;
mod gaps;
mod guidance;
mod measures;
mod score;
mod structure;
mod test;
mod texts;

use std::sync::Arc;

use super::document::Document;
use super::{Aid, OptionId, OutcomeId, SourceId, TreatmentOption};
use crate::chance::{Horizon, ReferenceClass};
use crate::format::{At, SPOKEN};
use crate::format::{Code, Problem, Severity};
#[cfg(feature = "spoken")]
use crate::format::{MOST_PROBLEMS, first};
use crate::words::Words;

#[cfg(feature = "authoring")]
pub(crate) use texts::{Text, TextKind, clipped, every_text};

/// What has been found so far, and the things that other things refer to.
pub(super) struct Checker<'a> {
    doc: &'a Document,
    problems: Vec<Problem>,
    /// Errors that were only counted.
    unsaid: usize,
    options: Vec<TreatmentOption>,
    horizons: Vec<Arc<Horizon>>,
    classes: Vec<Arc<ReferenceClass>>,
    sources: Vec<KnownSource>,
}

/// A source, and whether a row names it.
struct KnownSource {
    id: SourceId,
    used: bool,
}

/// Checks a document: the aid when there is no error, and every problem either way.
pub(super) fn check(doc: Document, json: String) -> (Option<Aid>, Vec<Problem>) {
    let mut checker = Checker {
        doc: &doc,
        problems: Vec::new(),
        unsaid: 0,
        options: Vec::new(),
        horizons: Vec::new(),
        classes: Vec::new(),
        sources: Vec::new(),
    };
    let language = checker.head();
    checker.define();
    checker.baselines();
    let outcomes = checker.outcomes();
    checker.test();
    checker.guidelines();
    // Where nothing is said only what cannot be shown without is checked; the engine's file checks the rest when it
    // arrives, before the person has read the first screen.
    if SPOKEN {
        checker.dates();
        checker.review();
        checker.addresses();
        checker.prompts();
        checker.understanding();
        checker.scores();
        checker.unused_sources();
        checker.denominator(&outcomes);
        checker.drawings();
        checker.all_texts(&outcomes);
    }
    let Checker {
        mut problems,
        unsaid,
        options,
        horizons,
        classes,
        ..
    } = checker;
    // Errors first, each kind in the order it was found.
    let (errors, warnings): (Vec<_>, Vec<_>) = problems.into_iter().partition(Problem::is_error);
    let sound = errors.is_empty() && unsaid == 0;
    problems = errors;
    problems.extend(warnings);
    #[cfg(feature = "spoken")]
    first(&mut problems);
    let aid = match (language, sound) {
        (Some(language), true) => {
            let words = Words::read(language, &doc.sentences);
            Some(Aid::assemble(
                doc, json, words, options, outcomes, horizons, classes,
            ))
        }
        _ => None,
    };
    (aid, problems)
}

impl Checker<'_> {
    #[cfg(feature = "spoken")]
    fn say(&mut self, code: Code, place: At<'_>, message: String, remedy: String) {
        // Twice the most: what is left out at the end are warnings where there are errors.
        if self.problems.len() > 2 * MOST_PROBLEMS {
            first(&mut self.problems);
        }
        self.problems
            .push(Problem::new(code, place.place(), message, remedy));
    }

    #[cfg(not(feature = "spoken"))]
    fn say(&mut self, _: Code, _: At<'_>, _: String, _: String) {}

    /// Counts an error where none are spoken.
    fn mark(&mut self, code: Code) {
        self.unsaid += usize::from(code.severity() == Severity::Error);
    }

    /// An identifier, or a problem.
    fn id<T>(&mut self, value: &str, place: &At<'_>) -> Option<T>
    where
        T: for<'s> TryFrom<&'s str>,
    {
        let id = T::try_from(value).ok();
        if id.is_none() {
            report!(
                self,
                Code::BadId,
                place.key("id"),
                format!("`{value}` is not an identifier"),
                "use 1 to 64 lower-case letters, digits and hyphens, starting with a letter or digit",
            );
        }
        id
    }

    fn duplicate(&mut self, what: &str, id: &str, place: &At<'_>) {
        report!(
            self,
            Code::DuplicateId,
            place.key("id"),
            format!("there is already {what} called `{id}`"),
            "give each its own identifier, or remove one",
        );
    }
}

/// Names for a message: "`a`, `b` and `c`".
fn listed<T: AsRef<str>>(names: impl IntoIterator<Item = T>) -> String {
    let mut names: Vec<String> = names
        .into_iter()
        .map(|name| format!("`{}`", name.as_ref()))
        .collect();
    names.dedup();
    match names.split_last() {
        None => "none".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

#[derive(Clone, Copy)]
struct OutcomeAt<'a> {
    id: &'a OutcomeId,
    place: &'a At<'a>,
    /// Whether it is itself a length of time.
    lasts: bool,
}

/// Options by identifier, in order.
fn option_ids(options: &[TreatmentOption]) -> impl Iterator<Item = &OptionId> {
    options.iter().map(|option| &option.id)
}
