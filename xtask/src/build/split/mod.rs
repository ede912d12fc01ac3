//! Two WebAssembly modules out of one: what the first step needs, and the later code.
//!
//! The boundary is one function of the program's source, the gate ([`GATE`]), which returns a table of functions. What is
//! reached without going through the gate is needed at once and stays in the first module; what is reached only through it
//! belongs to the second. The linker's relocations say what is reached: calls, pointers to functions, and pieces of data
//! with the pointers in them. wasm-bindgen then works on the whole module, and what it made is cut in two.

mod bound;
mod first;
mod graph;
mod halves;
mod places;
mod second;
mod sections;

use anyhow::{Context, Result, bail};
use bound::Bound;
use graph::{Graph, Node, names};
use halves::{Plan, make, number, outside};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// How the gate's mangled name ends: `weighup_web::app::later::later_code`.
const GATE: &str = "11weighup_web3app5later10later_code";

/// The source of this tool: what was split by another is split again.
pub(super) const SOURCES: [&str; 8] = [
    include_str!("mod.rs"),
    include_str!("bound.rs"),
    include_str!("first.rs"),
    include_str!("graph.rs"),
    include_str!("halves.rs"),
    include_str!("places.rs"),
    include_str!("second.rs"),
    include_str!("sections.rs"),
];

/// A shorter piece of data costs as much to put in its place as it weighs.
const WORTH_MOVING: usize = 12;

/// The first module and the second. `linked` is what the linker made, `bound` what wasm-bindgen made of it, with names.
pub(super) fn split(linked: &[u8], bound: &[u8]) -> Result<(Vec<u8>, Vec<u8>)> {
    let graph = Graph::of(linked).context("the linked module could not be read")?;
    let named = names(bound)?;
    let pair = number(bound);
    let bound = Bound::of(bound).context("the module could not be read")?;
    let plan = plan(&graph, &named, &bound, pair)?;
    make(&bound, &plan)
}

fn plan(graph: &Graph, named: &BTreeMap<u32, String>, bound: &Bound<'_>, pair: u64) -> Result<Plan> {
    let gates: BTreeSet<Node> = functions(graph, is_gate).collect();
    if gates.len() != 1 {
        bail!(
            "the linked module has {} functions `{GATE}` instead of one: see web/src/app/later.rs",
            gates.len()
        );
    }
    let outside_calls = called_from_outside(graph, named, bound)?;
    let called: BTreeSet<&str> = outside_calls
        .iter()
        .filter_map(|function| named.get(function).map(String::as_str))
        .collect();
    let first = graph.reached(functions(graph, |name| called.contains(name)), &gates);
    let all = graph.reached(gates.iter().copied(), &BTreeSet::new());
    let second: BTreeSet<Node> = all.difference(&first).copied().collect();
    let moved = moved(graph, named, bound, &second);

    let gate = only_gate(&calls_into(&moved, bound)?, named)?;
    if let Some(called) = outside_calls.intersection(&moved).next() {
        let name = named.get(called).map_or("", String::as_str);
        bail!("`{name}` belongs to the second module, yet it is called from outside");
    }
    let table = bound
        .tables
        .get(bound.table as usize)
        .context("the table of functions")?;
    Ok(Plan {
        gate,
        slot: u32::try_from(table.ty.initial)?,
        data: data(graph, &second, bound),
        second: moved,
        pair,
    })
}

/// The functions that wasm-bindgen exports or calls from what it adds.
fn called_from_outside(
    graph: &Graph,
    named: &BTreeMap<u32, String>,
    bound: &Bound<'_>,
) -> Result<BTreeSet<u32>> {
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
    Ok(outside_calls)
}

/// The functions of the second module, found by name, since wasm-bindgen gives functions new places. A name that both
/// modules have is the first's.
fn moved(
    graph: &Graph,
    named: &BTreeMap<u32, String>,
    bound: &Bound<'_>,
    second: &BTreeSet<Node>,
) -> BTreeSet<u32> {
    let (mut mine, mut theirs) = (BTreeSet::new(), BTreeSet::new());
    for (place, name) in &graph.names {
        if second.contains(&Node::Function(*place)) {
            mine.insert(name.as_str());
        } else {
            theirs.insert(name.as_str());
        }
    }
    named
        .iter()
        .filter(|(place, _)| **place >= bound.imported)
        .filter(|(_, name)| mine.contains(name.as_str()) && !theirs.contains(name.as_str()))
        .map(|(place, _)| *place)
        .collect()
}

/// The functions of the second module that the first calls.
fn calls_into(moved: &BTreeSet<u32>, bound: &Bound<'_>) -> Result<BTreeSet<u32>> {
    let mut called = BTreeSet::new();
    for function in 0..u32::try_from(bound.functions.len())? {
        if !moved.contains(&function) {
            called.extend(bound.calls(function)?.intersection(moved));
        }
    }
    Ok(called)
}

/// The gate, when it and nothing else of the second module is called from the first.
fn only_gate(called: &BTreeSet<u32>, named: &BTreeMap<u32, String>) -> Result<u32> {
    let name = |function: &u32| named.get(function).map_or("", String::as_str);
    if let Some(other) = called.iter().find(|function| !is_gate(name(function))) {
        bail!(
            "`{}` belongs to the second module, yet the first calls it",
            name(other)
        );
    }
    match called.iter().collect::<Vec<_>>()[..] {
        [gate] => Ok(*gate),
        _ => bail!(
            "the first module has {} gates to the second instead of one: see web/src/app/later.rs",
            called.len()
        ),
    }
}

/// Whether a mangled name is that of the gate itself, and not of something inside it.
fn is_gate(name: &str) -> bool {
    let name = name.split('.').next().unwrap_or(name);
    name.starts_with("_RNvNtNtC") && name.ends_with(GATE)
}

fn functions(graph: &Graph, wanted: impl Fn(&str) -> bool) -> impl Iterator<Item = Node> {
    graph
        .names
        .iter()
        .filter(move |(_, name)| wanted(name))
        .map(|(place, _)| Node::Function(*place))
}

/// The places in memory that only the second module stands on, in order.
fn data(graph: &Graph, second: &BTreeSet<Node>, bound: &Bound<'_>) -> Vec<Range<u32>> {
    let sorted = |of_second: bool| {
        let mut ranges: Vec<Range<u32>> = graph
            .data
            .iter()
            .filter(|(symbol, _)| second.contains(&Node::Data(**symbol)) == of_second)
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
    use super::{is_gate, only_gate};
    use std::collections::{BTreeMap, BTreeSet};

    const NAME: &str = "_RNvNtNtCs2WHOb66rGH7_11weighup_web3app5later10later_code";

    #[test]
    fn knows_the_gate_by_its_name() {
        assert!(is_gate(NAME));
        assert!(is_gate(&format!("{NAME}.llvm.12")));
        for other in [
            "_RNCNvNtNtCs2WHOb66rGH7_11weighup_web3app5later10later_code0B7_",
            "_RNvNtNtCs2WHOb66rGH7_11weighup_web3app5later6around",
            "_RNvNtNtNtCs2WHOb66rGH7_5other3app5later10later_code",
        ] {
            assert!(!is_gate(other), "{other}");
        }
    }

    #[test]
    fn the_first_module_has_exactly_one_gate() {
        let named: BTreeMap<u32, String> = [(3, NAME), (5, NAME), (7, "other")]
            .map(|(place, name)| (place, name.to_owned()))
            .into();
        let only = |called: &[u32]| {
            only_gate(&called.iter().copied().collect::<BTreeSet<_>>(), &named)
                .map_err(|error| error.to_string())
        };
        assert_eq!(only(&[3]), Ok(3));
        assert!(only(&[]).unwrap_err().contains("has 0 gates"));
        assert!(only(&[3, 5]).unwrap_err().contains("has 2 gates"));
        assert!(
            only(&[3, 7])
                .unwrap_err()
                .contains("`other` belongs to the second module")
        );
    }
}
