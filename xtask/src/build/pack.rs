//! Makes a published module smaller to download without changing what it does.
//!
//! Functions stand in the order of their bytes, so that those alike stand together where a compressor finds them (3 % of
//! the widget); imports have short names in place of wasm-bindgen's hashes; the glue has no comments and no indentation.

use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fs;
use std::path::Path;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, ImportSection, Module};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, FunctionBody, FunctionSectionReader, Imports, Parser, Payload,
    TypeRef,
};

/// Packs `STEM_bg.wasm` and `STEM.js` of a folder.
pub(super) fn pack(folder: &Path, stem: &str) -> Result<()> {
    let (wasm, glue) = (
        folder.join(format!("{stem}_bg.wasm")),
        folder.join(format!("{stem}.js")),
    );
    let bytes = fs::read(&wasm).with_context(|| format!("could not read {}", wasm.display()))?;
    let script = fs::read_to_string(&glue).with_context(|| format!("could not read {}", glue.display()))?;
    let mut packer = Packer::of(&bytes)?;
    let script = plain(&rename(&script, &packer.names)?);
    let mut module = Module::new();
    packer
        .parse_core_module(&mut module, Parser::new(0), &bytes)
        .map_err(|error| anyhow::anyhow!("{} could not be packed: {error}", wasm.display()))?;
    fs::write(&wasm, module.finish())?;
    fs::write(&glue, script)?;
    Ok(())
}

/// A module without glue, its functions in the order of their bytes.
pub(super) fn order(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packer = Packer::of(bytes)?;
    packer.names.clear();
    let mut module = Module::new();
    packer
        .parse_core_module(&mut module, Parser::new(0), bytes)
        .map_err(|error| anyhow::anyhow!("a module could not be packed: {error}"))?;
    Ok(module.finish())
}

/// The new names of imports and the new places of functions.
struct Packer {
    names: BTreeMap<String, String>,
    imported: u32,
    /// Old places of the module's own functions, in their new order.
    order: Vec<usize>,
    /// New places, by old.
    place: Vec<u32>,
}

impl Packer {
    fn of(bytes: &[u8]) -> Result<Self> {
        let (mut names, mut imported, mut bodies) = (BTreeMap::new(), 0, Vec::new());
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import?;
                        imported += u32::from(matches!(import.ty, TypeRef::Func(_)));
                        let short = format!("i{:x}", names.len());
                        names.insert(import.name.to_owned(), short);
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes().to_vec()),
                _ => {}
            }
        }
        let mut sorted: Vec<(Vec<u8>, usize)> = bodies.into_iter().zip(0..).collect();
        sorted.sort();
        let order: Vec<usize> = sorted.into_iter().map(|(_, old)| old).collect();
        let mut place: Vec<(usize, u32)> = order.iter().copied().zip(0..).collect();
        place.sort_unstable();
        Ok(Self {
            names,
            imported,
            order,
            place: place.into_iter().map(|(_, new)| new).collect(),
        })
    }
}

impl Reencode for Packer {
    type Error = Infallible;

    /// Names, makers and features are for tools: a browser reads none of them.
    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: CustomSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        Ok(())
    }

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        let own = function.checked_sub(self.imported);
        let moved = own.and_then(|own| self.place.get(own as usize));
        Ok(moved.map_or(function, |place| place + self.imported))
    }

    fn parse_imports(
        &mut self,
        section: &mut ImportSection,
        imports: Imports<'_>,
    ) -> Result<(), Error<Infallible>> {
        let Imports::Single(at, mut import) = imports else {
            return wasm_encoder::reencode::utils::parse_imports(self, section, imports);
        };
        let short = self.names.get(import.name).cloned();
        import.name = short.as_deref().unwrap_or(import.name);
        wasm_encoder::reencode::utils::parse_imports(self, section, Imports::Single(at, import))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let types = section.into_iter().collect::<wasmparser::Result<Vec<u32>>>()?;
        for of_type in self.order.iter().filter_map(|old| types.get(*old)) {
            functions.function(*of_type);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies = section
            .into_iter()
            .collect::<wasmparser::Result<Vec<FunctionBody<'_>>>>()?;
        for body in self.order.clone().into_iter().filter_map(|old| bodies.get(old)) {
            self.parse_function_body(code, body.clone())?;
        }
        Ok(())
    }
}

/// The glue with the short names: each stands there as a field of the object of imports.
fn rename(script: &str, names: &BTreeMap<String, String>) -> Result<String> {
    let mut script = script.to_owned();
    for (long, short) in names {
        let field = format!("        {long}: function(");
        let (before, after) = (
            script.matches(&field).count(),
            format!("        {short}: function("),
        );
        if before != 1 {
            bail!(
                "the glue does not hold `{}` once: see how this wasm-bindgen names its imports",
                field.trim()
            );
        }
        script = script.replace(&field, &after);
    }
    Ok(script)
}

/// Without comments that have lines of their own, and without indentation. Template strings may not span lines.
pub(crate) fn plain(script: &str) -> String {
    let mut out = String::new();
    let mut comment = false;
    for line in script.lines().map(str::trim) {
        comment |= line.starts_with("/*");
        if comment {
            comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}
