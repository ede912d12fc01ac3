//! Running a target over and over, and what is counted.

use crate::draw::Draw;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Slower than this is a failure, on any machine.
const TOO_SLOW: Duration = Duration::from_secs(15);

/// What came of one input.
pub enum Came {
    /// It was read and went all the way.
    Accepted,
    /// It was refused, in words.
    Refused,
    /// Something that must always be so is not: what.
    Broken(String),
}

/// What came of many.
#[derive(Clone, Debug, Default)]
pub struct Tried {
    /// Inputs that were tried.
    pub executions: u64,
    /// Those that were accepted.
    pub accepted: u64,
    /// What was found, each with the number of its input.
    pub found: Vec<(u64, String)>,
    /// The longest that one took.
    pub slowest: Duration,
}

/// When the target at work ends, whatever was asked for.
static END: Mutex<Option<Instant>> = Mutex::new(None);

/// From now on targets end after so long, and what they came to until then is counted.
pub fn stop_after(long: Duration) {
    let mut end = END.lock().unwrap_or_else(PoisonError::into_inner);
    *end = Instant::now().checked_add(long);
}

fn is_over() -> bool {
    let end = END.lock().unwrap_or_else(PoisonError::into_inner);
    end.is_some_and(|end| Instant::now() >= end)
}

/// Tries the inputs `from..from + executions` of a seed. `make` draws one; `target` tries it.
pub fn run<T>(
    seed: u64,
    from: u64,
    executions: u64,
    make: impl Fn(&mut Draw) -> T,
    target: impl Fn(&T) -> Came,
    show: impl Fn(&T) -> String,
) -> Tried {
    let mut counted = Tried::default();
    let mut said = Instant::now();
    for number in from..from.saturating_add(executions) {
        if is_over() {
            break;
        }
        let input = make(&mut Draw::new(seed, number));
        let begun = Instant::now();
        let verdict = catch_unwind(AssertUnwindSafe(|| target(&input)))
            .unwrap_or_else(|cause| Came::Broken(format!("a panic: {}", words(cause.as_ref()))));
        let took = begun.elapsed();
        counted.executions += 1;
        counted.slowest = counted.slowest.max(took);
        let wrong = match verdict {
            Came::Accepted => {
                counted.accepted += 1;
                None
            }
            Came::Refused => None,
            Came::Broken(what) => Some(what),
        };
        let slow = || (took > TOO_SLOW).then(|| format!("{} s", took.as_secs()));
        if let Some(what) = wrong.or_else(slow) {
            println!(
                "input {number} of seed {seed}: {what}\n---\n{}\n---",
                show(&input)
            );
            counted.found.push((number, what));
            // A fault that is everywhere is told often enough.
            if counted.found.len() >= 10 {
                break;
            }
        }
        if said.elapsed() > Duration::from_secs(30) {
            eprintln!("{} executions, {} accepted", counted.executions, counted.accepted);
            said = Instant::now();
        }
    }
    counted
}

/// What a panic says of itself.
fn words(cause: &(dyn std::any::Any + Send)) -> String {
    let text = cause.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| cause.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "without words".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Came, run};

    #[test]
    fn what_breaks_is_found_and_what_panics_is_caught() {
        let counted = run(
            1,
            0,
            500,
            |draw| draw.below(50),
            |n| match n {
                7 => panic!("seven"),
                8 => Came::Broken("eight".to_owned()),
                n if n % 2 == 0 => Came::Accepted,
                _ => Came::Refused,
            },
            ToString::to_string,
        );
        assert_eq!(counted.found.len(), 10, "it stops when enough is told");
        let said: Vec<&str> = counted.found.iter().map(|(_, what)| what.as_str()).collect();
        assert!(
            said.contains(&"a panic: seven") && said.contains(&"eight"),
            "{said:?}"
        );
        assert!(counted.accepted > 0 && counted.accepted < counted.executions);
    }
}
