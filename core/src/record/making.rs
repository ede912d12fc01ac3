//! Makes the record from the aid and the answers.

use crate::aid::document::{OptionKind, Results};
use crate::aid::{Aid, Cell, Date, Outcome, Row, TreatmentOption};
use crate::consultation::{Answers, Consultation, DecisionStatus, Leaning, Note, Person};
use crate::view::{self, Engine, SummaryView};
use crate::words::Words;

use super::said;
use super::value::{
    RECORD_FORMAT, Record, RecordAid, RecordDay, RecordDecision, RecordFigure, RecordMade, RecordMark,
    RecordNote, RecordOption, RecordPerson, RecordSource, RecordStage, RecordStatus, RecordSupport,
    RecordSure, RecordWords,
};

/// What whoever asks for a record knows and core cannot: the moment, the software, the page.
#[derive(Clone, Copy, Debug)]
pub struct Made<'a> {
    /// The moment, as RFC 3339 has it: `2026-11-30T10:15:00Z`. See [`RecordError::NotAMoment`].
    pub at: &'a str,
    /// The software and its version.
    pub software: &'a str,
    /// Where the aid stands.
    pub address: Option<&'a str>,
}

/// Why no record was made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// Not a moment.
    #[error("`{given}` is not a moment: write it as 2026-11-30T10:15:00Z")]
    NotAMoment {
        /// What was given.
        given: String,
    },
}

impl Record {
    /// The record of a consultation. `site` is the site's own setting, as for [`view::fit`]. A guess that is not shown yet is
    /// not in it, and neither is what other people weighed: that is theirs.
    ///
    /// # Errors
    ///
    /// [`RecordError::NotAMoment`] where `made.at` is none.
    pub fn of(
        aid: &Aid,
        consultation: &Consultation,
        site: Results,
        engine: &dyn Engine,
        made: Made<'_>,
    ) -> Result<Self, RecordError> {
        let day = moment(made.at).ok_or_else(|| RecordError::NotAMoment {
            given: made.at.chars().take(40).collect(),
        })?;
        let summary = view::summary(aid, consultation, site, engine);
        let shown = consultation.answers().without_what_is_hidden();
        let aid = &shown.seen(aid);
        let words = aid.wording();
        let said = consultation.answers().weighing(Person::Patient);
        Ok(Self {
            format: RECORD_FORMAT,
            made: RecordMade {
                at: made.at.to_owned(),
                day: day.in_words(words),
                software: made.software.to_owned(),
            },
            aid: RecordAid {
                id: aid.id().to_owned(),
                title: aid.title().to_owned(),
                version: aid.version().to_owned(),
                content: engine.hash(aid).map(str::to_owned),
                stamp: summary.stamp.clone(),
                lang: aid.document().language.clone(),
                address: made.address.map(str::to_owned),
                reviewed: summary.review.reviewed,
                review: summary.review.text.clone(),
            },
            status: RecordStatus {
                code: shown.status.unwrap_or(DecisionStatus::InProgress),
                said: summary.status.1.clone(),
            },
            what_it_is: said::what_it_is(words, summary.status.0),
            people: shown
                .present
                .iter()
                .map(|who| RecordPerson {
                    who: *who,
                    said: said::present(words, *who),
                })
                .collect(),
            stage: shown.stage.map(|code| RecordStage {
                code,
                said: said::stage(words, code),
            }),
            words: own_words(words, &summary),
            agenda: notes(words, &shown.agenda),
            marks: marks(aid, &shown),
            method: said.method.filter(|_| said.says_anything()),
            options: options(aid, &shown),
            decision: decision(words, &shown, &summary),
            actions: notes(words, &shown.actions),
            review_on: summary.review_on.map(|said| RecordDay {
                day: shown.review.clone(),
                said,
            }),
            weighed: summary.weighed,
            limits: summary.limits,
            fit: summary.fit,
            group: summary.group,
            figures_note: summary.figures.caption,
            test: summary.test,
            not_known: summary.not_known,
            own_questions: summary.own_questions.trim().to_owned(),
            asks: summary.asks,
            questions: summary.questions,
            get_help: summary.get_help,
            support: summary
                .support
                .into_iter()
                .map(|(name, what, phone, url)| RecordSupport {
                    name,
                    what,
                    phone,
                    url,
                })
                .collect(),
            sources: summary
                .sources
                .into_iter()
                .map(|source| RecordSource {
                    id: source.id,
                    citation: source.citation,
                    href: source.href,
                    read: source.read,
                })
                .collect(),
        })
    }

    /// The record as JSON, in the published form.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Text, numbers and names in structs always serialise.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// The day of a moment: a day, `T`, a time to the second with or without a fraction, and `Z` or the distance from it.
fn moment(at: &str) -> Option<Date> {
    let (day, time) = at.split_once('T')?;
    let (clock, zone) = match time.strip_suffix('Z') {
        Some(clock) => (clock, true),
        None => {
            let (clock, zone) = time.split_at_checked(time.len().checked_sub(6)?)?;
            (
                clock,
                zone.starts_with(['+', '-']) && below(zone.get(1..)?, &[24, 60]),
            )
        }
    };
    let (whole, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let digits = (1..=9).contains(&fraction.len()) && fraction.bytes().all(|digit| digit.is_ascii_digit());
    (zone && digits && below(whole, &[24, 60, 60])).then(|| Date::parse(day))?
}

/// Whether a text is two-digit numbers with colons between, each below its bound.
fn below(text: &str, bounds: &[u8]) -> bool {
    let mut parts = text.split(':');
    let fits = |bound: &u8| {
        let part = parts
            .next()
            .filter(|part| part.len() == 2 && part.bytes().all(|digit| digit.is_ascii_digit()));
        part.and_then(|part| part.parse::<u8>().ok())
            .is_some_and(|number| number < *bound)
    };
    bounds.iter().all(fits) && parts.next().is_none()
}

fn own_words(words: &Words, summary: &SummaryView) -> Vec<RecordWords> {
    let boxes = summary.words.iter();
    boxes
        .map(|(place, theirs)| RecordWords {
            place: *place,
            said: said::label(words, *place, theirs),
            words: theirs.clone(),
        })
        .collect()
}

fn notes(words: &Words, notes: &[Note]) -> Vec<RecordNote> {
    notes
        .iter()
        .map(|note| RecordNote {
            who: note.who,
            said: said::action(words, note),
            words: note.words.clone(),
            when: note.when.clone(),
        })
        .collect()
}

fn marks(aid: &Aid, answers: &Answers) -> Vec<RecordMark> {
    aid.outcomes()
        .iter()
        .filter_map(|outcome| {
            let (mark, words) = (
                answers.mark_of(&outcome.id),
                answers.words_about(&outcome.id).trim(),
            );
            (mark.is_some() || !words.is_empty()).then(|| RecordMark {
                outcome: outcome.id.clone(),
                name: outcome.name.clone(),
                mark,
                words: words.to_owned(),
            })
        })
        .collect()
}

fn decision(words: &Words, answers: &Answers, summary: &SummaryView) -> RecordDecision {
    let chosen = summary.leanings.iter().find(|(.., chosen)| *chosen);
    RecordDecision {
        option: match &answers.leaning {
            Some(Leaning::Option(option)) => Some(option.clone()),
            _ => None,
        },
        said: (summary.status.0 != DecisionStatus::Made)
            .then(|| chosen.map_or_else(|| said::nothing_chosen(words), |(_, said, _)| said.clone())),
        sure: summary.sure.map(|code| RecordSure {
            code,
            said: said::sure(words, code),
        }),
        doubts: summary.reservations.clone(),
        not_yet: summary
            .not_yet
            .iter()
            .map(|prompt| said::not_yet(words, *prompt))
            .collect(),
    }
}

/// Every option with the outcomes that were shown, at the times that were chosen.
fn options(aid: &Aid, answers: &Answers) -> Vec<RecordOption> {
    let rows = view::shown_rows(aid, answers);
    aid.options()
        .iter()
        .map(|option| RecordOption {
            id: option.id.clone(),
            name: option.name().to_owned(),
            no_treatment: matches!(
                option.kind,
                OptionKind::NoChange | OptionKind::NoTreatment | OptionKind::NoTest
            ),
            what: view::rich(aid, &option.doc.summary).plain(),
            may_happen: rows
                .iter()
                .map(|(outcome, row)| figure(aid, outcome, row, option))
                .collect(),
        })
        .collect()
}

fn figure(aid: &Aid, outcome: &Outcome, row: &Row, option: &TreatmentOption) -> RecordFigure {
    let words = aid.wording();
    let cell = row.cell(option.index);
    let known = cell.is_some_and(Cell::is_known);
    let figure = cell.map_or_else(|| words.not_known(), |cell| aid.inline(outcome, cell));
    let range = match cell {
        Some(Cell::Amount(amount)) => words.amount_words(amount, option.in_sentence()).range_short,
        _ => view::saying(outcome, row, option).and_then(|saying| words.figure(&saying).range_short),
    };
    let with_range = match &range {
        Some(range) => view::count_and_range(words, &figure, range),
        None => figure.clone(),
    };
    let when = words.horizon(&row.horizon);
    RecordFigure {
        outcome: outcome.id.clone(),
        name: outcome.name.clone(),
        said: said::may_happen(words, &outcome.name, &when, &with_range),
        when,
        figure,
        range,
        known,
        sources: row.sources.clone(),
    }
}
