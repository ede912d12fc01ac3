//! The pages around the element: the gallery, a page an aid, and the demonstration host pages.

use super::aids::{Entry, entries};
use super::stage::Stage;
use crate::project;
use anyhow::{Context, Result, bail};
use std::fs;

/// The aids a visitor should meet first; the others follow by title.
const FIRST: [&str; 1] = ["prostate-localised"];

/// Lays out every page of the site that is not the package.
pub(super) fn lay_out(stage: &Stage) -> Result<()> {
    let demo = project::root().join("pkg/demo");
    stage.copy_folder(&demo.join("site"), "site")?;
    stage.copy_folder(&demo.join("host"), "host")?;

    let mut aids = entries(stage)?;
    aids.sort_by_cached_key(|aid| {
        let place = FIRST.iter().position(|id| *id == aid.id).unwrap_or(FIRST.len());
        (place, aid.title.clone())
    });
    let template = |name: &str| {
        let path = demo.join("templates").join(name);
        fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))
    };

    let card = template("card.html")?;
    let cards = aids
        .iter()
        .map(|aid| fill(&card, aid, ""))
        .collect::<Result<String>>()?;
    stage.write(
        "index.html",
        template("gallery.html")?.replace("{{cards}}", &cards),
    )?;

    let page = template("aid.html")?;
    for aid in &aids {
        // The same content for a browser without scripts, when the authors' command has written it.
        let plain = match stage.path(&format!("aids/{}.html", aid.id)).is_file() {
            true => format!(
                "<a href=\"../aids/{}.html\">Read this decision aid as a plain page</a>",
                aid.id
            ),
            false => "This decision aid needs a browser with JavaScript and WebAssembly.".to_owned(),
        };
        // The first step, on screen before any script.
        let first =
            fs::read_to_string(stage.path(&format!("aids/{}.first.html", aid.id))).unwrap_or_default();
        let filled = fill(&page, aid, &plain)?.replace("<!-- first -->\n", &first);
        stage.write(&format!("{}/index.html", aid.id), filled)?;
    }
    Ok(())
}

/// Replaces each `{{name}}` of the template.
fn fill(template: &str, aid: &Entry, plain: &str) -> Result<String> {
    let options: String = aid
        .options
        .iter()
        .map(|option| format!("<li>{}</li>", escape(option)))
        .collect();
    let filled = template
        .replace("{{id}}", &escape(&aid.id))
        .replace("{{title}}", &escape(&aid.title))
        .replace("{{decision}}", &escape(&aid.decision))
        .replace("{{minutes}}", &aid.minutes.to_string())
        .replace("{{review}}", &escape(&aid.review))
        .replace("{{lang}}", &escape(&aid.language))
        .replace("{{options}}", &options)
        .replace("{{plain}}", plain);
    if let Some(at) = filled.find("{{") {
        let rest: String = filled.chars().skip(at).take(30).collect();
        bail!("a template in pkg/demo/templates names something unknown: {rest}");
    }
    Ok(filled)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
