//! What `require` gets of the package: every entry for programs as CommonJS, and the types beside each.
//! See docs/decisions/0081-one-package-two-module-systems.md.

use super::bundle::withhold;
use super::stage::{Stage, files};
use anyhow::{Context, Result, bail};
use std::fs;

/// The entries that `require` may name: the file of a module, and of its twin. What a program in Node uses reads its files from the disk; the
/// element, of which a program without a browser only needs the name, has everything inside.
const TWINS: [(&str, &str); 8] = [
    ("inline.js", "inline.cjs"),
    ("api.node.js", "api.cjs"),
    ("api/inline.js", "api/inline.cjs"),
    ("headless.node.js", "headless.cjs"),
    ("headless/inline.js", "headless/inline.cjs"),
    ("static.node.js", "static.cjs"),
    ("static/inline.js", "static/inline.cjs"),
    ("author.js", "author.cjs"),
];

/// The address of a file of CommonJS, as a module knows its own.
const HERE: &str = "const HERE = require(\"node:url\").pathToFileURL(__filename).href;\n";

/// The name of an entry's twin, where it has one.
pub(super) fn twin(entry: &str) -> Option<&'static str> {
    TWINS
        .iter()
        .find(|(module, _)| *module == entry)
        .map(|(_, twin)| *twin)
}

/// A bundle as CommonJS. Files that come later are still asked for by `import()`, which CommonJS has.
pub(super) fn common(bundle: &str) -> Result<String> {
    let (body, exports) = withhold(bundle)?;
    let mut out = String::from("\"use strict\";\n");
    if body.contains("import.meta.url") {
        out.push_str(HERE);
    }
    for line in body.lines() {
        match line.strip_prefix("import ") {
            Some(import) => out.push_str(&required(import)?),
            None => out.push_str(&line.replace("import.meta.url", "HERE")),
        }
        out.push('\n');
    }
    Ok(format!("{out}module.exports = {{ {exports} }};\n"))
}

/// `{ a, b as c } from "node:d";` as constants.
fn required(import: &str) -> Result<String> {
    let whole = import
        .strip_suffix("\";")
        .and_then(|import| import.split_once(" from \""));
    match whole {
        Some((names, source)) if names.starts_with('{') => Ok(format!(
            "const {} = require(\"{source}\");",
            names.replace(" as ", ": ")
        )),
        _ => {
            bail!("`import {import}` is not a form that CommonJS is made of: see xtask/src/build/require.rs")
        }
    }
}

/// Types for `require` beside those for `import`: the same, naming each other by their own ending.
pub(super) fn types(stage: &Stage) -> Result<()> {
    let package = stage.path("weighup");
    let found: Vec<_> = files(&package)
        .filter(|path| path.to_string_lossy().ends_with(".d.ts"))
        .collect();
    for path in found {
        let text = fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
        let name = path.to_string_lossy();
        let name = name.trim_end_matches(".d.ts");
        fs::write(format!("{name}.d.cts"), of_require(&text))?;
    }
    Ok(())
}

fn of_require(types: &str) -> String {
    let mut out = String::new();
    for line in types.lines() {
        let relative = ["from \"./", "from \"../"]
            .iter()
            .any(|start| line.contains(start));
        match line.strip_suffix(".js\";") {
            Some(start) if relative => out.push_str(&format!("{start}.cjs\";\n")),
            _ => out.push_str(&format!("{line}\n")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{common, of_require};

    #[test]
    fn a_bundle_becomes_commonjs() {
        let made = common(
            "import { readFile } from \"node:fs/promises\";\nconst a = (() => {\nreturn { b };\n})();\n\
             const ways = [() => readFile(new URL(\"./x\", import.meta.url)), () => import(\"./y.js\")];\n\
             export const { check, compute } = functions(ways);\n",
        );
        let made = made.unwrap_or_default();
        assert!(
            made.contains("\nconst { readFile } = require(\"node:fs/promises\");\n"),
            "{made}"
        );
        assert!(
            made.contains("new URL(\"./x\", HERE)), () => import(\"./y.js\")"),
            "{made}"
        );
        assert!(
            made.contains("\nconst { check, compute } = functions(ways);\n"),
            "{made}"
        );
        assert!(
            made.ends_with("\nmodule.exports = { check, compute };\n"),
            "{made}"
        );
    }

    #[test]
    fn what_cannot_be_required_is_refused() {
        assert!(common("import all from \"node:fs\";\n").is_err());
    }

    #[test]
    fn types_name_each_other_by_their_own_ending() {
        assert_eq!(
            of_require(
                "import type { A } from \"./api.js\";\nimport { B } from \"vue\";\nexport const c: \"./c.js\";\n"
            ),
            "import type { A } from \"./api.cjs\";\nimport { B } from \"vue\";\nexport const c: \"./c.js\";\n"
        );
    }
}
