//! One stylesheet out of the files that stand beside the components, for pages that are made on this machine.

use std::path::Path;
use std::{env, fs, io};

#[path = "styles.rs"]
mod styles;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    // In a browser the element brings its styles: a changed colour compiles nothing anew.
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
    for folder in ["src/app", "src/page", "src/parts", "src/steps", "src/styles"] {
        println!("cargo::rerun-if-changed={folder}");
    }
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&out).join("weighup.css"), css)
}
