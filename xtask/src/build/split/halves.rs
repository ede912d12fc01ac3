//! The two modules that one is made into. They share memory, tables and globals, which the first exports and the second
//! imports, under numbers for names; so do functions of the first that the second calls. What the second has for the
//! first goes into slots of the table.

use super::bound::Bound;
use anyhow::{Context, Result, anyhow, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    Function, FunctionSection, GlobalSection, ImportSection, MemorySection, Module, StartSection,
    TableSection, TypeSection,
};

/// Where the parts of a module go.
pub(super) struct Plan {
    /// Functions of the second module.
    pub(super) rest: BTreeSet<u32>,
    /// Those of them that the first calls, with their new slots in the table.
    pub(super) gates: BTreeMap<u32, u32>,
    /// Places in memory that only the second module reads or writes.
    pub(super) data: Vec<Range<u32>>,
    /// A number of this pair of modules: the name of the memory they share. A browser refuses to put together two that
    /// were not made from one.
    pub(super) pair: u64,
}

impl Plan {
    /// The name of a part that the first module hands to the second; the memory comes first.
    fn name(&self, place: usize) -> String {
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

/// New places of what a body names. While `noting`, what is named is only noted.
#[derive(Default)]
struct Places {
    functions: BTreeMap<u32, u32>,
    globals: BTreeMap<u32, u32>,
    tables: BTreeMap<u32, u32>,
    types: BTreeMap<u32, u32>,
    noting: bool,
    lost: Option<String>,
}

impl Places {
    fn find(
        noting: bool,
        lost: &mut Option<String>,
        list: &mut BTreeMap<u32, u32>,
        what: &str,
        old: u32,
    ) -> u32 {
        if noting {
            list.insert(old, old);
        }
        list.get(&old).copied().unwrap_or_else(|| {
            *lost = Some(format!("{what} {old}"));
            old
        })
    }

    /// Numbers in the order of the old places.
    fn number(list: &mut BTreeMap<u32, u32>) {
        for (new, old) in (0..).zip(list.values_mut()) {
            *old = new;
        }
    }

    /// A body with its new places.
    fn body(&mut self, code: &mut CodeSection, bound: &Bound<'_>, function: u32) -> Result<()> {
        let body = bound.body(function).context("a function without a body")?;
        self.parse_function_body(code, body.clone())
            .map_err(|error| anyhow!("function {function} could not be moved: {error}"))?;
        match self.lost.take() {
            Some(lost) => bail!("function {function} names {lost}, which the plan forgot"),
            None => Ok(()),
        }
    }
}

impl Reencode for Places {
    type Error = Infallible;

    fn function_index(&mut self, old: u32) -> Result<u32, Error<Infallible>> {
        Ok(Self::find(
            self.noting,
            &mut self.lost,
            &mut self.functions,
            "function",
            old,
        ))
    }

    fn global_index(&mut self, old: u32) -> Result<u32, Error<Infallible>> {
        Ok(Self::find(
            self.noting,
            &mut self.lost,
            &mut self.globals,
            "global",
            old,
        ))
    }

    fn table_index(&mut self, old: u32) -> Result<u32, Error<Infallible>> {
        Ok(Self::find(
            self.noting,
            &mut self.lost,
            &mut self.tables,
            "table",
            old,
        ))
    }

    fn type_index(&mut self, old: u32) -> Result<u32, Error<Infallible>> {
        Ok(Self::find(
            self.noting,
            &mut self.lost,
            &mut self.types,
            "type",
            old,
        ))
    }

    fn data_index(&mut self, old: u32) -> Result<u32, Error<Infallible>> {
        self.lost = Some(format!("segment {old} of data"));
        Ok(old)
    }

    fn element_index(&mut self, old: u32) -> Result<u32, Error<Infallible>> {
        self.lost = Some(format!("segment {old} of elements"));
        Ok(old)
    }
}

fn same(all: usize) -> Result<BTreeMap<u32, u32>> {
    let all = u32::try_from(all)?;
    Ok((0..all).zip(0..all).collect())
}

/// Makes both modules.
pub(super) fn make(bound: &Bound<'_>, plan: &Plan) -> Result<(Vec<u8>, Vec<u8>)> {
    let shared = shared(bound, plan)?;
    Ok((first(bound, plan, &shared)?, rest(bound, plan, shared)?))
}

/// What the second module names.
fn shared(bound: &Bound<'_>, plan: &Plan) -> Result<Places> {
    let mut used = Places {
        noting: true,
        ..Places::default()
    };
    let mut nowhere = CodeSection::new();
    for function in &plan.rest {
        used.body(&mut nowhere, bound, *function)?;
    }
    used.noting = false;
    used.functions.retain(|old, _| !plan.rest.contains(old));
    // Its own and imported functions have types too, and it fills the table of functions.
    for function in used.functions.keys().chain(&plan.rest) {
        let of_type = bound
            .functions
            .get(*function as usize)
            .context("a function without a type")?;
        used.types.insert(*of_type, 0);
    }
    used.tables.insert(bound.table, 0);
    Places::number(&mut used.functions);
    for (new, function) in (u32::try_from(used.functions.len())?..).zip(&plan.rest) {
        used.functions.insert(*function, new);
    }
    Places::number(&mut used.globals);
    Places::number(&mut used.tables);
    Places::number(&mut used.types);
    Ok(used)
}

/// What the first module exports for the second, in the order in which the second imports it.
fn handed(bound: &Bound<'_>, plan: &Plan, shared: &Places) -> Vec<(ExportKind, u32)> {
    let tables = shared.tables.keys().map(|old| (ExportKind::Table, *old));
    let globals = shared.globals.keys().map(|old| (ExportKind::Global, *old));
    let functions = shared.functions.keys().filter(|old| !plan.rest.contains(old));
    let memories = (0..)
        .zip(&bound.memories)
        .map(|(old, _)| (ExportKind::Memory, old));
    memories
        .chain(tables)
        .chain(globals)
        .chain(functions.map(|old| (ExportKind::Func, *old)))
        .collect()
}

fn first(bound: &Bound<'_>, plan: &Plan, shared: &Places) -> Result<Vec<u8>> {
    let imported = bound.imported;
    let own: Vec<u32> = (imported..u32::try_from(bound.functions.len())?)
        .filter(|function| !plan.rest.contains(function))
        .collect();
    let mut places = Places {
        functions: (0..imported)
            .zip(0..)
            .chain(own.iter().copied().zip(imported..))
            .collect(),
        globals: same(bound.globals.len())?,
        tables: same(bound.tables.len())?,
        types: same(bound.types.len())?,
        ..Places::default()
    };
    let gates = imported + u32::try_from(own.len())?;
    places.functions.extend(plan.gates.keys().copied().zip(gates..));

    let mut module = Module::new();
    module.section(&types(bound, &places)?);
    let mut section = ImportSection::new();
    for import in &bound.imports {
        let of_type = places.entity_type(import.ty).map_err(told)?;
        section.import(import.module, import.name, of_type);
    }
    module.section(&section);

    let mut section = FunctionSection::new();
    for function in own.iter().chain(plan.gates.keys()) {
        section.function(
            *bound
                .functions
                .get(*function as usize)
                .context("a function without a type")?,
        );
    }
    module.section(&section);

    let mut section = TableSection::new();
    for (place, table) in (0..).zip(&bound.tables) {
        let mut of_type = places.table_type(table.ty).map_err(told)?;
        if place == bound.table {
            let more = plan.gates.len() as u64;
            of_type.minimum += more;
            of_type.maximum = of_type.maximum.map(|most| most + more);
        }
        section.table(of_type);
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
    module.section(&section);
    if let Some(function_index) = bound.start {
        module.section(&StartSection {
            function_index: places.function_index(function_index).map_err(told)?,
        });
    }
    module.section(&slots(bound, &places, bound.table, |function| {
        !plan.rest.contains(&function)
    })?);

    let mut code = CodeSection::new();
    for function in &own {
        places.body(&mut code, bound, *function)?;
    }
    for (function, slot) in &plan.gates {
        code.function(&gate(bound, *function, *slot)?);
    }
    module.section(&code);

    let mut section = DataSection::new();
    for (start, bytes) in &bound.data {
        for range in outside(*start..*start + u32::try_from(bytes.len())?, &plan.data) {
            put(&mut section, bound, &range)?;
        }
    }
    module.section(&section);
    if let Some(lost) = places.lost {
        bail!("the first module names {lost}, which the plan forgot");
    }
    Ok(module.finish())
}

fn rest(bound: &Bound<'_>, plan: &Plan, mut places: Places) -> Result<Vec<u8>> {
    let mut module = Module::new();
    module.section(&types(bound, &places)?);

    let mut section = ImportSection::new();
    for (place, (kind, old)) in handed(bound, plan, &places).into_iter().enumerate() {
        let at = old as usize;
        let what: EntityType = match kind {
            ExportKind::Memory => {
                let of_type = bound.memories.get(at).context("a memory")?;
                places.memory_type(*of_type).map_err(told)?.into()
            }
            ExportKind::Table => {
                let of_type = bound.tables.get(at).context("a table")?.ty;
                let mut of_type = places.table_type(of_type).map_err(told)?;
                if old == bound.table {
                    let more = plan.gates.len() as u64;
                    of_type.minimum += more;
                    of_type.maximum = of_type.maximum.map(|most| most + more);
                }
                of_type.into()
            }
            ExportKind::Global => {
                let of_type = bound.globals.get(at).context("a global")?.ty;
                places.global_type(of_type).map_err(told)?.into()
            }
            _ => {
                let of_type = *bound.functions.get(at).context("a function without a type")?;
                EntityType::Function(places.type_index(of_type).map_err(told)?)
            }
        };
        section.import("m", &plan.name(place), what);
    }
    module.section(&section);

    let mut section = FunctionSection::new();
    for function in &plan.rest {
        let of_type = *bound
            .functions
            .get(*function as usize)
            .context("a function without a type")?;
        section.function(places.type_index(of_type).map_err(told)?);
    }
    module.section(&section);

    let table = places.table_index(bound.table).map_err(told)?;
    let mut section = slots(bound, &places, table, |function| plan.rest.contains(&function))?;
    for (function, slot) in &plan.gates {
        let function = places.function_index(*function).map_err(told)?;
        fill(&mut section, table, *slot, &[function]);
    }
    module.section(&section);

    let mut code = CodeSection::new();
    for function in &plan.rest {
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

fn told(error: Error<Infallible>) -> anyhow::Error {
    anyhow!("a module could not be written: {error}")
}

fn types(bound: &Bound<'_>, places: &Places) -> Result<TypeSection> {
    let mut section = TypeSection::new();
    let mut plain = wasm_encoder::reencode::RoundtripReencoder;
    for old in places.types.keys() {
        let of_type = bound.types.get(*old as usize).context("a type")?.clone();
        section.ty().func_type(&plain.func_type(of_type).map_err(told)?);
    }
    Ok(section)
}

/// The slots of the table that hold functions of one half, in runs.
fn slots(
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

fn fill(section: &mut ElementSection, table: u32, from: u32, functions: &[u32]) {
    if !functions.is_empty() {
        let table = (table > 0).then_some(table);
        section.active(
            table,
            &ConstExpr::i32_const(from.cast_signed()),
            Elements::Functions(functions.into()),
        );
    }
}

/// Stands in the first module for a function of the second, and calls it through its slot.
fn gate(bound: &Bound<'_>, function: u32, slot: u32) -> Result<Function> {
    let of_type = *bound
        .functions
        .get(function as usize)
        .context("a function without a type")?;
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
    code.i32_const(slot.cast_signed())
        .call_indirect(bound.table, of_type)
        .end();
    Ok(body)
}

fn put(section: &mut DataSection, bound: &Bound<'_>, range: &Range<u32>) -> Result<()> {
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
