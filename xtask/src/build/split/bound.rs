//! A module as wasm-bindgen leaves it, read whole.

use super::graph::place;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::ops::Range;
use wasmparser::{
    Data, Element, ElementItems, ElementKind, Export, FuncType, FunctionBody, Global, Import, Imports,
    MemoryType, Operator, Parser, Payload, Table, TypeRef,
};

/// A module's parts.
#[derive(Default)]
pub(super) struct Bound<'a> {
    pub(super) types: Vec<FuncType>,
    pub(super) imports: Vec<Import<'a>>,
    /// The type of each function, imported ones first.
    pub(super) functions: Vec<u32>,
    /// How many of them are imported.
    pub(super) imported: u32,
    pub(super) tables: Vec<Table<'a>>,
    pub(super) memories: Vec<MemoryType>,
    pub(super) globals: Vec<Global<'a>>,
    pub(super) exports: Vec<Export<'a>>,
    pub(super) start: Option<u32>,
    /// The functions in the table of functions, by slot.
    pub(super) slots: Vec<(u32, u32)>,
    /// The place of that table.
    pub(super) table: u32,
    pub(super) bodies: Vec<FunctionBody<'a>>,
    pub(super) data: Vec<(u32, &'a [u8])>,
}

impl<'a> Bound<'a> {
    /// Reads it; what a module of ours does not hold is refused.
    pub(super) fn of(bytes: &'a [u8]) -> Result<Self> {
        let mut bound = Self::default();
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::TypeSection(section) => {
                    for of_type in section.into_iter_err_on_gc_types() {
                        bound.types.push(of_type?);
                    }
                }
                Payload::ImportSection(section) => {
                    for import in section {
                        let Imports::Single(_, import) = import? else {
                            bail!("the module has imports in groups");
                        };
                        let TypeRef::Func(of_type) = import.ty else {
                            bail!("the module imports `{}`, which is not a function", import.name);
                        };
                        bound.imports.push(import);
                        bound.functions.push(of_type);
                        bound.imported += 1;
                    }
                }
                Payload::FunctionSection(section) => {
                    for of_type in section {
                        bound.functions.push(of_type?);
                    }
                }
                Payload::TableSection(section) => {
                    bound.tables = section.into_iter().collect::<wasmparser::Result<_>>()?;
                }
                Payload::MemorySection(section) => {
                    bound.memories = section.into_iter().collect::<wasmparser::Result<_>>()?;
                }
                Payload::GlobalSection(section) => {
                    bound.globals = section.into_iter().collect::<wasmparser::Result<_>>()?;
                }
                Payload::ExportSection(section) => {
                    bound.exports = section.into_iter().collect::<wasmparser::Result<_>>()?;
                }
                Payload::StartSection { func, .. } => bound.start = Some(func),
                Payload::ElementSection(section) => {
                    for element in section {
                        bound.element(element?)?;
                    }
                }
                Payload::CodeSectionEntry(body) => bound.bodies.push(body),
                Payload::DataSection(section) => {
                    for datum in section {
                        let Data { kind, data, .. } = datum?;
                        bound.data.push((place(&kind)?, data));
                    }
                }
                Payload::Version { .. }
                | Payload::CodeSectionStart { .. }
                | Payload::CustomSection(_)
                | Payload::DataCountSection { .. }
                | Payload::End(_) => {}
                other => bail!("the module has a section of an unexpected kind: {other:?}"),
            }
        }
        Ok(bound)
    }

    fn element(&mut self, element: Element<'_>) -> Result<()> {
        let ElementKind::Active {
            table_index,
            offset_expr,
        } = element.kind
        else {
            bail!("the module has functions in a segment that is not put in a table");
        };
        let ElementItems::Functions(functions) = element.items else {
            bail!("the module fills a table with expressions");
        };
        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
            bail!("the module fills a table from a place that is worked out");
        };
        let table = table_index.unwrap_or(0);
        if !self.slots.is_empty() && table != self.table {
            bail!("the module fills two tables with functions");
        }
        self.table = table;
        for (slot, function) in (value.cast_unsigned()..).zip(functions) {
            self.slots.push((slot, function?));
        }
        Ok(())
    }

    /// The place of a function's type.
    pub(super) fn type_of(&self, function: u32) -> Result<u32> {
        let of_type = self.functions.get(function as usize);
        of_type.copied().context("a function without a type")
    }

    /// The body of one of the module's own functions.
    pub(super) fn body(&self, function: u32) -> Option<&FunctionBody<'a>> {
        self.bodies.get(function.checked_sub(self.imported)? as usize)
    }

    /// The functions that one calls or names.
    pub(super) fn calls(&self, function: u32) -> Result<BTreeSet<u32>> {
        let mut calls = BTreeSet::new();
        if let Some(body) = self.body(function) {
            for operator in body.get_operators_reader()? {
                match operator? {
                    Operator::Call { function_index }
                    | Operator::ReturnCall { function_index }
                    | Operator::RefFunc { function_index } => {
                        calls.insert(function_index);
                    }
                    _ => {}
                }
            }
        }
        Ok(calls)
    }

    /// The bytes at a place in memory; `None` where they are zero from the start.
    pub(super) fn bytes(&self, range: &Range<u32>) -> Option<&'a [u8]> {
        self.data.iter().find_map(|(start, data)| {
            let from = range.start.checked_sub(*start)? as usize;
            data.get(from..from + range.len())
        })
    }
}
