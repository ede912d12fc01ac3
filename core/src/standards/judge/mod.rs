//! The checks that rule sets name: one function per name. Each looks at the document and says what it saw, and where.

mod content;
mod figures;
mod process;

use super::balance::Balance;
use super::readability::Readability;
use super::verdict::Judgement;
use crate::aid::document::{Document, OptionDoc, OptionKind};
use crate::aid::{Code, Date, Place, Problem};
use crate::authoring::Dossier;

/// What a check may look at.
pub(crate) struct Case<'a> {
    pub(crate) doc: &'a Document,
    pub(crate) dossier: &'a Dossier,
    pub(crate) problems: &'a [Problem],
    pub(crate) balance: Balance,
    pub(crate) readability: Option<Readability>,
    pub(crate) day: Option<Date>,
}

/// A check: it looks at the aid and says what it saw.
pub(crate) type Check = fn(&Case<'_>) -> Judgement;

/// The check of that name.
pub(crate) fn named(name: &str) -> Option<Check> {
    content::named(name)
        .or_else(|| figures::named(name))
        .or_else(|| process::named(name))
}

impl Case<'_> {
    /// Whether the decision is about a test.
    pub(crate) fn has_test(&self) -> bool {
        let kinds = self.doc.options.iter().map(|option| option.kind);
        kinds
            .into_iter()
            .any(|kind| matches!(kind, OptionKind::Test | OptionKind::NoTest))
    }

    /// Judges by the problems that have certain codes: with none the rule is met, with warnings alone it is met in part, with an
    /// error it is not met.
    fn without(&self, codes: &[Code], met: &str) -> Judgement {
        let found: Vec<&Problem> = self
            .problems
            .iter()
            .filter(|problem| codes.contains(&problem.code))
            .collect();
        let Some(first) = found.first() else {
            return Judgement::met(met);
        };
        let more = match found.len() {
            1 => String::new(),
            n => format!("; {} more of the kind", n - 1),
        };
        let said = format!("{}{more}", sentence(&first.message));
        let places = found.iter().map(|problem| problem.path.clone());
        let made = if found.iter().any(|problem| problem.is_error()) {
            Judgement::not_met
        } else {
            Judgement::partly
        };
        made(said, sentence(&first.remedy)).at_all(places)
    }

    /// Judges option by option, and names the options that have nothing there.
    fn each_option(&self, key: &str, what: &str, has: impl Fn(&OptionDoc) -> bool) -> Judgement {
        let place = |index: usize| Place::root().key("option").index(index).key(key);
        let lacking: Vec<(usize, &OptionDoc)> = self
            .doc
            .options
            .iter()
            .enumerate()
            .filter(|(_, option)| !has(option))
            .collect();
        let names: Vec<&str> = lacking.iter().map(|(_, option)| option.name.as_str()).collect();
        if self.doc.options.is_empty() || lacking.len() == self.doc.options.len() {
            return Judgement::not_met(
                format!("No option has {what}."),
                format!("Write `{key}` for every option."),
            )
            .at(Place::root().key("option"));
        }
        if !names.is_empty() {
            return Judgement::partly(
                format!("There is nothing for {}.", names.join(", ")),
                format!("Write `{key}` for every option."),
            )
            .at_all(lacking.iter().map(|(index, _)| place(*index)));
        }
        Judgement::met(format!("Every option has {what}.")).at_all((0..self.doc.options.len()).map(place))
    }
}

/// Judges by whether a text is there.
fn there(text: &str, place: Place, what: &str) -> Judgement {
    if text.trim().is_empty() {
        let field = place.to_string();
        Judgement::not_met(format!("Nothing says {what}."), format!("Write `{field}`.")).at(place)
    } else {
        Judgement::met(format!("The aid says {what}.")).at(place)
    }
}

/// Judges by whether a text is there that may be left out.
fn maybe_there(text: Option<&str>, place: Place, what: &str) -> Judgement {
    there(text.unwrap_or_default(), place, what)
}

fn any(list: &[String]) -> bool {
    list.iter().any(|text| !text.trim().is_empty())
}

/// The worst of several: not met before partly met before met. Places and words of all that are not met.
fn all_of(parts: Vec<Judgement>) -> Judgement {
    use super::verdict::Verdict;
    let rank = |judgement: &Judgement| match judgement.verdict {
        Verdict::NotMet => 0,
        Verdict::PartlyMet => 1,
        Verdict::NeedsPerson => 2,
        Verdict::Met | Verdict::NotApplicable => 3,
    };
    let met = parts.iter().filter(|part| rank(part) >= 2).count();
    let total = parts.len();
    let worst = parts.iter().map(&rank).min().unwrap_or(3);
    let telling: Vec<Judgement> = parts
        .into_iter()
        .filter(|part| rank(part) == worst || worst >= 2)
        .collect();
    let because: Vec<String> = telling.iter().map(|part| part.because.clone()).collect();
    let mut remedies: Vec<String> = telling.iter().filter_map(|part| part.remedy.clone()).collect();
    remedies.dedup();
    let places = telling.iter().flat_map(|part| part.places.clone());
    let (because, remedy) = (because.join(" "), remedies.join(" "));
    let made = match worst {
        0 if met == 0 || total == 1 => Judgement::not_met(because, remedy),
        0 | 1 => Judgement::partly(because, remedy),
        2 => Judgement::person(because),
        _ => Judgement::met(because),
    };
    made.at_all(places)
}

/// A message of a problem as a sentence.
fn sentence(message: &str) -> String {
    let mut letters = message.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_uppercase().to_string())
        .unwrap_or_default();
    let whole = format!("{first}{}", letters.as_str());
    if whole.ends_with(['.', '?', '!']) {
        whole
    } else {
        format!("{whole}.")
    }
}
