//! What speaks most for and against each option, chosen by the figures and by nothing else.
//!
//! An option with treatment or a test is held against the options without, as far as those have a figure; any other option
//! against all others that have one. What is better there is a benefit, what is worse a harm; what comes to the same number on the
//! screen is neither. Where nothing can be compared, a figure of the option's own stands in, as less is better or more.
//!
//! Of several the one comes first that can be weighed. Then one where the option has a figure, before one where not applying counts as none
//! or all. Then one that is held against doing without. Then, of harms, what only this option has a figure of; of benefits that comes last. Then
//! one to which the lists refer: that of the option's own benefits, or that of the risks of what it is held against; of harms the other way
//! round. So of two options what is first for one is first against the other. Then one whose ranges of chance have nothing in common, or where
//! one has no range and they are half of all people, or of the scale, apart. Then a serious one, then the largest difference; of equal ones the
//! first in the aid. Where several studies have a row each of one point in time, the first of them that tells of the option speaks. Benefit and harm are of two outcomes wherever there are two.
//!
//! Treatments whose main benefit reads the same number are not told apart by it: it says what treatment does, not which one. So each of them is
//! held against each other one of these as well, by the same rules, and what speaks most for it there stands beside its main benefit.

use std::cmp::Ordering;

use serde::Serialize;

use crate::aid::document::{Better, OptionKind};
use crate::aid::{Aid, Cell, GapKind, Measure, Outcome, OutcomeId, Piece, Row, TreatmentOption, pieces};
use crate::view::standing;

/// What speaks most for and against an option.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mains {
    /// The option.
    pub option: String,
    /// Its name.
    pub name: String,
    /// What speaks most for it; `None` when no figure does.
    pub benefit: Option<Main>,
    /// What speaks most against it; `None` when no figure does.
    pub harm: Option<Main>,
    /// What speaks most for it against each other treatment whose main benefit reads the same; of one where no figure does, nothing.
    pub among: Vec<Main>,
}

/// A benefit or a harm, with its figures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Main {
    /// The outcome.
    pub outcome: String,
    /// The option's figure: "24 of every 100 men".
    pub figure: String,
    /// When: "at 12 years".
    pub when: String,
    /// Whom it is held against, by name inside a sentence, and that figure; `None` where there is nothing to compare.
    pub than: Option<(String, String)>,
    /// Whether both have a range of chance and the two overlap: there may be no difference.
    pub overlap: bool,
}

impl std::fmt::Display for Main {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {} {}", self.outcome, self.figure, self.when)?;
        match &self.than {
            Some((option, figure)) => write!(f, ", against {figure} with {option}")?,
            None => write!(f, ", with nothing to compare")?,
        }
        if self.overlap {
            write!(f, " (ranges overlap)")?;
        }
        Ok(())
    }
}

/// How far apart two figures are, as a share of people or of the scale, that nobody takes for chance although one has no range.
const FAR: f64 = 0.5;

/// Something that speaks for or against an option, and how much it says.
struct Found {
    id: OutcomeId,
    benefit: bool,
    /// Whether it can be weighed; what cannot counts elsewhere, or is neither good nor bad in itself.
    weighed: bool,
    /// Whether the author names this figure of the option among its benefits, or its risks.
    named: bool,
    /// Whether the option's own figure was counted or measured, and is not what not applying counts as.
    counted: bool,
    /// How much it says by what it is held against, 2 the most.
    tier: u8,
    serious: bool,
    /// Whether both have a range of chance, and the two have nothing in common; where one has none, whether they are far apart.
    apart: bool,
    /// How far apart, as a share of people or of the scale.
    size: f64,
    main: Main,
}

impl Found {
    /// More before less.
    fn order(&self, other: &Self) -> Ordering {
        let key = |found: &Self| {
            (
                found.weighed,
                found.counted,
                found.tier,
                found.named,
                found.apart,
                found.serious,
            )
        };
        key(other).cmp(&key(self)).then(other.size.total_cmp(&self.size))
    }
}

/// For every option, in the aid's order.
pub(super) fn mains(aid: &Aid) -> Vec<Mains> {
    let options = aid.options().iter();
    let mut mains: Vec<Mains> = options
        .map(|option| {
            let found = all(aid, option, |other| other.index != option.index);
            let (benefit, harm) = pair(&found);
            let told = |at: Option<usize>| at.and_then(|at| found.get(at)).map(|found| found.main.clone());
            Mains {
                option: option.id.to_string(),
                name: option.name().to_owned(),
                benefit: told(benefit),
                harm: told(harm),
                among: Vec::new(),
            }
        })
        .collect();
    let among: Vec<Vec<Main>> = aid
        .options()
        .iter()
        .map(|option| among(aid, option, &mains))
        .collect();
    for (main, among) in mains.iter_mut().zip(among) {
        main.among = among;
    }
    mains
}

/// What speaks most for a treatment against each other one whose main benefit reads the same.
fn among(aid: &Aid, option: &TreatmentOption, mains: &[Mains]) -> Vec<Main> {
    let reads = |option: &TreatmentOption| {
        let benefit = mains.get(option.index).and_then(|mains| mains.benefit.as_ref());
        benefit
            .filter(|_| active(option))
            .map(|main| (&main.outcome, &main.figure, &main.when))
    };
    let others = aid.options().iter().filter(|other| {
        other.index != option.index && reads(other).is_some() && reads(other) == reads(option)
    });
    others
        .filter_map(|other| {
            let found = all(aid, option, |each| each.index == other.index);
            let first = found
                .into_iter()
                .find(|each| each.benefit && each.main.than.is_some());
            first.map(|found| found.main)
        })
        .collect()
}

/// What speaks for and against an option held against others, what says most first.
fn all(aid: &Aid, option: &TreatmentOption, others: impl Fn(&TreatmentOption) -> bool) -> Vec<Found> {
    let mut found: Vec<Found> = aid
        .outcomes()
        .iter()
        .flat_map(|outcome| of_outcome(aid, outcome, option, &others))
        .collect();
    // A stable sort: of equal ones the first in the aid.
    found.sort_by(Found::order);
    found
}

/// Where the first benefit and the first harm stand. One outcome is not both when another could be either: the one that is named for
/// the option stays, and the other gives way.
fn pair(found: &[Found]) -> (Option<usize>, Option<usize>) {
    let first = |benefit: bool, but: Option<usize>| {
        let not = but.and_then(|at| found.get(at)).map(|each| &each.id);
        found
            .iter()
            .position(|each| each.benefit == benefit && Some(&each.id) != not)
    };
    let (benefit, harm) = (first(true, None), first(false, None));
    let id = |at: Option<usize>| at.and_then(|at| found.get(at)).map(|each| &each.id);
    if benefit.is_none() || harm.is_none() || id(benefit) != id(harm) {
        return (benefit, harm);
    }
    let (other_benefit, other_harm) = (first(true, harm), first(false, benefit));
    // The list is in order: what stands earlier says more.
    match (benefit <= harm, other_benefit, other_harm) {
        (true, _, Some(harm)) | (false, None, Some(harm)) => (benefit, Some(harm)),
        (_, Some(benefit), _) => (Some(benefit), harm),
        (_, None, None) => (benefit, harm),
    }
}

/// Whether the list of benefits of an option, or that of its risks, names its own figure of an outcome.
fn named(outcome: &Outcome, benefit: bool, option: &TreatmentOption) -> bool {
    let texts = if benefit {
        &option.doc.benefits
    } else {
        &option.doc.risks
    };
    texts.iter().flat_map(|text| pieces(text)).any(
        |piece| matches!(piece, Piece::Figure(figure) if figure.outcome == outcome.id && figure.option == option.id),
    )
}

/// What an outcome says of an option, at the time that says most; of equal ones the time it is weighed at, then the first.
fn of_outcome(
    aid: &Aid,
    outcome: &Outcome,
    option: &TreatmentOption,
    others: &dyn Fn(&TreatmentOption) -> bool,
) -> Vec<Found> {
    let mut rows: Vec<&Row> = outcome.rows.iter().flat_map(Row::studies).collect();
    rows.sort_by_key(|row| row.horizon.id != outcome.weigh_at);
    let most = |found: &[Found]| found.iter().map(|each| each.tier).max();
    rows.into_iter()
        .map(|row| of_row(aid, outcome, row, option, others))
        .reduce(|kept, next| if most(&next) > most(&kept) { next } else { kept })
        .unwrap_or_default()
}

fn of_row(
    aid: &Aid,
    outcome: &Outcome,
    row: &Row,
    option: &TreatmentOption,
    held: &dyn Fn(&TreatmentOption) -> bool,
) -> Vec<Found> {
    let Some((cell, own)) = number(outcome, row, option.index) else {
        return Vec::new();
    };
    let others = || aid.options().iter().filter(|other| held(other));
    let known = |other: &&TreatmentOption| number(outcome, row, other.index).is_some();
    let without: Vec<&TreatmentOption> = others()
        .filter(|other| active(option) && !active(other))
        .filter(known)
        .collect();
    let direct = !active(option) || !without.is_empty();
    let against = if without.is_empty() {
        others().filter(known).collect()
    } else {
        without
    };
    if cell.is_pooled() {
        return Vec::new();
    }
    let found = |benefit, size, than: Option<(&TreatmentOption, &Cell)>| Found {
        id: outcome.id.clone(),
        benefit,
        weighed: outcome.weighed(),
        named: named(outcome, benefit, option)
            || than.is_some_and(|(other, _)| named(outcome, !benefit, other)),
        counted: cell.is_known(),
        tier: match (than.is_some(), benefit) {
            (true, _) if direct => 2,
            (true, true) | (false, false) => 1,
            (true, false) | (false, true) => 0,
        },
        serious: outcome.serious,
        apart: than.is_some_and(|(_, other)| match overlap(cell, other) {
            Some(overlap) => !overlap,
            None => size >= FAR && cell.is_known() && other.is_known(),
        }),
        size,
        main: Main {
            outcome: outcome.name.clone(),
            figure: told(aid, outcome, row, cell),
            when: aid.wording().horizon(&row.horizon),
            overlap: than.is_some_and(|(_, other)| overlap(cell, other) == Some(true)),
            than: than.map(|(other, cell)| (other.in_sentence().to_owned(), told(aid, outcome, row, cell))),
        },
    };
    if against.is_empty() {
        // A figure alone, and only one that was counted or measured.
        let some = cell.is_known() && own != 0.0;
        return some
            .then(|| found(outcome.better == Better::Higher, own.abs(), None))
            .into_iter()
            .collect();
    }
    let mut out = Vec::new();
    for other in against {
        if let Some((its, theirs)) = number(outcome, row, other.index) {
            let better = own - theirs;
            // One of the two has to be a figure; two that do not apply say nothing, and neither do two that read the same.
            let told_apart = aid.inline(outcome, cell) != aid.inline(outcome, its);
            if better != 0.0 && told_apart && (cell.is_known() || its.is_known()) {
                out.push(found(better > 0.0, better.abs(), Some((other, its))));
            }
        }
    }
    out
}

/// A figure inside a sentence, or what not applying counts as, which is one too.
fn told(aid: &Aid, outcome: &Outcome, row: &Row, cell: &Cell) -> String {
    if let Cell::Gap(gap) = cell
        && let GapKind::DoesNotApply {
            counts_as: Some(stand),
        } = &gap.kind
    {
        return format!(
            "{} (this does not apply)",
            standing(aid.wording(), outcome, row, *stand)
        );
    }
    aid.inline(outcome, cell)
}

fn active(option: &TreatmentOption) -> bool {
    matches!(option.kind, OptionKind::Active | OptionKind::Test)
}

/// A cell with how good it is, larger being better, as a share of people or of the scale.
fn number<'r>(outcome: &Outcome, row: &'r Row, option: usize) -> Option<(&'r Cell, f64)> {
    let cell = row.cell(option)?;
    let number = cell.number()?;
    let sign = match outcome.better {
        Better::Higher => 1.0,
        Better::Lower => -1.0,
    };
    let good = match &outcome.measure {
        Measure::Chance => sign * number,
        Measure::Amount(scale) => sign * number / (scale.high.value() - scale.low.value()),
        // A level's number is how good it is already.
        Measure::Levels(_) => number,
    };
    Some((cell, good))
}

/// Whether the ranges of chance of both have a point in common; `None` unless both have one.
fn overlap(a: &Cell, b: &Cell) -> Option<bool> {
    let ends = |cell: &Cell| match cell {
        Cell::Known(figure) => figure
            .range()
            .filter(|range| range.is_interval())
            .map(|range| (range.low().value(), range.high().value())),
        Cell::Amount(amount) => amount.interval().map(|(low, high)| (low.value(), high.value())),
        Cell::Level(_) | Cell::Gap(_) => None,
    };
    let (a, b) = ends(a).zip(ends(b))?;
    Some(a.0.max(b.0) <= a.1.min(b.1))
}
