//! `weighup completions` and `weighup man`: made from the same description as `--help`.

use std::process::ExitCode;

use clap::CommandFactory as _;

use crate::print;

/// Print a script that completes commands and options in a shell.
#[derive(clap::Args)]
pub(crate) struct Completions {
    /// The shell.
    #[arg(value_enum)]
    shell: clap_complete::Shell,
}

/// Print the manual page, in roff: `weighup man | man -l -`.
#[derive(clap::Args)]
pub(crate) struct Man {
    /// One command's own page.
    command: Option<String>,
}

/// Runs `completions`.
pub(crate) fn completions(args: &Completions) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut crate::Cli::command(), "weighup", &mut script);
    print::out(&String::from_utf8_lossy(&script));
    ExitCode::SUCCESS
}

/// Runs `man`.
pub(crate) fn man(args: &Man) -> ExitCode {
    let mut whole = crate::Cli::command();
    whole.build();
    let command = match &args.command {
        None => whole,
        Some(name) => match whole.find_subcommand(name) {
            Some(command) => {
                let full: &'static str = Box::leak(format!("weighup-{name}").into_boxed_str());
                command.clone().name(full)
            }
            None => {
                eprintln!("weighup: there is no command `{name}`; `weighup --help` lists them");
                return ExitCode::from(2);
            }
        },
    };
    let mut page = Vec::new();
    // A list of bytes takes everything.
    let _ = clap_mangen::Man::new(command).render(&mut page);
    print::out(&String::from_utf8_lossy(&page));
    ExitCode::SUCCESS
}
