//! For pages that are made on this machine: one stylesheet out of the files that stand beside the components, and the texts of
//! the interface in every language.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[path = "styles.rs"]
mod styles;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    // In a browser the element brings its styles and fetches its texts: a changed colour compiles nothing anew.
    if env::var_os("CARGO_FEATURE_SSR").is_none() {
        return Ok(());
    }
    let source = Path::new("src");
    println!("cargo::rerun-if-changed=styles.rs");
    println!("cargo::rerun-if-changed=src/styles/order.txt");
    let mut css = String::new();
    for path in styles::in_order(source)? {
        println!("cargo::rerun-if-changed={}", path.display());
        css += &fs::read_to_string(path)?;
        css.push('\n');
    }
    // A new file in a folder changes the folder.
    for folder in [
        "../languages",
        "src/app",
        "src/page",
        "src/parts",
        "src/steps",
        "src/styles",
    ] {
        println!("cargo::rerun-if-changed={folder}");
    }
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&out).join("weighup.css"), css)?;
    fs::write(
        Path::new(&out).join("texts.rs"),
        texts(&env::current_dir()?.join("../languages"))?,
    )
}

/// `texts.toml` of every language that has one, by the name of its folder. That each translation has one `core/build.rs` sees to.
fn texts(languages: &Path) -> io::Result<String> {
    let folders = fs::read_dir(languages)?.map(|entry| entry.map(|entry| entry.path()));
    let mut folders = folders.collect::<io::Result<Vec<PathBuf>>>()?;
    folders.sort();
    let mut list = "&[\n".to_owned();
    for folder in folders {
        let file = folder.join("texts.toml");
        if file.is_file() {
            let name = folder.file_name().unwrap_or_default().to_string_lossy();
            // As it stands in a text of Rust.
            let shown = file.display().to_string().replace('\\', "/");
            list += &format!("({name:?}, include_str!({shown:?})),\n");
        }
    }
    Ok(list + "]")
}
