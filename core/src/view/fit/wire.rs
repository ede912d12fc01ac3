//! How the widget asks the engine in another file, and reads its answer: both cross as text.

use crate::aid::document::Results;
use crate::consultation::Answers;
#[cfg(feature = "spoken")]
use crate::format::written;
use crate::format::{At, Form, Found, Out, json};

use super::super::{AgreementView, FitView};

/// The question for the fit: the JSON of [`Answers`], with the fields that the fit depends on and no others.
#[must_use]
pub fn ask(answers: &Answers) -> String {
    let mut out = Out(String::new());
    answers.write_asked(&mut out);
    out.0
}

/// What a question for the agreement of answers begins with, where the fit may be shown and where only facts may.
const AGREEMENT: [&str; 2] = ["agreement ", "agreement facts "];

/// The question for the agreement of answers.
#[must_use]
pub fn ask_agreement(answers: &Answers, results: Results) -> String {
    let [fit, facts] = AGREEMENT;
    let about = match results {
        Results::Fit => fit,
        Results::Facts => facts,
    };
    [about, &ask(answers)].concat()
}

/// The engine's end: answers questions that [`ask`] or [`ask_agreement`] wrote, and works on one of them a slice at a time.
#[cfg(feature = "spoken")]
#[derive(Default)]
pub struct Desk {
    /// The question that is worked on, or whose answer is ready.
    asked: String,
    working: Option<super::Working>,
}

#[cfg(feature = "spoken")]
impl Desk {
    /// Works for a slice on a question for the fit; the first time it only begins. True when there is nothing left to do, which
    /// is so at once for any other text. Another question than the last takes its place.
    pub fn work(&mut self, aid: &crate::aid::Aid, asked: &str) -> bool {
        match &mut self.working {
            Some(working) if self.asked == asked => working.go().done,
            _ => {
                asked.clone_into(&mut self.asked);
                self.working = read(asked).map(|answers| super::Working::new(aid, answers));
                self.working.as_ref().is_none_or(super::Working::is_done)
            }
        }
    }

    /// The answer to a question, for which all is done that is left to do; `None` to any other text.
    pub fn answer(&mut self, aid: &crate::aid::Aid, asked: &str) -> Option<String> {
        let [fit, facts] = AGREEMENT;
        let agreement = [(facts, Results::Facts), (fit, Results::Fit)]
            .into_iter()
            .find_map(|(about, results)| Some((asked.strip_prefix(about)?, results)));
        if let Some((asked, results)) = agreement {
            let answers = read(asked)?;
            return Some(written(&super::agreement::agreement(aid, &answers, results)));
        }
        let begun = if self.asked == asked {
            self.working.take()
        } else {
            None
        };
        let working = match begun {
            Some(working) => working,
            None => super::Working::new(aid, read(asked)?),
        };
        Some(written(&working.finish(aid)))
    }
}

/// Reads an engine's answer to [`ask`]; `None` when the text is not one.
#[must_use]
pub fn read_fit(text: &str) -> Option<FitView> {
    read(text)
}

/// Reads an engine's answer to [`ask_agreement`]; `None` when the text is not one.
#[must_use]
pub fn read_agreement(text: &str) -> Option<AgreementView> {
    read(text)
}

/// A whole text as a value, where nothing is wrong with it.
fn read<T: Form>(text: &str) -> Option<T> {
    let node = json::parse(text).ok()?;
    let found = Found::default();
    T::read(&node, &At::ROOT, &found).filter(|_| found.is_sound())
}
