//! One stylesheet out of the files that stand beside the components, for pages that stand alone.
//!
//! Order: the files named in `web/src/styles/order.txt`, then every other by path; as `cargo xtask build` does.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let source = Path::new("../web/src");
    println!("cargo::rerun-if-changed={}", source.display());
    println!("cargo::rerun-if-changed=build.rs");
    let order = fs::read_to_string(source.join("styles/order.txt"))?;
    let named = order
        .lines()
        .map(str::trim)
        .filter(|name| !name.is_empty() && !name.starts_with('#'));
    let mut paths: Vec<PathBuf> = named.map(|name| source.join(name)).collect();
    let mut others = Vec::new();
    walk(source, &mut others)?;
    others.sort();
    others.retain(|path| !paths.contains(path));
    paths.extend(others);
    let mut css = String::new();
    for path in paths {
        css += &fs::read_to_string(path)?;
        css.push('\n');
    }
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&out).join("weighup.css"), css)
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "css") {
            found.push(path);
        }
    }
    Ok(())
}
