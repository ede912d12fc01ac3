//! From answers in words to every weight set that they leave open.

use crate::consultation::{Claim, InPairs, LEVEL, Weighable};
use crate::fit::centre;
use crate::values::{Budget, Elicited, Statement, statements_within};

/// Steps that the exact middle of what the words leave open may take, which up to seven things need. Beyond, it is the mean of draws:
/// it is asked for again with every answer and for every person, and a page may not wait for it.
const STEPS: u64 = 10_000_000;
/// Steps that these draws may take. Each weight is then known to better than a hundredth.
const WALK: u64 = 2_000_000;

/// Everything that the words leave open, and its middle. `None` where answers cannot all be true.
pub(super) fn in_words(said: &InPairs, of: &[&Weighable]) -> Option<Elicited> {
    let place = |what: &Weighable| of.iter().position(|known| *known == what);
    let mut all = Vec::new();
    for claim in said.claims(of) {
        match claim {
            Claim::Most(most) => {
                let most = place(most)?;
                let others = (0..of.len()).filter(|other| *other != most);
                all.extend(others.map(|other| Statement::Ratio(other, most, 0.0, LEVEL)));
            }
            Claim::Said(more, less, word) => {
                let [low, high] = word.ratio();
                all.push(Statement::Ratio(place(less)?, place(more)?, low, high));
            }
        }
    }
    let (found, exact) = statements_within(of.len(), &all, &mut Budget::new(STEPS)).ok()?;
    let drawn = match found.allowed.as_rows() {
        Some(rows) if !exact => centre(of.len(), rows, WALK),
        _ => None,
    };
    Some(match drawn {
        Some(point) => Elicited {
            point: evened(&point, &all),
            ..found
        },
        None => found,
    })
}

/// The weights, where things of which the very same was said weigh the same: draws of them differ a little by chance.
fn evened(point: &[f64], said: &[Statement]) -> Vec<f64> {
    let told: Vec<Vec<Told>> = (0..point.len()).map(|at| told(at, said)).collect();
    let even = |own: &Vec<Told>| {
        let alike = told.iter().zip(point).filter(|(other, _)| *other == own);
        let (sum, count) = alike.fold((0.0, 0.0), |(sum, count), (_, weight)| {
            (sum + weight, count + 1.0)
        });
        sum / count
    };
    told.iter().map(even).collect()
}

/// Next to which other thing, on which side of the ratio, and its ends.
type Told = (usize, bool, [f64; 2]);

/// What was said of one thing.
fn told(at: usize, said: &[Statement]) -> Vec<Told> {
    let one = |statement: &Statement| match *statement {
        Statement::Ratio(this, other, low, high) if this == at => Some((other, true, [low, high])),
        Statement::Ratio(other, this, low, high) if this == at => Some((other, false, [low, high])),
        _ => None,
    };
    let mut all: Vec<Told> = said.iter().filter_map(one).collect();
    all.sort_by(|a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal));
    all
}

#[cfg(test)]
mod tests;
