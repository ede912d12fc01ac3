//! One JavaScript file for each entry of the package: a phone asks for one file, not for fifteen.
//!
//! Joins modules as this project writes them and as wasm-bindgen writes its glue: every import and export at the start
//! of a line, an import whole on its line. Each module but the entry becomes a function called once, so that names of
//! two modules never meet. What it does not know it refuses.

use super::pack::plain;
use super::require;
use super::stage::Stage;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;

/// The entries, one for each line of the package's exports.
const ENTRIES: [&str; 13] = [
    "index.js",
    "inline.js",
    "api.js",
    "api.node.js",
    "api/inline.js",
    "headless.js",
    "headless.node.js",
    "headless/inline.js",
    "static.js",
    "static.node.js",
    "static/inline.js",
    "author.js",
    DESK,
];

/// The page for authors.
pub(super) const DESK: &str = "desk/desk.js";

/// Scripts that an entry asks for when they are first used. Each is a file of its own and stands on no other. The last keeps its comments:
/// they are its licence.
const LATER: [&str; 4] = ["lib/ehr.js", "lib/given.js", "lib/signed.js", "lib/qr.js"];

/// How the names of entries, and of the WebAssembly they load, begin that only a whole build has what they need of: no patient's page asks
/// for it.
pub(super) const FOR_PROGRAMS: [&str; 5] = ["api", "headless", "static", "author", "desk"];

/// Replaces the entries under `weighup/` by bundles and takes away the modules that are now inside them. Only a `whole`
/// build has what the functions need; a published one has no comments.
pub(super) fn entries(stage: &Stage, whole: bool, published: bool) -> Result<()> {
    let mut inside = Vec::new();
    for entry in ENTRIES {
        if whole || !FOR_PROGRAMS.iter().any(|name| entry.starts_with(name)) {
            inside.extend(one(stage, entry, published)?);
        }
    }
    inside.sort();
    inside.dedup();
    for module in inside {
        fs::remove_file(stage.path(&format!("weighup/{module}")))?;
    }
    Ok(())
}

/// Replaces one entry by its bundle, and says which modules are inside it now.
pub(super) fn one(stage: &Stage, entry: &str, published: bool) -> Result<Vec<String>> {
    let mut bundle = Bundle::new(stage);
    let text = bundle.module(entry)?;
    let text = bundle.before + &text;
    let text = if published { plain(&text) } else { text };
    if let Some(twin) = require::twin(entry) {
        let common = require::common(&text).with_context(|| format!("in weighup/{entry}"))?;
        stage.write(&format!("weighup/{twin}"), common)?;
    }
    stage.write(&format!("weighup/{entry}"), text)?;
    Ok(bundle.names.into_keys().collect())
}

/// The scripts that come when they are first used, as they are published: what the entry holds of them is their hash, so this comes before.
pub(super) fn later(stage: &Stage, published: bool) -> Result<()> {
    for later in LATER {
        let path = stage.path(&format!("weighup/{later}"));
        let text = fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
        if text.lines().any(|line| line.starts_with("import ")) {
            bail!("weighup/{later} imports another script, which is inside a bundle by then");
        }
        if published && Some(&later) != LATER.last() {
            fs::write(path, plain(&text))?;
        }
    }
    Ok(())
}

/// The glue makes its decoders when it is imported, which throws where there are none (jsdom, in which pages are tested).
const DECODERS: &str = "import { TextDecoder, TextEncoder } from \"../lib/codec.js\";";

struct Bundle<'a> {
    stage: &'a Stage,
    /// The name each module has in the bundle, by its path under `weighup/`.
    names: BTreeMap<String, String>,
    /// What the entry stands on: modules from outside, then each of ours after those it imports.
    before: String,
}

impl<'a> Bundle<'a> {
    fn new(stage: &'a Stage) -> Self {
        Self {
            stage,
            names: BTreeMap::new(),
            before: String::new(),
        }
    }

    /// A module's text with its imports resolved. Its exports stay as they are.
    fn module(&mut self, path: &str) -> Result<String> {
        let full = self.stage.path(&format!("weighup/{path}"));
        let text = fs::read_to_string(&full).with_context(|| format!("could not read {}", full.display()))?;
        let mut out = String::new();
        if path.starts_with("wasm/") {
            out.push_str(&self.import(path, DECODERS.trim_start_matches("import "))?);
            out.push('\n');
        }
        for line in text.lines() {
            if line.matches('`').count() % 2 == 1 {
                bail!(
                    "weighup/{path} has a template string over several lines, which lose their indentation: `{line}`"
                );
            }
            match line.strip_prefix("import ") {
                Some(import) => out.push_str(&self.import(path, import)?),
                None => out.push_str(line),
            }
            out.push('\n');
        }
        Ok(out)
    }

    /// `a, { b as c } from "./d.js";` as constants taken from that module.
    fn import(&mut self, from: &str, import: &str) -> Result<String> {
        let whole = import
            .strip_suffix("\";")
            .and_then(|import| import.split_once('"'));
        let Some((names, source)) = whole else {
            bail!("weighup/{from} imports over several lines: `import {import}`. Put it on one.");
        };
        if !source.starts_with('.') {
            self.before.push_str(&format!("import {import}\n"));
            return Ok(String::new());
        }
        let module = self.require(&resolve(from, source))?;
        let names = names.trim().trim_end_matches("from").trim();
        let (default, rest) = match names.split_once([',', '{', '*']) {
            Some((default, _)) => (
                default.trim(),
                names[default.len()..].trim_start_matches(',').trim(),
            ),
            None => (names, ""),
        };
        let mut out = String::new();
        if !default.is_empty() {
            out.push_str(&format!("const {default} = {module}.default; "));
        }
        if let Some(name) = rest.strip_prefix("* as ") {
            out.push_str(&format!("const {name} = {module};"));
        } else if !rest.is_empty() {
            out.push_str(&format!("const {} = {module};", rest.replace(" as ", ": ")));
        }
        Ok(out)
    }

    /// The name of a module in the bundle, which it joins when it is not there yet.
    fn require(&mut self, path: &str) -> Result<String> {
        if let Some(name) = self.names.get(path) {
            return Ok(name.clone());
        }
        let text = self.module(path)?;
        let (body, exports) = withhold(&text).with_context(|| format!("in weighup/{path}"))?;
        let name = format!("module{}", self.names.len() + 1);
        self.before.push_str(&format!(
            "const {name} = (() => {{\n{body}return {{ {exports} }};\n}})();\n"
        ));
        self.names.insert(path.to_owned(), name.clone());
        Ok(name)
    }
}

/// A module's text without the word `export`, and what it exports as the inside of an object.
pub(super) fn withhold(text: &str) -> Result<(String, String)> {
    let (mut body, mut exports) = (String::new(), Vec::new());
    for line in text.lines() {
        let Some(export) = line.strip_prefix("export ") else {
            body.push_str(line);
            body.push('\n');
            continue;
        };
        if let Some(value) = export.strip_prefix("default ") {
            body.push_str(&format!("const exported = {value}\n"));
            exports.push("default: exported".to_owned());
        } else if let Some(list) = export
            .strip_prefix("{ ")
            .and_then(|list| list.strip_suffix(" };"))
        {
            exports.extend(list.split(", ").map(|item| match item.split_once(" as ") {
                Some((name, outside)) => format!("{outside}: {name}"),
                None => item.to_owned(),
            }));
        } else if let Some((names, _)) = export
            .strip_prefix("const { ")
            .and_then(|rest| rest.split_once(" } = "))
        {
            body.push_str(export);
            body.push('\n');
            exports.push(names.to_owned());
        } else {
            let declared = ["class ", "const ", "function ", "async function "]
                .iter()
                .find_map(|kind| export.strip_prefix(kind));
            let name: String = declared
                .unwrap_or_default()
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            if name.is_empty() {
                bail!("`export {export}` is not a form that the bundle knows: see xtask/src/build/bundle.rs");
            }
            body.push_str(export);
            body.push('\n');
            exports.push(name);
        }
    }
    Ok((body, exports.join(", ")))
}

/// `../lib/guard.js`, seen from `wasm/fit.js`, is `lib/guard.js`.
fn resolve(from: &str, source: &str) -> String {
    let mut path: Vec<&str> = from.split('/').collect();
    path.pop();
    for part in source.split('/') {
        match part {
            "." => {}
            ".." => {
                path.pop();
            }
            part => path.push(part),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::{resolve, withhold};

    #[test]
    fn finds_a_module_from_another() {
        assert_eq!(resolve("index.js", "./lib/element.js"), "lib/element.js");
        assert_eq!(resolve("wasm/fit.js", "../lib/guard.js"), "lib/guard.js");
    }

    #[test]
    fn keeps_what_is_exported() {
        let found = withhold("export class A {\n}\nexport const b = 1;\nexport { c, d as default };\n")
            .unwrap_or_default();
        assert_eq!(found.0, "class A {\n}\nconst b = 1;\n");
        assert_eq!(found.1, "A, b, c, default: d");
        let found = withhold("export const { a, b } = made();\n").unwrap_or_default();
        assert_eq!(
            found,
            ("const { a, b } = made();\n".to_owned(), "a, b".to_owned())
        );
        let found = withhold("export default \"css\";\n").unwrap_or_default();
        assert_eq!(
            found,
            (
                "const exported = \"css\";\n".to_owned(),
                "default: exported".to_owned()
            )
        );
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        assert!(withhold("export * from \"./a.js\";\n").is_err());
        assert!(withhold("export let a = 1;\n").is_err());
    }
}
