//! The site on a device without a network: its service worker gets the list of what it keeps, each file with its hash.
//! See docs/decisions/0065-the-site-without-a-network.md.

use super::integrity;
use super::stage::Stage;
use crate::project;
use anyhow::{Context, Result, bail};
use std::fs;

/// What stands in `pkg/demo/root/sw.js` until a build fills it in.
const BUILD: &str = "const BUILD = \"not stamped\";";
const FILES: &str = "const FILES = {};";
/// Where the page of the list says how much is kept.
const SIZE: &str = "{{megabytes}}";

/// Whether a file of the site is one that a person needs without a network: the list, the aids in every language, and the widget.
fn is_kept(path: &str) -> bool {
    let whole = [
        "index.html",
        "site.webmanifest",
        "site/gallery.css",
        "site/page.css",
        "site/find.js",
        "site/offline.js",
        "site/favicon.svg",
        "weighup/index.js",
        "weighup/weighup.css",
    ];
    let widget =
        ["element_bg", "rest", "fit_bg", "record"].map(|stem| format!("weighup/wasm/weighup_{stem}.wasm"));
    let aid = path
        .strip_prefix("aids/")
        .is_some_and(|name| name.ends_with(".json") && name != "index.json");
    let texts = path.starts_with("weighup/texts/") && path.ends_with(".json");
    // The page of an aid is the one in a folder of the aid's name.
    let page = path
        .strip_suffix("/index.html")
        .is_some_and(|folder| !folder.contains('/'));
    let other = ["components/", "docs/", "embed/"]
        .iter()
        .any(|folder| path.starts_with(folder));
    !other && (whole.contains(&path) || widget.iter().any(|file| file == path) || aid || texts || page)
}

/// Writes `sw.js`. Nothing that it names may change afterwards.
pub(super) fn lay_out(stage: &Stage) -> Result<()> {
    let mut bytes = 0;
    let root = project::root().join("pkg/demo/root");
    stage.copy(&root.join("site.webmanifest"), "site.webmanifest")?;
    for path in integrity::of_folder(&stage.path(""))?
        .keys()
        .filter(|path| is_kept(path))
    {
        bytes += fs::metadata(stage.path(path))?.len();
    }
    let list = stage.path("index.html");
    let page = fs::read_to_string(&list).with_context(|| format!("could not read {}", list.display()))?;
    if page.matches(SIZE).count() != 1 {
        bail!("pkg/demo/templates/gallery.html no longer holds `{SIZE}` once");
    }
    stage.write(
        "index.html",
        page.replace(SIZE, &bytes.div_ceil(1_000_000).to_string()),
    )?;
    let mut files = integrity::of_folder(&stage.path(""))?;
    files.retain(|path, _| is_kept(path));
    let files = serde_json::to_string(&files)?;
    let script = fs::read_to_string(root.join("sw.js")).context("pkg/demo/root/sw.js is not there")?;
    stage.write("sw.js", filled(&script, &files)?)
}

fn filled(script: &str, files: &str) -> Result<String> {
    if script.matches(BUILD).count() != 1 || script.matches(FILES).count() != 1 {
        bail!("pkg/demo/root/sw.js no longer holds `{BUILD}` and `{FILES}` once each");
    }
    let build = integrity::sum(files.as_bytes());
    Ok(script
        .replace(BUILD, &format!("const BUILD = \"{build}\";"))
        .replace(FILES, &format!("const FILES = {files};")))
}

#[cfg(test)]
mod tests {
    use super::{BUILD, FILES, filled, is_kept};

    #[test]
    fn the_aids_and_the_widget_are_kept_and_nothing_that_only_programs_use() {
        for path in [
            "index.html",
            "hrt/index.html",
            "hrt.cy/index.html",
            "aids/hrt.cy.json",
            "weighup/index.js",
            "weighup/texts/cy.json",
            "weighup/wasm/weighup_record.wasm",
        ] {
            assert!(is_kept(path), "{path}");
        }
        for path in [
            "components/index.html",
            "docs/index.html",
            "embed/index.html",
            "aids/index.json",
            "aids/hrt.html",
            "weighup/inline.js",
            "weighup/wasm/weighup_api_bg.wasm",
            "weighup/texts/cy.js",
            "weighup/aids/hrt.json",
            "host/trust.html",
            "sw.js",
        ] {
            assert!(!is_kept(path), "{path}");
        }
    }

    #[test]
    fn another_file_is_another_build() {
        let script = format!("{BUILD}\n{FILES}\n");
        let made = |files| filled(&script, files).unwrap_or_default();
        assert!(made("{\"a\":\"1\"}").contains("const FILES = {\"a\":\"1\"};"));
        assert_ne!(
            made("{\"a\":\"1\"}").lines().next(),
            made("{\"a\":\"2\"}").lines().next()
        );
        assert!(filled("nothing", "{}").is_err());
    }
}
