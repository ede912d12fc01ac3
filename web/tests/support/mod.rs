//! The aid of the fixtures and the stylesheet, read as the build reads them.

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
    let bytes = fs::read(root().join("../decision-aids/prostate-localised/aid.toml"))?;
    let file = SourceFile {
        name: "aid.toml",
        bytes: &bytes,
    };
    let reading = authoring::read(file, None);
    reading
        .aid
        .ok_or_else(|| format!("{:?}", reading.problems).into())
}

/// The styles in their order.
pub(crate) fn stylesheet() -> Result<String, Box<dyn Error>> {
    let source = root().join("src");
    let order = fs::read_to_string(source.join("styles/order.txt"))?;
    let mut css = String::new();
    for line in order.lines().filter(|line| !line.starts_with('#')) {
        css.push_str(&fs::read_to_string(source.join(line))?);
    }
    Ok(css)
}
