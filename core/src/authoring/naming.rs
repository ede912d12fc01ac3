//! Places in the words of the file: `outcome “Itching”, figures at 1y, “Tablet”` instead of `outcome[5].figures[0]`.

use crate::aid::{PlaceStep, Problem};
use crate::format::tree::{Node, Value, field};

/// What an entry of a list is called in its file, the first of these that it has.
const NAMES: [&str; 6] = ["name", "short", "title", "term", "what", "id"];

/// Longest name in a place, in characters.
const LONGEST: usize = 40;

/// Says where a problem is by the names of the file's own entries. A place that no list is part of is its fields alone.
pub(super) fn name(problem: &mut Problem, tree: &Node<'_>) {
    let steps = match problem.path.steps() {
        [PlaceStep::Key(first), rest @ ..] if first == "review" || first == "involvement" => rest,
        steps => steps,
    };
    problem.named = named(tree, steps);
}

fn named(tree: &Node<'_>, steps: &[PlaceStep]) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut here = Some(tree);
    let mut list = "";
    let mut by_name = false;
    for (at, step) in steps.iter().enumerate() {
        let (around, next) = (here, inside(here, step));
        match step {
            PlaceStep::Key(key) if list == "cells" => {
                by_name = true;
                parts.push(option(tree, key));
                list = "";
            }
            PlaceStep::Key(key) => {
                list = key;
                let entry = matches!(steps.get(at + 1), Some(PlaceStep::Index(_)));
                if !entry && key != "cells" {
                    parts.push(key.clone());
                }
            }
            PlaceStep::Index(index) => {
                by_name = true;
                parts.push(entry(list, *index, around, next));
            }
        }
        here = next;
    }
    by_name.then(|| parts.join(", "))
}

fn inside<'n, 't>(node: Option<&'n Node<'t>>, step: &PlaceStep) -> Option<&'n Node<'t>> {
    match (step, &node?.value) {
        (PlaceStep::Key(key), Value::Table(entries)) => field(entries, key),
        (PlaceStep::Index(index), Value::List(list)) => list.get(*index),
        _ => None,
    }
}

/// An entry of a list: by its name, by its point in time, or by its number, from 1.
fn entry(list: &str, index: usize, around: Option<&Node<'_>>, node: Option<&Node<'_>>) -> String {
    let said = |key: &str| node.and_then(|node| text(node, key));
    let what = list;
    if list == "figures"
        && let Some(at) = said("at")
    {
        let alike = match around.map(|node| &node.value) {
            Some(Value::List(rows)) => rows.iter().filter(|row| text(row, "at") == Some(at)).count(),
            _ => 1,
        };
        return match said("group").filter(|_| alike > 1) {
            Some(group) => format!("figures at {}, {}", short(at), short(group)),
            None => format!("figures at {}", short(at)),
        };
    }
    match NAMES
        .iter()
        .find_map(|key| said(key))
        .filter(|name| !name.trim().is_empty())
    {
        Some(name) => format!("{what} “{}”", short(name)),
        None => format!("{what} {}", index + 1),
    }
}

/// An option by its name, or by its identifier where the file has no such option.
fn option(tree: &Node<'_>, id: &str) -> String {
    let options = inside(Some(tree), &PlaceStep::Key("option".to_owned()));
    let found = match options.map(|node| &node.value) {
        Some(Value::List(options)) => options.iter().find(|option| text(option, "id") == Some(id)),
        _ => None,
    };
    let name = found.and_then(|option| text(option, "name")).unwrap_or(id);
    format!("“{}”", short(name))
}

fn text<'n>(node: &'n Node<'_>, key: &str) -> Option<&'n str> {
    match &node.value {
        Value::Table(entries) => match &field(entries, key)?.value {
            Value::Text(text) => Some(text),
            _ => None,
        },
        _ => None,
    }
}

/// A name cut where it is long, without what breaks a line.
fn short(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    match plain.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", plain.get(..at).unwrap_or_default()),
        None => plain,
    }
}
