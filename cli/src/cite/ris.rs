//! RIS: a tag and its text a line, from `TY` to `ER`.

use super::{Read, Reference, doi, year};

pub(super) fn read(text: &str) -> Read {
    let (mut references, mut wrong) = (Vec::new(), Vec::new());
    let mut now: Option<(usize, Reference, String)> = None;
    for (index, line) in text.lines().enumerate() {
        let Some((tag, said)) = line.split_once("  -") else {
            continue;
        };
        let said = said.trim();
        match tag.trim() {
            "TY" => now = Some((index + 1, Reference::default(), String::new())),
            "ER" => {
                let Some((line, mut one, end)) = now.take() else {
                    continue;
                };
                if !end.is_empty() && !one.pages.is_empty() {
                    one.pages = format!("{}-{end}", one.pages);
                }
                if one.title.is_empty() {
                    wrong.push(format!("line {line}: a reference without a title"));
                } else {
                    references.push(one);
                }
            }
            tag => {
                let Some((_, one, end)) = &mut now else { continue };
                match tag {
                    "AU" | "A1" => one.authors.push(super::csl::author_of(said)),
                    "TI" | "T1" => said.clone_into(&mut one.title),
                    "JO" | "JF" | "T2" | "JA" if one.container.is_empty() => {
                        said.clone_into(&mut one.container)
                    }
                    "PY" | "Y1" | "DA" if one.year.is_none() => one.year = year(said),
                    "VL" => said.clone_into(&mut one.volume),
                    "IS" => said.clone_into(&mut one.issue),
                    "SP" => said.clone_into(&mut one.pages),
                    "EP" => said.clone_into(end),
                    "PB" => said.clone_into(&mut one.publisher),
                    "DO" => one.doi = doi(said),
                    "UR" if one.url.is_empty() => said.clone_into(&mut one.url),
                    _ => {}
                }
            }
        }
    }
    if let Some((line, _, _)) = now {
        wrong.push(format!("line {line}: a reference that never ends with ER"));
    }
    if references.is_empty() && wrong.is_empty() {
        wrong.push("there is no reference in it".to_owned());
    }
    (references, wrong)
}
