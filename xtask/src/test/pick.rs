//! From the words of the command line to groups and files.

use super::groups::{GROUPS, Group, named};
use super::names;
use crate::project;
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// What of a group is wanted. With nothing in it, all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Only {
    /// Files of tests, from the repository's root.
    pub(super) files: Vec<PathBuf>,
    /// Crates.
    pub(super) packages: Vec<String>,
}

/// A group, or a part of it.
pub(super) struct Job {
    pub(super) group: &'static Group,
    pub(super) only: Only,
}

/// The groups and files that the words name, in the order they are run; with no word, every group of every day.
pub(super) fn jobs(words: &[String], slow: bool) -> Result<Vec<Job>> {
    let mut wanted: Vec<(&Group, Option<PathBuf>)> = Vec::new();
    if words.is_empty() {
        let every = GROUPS.iter().filter(|group| slow || !group.slow);
        return Ok(every.map(whole).collect());
    }
    let files = files();
    for word in words {
        let found = meant(word, &files, slow);
        if found.is_empty() {
            bail!(
                "No group and no file of tests is called `{word}`. The groups are {}; the files are in tests/ and in the \
                 tests/ of each crate.",
                names()
            );
        }
        wanted.extend(found);
    }
    Ok(gathered(&wanted))
}

pub(super) fn whole(group: &'static Group) -> Job {
    Job {
        group,
        only: Only::default(),
    }
}

/// One job a group; a group that is wanted whole is run whole.
pub(super) fn gathered(wanted: &[(&'static Group, Option<PathBuf>)]) -> Vec<Job> {
    let jobs = GROUPS.iter().filter_map(|group| {
        let of_it = || wanted.iter().filter(|(other, _)| other.name == group.name);
        let mut files: Vec<PathBuf> = of_it().filter_map(|(_, file)| file.clone()).collect();
        files.sort();
        files.dedup();
        if of_it().any(|(_, file)| file.is_none()) {
            return Some(whole(group));
        }
        (!files.is_empty()).then(|| Job {
            group,
            only: Only {
                files,
                packages: Vec::new(),
            },
        })
    });
    jobs.collect()
}

type Meant = Vec<(&'static Group, Option<PathBuf>)>;

/// What a word means: a group by its whole name, else files by theirs, else whatever has the word in its name.
fn meant(word: &str, files: &[(&'static Group, PathBuf)], slow: bool) -> Meant {
    // A group asked for by its whole name runs even when it is slow.
    if let Some(group) = named(word) {
        return vec![(group, None)];
    }
    let of_files = |fits: &dyn Fn(&Path) -> bool| -> Meant {
        let found = files.iter().filter(|(_, path)| fits(path));
        found.map(|(group, path)| (*group, Some(path.clone()))).collect()
    };
    let path = word.trim_start_matches("./").replace('\\', "/");
    let exactly = of_files(&|file| stem(file) == word || file == Path::new(&path));
    if !exactly.is_empty() {
        return exactly;
    }
    let groups = GROUPS
        .iter()
        .filter(|group| group.name.contains(word) && (slow || !group.slow));
    let groups: Meant = groups.map(|group| (group, None)).collect();
    if groups.is_empty() {
        of_files(&|file| stem(file).contains(word) || file.to_string_lossy().contains(&path))
    } else {
        groups
    }
}

/// The name of a file of tests as a person types it.
pub(super) fn stem(path: &Path) -> &str {
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let name = name.strip_suffix(".test.mjs");
    name.or_else(|| path.file_stem().and_then(|name| name.to_str()))
        .unwrap_or_default()
}

/// Every file of tests that can be run by itself, with its group.
fn files() -> Vec<(&'static Group, PathBuf)> {
    let root = project::root();
    let inside = |path: PathBuf| path.strip_prefix(&root).map(Path::to_path_buf).unwrap_or(path);
    let mut found = Vec::new();
    for group in &GROUPS {
        let files = test_files(&root.join("tests").join(group.name));
        found.extend(files.into_iter().map(|path| (group, inside(path))));
    }
    if let Some(rust) = named("rust") {
        for folder in crates() {
            let entries = std::fs::read_dir(folder.join("tests"))
                .into_iter()
                .flatten()
                .flatten();
            let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
            files.sort();
            files.retain(|path| path.extension().is_some_and(|end| end == "rs"));
            found.extend(files.into_iter().map(|path| (rust, inside(path))));
        }
    }
    found
}

/// Every file of tests that can be run by itself, from the root: those of crates that hold a test of their own, too.
pub(crate) fn files_of_tests() -> Vec<String> {
    let files = files().into_iter().map(|(_, path)| path);
    let files = files.filter(|path| {
        let text = std::fs::read_to_string(project::root().join(path)).unwrap_or_default();
        path.extension().is_none_or(|end| end != "rs") || text.contains("#[test]")
    });
    files
        .map(|path| path.to_string_lossy().replace('\\', "/"))
        .collect()
}

/// The folders of the crates.
fn crates() -> Vec<PathBuf> {
    let all = WalkDir::new(project::root())
        .max_depth(3)
        .sort_by_file_name()
        .into_iter();
    let all = all.filter_entry(|entry| {
        let name = entry.file_name().to_string_lossy();
        !name.starts_with('.') && !["target", "dist", "node_modules"].contains(&&*name)
    });
    let manifests = all.flatten().filter(|entry| entry.file_name() == "Cargo.toml");
    manifests
        .filter_map(|entry| entry.path().parent().map(Path::to_path_buf))
        .collect()
}

/// Every `*.test.mjs` under a folder.
pub(super) fn test_files(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let entries = entries
        .filter_entry(|entry| entry.file_name() != "node_modules")
        .flatten();
    entries
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{jobs, stem};
    use std::path::Path;

    fn named(words: &[&str]) -> Vec<String> {
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let jobs = jobs(&words, false).unwrap();
        let shown = jobs.iter().flat_map(|job| {
            let files = job
                .only
                .files
                .iter()
                .map(|path| path.to_string_lossy().replace('\\', "/"));
            let files: Vec<String> = files.collect();
            if files.is_empty() {
                vec![job.group.name.to_owned()]
            } else {
                files
            }
        });
        shown.collect()
    }

    #[test]
    fn a_word_is_a_group_or_a_file_or_a_part_of_one() {
        assert_eq!(named(&["lint"]), ["lint"]);
        assert_eq!(named(&["walk"]), ["tests/browser/walk.test.mjs"]);
        assert_eq!(
            named(&["tests/browser/walk.test.mjs"]),
            ["tests/browser/walk.test.mjs"]
        );
        assert_eq!(named(&["saved"]), ["core/tests/saved.rs"]);
        // A slow group by its whole name, and not by a part of it.
        assert_eq!(named(&["engines"]), ["engines"]);
        assert_eq!(named(&["lic"]), ["licences"]);
        assert_eq!(
            named(&["weigh", "walk", "rust"]),
            [
                "rust",
                "tests/browser/walk.test.mjs",
                "tests/browser/weigh.test.mjs"
            ]
        );
        let error = jobs(&["no-such-thing".to_owned()], true).err().unwrap();
        assert!(error.to_string().contains("`no-such-thing`"));
    }

    #[test]
    fn every_day_has_no_slow_group() {
        assert!(jobs(&[], false).unwrap().iter().all(|job| !job.group.slow));
        assert!(jobs(&[], true).unwrap().iter().any(|job| job.group.slow));
    }

    #[test]
    fn stems_are_what_a_person_types() {
        assert_eq!(
            stem(Path::new("tests/browser/fixtures-wide.test.mjs")),
            "fixtures-wide"
        );
        assert_eq!(stem(Path::new("core/tests/saved.rs")), "saved");
    }
}
