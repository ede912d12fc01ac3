//! `weighup cite`: the `[[source]]` of an aid from what a reference manager or a publisher's page gives.

mod bibtex;
mod csl;
mod ris;

use std::path::PathBuf;
use std::process::ExitCode;
use std::{fs, io};

use crate::print;
use weighup_core::authoring::{escaped as quoted, slug};

/// Write `[[source]]` for each reference of a file: RIS, BibTeX or CSL-JSON. Nothing is looked up.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Files of references.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// Why nothing was cited.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CiteError {
    #[error("cannot read `{path}`: {cause}; check the path")]
    Read { path: String, cause: io::Error },
}

/// A reference, as far as a file gives it.
#[derive(Clone, Debug, Default, PartialEq)]
struct Reference {
    authors: Vec<String>,
    title: String,
    container: String,
    year: Option<u16>,
    volume: String,
    issue: String,
    pages: String,
    publisher: String,
    doi: String,
    url: String,
}

/// What came of a file.
type Read = (Vec<Reference>, Vec<String>);

/// Most references of a file.
const MOST: usize = 500;

/// Runs the command: 0 when every reference was read, 1 when some were not.
pub(crate) fn run(args: &Args) -> Result<ExitCode, CiteError> {
    let mut ids: Vec<String> = Vec::new();
    let mut unread = Vec::new();
    for path in &args.files {
        let bytes = fs::read(path).map_err(|cause| CiteError::Read {
            path: path.display().to_string(),
            cause,
        })?;
        let text =
            String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes)).into_owned();
        let (mut references, wrong) = read(&text);
        let name = path.display();
        unread.extend(
            wrong
                .into_iter()
                .map(|wrong| format!("not read: {name}: {wrong}")),
        );
        if references.len() > MOST {
            references.truncate(MOST);
            unread.push(format!("not read: {name}: there are more than {MOST} references"));
        }
        for reference in &references {
            print::out(&source(reference, &mut ids));
        }
    }
    for one in &unread {
        eprintln!("{one}");
    }
    Ok(ExitCode::from(u8::from(!unread.is_empty())))
}

fn read(text: &str) -> Read {
    let start = text.trim_start();
    if start.starts_with(['[', '{']) {
        csl::read(start)
    } else if text.lines().any(|line| line.starts_with("TY  -")) {
        ris::read(text)
    } else if start.contains('@') {
        bibtex::read(text)
    } else {
        (
            Vec::new(),
            vec!["it is neither RIS, BibTeX nor CSL-JSON; export the reference as one of them".to_owned()],
        )
    }
}

/// The reference as a source of an aid. What the file does not give is a gap.
fn source(reference: &Reference, ids: &mut Vec<String>) -> String {
    let family = reference
        .authors
        .first()
        .map_or("", |author| author.split([',', ' ']).next().unwrap_or(author));
    let year = reference.year.map(|year| year.to_string()).unwrap_or_default();
    let base = slug(&format!("{family}-{year}"));
    let base = if base.is_empty() {
        "source".to_owned()
    } else {
        base
    };
    let mut id = base.clone();
    let mut number = 2;
    while ids.contains(&id) {
        id = format!("{base}-{number}");
        number += 1;
    }
    ids.push(id.clone());
    let short = match (family.is_empty(), year.is_empty()) {
        (false, false) => format!("{family} {year}"),
        (false, true) => family.to_owned(),
        _ => "To be written: a short name".to_owned(),
    };
    let address = if !reference.doi.is_empty() {
        format!("doi = \"{}\"\n", quoted(&reference.doi))
    } else if reference.url.starts_with("https://") {
        format!("url = \"{}\"\n", quoted(&reference.url))
    } else {
        "# Gap: doi = \"\" or url = \"\"\n".to_owned()
    };
    let year = reference.year.map_or_else(
        || "# Gap: year = \n".to_owned(),
        |year| format!("year = {year}\n"),
    );
    format!(
        "[[source]]\nid = \"{id}\"\nshort = \"{}\"\ncitation = \"{}\"\n{address}{year}read = \"To be written: the paper, its abstract, or a copy.\"\n\n",
        quoted(&short),
        quoted(&citation(reference))
    )
}

/// "Hamdy FC, Donovan JL, et al. Title. Journal. 2023;388:1547-58."
fn citation(reference: &Reference) -> String {
    let mut out = String::new();
    let mut add = |part: String| {
        let part = part.trim().trim_end_matches('.').to_owned();
        if !part.is_empty() {
            if !out.is_empty() {
                out.push(' ');
            }
            let ends = part.ends_with(['?', '!']);
            out.push_str(&part);
            if !ends {
                out.push('.');
            }
        }
    };
    let authors: Vec<&str> = reference.authors.iter().take(3).map(String::as_str).collect();
    let more = if reference.authors.len() > 3 {
        ", et al"
    } else {
        ""
    };
    add(format!("{}{more}", authors.join(", ")));
    add(if reference.title.is_empty() {
        "To be written: the title".to_owned()
    } else {
        reference.title.clone()
    });
    add(if reference.container.is_empty() {
        reference.publisher.clone()
    } else {
        reference.container.clone()
    });
    let mut place = reference.year.map(|year| year.to_string()).unwrap_or_default();
    if !reference.volume.is_empty() {
        place.push_str(&format!(";{}", reference.volume));
        if !reference.issue.is_empty() {
            place.push_str(&format!("({})", reference.issue));
        }
    }
    if !reference.pages.is_empty() {
        place.push_str(&format!(
            ":{}",
            reference.pages.replace("--", "-").replace('–', "-")
        ));
    }
    add(place);
    out
}

/// A DOI from `10.` on, without what resolves it.
fn doi(text: &str) -> String {
    let text = text.trim();
    text.find("10.")
        .and_then(|at| text.get(at..))
        .unwrap_or_default()
        .to_owned()
}

/// The first four digits that stand together.
fn year(text: &str) -> Option<u16> {
    let found = text
        .split(|c: char| !c.is_ascii_digit())
        .find(|part| part.len() == 4)?;
    found.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RIS: &str = "TY  - JOUR\r\nAU  - Author, Ann A.\r\nAU  - Other, B.\r\nTI  - A made-up trial: one or two?\r\nJO  - Journal of Nothing\r\nPY  - 2026/03/01\r\nVL  - 3\r\nIS  - 2\r\nSP  - 10\r\nEP  - 19\r\nDO  - https://doi.org/10.1000/made.up\r\nER  - \r\n";
    const BIB: &str = "@article{a, author = {Author, Ann A. and Other, B.}, title = {A made-up trial: one or two?}, journal = {Journal of Nothing}, year = 2026, volume = 3, number = 2, pages = {10--19}, doi = {10.1000/made.up}}";
    const CSL: &str = r#"[{"type": "article-journal", "title": "A made-up trial: one or two?", "author": [{"family": "Author", "given": "Ann A."}, {"family": "Other", "given": "B."}], "container-title": "Journal of Nothing", "issued": {"date-parts": [[2026, 3]]}, "volume": "3", "issue": 2, "page": "10-19", "DOI": "10.1000/made.up"}]"#;

    #[test]
    fn three_formats_say_the_same() {
        let mut said = Vec::new();
        for text in [RIS, BIB, CSL] {
            let (references, wrong) = read(text);
            assert_eq!(wrong, Vec::<String>::new(), "{text}");
            let [reference] = references.as_slice() else {
                panic!("{references:?}")
            };
            said.push(source(reference, &mut Vec::new()));
        }
        assert_eq!(said[0], said[1]);
        assert_eq!(said[0], said[2]);
        assert_eq!(
            said[0],
            "[[source]]\nid = \"author-2026\"\nshort = \"Author 2026\"\ncitation = \"Author AA, Other B. A made-up trial: one or two? Journal of Nothing. 2026;3(2):10-19.\"\ndoi = \"10.1000/made.up\"\nyear = 2026\nread = \"To be written: the paper, its abstract, or a copy.\"\n\n"
        );
    }

    #[test]
    fn broken_files_are_told_and_the_rest_is_read() {
        for text in [
            "",
            "{",
            "[1, null, {}]",
            "@article{a, title = {",
            "TY  - JOUR\nER  - \n",
            "hello",
            "@@@@",
            "{\"title\": 3}",
        ] {
            let (references, wrong) = read(text);
            assert!(
                references.is_empty() && !wrong.is_empty(),
                "{text}: {references:?}"
            );
        }
        let two = format!("{RIS}TY  - JOUR\nER  - \n");
        let (references, wrong) = read(&two);
        assert_eq!((references.len(), wrong.len()), (1, 1));
        let hostile = "TY  - JOUR\nTI  - \"quoted\"\\ and \u{7}\nUR  - javascript:alert(1)\nER  - \n";
        let (references, _) = read(hostile);
        let said = source(references.first().expect("one"), &mut Vec::new());
        assert!(!said.contains("javascript"), "{said}");
        assert!(said.parse::<toml::Table>().is_ok(), "{said}");
    }
}
