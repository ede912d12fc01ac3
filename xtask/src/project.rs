//! Where things are.

use std::path::{Path, PathBuf};

/// The repository's root, as cargo says it when it starts this tool; or the copy of it that `cargo xtask broken` makes and names. What
/// cargo said when it built the tool counts only where nobody says anything: a target folder that was copied into another worktree,
/// or moved with it, holds a tool that cargo takes for built, and it would work in the worktree it came from.
pub(crate) fn root() -> PathBuf {
    if let Some(copy) = std::env::var_os("WEIGHUP_ROOT") {
        return PathBuf::from(copy);
    }
    let said = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let own = said
        .filter(|own| own.ends_with("xtask"))
        .unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
    own.parent().unwrap_or(&own).to_path_buf()
}

/// Cargo's target folder, which a person may have moved. A name alone is one in the repository, as it is for cargo, which is started there:
/// what is started elsewhere would take it for one of its own.
pub(crate) fn target() -> PathBuf {
    root().join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
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
