//! The site that is built in the copy, and slips in it: in scripts and styles as they are published, and in the WebAssembly, where the
//! number of the switch is written into the module itself.

use super::copy::{Changed, Copy};
use super::list::Break;
use super::native;
use crate::build;
use crate::{process, project, say, tools};
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// How the number of the switch begins in a module, six bytes behind two for the number: see `switch.txt`.
const SWITCH: [u8; 8] = [0, 0, 0x42, 0x48, 0x47, 0x49, 0x45, 0x57];

/// Takes the site that is built here into the copy. No switch is in it, and none is needed where nothing but scripts and styles are
/// broken: so nothing is compiled.
pub(super) fn taken(copy: &Copy) -> Result<()> {
    let built = project::dist();
    if !built.join("weighup/index.js").is_file() {
        bail!(
            "there is no built site in {}: run `cargo xtask build --release` first",
            project::shown(&built)
        );
    }
    let (to, mut kept) = (copy.at("dist"), BTreeSet::new());
    for path in files(&built, &[]) {
        let inside = path.strip_prefix(&built)?.to_path_buf();
        let (there, bytes) = (to.join(&inside), fs::read(&path)?);
        if fs::read(&there).ok().as_ref() != Some(&bytes) {
            if let Some(folder) = there.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&there, bytes)?;
        }
        kept.insert(inside);
    }
    for path in files(&to, &[]) {
        if !kept.contains(path.strip_prefix(&to)?) {
            fs::remove_file(&path)?;
        }
    }
    say::line("site", "the one in dist/, as it was built");
    Ok(())
}

/// Builds the site in the copy, with every switch in it, by this very program.
pub(super) fn build(copy: &Copy) -> Result<()> {
    let mut own = Command::new(std::env::current_exe()?);
    own.env("WEIGHUP_ROOT", copy.root()).args(["broken", "--site"]);
    process::run(&mut own).context("the site with every switch in it could not be built")
}

/// What [`build`] runs in the copy.
pub(super) fn own() -> Result<()> {
    tools::ready(false, false)?;
    let flavour = build::Flavour {
        release: false,
        offline: false,
    };
    build::with(&flavour, true, native::site_programs)
}

/// Takes the site that stands in the copy with every switch in it, where it is of the sources as they are.
pub(super) fn as_built(copy: &Copy) -> Result<()> {
    if let Some(name) = copy.changed() {
        bail!("{name} has changed since the site in the copy was built: leave out --built");
    }
    // A site without a switch in it is told here, and not by a test that passes.
    drop(switched(copy, u16::MAX)?);
    if !copy.at("dist/weighup/wasm").is_dir() {
        bail!("there is no site in the copy yet: leave out --built");
    }
    say::line("site", "as the run before has built it");
    Ok(())
}

/// The built site with one switch on, until what comes back goes.
pub(super) fn switched(copy: &Copy, number: u16) -> Result<Changed> {
    let mut changed = Changed::default();
    let folder = copy.at("dist/weighup/wasm");
    if !folder.is_dir() {
        return Ok(changed);
    }
    let mut places = 0;
    for path in files(&folder, &["wasm"]) {
        let mut module = fs::read(&path)?;
        let found = on(&mut module, number);
        if found > 0 {
            places += found;
            changed.put(&path, &module)?;
        }
    }
    if places == 0 {
        bail!("no module of the built site has a switch: was it optimised away?");
    }
    Ok(changed)
}

/// Writes the number wherever the switch stands in a module; returns how often.
fn on(module: &mut [u8], number: u16) -> usize {
    let mut found = 0;
    let mut at = 0;
    while let Some(next) = module.get(at..).and_then(|rest| {
        let mut windows = rest.windows(SWITCH.len());
        windows.position(|window| window == SWITCH)
    }) {
        at += next;
        let [low, high] = number.to_le_bytes();
        if let Some([first, second]) = module.get_mut(at..at + 2) {
            (*first, *second) = (low, high);
        }
        found += 1;
        at += SWITCH.len();
    }
    found
}

/// A slip in what is published, and in its source, which some tests read: until what comes back goes.
pub(super) fn edited(copy: &Copy, each: &Break) -> Result<Changed> {
    let mut changed = copy.edited(each)?;
    let (text, instead) = (each.text.as_str(), each.instead.as_str());
    let mut pairs = vec![(text.to_owned(), instead.to_owned())];
    if each.file.ends_with(".css") {
        // As it stands inside a string of a script, and the same without what only people read.
        let (before, after) = (build::squeezed(text), build::squeezed(instead));
        pairs.push((quoted(text)?, quoted(instead)?));
        pairs.push((quoted(&before)?, quoted(&after)?));
        pairs.push((before, after));
    } else {
        let published = |text: &str| build::plain(text).trim_end().replace("export ", "");
        pairs.push((published(text), published(instead)));
    }
    let mut places = 0;
    for path in files(&copy.at("dist"), &["js", "css", "html", "json", "ts"]) {
        let Ok(found) = fs::read_to_string(&path) else {
            continue;
        };
        let Some((before, after)) = pairs.iter().find(|(before, _)| found.contains(before.as_str())) else {
            continue;
        };
        places += 1;
        changed.put(&path, found.replace(before.as_str(), after).as_bytes())?;
    }
    if places == 0 && copy.at("dist").is_dir() {
        bail!(
            "what `{}` is put into does not stand in the built site",
            each.name
        );
    }
    Ok(changed)
}

/// As it stands inside a string of a script.
fn quoted(text: &str) -> Result<String> {
    let whole = serde_json::to_string(text)?;
    Ok(whole.trim_matches('"').to_owned())
}

fn files(folder: &std::path::Path, ends: &[&str]) -> Vec<PathBuf> {
    let all = walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .flatten();
    let paths = all
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.is_file());
    paths
        .filter(|path| {
            let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
            ends.is_empty() || ends.contains(&end)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{SWITCH, on};

    #[test]
    fn a_module_is_switched_wherever_its_switch_stands() {
        let mut module = [&[9; 5][..], &SWITCH, &[7], &SWITCH].concat();
        assert_eq!(on(&mut module, 0x0102), 2);
        assert_eq!(module.get(5..7), Some(&[2, 1][..]));
        assert_eq!(module.get(14..16), Some(&[2, 1][..]));
        assert_eq!(on(&mut module, 1), 0, "it is off no more");
    }

    #[test]
    fn the_switch_is_the_one_of_the_sources() {
        let number = u64::from_le_bytes(SWITCH);
        let written = format!("{number:016x}").to_uppercase();
        let parts: Vec<&str> = (0..4).filter_map(|at| written.get(at * 4..at * 4 + 4)).collect();
        assert!(include_str!("switch.txt").contains(&format!("0x{}", parts.join("_"))));
    }
}
