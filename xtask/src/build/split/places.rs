//! New places of functions, globals, tables and types in one of the two modules.

use super::bound::Bound;
use anyhow::{Context, Result, anyhow, bail};
use std::collections::BTreeMap;
use std::convert::Infallible;
use wasm_encoder::CodeSection;
use wasm_encoder::reencode::{Error, Reencode};

/// New places of what a body names. While `noting`, what is named is only noted.
#[derive(Default)]
pub(super) struct Places {
    pub(super) functions: BTreeMap<u32, u32>,
    pub(super) globals: BTreeMap<u32, u32>,
    pub(super) tables: BTreeMap<u32, u32>,
    pub(super) types: BTreeMap<u32, u32>,
    pub(super) noting: bool,
    /// What a body named that has no new place.
    pub(super) lost: Option<String>,
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
    pub(super) fn number(list: &mut BTreeMap<u32, u32>) {
        for (new, old) in (0..).zip(list.values_mut()) {
            *old = new;
        }
    }

    /// A body with its new places.
    pub(super) fn body(&mut self, code: &mut CodeSection, bound: &Bound<'_>, function: u32) -> Result<()> {
        let body = bound.body(function).context("a function without a body")?;
        self.parse_function_body(code, body.clone())
            .map_err(|error| anyhow!("function {function} could not be moved: {error}"))?;
        match self.lost.take() {
            Some(lost) => bail!("function {function} names {lost}, which the plan forgot"),
            None => Ok(()),
        }
    }
}

/// Every place as it was.
pub(super) fn same(all: usize) -> Result<BTreeMap<u32, u32>> {
    let all = u32::try_from(all)?;
    Ok((0..all).zip(0..all).collect())
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
