//! The languages that Weighup speaks, a folder each, as a package: `weighup-core` is built from them. Nothing of it runs.

/// Where the folders are on the machine that builds.
pub const FOLDER: &str = env!("CARGO_MANIFEST_DIR");
