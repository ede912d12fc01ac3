//! What the safety file is written from.

use super::shown::Test;
use super::{FOLDER, plural};
use crate::project;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;

/// Fewer hazards than this and the file says too little of what the product does.
const FEWEST: usize = 24;

/// Something that could hurt a person.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hazard {
    pub(super) id: String,
    pub(super) name: String,
    /// What may come of it for a person.
    pub(super) harm: String,
    pub(super) causes: Vec<String>,
    #[serde(rename = "control")]
    pub(super) controls: Vec<Control>,
    /// What is left when every control holds.
    pub(super) residual: String,
    /// A role, never a person.
    pub(super) owner: String,
    /// What nothing controls yet.
    #[serde(default)]
    pub(super) open: Option<String>,
}

/// What makes a hazard less likely, or less bad.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Control {
    pub(super) does: String,
    /// The tests that show it.
    #[serde(default)]
    pub(super) shown_by: Vec<Test>,
    /// Who has to do it, where software cannot.
    #[serde(default)]
    pub(super) by: Option<String>,
}

/// A question of the form of the NHS, and what there is to answer it with.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Slot {
    pub(super) id: String,
    /// What it asks, in our words.
    pub(super) asks: String,
    /// What this repository can say.
    pub(super) says: String,
    /// Files of the repository.
    #[serde(default)]
    pub(super) evidence: Vec<String>,
    #[serde(default)]
    pub(super) hazards: Vec<String>,
    /// Who has to answer.
    pub(super) who: String,
}

/// Something that goes from one place to another.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Flow {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) what: String,
    pub(super) when: String,
    /// Whether it is about the person.
    pub(super) personal: bool,
    /// How long it stays there.
    pub(super) stays: String,
    #[serde(default)]
    pub(super) shown_by: Vec<Test>,
}

/// Everything that the pages are written from.
pub(super) struct Sources {
    pub(super) hazards: Vec<Hazard>,
    pub(super) slots: Vec<Slot>,
    pub(super) read: Vec<String>,
    pub(super) flows: Vec<Flow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HazardFile {
    hazard: Vec<Hazard>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SlotFile {
    /// Where the questions were read.
    read: Vec<String>,
    slot: Vec<Slot>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FlowFile {
    flow: Vec<Flow>,
}

impl Sources {
    /// Reads all of them; a field that is missing, misspelt or too many is named.
    pub(super) fn read() -> Result<Self> {
        let slots: SlotFile = read("source/dtac.toml")?;
        Ok(Self {
            hazards: read::<HazardFile>("hazards.toml")?.hazard,
            slots: slots.slot,
            read: slots.read,
            flows: read::<FlowFile>("source/flows.toml")?.flow,
        })
    }

    /// Every test that is named, once.
    pub(super) fn tests(&self) -> Vec<Test> {
        let of_controls = self.hazards.iter().flat_map(|hazard| &hazard.controls);
        let all = of_controls
            .flat_map(|control| &control.shown_by)
            .chain(self.flows.iter().flat_map(|flow| &flow.shown_by));
        all.cloned().collect::<BTreeSet<Test>>().into_iter().collect()
    }

    /// The hazard of that number.
    pub(super) fn hazard(&self, id: &str) -> Option<&Hazard> {
        self.hazards.iter().find(|hazard| hazard.id == id)
    }

    /// What is wrong with them, a line each.
    pub(super) fn wrong(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        if self.hazards.len() < FEWEST {
            wrong.push(format!(
                "{} are told, and at least {FEWEST} are known",
                plural(self.hazards.len(), "hazard")
            ));
        }
        for (at, hazard) in self.hazards.iter().enumerate() {
            let number = format!("H{:02}", at + 1);
            if hazard.id != number {
                wrong.push(format!(
                    "hazards.toml: `{}` stands in the place of {number}",
                    hazard.id
                ));
            }
            wrong.extend(hazard.wrong());
        }
        wrong.extend(self.tests().iter().filter_map(|test| test.found().err()));
        for slot in &self.slots {
            let files = slot.evidence.iter();
            let missing = files.filter(|path| !there(path));
            wrong.extend(missing.map(|path| format!("dtac.toml, {}: there is no {path}", slot.id)));
            let ids = slot.hazards.iter();
            let unknown = ids.filter(|id| self.hazard(id).is_none());
            wrong.extend(unknown.map(|id| format!("dtac.toml, {}: there is no hazard {id}", slot.id)));
        }
        wrong
    }
}

impl Hazard {
    fn wrong(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        if self.causes.is_empty() {
            wrong.push(format!("hazards.toml, {}: no cause is named", self.id));
        }
        if self.controls.is_empty() && self.open.is_none() {
            wrong.push(format!(
                "hazards.toml, {}: nothing controls it, and `open` does not say so",
                self.id
            ));
        }
        for control in &self.controls {
            // What software does has a test; what a person has to do has whoever does it.
            if control.shown_by.is_empty() == control.by.is_none() {
                wrong.push(format!(
                    "hazards.toml, {}: “{}” needs either tests that show it or somebody whose it is",
                    self.id, control.does
                ));
            }
        }
        wrong
    }
}

/// Whether a file is there, or is a page that is written from these sources.
fn there(path: &str) -> bool {
    let root = project::root();
    let source = path
        .strip_prefix(FOLDER)
        .map(|name| format!("{FOLDER}/source{name}"));
    root.join(path).exists() || source.is_some_and(|source| root.join(source).exists())
}

fn read<T: for<'a> Deserialize<'a>>(name: &str) -> Result<T> {
    let path = project::root().join(FOLDER).join(name);
    let text = fs::read_to_string(&path).with_context(|| format!("{FOLDER}/{name} could not be read"))?;
    toml::from_str(&text).with_context(|| format!("{FOLDER}/{name} is not as expected"))
}

#[cfg(test)]
mod tests {
    use super::{Control, Hazard};

    fn hazard(control: Control) -> Hazard {
        Hazard {
            id: "H01".to_owned(),
            name: "made up".to_owned(),
            harm: "made up".to_owned(),
            causes: vec!["made up".to_owned()],
            controls: vec![control],
            residual: "made up".to_owned(),
            owner: "made up".to_owned(),
            open: None,
        }
    }

    #[test]
    fn a_control_has_tests_or_somebody() {
        let control = |tests: &[&str], by: Option<&str>| Control {
            does: "it does".to_owned(),
            shown_by: tests
                .iter()
                .map(|test| (*test).to_owned().try_into().unwrap())
                .collect(),
            by: by.map(str::to_owned),
        };
        assert!(hazard(control(&["a.rs: b"], None)).wrong().is_empty());
        assert!(hazard(control(&[], Some("who deploys"))).wrong().is_empty());
        assert_eq!(hazard(control(&[], None)).wrong().len(), 1);
        assert_eq!(
            hazard(control(&["a.rs: b"], Some("who deploys"))).wrong().len(),
            1
        );
    }
}
