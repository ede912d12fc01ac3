//! One test that Node runs, in the copy.

use super::copy::Copy;
use super::native;
use crate::safety::{Test, pieces};
use crate::{say, test};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::fs;
use std::process::Command;
use std::time::Duration;

/// How long a test may take when nothing is broken: the longest proofs walk every state on a machine that does something else too.
pub(super) const WHOLE: Duration = Duration::from_secs(20 * 60);

/// How long it may take with a slip in it: longer than it took whole, by what a browser is waited for. One that hangs has noticed
/// something, and nobody has to sit by it for as long as the longest proof takes.
pub(super) fn patience(whole: Duration) -> Duration {
    (whole * 4 + Duration::from_secs(90)).min(WHOLE)
}

/// What `support/run.mjs` says of a file.
#[derive(Deserialize)]
struct Ran {
    passed: usize,
    failed: usize,
}

/// Whether every test of that title passes within the limit. With a slip in the copy the first that fails is enough.
pub(super) fn passes(copy: &Copy, test: &Test, number: u16, limit: Duration) -> Result<bool> {
    let tests = copy.at("tests");
    let results = tests.join(".results");
    fs::create_dir_all(&results)?;
    let report = results.join("broken.json");
    if report.exists() {
        fs::remove_file(&report)?;
    }
    let mut node = Command::new("node");
    node.current_dir(&tests)
        .env("WEIGHUP_ONLY", pattern(&test.name))
        .env("WEIGHUP_LIMIT", limit.as_millis().to_string())
        .env("WEIGHUP_FIRST", if number == 0 { "" } else { "1" })
        .env("WEIGHUP_BROKEN", number.to_string())
        .env("WEIGHUP_COMMAND", native::command(copy))
        .arg("support/run.mjs")
        .arg(&report)
        .arg("1");
    let folder = test.file.split('/').nth(1).unwrap_or_default();
    if test::starts_browsers(folder) {
        node.arg("--own-browsers");
    }
    let output = node
        .arg(copy.at(&test.file))
        .output()
        .context("Node could not be started; install it and try again")?;
    let said =
        || String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    let Ok(text) = fs::read_to_string(&report) else {
        bail!("{}: the tests stopped before their end: {}", test.file, said());
    };
    let ran: Vec<Ran> = serde_json::from_str(&text)?;
    let (passed, failed) = ran.iter().fold((0, 0), |(passed, failed), each| {
        (passed + each.passed, failed + each.failed)
    });
    if passed + failed == 0 {
        bail!("{}: no test is called `{}` when it runs", test.file, test.name);
    }
    if failed > 0 && number == 0 {
        say::verbatim(&said());
    }
    Ok(failed == 0)
}

/// A title as an expression that fits it and nothing else; what is filled in fits anything.
fn pattern(title: &str) -> String {
    let parts: Vec<String> = pieces(title).into_iter().map(literally).collect();
    format!("^{}$", parts.join(".*"))
}

fn literally(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        if "\\^$.|?*+()[]{}/".contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{WHOLE, patience, pattern};
    use std::time::Duration;

    #[test]
    fn a_slip_is_waited_for_longer_than_a_whole_run() {
        for seconds in [0, 1, 30, 240] {
            let whole = Duration::from_secs(seconds);
            assert!(patience(whole) > whole * 2 && patience(whole) <= WHOLE);
        }
        assert_eq!(patience(WHOLE), WHOLE);
    }

    #[test]
    fn a_title_is_met_literally() {
        assert_eq!(pattern("a (1.4.3): ${look}, b"), "^a \\(1\\.4\\.3\\): .*, b$");
    }
}
