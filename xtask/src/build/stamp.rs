//! One number on every file of a build, so that a page refuses to run files of two builds together: what the script and the
//! WebAssembly exchange has numbers for names, and files of two builds would call each other wrongly without a word.

use super::section;
use super::stage::{Stage, files};
use anyhow::{Context, Result, bail};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// The section of a WebAssembly file that holds the number; `pkg/js/lib/build.js` reads it.
const SECTION: &str = "weighup-build";
/// What stands in `pkg/js/lib/build.js` until a build puts its number there.
const UNSTAMPED: &str = "const BUILD = \"not stamped\";";

/// Works out the number from all that a page loads, the aids excepted, and writes it into the scripts, the WebAssembly and the texts.
pub(super) fn stamp(stage: &Stage) -> Result<()> {
    let loaded: Vec<PathBuf> = files(&stage.path("weighup"))
        .filter(|path| !path.starts_with(stage.path("weighup/aids")))
        .collect();
    let mut hasher = DefaultHasher::new();
    for path in &loaded {
        path.strip_prefix(stage.path(""))?.hash(&mut hasher);
        read(path)?.hash(&mut hasher);
    }
    let number = format!("{:016x}", hasher.finish());
    for path in &loaded {
        let content = read(path)?;
        let stamped = match path.extension().and_then(|extension| extension.to_str()) {
            Some("wasm") => section::with(content, SECTION, number.as_bytes())?,
            Some("json") if path.starts_with(stage.path("weighup/texts")) => with_field(&content, &number)?,
            _ => continue,
        };
        fs::write(path, stamped)?;
    }
    let script = stage.path("weighup/lib/build.js");
    let text = fs::read_to_string(&script).with_context(|| format!("could not read {}", script.display()))?;
    if text.matches(UNSTAMPED).count() != 1 {
        bail!("{} no longer holds `{UNSTAMPED}` once", script.display());
    }
    fs::write(
        script,
        text.replace(UNSTAMPED, &format!("const BUILD = \"{number}\";")),
    )?;
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("could not read {}", path.display()))
}

/// A file of texts with the number before all else.
fn with_field(json: &[u8], number: &str) -> Result<Vec<u8>> {
    let text = std::str::from_utf8(json).context("a file of texts is not UTF-8")?;
    let Some(rest) = text.strip_prefix('{') else {
        bail!("a file of texts is not an object");
    };
    Ok(format!("{{\"build\":\"{number}\",{rest}").into_bytes())
}

#[cfg(test)]
mod tests {
    use super::with_field;

    #[test]
    fn texts_hold_their_number() {
        let stamped = with_field(b"{\"language\":\"cy\"}", "01").unwrap_or_default();
        assert_eq!(stamped, b"{\"build\":\"01\",\"language\":\"cy\"}");
        assert!(with_field(b"[]", "01").is_err());
    }
}
