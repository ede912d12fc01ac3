//! Compare: outcome by option. One denominator for all that stands on a card, options in the aid's order, outcomes
//! in the person's.

use crate::aid::{Aid, Cell, Compared, GapKind, HorizonId, Measure, Outcome, Row, TreatmentOption};
use crate::chance::wording::Saying;
use crate::chance::{Certainty, Denominator, Icons};
use crate::consultation::{Answers, CompareAs, Consultation};
use crate::words::say;

use super::change::changes;
use super::group::group;
use super::heads::{head, paragraphs, source};
use super::marks::mark;
use super::matrix::matrix;
use super::measured::{self, measured};
use super::notice::review_notice;
use super::order::{folded, order, ordered};
use super::studies::studies;
use super::table::{note, table};
use super::{CellView, CompareView, FigureView, HorizonChoice, IconCounts, OutcomeCard, SummaryTable};

/// Compare, as the person has chosen to see it.
#[must_use]
pub fn compare(aid: &Aid, consultation: &Consultation) -> CompareView {
    let answers = consultation.answers();
    let aid = &answers.seen(aid);
    let shown = shown(aid, answers);
    let words = aid.wording();
    let outcomes = ordered(aid, answers);
    let people = people(aid, answers);
    let at_a_glance = (answers.compare_as == CompareAs::Matrix).then(|| {
        let rows: Vec<(&Outcome, &Row)> = outcomes
            .iter()
            .filter_map(|outcome| Some((*outcome, chosen_row(outcome, answers)?)))
            .collect();
        matrix(aid, &rows, &shown, people.is_some())
    });
    let rows = outcomes.iter().zip(folded(&outcomes));
    let of = aid.denominators();
    CompareView {
        group: group(aid, answers),
        denominator_note: crowds(aid, answers, &of),
        no_one_can_know: words.no_one_can_know(&of),
        people,
        show_as: answers.compare_as,
        matrix: at_a_glance,
        other_chances: (words.other_chances(&of), answers.chances.other()),
        times: times(aid, answers),
        order: order(aid, answers, &outcomes),
        options: aid
            .options()
            .iter()
            .map(|option| (head(option), !answers.hidden.contains(&option.id)))
            .collect(),
        can_hide: shown.len() > 2,
        outcomes: rows
            .filter_map(|(outcome, folded)| {
                let row = chosen_row(outcome, answers)?;
                let mut card = card(aid, answers, outcome, row, &shown);
                card.folded = folded;
                if answers.compare_as == CompareAs::Difference {
                    card.changes = changes(aid, outcome, row, &shown);
                }
                Some(card)
            })
            .collect(),
        per_row: of.iter().map(|of| per_row(of.people_in_all())).collect(),
        stamp: [aid.id(), aid.version()].join(" "),
        review: review_notice(aid).text,
    }
}

/// Of how many people the numbers are, and where pictures of several crowds are drawn, that larger ones are larger.
fn crowds(aid: &Aid, answers: &Answers, of: &[Denominator]) -> String {
    let note = note(aid);
    let drawn = matches!(
        answers.compare_as,
        CompareAs::Matrix | CompareAs::Pictures | CompareAs::Difference
    );
    if drawn && of.len() > 1 {
        [note, aid.wording().larger_crowds()].join(" ")
    } else {
        note
    }
}

/// The group that every figure on screen is about, when it is one.
fn people(aid: &Aid, answers: &Answers) -> Option<String> {
    let mut groups = aid
        .outcomes()
        .iter()
        .filter_map(|outcome| Some(&chosen_row(outcome, answers)?.group));
    let first = groups.next()?;
    groups
        .all(|other| other.id == first.id)
        .then(|| aid.wording().group(first))
}

/// Points in time at which several of the outcomes that have a choice can be shown.
fn times(aid: &Aid, answers: &Answers) -> Vec<HorizonChoice> {
    let choosing = || aid.outcomes().iter().filter(|outcome| outcome.rows.len() > 1);
    let has = |outcome: &&Outcome, at: &HorizonId| outcome.row(at).is_some();
    let mut found: Vec<HorizonChoice> = Vec::new();
    for row in choosing().flat_map(|outcome| &outcome.rows) {
        let at = &row.horizon.id;
        let sharing = || choosing().filter(|outcome| has(outcome, at));
        if sharing().count() > 1 && found.iter().all(|known| known.id != *at) {
            let now =
                |outcome: &Outcome| chosen_row(outcome, answers).is_some_and(|row| row.horizon.id == *at);
            found.push(HorizonChoice {
                id: at.clone(),
                label: aid.wording().horizon_label(&row.horizon),
                selected: sharing().all(now),
            });
        }
    }
    // All shared points may be on screen at once when no outcome has two of them.
    let mut one = false;
    for choice in &mut found {
        choice.selected &= !one;
        one |= choice.selected;
    }
    if found.len() < 2 {
        found.clear();
    }
    found
}

/// The options on screen, in the aid's order.
fn shown<'a>(aid: &'a Aid, answers: &Answers) -> Vec<&'a TreatmentOption> {
    aid.options()
        .iter()
        .filter(|option| !answers.hidden.contains(&option.id))
        .collect()
}

/// The row at the horizon the person chose, or the aid's own.
pub(crate) fn chosen_row<'a>(outcome: &'a Outcome, answers: &Answers) -> Option<&'a Row> {
    answers
        .horizons
        .get(&outcome.id)
        .and_then(|at| outcome.row(at))
        .or_else(|| outcome.weigh_row())
        // While no group is chosen, what does not depend on it.
        .or_else(|| outcome.rows.first())
}

/// Compare as one table: every outcome at every horizon, for the options shown.
#[must_use]
pub fn compare_table(aid: &Aid, consultation: &Consultation) -> SummaryTable {
    let answers = consultation.answers();
    let aid = &answers.told(aid);
    // While no group is chosen the table has every group's rows, and each says whose it is.
    let aid = &aid.open_to(answers.groups());
    let shown = shown(aid, answers);
    let rows: Vec<(&Outcome, &Row)> = ordered(aid, answers)
        .into_iter()
        .flat_map(|outcome| {
            let rows = outcome.rows.iter().flat_map(Row::studies);
            rows.map(move |row| (outcome, row))
        })
        .collect();
    table(aid, &shown, &rows)
}

fn card(
    aid: &Aid,
    answers: &Answers,
    outcome: &Outcome,
    row: &Row,
    shown: &[&TreatmentOption],
) -> OutcomeCard {
    let words = aid.wording();
    let mut cells = card_cells(aid, outcome, row, shown);
    let no_range = without_range(shown, row, &mut cells);
    OutcomeCard {
        id: outcome.id.clone(),
        name: outcome.name.clone(),
        medical_name: outcome.medical_name.clone(),
        drawing: outcome.drawing.clone(),
        about: paragraphs(aid, &outcome.about),
        group: words.group(&row.group),
        analysis: words.analysis(&row.group),
        horizons: outcome
            .rows
            .iter()
            .map(|other| HorizonChoice {
                id: other.horizon.id.clone(),
                label: words.horizon_label(&other.horizon),
                selected: other.horizon.id == row.horizon.id,
            })
            .collect(),
        horizon: words.horizon_heading(&row.horizon),
        cells,
        no_range,
        for_group: aid.depends_on_group(&outcome.id).then(|| row.group.id.clone()),
        measured: measured(aid, outcome, row, shown),
        differences: row_differences(aid, outcome, row, shown),
        studies: studies(aid, outcome, row, shown),
        mark: mark(answers, outcome),
        note: row.note.clone(),
        sources: row.sources.iter().filter_map(|id| source(aid, id)).collect(),
        serious: outcome.serious,
        denominator: outcome.of.people_in_all(),
        changes: None,
        folded: false,
    }
}

/// The cells of a row of counts; none of another kind.
pub(super) fn card_cells(
    aid: &Aid,
    outcome: &Outcome,
    row: &Row,
    shown: &[&TreatmentOption],
) -> Vec<CellView> {
    let chance = matches!(outcome.measure, Measure::Chance);
    let counted = shown.iter().filter(|_| chance);
    counted.map(|option| cell(aid, outcome, row, option)).collect()
}

/// How the options of a row differ, of whatever kind they are.
pub(super) fn row_differences(
    aid: &Aid,
    outcome: &Outcome,
    row: &Row,
    shown: &[&TreatmentOption],
) -> Vec<String> {
    match outcome.measure {
        Measure::Chance => differences(aid, outcome, row, shown),
        Measure::Amount(_) | Measure::Levels(_) => measured::differences(aid, outcome, row, shown),
    }
}

/// That no figure of a card has a range, said once rather than at each of them.
fn without_range(shown: &[&TreatmentOption], row: &Row, cells: &mut [CellView]) -> Option<String> {
    let ranged = |option: &&TreatmentOption| row.cell(option.index).and_then(Cell::figure)?.range();
    if shown.iter().any(|option| ranged(option).is_some()) {
        return None;
    }
    let mut said = None;
    for cell in cells {
        if let CellView::Known(figure) = cell {
            said = Some(std::mem::take(&mut figure.range_brief));
        }
    }
    said
}

/// An option's figure about to be put into words; `None` when it is not known.
pub(crate) fn saying<'a>(
    outcome: &'a Outcome,
    row: &'a Row,
    option: &'a TreatmentOption,
) -> Option<Saying<'a>> {
    Some(Saying {
        figure: row.cell(option.index)?.figure()?,
        of: outcome.of,
        event: &outcome.event,
        option: option.in_sentence(),
    })
}

pub(super) fn cell(aid: &Aid, outcome: &Outcome, row: &Row, option: &TreatmentOption) -> CellView {
    match row.cell(option.index) {
        Some(Cell::Known(figure)) => {
            let saying = Saying {
                figure,
                of: outcome.of,
                event: &outcome.event,
                option: option.in_sentence(),
            };
            let said = aid.wording().figure(&saying);
            CellView::Known(Box::new(FigureView {
                option: head(option),
                count: said.count,
                of_every: said.of_every,
                happens: said.happens,
                does_not: said.does_not,
                does_not_brief: said.does_not_brief,
                sentence: said.sentence,
                picture: said.picture,
                icons: icons(said.icons),
                range: said.range,
                range_short: said.range_short,
                range_brief: said.range_brief,
                certainty: said.certainty,
                certainty_brief: aid.wording().certainty(figure.certainty(), None),
                sure: figure.certainty().map(sure),
                worked_out: said.worked_out,
                status: said.status,
                same: same(aid, row, option),
            }))
        }
        Some(Cell::Gap(gap)) => CellView::NotKnown {
            option: head(option),
            text: gap.said(aid.wording()),
            why: gap.reason(aid.wording()),
        },
        Some(Cell::Amount(_) | Cell::Level(_)) | None => CellView::NotKnown {
            option: head(option),
            text: aid.wording().not_known(),
            why: String::new(),
        },
    }
}

/// That an option's figure is another's by design, and why; empty when it is its own.
pub(super) fn same(aid: &Aid, row: &Row, option: &TreatmentOption) -> String {
    let Some((same, other)) = row
        .same(option.index)
        .and_then(|same| Some((same, aid.options().get(same.of)?)))
    else {
        return String::new();
    };
    let said = say!(
        aid.wording(),
        "By design this is the same as with {option}.",
        option = other.in_sentence()
    );
    [said.as_str(), " ", &same.because].concat()
}

fn icons(icons: Icons) -> IconCounts {
    let total = icons.of.people_in_all();
    IconCounts {
        certain: icons.certain,
        band: icons.band,
        rest: icons.rest,
        total,
        per_row: per_row(total),
    }
}

/// Icons per row in a picture of so many people.
pub(super) const fn per_row(total: u32) -> u32 {
    match total {
        100 => 10,
        1_000 => 40,
        _ => 100,
    }
}

const fn sure(certainty: Certainty) -> u8 {
    match certainty {
        Certainty::VeryLow => 1,
        Certainty::Low => 2,
        Certainty::Moderate => 3,
        Certainty::High => 4,
    }
}

/// The options, by name inside a sentence, whose figure somebody could know and we do not have.
pub(super) fn unknown(row: &Row, shown: &[&TreatmentOption]) -> Vec<String> {
    let kind = |option: &&&TreatmentOption| match row.cell(option.index).map(Cell::gap) {
        None => true,
        Some(gap) => gap.is_some_and(|gap| !matches!(gap.kind, GapKind::DoesNotApply { .. })),
    };
    let found = shown.iter().filter(kind);
    found.map(|option| option.in_sentence().to_owned()).collect()
}

/// That options to which the outcome does not apply are not compared; `None` when it applies to all.
pub(super) fn apart(aid: &Aid, row: &Row, shown: &[&TreatmentOption]) -> Option<String> {
    let applies = |option: &&&TreatmentOption| {
        let gap = row.cell(option.index).and_then(Cell::gap);
        gap.is_none_or(|gap| !matches!(gap.kind, GapKind::DoesNotApply { .. }))
    };
    let found = shown.iter().filter(|option| !applies(option));
    let names: Vec<String> = found.map(|option| option.in_sentence().to_owned()).collect();
    let words = aid.wording();
    (!names.is_empty()).then(|| {
        say!(
            words,
            "This does not apply to {options}, so there is nothing to compare.",
            options = words.list(&names)
        )
    })
}

/// How one option differs from another: as published where that is known, else from the two counts on the screen.
pub(super) fn how_they_differ(
    aid: &Aid,
    row: &Row,
    (with, said): &(usize, Saying<'_>),
    (than, other): &(usize, Saying<'_>),
) -> String {
    let words = aid.wording();
    match published(row, *with, *than, false) {
        Some(found) if found.to == *with => {
            words.contrast(&found.contrast, found.adjusted.as_deref(), said, other)
        }
        Some(found) => words.contrast(&found.contrast.turned(), found.adjusted.as_deref(), said, other),
        None => words.difference(said, other, row.tells_apart(*with, *than)),
    }
}

/// The published ratio of two options, told the way it was published.
fn ratio(aid: &Aid, row: &Row, a: &(usize, Saying<'_>), b: &(usize, Saying<'_>)) -> Option<String> {
    let found = published(row, a.0, b.0, true)?;
    let (with, than) = if found.to == a.0 { (a, b) } else { (b, a) };
    let adjusted = found.adjusted.as_deref();
    Some(
        aid.wording()
            .contrast(&found.contrast, adjusted, &with.1, &than.1),
    )
}

/// What was published of how two options differ.
pub(super) fn published(row: &Row, a: usize, b: usize, ratio: bool) -> Option<&Compared> {
    let mut all = row.compared.iter();
    all.find(|found| found.is_between(a, b) && found.is_ratio() == ratio)
}

/// Every other option against the first, then every other pair, all in the aid's order. From rounded counts, so
/// that anyone can check them against the numbers on the screen. What cannot be compared is said to be so.
fn differences(aid: &Aid, outcome: &Outcome, row: &Row, shown: &[&TreatmentOption]) -> Vec<String> {
    let known: Vec<(usize, Saying<'_>)> = shown
        .iter()
        .filter_map(|option| Some((option.index, saying(outcome, row, option)?)))
        .collect();
    let words = aid.wording();
    let mut out = Vec::new();
    for (at, than) in known.iter().enumerate() {
        if at > 0 && shown.len() > 3 {
            break;
        }
        for with in known.iter().skip(at + 1) {
            if !(with.1.figure.pooled() && than.1.figure.pooled()) {
                out.push(how_they_differ(aid, row, with, than));
                out.extend(ratio(aid, row, with, than));
            }
        }
    }
    if known.iter().filter(|(_, saying)| saying.figure.pooled()).count() > 1 {
        out.push(say!(
            words,
            "One figure was published for all the groups together, so it cannot show how they differ."
        ));
    }
    out.extend(apart(aid, row, shown));
    let unknown = unknown(row, shown);
    if !unknown.is_empty() {
        let (count, options) = (unknown.len(), words.list(&unknown));
        out.push(match count {
            1 => say!(
                words,
                "There is no figure for {options}, so we do not know how it compares.",
                options
            ),
            _ => say!(
                words,
                "There is no figure for {options}, so we do not know how they compare.",
                options
            ),
        });
    }
    out
}
