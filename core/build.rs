//! The languages that core can make sentences in: one for each folder of `languages/`.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[path = "languages/read.rs"]
mod read;
#[path = "languages/write.rs"]
mod write;

fn main() -> io::Result<()> {
    let languages = languages()?;
    for path in ["build.rs", "languages"] {
        println!("cargo::rerun-if-changed={path}");
    }
    // As it stands in a text of Rust.
    let shown = languages.display().to_string().replace('\\', "/");
    println!("cargo::rerun-if-changed={shown}");
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

/// In the repository the folder beside this crate, also where what was compiled is copied to another checkout of it; for whoever has this
/// crate from a registry, the package of that folder.
fn languages() -> io::Result<PathBuf> {
    let beside = env::current_dir()?.join("../languages");
    let is_ours = beside.join("lib.rs").is_file();
    Ok(if is_ours {
        beside
    } else {
        PathBuf::from(weighup_languages::FOLDER)
    })
}
