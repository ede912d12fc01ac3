//! The copy. It stays between runs, and only what differs is written, so that only that is compiled anew.

use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Folders that are made and not copied.
const MADE: [&str; 4] = ["target", "dist", "node_modules", ".results"];

/// The module that a crate with slips gets: it says which slip is on.
#[derive(Clone, Copy)]
pub struct Switch {
    /// Its name, which no module of ours has.
    pub module: &'static str,
    /// Its source.
    pub text: &'static str,
}

/// A copy of what git knows of the repository.
pub struct Copied {
    root: PathBuf,
    switch: Switch,
    /// The first sources of the crates that have slips.
    first: BTreeSet<String>,
    /// A file that had to be written anew.
    anew: Option<String>,
}

impl Copied {
    /// Brings the copy at `root` up to what stands in `from`. `broken` are sources with slips in them, by their names there.
    ///
    /// # Errors
    ///
    /// Where git does not answer, a source belongs to no crate, or a file cannot be written.
    pub fn make(
        from: &Path,
        root: PathBuf,
        switch: Switch,
        broken: &BTreeMap<String, String>,
        is_source: impl Fn(&str) -> bool,
    ) -> Result<Self> {
        let first: Result<BTreeSet<String>> = broken.keys().map(|name| crate_root(from, name)).collect();
        let mut copy = Self {
            root,
            switch,
            first: first?,
            anew: None,
        };
        let mut kept: BTreeSet<String> = known_to_git(from)?.into_iter().collect();
        let mut anew = Vec::new();
        for name in &kept {
            let bytes = match broken.get(name) {
                Some(text) => text.clone().into_bytes(),
                // What was taken away and not yet told to git.
                None => match fs::read(from.join(name)) {
                    Ok(bytes) => bytes,
                    Err(_) => continue,
                },
            };
            if copy.put(name, bytes)? {
                anew.push(name.clone());
            }
        }
        for beside in copy.first.iter().map(|name| copy.beside(name)) {
            if copy.write(&beside, switch.text.as_bytes())? {
                anew.push(beside.clone());
            }
            kept.insert(beside);
        }
        copy.sweep(&kept)?;
        copy.anew = anew.into_iter().find(|name| is_source(name));
        Ok(copy)
    }

    /// Where it is.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A file of it.
    #[must_use]
    pub fn at(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// A source that has changed since the run before, where there is one: what was built before is not of these sources.
    #[must_use]
    pub fn changed(&self) -> Option<&str> {
        self.anew.as_deref()
    }

    /// Writes a source with other slips in it than before; says whether it differs.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub fn put(&self, name: &str, bytes: impl Into<Vec<u8>>) -> Result<bool> {
        let mut bytes = bytes.into();
        if self.first.contains(name) {
            bytes.extend_from_slice(format!("\nmod {};\n", self.switch.module).as_bytes());
        }
        self.write(name, &bytes)
    }

    /// What is the same keeps its time, and is not compiled anew.
    fn write(&self, name: &str, bytes: &[u8]) -> Result<bool> {
        let path = self.at(name);
        if fs::read(&path).is_ok_and(|found| found == bytes) {
            return Ok(false);
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)
                .with_context(|| format!("could not make the folder {}", folder.display()))?;
        }
        fs::write(&path, bytes).with_context(|| format!("could not write {}", path.display()))?;
        Ok(true)
    }

    /// Takes away what is no longer in the repository.
    fn sweep(&self, kept: &BTreeSet<String>) -> Result<()> {
        let files = walkdir::WalkDir::new(&self.root)
            .into_iter()
            .filter_entry(|entry| !MADE.contains(&&*entry.file_name().to_string_lossy()));
        for entry in files.flatten().filter(|entry| entry.file_type().is_file()) {
            let inside = entry.path().strip_prefix(&self.root)?;
            if !kept.contains(&inside.to_string_lossy().replace('\\', "/")) {
                fs::remove_file(entry.path())
                    .with_context(|| format!("could not take away {}", entry.path().display()))?;
            }
        }
        Ok(())
    }

    /// The file of the switch, beside the first source of a crate.
    fn beside(&self, first: &str) -> String {
        let (folder, _) = first.rsplit_once('/').unwrap_or_default();
        format!("{folder}/{}.rs", self.switch.module)
    }
}

/// Every file that git knows or would take in, by its name from the root, sorted.
///
/// # Errors
///
/// Where git is not there, or `from` is no repository.
pub fn known_to_git(from: &Path) -> Result<Vec<String>> {
    let listed = Command::new("git")
        .current_dir(from)
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        .output()
        .context("git lists what is copied, and could not be started")?;
    if !listed.status.success() {
        bail!(
            "git lists what is copied, and does not in {}: {}",
            from.display(),
            String::from_utf8_lossy(&listed.stderr).trim()
        );
    }
    let mut names: Vec<String> = String::from_utf8(listed.stdout)?
        .split('\0')
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect();
    names.sort();
    names.dedup();
    Ok(names)
}

/// The first source of the crate that a source belongs to.
fn crate_root(from: &Path, file: &str) -> Result<String> {
    let Some((folder, _)) = file.split_once("/src/") else {
        bail!("{file} is no source of a crate: a slip in Rust goes into `src`");
    };
    let found = ["lib.rs", "main.rs"]
        .map(|name| format!("{folder}/src/{name}"))
        .into_iter()
        .find(|root| from.join(root).is_file());
    found.with_context(|| format!("{folder}/src has neither lib.rs nor main.rs"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SWITCH: Switch = Switch {
        module: "made_up",
        text: "// which is on\n",
    };

    /// A repository of one crate, in a folder of its own.
    fn repository(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("weighup-copied-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        for (file, text) in [
            ("a/src/lib.rs", "mod inside;\n"),
            ("a/src/inside.rs", "fn f() {}\n"),
            ("notes.md", "words\n"),
            ("target/made", "made\n"),
            (".gitignore", "target\n"),
        ] {
            fs::create_dir_all(folder.join(file).parent().unwrap()).unwrap();
            fs::write(folder.join(file), text).unwrap();
        }
        let done = Command::new("git")
            .current_dir(&folder)
            .args(["init", "--quiet"])
            .status();
        assert!(done.unwrap().success());
        folder
    }

    fn copied(from: &Path, broken: &[(&str, &str)]) -> Result<Copied> {
        let broken = broken
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect();
        let root = from.join("target/copy");
        Copied::make(from, root, SWITCH, &broken, |name| name.contains("/src/"))
    }

    fn text(copy: &Copied, name: &str) -> String {
        fs::read_to_string(copy.at(name)).unwrap()
    }

    #[test]
    fn a_source_with_a_slip_stands_in_the_copy_and_its_crate_has_the_switch() {
        let from = repository("slip");
        let copy = copied(&from, &[("a/src/inside.rs", "fn g() {}\n")]).unwrap();
        assert_eq!(text(&copy, "a/src/inside.rs"), "fn g() {}\n");
        assert_eq!(text(&copy, "a/src/lib.rs"), "mod inside;\n\nmod made_up;\n");
        assert_eq!(text(&copy, "a/src/made_up.rs"), SWITCH.text);
        assert_eq!(text(&copy, "notes.md"), "words\n");
        assert!(!copy.at("target/made").exists(), "what is made is not copied");
        assert_eq!(
            fs::read_to_string(from.join("a/src/inside.rs")).unwrap(),
            "fn f() {}\n"
        );

        let copy = copied(&from, &[("a/src/lib.rs", "mod other;\n")]).unwrap();
        assert_eq!(text(&copy, "a/src/lib.rs"), "mod other;\n\nmod made_up;\n");
        assert_eq!(
            text(&copy, "a/src/inside.rs"),
            "fn f() {}\n",
            "the slip before is gone"
        );
        fs::remove_dir_all(from).unwrap();
    }

    #[test]
    fn only_what_differs_is_written_and_what_is_gone_goes() {
        let from = repository("again");
        let slip = [("a/src/inside.rs", "fn g() {}\n")];
        let copy = copied(&from, &slip).unwrap();
        assert_eq!(copy.changed(), Some("a/src/inside.rs"));
        fs::create_dir_all(copy.at("target")).unwrap();
        fs::write(copy.at("target/built"), "by cargo").unwrap();
        fs::write(from.join("notes.md"), "other words\n").unwrap();

        let copy = copied(&from, &slip).unwrap();
        assert_eq!(copy.changed(), None, "no source differs");
        assert_eq!(text(&copy, "notes.md"), "other words\n");
        assert!(!copy.put("a/src/inside.rs", slip[0].1).unwrap());
        assert!(copy.put("a/src/inside.rs", "fn h() {}\n").unwrap());
        assert_eq!(text(&copy, "target/built"), "by cargo", "what was built stays");

        fs::remove_file(from.join("notes.md")).unwrap();
        let copy = copied(&from, &[]).unwrap();
        assert!(!copy.at("notes.md").exists() && !copy.at("a/src/made_up.rs").exists());
        fs::remove_dir_all(from).unwrap();
    }

    #[test]
    fn what_is_of_no_crate_or_no_repository_is_told() {
        let from = repository("told");
        let told = |name: &str| copied(&from, &[(name, "")]).map(|_| ()).unwrap_err().to_string();
        assert!(told("notes.md").contains("notes.md is no source of a crate"));
        assert!(told("b/src/lib.rs").contains("neither lib.rs nor main.rs"));
        fs::remove_dir_all(from).unwrap();
        let nowhere = known_to_git(Path::new("/")).unwrap_err().to_string();
        assert!(nowhere.contains("git lists what is copied"), "{nowhere}");
    }
}
