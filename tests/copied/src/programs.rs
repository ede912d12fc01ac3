//! What cargo makes of the copy: programs of tests, and what it says of them.

use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program of tests.
#[derive(Clone, Debug)]
pub struct Program {
    /// Its name, which is that of its file, or of its crate.
    pub name: String,
    /// The file it is made of.
    pub source: PathBuf,
    /// The folder of its crate.
    pub package: PathBuf,
    path: PathBuf,
}

/// A line of what cargo says.
#[derive(Deserialize)]
pub struct CargoLine {
    reason: String,
    manifest_path: Option<PathBuf>,
    target: Option<Target>,
    profile: Option<Profile>,
    executable: Option<PathBuf>,
    message: Option<Diagnostic>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    src_path: PathBuf,
}

#[derive(Deserialize)]
struct Profile {
    test: bool,
}

/// What the compiler says.
#[derive(Deserialize)]
pub struct Diagnostic {
    level: String,
    /// As a person reads it.
    pub rendered: Option<String>,
    /// Where.
    pub spans: Vec<Span>,
}

/// A place in a source.
#[derive(Deserialize)]
pub struct Span {
    /// The source, from the root of the copy.
    pub file_name: PathBuf,
    /// Where it begins.
    pub byte_start: usize,
    /// Whether the compiler means this place before others.
    pub is_primary: bool,
}

/// Cargo in the copy, telling what it does in lines of JSON.
///
/// Nobody steps through the copy, and what changes there is the whole of a crate: it is compiled without what a debugger reads, and
/// keeps nothing to compile a part of a crate anew.
#[must_use]
pub fn cargo(root: &Path, words: &[&str]) -> Command {
    let mut cargo = Command::new("cargo");
    cargo
        .current_dir(root)
        .env_remove("CARGO_TARGET_DIR")
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_PROFILE_DEV_DEBUG", "none")
        .args(words)
        .args(["--quiet", "--message-format=json"]);
    cargo
}

impl CargoLine {
    /// A line, where it is one of cargo's.
    #[must_use]
    pub fn read(line: &str) -> Option<Self> {
        serde_json::from_str(line).ok()
    }

    /// What the compiler refuses.
    #[must_use]
    pub fn error(&self) -> Option<&Diagnostic> {
        self.message
            .as_ref()
            .filter(|said| said.level.starts_with("error"))
    }

    /// The name of what is compiled now.
    #[must_use]
    pub fn compiled(&self) -> Option<&str> {
        self.artefact().map(|target| target.name.as_str())
    }

    /// The program that is ready to run, a command or a program of tests, by its name.
    #[must_use]
    pub fn executable(&self) -> Option<(&str, &Path)> {
        self.compiled().zip(self.executable.as_deref())
    }

    /// The program of tests that is ready to run.
    #[must_use]
    pub fn program(&self) -> Option<Program> {
        let target = self.artefact()?;
        self.profile.as_ref().filter(|profile| profile.test)?;
        Some(Program {
            name: target.name.clone(),
            source: target.src_path.clone(),
            package: self.manifest_path.as_ref()?.parent()?.to_path_buf(),
            path: self.executable.clone()?,
        })
    }

    fn artefact(&self) -> Option<&Target> {
        self.target
            .as_ref()
            .filter(|_| self.reason == "compiler-artifact")
    }
}

impl Program {
    /// What runs it as cargo would in the copy: a snapshot that differs is told, and never written.
    #[must_use]
    pub fn command(&self, root: &Path) -> Command {
        let mut command = Command::new(&self.path);
        command
            .current_dir(&self.package)
            .env("CARGO_MANIFEST_DIR", &self.package)
            .env("WEIGHUP_ROOT", root)
            .env("INSTA_WORKSPACE_ROOT", root)
            .env("INSTA_UPDATE", "no")
            .env("RUST_BACKTRACE", "0");
        command
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn artefact(test: bool, executable: &str) -> CargoLine {
        CargoLine::read(&format!(
            r#"{{"reason":"compiler-artifact","manifest_path":"/r/core/Cargo.toml","profile":{{"test":{test}}},
            "target":{{"name":"saved","src_path":"/r/core/tests/saved.rs"}},"executable":{executable}}}"#
        ))
        .unwrap()
    }

    #[test]
    fn a_program_of_tests_is_told_from_a_library_and_a_command() {
        let program = artefact(true, r#""/r/target/saved""#).program().unwrap();
        assert_eq!(
            (program.name.as_str(), program.package),
            ("saved", PathBuf::from("/r/core"))
        );
        assert_eq!(program.source, Path::new("/r/core/tests/saved.rs"));
        assert!(artefact(true, "null").program().is_none());
        let command = artefact(false, r#""/r/target/saved""#);
        assert!(command.program().is_none());
        assert_eq!(
            command.executable(),
            Some(("saved", Path::new("/r/target/saved")))
        );
    }

    #[test]
    fn an_error_is_told_from_a_warning_and_from_what_is_no_line_of_cargos() {
        let said = |level: &str| {
            CargoLine::read(&format!(
                r#"{{"reason":"compiler-message","target":{{"name":"a","src_path":"a.rs"}},
                "message":{{"level":"{level}","rendered":"words","spans":
                [{{"file_name":"a.rs","byte_start":7,"is_primary":true}}]}}}}"#
            ))
            .unwrap()
        };
        assert!(said("warning").error().is_none() && said("warning").compiled().is_none());
        let error = said("error");
        assert_eq!(error.error().unwrap().spans[0].byte_start, 7);
        assert!(said("error: internal compiler error").error().is_some());
        assert!(CargoLine::read("running 3 tests").is_none());
    }

    #[test]
    fn a_program_runs_in_its_crate_and_writes_no_snapshot() {
        let program = artefact(true, r#""/r/target/saved""#).program().unwrap();
        let command = program.command(Path::new("/r"));
        assert_eq!(command.get_current_dir(), Some(Path::new("/r/core")));
        assert!(
            command
                .get_envs()
                .any(|set| set == ("INSTA_UPDATE".as_ref(), Some("no".as_ref())))
        );
    }
}
