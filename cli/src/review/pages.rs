//! Pages for comments: the page that needs no script, with a script, styles and the paths of the aid added. What patients get has
//! none of it.

use std::path::Path;
use std::{fs, io};

use weighup_core::aid::Aid;
use weighup_core::involvement::{ReviewAsks, review_page_data, review_without_script};
use weighup_core::words::{Language, Spoken};
use weighup_web::page::{PageError, STYLES, render_page};

use crate::report::escaped;
use crate::standalone::{address, inlined};

/// What files of comments say they were made with.
const SOFTWARE: &str = concat!("weighup ", env!("CARGO_PKG_VERSION"));

/// Every module of the script, by its name beside the page.
const SCRIPTS: [(&str, &str); 12] = [
    ("main.js", include_str!("script/main.js")),
    ("annotations.js", include_str!("script/annotations.js")),
    ("compose.js", include_str!("script/compose.js")),
    ("data.js", include_str!("script/data.js")),
    ("dom.js", include_str!("script/dom.js")),
    ("give.js", include_str!("script/give.js")),
    ("link.js", include_str!("script/link.js")),
    ("list.js", include_str!("script/list.js")),
    ("margin.js", include_str!("script/margin.js")),
    ("places.js", include_str!("script/places.js")),
    ("selection.js", include_str!("script/selection.js")),
    ("store.js", include_str!("script/store.js")),
];
const STYLE: &str = include_str!("script/review.css");

/// Said in the page itself, so that it holds on whatever server it stands: nothing is asked for but its own files, nothing is sent.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";
/// The same for a page that is one file, opened from a disk: its script and its styles stand in it.
const SINGLE_POLICY: &str = "default-src 'none'; script-src 'unsafe-inline' data:; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PagesError {
    #[error("cannot make the page of `{name}`: {cause}")]
    Page { name: String, cause: PageError },
    #[error("cannot write `{path}`: {cause}; check that the folder exists and is yours")]
    Write { path: String, cause: io::Error },
}

/// An aid in one language, to be commented on.
pub(crate) struct Reviewed {
    /// The name of its page, without `.html`.
    pub(crate) name: String,
    aid: Aid,
    data: String,
}

impl Reviewed {
    pub(crate) fn new(name: String, aid: Aid, asks: Option<&ReviewAsks>) -> Self {
        let data = review_page_data(&aid, asks, SOFTWARE);
        Self { name, aid, data }
    }

    /// The page, which finds its files beside it.
    pub(crate) fn page(&self) -> Result<String, PagesError> {
        self.with(
            POLICY,
            "<link rel=\"stylesheet\" href=\"weighup.css\">\n<link rel=\"stylesheet\" href=\"review.css\">",
            "<script type=\"module\" src=\"main.js\"></script>",
        )
    }

    /// The page that patients without scripts get, with what a reviewer needs.
    fn with(&self, policy: &str, styles: &str, script: &str) -> Result<String, PagesError> {
        const PLACE: &str = "styles-go-here";
        let interface = weighup_web::texts::interface(&self.aid.document().language);
        let page = render_page(&self.aid, interface, PLACE).map_err(|cause| PagesError::Page {
            name: self.name.clone(),
            cause,
        })?;
        let head = format!(
            "<meta name=\"robots\" content=\"noindex\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n{styles}"
        );
        let without = escaped(&review_without_script(&self.aid));
        // No text of an aid can end the element that it stands in.
        let data = self.data.replace('<', "\\u003c");
        let foot =
            format!("<script type=\"application/json\" id=\"rv-data\">{data}</script>\n{script}\n</body>");
        Ok(page
            .replacen(&format!("<link rel=\"stylesheet\" href=\"{PLACE}\">"), &head, 1)
            .replacen(
                "<body class=\"wu-page\">",
                &format!("<body class=\"wu-page\">\n<p class=\"rv-noscript\">{without}</p>"),
                1,
            )
            .replacen("</body>", &foot, 1))
    }
}

/// A file beside the pages.
pub(super) fn file(name: &str) -> Option<&'static str> {
    match name {
        "weighup.css" => Some(STYLES),
        "review.css" => Some(STYLE),
        name => SCRIPTS
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, text)| *text),
    }
}

/// The page as one file, that is sent by mail and opens from a disk.
pub(crate) fn single(one: &Reviewed) -> Result<String, PagesError> {
    let modules: serde_json::Map<String, serde_json::Value> = SCRIPTS
        .iter()
        .map(|(name, text)| {
            let text = inlined(text, "weighup-review");
            (format!("weighup-review/{name}"), address(&text).into())
        })
        .collect();
    let map = serde_json::json!({ "imports": modules }).to_string();
    let script = format!(
        "<script type=\"importmap\">{}</script>\n<script type=\"module\">\nimport \"weighup-review/main.js\";\n</script>",
        map.replace('<', "\\u003c")
    );
    let styles = format!("<style>\n{}\n{STYLE}</style>", STYLES.replace("</", "<\\/"));
    one.with(SINGLE_POLICY, &styles, &script)
}

/// Writes every page with its files and a list of them: a folder for any server, behind whatever log-in it has.
pub(crate) fn site(out: &Path, all: &[Reviewed]) -> Result<(), PagesError> {
    let cannot = |path: &Path, cause| PagesError::Write {
        path: path.display().to_string(),
        cause,
    };
    let write = |name: &str, text: &str| {
        let path = out.join(name);
        // An unchanged file keeps its time.
        if fs::read(&path).is_ok_and(|old| old == text.as_bytes()) {
            return Ok(());
        }
        fs::write(&path, text).map_err(|cause| cannot(&path, cause))
    };
    fs::create_dir_all(out).map_err(|cause| cannot(out, cause))?;
    for one in all {
        write(&format!("{}.html", one.name), &one.page()?)?;
    }
    for name in ["weighup.css", "review.css"]
        .into_iter()
        .chain(SCRIPTS.iter().map(|(name, _)| *name))
    {
        write(name, file(name).unwrap_or_default())?;
    }
    write("index.html", &list(all))
}

/// The list of pages, each with its language.
pub(super) fn list(all: &[Reviewed]) -> String {
    let entry = |one: &Reviewed| {
        let language = &one.aid.document().language;
        let named = Spoken::of(language).map_or(language.as_str(), |spoken| spoken.own);
        let rtl = Language::of(language).is_some_and(Language::is_rtl);
        format!(
            "<li lang=\"{0}\" dir=\"{1}\"><a href=\"{2}.html\">{3}</a> ({4})</li>\n",
            escaped(language),
            if rtl { "rtl" } else { "ltr" },
            escaped(&one.name),
            escaped(one.aid.title()),
            escaped(named)
        )
    };
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <title>Decision aids to comment on</title>\n<link rel=\"stylesheet\" href=\"weighup.css\">\n</head>\n<body class=\"wu-page\">\n\
         <main class=\"weighup wu-static\" data-theme=\"auto\"><div class=\"wu-body\">\n<h1 class=\"wu-h1\">Decision aids to comment on</h1>\n\
         <p>These are drafts. Nothing that you write is sent: you save it, and give the file to whoever asked you.</p>\n\
         <ul class=\"wu-list\">\n{}</ul>\n</div></main>\n</body>\n</html>\n",
        all.iter().map(entry).collect::<String>()
    )
}
