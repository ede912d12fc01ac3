//! Where things are.

use std::path::{Path, PathBuf};

/// The repository's root, as cargo saw it when it built this tool; or the copy of it that `cargo xtask broken` makes and names.
pub(crate) fn root() -> PathBuf {
    if let Some(copy) = std::env::var_os("WEIGHUP_ROOT") {
        return PathBuf::from(copy);
    }
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_path_buf()
}

/// Cargo's target folder, which a person may have moved.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// What the build keeps between runs.
pub(crate) fn scratch() -> PathBuf {
    target().join("xtask")
}

/// The built site; `weighup/` inside it is the npm package.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// A path as it is shown: from the root, with slashes.
pub(crate) fn shown(path: &Path) -> String {
    let root = root();
    let inside = path.strip_prefix(&root).unwrap_or(path);
    inside.to_string_lossy().replace('\\', "/")
}
