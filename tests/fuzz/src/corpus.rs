//! The real files that inputs are drawn from.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;
use weighup_core::aid::Aid;
use weighup_core::authoring::{Reading, SourceFile, read};

/// A folder of the repository.
fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// The texts of every file under a folder whose name ends so, in the order of their names.
pub(crate) fn texts(under: &str, ends: &str) -> Vec<String> {
    let all = WalkDir::new(folder(under))
        .sort_by_file_name()
        .into_iter()
        .flatten();
    let named = all.filter(|entry| entry.file_name().to_string_lossy().ends_with(ends));
    named
        .filter_map(|entry| fs::read_to_string(entry.path()).ok())
        .collect()
}

/// Aids with a fault each.
pub(crate) fn broken() -> Vec<String> {
    texts("tests/fixtures/aids/broken", "aid.toml")
}

/// Sound small aids.
pub(crate) fn small() -> Vec<String> {
    let mut all = texts("core/tests/aids", "aid.toml");
    all.extend(texts("tests/fixtures/aids/sound", "aid.toml"));
    all.extend(texts("tests/fixtures/aids/scored", "aid.toml"));
    all.extend(texts("tests/fixtures/aids/translated", "aid.toml"));
    all
}

/// What reading an aid gives.
pub(crate) fn reading(text: &str) -> Reading {
    read(
        SourceFile {
            name: "aid.toml",
            bytes: text.as_bytes(),
        },
        None,
    )
}

/// Sound aids as types.
pub(crate) fn sound() -> Vec<Aid> {
    small().iter().filter_map(|text| reading(text).aid).collect()
}

/// Texts of JSON as trees; what is none is left out.
pub(crate) fn trees(texts: &[String]) -> Vec<Value> {
    texts
        .iter()
        .filter_map(|text| serde_json::from_str(text).ok())
        .collect()
}
