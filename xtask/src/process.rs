//! Running other programs, and saying plainly when one is not there.

use anyhow::{Context, Result, anyhow, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Runs to the end, letting it write to the terminal.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = show(command);
    let status = command.status().with_context(|| missing(command))?;
    if !status.success() {
        bail!("`{shown}` did not succeed ({status})");
    }
    Ok(())
}

/// Runs to the end and returns what it wrote to standard output, trimmed.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let shown = show(command);
    let output = command.output().with_context(|| missing(command))?;
    if !output.status.success() {
        bail!(
            "`{shown}` did not succeed: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs to the end, handing each line of standard output to `each`; standard error goes to the terminal.
/// Returns whether the program succeeded.
pub(crate) fn lines(command: &mut Command, mut each: impl FnMut(&str)) -> Result<bool> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| missing(command))?;
    let out = child
        .stdout
        .take()
        .ok_or_else(|| anyhow!("standard output was not captured"))?;
    let mut reader = BufReader::new(out);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line)? > 0 {
        each(String::from_utf8_lossy(&line).trim_end_matches(['\r', '\n']));
        line.clear();
    }
    Ok(child.wait()?.success())
}

/// Runs to the end, handing each line of standard output and standard error to `each`, in the order written.
pub(crate) fn watched(command: &mut Command, mut each: impl FnMut(&str)) -> Result<bool> {
    let (reader, writer) = std::io::pipe()?;
    command.stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn().with_context(|| missing(command))?;
    // The command holds the writing ends until they are replaced, and the pipe would never end.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    for line in BufReader::new(reader).split(b'\n') {
        each(String::from_utf8_lossy(&line?).trim_end_matches('\r'));
    }
    Ok(child.wait()?.success())
}

/// Whether a program of this name answers at all.
pub(crate) fn answers(program: &str, argument: &str) -> bool {
    Command::new(program)
        .arg(argument)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The command as a person would type it.
pub(crate) fn show(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

fn missing(command: &Command) -> String {
    let program = command.get_program().to_string_lossy().into_owned();
    format!("`{program}` could not be started; install it, or put it on the PATH, and try again")
}
