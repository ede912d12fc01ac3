//! The aid of the fixtures, read as the build reads it.
#![allow(dead_code, clippy::allow_attributes, reason = "each test crate uses a part")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use weighup_core::aid::Aid;
use weighup_core::authoring::{self, SourceFile};
use weighup_core::words::Language;
use weighup_web::fixtures::{self, State};
use weighup_web::page::render_state;
use weighup_web::settings::{Direction, Settings};
use weighup_web::texts::interface;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The prostate aid, checked.
pub(crate) fn prostate() -> Result<Aid, Box<dyn Error>> {
    aid("../decision-aids/prostate-localised/aid.toml")
}

/// The made-up aid with amounts, levels, groups and a test.
pub(crate) fn measured() -> Result<Aid, Box<dyn Error>> {
    aid("../core/tests/aids/measured/aid.toml")
}

/// The gallstones aid, which shows facts only.
pub(crate) fn gallstones() -> Result<Aid, Box<dyn Error>> {
    aid("../decision-aids/gallstones/aid.toml")
}

/// The made-up aid with two questions, scores, and ways to have an option.
pub(crate) fn scored() -> Result<Aid, Box<dyn Error>> {
    aid("../tests/fixtures/aids/scored/aid.toml")
}

/// The prostate aid in Easy Read, and the settings of a page that asks for it.
pub(crate) fn easy() -> Result<(Aid, Settings), Box<dyn Error>> {
    Ok((prostate_in("easy")?, settings_in("easy")))
}

/// The settings of a page whose engine is at work.
pub(crate) fn at_work() -> Settings {
    Settings {
        engine: Rc::new(fixtures::AtWork),
        ..Settings::default()
    }
}

/// The language of a file of translations.
fn tag(file: &str) -> &str {
    if file == "easy" { "en-x-easy" } else { file }
}

/// The prostate aid in a language it has a translation into.
pub(crate) fn prostate_in(name: &str) -> Result<Aid, Box<dyn Error>> {
    let bytes = fs::read(root().join(format!("../decision-aids/prostate-localised/{name}.toml")))?;
    let file = SourceFile { name, bytes: &bytes };
    let made = authoring::translate(prostate()?.document(), file, tag(name));
    made.aid.ok_or_else(|| format!("{:?}", made.problems).into())
}

/// The widget in another language, as a page with that language asks for it.
fn settings_in(name: &'static str) -> Settings {
    Settings {
        lang: tag(name).into(),
        texts: interface(tag(name)),
        dir: Language::of(name).map(Direction::of).unwrap_or_default(),
        ..Settings::default()
    }
}

/// What every step of an aid says of its review: the first sentence.
pub(crate) fn notice(aid: &Aid) -> String {
    let text = weighup_core::view::review_notice(aid).text;
    text.split(['.', '۔']).next().unwrap_or_default().to_owned()
}

/// A state as a page: its name, the step, its HTML.
pub(crate) type Rendered = (String, &'static str, String);

/// States of an aid as pages.
pub(crate) fn rendered(
    aid: &Aid,
    states: Vec<State>,
    settings: &Settings,
    styles: &str,
) -> Result<Vec<Rendered>, Box<dyn Error>> {
    let one = |state: State| {
        let consultation = fixtures::at(aid, &state)?;
        let step = consultation.answers().step.name();
        let html = render_state(aid, consultation, settings.clone(), styles)?;
        Ok((state.name.to_owned(), step, html))
    };
    states.into_iter().map(one).collect()
}

/// Every state of the list in another language, named after it.
pub(crate) fn translated(styles: &str) -> Result<Vec<Rendered>, Box<dyn Error>> {
    let mut pages = Vec::new();
    for (language, translation, names) in fixtures::TRANSLATED {
        let aid = match translation {
            Some(language) => prostate_in(language)?,
            None => prostate()?,
        };
        let states = names.iter().map(|name| fixtures::state(name)).collect();
        let made = rendered(&aid, states, &settings_in(language), styles)?;
        pages.extend(
            made.into_iter()
                .map(|(name, step, html)| ([language, "-", &name].concat(), step, html)),
        );
    }
    Ok(pages)
}

fn aid(path: &str) -> Result<Aid, Box<dyn Error>> {
    let bytes = fs::read(root().join(path))?;
    let file = SourceFile {
        name: "aid.toml",
        bytes: &bytes,
    };
    let reading = authoring::read(file, None);
    reading
        .aid
        .ok_or_else(|| format!("{:?}", reading.problems).into())
}
