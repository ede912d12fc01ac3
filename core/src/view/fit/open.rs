//! What the result reads of figures that nobody here knows, and how much of the doubt comes from that.

use crate::aid::{GapKind, Measure, MissingFigure, Outcome, Row, Stand};
use crate::consultation::swings::{End, WeighedAs, ends};
use crate::words::{Words, say};

use super::super::items::{Item, Kind};
use super::problem::WorkedOut;

impl WorkedOut<'_> {
    /// Whether a figure of an option, on anything that is weighed, is one that nobody here knows.
    pub(super) fn is_open(&self, option: usize) -> bool {
        self.items.iter().any(|item| match item.kind {
            Kind::Outcome(_, row) => gap(row, option).is_some_and(MissingFigure::is_open),
            Kind::Rated(_) | Kind::Unrated => false,
        })
    }

    fn stand(&self, outcome: &Outcome, row: &Row, stand: Stand) -> String {
        standing(self.aid.wording(), outcome, row, stand)
    }

    /// Whether an option has a figure, or a rating, of its own for an item.
    pub(super) fn has_figure(&self, item: &Item<'_>, option: usize) -> bool {
        match item.kind {
            Kind::Outcome(_, row) => gap(row, option).is_none(),
            Kind::Rated(_) | Kind::Unrated => true,
        }
    }

    /// What an option without a figure is read as, inside a sentence; `None` when it has one. The number comes first, as
    /// several such lines may stand under each other.
    pub(super) fn read_as(&self, outcome: &Outcome, row: &Row, option: usize) -> Option<String> {
        let words = self.aid.wording();
        let cell = row.cell(option)?;
        cell.gap()?;
        Some(match WeighedAs::of(cell)? {
            WeighedAs::At(stand) => say!(
                words,
                "{figure}, as this does not apply",
                figure = self.stand(outcome, row, stand)
            ),
            WeighedAs::Between(low, high) => say!(
                words,
                "a figure we do not have, read as the middle from {low} to {high}",
                low = self.stand(outcome, row, low),
                high = self.stand(outcome, row, high)
            ),
            WeighedAs::Anything => {
                let [low, high] = ends(outcome, row)?;
                say!(
                    words,
                    "a figure we do not have, read as the middle from {low} to {high}",
                    low = self.stand(outcome, row, low),
                    high = self.stand(outcome, row, high)
                )
            }
        })
    }
}

/// "2 of every 100 men", "3 days", "“a little”": a value of an outcome's own scale, inside a sentence.
pub(crate) fn standing(words: &Words, outcome: &Outcome, row: &Row, stand: Stand) -> String {
    let of = outcome.of;
    match (End::of(stand, &outcome.measure, of), &outcome.measure) {
        (Some(End::People(people)), _) => words.people_of(people, of, &row.group),
        (Some(End::Steps(steps, _)), Measure::Amount(scale)) => words.amount_at(scale, steps),
        (Some(End::Level(_, name)), _) => words.quoted(&name),
        _ => String::new(),
    }
}

fn gap(row: &Row, option: usize) -> Option<&MissingFigure> {
    row.cell(option)?.gap()
}

/// How much of the doubt comes from figures nobody here knows, then what each is read as, in sentences; none when all are
/// known.
pub(super) fn not_known(problem: &WorkedOut<'_>) -> Vec<String> {
    let words = problem.aid.wording();
    let mut out = Vec::new();
    // A share is of what differs between options, so there must be two.
    if let Some(share) = problem.all.unknown.filter(|_| problem.kept.len() > 1) {
        out.push(part_of(words, share));
    }
    for item in &problem.items {
        let Kind::Outcome(outcome, row) = item.kind else {
            continue;
        };
        // What is said of several options alike is said once, of all of them.
        let mut alike: Vec<(String, Vec<String>)> = Vec::new();
        for (at, candidate) in problem.candidates.iter().enumerate() {
            let Some(said) = gap(row, at).and_then(|gap| one(problem, outcome, row, at, gap)) else {
                continue;
            };
            let option = candidate.option.in_sentence().to_owned();
            match alike.iter_mut().find(|(known, _)| *known == said) {
                Some((_, options)) => options.push(option),
                None => alike.push((said, vec![option])),
            }
        }
        out.extend(alike.into_iter().map(|(said, options)| {
            say!(
                words,
                context "something weighed, an option, and how it is read",
                "{What}, with {option}: {said}",
                what = &item.in_sentence,
                option = words.list(&options),
                said
            )
        }));
    }
    out
}

fn one(
    problem: &WorkedOut<'_>,
    outcome: &Outcome,
    row: &Row,
    option: usize,
    gap: &MissingFigure,
) -> Option<String> {
    let words = problem.aid.wording();
    Some(match (&gap.kind, WeighedAs::of(row.cell(option)?)?) {
        (GapKind::DoesNotApply { .. }, WeighedAs::At(stand)) => say!(
            words,
            "this does not apply, so it is weighed as {figure}.",
            figure = problem.stand(outcome, row, stand)
        ),
        (_, WeighedAs::Between(low, high)) => {
            let said = say!(
                words,
                "we have no figure. We read it as anything from {low} to {high}.",
                low = problem.stand(outcome, row, low),
                high = problem.stand(outcome, row, high)
            );
            match gap.between() {
                Some(between) => [said.as_str(), " ", &between.why].concat(),
                None => said,
            }
        }
        (_, WeighedAs::Anything) => say!(
            words,
            "we have no figure. We read it as anything from the worst to the best figure of the other options."
        ),
        _ => return None,
    })
}

/// How much of the doubt, in bands.
fn part_of(words: &Words, share: f64) -> String {
    const ALMOST_NONE: f64 = 0.05;
    const SMALL: f64 = 0.2;
    const QUARTER: f64 = 0.3;
    const THIRD: f64 = 0.42;
    const HALF: f64 = 0.58;
    const TWO_THIRDS: f64 = 0.7;
    const THREE_QUARTERS: f64 = 0.85;
    if share < ALMOST_NONE {
        say!(
            words,
            "Almost none of the doubt in this result comes from figures we do not have."
        )
    } else if share < SMALL {
        say!(
            words,
            "A small part of the doubt in this result comes from figures we do not have."
        )
    } else if share < QUARTER {
        say!(
            words,
            "About a quarter of the doubt in this result comes from figures we do not have."
        )
    } else if share < THIRD {
        say!(
            words,
            "About a third of the doubt in this result comes from figures we do not have."
        )
    } else if share < HALF {
        say!(
            words,
            "About half of the doubt in this result comes from figures we do not have."
        )
    } else if share < TWO_THIRDS {
        say!(
            words,
            "About two thirds of the doubt in this result comes from figures we do not have."
        )
    } else if share < THREE_QUARTERS {
        say!(
            words,
            "About three quarters of the doubt in this result comes from figures we do not have."
        )
    } else {
        say!(
            words,
            "Nearly all of the doubt in this result comes from figures we do not have."
        )
    }
}
