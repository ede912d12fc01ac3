//! BibTeX and BibLaTeX.

use biblatex::{Bibliography, ChunksExt};

use super::{Read, Reference, csl, doi, year};

pub(super) fn read(text: &str) -> Read {
    let (mut references, mut wrong) = (Vec::new(), Vec::new());
    let bibliography = match Bibliography::parse(text) {
        Ok(bibliography) => bibliography,
        Err(why) => return (references, vec![format!("it is no BibTeX: {why}")]),
    };
    for entry in bibliography.iter() {
        let text = |field: &str| {
            entry
                .get(field)
                .map(|chunks| chunks.format_verbatim())
                .unwrap_or_default()
        };
        let title = text("title");
        if title.is_empty() {
            wrong.push(format!("`{}` has no title", entry.key));
            continue;
        }
        let authors = entry.author().unwrap_or_default();
        let container = [text("journaltitle"), text("journal"), text("booktitle")];
        references.push(Reference {
            authors: authors
                .iter()
                .map(|person| csl::named(&person.name, &person.given_name))
                .collect(),
            title,
            container: container
                .into_iter()
                .find(|text| !text.is_empty())
                .unwrap_or_default(),
            year: year(&text("year")).or_else(|| year(&text("date"))),
            volume: text("volume"),
            issue: text("number"),
            pages: text("pages"),
            publisher: text("publisher"),
            doi: doi(&text("doi")),
            url: text("url"),
        });
    }
    if references.is_empty() && wrong.is_empty() {
        wrong.push("there is no reference in it".to_owned());
    }
    (references, wrong)
}
