//! The two modules that one is made into. They share memory, tables and globals, which the first exports and the second
//! imports, under numbers for names; so do functions of the first that the second calls. What the second has for the
//! first goes into slots of the table of functions.

use super::bound::Bound;
use super::first::first;
use super::places::Places;
use super::second::second;
use anyhow::{Result, anyhow};
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use wasm_encoder::reencode::Error;
use wasm_encoder::{CodeSection, ExportKind, TableType};

/// Where the parts of a module go.
pub(super) struct Plan {
    /// Functions of the second module.
    pub(super) second: BTreeSet<u32>,
    /// The one of them that the first calls.
    pub(super) gate: u32,
    /// Its slot in the table, one that is added for it.
    pub(super) slot: u32,
    /// Places in memory that only the second module reads or writes.
    pub(super) data: Vec<Range<u32>>,
    /// A number of this pair of modules: the name of the memory they share. A browser refuses to put together two that
    /// were not made from one.
    pub(super) pair: u64,
}

impl Plan {
    /// The name of a part that the first module hands to the second; the memory comes first.
    pub(super) fn name(&self, place: usize) -> String {
        if place == 0 {
            format!("0{:x}", self.pair)
        } else {
            place.to_string()
        }
    }
}

/// A number worked out from a module.
pub(super) fn number(module: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    module.hash(&mut hasher);
    hasher.finish()
}

/// Makes both modules.
pub(super) fn make(bound: &Bound<'_>, plan: &Plan) -> Result<(Vec<u8>, Vec<u8>)> {
    let shared = shared(bound, plan)?;
    Ok((first(bound, plan, &shared)?, second(bound, plan, shared)?))
}

/// What the second module names.
fn shared(bound: &Bound<'_>, plan: &Plan) -> Result<Places> {
    let mut used = Places {
        noting: true,
        ..Places::default()
    };
    let mut nowhere = CodeSection::new();
    for function in &plan.second {
        used.body(&mut nowhere, bound, *function)?;
    }
    used.noting = false;
    used.functions.retain(|old, _| !plan.second.contains(old));
    // Its own and imported functions have types too, and it fills the table of functions.
    for function in used.functions.keys().chain(&plan.second) {
        used.types.insert(bound.type_of(*function)?, 0);
    }
    used.tables.insert(bound.table, 0);
    Places::number(&mut used.functions);
    for (new, function) in (u32::try_from(used.functions.len())?..).zip(&plan.second) {
        used.functions.insert(*function, new);
    }
    Places::number(&mut used.globals);
    Places::number(&mut used.tables);
    Places::number(&mut used.types);
    Ok(used)
}

/// What the first module exports for the second, in the order in which the second imports it.
pub(super) fn handed(bound: &Bound<'_>, plan: &Plan, shared: &Places) -> Vec<(ExportKind, u32)> {
    let tables = shared.tables.keys().map(|old| (ExportKind::Table, *old));
    let globals = shared.globals.keys().map(|old| (ExportKind::Global, *old));
    let functions = shared.functions.keys().filter(|old| !plan.second.contains(old));
    let memories = (0..)
        .zip(&bound.memories)
        .map(|(old, _)| (ExportKind::Memory, old));
    memories
        .chain(tables)
        .chain(globals)
        .chain(functions.map(|old| (ExportKind::Func, *old)))
        .collect()
}

/// The type of a table, with room for the gate in the table of functions.
pub(super) fn grown(bound: &Bound<'_>, table: u32, mut of_type: TableType) -> TableType {
    if table == bound.table {
        of_type.minimum += 1;
        of_type.maximum = of_type.maximum.map(|most| most + 1);
    }
    of_type
}

/// Why a module could not be written.
pub(super) fn told(error: Error<Infallible>) -> anyhow::Error {
    anyhow!("a module could not be written: {error}")
}

/// What is left of a range without `taken`, which are in order.
pub(super) fn outside(range: Range<u32>, taken: &[Range<u32>]) -> Vec<Range<u32>> {
    let mut left = Vec::new();
    let mut from = range.start;
    for one in taken {
        if one.end <= from || one.start >= range.end {
            continue;
        }
        if one.start > from {
            left.push(from..one.start);
        }
        from = one.end;
    }
    if from < range.end {
        left.push(from..range.end);
    }
    left
}

#[cfg(test)]
mod tests {
    use super::outside;

    #[test]
    fn what_is_left_of_a_range() {
        let left = |start: u32, end: u32, taken: &[(u32, u32)]| -> Vec<(u32, u32)> {
            let taken: Vec<_> = taken.iter().map(|(start, end)| *start..*end).collect();
            let left = outside(start..end, &taken);
            left.into_iter().map(|range| (range.start, range.end)).collect()
        };
        assert_eq!(left(0, 10, &[]), [(0, 10)]);
        assert_eq!(left(0, 10, &[(2, 4), (4, 5), (8, 12)]), [(0, 2), (5, 8)]);
        assert_eq!(left(5, 10, &[(0, 6), (20, 30)]), [(6, 10)]);
        assert_eq!(left(5, 10, &[(0, 20)]), []);
    }
}
