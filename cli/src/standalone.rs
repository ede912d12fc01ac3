//! An aid as one file that opens from a disk: its page in every language it has, its styles and, when the widget is built, the widget.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use weighup_core::folder::ReadyAid;
use weighup_core::words::Spoken;
use weighup_web::page::{PageError, STYLES, render_content, render_page};
use weighup_web::settings::Direction;
use weighup_web::texts::interface;

use crate::report::escaped;

const PLACE: &str = "styles-go-here";

/// Why no page was made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StandaloneError {
    #[error("cannot make the page of `{id}`: {cause}")]
    Page { id: String, cause: PageError },
    #[error("cannot read `{path}` of the widget: {cause}; build it with `cargo xtask build --release`")]
    Widget { path: String, cause: io::Error },
}

/// What shows one language at a time, without a script: the one that the address names, or holds the place it names; else the aid's own.
/// Browsers that do not know `:has` leave out its rules alone.
const CHOICE: &str =
    ".wu-languages { color-scheme: light dark; background: Canvas; font: 1em/1.5 system-ui, sans-serif; padding: 0.3em 1em; }
.wu-languages a { display: inline-block; padding-block: 0.4em; margin-inline-end: 1em; }
.wu-language { display: none; }
.wu-language:target { display: block; }
.wu-language:has(:target) { display: block; }
.wu-language--own { display: block; }
.wu-language:target ~ .wu-language--own { display: none; }
.wu-language:has(:target) ~ .wu-language--own { display: none; }
";

/// The page, in every language that the aid has. `widget` is the folder of the built npm package.
pub(crate) fn page(ready: &ReadyAid, widget: Option<&Path>) -> Result<String, StandaloneError> {
    let aid = &ready.aid;
    let failed = |cause| StandaloneError::Page {
        id: aid.id().to_owned(),
        cause,
    };
    let html = render_page(aid, interface(&aid.document().language), PLACE).map_err(failed)?;
    let mut styles = STYLES.replace("</", "<\\/");
    let (mut links, mut others) = (String::new(), String::new());
    for (stem, translated) in &ready.translations {
        let tag = &translated.document().language;
        let place = format!("in-{stem}");
        links += &link(&place, tag);
        let content = render_content(translated, interface(tag), &place).map_err(failed)?;
        let dir = Direction::of(translated.language()).name();
        others += &format!(
            "<div class=\"wu-language\" id=\"{place}\" lang=\"{tag}\" dir=\"{dir}\">{content}</div>\n"
        );
    }
    let (mut before, mut after) = (String::new(), String::new());
    if !others.is_empty() {
        let tag = &aid.document().language;
        styles += CHOICE;
        before = format!("{others}<div class=\"wu-language wu-language--own\" id=\"in-own\">");
        after = "</div>".to_owned();
        links = format!(
            "<nav class=\"wu-languages\">{}{links}</nav>\n",
            link("in-own", tag)
        );
    }
    if let Some(widget) = widget {
        // Until the widget is there, and where it cannot run, its content is the page.
        before = format!("<weighup-aid>{before}");
        after = format!("{after}</weighup-aid>\n{}", scripts(ready, widget)?);
    }
    Ok(html
        .replace(
            &format!("<link rel=\"stylesheet\" href=\"{PLACE}\">"),
            &format!("<style>\n{styles}</style>"),
        )
        .replacen(
            "<body class=\"wu-page\">\n",
            &format!("<body class=\"wu-page\">\n{links}{before}"),
            1,
        )
        .replacen("\n</body>", &format!("{after}\n</body>"), 1))
}

/// A link to the aid in a language, in the name that the language has for itself.
fn link(place: &str, tag: &str) -> String {
    let name = Spoken::of(tag).map_or(tag, |spoken| spoken.own);
    format!(
        "<a href=\"#{place}\" lang=\"{tag}\" hreflang=\"{tag}\">{}</a>",
        escaped(name)
    )
}

/// The widget, the aid and its translations, and what lets the links of languages change the widget's.
fn scripts(ready: &ReadyAid, widget: &Path) -> Result<String, StandaloneError> {
    let inside = |json: String| json.replace('<', "\\u003c");
    let map = serde_json::json!({ "imports": modules(widget)? });
    let id = ready.aid.id();
    let translations: BTreeMap<String, &str> = ready
        .translations
        .iter()
        .map(|(stem, aid)| (format!("{id}.{stem}.json"), aid.to_json()))
        .collect();
    let tags: BTreeMap<String, &str> = ready
        .translations
        .iter()
        .map(|(stem, aid)| (format!("#in-{stem}"), &*aid.document().language))
        .collect();
    let own = serde_json::json!(ready.aid.document().language);
    Ok(format!(
        "<script type=\"importmap\">{}</script>\n<script type=\"application/json\" id=\"weighup-json\">{}</script>\n\
         <script type=\"application/json\" id=\"weighup-translations\">{}</script>\n\
         <script type=\"module\">\nimport \"weighup/inline.js\";\n\
         const [aid, said] = [document.querySelector(\"weighup-aid\"), (id) => document.getElementById(id).textContent];\n\
         const tags = {};\n\
         const speak = () => {{\n  if (location.hash in tags || [\"\", \"#in-own\"].includes(location.hash)) aid.lang = tags[location.hash] ?? {own};\n}};\n\
         speak();\naddEventListener(\"hashchange\", speak);\n\
         aid.translations = JSON.parse(said(\"weighup-translations\"));\naid.aid = said(\"weighup-json\");\n</script>",
        inside(map.to_string()),
        inside(ready.aid.to_json().to_owned()),
        // Texts by text always serialise.
        inside(serde_json::to_string(&translations).unwrap_or_default()),
        inside(serde_json::to_string(&tags).unwrap_or_default()),
    ))
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
