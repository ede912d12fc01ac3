//! Decide together: where the decision stands, in answers of the same form, and who does what.

use crate::aid::{Aid, document::Results};
use crate::consultation::{Answers, Consultation, DecisionStatus, Leaning, Mode, Presence, Sure, WordsBox};

use super::{DecideView, Engine, FitView, fit};
use crate::words::say;

/// Decide together. `site` is the site's own setting, as for [`fit`].
#[must_use]
pub fn decide(aid: &Aid, consultation: &Consultation, site: Results, engine: &dyn Engine) -> DecideView {
    let answers = consultation.answers();
    let words = |place| answers.words.get(&place).cloned().unwrap_or_default();
    DecideView {
        leanings: leanings(aid, answers),
        statuses: statuses(answers),
        ask: ask(aid, consultation, site, engine),
        sure: Sure::ALL
            .into_iter()
            .map(|sure| (sure, answers.sure == Some(sure)))
            .collect(),
        reservations: words(WordsBox::Reservations),
        teach_back: words(WordsBox::TeachBack),
        actions: answers.actions.clone(),
        review: answers.review.clone(),
        sides: sides(answers),
    }
}

/// Who may have something to do: the person; someone with them and the health team where they are here, or were. At home nobody can say
/// what a team will do.
fn sides(answers: &Answers) -> Vec<Presence> {
    let here = |who: Presence| {
        answers.present.contains(&who) || answers.actions.iter().any(|action| action.who == who)
    };
    let visit = matches!(answers.mode, Some(Mode::Together | Mode::After));
    let mut sides = vec![Presence::Me];
    if here(Presence::SomeoneWithMe) {
        sides.push(Presence::SomeoneWithMe);
    }
    if visit || here(Presence::Professional) {
        sides.push(Presence::Professional);
    }
    sides
}

/// Every answer there is, in the same form: an option, undecided, more time, advice.
pub(crate) fn leanings(aid: &Aid, answers: &Answers) -> Vec<(Leaning, String, bool)> {
    let words = aid.wording();
    let options = aid.options().iter().map(|option| {
        (
            Leaning::Option(option.id.clone()),
            say!(
                words,
                "I am leaning towards {option}.",
                option = option.in_sentence()
            ),
        )
    });
    let others = [
        (Leaning::Undecided, say!(words, "I have not decided.")),
        (Leaning::MoreTime, say!(words, "I need more time or information.")),
        (
            Leaning::PleaseAdvise,
            say!(words, "I would like my health team to advise me."),
        ),
    ];
    options
        .chain(others)
        .map(|(leaning, words)| {
            let chosen = answers.leaning.as_ref() == Some(&leaning);
            (leaning, words, chosen)
        })
        .collect()
}

/// Asked once there is an option to decide on, and for as long as there is an answer.
fn statuses(answers: &Answers) -> Vec<(DecisionStatus, bool)> {
    if answers.status.is_none() && !matches!(answers.leaning, Some(Leaning::Option(_))) {
        return Vec::new();
    }
    DecisionStatus::ALL
        .into_iter()
        .map(|status| (status, answers.status == Some(status)))
        .collect()
}

/// A person may choose what fits less with what they said, for reasons of their own: it is asked about, never marked.
fn ask(aid: &Aid, consultation: &Consultation, site: Results, engine: &dyn Engine) -> Option<String> {
    let Some(Leaning::Option(chosen)) = &consultation.answers().leaning else {
        return None;
    };
    let FitView::Ready(result) = fit(aid, consultation, site, engine) else {
        return None;
    };
    if result.ahead.is_empty() || result.ahead.contains(chosen) {
        return None;
    }
    let ahead: Vec<String> = result
        .ahead
        .iter()
        .filter_map(|id| aid.option(id))
        .map(|option| option.in_sentence().to_owned())
        .collect();
    let words = aid.wording();
    let options = words.list(&ahead);
    Some(say!(
        words,
        "What you said matters most fits more with {options}. There can be good reasons to choose differently. Would \
         you like to talk about it?",
        options
    ))
}
