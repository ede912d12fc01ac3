//! The aid of the fixtures, read as the build reads it.
#![allow(dead_code, clippy::allow_attributes, reason = "each test crate uses a part")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use weighup_core::aid::Aid;
use weighup_core::authoring::{self, SourceFile};
use weighup_web::settings::Settings;
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
    const TAG: &str = "en-x-easy";
    let bytes = fs::read(root().join("../decision-aids/prostate-localised/easy.toml"))?;
    let file = SourceFile {
        name: "easy.toml",
        bytes: &bytes,
    };
    let made = authoring::translate(prostate()?.document(), file, TAG);
    let aid = made.aid.ok_or_else(|| format!("{:?}", made.problems))?;
    let (_, texts) = FILES
        .iter()
        .find(|(name, _)| *name == "easy")
        .ok_or("there are no Easy Read texts")?;
    let file = SourceFile {
        name: "easy.toml",
        bytes: texts.as_bytes(),
    };
    let (texts, _) = authoring::interface(file, &EN.names());
    let settings = Settings {
        lang: TAG.into(),
        texts: Texts::from_list(texts),
        ..Settings::default()
    };
    Ok((aid, settings))
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
