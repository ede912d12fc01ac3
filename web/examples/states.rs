//! Writes every state and every part of the fixtures as an HTML page, and `states.json`, the list of them with the languages that
//! those in another are named after: the component gallery, what axe runs over and what is photographed. `cargo xtask build` calls
//! it with the address of the stylesheet:
//! `cargo run -p weighup-web --features ssr --example states -- OUT ../weighup/weighup.css`.

use std::path::Path;
use std::{env, error::Error, fs};

use weighup_core::words::Spoken;
use weighup_web::fixtures;
use weighup_web::page::render_sample;
use weighup_web::settings::Settings;

#[path = "../tests/support/mod.rs"]
mod support;

fn main() -> Result<(), Box<dyn Error>> {
    let usage = "say where to write, and where the pages find the stylesheet: states OUT STYLESHEET";
    let mut words = env::args().skip(1);
    let (out, styles) = words.next().zip(words.next()).ok_or(usage)?;
    let out = Path::new(&out);
    fs::create_dir_all(out)?;
    let aid = support::prostate()?;
    let measured = support::measured()?;
    let mut list = Vec::new();
    let mut page = |name: &str, kind: &str, html: String| {
        let spoken = name.split('-').next().and_then(Spoken::named);
        let language = spoken.map_or("", |spoken| spoken.english);
        // Names are identifiers: there is nothing to escape.
        list.push(format!(
            "{{\"name\":\"{name}\",\"kind\":\"{kind}\",\"language\":\"{language}\"}}"
        ));
        fs::write(out.join(format!("{name}.html")), html)
    };
    let (easy, in_easy) = support::easy()?;
    let english = Settings::default();
    let pages = [
        support::rendered(&aid, fixtures::states(), &english, &styles)?,
        support::rendered(&aid, fixtures::waiting_states(), &support::at_work(), &styles)?,
        support::translated(&styles)?,
        support::rendered(&easy, fixtures::easy_states(), &in_easy, &styles)?,
        support::rendered(&measured, fixtures::measured_states(), &english, &styles)?,
        support::rendered(
            &support::gallstones()?,
            fixtures::facts_states(),
            &english,
            &styles,
        )?,
        support::rendered(&support::scored()?, fixtures::scored_states(), &english, &styles)?,
    ];
    for (name, kind, html) in pages.into_iter().flatten() {
        page(&name, kind, html)?;
    }
    for sample in fixtures::samples(&aid)? {
        let name = ["part-", &sample.name.replace('_', "-")].concat();
        page(&name, "part", render_sample(&aid, &name, sample.html, &styles)?)?;
    }
    fs::write(out.join("states.json"), format!("[\n{}\n]\n", list.join(",\n")))?;
    Ok(())
}
