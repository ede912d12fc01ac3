//! The languages that core can make sentences in: one for each folder of `languages/`.

use std::path::Path;
use std::{env, fs, io};

#[path = "languages/read.rs"]
mod read;
#[path = "languages/write.rs"]
mod write;

fn main() -> io::Result<()> {
    for path in ["build.rs", "languages", "../languages"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let languages = env::current_dir()?.join("../languages");
    // As it stands in a text of Rust.
    let shown = languages.display().to_string().replace('\\', "/");
    let written = read::read(&languages).and_then(|folders| write::rust(&folders, &shown));
    match written {
        Ok(text) => {
            let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
            fs::write(Path::new(&out).join("languages.rs"), text)
        }
        Err(why) => {
            println!("cargo::error={why}");
            Ok(())
        }
    }
}
