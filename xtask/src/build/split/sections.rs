//! Sections that both modules have, written with the places of one of them.

use super::bound::Bound;
use super::halves::told;
use super::places::Places;
use anyhow::{Context, Result};
use std::ops::Range;
use wasm_encoder::reencode::Reencode;
use wasm_encoder::{ConstExpr, DataSection, ElementSection, Elements, TypeSection};

/// The types that a module names.
pub(super) fn types(bound: &Bound<'_>, places: &Places) -> Result<TypeSection> {
    let mut section = TypeSection::new();
    let mut plain = wasm_encoder::reencode::RoundtripReencoder;
    for old in places.types.keys() {
        let of_type = bound.types.get(*old as usize).context("a type")?.clone();
        section.ty().func_type(&plain.func_type(of_type).map_err(told)?);
    }
    Ok(section)
}

/// The slots of the table that hold functions of one half, in runs.
pub(super) fn slots(
    bound: &Bound<'_>,
    places: &Places,
    table: u32,
    mine: impl Fn(u32) -> bool,
) -> Result<ElementSection> {
    let mut section = ElementSection::new();
    let (mut run, mut next): (Vec<u32>, Option<u32>) = (Vec::new(), None);
    let mut begun = 0;
    for (slot, function) in bound.slots.iter().filter(|(_, function)| mine(*function)) {
        if next != Some(*slot) {
            fill(&mut section, table, begun, &run);
            run.clear();
            begun = *slot;
        }
        run.push(
            *places
                .functions
                .get(function)
                .context("a slot of a function that is nowhere")?,
        );
        next = Some(*slot + 1);
    }
    fill(&mut section, table, begun, &run);
    Ok(section)
}

/// Fills a run of slots.
pub(super) fn fill(section: &mut ElementSection, table: u32, from: u32, functions: &[u32]) {
    if !functions.is_empty() {
        let table = (table > 0).then_some(table);
        section.active(
            table,
            &ConstExpr::i32_const(from.cast_signed()),
            Elements::Functions(functions.into()),
        );
    }
}

/// Puts a piece of data where it stands in memory.
pub(super) fn put(section: &mut DataSection, bound: &Bound<'_>, range: &Range<u32>) -> Result<()> {
    let bytes = bound
        .bytes(range)
        .context("a piece of data that is not in the module")?;
    section.active(
        0,
        &ConstExpr::i32_const(range.start.cast_signed()),
        bytes.iter().copied(),
    );
    Ok(())
}
