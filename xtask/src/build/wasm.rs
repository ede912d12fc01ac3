//! The wasm files: compiled by cargo, then given their JavaScript by wasm-bindgen as a library; the widget's is then split.

use super::Flavour;
use super::stage::Stage;
use crate::artefacts::{self, Unit};
use crate::{project, say, tools};
use anyhow::{Context, Result, anyhow, bail};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::Instant;
use wasm_bindgen_cli_support::Bindgen;
use wasmparser::{Data, DataKind, KnownCustom, Name, Operator, Parser, Payload};

/// One of the six: a patient's phone loads the first and then the second, a program one of the next three, an author the last.
#[derive(Clone, Copy)]
pub(crate) enum Module {
    /// The custom element.
    Element,
    /// The engine behind it.
    Fit,
    /// The functions.
    Api,
    /// The consultation without its interface.
    Headless,
    /// The author's reader, and pages without scripts.
    Author,
    /// The page on which an aid is written.
    Desk,
}

impl Module {
    pub(crate) fn what(self) -> &'static str {
        match self {
            Self::Element => "element",
            Self::Fit => "engine",
            Self::Api => "api",
            Self::Headless => "headless",
            Self::Author => "author",
            Self::Desk => "desk",
        }
    }

    /// The gate of `wasm_split` that it is cut at, and the stem of the file that what is behind the gate goes into.
    fn cut(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Element => Some(("rest", REST)),
            Self::Fit => Some(("record", RECORD)),
            Self::Api | Self::Headless | Self::Author | Self::Desk => None,
        }
    }

    fn package(self) -> &'static str {
        match self {
            Self::Element => "weighup-element",
            Self::Fit => "weighup-fit",
            Self::Api => "weighup-api",
            Self::Headless => "weighup-headless",
            Self::Author => "weighup-author",
            Self::Desk => "weighup-desk",
        }
    }

    /// The stem of the file names in the npm package.
    pub(crate) fn stem(self) -> &'static str {
        match self {
            Self::Element => "weighup_element",
            Self::Fit => "weighup_fit",
            Self::Api => "weighup_api",
            Self::Headless => "weighup_headless",
            Self::Author => "weighup_author",
            Self::Desk => "weighup_desk",
        }
    }
}

/// Compiles and processes modules into `weighup/wasm/`. Published ones are compiled one after the other, each with no more
/// features than it needs; a development build compiles them together, so that `core` is compiled once. The author's and the desk's go by
/// themselves in both: the one makes pages where there is no browser, the other has the reader of TOML, and the widget would be compiled so too.
pub(super) fn build(modules: &[Module], stage: &Stage, flavour: &Flavour) -> Result<()> {
    if !flavour.release {
        let (alone, others): (Vec<Module>, Vec<Module>) = modules
            .iter()
            .partition(|module| matches!(module, Module::Author | Module::Desk));
        if !others.is_empty() {
            together(&others, stage, flavour)?;
        }
        for module in alone {
            together(&[module], stage, flavour)?;
        }
        return Ok(());
    }
    for module in modules {
        together(&[*module], stage, flavour)?;
    }
    Ok(())
}

fn together(modules: &[Module], stage: &Stage, flavour: &Flavour) -> Result<()> {
    let begun = Instant::now();
    let profile = if flavour.release { "wasm" } else { "wasm-dev" };
    let packages: Vec<&str> = modules.iter().map(|module| module.package()).collect();
    let compiled = artefacts::compile(&Unit {
        what: modules.first().map_or("wasm", |module| module.what()),
        packages: &packages,
        example: None,
        features: "",
        profile,
        target: Some(tools::WASM),
        offline: flavour.offline,
        published: flavour.release,
        // What it says of a mistake it says with `Display`; the others have errors of libraries.
        terse: matches!(modules, [Module::Element]),
    })?;
    std::thread::scope(|scope| {
        let bound: Vec<_> = modules
            .iter()
            .zip(&compiled)
            .map(|(module, compiled)| scope.spawn(|| process(*module, compiled, profile, stage, flavour)))
            .collect();
        for (module, bound) in modules.iter().zip(bound) {
            let size = bound
                .join()
                .unwrap_or_else(|_| bail!("wasm-bindgen stopped at `{}`", module.package()))?;
            say::step(
                module.what(),
                &format!("{} of wasm", say::kilobytes(size)),
                begun.elapsed(),
            );
        }
        Ok(())
    })
}

/// Gives a compiled module its JavaScript; returns the size of its wasm in bytes.
fn process(
    module: Module,
    compiled: &Path,
    profile: &str,
    stage: &Stage,
    flavour: &Flavour,
) -> Result<usize> {
    let input = fs::read(compiled).with_context(|| format!("could not read {}", compiled.display()))?;

    // wasm-bindgen takes seconds on a development build: its output is kept for the input it was made from.
    let kept = kept(profile, module.stem());
    let mark = mark(&input);
    if fs::read_to_string(kept.join("made-from")).ok().as_deref() != Some(mark.as_str()) {
        bind(module, input, flavour.release, &kept.join("out"))?;
        fs::write(kept.join("made-from"), mark)?;
    }

    stage.copy_folder(&kept.join("out"), "weighup/wasm")?;
    let wasm = kept.join("out").join(format!("{}_bg.wasm", module.stem()));
    Ok(fs::metadata(wasm)?.len().try_into()?)
}

/// Where wasm-bindgen's output is kept.
fn kept(profile: &str, stem: &str) -> PathBuf {
    project::scratch().join("wasm").join(profile).join(stem)
}

/// The glue of a published module by itself.
pub(crate) fn glue(stem: &str) -> PathBuf {
    kept("wasm", stem).join("out").join(format!("{stem}.js"))
}

/// The file of the later code, that of all steps but the first: see [`split`].
pub(super) const REST: &str = "weighup_rest";
/// The file of the code that writes records, cut off the engine.
pub(super) const RECORD: &str = "weighup_record";

fn bind(module: Module, input: Vec<u8>, release: bool, into: &Path) -> Result<()> {
    if into.exists() {
        fs::remove_dir_all(into)?;
    }
    fs::create_dir_all(into)?;
    let element = matches!(module, Module::Element);
    let first = match module.cut() {
        Some(cut) => split(&input, cut, into)?,
        None => input.clone(),
    };
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes(module.stem(), first)
        .typescript(false)
        .omit_default_module_path(true);
    // The names of functions are a quarter of the download, and only a developer reads them. The second file uses the table of
    // functions, which would be dropped as one that only the linker needed.
    bindgen
        .remove_name_section(release)
        .remove_producers_section(release)
        .keep_lld_exports(module.cut().is_some())
        .demangle(!release);
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(into))
        .with_context(|| format!("wasm-bindgen could not process `{}`", module.package()))?;
    if release {
        super::pack::pack(into, module.stem())?;
        if let Some((_, stem)) = module.cut() {
            let rest = into.join(format!("{stem}.wasm"));
            fs::write(&rest, super::pack::order(&fs::read(&rest)?)?)?;
        }
    }
    if element {
        let glue = into.join(format!("{}.js", module.stem()));
        change(
            &glue,
            &[
                ("wasm = instance.exports;", "wasm = guard(instance.exports);"),
                (
                    "return decodeText(getUint8ArrayMemory0().subarray(ptr, ptr + len));",
                    "return read(getUint8ArrayMemory0(), ptr, len, decodeText);",
                ),
            ],
        )?;
        let fixed = constants(&input)?;
        let text = fs::read_to_string(&glue)?;
        let before = format!(
            "import {{ guard }} from \"../lib/guard.js\";\nimport {{ strings }} from \"../lib/strings.js\";\n\
             const read = strings({}, {});\n",
            fixed.start, fixed.end
        );
        fs::write(&glue, before + &text)?;
    }
    Ok(())
}

/// Cuts a linked module at its gate, `web/src/app/later.rs` or `pkg/fit/src/record.rs`, into what is needed at first, which is
/// returned, and what is behind the gate, which is written as it is to be loaded. A published module and one in development are cut
/// alike.
fn split(linked: &[u8], (gate, stem): (&str, &str), into: &Path) -> Result<Vec<u8>> {
    let made = into.join("split");
    let first = made.join("first.wasm");
    let mut options = wasm_split_cli_support::Options::new(linked);
    options.output_dir = &made;
    options.main_out_path = &first;
    wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("{error:#}"))
        .with_context(|| format!("the module of {stem} could not be split"))?;
    fs::rename(
        made.join(format!("split_{gate}.wasm")),
        into.join(format!("{stem}.wasm")),
    )
    .with_context(|| {
        format!("no gate `{gate}` was found: see web/src/app/later.rs and pkg/fit/src/record.rs")
    })?;
    let first = fs::read(first)?;
    // What else was made would load the second file; ours are `pkg/js/lib/rest.js` and `record.js`.
    fs::remove_dir_all(made)?;
    Ok(first)
}

/// Changes the element's glue: its exports go through `lib/guard.js`, so that the page learns when the code in them stops,
/// and its strings through `lib/strings.js`.
fn change(glue: &Path, changes: &[(&str, &str)]) -> Result<()> {
    let mut text = fs::read_to_string(glue).with_context(|| format!("could not read {}", glue.display()))?;
    for (plain, ours) in changes {
        if text.matches(plain).count() != 1 {
            bail!(
                "{} no longer holds `{plain}` once: see how this wasm-bindgen writes it",
                glue.display()
            );
        }
        text = text.replace(plain, ours);
    }
    fs::write(glue, text)?;
    Ok(())
}

/// Where the constants of a module stand in its memory, by the linker's own name for them: nothing writes there. Data that
/// change, the stack and the heap are elsewhere.
fn constants(module: &[u8]) -> Result<Range<u64>> {
    let (mut pieces, mut named): (Vec<Data<'_>>, Option<usize>) = (Vec::new(), None);
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::DataSection(section) => {
                pieces = section.into_iter().collect::<std::result::Result<_, _>>()?;
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(names) = section.as_known() else {
                    continue;
                };
                for names in names {
                    let Name::Data(names) = names? else { continue };
                    for naming in names {
                        let naming = naming?;
                        if naming.name == ".rodata" {
                            named = Some(usize::try_from(naming.index)?);
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let piece = named.and_then(|at| pieces.get(at));
    let Some(DataKind::Active { offset_expr, .. }) = piece.map(|piece| &piece.kind) else {
        bail!("the linker no longer calls the widget's constants `.rodata`");
    };
    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
        bail!("the place of the widget's constants is worked out when it is loaded");
    };
    let from = u64::try_from(value)?;
    Ok(from..from + u64::try_from(piece.map_or(0, |piece| piece.data.len()))?)
}

/// What the kept output was made from: the compiled module and this tool's own build.
fn mark(input: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    input.hash(&mut hasher);
    include_str!("wasm.rs").hash(&mut hasher);
    include_str!("pack.rs").hash(&mut hasher);
    include_str!("../../../Cargo.toml").hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
