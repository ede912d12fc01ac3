//! The aid of the fixtures, read as the build reads it.
#![allow(dead_code, clippy::allow_attributes, reason = "each test crate uses a part")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use weighup_core::aid::Aid;
use weighup_core::authoring::{self, SourceFile};
use weighup_core::words::Language;
use weighup_web::fixtures;
use weighup_web::page::render_state;
use weighup_web::settings::{Direction, Settings};
use weighup_web::texts::{EN, FILES, Texts};

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

/// The prostate aid in Easy Read, and the settings of a page that asks for it.
pub(crate) fn easy() -> Result<(Aid, Settings), Box<dyn Error>> {
    Ok((prostate_in("easy")?, settings_in("easy")?))
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
fn settings_in(name: &'static str) -> Result<Settings, Box<dyn Error>> {
    let (_, text) = FILES
        .iter()
        .find(|(known, _)| *known == name)
        .ok_or("there is no such interface")?;
    let bytes = text.as_bytes();
    let file = SourceFile { name, bytes };
    let (texts, _) = authoring::interface(file, &EN.names());
    Ok(Settings {
        lang: tag(name).into(),
        texts: Texts::from_list(texts),
        dir: Language::of(name).map(Direction::of).unwrap_or_default(),
        ..Settings::default()
    })
}

/// What a page of the list says of its review, by the language its name begins with.
pub(crate) fn notice(name: &str) -> Result<String, Box<dyn Error>> {
    let aid = if name.starts_with("ur-") {
        prostate_in("ur")?
    } else {
        prostate()?
    };
    let text = aid.review_notice().text;
    Ok(text.split(['.', '۔']).next().unwrap_or_default().to_owned())
}

/// A page of the list of translated states: its name, the step, its HTML.
pub(crate) type Translated = (String, &'static str, String);

/// Every state of the list in another language.
pub(crate) fn translated(styles: &str) -> Result<Vec<Translated>, Box<dyn Error>> {
    let mut pages = Vec::new();
    for (language, translation, names) in fixtures::TRANSLATED {
        let aid = match translation {
            Some(language) => prostate_in(language)?,
            None => prostate()?,
        };
        let settings = settings_in(language)?;
        for name in names {
            let consultation = fixtures::at(&aid, &fixtures::state(name))?;
            let step = consultation.answers().step.name();
            let html = render_state(&aid, consultation, settings.clone(), styles)?;
            pages.push((format!("{language}-{name}"), step, html));
        }
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
