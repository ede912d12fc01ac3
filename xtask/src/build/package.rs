//! The npm package: what `pkg/` holds by hand, beside what was built.

use super::stage::Stage;
use super::wasm::{Module, RECORD, REST};
use crate::project;
use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};
use std::fs;

/// Lays out `weighup/`, except the wasm and the styles, which are there already.
pub(super) fn lay_out(stage: &Stage, whole: bool, published: bool) -> Result<()> {
    let root = project::root();
    stage.copy_folder(&root.join("pkg/js"), "weighup")?;
    if whole {
        stage.copy_folder(&root.join("pkg/desk/page"), "weighup/desk")?;
    }
    super::languages::lay_out(stage)?;
    for file in ["package.json", "README.md"] {
        stage.copy(&root.join("pkg").join(file), &format!("weighup/{file}"))?;
    }
    for file in ["LICENSE-MIT", "LICENSE-APACHE"] {
        stage.copy(&root.join(file), &format!("weighup/{file}"))?;
    }
    // The form of every file that a program reads or writes.
    stage.copy_folder(&root.join("docs/schema"), "weighup/schema")?;
    let aids = stage.path("aids");
    for path in super::stage::files(&aids) {
        let name = path.strip_prefix(&aids)?.to_string_lossy().replace('\\', "/");
        let inside = format!("weighup/aids/{name}");
        if name.ends_with(".html") && !name.ends_with(".first.html") {
            stage.write(&inside, in_package(&fs::read_to_string(&path)?, &name)?)?;
        } else {
            stage.copy(&path, &inside)?;
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

/// A page without scripts as it stands in the package, where the stylesheet is one folder nearer.
fn in_package(page: &str, name: &str) -> Result<String> {
    const SITE: &str = "href=\"../weighup/weighup.css\"";
    if page.matches(SITE).count() != 1 {
        bail!("aids/{name} no longer names its stylesheet once, as `{SITE}`");
    }
    Ok(page.replace(SITE, "href=\"../weighup.css\""))
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
        (format!("{}_bg", Module::Author.stem()), "inlined-author"),
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
