//! An aid as one file that opens from a disk: its page, its styles and, when the widget is built, the widget.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use weighup_core::aid::Aid;
use weighup_web::page::{PageError, STYLES, render_page};

const PLACE: &str = "styles-go-here";

/// Why no page was made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StandaloneError {
    #[error("cannot make the page of `{id}`: {cause}")]
    Page { id: String, cause: PageError },
    #[error("cannot read `{path}` of the widget: {cause}; build it with `cargo xtask build --release`")]
    Widget { path: String, cause: io::Error },
}

/// The page. `widget` is the folder of the built npm package.
pub(crate) fn page(aid: &Aid, widget: Option<&Path>) -> Result<String, StandaloneError> {
    let html =
        render_page(aid, crate::texts::interface(&aid.document().language), PLACE).map_err(|cause| {
            StandaloneError::Page {
                id: aid.id().to_owned(),
                cause,
            }
        })?;
    let html = html.replace(
        &format!("<link rel=\"stylesheet\" href=\"{PLACE}\">"),
        &format!("<style>\n{}</style>", STYLES.replace("</", "<\\/")),
    );
    let Some(widget) = widget else { return Ok(html) };
    let modules = modules(widget)?;
    let map = serde_json::json!({ "imports": modules });
    let script = format!(
        "<script type=\"importmap\">{}</script>\n<script type=\"application/json\" id=\"weighup-json\">{}</script>\n\
         <script type=\"module\">\nimport \"weighup/inline.js\";\n\
         document.querySelector(\"weighup-aid\").aid = document.getElementById(\"weighup-json\").textContent;\n</script>\n",
        map.to_string().replace('<', "\\u003c"),
        aid.to_json().replace('<', "\\u003c")
    );
    // Until the widget is there, and where it cannot run, its content is the page.
    Ok(html
        .replacen(
            "<body class=\"wu-page\">",
            "<body class=\"wu-page\">\n<weighup-aid>",
            1,
        )
        .replacen("</body>", &format!("</weighup-aid>\n{script}</body>"), 1))
}

/// Every module the widget needs, by name, as an address that holds it.
fn modules(widget: &Path) -> Result<BTreeMap<String, String>, StandaloneError> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![PathBuf::from("inline.js")];
    while let Some(path) = waiting.pop() {
        let name = name(&path);
        if found.contains_key(&name) {
            continue;
        }
        let text = fs::read_to_string(widget.join(&path)).map_err(|cause| StandaloneError::Widget {
            path: widget.join(&path).display().to_string(),
            cause,
        })?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let (text, imported) = renamed(&text, folder);
        waiting.extend(imported);
        found.insert(name, address(&text));
    }
    Ok(found)
}

/// "weighup/lib/element.js".
fn name(path: &Path) -> String {
    format!("weighup/{}", path.display()).replace('\\', "/")
}

/// A module whose imports stand beside it, with each by its name under `package`.
pub(crate) fn inlined(text: &str, package: &str) -> String {
    text.replace("from \"./", &format!("from \"{package}/"))
}

/// A module with its relative imports by name, and what they are.
fn renamed(text: &str, folder: &Path) -> (String, Vec<PathBuf>) {
    let (mut out, mut imported) = (String::new(), Vec::new());
    for line in text.split_inclusive('\n') {
        let marks = [
            "from \"./",
            "from \"../",
            "import \"./",
            "import \"../",
            "import(\"./",
            "import(\"../",
        ];
        let found = marks.iter().find_map(|mark| {
            let at = line.find(mark)? + mark.find('"')? + 1;
            let length = line.get(at..)?.find('"')?;
            Some((at, length))
        });
        let Some((at, length)) = found else {
            out.push_str(line);
            continue;
        };
        let (before, rest) = line.split_at(at);
        let (specifier, after) = rest.split_at(length);
        let path = resolved(folder, specifier);
        out.push_str(before);
        out.push_str(&name(&path));
        out.push_str(after);
        imported.push(path);
    }
    (out, imported)
}

fn resolved(folder: &Path, specifier: &str) -> PathBuf {
    let mut path = folder.to_path_buf();
    for part in specifier.split('/') {
        match part {
            "." => {}
            ".." => {
                path.pop();
            }
            part => path.push(part),
        }
    }
    path
}

/// A `data:` address that holds a module (RFC 2397).
pub(crate) fn address(module: &str) -> String {
    let mut out = String::from("data:text/javascript;charset=utf-8,");
    for byte in module.bytes() {
        match byte {
            b'%' | b'#' | b'"' | b'<' | b'>' | b'`' | b'\\' | 0..=b' ' | 0x7f.. => {
                out += &format!("%{byte:02X}")
            }
            plain => out.push(char::from(plain)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_named_from_the_folder_they_stand_in() {
        let (text, imported) = renamed(
            "import css from \"../styles.js\";\nimport(\"./wasm/a.js\")\nlet x = 1;\n",
            Path::new("lib"),
        );
        assert_eq!(
            text,
            "import css from \"weighup/styles.js\";\nimport(\"weighup/lib/wasm/a.js\")\nlet x = 1;\n"
        );
        assert_eq!(
            imported,
            [PathBuf::from("styles.js"), PathBuf::from("lib/wasm/a.js")]
        );
    }

    #[test]
    fn nothing_in_a_module_ends_its_address() {
        assert_eq!(
            address("a<b #\"%\n"),
            "data:text/javascript;charset=utf-8,a%3Cb%20%23%22%25%0A"
        );
    }
}
