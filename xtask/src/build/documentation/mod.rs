//! The documentation as pages of the site: every file of Markdown under `docs/`, in the same folders under the site's `docs/`, so that
//! a link between two of them is the same link. What is linked and is no page leads to the repository.
//! See docs/decisions/0089-documentation-as-pages.md.

mod contents;
mod render;
mod search;

use super::gallery::{escape, template};
use super::stage::{Stage, files};
use crate::project;
use anyhow::{Context, Result, bail};
use contents::{Contents, Listed};
use render::Rendered;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path};

/// Where what is no page of the site is read.
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");
/// What other files are made of, with places to fill in.
const PARTS: &str = "safety/source/";
/// What the pages are together.
const NAME: &str = "Documentation";

/// Lays out `docs/`.
pub(super) fn lay_out(stage: &Stage) -> Result<()> {
    let root = project::root();
    let folder = root.join("docs");
    let mut pages = BTreeMap::new();
    for path in files(&folder).filter(|path| path.extension().is_some_and(|ending| ending == "md")) {
        let name = path.strip_prefix(&folder)?.to_string_lossy().replace('\\', "/");
        if name.starts_with(PARTS) {
            continue;
        }
        let text = fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
        let page = render::page(&text, |link| lead(&root, &name, link));
        if page.title.is_empty() {
            bail!("docs/{name} has no heading of the first level: it is the title of its page");
        }
        pages.insert(name, page);
    }
    let contents = Contents::read(&folder, &pages)?;
    let bare = template("docs.html")?;
    for (name, page) in &pages {
        stage.write(
            &format!("docs/{}", address(name)),
            filled(&bare, name, page, &contents, &pages)?,
        )?;
    }
    stage.write("docs/index.html", front(&bare, &contents, &pages)?)?;
    stage.write("docs/search.json", search::index(&pages)?)?;
    // Forms that a program reads by the address in the page that tells of them.
    for path in files(&folder.join("schema")) {
        let name = path.strip_prefix(&folder)?.to_string_lossy().replace('\\', "/");
        stage.copy(&path, &format!("docs/{name}"))?;
    }
    Ok(())
}

/// The address of a file's page, from `docs/`: a folder's README is what stands at the folder's own.
fn address(name: &str) -> String {
    let stem = name.strip_suffix(".md").unwrap_or(name);
    match stem.strip_suffix("README") {
        Some(folder) => format!("{folder}index.html"),
        None => format!("{stem}.html"),
    }
}

/// How deep in `docs/` a file stands, as the way back up.
fn up(name: &str) -> String {
    "../".repeat(name.matches('/').count())
}

/// Where a link of the file `name` leads on the site.
fn lead(root: &Path, name: &str, link: &str) -> String {
    if link.contains(':') || link.starts_with('#') {
        return link.to_owned();
    }
    let (path, anchor) = match link.split_once('#') {
        Some((path, anchor)) => (path, format!("#{anchor}")),
        None => (link, String::new()),
    };
    let folder = Path::new("docs").join(name);
    let whole = plain(&folder.parent().unwrap_or(&folder).join(path));
    let is_page = |file: &str| file.ends_with(".md") && root.join("docs").join(file).is_file();
    if let Some(inside) = whole.strip_prefix("docs/") {
        let readme = format!("{}/README.md", inside.trim_end_matches('/'));
        let file = if is_page(&readme) { &readme } else { inside };
        if is_page(file) {
            return format!("{}{}{anchor}", up(name), address(file));
        }
        if inside.starts_with("schema/") && root.join(&whole).is_file() {
            return format!("{}{inside}", up(name));
        }
    }
    let kind = if root.join(&whole).is_dir() {
        "tree"
    } else {
        "blob"
    };
    format!("{REPOSITORY}/{kind}/main/{whole}{anchor}")
}

/// A path without steps up, with slashes.
fn plain(path: &Path) -> String {
    let mut parts: Vec<String> = Vec::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(parts.pop()),
            Component::Normal(name) => parts.push(name.to_string_lossy().into_owned()),
            _ => {}
        }
    }
    parts.join("/")
}

type Pages = BTreeMap<String, Rendered>;

fn filled(bare: &str, name: &str, page: &Rendered, contents: &Contents, pages: &Pages) -> Result<String> {
    let above = above(name, pages);
    let own = on_this_page(page);
    let source = format!("{REPOSITORY}/blob/main/docs/{name}");
    let foot = format!(
        "{}<p><a href=\"{source}\">This page in the repository</a></p>",
        contents.listed(name).map(shown_by).unwrap_or_default()
    );
    put(
        bare,
        &[
            ("title", &escape(&page.title)),
            ("site", &format!("{}../", up(name))),
            ("docs", &up(name)),
            ("above", &above),
            ("own", &own),
            ("body", &page.html),
            ("foot", &foot),
            ("pages", &contents.list(name, &up(name), pages)),
        ],
    )
}

/// The first page: the groups, and what each page of them is about.
fn front(bare: &str, contents: &Contents, pages: &Pages) -> Result<String> {
    put(
        bare,
        &[
            ("title", NAME),
            ("site", "../"),
            ("docs", ""),
            ("above", ""),
            ("own", ""),
            ("body", &contents.told(pages)),
            ("foot", ""),
            ("pages", &contents.list("", "", pages)),
        ],
    )
}

/// Fills the template in. What the pages themselves say may look like a place to fill in and is put in last.
fn put(bare: &str, places: &[(&str, &str)]) -> Result<String> {
    let mut rest = bare;
    let mut page = String::new();
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after
            .split_once("}}")
            .context("a `{{` without `}}` in pkg/demo/templates/docs.html")?;
        let Some((_, text)) = places.iter().find(|(place, _)| *place == name) else {
            bail!("pkg/demo/templates/docs.html names something unknown: {name}");
        };
        page.push_str(before);
        page.push_str(text);
        rest = after;
    }
    page.push_str(rest);
    Ok(page)
}

/// Links to what a page stands under: the first page, and the list of its folder.
fn above(name: &str, pages: &Pages) -> String {
    let mut links = format!("<li><a href=\"{}index.html\">{NAME}</a></li>", up(name));
    if let Some((folder, file)) = name.rsplit_once('/') {
        let list = format!("{folder}/README.md");
        if let Some(page) = pages.get(&list).filter(|_| file != "README.md") {
            let href = format!("{}{}", up(name), address(&list));
            links.push_str(&format!(
                "<li><a href=\"{href}\">{}</a></li>",
                escape(&page.title)
            ));
        }
    }
    format!("<nav class=\"above\" aria-label=\"Above this page\"><ol>{links}</ol></nav>")
}

/// Links to the parts of a page that has several.
fn on_this_page(page: &Rendered) -> String {
    if page.parts.len() < 3 {
        return String::new();
    }
    let links: String = page
        .parts
        .iter()
        .map(|(anchor, text)| format!("<li><a href=\"#{anchor}\">{}</a></li>", escape(text)))
        .collect();
    format!(
        "<details class=\"own\"><summary>On this page</summary><nav aria-label=\"On this page\"><ul>{links}</ul></nav></details>"
    )
}

/// Which tests run the page's examples, and which hold it to what is so.
fn shown_by(listed: &Listed) -> String {
    let sentence = |before: &str, tests: &[String]| {
        let links: Vec<String> = tests
            .iter()
            .map(|test| {
                format!(
                    "<a href=\"{REPOSITORY}/blob/main/{test}\"><code>{}</code></a>",
                    escape(test)
                )
            })
            .collect();
        match links.is_empty() {
            true => String::new(),
            false => format!("<p>{before} {}.</p>", links.join(", ")),
        }
    };
    sentence("Examples of this page are run as they stand by", &listed.run)
        + &sentence(
            "Tests read this page, and fail where it says what is not so:",
            &listed.held,
        )
}

#[cfg(test)]
mod tests {
    use super::{address, lead, put};
    use crate::project;

    #[test]
    fn a_link_leads_to_a_page_a_form_or_the_repository() {
        let root = project::root();
        let to = |link| lead(&root, "decisions/0001-figures-carry-their-context.md", link);
        assert_eq!(to("../fit.md#what"), "../fit.html#what");
        assert_eq!(
            to("0002-one-denominator-a-screen.md"),
            "../decisions/0002-one-denominator-a-screen.html"
        );
        assert_eq!(to("../safety/README.md"), "../safety/index.html");
        assert_eq!(to("../safety"), "../safety/index.html");
        assert_eq!(to("../schema/aid.schema.json"), "../schema/aid.schema.json");
        assert!(to("../../core/src/lib.rs#L1").ends_with("/blob/main/core/src/lib.rs#L1"));
        assert!(to("../../core").ends_with("/tree/main/core"));
        assert_eq!(to("#costs"), "#costs");
        assert_eq!(to("https://www.example.org/a.md"), "https://www.example.org/a.md");
        assert_eq!(address("README.md"), "index.html");
    }

    #[test]
    fn what_a_page_says_is_no_place_to_fill_in() {
        let made = put(
            "{{title}}: {{body}}",
            &[("title", "One"), ("body", "write {{title}}")],
        );
        assert_eq!(made.unwrap(), "One: write {{title}}");
        assert!(put("{{else}}", &[("title", "One")]).is_err());
        assert!(put("{{title", &[("title", "One")]).is_err());
    }
}
