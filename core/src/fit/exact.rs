//! Acceptability without drawing: with exact values the set of allowed weights is cut along every pair's plane of
//! equal value, and each piece, in which the order of the options does not change, is measured.

use super::tally::Tally;
use crate::values::geometry::{Polytope, Side, Simplices, triangulate};

/// Two options and, for each outcome, how much more the first has of it.
type Pair = (usize, usize, Vec<f64>);

/// A part of the set of weights, the pair that is looked at next, and for each pair before it which option is above.
struct Piece {
    weights: Polytope,
    next: usize,
    signs: Vec<i8>,
}

/// Measures the pieces; `None` when there are more simplices than `most`, or the set is too complex to cut.
pub(crate) fn measure(
    polytope: &Polytope,
    whole: &Simplices,
    frame: &[usize],
    values: &[Vec<f64>],
    most: usize,
) -> Option<Tally> {
    let (options, outcomes) = (values.len(), values.first().map_or(0, Vec::len));
    let pairs = pairs(values);
    let mut tally = Tally::new(options, outcomes);
    let mut used = 0usize;
    let mut cut = false;
    // Depth first.
    let mut open = vec![Piece {
        weights: polytope.clone(),
        next: 0,
        signs: Vec::new(),
    }];
    while let Some(piece) = open.pop() {
        let Some(piece) = ordered(piece, &pairs, &mut open, &mut cut)? else {
            continue;
        };
        // Never cut: the simplices of the whole set will do.
        let part = if used == 0 && open.is_empty() && !cut {
            whole.clone()
        } else {
            triangulate(&piece.weights, frame, most.saturating_sub(used))?
        };
        used += part.volumes.len();
        if used > most {
            return None;
        }
        if part.total > 0.0 {
            let above = above(&pairs, &piece.signs, options);
            tally.add(part.total, &above, &part.centroid(&piece.weights));
        }
    }
    (tally.total > 0.0).then_some(tally)
}

/// Every two options.
fn pairs(values: &[Vec<f64>]) -> Vec<Pair> {
    values
        .iter()
        .enumerate()
        .flat_map(|(a, va)| {
            values
                .iter()
                .enumerate()
                .skip(a + 1)
                .map(move |(b, vb)| (a, b, va.iter().zip(vb).map(|(x, y)| x - y).collect()))
        })
        .collect()
}

/// Follows a piece through the pairs that are left. Where a pair's plane goes through it, what is below is left in `open` for
/// later. The outer `None` says that the set is too complex to cut, the inner one that nothing of the piece is left.
fn ordered(mut piece: Piece, pairs: &[Pair], open: &mut Vec<Piece>, cut: &mut bool) -> Option<Option<Piece>> {
    while let Some((_, _, row)) = pairs.get(piece.next) {
        match piece.weights.side(row) {
            Side::Above => piece.signs.push(1),
            Side::Below => piece.signs.push(-1),
            Side::Within => piece.signs.push(0),
            Side::Across => {
                *cut = true;
                let mut other = piece.weights.clone();
                let below: Vec<f64> = row.iter().map(|x| -x).collect();
                if other.cut(&below, false).ok()? {
                    let mut signs = piece.signs.clone();
                    signs.push(-1);
                    open.push(Piece {
                        weights: other,
                        next: piece.next + 1,
                        signs,
                    });
                }
                if !piece.weights.cut(row, false).ok()? {
                    return Some(None);
                }
                piece.signs.push(1);
            }
        }
        piece.next += 1;
    }
    Some(Some(piece))
}

/// For each option, how many others are above it.
fn above(pairs: &[Pair], signs: &[i8], options: usize) -> Vec<usize> {
    let mut above = vec![0usize; options];
    for ((a, b, _), sign) in pairs.iter().zip(signs) {
        let loser = match sign {
            1 => *b,
            -1 => *a,
            _ => continue,
        };
        if let Some(count) = above.get_mut(loser) {
            *count += 1;
        }
    }
    above
}
