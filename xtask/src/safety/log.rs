//! The parts of pages that are written from hazards, flows and questions.

use super::shown::Test;
use super::sources::{Control, Flow, Hazard, Slot, Sources};
use crate::fuzz::Ran;
use std::fmt::Write;

/// Who deploys, as hazards name them.
const DEPLOYS: &str = "who deploys";

/// The hazard log: one section each.
pub(super) fn hazards(sources: &Sources) -> String {
    let mut out = String::new();
    for hazard in &sources.hazards {
        let _ = write!(
            out,
            "## {} {}\n\n{}\n\n**Causes.** {}\n\n| control | shown by, or whose it is |\n|---|---|\n",
            hazard.id,
            hazard.name,
            hazard.harm,
            hazard.causes.join("; ")
        );
        for control in &hazard.controls {
            let _ = writeln!(out, "| {} | {} |", control.does, support(control));
        }
        let _ = write!(out, "\n**What is left.** {}\n\n", hazard.residual);
        if let Some(open) = &hazard.open {
            let _ = write!(out, "**Open.** {open}\n\n");
        }
        let _ = write!(
            out,
            "**Owner.** {}. **Severity, likelihood, initial and residual rating.** Not rated: see above.\n\n",
            hazard.owner
        );
    }
    out.trim_end().to_owned()
}

/// One line a hazard, with how many tests show its controls.
pub(super) fn summary(sources: &Sources) -> String {
    let mut out = String::from(
        "| | hazard | controls in the software | tests | controls of people | open |\n|---|---|---|---|---|---|\n",
    );
    for hazard in &sources.hazards {
        let (by_people, in_software): (Vec<&Control>, Vec<&Control>) =
            hazard.controls.iter().partition(|control| control.by.is_some());
        let tests: usize = in_software.iter().map(|control| control.shown_by.len()).sum();
        let _ = writeln!(
            out,
            "| [{}](hazard-log.md#{}) | {} | {} | {tests} | {} | {} |",
            hazard.id,
            anchor(hazard),
            hazard.name,
            in_software.len(),
            by_people.len(),
            if hazard.open.is_some() { "yes" } else { "" }
        );
    }
    out.trim_end().to_owned()
}

/// What stays open, and what is left of every hazard.
pub(super) fn left(sources: &Sources) -> String {
    let lines = sources.hazards.iter().map(|hazard| {
        let open = hazard
            .open
            .as_ref()
            .map(|open| format!(" **Open:** {open}"))
            .unwrap_or_default();
        format!("- {} {}: {}{open}", hazard.id, hazard.name, hazard.residual)
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// What nothing in the software controls.
pub(super) fn open(sources: &Sources) -> String {
    let open = sources.hazards.iter().filter_map(|hazard| {
        let open = hazard.open.as_ref()?;
        Some(format!("- {} {}: {open}", hazard.id, hazard.name))
    });
    open.collect::<Vec<_>>().join("\n")
}

/// What others than the software have to do, as boxes to tick.
pub(super) fn to_do(sources: &Sources, deploys: bool) -> String {
    let lines = sources.hazards.iter().flat_map(|hazard| {
        let theirs = hazard
            .controls
            .iter()
            .filter(move |control| control.by.as_deref().is_some_and(|by| (by == DEPLOYS) == deploys));
        theirs.map(move |control| {
            let whose = match control.by.as_deref() {
                Some(by) if !deploys => format!(" ({by})"),
                _ => String::new(),
            };
            format!("- [ ] {}{whose} ({})", control.does, hazard.id)
        })
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The tests that show the controls of one hazard.
pub(super) fn tests(hazard: &Hazard) -> String {
    let all = hazard.controls.iter().flat_map(|control| &control.shown_by);
    all.map(Test::link).collect::<Vec<_>>().join("; ")
}

/// The questions of the form, a table.
pub(super) fn slots(sources: &Sources) -> String {
    let mut out = String::from(
        "| | asks | what this repository says | evidence here | who answers |\n|---|---|---|---|---|\n",
    );
    for slot in &sources.slots {
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} |",
            slot.id,
            slot.asks,
            slot.says,
            evidence(slot, sources),
            slot.who
        );
    }
    out.trim_end().to_owned()
}

fn evidence(slot: &Slot, sources: &Sources) -> String {
    let files = slot.evidence.iter().map(|path| {
        let target = path
            .strip_prefix("docs/safety/")
            .map_or_else(|| format!("../../{path}"), str::to_owned);
        format!("[{path}]({target})")
    });
    let hazards = slot.hazards.iter().filter_map(|id| sources.hazard(id));
    let hazards = hazards.map(|hazard| format!("[{}](hazard-log.md#{})", hazard.id, anchor(hazard)));
    let all: Vec<String> = files.chain(hazards).collect();
    if all.is_empty() {
        "–".to_owned()
    } else {
        all.join(", ")
    }
}

/// What came of hostile input, a row a target.
pub(super) fn executions(all: &[Ran]) -> String {
    if all.is_empty() {
        return "No run has been recorded.".to_owned();
    }
    let mut out = String::from(
        "| target | executions | accepted | found | slowest | seed | commit |\n|---|---|---|---|---|---|---|\n",
    );
    for ran in all {
        let _ = writeln!(
            out,
            "| `{}` | {} | {} | {} | {} ms | {} | {} |",
            ran.target, ran.executions, ran.accepted, ran.found, ran.slowest_ms, ran.seed, ran.at
        );
    }
    out.trim_end().to_owned()
}

/// What goes where, as a picture that Git hosts draw.
pub(super) fn diagram(sources: &Sources) -> String {
    let mut places: Vec<&str> = Vec::new();
    for flow in &sources.flows {
        for place in [flow.from.as_str(), flow.to.as_str()] {
            if !places.contains(&place) {
                places.push(place);
            }
        }
    }
    let mut out = String::from("```mermaid\nflowchart LR\n");
    for (at, place) in places.iter().enumerate() {
        let _ = writeln!(out, "  p{at}[\"{place}\"]");
    }
    let number = |place: &str| {
        places
            .iter()
            .position(|known| *known == place)
            .unwrap_or_default()
    };
    for flow in &sources.flows {
        // What is about a person is a thick line.
        let line = if flow.personal { "==>" } else { "-->" };
        let (from, to) = (number(&flow.from), number(&flow.to));
        let _ = writeln!(out, "  p{from} {line}|\"{}\"| p{to}", flow.what);
    }
    out.push_str("```");
    out
}

/// The same as a table; `personal` alone leaves out the rest.
pub(super) fn flows(sources: &Sources, personal: bool) -> String {
    let mut out = String::from(
        "| from | to | what | when | about the person | how long it stays | shown by |\n|---|---|---|---|---|---|---|\n",
    );
    for flow in sources.flows.iter().filter(|flow| !personal || flow.personal) {
        let _ = writeln!(out, "{}", row(flow));
    }
    out.trim_end().to_owned()
}

fn row(flow: &Flow) -> String {
    let tests: Vec<String> = flow.shown_by.iter().map(Test::link).collect();
    let tests = if tests.is_empty() {
        "–".to_owned()
    } else {
        tests.join("; ")
    };
    format!(
        "| {} | {} | {} | {} | {} | {} | {tests} |",
        flow.from,
        flow.to,
        flow.what,
        flow.when,
        if flow.personal { "yes" } else { "no" },
        flow.stays
    )
}

fn support(control: &Control) -> String {
    control.by.clone().unwrap_or_else(|| {
        control
            .shown_by
            .iter()
            .map(Test::link)
            .collect::<Vec<_>>()
            .join("; ")
    })
}

/// The end of a link to a heading, as Git hosts make it.
fn anchor(hazard: &Hazard) -> String {
    let text = format!("{} {}", hazard.id, hazard.name).to_lowercase();
    let kept = text.chars().filter_map(|letter| match letter {
        ' ' => Some('-'),
        letter if letter.is_alphanumeric() || letter == '-' || letter == '_' => Some(letter),
        _ => None,
    });
    kept.collect()
}
