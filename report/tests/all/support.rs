//! Folders of made-up answers, and the command as a person runs it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use weighup_report::ask::{AnswerCounts, Limits, Question, questions};
use weighup_report::run::{self, Scratch};
use weighup_report::sample::{MadeUp, Truths};
use weighup_report::take::Taken;

/// A folder that is gone after the test.
pub(crate) fn folder() -> Scratch {
    Scratch::new(&std::env::temp_dir()).unwrap()
}

/// Made-up lines.
pub(crate) fn lines(rows: u64, seed: u64) -> String {
    let mut text = Vec::new();
    MadeUp {
        rows,
        seed,
        truths: Truths::Known,
    }
    .lines(&mut text)
    .unwrap();
    String::from_utf8(text).unwrap()
}

/// A file in a folder.
pub(crate) fn file(folder: &Path, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path
}

/// What the questions count at some paths.
pub(crate) fn counted(paths: &[&Path]) -> (Vec<Question>, Vec<AnswerCounts>, Taken) {
    let scratch = folder();
    let limits = Limits {
        memory: 512,
        cores: 2,
        scratch: scratch.path().to_owned(),
    };
    let paths: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    let questions = questions().unwrap();
    let (counts, taken) = run::count(&paths, &questions, &limits, &mut |_| {}).unwrap();
    (questions, counts, taken)
}

/// The command.
pub(crate) fn weighup_report(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_weighup-report"))
        .args(arguments)
        .output()
        .unwrap()
}
