//! Amounts on one axis and levels in words.

use crate::aid::{Aid, Cell, Measure, Outcome, Row, TreatmentOption, document::Better};
use crate::chance::{Amount, Scale};
use crate::words::{capital, say};

use super::compare;
use super::heads::head;
use super::{MeasuredRow, MeasuredView, PointView, ScaleView};

/// An outcome that is not a count of people; `None` when it is one.
pub(super) fn measured(
    aid: &Aid,
    outcome: &Outcome,
    row: &Row,
    shown: &[&TreatmentOption],
) -> Option<Box<MeasuredView>> {
    let scale = match &outcome.measure {
        Measure::Chance => return None,
        Measure::Amount(scale) => axis(aid, scale),
        Measure::Levels(levels) => ScaleView::Levels(
            levels
                .iter()
                .map(|level| (capital(&level.name), level.means.clone()))
                .collect(),
        ),
    };
    let words = aid.wording();
    let better = match (&outcome.measure, outcome.better) {
        (Measure::Levels(_), Better::Lower) => say!(words, "For most people the first is better."),
        (Measure::Levels(_), Better::Higher) => say!(words, "For most people the last is better."),
        (_, Better::Lower) => say!(words, "For most people less is better."),
        (_, Better::Higher) => say!(words, "For most people more is better."),
    };
    Some(Box::new(MeasuredView {
        scale,
        better,
        rows: shown
            .iter()
            .map(|option| line(aid, outcome, row, option))
            .collect(),
    }))
}

fn axis(aid: &Aid, scale: &Scale) -> ScaleView {
    let end = |steps: u32, means: &Option<String>| {
        let amount = aid.wording().amount_at(scale, steps);
        match means {
            Some(means) => say!(
                aid.wording(),
                context "an amount and what it means",
                "{amount} ({means})",
                amount,
                means
            ),
            None => amount,
        }
    };
    ScaleView::Axis {
        low: end(0, &scale.low_means),
        high: end(scale.steps_up(scale.high), &scale.high_means),
    }
}

fn line(aid: &Aid, outcome: &Outcome, row: &Row, option: &TreatmentOption) -> MeasuredRow {
    let words = aid.wording();
    let mut line = MeasuredRow {
        option: head(option),
        value: words.not_known(),
        detail: String::new(),
        sentence: String::new(),
        point: None,
        certainty: String::new(),
        worked_out: String::new(),
        status: String::new(),
    };
    match row.cell(option.index) {
        Some(Cell::Amount(amount)) => {
            let said = words.amount_words(amount, option.in_sentence());
            line.value = said.value;
            line.detail = said.range;
            line.sentence = said.sentence;
            line.point = Some(point(amount, said.picture));
            line.certainty = said.certainty;
            line.worked_out = said.worked_out;
            line.status = said.status;
        }
        Some(Cell::Level(level)) => {
            line.value = capital(level.name());
            line.detail = level.means().to_owned();
            line.sentence = words.level_sentence(
                option.in_sentence(),
                &outcome.in_sentence,
                level.name(),
                &row.horizon,
            );
            line.certainty = words.certainty(Some(level.certainty()), level.certainty_why());
            line.status = words.status(row.status);
        }
        Some(Cell::Gap(gap)) => {
            line.value = gap.said(words);
            line.detail = gap.reason(words);
        }
        Some(Cell::Known(_)) | None => {}
    }
    let same = compare::same(aid, row, option);
    if !same.is_empty() {
        line.detail = [line.detail.as_str(), " ", &same].concat();
    }
    line
}

fn point(amount: &Amount, picture: String) -> PointView {
    let scale = amount.scale();
    let at = amount.value();
    let (low, high) = amount.interval().unwrap_or((at, at));
    PointView {
        low: scale.place(low.value()),
        at: scale.place(at.value()),
        high: scale.place(high.value()),
        picture,
    }
}

/// Every other option's amount against the first, then every other pair, as for counts of people.
pub(super) fn differences(
    aid: &Aid,
    outcome: &Outcome,
    row: &Row,
    shown: &[&TreatmentOption],
) -> Vec<String> {
    let mut out = Vec::new();
    let known: Vec<(usize, (&Amount, &str))> = shown
        .iter()
        .filter_map(|option| match row.cell(option.index) {
            Some(Cell::Amount(amount)) => Some((option.index, (amount, option.in_sentence()))),
            _ => None,
        })
        .collect();
    for (at, than) in known.iter().enumerate() {
        if at > 0 && shown.len() > 3 {
            break;
        }
        for with in known.iter().skip(at + 1) {
            let words = aid.wording();
            out.push(match compare::published(row, with.0, than.0, false) {
                Some(found) => {
                    let contrast = if found.to == with.0 {
                        found.contrast
                    } else {
                        found.contrast.turned()
                    };
                    words.amount_contrast(&contrast, found.adjusted.as_deref(), with.1, than.1)
                }
                None => words.amount_difference(with.1, than.1),
            });
        }
    }
    out.extend(compare::apart(aid, row, shown));
    let unknown = compare::unknown(row, shown);
    if !unknown.is_empty() {
        let words = aid.wording();
        out.push(say!(
            words,
            "We do not know how {what} compares with {options}.",
            what = outcome.in_sentence,
            options = words.list(&unknown)
        ));
    }
    out
}
