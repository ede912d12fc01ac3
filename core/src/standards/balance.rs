//! Whether the options are described alike: how many words, how many points for and against, and which figures each has.

use serde::Serialize;

use crate::aid::document::{Document, OptionDoc};
use crate::aid::{Code, Piece, Place, Problem, pieces};

/// A ratio above this gets a warning.
pub const UNEVEN: f64 = 2.0;

/// A ratio above this is not met.
pub const LOPSIDED: f64 = 3.0;

/// A difference of fewer words than this is no matter, whatever the ratio.
const FEW: usize = 15;

/// How much the aid says of one option.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Told {
    /// The option.
    pub option: String,
    /// Its name.
    pub name: String,
    /// How many words stand under all its headings.
    pub words: usize,
    /// How many words its benefits have.
    pub benefit_words: usize,
    /// How many words its risks have.
    pub risk_words: usize,
    /// How many benefits are listed.
    pub benefits: usize,
    /// How many risks are listed.
    pub risks: usize,
    /// How many figures stand among the benefits.
    pub benefit_figures: usize,
    /// How many figures stand among the risks.
    pub risk_figures: usize,
    /// In how many cells of the table of outcomes the option has a figure.
    pub known: usize,
    /// Its place among the options: what stands first is read most.
    pub position: usize,
}

/// The options side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Balance {
    /// One entry per option, in the aid's order.
    pub options: Vec<Told>,
    /// Words of the option told at most length for each word of that told shortest.
    pub words_ratio: f64,
    /// The largest ratio between benefits and risks of one option, in words.
    pub benefit_risk_ratio: f64,
    /// Outcomes shown as columns of figures, with cells for every option.
    pub cells: usize,
}

/// Counts what is said of each option.
#[must_use]
pub(super) fn balance(doc: &Document) -> Balance {
    let options: Vec<Told> = doc
        .options
        .iter()
        .enumerate()
        .map(|(index, option)| told(doc, option, index))
        .collect();
    let words = options.iter().map(|told| told.words);
    let within = options
        .iter()
        .map(|told| ratio(told.benefit_words, told.risk_words));
    Balance {
        words_ratio: ratio(words.clone().max().unwrap_or(0), words.min().unwrap_or(0)),
        benefit_risk_ratio: within.fold(1.0, f64::max),
        cells: doc.outcomes.iter().map(|outcome| outcome.rows.len()).sum(),
        options,
    }
}

fn told(doc: &Document, option: &OptionDoc, index: usize) -> Told {
    let lists = [
        &option.involves,
        &option.benefits,
        &option.risks,
        &option.alternatives,
        &option.nothing,
        &option.recovery,
        &option.practicalities,
    ];
    let single = [
        &option.summary,
        &option.reversible,
        &option.experience.physical,
        &option.experience.emotional,
        &option.experience.social,
    ];
    let known = doc.outcomes.iter().flat_map(|outcome| &outcome.rows);
    Told {
        option: option.id.clone(),
        name: option.name.clone(),
        words: lists.iter().map(|list| words(list)).sum::<usize>()
            + single
                .iter()
                .map(|text| text.split_whitespace().count())
                .sum::<usize>(),
        benefit_words: words(&option.benefits),
        risk_words: words(&option.risks),
        benefits: option.benefits.len(),
        risks: option.risks.len(),
        benefit_figures: figures(&option.benefits),
        risk_figures: figures(&option.risks),
        known: known
            .filter(|row| row.cell(&option.id).is_some_and(|cell| cell.gap().is_none()))
            .count(),
        position: index + 1,
    }
}

fn words(list: &[String]) -> usize {
    list.iter().map(|text| text.split_whitespace().count()).sum()
}

fn figures(list: &[String]) -> usize {
    let figure = |piece: &Piece<'_>| matches!(piece, Piece::Figure(_));
    list.iter()
        .map(|text| pieces(text).iter().filter(|piece| figure(piece)).count())
        .sum()
}

/// The larger for each of the smaller, to a tenth; 1 when both are 0.
fn ratio(a: usize, b: usize) -> f64 {
    let wide = |n: usize| u32::try_from(n).map_or(f64::MAX, f64::from);
    let (large, small) = (wide(a.max(b)), wide(a.min(b)));
    if large == 0.0 {
        return 1.0;
    }
    (large / small.max(1.0) * 10.0).round() / 10.0
}

/// A warning for what is told unevenly.
pub(super) fn remarks(balance: &Balance, problems: &mut Vec<Problem>) {
    let place = Place::root().key("option");
    let longest = balance.options.iter().max_by_key(|told| told.words);
    let shortest = balance
        .options
        .iter()
        .enumerate()
        .min_by_key(|(_, told)| told.words);
    if let (Some(longest), Some((index, shortest))) = (longest, shortest)
        && balance.words_ratio > UNEVEN
        && longest.words - shortest.words >= FEW
    {
        problems.push(Problem::new(
            Code::Unbalanced,
            place.index(index),
            format!(
                "\"{}\" has {} words and \"{}\" has {}",
                shortest.name, shortest.words, longest.name, longest.words
            ),
            "tell both at about the same length, under the same headings",
        ));
    }
    for (index, told) in balance.options.iter().enumerate() {
        if ratio(told.benefit_words, told.risk_words) <= UNEVEN
            || told.benefit_words.abs_diff(told.risk_words) < FEW
        {
            continue;
        }
        let short = if told.benefit_words < told.risk_words {
            "benefits"
        } else {
            "risks"
        };
        problems.push(Problem::new(
            Code::Unbalanced,
            place.index(index).key(short),
            format!(
                "\"{}\" has {} words of benefits and {} of risks",
                told.name, told.benefit_words, told.risk_words
            ),
            "give both in equal detail; when there is little to say, say that",
        ));
    }
}
