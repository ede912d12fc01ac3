//! Files of a folder, and never of what is around it.

use std::path::{Path, PathBuf};

/// The file that the parts of an address name in a folder: a folder's is its `index.html`. Nothing outside the folder, also not by
/// a link that leads out of it.
#[must_use]
pub fn file_in(root: &Path, parts: &[String]) -> Option<PathBuf> {
    let named = parts.iter().filter(|part| !part.is_empty());
    let mut path = root.canonicalize().ok()?;
    let root = path.clone();
    path.extend(named);
    if path.is_dir() {
        path.push("index.html");
    }
    let found = path.canonicalize().ok()?;
    (found.starts_with(&root) && found.is_file()).then_some(path)
}

/// The kind of a file by its ending, for a browser.
#[must_use]
pub fn kind_of(path: &Path) -> &'static str {
    let ending = path.extension().and_then(|ending| ending.to_str());
    match ending.unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
