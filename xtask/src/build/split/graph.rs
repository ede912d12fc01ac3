//! What each function and each piece of data of a linked module stands on, from the relocations that the linker leaves
//! behind (`--emit-relocs`).

use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use wasmparser::{
    DataKind, DefinedDataSymbol, KnownCustom, Linking, LinkingSectionReader, Name, Operator, Parser, Payload,
    RelocSectionReader, RelocationEntry, RelocationType, SymbolInfo, TypeRef,
};

/// A function by its place, or a piece of data by the place of its symbol.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Node {
    Function(u32),
    Data(u32),
}

/// A linked module, taken apart.
#[derive(Default)]
pub(super) struct Graph {
    /// Names of functions, by place.
    pub(super) names: BTreeMap<u32, String>,
    /// Where each piece of data stands in memory, by symbol.
    pub(super) data: BTreeMap<u32, Range<u32>>,
    uses: BTreeMap<Node, BTreeSet<Node>>,
}

impl Graph {
    /// Reads a linked module.
    pub(super) fn of(bytes: &[u8]) -> Result<Self> {
        let mut raw = Raw::default();
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        raw.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionStart { range, .. } => raw.code = range.start,
                Payload::CodeSectionEntry(body) => raw.bodies.push(body.range()),
                Payload::DataSection(section) => {
                    raw.data = section.range().start;
                    for segment in section {
                        let segment = segment?;
                        let start = segment.range.end - segment.data.len();
                        raw.segments
                            .push((start..segment.range.end, place(&segment.kind)?));
                    }
                }
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Linking(linking) => raw.read_symbols(linking)?,
                    KnownCustom::Reloc(relocations) => raw.read_relocations(relocations)?,
                    _ => {}
                },
                _ => {}
            }
        }
        let mut graph = raw.graph()?;
        graph.names = names(bytes)?;
        Ok(graph)
    }

    /// All that is reached from `roots` without going through `closed`.
    pub(super) fn reached(
        &self,
        roots: impl IntoIterator<Item = Node>,
        closed: &BTreeSet<Node>,
    ) -> BTreeSet<Node> {
        let mut found = BTreeSet::new();
        let mut ahead: Vec<Node> = roots.into_iter().filter(|node| !closed.contains(node)).collect();
        while let Some(node) = ahead.pop() {
            if found.insert(node) {
                let uses = self.uses.get(&node).into_iter().flatten();
                ahead.extend(uses.filter(|node| !closed.contains(node) && !found.contains(node)));
            }
        }
        found
    }
}

/// Where an active segment stands in memory.
pub(super) fn place(kind: &DataKind<'_>) -> Result<u32> {
    if let DataKind::Active {
        memory_index: 0,
        offset_expr,
    } = kind
        && let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
    {
        return Ok(value.cast_unsigned());
    }
    bail!("a segment of data has no fixed place in memory")
}

/// The parts of a module as they stand in the file.
#[derive(Default)]
struct Raw {
    imported: u32,
    code: usize,
    bodies: Vec<Range<usize>>,
    data: usize,
    /// Where each segment stands in the file, and in memory.
    segments: Vec<(Range<usize>, u32)>,
    symbols: Vec<Option<Symbol>>,
    relocations: Vec<RelocationEntry>,
}

/// Places in the file, each with its symbol.
type InFile = Vec<(Range<usize>, u32)>;
/// Places in memory, by symbol.
type InMemory = BTreeMap<u32, Range<u32>>;

enum Symbol {
    Function(u32),
    Data(DefinedDataSymbol),
}

impl Raw {
    fn read_symbols(&mut self, linking: LinkingSectionReader<'_>) -> Result<()> {
        for part in linking.subsections() {
            if let Linking::SymbolTable(symbols) = part? {
                for symbol in symbols {
                    self.symbols.push(match symbol? {
                        SymbolInfo::Func { index, .. } => Some(Symbol::Function(index)),
                        SymbolInfo::Data { symbol, .. } => symbol.map(Symbol::Data),
                        _ => None,
                    });
                }
            }
        }
        Ok(())
    }

    fn read_relocations(&mut self, relocations: RelocSectionReader<'_>) -> Result<()> {
        for entry in relocations.entries() {
            self.relocations.push(entry?);
        }
        Ok(())
    }

    fn graph(self) -> Result<Graph> {
        if self.relocations.is_empty() {
            bail!("the linker left no relocations");
        }
        let (pieces, data) = self.pieces();
        let mut uses: BTreeMap<Node, BTreeSet<Node>> = BTreeMap::new();
        for entry in &self.relocations {
            use RelocationType as Kind;
            let in_code = match entry.ty {
                Kind::FunctionIndexLeb
                | Kind::TableIndexSleb
                | Kind::MemoryAddrLeb
                | Kind::MemoryAddrSleb => true,
                Kind::TableIndexI32 | Kind::MemoryAddrI32 => false,
                // Types, globals and tables are in both halves.
                Kind::TypeIndexLeb | Kind::GlobalIndexLeb | Kind::TableNumberLeb => continue,
                other => bail!("the linker left a relocation of an unexpected kind: {other:?}"),
            };
            let to = match self.symbols.get(entry.index as usize) {
                Some(Some(Symbol::Function(index))) => Node::Function(*index),
                Some(Some(Symbol::Data(_))) => Node::Data(entry.index),
                // An address that the linker makes up, such as where the heap begins.
                _ => continue,
            };
            let at = entry.offset as usize + if in_code { self.code } else { self.data };
            if in_code {
                let body = self.bodies.partition_point(|body| body.end <= at);
                let from = Node::Function(self.imported + u32::try_from(body)?);
                uses.entry(from).or_default().insert(to);
            } else {
                let mut known = false;
                for (_, place) in pieces.iter().filter(|(range, _)| range.contains(&at)) {
                    known = true;
                    uses.entry(Node::Data(*place)).or_default().insert(to);
                }
                if !known {
                    bail!("the pointer at {at:#x} of the linked module belongs to no symbol");
                }
            }
        }
        Ok(Graph {
            names: BTreeMap::new(),
            data,
            uses,
        })
    }

    /// Where each piece of data stands in the file and in memory.
    fn pieces(&self) -> (InFile, InMemory) {
        let (mut file, mut memory) = (InFile::new(), InMemory::new());
        for (place, symbol) in (0..).zip(&self.symbols) {
            if let Some(Symbol::Data(piece)) = symbol
                && let Some((segment, address)) = self.segments.get(piece.index as usize)
            {
                let start = segment.start + piece.offset as usize;
                file.push((start..start + piece.size as usize, place));
                let start = address + piece.offset;
                memory.insert(place, start..start + piece.size);
            }
        }
        (file, memory)
    }
}

/// The names of a module's functions.
pub(super) fn names(bytes: &[u8]) -> Result<BTreeMap<u32, String>> {
    let mut names = BTreeMap::new();
    for payload in Parser::new(0).parse_all(bytes) {
        if let Payload::CustomSection(section) = payload?
            && let KnownCustom::Name(parts) = section.as_known()
        {
            for part in parts {
                if let Name::Function(functions) = part.context("the names of functions")? {
                    for naming in functions {
                        let naming = naming?;
                        names.insert(naming.index, naming.name.to_owned());
                    }
                }
            }
        }
    }
    Ok(names)
}
