// The one place that knows in which order the style sheets stand. It is compiled into the build script of this crate and into the
// build tool, which does not depend on this crate because it rebuilds it.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// Every style sheet under a folder in its order: first those that `styles/order.txt` names (paths from the folder, one per line,
/// `languages` for those of the languages, `#` for a remark), then every other by path.
pub(super) fn in_order(source: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = named(source, "styles/order.txt")?;
    let mut others = Vec::new();
    walk(source, &mut others)?;
    others.sort();
    others.extend(of_languages(&source.join("../../languages"))?);
    others.retain(|path| !paths.contains(path));
    paths.extend(others);
    Ok(paths)
}

/// The style sheets that a list beside them names, each of which is there.
pub(super) fn named(source: &Path, list: &str) -> io::Result<Vec<PathBuf>> {
    let list = source.join(list);
    let text = fs::read_to_string(&list)?;
    let names = text
        .lines()
        .map(str::trim)
        .filter(|name| !name.is_empty() && !name.starts_with('#'));
    let mut paths = Vec::new();
    for name in names {
        match name {
            "languages" => paths.extend(of_languages(&source.join("../../languages"))?),
            name => paths.push(source.join(name)),
        }
    }
    match paths.iter().find(|path| !path.is_file()) {
        None => Ok(paths),
        Some(gone) => Err(io::Error::new(
            io::ErrorKind::NotFound,
            format!(
                "{} names {}, which is not there: remove the line or add the file",
                list.display(),
                gone.display()
            ),
        )),
    }
}

/// The style sheets that languages bring, by the names of their folders.
fn of_languages(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut sheets = Vec::new();
    for entry in fs::read_dir(folder)? {
        let sheet = entry?.path().join("style.css");
        if sheet.is_file() {
            sheets.push(sheet);
        }
    }
    sheets.sort();
    Ok(sheets)
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, found)?;
        } else if path.extension().is_some_and(|ending| ending == "css") {
            found.push(path);
        }
    }
    Ok(())
}
