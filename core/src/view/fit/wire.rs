//! The question to an engine in another file, and its answer, as text.

use crate::aid::document::Results;
use crate::consultation::Answers;
#[cfg(feature = "spoken")]
use crate::format::written;
use crate::format::{At, Form, Found, Out, json};

use super::super::{BesideView, FitView};

/// What the fit depends on, as the JSON of [`Answers`] with the rest left out.
#[must_use]
pub fn ask(answers: &Answers) -> String {
    let mut out = Out(String::new());
    answers.write_asked(&mut out);
    out.0
}

/// Before a question about answers next to each other, by what may be shown.
const BESIDE: [&str; 2] = ["beside ", "beside facts "];

/// The question about answers next to each other.
#[must_use]
pub fn ask_beside(answers: &Answers, results: Results) -> String {
    let [fit, facts] = BESIDE;
    let about = match results {
        Results::Fit => fit,
        Results::Facts => facts,
    };
    [about, &ask(answers)].concat()
}

/// The engine's side: the answer to what [`ask`] or [`ask_beside`] wrote. `None` when it is not such a text.
#[cfg(feature = "spoken")]
#[must_use]
pub fn answer(aid: &crate::aid::Aid, asked: &str) -> Option<String> {
    let [fit, facts] = BESIDE;
    let beside = [(facts, Results::Facts), (fit, Results::Fit)]
        .into_iter()
        .find_map(|(about, results)| Some((asked.strip_prefix(about)?, results)));
    if let Some((asked, results)) = beside {
        let answers = read(asked)?;
        return Some(written(&super::beside::beside(aid, &answers, results)));
    }
    let answers = read(asked)?;
    Some(written(&super::work_out(aid, &answers)))
}

/// The view that an engine answered with. `None` when it is not one.
#[must_use]
pub fn told(text: &str) -> Option<FitView> {
    read(text)
}

/// What an engine answered about answers next to each other. `None` when it is not such an answer.
#[must_use]
pub fn told_beside(text: &str) -> Option<BesideView> {
    read(text)
}

/// A whole text as a value, where nothing is wrong with it.
fn read<T: Form>(text: &str) -> Option<T> {
    let node = json::parse(text).ok()?;
    let found = Found::default();
    T::read(&node, &At::ROOT, &found).filter(|_| found.is_sound())
}
