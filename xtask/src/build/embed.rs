//! The page that writes the lines for a website. What it knows of the build stands in it: aids, languages, hashes, and the settings for
//! servers as `docs/serving` has them.

use super::gallery::{escape, sorted, template, translations};
use super::integrity::List;
use super::languages::{self, Language};
use super::stage::Stage;
use crate::project;
use anyhow::{Context, Result, bail};
use std::fs;

/// The settings for servers: their place in the page, and their file in `docs/serving`.
const SERVERS: [(&str, &str); 3] = [
    ("{{nginx}}", "nginx.conf"),
    ("{{apache}}", "apache.conf"),
    ("{{iis}}", "web.config"),
];

/// Lays out `embed/`; `package` has the hashes of the package as it will be published.
pub(super) fn lay_out(stage: &Stage, package: &List) -> Result<()> {
    let languages = languages::all()?;
    let mut page = template("embed.html")?
        .replace("{{version}}", &escape(&package.version))
        .replace("{{script}}", &escape(sum(package, "index.js")?))
        .replace("{{host}}", &escape(sum(package, "frame/host.js")?))
        .replace("{{languages}}", &languages.iter().map(choice).collect::<String>())
        .replace("{{aids}}", &boxes(stage, package, &languages)?);
    for (place, name) in SERVERS {
        let path = project::root().join("docs/serving").join(name);
        let text = fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
        page = page.replace(place, &escape(&text));
    }
    if page.contains("{{") {
        bail!("pkg/demo/templates/embed.html names something that is not filled in");
    }
    stage.write("embed/index.html", page)
}

fn sum<'l>(package: &'l List, file: &str) -> Result<&'l str> {
    let found = package
        .files
        .get(file)
        .with_context(|| format!("the package has no {file}"))?;
    Ok(found)
}

/// A language as a choice, by both of its names.
fn choice(language: &Language) -> String {
    let name = match language.name == language.english {
        true => escape(&language.name),
        false => format!("{} ({})", escape(&language.english), escape(&language.name)),
    };
    let folder = match language.source {
        true => String::new(),
        false => format!(" data-folder=\"{}\"", escape(&language.folder)),
    };
    format!(
        "              <option value=\"{}\"{folder}>{name}</option>\n",
        escape(&language.tag)
    )
}

/// A box to tick for every aid, with what the lines for it need.
fn boxes(stage: &Stage, package: &List, languages: &[Language]) -> Result<String> {
    sorted(stage)?
        .iter()
        .map(|aid| {
            let folders: Vec<&str> = translations(stage, aid, languages)
                .iter()
                .map(|language| language.folder.as_str())
                .collect();
            let (id, title) = (escape(&aid.id), escape(&aid.title));
            let hash = sum(package, &format!("aids/{}.json", aid.id))?;
            Ok(format!(
                "            <label><input type=\"checkbox\" name=\"aid\" value=\"{id}\" data-title=\"{title}\" \
                 data-sum=\"{hash}\" data-languages=\"{}\"> {title}</label>\n",
                folders.join(" ")
            ))
        })
        .collect()
}
