//! `--changed`: what can be touched by a change, from the files that it changes.

use super::groups::{GROUPS, Group, REPORT, named};
use super::pick::{Job, gathered, whole};
use crate::{process, project, say};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What reads a part of the repository: the first row whose beginning fits. Where nothing is named, everything of every day.
const READERS: [(&str, &[&str]); 32] = [
    // A file of tests is run by itself; what they share is run by all of them.
    ("tests/fixtures/", &["rust"]),
    ("report/", &["report", "rust"]),
    ("integrations/", &["servers", "rust"]),
    ("tests/report/", &["report"]),
    ("tests/bench/", &["lint", "rust"]),
    ("tests/fuzz/", &["lint", "rust"]),
    ("tests/copied/", &["lint", "rust"]),
    ("tests/mutants/", &["lint", "rust", "safety"]),
    ("tests/canonical/", &["rust", "canonical", "packaging", "browser"]),
    ("tests/accessibility/", &["element"]),
    ("tests/types/", &["types", "canonical"]),
    (
        "tests/support/",
        &[
            "packaging",
            "canonical",
            "second-opinion",
            "element",
            "browser",
            "guides",
            "engines",
            "servers",
            "slow",
        ],
    ),
    (
        "tests/",
        &[
            "types",
            "second-opinion",
            "packaging",
            "canonical",
            "element",
            "browser",
        ],
    ),
    (
        "decision-aids/",
        &[
            "rust",
            "aids",
            "size",
            "second-opinion",
            "packaging",
            "element",
            "browser",
            "slow",
        ],
    ),
    (
        "docs/schema/",
        &["rust", "canonical", "packaging", "browser", "guides"],
    ),
    ("docs/accessibility.md", &["element", "guides"]),
    // Held against the types and the life of the element.
    ("docs/embedding.md", &["rust", "packaging", "element", "guides"]),
    // Its example is run.
    ("docs/headless.md", &["rust", "packaging", "guides"]),
    // Its examples are run, and the tests that it names are looked for.
    ("docs/package.md", &["rust", "packaging", "guides"]),
    ("docs/embedding-matrix.md", &["rust", "packaging", "guides"]),
    ("docs/paragraphs.md", &["rust", "element", "guides"]),
    // What it says that a cell takes is typed into one.
    ("docs/desk.md", &["rust", "browser", "guides"]),
    // Its files stand in the page that writes the lines for a website too.
    ("docs/serving/", &["element", "servers", "guides"]),
    ("docs/screens/", &["format"]),
    ("docs/safety/", &["safety", "guides"]),
    ("docs/dependencies.md", &["supply", "guides"]),
    // Its commands are run.
    ("docs/measuring.md", &["report", "guides"]),
    // The guide for authors is followed by a test, and others are read by some.
    ("docs/", &["rust", "guides"]),
    ("xtask/src/test/", &["lint", "rust"]),
    ("budgets.toml", &["size"]),
    ("deny.toml", &["licences"]),
    (".github/", &["format"]),
];

/// Files at the root that people read and no test does.
const READ_BY_PEOPLE: [&str; 9] = [
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "CODE_OF_CONDUCT.md",
    "MAINTAINERS.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    ".gitignore",
];

/// What the change touches. Always looked at are the format and the tests that the safety file names: both take no time.
pub(super) fn jobs(slow: bool) -> Result<Vec<Job>> {
    let changed = files()?;
    say::line("changed", &format!("{} files", changed.len()));
    Ok(touched(&changed, slow))
}

fn touched(changed: &[String], slow: bool) -> Vec<Job> {
    let always = ["format", "safety"].into_iter().filter_map(named);
    let mut wanted: Vec<(&'static Group, Option<PathBuf>)> = always.map(|group| (group, None)).collect();
    for path in changed {
        let folder = path
            .strip_prefix("tests/")
            .and_then(|rest| rest.split('/').next());
        if let Some(group) = folder.and_then(named).filter(|_| path.ends_with(".test.mjs")) {
            // A file that is gone is not run.
            if project::root().join(path).is_file() {
                wanted.push((group, Some(PathBuf::from(path))));
            }
            continue;
        }
        if READ_BY_PEOPLE.contains(&path.as_str()) {
            continue;
        }
        let Some((_, groups)) = READERS.iter().find(|(begins, _)| path.starts_with(begins)) else {
            // The sources of what is shipped, and of how it is built.
            return GROUPS
                .iter()
                .filter(|group| slow || !group.slow)
                .map(whole)
                .collect();
        };
        wanted.extend(groups.iter().filter_map(|name| Some((named(name)?, None))));
    }
    let chosen = |(group, file): &(&Group, Option<PathBuf>)| {
        slow || !group.slow || file.is_some() || group.name == REPORT
    };
    wanted.retain(chosen);
    gathered(&wanted)
}

/// Whether a group may read a file that is none of tests: what [`touched`] goes by.
pub(super) fn may_read(group: &str, path: &str) -> bool {
    if path.ends_with(".test.mjs") || READ_BY_PEOPLE.contains(&path) {
        return false;
    }
    match READERS.iter().find(|(begins, _)| path.starts_with(begins)) {
        Some((_, groups)) => groups.contains(&group),
        None => true,
    }
}

/// Every file that differs from the main branch's last common commit, with those that git does not know yet.
fn files() -> Result<Vec<String>> {
    let git = |arguments: &[&str]| {
        let mut command = Command::new("git");
        command.current_dir(project::root()).args(arguments);
        process::output(&mut command)
    };
    let bases = ["main", "origin/main", "HEAD"];
    let base = bases
        .iter()
        .find_map(|branch| git(&["merge-base", "HEAD", branch]).ok())
        .context("`--changed` asks git what has changed, and git does not answer here")?;
    let known = git(&["diff", "--name-only", "-z", &base])?;
    let new = git(&["ls-files", "--others", "--exclude-standard", "-z"])?;
    let mut files: Vec<String> = known
        .split('\0')
        .chain(new.split('\0'))
        .map(|path| Path::new(path).to_string_lossy().replace('\\', "/"))
        .filter(|path| !path.is_empty())
        .collect();
    files.sort();
    files.dedup();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::{READERS, may_read, named, touched};
    use crate::project;
    use std::fs;
    use walkdir::WalkDir;

    fn names(changed: &[&str]) -> Vec<String> {
        let changed: Vec<String> = changed.iter().map(|path| (*path).to_owned()).collect();
        let jobs = touched(&changed, false);
        jobs.iter()
            .map(|job| match job.only.files.as_slice() {
                [] => job.group.name.to_owned(),
                [file, ..] => file.to_string_lossy().into_owned(),
            })
            .collect()
    }

    #[test]
    fn a_change_runs_what_reads_it() {
        assert_eq!(names(&["README.md"]), ["format", "safety"]);
        assert_eq!(
            names(&["tests/browser/walk.test.mjs"]),
            ["format", "safety", "tests/browser/walk.test.mjs"]
        );
        assert_eq!(
            names(&["docs/schema/aid.schema.json"]),
            [
                "format",
                "safety",
                "rust",
                "packaging",
                "canonical",
                "browser",
                "guides"
            ]
        );
        // The report is compiled where it changed, and nowhere else.
        assert_eq!(
            names(&["report/queries/01-end.sql"]),
            ["format", "safety", "rust", "report"]
        );
        assert!(!names(&["core/src/lib.rs"]).contains(&"report".to_owned()));
        // A source of what is shipped is in everything.
        for source in [
            "core/src/lib.rs",
            "Cargo.lock",
            "pkg/js/index.js",
            "xtask/src/build/mod.rs",
        ] {
            assert!(names(&[source]).contains(&"browser".to_owned()), "{source}");
            assert!(names(&[source]).contains(&"lint".to_owned()), "{source}");
        }
    }

    #[test]
    fn every_reader_is_a_group() {
        for (begins, groups) in READERS {
            for group in groups {
                assert!(named(group).is_some(), "{begins}: {group}");
            }
        }
    }

    /// A file of tests that reads a file of the repository names it in its text: the table has to know.
    #[test]
    fn the_table_has_what_files_of_tests_read() {
        let tests = project::root().join("tests");
        let mut seen = 0;
        for entry in WalkDir::new(&tests)
            .into_iter()
            .filter_entry(|entry| entry.file_name() != "node_modules")
        {
            let path = entry.unwrap().into_path();
            let shown = project::shown(&path);
            let Some(group) = shown.split('/').nth(1).and_then(named) else {
                continue;
            };
            if path.extension().is_none_or(|ext| ext != "mjs") {
                continue;
            }
            for literal in fs::read_to_string(&path)
                .unwrap()
                .split(['"', '`'])
                .skip(1)
                .step_by(2)
            {
                let read = literal.trim_start_matches("../");
                let known = ["docs/", "decision-aids/", "languages/", "core/", "pkg/"];
                if known.iter().any(|begins| read.starts_with(begins)) && project::root().join(read).is_file()
                {
                    assert!(may_read(group.name, read), "{shown} reads {read}");
                    seen += 1;
                }
            }
        }
        assert!(seen >= 3, "{seen}");
    }
}
