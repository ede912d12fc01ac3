//! Two WebAssembly modules out of one: what the first step needs, and the rest.
//!
//! The boundary is a module of the program's source, whose functions are gates ([`GATES`]). What is reached without going
//! through a gate is needed at once; what is reached only through one belongs to the rest. The linker's relocations say
//! what is reached: calls, pointers to functions, and pieces of data with the pointers in them. wasm-bindgen then works on
//! the whole module, and what it made is cut in two.

mod bound;
mod graph;
mod halves;

use anyhow::{Context, Result, bail};
use bound::Bound;
use graph::{Graph, Node, names};
use halves::{Plan, make, number, outside};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How the gates' mangled names begin: the functions of `web/src/app/rest.rs`.
const GATES: &str = "weighup_web3app4rest";

/// A shorter piece of data costs as much to put in its place as it weighs.
const WORTH_MOVING: usize = 12;

/// The first module and the rest. `linked` is what the linker made, `bound` what wasm-bindgen made of it, with names.
pub(super) fn split(linked: &[u8], bound: &[u8]) -> Result<(Vec<u8>, Vec<u8>)> {
    let graph = Graph::of(linked).context("the linked module could not be read")?;
    let named = names(bound)?;
    let pair = number(bound);
    let bound = Bound::of(bound).context("the module could not be read")?;
    let plan = plan(&graph, &named, &bound, pair)?;
    make(&bound, &plan)
}

fn plan(graph: &Graph, named: &BTreeMap<u32, String>, bound: &Bound<'_>, pair: u64) -> Result<Plan> {
    let gates: BTreeSet<Node> = functions(graph, gate).collect();
    if gates.is_empty() {
        bail!("the linked module has no function of `{GATES}`: see web/src/app/rest.rs");
    }

    // What wasm-bindgen exports or adds is called from outside.
    let known: BTreeSet<&str> = graph.names.values().map(String::as_str).collect();
    let mut outside_calls: BTreeSet<u32> = bound
        .exports
        .iter()
        .filter(|export| matches!(export.kind, wasmparser::ExternalKind::Func))
        .map(|export| export.index)
        .chain(bound.start)
        .collect();
    for function in 0..u32::try_from(bound.functions.len())? {
        if !named
            .get(&function)
            .is_some_and(|name| known.contains(name.as_str()))
        {
            outside_calls.extend(bound.calls(function)?);
        }
    }
    let called: BTreeSet<&str> = outside_calls
        .iter()
        .filter_map(|function| named.get(function).map(String::as_str))
        .collect();
    let first = graph.reached(functions(graph, |name| called.contains(name)), &gates);
    let all = graph.reached(gates.iter().copied(), &BTreeSet::new());
    let rest: BTreeSet<Node> = all.difference(&first).copied().collect();

    // By name, since wasm-bindgen gives functions new places. A name that both halves have is the first's.
    let (mut mine, mut theirs) = (BTreeSet::new(), BTreeSet::new());
    for (place, name) in &graph.names {
        if rest.contains(&Node::Function(*place)) {
            mine.insert(name.as_str());
        } else {
            theirs.insert(name.as_str());
        }
    }
    let moved: BTreeSet<u32> = named
        .iter()
        .filter(|(place, _)| **place >= bound.imported)
        .filter(|(_, name)| mine.contains(name.as_str()) && !theirs.contains(name.as_str()))
        .map(|(place, _)| *place)
        .collect();

    let mut doors = BTreeSet::new();
    for function in 0..u32::try_from(bound.functions.len())? {
        if !moved.contains(&function) {
            for called in bound.calls(function)?.intersection(&moved) {
                let name = named.get(called).map_or("", String::as_str);
                if !gate(name) {
                    bail!("`{name}` belongs to the rest, yet the first module calls it");
                }
                doors.insert(*called);
            }
        }
    }
    if let Some(called) = outside_calls.intersection(&moved).next() {
        let name = named.get(called).map_or("", String::as_str);
        bail!("`{name}` belongs to the rest, yet it is called from outside");
    }
    let table = bound
        .tables
        .get(bound.table as usize)
        .context("the table of functions")?;
    let slot = u32::try_from(table.ty.initial)?;
    Ok(Plan {
        rest: moved,
        gates: doors.into_iter().zip(slot..).collect(),
        data: data(graph, &rest, bound),
        pair,
    })
}

/// Whether a mangled name is that of a gate itself.
fn gate(name: &str) -> bool {
    let name = name.split('.').next().unwrap_or(name);
    let Some((before, own)) = name.split_once(GATES) else {
        return false;
    };
    let letters = own.trim_start_matches(|c: char| c.is_ascii_digit());
    let length = own.strip_suffix(letters).and_then(|length| length.parse().ok());
    before.starts_with("_RNvNtNtC") && length == Some(letters.len())
}

fn functions(graph: &Graph, wanted: impl Fn(&str) -> bool) -> impl Iterator<Item = Node> {
    graph
        .names
        .iter()
        .filter(move |(_, name)| wanted(name))
        .map(|(place, _)| Node::Function(*place))
}

/// The places in memory that only the rest stands on, in order.
fn data(graph: &Graph, rest: &BTreeSet<Node>, bound: &Bound<'_>) -> Vec<Range<u32>> {
    let sorted = |of_rest: bool| {
        let mut ranges: Vec<Range<u32>> = graph
            .data
            .iter()
            .filter(|(symbol, _)| rest.contains(&Node::Data(**symbol)) == of_rest)
            .map(|(_, range)| range.clone())
            .filter(|range| !range.is_empty())
            .collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        ranges
    };
    let kept = sorted(false);
    let mut moved: Vec<Range<u32>> = Vec::new();
    for range in sorted(true) {
        for range in outside(range, &kept) {
            match moved.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => moved.push(range),
            }
        }
    }
    moved.retain(|range| range.len() >= WORTH_MOVING && bound.bytes(range).is_some());
    moved
}

#[cfg(test)]
mod tests {
    use super::gate;

    #[test]
    fn knows_a_gate_by_its_name() {
        assert!(gate("_RNvNtNtCs2WHOb66rGH7_11weighup_web3app4rest6update"));
        assert!(gate(
            "_RNvNtNtCs2WHOb66rGH7_11weighup_web3app4rest6update.llvm.12"
        ));
        assert!(!gate("_RNCNvNtNtCs2WHOb66rGH7_11weighup_web3app4rest6update0B7_"));
        assert!(!gate(
            "_RINvNtC4core3ptr13drop_in_placeNtNtNtCs2WHOb66rGH7_11weighup_web3app4rest6AroundEBM_"
        ));
    }
}
