//! `weighup-fuzz TARGET [--executions N] [--for SECONDS] [--seed S] [--from N]`: hostile input for what Weighup reads. `cargo xtask fuzz` calls it.
//! `weighup-fuzz texts` prints saved consultations that are drawn, a line for each, for tests of what carries them.

mod corpus;
mod targets;

use std::process::ExitCode;
use std::time::{Duration, Instant};
use targets::TARGETS;
use weighup_fuzz::{Tried, stop_after};

/// In place of a target: saved consultations themselves.
const TEXTS: &str = "texts";

/// What was asked for.
struct Asked {
    target: String,
    executions: u64,
    seed: u64,
    from: u64,
    /// How long each target runs at most.
    long: Option<Duration>,
}

fn main() -> ExitCode {
    let asked = match asked() {
        Ok(asked) => asked,
        Err(wrong) => {
            eprintln!("{wrong}");
            return ExitCode::FAILURE;
        }
    };
    if asked.target == TEXTS {
        targets::texts(asked.seed, asked.from, asked.executions, |text| {
            println!("{text}");
        });
        return ExitCode::SUCCESS;
    }
    // What panics is told with its input.
    std::panic::set_hook(Box::new(|_| {}));
    let mut sound = true;
    for (name, run) in TARGETS {
        if asked.target != name && asked.target != "all" {
            continue;
        }
        if let Some(long) = asked.long {
            stop_after(long);
        }
        let begun = Instant::now();
        let counted = run(asked.seed, asked.from, asked.executions);
        told(name, &counted, begun.elapsed().as_secs_f64());
        sound &= counted.found.is_empty();
        // A target whose inputs are all refused tries the first lines of a reader alone.
        if counted.accepted == 0 && counted.executions >= 100 {
            println!("{name}: nothing was accepted, so hardly anything was tried");
            sound = false;
        }
    }
    if sound {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// One line, which `cargo xtask fuzz` reads.
fn told(name: &str, counted: &Tried, seconds: f64) {
    println!(
        "fuzz {name} executions {} accepted {} found {} slowest_ms {} seconds {seconds:.0}",
        counted.executions,
        counted.accepted,
        counted.found.len(),
        counted.slowest.as_millis(),
    );
}

fn asked() -> Result<Asked, String> {
    let mut words = std::env::args().skip(1);
    let names: Vec<&str> = TARGETS.iter().map(|(name, _)| *name).collect();
    let usage = || {
        format!(
            "name a target ({}, or all); --executions N, --for SECONDS, --seed S and --from N may follow",
            names.join(", ")
        )
    };
    let target = words.next().ok_or_else(usage)?;
    if target != "all" && target != TEXTS && !names.contains(&target.as_str()) {
        return Err(format!("there is no target `{target}`: {}", usage()));
    }
    let mut asked = Asked {
        target,
        executions: 1000,
        seed: 1,
        from: 0,
        long: None,
    };
    while let Some(word) = words.next() {
        let number = words.next().and_then(|number| number.parse().ok());
        match (word.as_str(), number) {
            ("--executions", Some(number)) => asked.executions = number,
            ("--seed", Some(number)) => asked.seed = number,
            ("--from", Some(number)) => asked.from = number,
            ("--for", Some(number)) => asked.long = Some(Duration::from_secs(number)),
            _ => return Err(format!("`{word}` is not as expected: {}", usage())),
        }
    }
    Ok(asked)
}

#[cfg(test)]
mod tests {
    use super::TARGETS;

    fn held(executions: u64) {
        for (name, run) in TARGETS {
            let counted = run(1, 0, executions);
            assert!(counted.found.is_empty(), "{name}: {:?}", counted.found);
            assert!(counted.accepted > 0, "{name}: nothing was accepted");
        }
    }

    #[test]
    fn a_few_inputs_of_each_hold() {
        held(25);
    }

    #[test]
    #[ignore = "takes minutes"]
    fn many_inputs_of_each_hold() {
        held(1_500);
    }
}
