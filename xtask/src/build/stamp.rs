//! One number on every file of a build, so that a page refuses to run files of two builds together: what the script and the
//! WebAssembly exchange has numbers for names, and files of two builds would call each other wrongly without a word.

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
            Some("wasm") => with_section(content, &number)?,
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

/// A WebAssembly file with the number in a section of its own, which a browser hands out before anything runs.
fn with_section(mut wasm: Vec<u8>, number: &str) -> Result<Vec<u8>> {
    let (name, data) = (SECTION.as_bytes(), number.as_bytes());
    // Lengths below 128 are one byte in the binary format.
    let length = u8::try_from(1 + name.len() + data.len())
        .ok()
        .filter(|length| *length < 128);
    let (Some(length), Ok(named)) = (length, u8::try_from(name.len())) else {
        bail!("the number of the build is too long for its section");
    };
    wasm.extend([0, length, named]);
    wasm.extend(name);
    wasm.extend(data);
    Ok(wasm)
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
    use super::{SECTION, with_field, with_section};
    use wasmparser::{Parser, Payload};

    #[test]
    fn a_module_holds_its_number() {
        let stamped = with_section(b"\0asm\x01\0\0\0".to_vec(), "0123456789abcdef").unwrap_or_default();
        let found = Parser::new(0)
            .parse_all(&stamped)
            .flatten()
            .find_map(|payload| match payload {
                Payload::CustomSection(section) if section.name() == SECTION => Some(section.data().to_vec()),
                _ => None,
            });
        assert_eq!(found.as_deref(), Some(b"0123456789abcdef".as_slice()));
        assert!(with_section(Vec::new(), &"0".repeat(128)).is_err());
    }

    #[test]
    fn texts_hold_their_number() {
        let stamped = with_field(b"{\"language\":\"cy\"}", "01").unwrap_or_default();
        assert_eq!(stamped, b"{\"build\":\"01\",\"language\":\"cy\"}");
        assert!(with_field(b"[]", "01").is_err());
    }
}
