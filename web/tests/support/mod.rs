//! The aid of the fixtures, read as the build reads it.
#![allow(dead_code, clippy::allow_attributes, reason = "each test crate uses a part")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use weighup_core::aid::Aid;
use weighup_core::authoring::{self, SourceFile};

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
