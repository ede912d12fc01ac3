//! The hashes of what is published: `integrity.json`, and inside the script those of the files that it asks for, so that a page which
//! names the hash of the script has all of them checked. See docs/decisions/0063-one-hash-in-the-page.md.

use super::bundle::FOR_PROGRAMS;
use super::stage::{Stage, files};
use anyhow::{Context, Result, bail};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The name of the file in which a folder's hashes stand.
const LIST: &str = "integrity.json";
/// What stands in `pkg/js/lib/integrity.js` until a build puts the hashes there.
const NONE: &str = "const SUMS = {};";
/// The folders of the package that hold what the script asks for, with the ending of it.
const ASKED_FOR: [(&str, &str); 6] = [
    ("wasm/", ".wasm"),
    ("texts/", ".json"),
    ("lib/ehr", ".js"),
    ("lib/given", ".js"),
    ("lib/signed", ".js"),
    ("lib/qr", ".js"),
];

/// Hashes by the file's path in its folder.
pub(super) type Sums = BTreeMap<String, String>;

/// What stands in `integrity.json`.
#[derive(Serialize)]
pub(super) struct List {
    /// The version of the package.
    pub(super) version: String,
    pub(super) files: Sums,
}

/// Writes the hashes of the files that the script asks for into the script. Nothing of them may change afterwards.
pub(super) fn embed(stage: &Stage) -> Result<()> {
    let mut asked = of_folder(&stage.path("weighup"))?;
    asked.retain(|path, _| {
        ASKED_FOR
            .iter()
            .any(|(folder, ending)| path.starts_with(folder) && path.ends_with(ending))
    });
    // No page asks for what programs alone use.
    asked.retain(|path, _| {
        !FOR_PROGRAMS
            .iter()
            .any(|name| path.contains(&format!("weighup_{name}")))
    });
    let script = stage.path("weighup/lib/integrity.js");
    let text = fs::read_to_string(&script).with_context(|| format!("could not read {}", script.display()))?;
    fs::write(&script, with_sums(&text, &asked)?)?;
    Ok(())
}

fn with_sums(script: &str, sums: &Sums) -> Result<String> {
    if script.matches(NONE).count() != 1 {
        bail!("pkg/js/lib/integrity.js no longer holds `{NONE}` once");
    }
    Ok(script.replace(NONE, &format!("const SUMS = {};", serde_json::to_string(sums)?)))
}

/// Writes the list of a folder of the stage: every file in it but the list itself.
pub(super) fn list(stage: &Stage, folder: &str) -> Result<List> {
    #[derive(Deserialize)]
    struct Package {
        version: String,
    }
    let package =
        fs::read(stage.path("weighup/package.json")).context("weighup/package.json is not there")?;
    let Package { version } =
        serde_json::from_slice(&package).context("weighup/package.json has no version")?;
    let files = of_folder(&stage.path(folder))?;
    let list = List { version, files };
    let name = Path::new(folder).join(LIST);
    stage.write(
        &name.to_string_lossy(),
        serde_json::to_string_pretty(&list)? + "\n",
    )?;
    Ok(list)
}

/// The hash of every file of a folder but of its list.
pub(super) fn of_folder(folder: &Path) -> Result<Sums> {
    files(folder)
        .filter(|path| path.strip_prefix(folder) != Ok(Path::new(LIST)))
        .map(|path| {
            let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
            let content = fs::read(&path).with_context(|| format!("could not read {}", path.display()))?;
            Ok((name, sum(&content)))
        })
        .collect()
}

/// The hash of a file as the attribute `integrity` of HTML has it.
pub(super) fn sum(content: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

#[cfg(test)]
mod tests {
    use super::{NONE, Sums, sum, with_sums};

    #[test]
    fn a_hash_is_written_as_html_has_it() {
        // The example of the empty text, as every tool that makes such hashes gives it.
        assert_eq!(sum(b""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn the_script_holds_them_once() {
        let sums = Sums::from([("wasm/a.wasm".to_owned(), "sha256-A=".to_owned())]);
        let made = with_sums(&format!("// Before\n{NONE}\n"), &sums).unwrap_or_default();
        assert_eq!(made, "// Before\nconst SUMS = {\"wasm/a.wasm\":\"sha256-A=\"};\n");
        assert!(with_sums("nothing", &sums).is_err());
    }
}
