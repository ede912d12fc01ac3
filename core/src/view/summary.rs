//! One page in plain words, with the figures the person saw.

use crate::aid::{Aid, Cell, Date, GapKind, Outcome, Row, SourceId, document::Results};
use crate::consultation::{Answers, Consultation, DecisionStatus, Leaning, Method, Person, WordsBox};
use crate::words::say;

use super::compare::chosen_row;
use super::decide::leanings;
use super::group::shown;
use super::heads::source;
use super::items::{items, quoted, rating};
use super::limits::limit_sentences;
use super::marks::mark_sentences;
use super::notice::review_notice;
use super::order::ordered;
use super::score::sums;
use super::table::table;
use super::weigh::{MAIN, Voice, about_equal, at_odds, read_back, still_to_answer};
use super::{Engine, FitView, SourceView, SummaryView, appointment, decide, fit, ready, stamp, tested};

/// The summary. `site` is the site's own setting, as for [`fit`].
#[must_use]
pub fn summary(aid: &Aid, consultation: &Consultation, site: Results, engine: &dyn Engine) -> SummaryView {
    let answers = consultation.answers();
    let aid = &answers.seen(aid);
    let document = aid.document();
    let rows = shown_rows(aid, answers);
    let ready = ready(aid, consultation);
    let (fit, fit_seen) = fit_words(aid, consultation, site, engine);
    SummaryView {
        title: aid.title().to_owned(),
        group: shown(aid).into_iter().chain(sums(aid, answers)).collect(),
        test: tested::lines(aid),
        words: said_words(answers),
        stage: answers.stage,
        present: answers.present.iter().copied().collect(),
        weighed: weighed(aid, answers),
        weighed_seen: mark_sentences(aid, answers).len() + 1,
        limits: concerns(aid, answers)
            .into_iter()
            .chain(limit_sentences(aid, answers))
            .collect(),
        fit,
        fit_seen,
        figures: table(aid, &aid.options().iter().collect::<Vec<_>>(), &rows),
        not_known: not_known(aid, &rows),
        leanings: leanings(aid, answers),
        status: status(aid, answers),
        sure: answers.sure,
        reservations: answers
            .words
            .get(&WordsBox::Reservations)
            .map(|words| words.trim().to_owned())
            .unwrap_or_default(),
        not_yet: answers
            .ready
            .iter()
            .filter(|(_, fine)| !fine)
            .map(|(prompt, _)| *prompt)
            .collect(),
        actions: answers.actions.clone(),
        review_on: Date::parse(&answers.review).map(|day| day.in_words(aid.wording())),
        questions: document.questions.clone(),
        asks: ready
            .questions
            .iter()
            .filter(|(.., ticked)| *ticked)
            .map(|(_, text, _)| text.clone())
            .collect(),
        ready,
        decide: decide(aid, consultation, site, engine),
        appointment: appointment(aid, consultation),
        // As typed: this fills the box too, and a trimmed space is a space that cannot be typed.
        own_questions: answers.questions.clone(),
        support: document
            .support
            .iter()
            .map(|who| {
                (
                    who.name.clone(),
                    who.what.clone(),
                    who.phone.clone(),
                    who.url.clone(),
                )
            })
            .collect(),
        get_help: get_help(aid),
        help_later: document.choice.help_later,
        sources: sources(aid, &rows),
        stamp: stamp(aid, engine),
        review: review_notice(aid),
    }
}

/// The outcomes in the order they are shown, each with its figures at the chosen time, study by study.
pub(crate) fn shown_rows<'a>(aid: &'a Aid, answers: &Answers) -> Vec<(&'a Outcome, &'a Row)> {
    ordered(aid, answers)
        .into_iter()
        .filter_map(|outcome| chosen_row(outcome, answers).map(|row| (outcome, row)))
        .flat_map(|(outcome, row)| row.studies().map(move |row| (outcome, row)))
        .collect()
}

/// Whether anything is decided, and the same in a sentence.
fn status(aid: &Aid, answers: &Answers) -> (DecisionStatus, String) {
    let words = aid.wording();
    let option = match &answers.leaning {
        Some(Leaning::Option(id)) => aid.option(id),
        _ => None,
    };
    let status = answers.status.unwrap_or(DecisionStatus::InProgress);
    let said = match (status, option) {
        (DecisionStatus::Made, Some(option)) => {
            say!(words, "Decided: {option}.", option = option.in_sentence())
        }
        (DecisionStatus::Withdrawn, Some(option)) => say!(
            words,
            "Withdrawn: {option} was decided before, and that no longer stands.",
            option = option.in_sentence()
        ),
        (DecisionStatus::Withdrawn, None) => {
            say!(words, "Withdrawn: what was decided before no longer stands.")
        }
        (DecisionStatus::InProgress | DecisionStatus::Made, _) => {
            say!(words, "In progress: nothing is decided yet.")
        }
    };
    (status, said)
}

/// What everybody said in their own words, box by box; doubts stand with the decision.
pub(crate) fn said_words(answers: &Answers) -> Vec<(WordsBox, String)> {
    answers
        .words
        .iter()
        .filter(|(place, _)| *place != WordsBox::Reservations)
        .map(|(place, words)| (*place, words.trim().to_owned()))
        .filter(|(_, words)| !words.is_empty())
        .collect()
}

/// What the person deciding marked and weighed. What others said is theirs, and stands in the gap.
pub(crate) fn weighed(aid: &Aid, answers: &Answers) -> Vec<String> {
    let items = items(aid, answers);
    let words = aid.wording();
    let said = answers.weighing(Person::Patient);
    let method = said.used(MAIN);
    let mut out = read_back(words, &items, said, method, Voice::You);
    if !out.is_empty() {
        if about_equal(&items, said, method) {
            out.push(say!(words, "All of these look about the same to you."));
        }
        out.extend(still_to_answer(words, &items, said, method));
        match method {
            Method::Pairs => {
                let odds = at_odds(words, &items, said, &items.whats());
                if !odds.is_empty() {
                    out.push(say!(
                        words,
                        "These answers cannot all be true: {answers}",
                        answers = odds.join(" ")
                    ));
                }
            }
            Method::Swing => {}
            Method::Ranking => out.push(say!(words, "You put these things in order.")),
            Method::Points => out.push(say!(words, "You shared out points between these things.")),
            Method::BestWorst => out.push(say!(
                words,
                "You compared these things with what matters most and least."
            )),
        }
    }
    let mut all = mark_sentences(aid, answers);
    all.append(&mut out);
    all
}

/// "“Being near home”, my own concern. active monitoring: good; surgery: in between."
fn concerns(aid: &Aid, answers: &Answers) -> Vec<String> {
    let words = aid.wording();
    answers
        .concerns
        .iter()
        .map(|concern| {
            let rated: Vec<String> = aid
                .options()
                .iter()
                .map(|option| {
                    let rating = match concern.ratings.get(&option.id) {
                        Some(given) => rating(words, *given),
                        None => say!(words, context "a rating", "not rated"),
                    };
                    say!(
                        words,
                        context "an option and its rating",
                        "{option}: {rating}",
                        option = option.name(),
                        rating
                    )
                })
                .collect();
            say!(
                words,
                "{concern}, my own concern. {ratings}.",
                concern = quoted(words, &concern.words),
                ratings = words.parts(&rated)
            )
        })
        .collect()
}

/// How the options fit, and how many of the lines are the result itself.
fn fit_words(
    aid: &Aid,
    consultation: &Consultation,
    site: Results,
    engine: &dyn Engine,
) -> (Vec<String>, usize) {
    let result = match fit(aid, consultation, site, engine) {
        FitView::Ready(result) => result,
        FitView::Waiting { text } => return (vec![text], 0),
        FitView::FactsOnly { .. } | FitView::NotYet { .. } => return (Vec::new(), 0),
    };
    let mut out = result.lead;
    out.extend(result.bars.iter().filter_map(|bar| {
        bar.ruled_out.as_ref().map(|why| {
            say!(
                aid.wording(),
                context "an option and why it is ruled out",
                "{option}: {why}",
                option = bar.option.name,
                why
            )
        })
    }));
    let seen = out.len();
    out.extend(result.how_sure);
    out.extend(result.readings.into_iter().map(|reading| reading.words));
    out.extend(result.not_known);
    out.extend(result.leaves_out);
    out.push(result.not_advice);
    (out, seen)
}

/// When to get help, each line once: behind the names of the options it is about, or alone where it is about all of them.
fn get_help(aid: &Aid) -> Vec<String> {
    let (words, options) = (aid.wording(), aid.options());
    let mut lines: Vec<(&String, Vec<String>)> = Vec::new();
    for option in options {
        for text in &option.doc.get_help {
            let name = option.name().to_owned();
            match lines.iter_mut().find(|(known, _)| *known == text) {
                Some((_, names)) => names.push(name),
                None => lines.push((text, vec![name])),
            }
        }
    }
    lines
        .into_iter()
        .map(|(text, names)| {
            if names.len() == options.len() {
                return text.clone();
            }
            say!(
                words,
                context "an option and when to get help",
                "{option}: {text}",
                option = words.list(&names),
                text
            )
        })
        .collect()
}

/// What nobody here knows. What does not apply is known not to: the table says so, and it is no question to take along.
fn not_known(aid: &Aid, rows: &[(&Outcome, &Row)]) -> Vec<String> {
    let words = aid.wording();
    let mut out = Vec::new();
    for (outcome, row) in rows {
        let (outcome, when) = (&outcome.name, words.horizon(&row.horizon));
        for option in aid.options() {
            let gap = row.cell(option.index).and_then(Cell::gap);
            if let Some(gap) = gap.filter(|gap| !matches!(gap.kind, GapKind::DoesNotApply { .. })) {
                out.push(say!(
                    words,
                    "{outcome}, {when}, with {option}: {said} {why}",
                    outcome,
                    when,
                    option = option.in_sentence(),
                    said = gap.said(words),
                    why = gap.reason(words)
                ));
            }
        }
        if row.figures().count() > 1 && row.figures().all(crate::chance::Figure::pooled) {
            out.push(say!(
                words,
                "{outcome}, {when}: one figure was published for all the options together, so we do not know how they \
                 differ.",
                outcome,
                when
            ));
        }
    }
    out
}

/// The sources of the figures shown, each once, in the order they appear.
fn sources(aid: &Aid, rows: &[(&Outcome, &Row)]) -> Vec<SourceView> {
    let mut seen: Vec<&SourceId> = Vec::new();
    for id in rows.iter().flat_map(|(_, row)| &row.sources) {
        if !seen.contains(&id) {
            seen.push(id);
        }
    }
    seen.into_iter().filter_map(|id| source(aid, id)).collect()
}
