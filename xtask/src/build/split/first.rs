//! The first module: all that the first step needs, and the gate to the second.

use super::bound::Bound;
use super::halves::{Plan, grown, handed, outside, told};
use super::places::{Places, same};
use super::sections::{put, slots, types};
use anyhow::{Context, Result, bail};
use wasm_encoder::reencode::Reencode;
use wasm_encoder::{
    CodeSection, DataSection, ExportKind, ExportSection, Function, FunctionSection, GlobalSection,
    ImportSection, MemorySection, Module, StartSection, TableSection,
};

/// Writes it; `shared` is what the second module names.
pub(super) fn first(bound: &Bound<'_>, plan: &Plan, shared: &Places) -> Result<Vec<u8>> {
    let own: Vec<u32> = (bound.imported..u32::try_from(bound.functions.len())?)
        .filter(|function| !plan.second.contains(function))
        .collect();
    let mut places = places(bound, plan, &own)?;

    let mut module = Module::new();
    module.section(&types(bound, &places)?);
    module.section(&imports(bound, &mut places)?);
    let mut section = FunctionSection::new();
    for function in own.iter().chain([&plan.gate]) {
        section.function(bound.type_of(*function)?);
    }
    module.section(&section);
    memories(&mut module, bound, &mut places)?;
    module.section(&exports(bound, plan, shared, &mut places)?);
    if let Some(function) = bound.start {
        module.section(&StartSection {
            function_index: places.function_index(function).map_err(told)?,
        });
    }
    module.section(&slots(bound, &places, bound.table, |function| {
        !plan.second.contains(&function)
    })?);
    module.section(&code(bound, plan, &own, &mut places)?);
    module.section(&data(bound, plan)?);
    if let Some(lost) = places.lost {
        bail!("the first module names {lost}, which the plan forgot");
    }
    Ok(module.finish())
}

/// Imported functions, then its own, then the gate.
fn places(bound: &Bound<'_>, plan: &Plan, own: &[u32]) -> Result<Places> {
    let all = (0..bound.imported).chain(own.iter().copied()).chain([plan.gate]);
    Ok(Places {
        functions: all.zip(0..).collect(),
        globals: same(bound.globals.len())?,
        tables: same(bound.tables.len())?,
        types: same(bound.types.len())?,
        ..Places::default()
    })
}

fn imports(bound: &Bound<'_>, places: &mut Places) -> Result<ImportSection> {
    let mut section = ImportSection::new();
    for import in &bound.imports {
        let of_type = places.entity_type(import.ty).map_err(told)?;
        section.import(import.module, import.name, of_type);
    }
    Ok(section)
}

/// Tables, memories and globals, which both modules use.
fn memories(module: &mut Module, bound: &Bound<'_>, places: &mut Places) -> Result<()> {
    let mut section = TableSection::new();
    for (place, table) in (0..).zip(&bound.tables) {
        section.table(grown(bound, place, places.table_type(table.ty).map_err(told)?));
    }
    module.section(&section);
    let mut section = MemorySection::new();
    for memory in &bound.memories {
        section.memory(places.memory_type(*memory).map_err(told)?);
    }
    module.section(&section);
    let mut section = GlobalSection::new();
    for global in &bound.globals {
        places.parse_global(&mut section, global.clone()).map_err(told)?;
    }
    module.section(&section);
    Ok(())
}

/// What JavaScript calls, and what is handed to the second module.
fn exports(bound: &Bound<'_>, plan: &Plan, shared: &Places, places: &mut Places) -> Result<ExportSection> {
    let mut section = ExportSection::new();
    for export in &bound.exports {
        places.parse_export(&mut section, *export).map_err(told)?;
    }
    for (place, (kind, old)) in handed(bound, plan, shared).into_iter().enumerate() {
        let new = match kind {
            ExportKind::Func => places.function_index(old).map_err(told)?,
            _ => old,
        };
        section.export(&plan.name(place), kind, new);
    }
    Ok(section)
}

fn code(bound: &Bound<'_>, plan: &Plan, own: &[u32], places: &mut Places) -> Result<CodeSection> {
    let mut code = CodeSection::new();
    for function in own {
        places.body(&mut code, bound, *function)?;
    }
    code.function(&gate(bound, plan)?);
    Ok(code)
}

/// Stands in the first module for the gate, and calls it through its slot, which the second module fills.
fn gate(bound: &Bound<'_>, plan: &Plan) -> Result<Function> {
    let of_type = bound.type_of(plan.gate)?;
    let all = bound
        .types
        .get(of_type as usize)
        .context("a type")?
        .params()
        .len();
    let mut body = Function::new([]);
    let mut code = body.instructions();
    for argument in 0..u32::try_from(all)? {
        code.local_get(argument);
    }
    code.i32_const(plan.slot.cast_signed())
        .call_indirect(bound.table, of_type)
        .end();
    Ok(body)
}

/// The pieces of data that the second module does not bring.
fn data(bound: &Bound<'_>, plan: &Plan) -> Result<DataSection> {
    let mut section = DataSection::new();
    for (start, bytes) in &bound.data {
        for range in outside(*start..*start + u32::try_from(bytes.len())?, &plan.data) {
            put(&mut section, bound, &range)?;
        }
    }
    Ok(section)
}
