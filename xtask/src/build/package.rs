//! The npm package: what `pkg/` holds by hand, beside what was built.

use super::stage::Stage;
use super::wasm::{Module, RECORD, REST};
use crate::project;
use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD};
use std::fs;

/// Lays out `weighup/`, except the wasm and the styles, which are there already.
pub(super) fn lay_out(stage: &Stage, whole: bool, published: bool) -> Result<()> {
    let root = project::root();
    stage.copy_folder(&root.join("pkg/js"), "weighup")?;
    super::languages::lay_out(stage)?;
    for file in ["package.json", "README.md"] {
        stage.copy(&root.join("pkg").join(file), &format!("weighup/{file}"))?;
    }
    for file in ["LICENSE-MIT", "LICENSE-APACHE"] {
        stage.copy(&root.join(file), &format!("weighup/{file}"))?;
    }
    let aids = stage.path("aids");
    let needed = |path: &std::path::PathBuf| {
        let name = path.to_string_lossy();
        name.ends_with(".json") || name.ends_with(".first.html")
    };
    for path in super::stage::files(&aids).filter(needed) {
        let name = path.strip_prefix(&aids)?.to_string_lossy().replace('\\', "/");
        if name == "index.json" {
            stage.write(
                "weighup/aids/index.json",
                without_pages(&fs::read_to_string(&path)?)?,
            )?;
        } else {
            stage.copy(&path, &format!("weighup/aids/{name}"))?;
        }
    }
    super::stamp::stamp(stage)?;
    super::bundle::later(stage, published)?;
    super::integrity::embed(stage)?;
    if whole {
        inline(stage)?;
    }
    Ok(())
}

/// The list of aids without the names of their pages, which are not in the package.
fn without_pages(list: &str) -> Result<String> {
    let mut aids: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(list)?;
    for aid in &mut aids {
        aid.remove("html");
    }
    Ok(serde_json::to_string_pretty(&aids)?)
}

/// The WebAssembly and the texts as JavaScript modules, for bundlers that do not carry other files along.
fn inline(stage: &Stage) -> Result<()> {
    for (module, name) in [
        (format!("{}_bg", Module::Element.stem()), "inlined"),
        (REST.to_owned(), "inlined-rest"),
        (format!("{}_bg", Module::Fit.stem()), "inlined-fit"),
        (RECORD.to_owned(), "inlined-record"),
        (format!("{}_bg", Module::Api.stem()), "inlined-api"),
        (format!("{}_bg", Module::Headless.stem()), "inlined-headless"),
    ] {
        let path = stage.path(&format!("weighup/wasm/{module}.wasm"));
        let bytes = fs::read(&path).with_context(|| format!("could not read {}", path.display()))?;
        stage.write(
            &format!("weighup/wasm/{name}.js"),
            format!("export default \"{}\";\n", STANDARD.encode(bytes)),
        )?;
    }
    let texts: Vec<_> = super::stage::files(&stage.path("weighup/texts")).collect();
    for path in texts {
        let text = fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
        fs::write(
            path.with_extension("js"),
            format!("export default {};\n", serde_json::to_string(&text)?),
        )?;
    }
    Ok(())
}
