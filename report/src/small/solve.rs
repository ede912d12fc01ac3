//! Which hidden numbers all sums together give away, as anybody could work out from what is published.
//!
//! Sums in which some hidden number stands alone of its kind say nothing of the others and are put aside first, again and
//! again. What is left is small, and is solved by elimination, modulo a prime: the parts are whole numbers with factors of 1.

use std::collections::{BTreeMap, BTreeSet};

use super::sums::Sums;

const PRIME: u64 = 2_147_483_647;

/// The hidden numbers that are determined.
pub(super) fn told(sums: &Sums, hidden: impl Fn(usize) -> bool) -> BTreeSet<usize> {
    let mut rows: Vec<BTreeMap<usize, u64>> = Vec::new();
    for sum in &sums.sums {
        let mut row: BTreeMap<usize, u64> = BTreeMap::new();
        for part in sum.parts.iter().filter(|part| hidden(**part)) {
            *row.entry(*part).or_default() += 1;
        }
        if hidden(sum.whole) {
            let factor = row.entry(sum.whole).or_default();
            *factor = (*factor + PRIME - 1) % PRIME;
        }
        row.retain(|_, factor| *factor != 0);
        if !row.is_empty() {
            rows.push(row);
        }
    }
    peel(&mut rows);
    let mut told = BTreeSet::new();
    for rows in apart(rows) {
        told.extend(solved(rows));
    }
    told
}

/// Takes away the sums with a number that stands in no other.
fn peel(rows: &mut Vec<BTreeMap<usize, u64>>) {
    loop {
        let mut uses: BTreeMap<usize, u32> = BTreeMap::new();
        for place in rows.iter().flat_map(BTreeMap::keys) {
            *uses.entry(*place).or_default() += 1;
        }
        let before = rows.len();
        // A sum with one number alone determines it.
        rows.retain(|row| {
            row.len() == 1
                || row
                    .keys()
                    .all(|place| uses.get(place).is_some_and(|uses| *uses > 1))
        });
        if rows.len() == before {
            return;
        }
    }
}

/// The sums in groups that share no number.
fn apart(rows: Vec<BTreeMap<usize, u64>>) -> Vec<Vec<BTreeMap<usize, u64>>> {
    let mut groups: Vec<Vec<BTreeMap<usize, u64>>> = Vec::new();
    let mut home: BTreeMap<usize, usize> = BTreeMap::new();
    for row in rows {
        let homes: BTreeSet<usize> = row.keys().filter_map(|place| home.get(place).copied()).collect();
        let into = homes.first().copied().unwrap_or(groups.len());
        if into == groups.len() {
            groups.push(Vec::new());
        }
        for other in homes.into_iter().skip(1) {
            let moved = groups.get_mut(other).map(std::mem::take).unwrap_or_default();
            for place in moved.iter().flat_map(BTreeMap::keys) {
                home.insert(*place, into);
            }
            if let Some(group) = groups.get_mut(into) {
                group.extend(moved);
            }
        }
        for place in row.keys() {
            home.insert(*place, into);
        }
        if let Some(group) = groups.get_mut(into) {
            group.push(row);
        }
    }
    groups
}

/// Elimination to the end: a number is determined where its sum has nothing else left.
fn solved(rows: Vec<BTreeMap<usize, u64>>) -> BTreeSet<usize> {
    let mut done: Vec<(usize, BTreeMap<usize, u64>)> = Vec::new();
    for mut row in rows {
        for (pivot, other) in &done {
            subtract(&mut row, *pivot, other);
        }
        let Some((pivot, factor)) = row.iter().map(|(place, factor)| (*place, *factor)).next() else {
            continue;
        };
        let inverse = power(factor, PRIME - 2);
        for value in row.values_mut() {
            *value = *value * inverse % PRIME;
        }
        for (_, other) in &mut done {
            subtract(other, pivot, &row);
        }
        done.push((pivot, row));
    }
    done.into_iter()
        .filter(|(_, row)| row.len() == 1)
        .map(|(pivot, _)| pivot)
        .collect()
}

/// Takes the pivot out of a row.
fn subtract(row: &mut BTreeMap<usize, u64>, pivot: usize, other: &BTreeMap<usize, u64>) {
    let Some(times) = row.get(&pivot).copied() else {
        return;
    };
    for (place, value) in other {
        let entry = row.entry(*place).or_default();
        *entry = (*entry + (PRIME - times) * value) % PRIME;
        if *entry == 0 {
            row.remove(place);
        }
    }
}

fn power(base: u64, mut exponent: u64) -> u64 {
    let (mut out, mut square) = (1, base);
    while exponent > 0 {
        if exponent & 1 == 1 {
            out = out * square % PRIME;
        }
        square = square * square % PRIME;
        exponent >>= 1;
    }
    out
}
