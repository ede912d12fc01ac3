//! Acceptability without drawing: with exact values the set of allowed weights is cut along every pair's plane of
//! equal value, and each piece, in which the order of the options does not change, is measured.

use super::tally::Tally;
use crate::values::geometry::{Polytope, Side, Simplices, triangulate};

/// Measures the pieces; `None` when there are more simplices than `most`, or the set is too complex to cut.
pub(crate) fn measure(
    polytope: &Polytope,
    whole: &Simplices,
    frame: &[usize],
    values: &[Vec<f64>],
    most: usize,
) -> Option<Tally> {
    let m = values.len();
    let n = values.first().map_or(0, Vec::len);
    let pairs: Vec<(usize, usize, Vec<f64>)> = values
        .iter()
        .enumerate()
        .flat_map(|(a, va)| {
            values
                .iter()
                .enumerate()
                .skip(a + 1)
                .map(move |(b, vb)| (a, b, va.iter().zip(vb).map(|(x, y)| x - y).collect()))
        })
        .collect();
    let mut tally = Tally::new(m, n);
    let mut used = 0usize;
    let mut cut = false;
    // Depth first: a piece, the pair to look at next, and for each pair so far which option is above.
    let mut open: Vec<(Polytope, usize, Vec<i8>)> = vec![(polytope.clone(), 0, Vec::new())];
    while let Some((mut piece, mut next, mut signs)) = open.pop() {
        while let Some((_, _, row)) = pairs.get(next) {
            match piece.side(row) {
                Side::Above => signs.push(1),
                Side::Below => signs.push(-1),
                Side::Within => signs.push(0),
                Side::Across => {
                    cut = true;
                    let mut other = piece.clone();
                    let below: Vec<f64> = row.iter().map(|x| -x).collect();
                    if other.cut(&below, false).ok()? {
                        let mut theirs = signs.clone();
                        theirs.push(-1);
                        open.push((other, next + 1, theirs));
                    }
                    if !piece.cut(row, false).ok()? {
                        break;
                    }
                    signs.push(1);
                }
            }
            next += 1;
        }
        if next < pairs.len() {
            continue;
        }
        // Never cut: the simplices of the whole set will do.
        let part = if used == 0 && open.is_empty() && !cut {
            whole.clone()
        } else {
            triangulate(&piece, frame, most.saturating_sub(used))?
        };
        used += part.volumes.len();
        if used > most {
            return None;
        }
        if part.total <= 0.0 {
            continue;
        }
        let mut above = vec![0usize; m];
        for ((a, b, _), s) in pairs.iter().zip(&signs) {
            let loser = match s {
                1 => *b,
                -1 => *a,
                _ => continue,
            };
            if let Some(x) = above.get_mut(loser) {
                *x += 1;
            }
        }
        tally.add(part.total, &above, &part.centroid(&piece));
    }
    (tally.total > 0.0).then_some(tally)
}
