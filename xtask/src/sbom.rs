//! `cargo xtask sbom`: what a release is made of, as CycloneDX 1.6.
//!
//! It is written from the tree that cargo itself builds by, with the features of what is released: the authors' libraries are
//! never listed in the package that a page loads. Nothing in it changes from run to run.

use crate::{process, project, say};
use anyhow::{Context, Result, anyhow, bail};
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

/// Something that is released.
pub(crate) struct Release {
    /// The file, without its ending.
    pub(crate) name: &'static str,
    /// The address by which registries know it.
    kind: &'static str,
    component: &'static str,
    arguments: &'static [&'static str],
    /// Libraries that have to be in it, and some that must not be.
    pub(crate) has: &'static [&'static str],
    pub(crate) has_not: &'static [&'static str],
}

/// The npm package, the crate of the engine, and the authors' command.
pub(crate) const RELEASES: [Release; 3] = [
    Release {
        name: "weighup-npm",
        kind: "npm",
        component: "weighup",
        arguments: &[
            "--package=weighup-element",
            "--package=weighup-fit",
            "--package=weighup-api",
            "--package=weighup-headless",
            "--package=weighup-author",
            "--package=weighup-desk",
            "--target=wasm32-unknown-unknown",
        ],
        // The author's file and the desk's read TOML; no patient's page loads either.
        has: &["yew", "serde_json", "weighup-core", "wasm-bindgen", "qr", "toml"],
        has_not: &["clap", "csv", "tokio"],
    },
    Release {
        name: "weighup-core",
        kind: "cargo",
        component: "weighup-core",
        arguments: &["--package=weighup-core"],
        has: &["serde_json", "sha2", "weighup-kernel"],
        has_not: &["yew", "toml", "clap"],
    },
    Release {
        name: "weighup-command",
        kind: "cargo",
        component: "weighup",
        arguments: &["--package=weighup", "--features=pages"],
        has: &["toml", "regex", "clap", "csv", "weighup-core"],
        has_not: &["walrus", "brotli"],
    },
];

/// A library as the tree has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Node {
    licence: String,
    own: bool,
    uses: BTreeSet<Name>,
}

/// Name and version.
type Name = (String, String);

/// The verb: one file for each release in `dist/sbom`.
pub(crate) fn run() -> Result<()> {
    let folder = project::dist().join("sbom");
    fs::create_dir_all(&folder)?;
    for release in &RELEASES {
        let bom = bom(release)?;
        let wrong = faults(&bom);
        if !wrong.is_empty() {
            bail!("{} is not sound:\n{}", release.name, wrong.join("\n"));
        }
        let path = folder.join(format!("{}.cdx.json", release.name));
        fs::write(&path, serde_json::to_string_pretty(&bom)? + "\n")?;
        let count = bom
            .get("components")
            .and_then(Value::as_array)
            .map_or(0, Vec::len);
        say::line("sbom", &format!("{}, {count} components", project::shown(&path)));
    }
    Ok(())
}

/// What a release is made of.
pub(crate) fn bom(release: &Release) -> Result<Value> {
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(project::root())
        .args(["tree", "--locked", "--quiet", "--edges=normal,no-proc-macro"])
        .args(["--prefix=depth", "--format=\t{p}\t{l}"])
        .args(release.arguments);
    let nodes = tree(&process::output(&mut cargo)?)?;
    let sums = checksums()?;
    let version = nodes
        .iter()
        .find(|((_, _), node)| node.own)
        .map(|((_, version), _)| version.clone())
        .context("nothing of this repository is in the tree")?;
    // Only the npm package holds a script that is not ours.
    let kept = (release.kind == "npm").then(kept_script).transpose()?;
    let components: Vec<Value> = nodes
        .iter()
        .map(|(name, node)| component(name, node, sums.get(name)))
        .chain(kept.clone())
        .collect();
    let uses = nodes.iter().map(|(name, node)| {
        let of = node.uses.iter().map(reference).collect::<Vec<_>>();
        json!({ "ref": reference(name), "dependsOn": of })
    });
    let root = format!("pkg:{}/{}@{version}", release.kind, release.component);
    let own = nodes.iter().filter(|(_, node)| node.own);
    let kept = kept.iter().map(|script| text(script, "/bom-ref").to_owned());
    let own: Vec<String> = own.map(|(name, _)| reference(name)).chain(kept).collect();
    // The crate itself is a component too: the release stands on it, under a name of its own.
    let whole = format!("release:{}", release.name);
    let first = json!({ "ref": whole, "dependsOn": own });
    Ok(json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": {
            "type": "library",
            "bom-ref": whole,
            "name": release.component,
            "version": version,
            "purl": root,
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        } },
        "components": components,
        "dependencies": std::iter::once(first).chain(uses).collect::<Vec<_>>(),
    }))
}

fn reference((name, version): &Name) -> String {
    format!("pkg:cargo/{name}@{version}")
}

fn component(name: &Name, node: &Node, sum: Option<&String>) -> Value {
    let mut out = json!({
        "type": "library",
        "bom-ref": reference(name),
        "name": name.0,
        "version": name.1,
        "purl": reference(name),
        // Old manifests write `/` for `OR`.
        "licenses": [{ "expression": node.licence.replace('/', " OR ") }],
    });
    if let (Some(sum), Some(fields)) = (sum, out.as_object_mut()) {
        fields.insert("hashes".to_owned(), json!([{ "alg": "SHA-256", "content": sum }]));
    }
    out
}

/// The decoder of QR codes that stands in the package as a file. Its first line names it (`tests/support/kept.mjs` writes it).
fn kept_script() -> Result<Value> {
    let path = project::root().join("pkg/js/lib/qr.js");
    let script = fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    let version = script
        .strip_prefix("// qr ")
        .and_then(|rest| rest.split(' ').next())
        .with_context(|| format!("{} does not begin with its name and version", path.display()))?;
    let id = format!("pkg:npm/qr@{version}");
    let sum: String = Sha256::digest(script.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Ok(json!({
        "type": "library",
        "bom-ref": id,
        "name": "qr",
        "version": version,
        "purl": id,
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        "hashes": [{ "alg": "SHA-256", "content": sum }],
    }))
}

/// Reads what `cargo tree` prints: how deep, which library, its licence.
fn tree(text: &str) -> Result<BTreeMap<Name, Node>> {
    let mut found: BTreeMap<Name, Node> = BTreeMap::new();
    let mut above: Vec<Name> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let mut cells = line.split('\t');
        let (Some(depth), Some(library), Some(licence)) = (cells.next(), cells.next(), cells.next()) else {
            bail!("`cargo tree` said `{line}`, which is not as expected");
        };
        let depth: usize = depth.parse().with_context(|| format!("in `{line}`"))?;
        let (name, rest) = library
            .split_once(" v")
            .ok_or_else(|| anyhow!("`{library}` has no version"))?;
        let version = rest.split(' ').next().unwrap_or_default();
        let name = (name.to_owned(), version.to_owned());
        above.truncate(depth);
        if let Some(user) = above.last().and_then(|user| found.get_mut(user)) {
            user.uses.insert(name.clone());
        }
        let node = found.entry(name.clone()).or_default();
        node.licence = licence.trim_end_matches(" (*)").trim().to_owned();
        // A path stands behind what is not from a registry.
        node.own = rest.contains(" (/") || rest.contains(":\\");
        above.push(name);
    }
    Ok(found)
}

/// The checksums of the lock file.
fn checksums() -> Result<BTreeMap<Name, String>> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Locked>,
    }
    #[derive(Deserialize)]
    struct Locked {
        name: String,
        version: String,
        checksum: Option<String>,
    }
    let text = fs::read_to_string(project::root().join("Cargo.lock"))?;
    let lock: Lock = toml::from_str(&text).context("Cargo.lock is not as expected")?;
    let all = lock.package.into_iter();
    Ok(all
        .filter_map(|each| Some(((each.name, each.version), each.checksum?)))
        .collect())
}

/// What is wrong with a bill, a line each: what CycloneDX asks for, and that every library that is not ours has a licence and a hash.
pub(crate) fn faults(bom: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    for (field, expected) in [("bomFormat", "CycloneDX"), ("specVersion", "1.6")] {
        let found = text(bom, &format!("/{field}"));
        if found != expected {
            wrong.push(format!("{field} is `{found}` and not {expected}"));
        }
    }
    let components = list(bom, "components");
    if components.is_empty() {
        wrong.push("there is no component".to_owned());
    }
    let mut known = BTreeSet::from([text(bom, "/metadata/component/bom-ref")]);
    for each in components {
        let name = text(each, "/name");
        if name.is_empty() || text(each, "/type") != "library" || text(each, "/version").is_empty() {
            wrong.push(format!("{each} has no name, version or type"));
        }
        if !known.insert(text(each, "/bom-ref")) {
            wrong.push(format!("{name} stands there twice"));
        }
        let licence = text(each, "/licenses/0/expression");
        if licence.is_empty() || licence.contains('/') {
            wrong.push(format!("{name} has the licence `{licence}`"));
        }
        if !name.starts_with("weighup") && text(each, "/hashes/0/content").len() != 64 {
            wrong.push(format!("{name} has no hash"));
        }
    }
    for each in list(bom, "dependencies") {
        let to = list(each, "dependsOn").iter().filter_map(Value::as_str);
        let all = std::iter::once(text(each, "/ref")).chain(to);
        let unknown = all.filter(|id| !known.contains(id));
        wrong.extend(unknown.map(|id| format!("nothing is called {id}")));
    }
    wrong
}

/// The text at a place, or nothing.
fn text<'a>(value: &'a Value, at: &str) -> &'a str {
    value.pointer(at).and_then(Value::as_str).unwrap_or_default()
}

/// The list of that name, or nothing.
pub(crate) fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value
        .get(name)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::{faults, tree};
    use serde_json::json;

    #[test]
    fn a_tree_is_read_with_who_uses_whom() {
        let text = "0\tweighup-core v0.1.0 (/somewhere/core)\tMIT OR Apache-2.0\n1\tserde v1.0.2\tMIT/Apache-2.0\n2\tserde_core v1.0.2\tMIT\n\
                    1\tsha2 v0.10.9\tMIT\n\n0\tother v2.0.0 (/somewhere/other)\tMIT\n1\tserde v1.0.2\tMIT/Apache-2.0 (*)\n";
        let found = tree(text).unwrap();
        let uses = |name: &str, version: &str| -> Vec<String> {
            let node = &found[&(name.to_owned(), version.to_owned())];
            node.uses.iter().map(|(name, _)| name.clone()).collect()
        };
        assert_eq!(uses("weighup-core", "0.1.0"), ["serde", "sha2"]);
        assert_eq!(uses("serde", "1.0.2"), ["serde_core"]);
        assert_eq!(uses("other", "2.0.0"), ["serde"]);
        let serde = &found[&("serde".to_owned(), "1.0.2".to_owned())];
        assert_eq!((serde.licence.as_str(), serde.own), ("MIT/Apache-2.0", false));
        assert!(found[&("other".to_owned(), "2.0.0".to_owned())].own);
    }

    #[test]
    fn what_is_missing_is_told() {
        let good = json!({
            "bomFormat": "CycloneDX", "specVersion": "1.6",
            "metadata": { "component": { "bom-ref": "all" } },
            "components": [{ "type": "library", "bom-ref": "a", "name": "a", "version": "1",
                "licenses": [{ "expression": "MIT" }], "hashes": [{ "content": "0".repeat(64) }] }],
            "dependencies": [{ "ref": "all", "dependsOn": ["a"] }],
        });
        assert_eq!(faults(&good), Vec::<String>::new());
        for (at, with) in [
            ("/specVersion", json!("1.5")),
            ("/components", json!([])),
            ("/components/0/version", json!("")),
            ("/components/0/licenses/0/expression", json!("MIT/X")),
            ("/components/0/hashes/0/content", json!("short")),
            ("/dependencies/0/dependsOn/0", json!("b")),
        ] {
            let mut bad = good.clone();
            *bad.pointer_mut(at).unwrap() = with;
            assert!(!faults(&bad).is_empty(), "{at}");
        }
    }
}
