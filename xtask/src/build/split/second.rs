//! The second module: the later code, which imports from the first what it stands on.

use super::bound::Bound;
use super::halves::{Plan, grown, handed, told};
use super::places::Places;
use super::sections::{fill, put, slots, types};
use anyhow::{Context, Result, bail};
use wasm_encoder::reencode::Reencode;
use wasm_encoder::{
    CodeSection, DataSection, EntityType, ExportKind, FunctionSection, ImportSection, Module,
};

/// Writes it.
pub(super) fn second(bound: &Bound<'_>, plan: &Plan, mut places: Places) -> Result<Vec<u8>> {
    let mut module = Module::new();
    module.section(&types(bound, &places)?);
    module.section(&imports(bound, plan, &mut places)?);

    let mut section = FunctionSection::new();
    for function in &plan.second {
        section.function(places.type_index(bound.type_of(*function)?).map_err(told)?);
    }
    module.section(&section);

    let table = places.table_index(bound.table).map_err(told)?;
    let mut section = slots(bound, &places, table, |function| plan.second.contains(&function))?;
    let gate = places.function_index(plan.gate).map_err(told)?;
    fill(&mut section, table, plan.slot, &[gate]);
    module.section(&section);

    let mut code = CodeSection::new();
    for function in &plan.second {
        places.body(&mut code, bound, *function)?;
    }
    module.section(&code);

    let mut section = DataSection::new();
    for range in &plan.data {
        put(&mut section, bound, range)?;
    }
    module.section(&section);
    if let Some(lost) = places.lost {
        bail!("the second module names {lost}, which the plan forgot");
    }
    Ok(module.finish())
}

/// What the first module hands over.
fn imports(bound: &Bound<'_>, plan: &Plan, places: &mut Places) -> Result<ImportSection> {
    let mut section = ImportSection::new();
    for (place, (kind, old)) in handed(bound, plan, places).into_iter().enumerate() {
        let at = old as usize;
        let what: EntityType = match kind {
            ExportKind::Memory => {
                let of_type = bound.memories.get(at).context("a memory")?;
                places.memory_type(*of_type).map_err(told)?.into()
            }
            ExportKind::Table => {
                let table = bound.tables.get(at).context("a table")?;
                grown(bound, old, places.table_type(table.ty).map_err(told)?).into()
            }
            ExportKind::Global => {
                let of_type = bound.globals.get(at).context("a global")?.ty;
                places.global_type(of_type).map_err(told)?.into()
            }
            _ => EntityType::Function(places.type_index(bound.type_of(old)?).map_err(told)?),
        };
        section.import("m", &plan.name(place), what);
    }
    Ok(section)
}
